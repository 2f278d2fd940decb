import type { Block, Component, List, RefusedMark } from './document.ts';
import { type Definitions, parseInline, withoutEscapes } from './document-inline.ts';
import { cellsOf, type Line, listAt, quotationAt, startsBlock } from './document-lines.ts';
import { quotesAsWords } from './document-quotes.ts';
import { fenceAfter, documentSourceOf } from './document-source.ts';
import { isTagLine, newlines, type TagToken, splitTags } from './document-tags.ts';

/** Longer than any exhibition; what is longer is refused before it is read. */
export const LONGEST_DOCUMENT = 400_000;
/** Lists in lists, quotations in quotations, chapters in chapters: deeper than this is refused. */
const DEEPEST = 12;

/**
 * Reads facilitators' prose as a tree: Markdown without raw HTML, and the archive's own components.
 * What MDX would run is in the tree as `refused`. Time grows with the length of the text.
 */
export function parseDocument(text: string): readonly Block[] {
  if (text.length > LONGEST_DOCUMENT) return [{ type: 'refused', line: 1, why: 'too-long' }];
  const { lines, definitions, named } = documentSourceOf(quotesAsWords(text));
  return [...new BlockReader(definitions, 0).read(lines), ...named];
}

interface Open {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>> | RefusedMark;
  readonly line: number;
  readonly children: Block[];
}

class BlockReader {
  readonly #definitions: Definitions;
  readonly #depth: number;
  readonly #blocks: Block[] = [];
  readonly #open: Open[] = [];
  #paragraph: Line[] = [];

  constructor(definitions: Definitions, depth: number) {
    this.#definitions = definitions;
    this.#depth = depth;
  }

  read(lines: readonly Line[]): readonly Block[] {
    let at = 0;
    while (at < lines.length) at = this.#next(lines, at);
    this.#endParagraph();
    for (let open = this.#open.pop(); open !== undefined; open = this.#open.pop())
      this.#add({ type: 'refused', line: open.line, why: 'not-closed' }, ...open.children);
    return this.#blocks;
  }

  /** Takes the block that begins at a line; answers with the line after it. */
  #next(lines: readonly Line[], at: number): number {
    const line = lines[at] as Line;
    const { text } = line;
    const inParagraph = this.#paragraph.length > 0;
    if (text.trim() === '') {
      this.#endParagraph();
      return at + 1;
    }
    if (inParagraph && this.#underline(text)) return at + 1;
    const table = this.#table(lines, at);
    if (table !== undefined) return table;
    if (!startsBlock(text, inParagraph)) {
      this.#paragraph.push(line);
      return at + 1;
    }
    this.#endParagraph();
    if (isTagLine(text)) {
      this.#prose(text, line.number);
      return at + 1;
    }
    const heading = /^ *(#{1,6})(?:[ \t](.*))?/.exec(text);
    if (heading !== null) {
      const [, signs, words = ''] = heading as unknown as readonly [string, string, string?];
      const ended = words.trimEnd().replace(/(?:^|[ \t])#+$/, '');
      this.#heading(signs.length, ended.trim(), line.number);
      return at + 1;
    }
    if (fenceAfter(text, undefined) !== undefined) return this.#preformatted(lines, at);
    return this.#nested(lines, at);
  }

  #nested(lines: readonly Line[], at: number): number {
    const quotation = quotationAt(lines, at);
    if (quotation !== undefined) {
      this.#add({ type: 'quotation', children: this.#inside(quotation.lines) });
      return quotation.next;
    }
    const list = listAt(lines, at);
    if (list === undefined) {
      this.#add({ type: 'rule' });
      return at + 1;
    }
    const items = list.items.map((item) => this.#inside(item));
    const node: List = { type: 'list', start: list.start, loose: list.loose, items };
    this.#add(node);
    return list.next;
  }

  #inside(lines: readonly Line[]): readonly Block[] {
    const first = lines[0] as Line;
    if (this.#depth >= DEEPEST) return [{ type: 'refused', line: first.number, why: 'too-deep' }];
    return new BlockReader(this.#definitions, this.#depth + 1).read(lines);
  }

  /** A line of `=` or `-` below one line of words makes a heading of it. */
  #underline(text: string): boolean {
    const under = /^ {0,3}(=+|-+)[ \t]*$/.exec(text)?.[1];
    if (under === undefined) return false;
    const first = this.#paragraph[0] as Line;
    const words = this.#paragraph.map((line) => line.text.trim()).join('\n');
    this.#paragraph = [];
    this.#heading(under.includes('=') ? 1 : 2, words, first.number);
    return true;
  }

  #heading(level: number, words: string, line: number): void {
    this.#add({ type: 'heading', level, children: this.#inline(words, line) });
  }

  #preformatted(lines: readonly Line[], at: number): number {
    let fence = fenceAfter((lines[at] as Line).text, undefined);
    let end = at + 1;
    const inside: string[] = [];
    for (; end < lines.length && fence !== undefined; end += 1) {
      const { text } = lines[end] as Line;
      fence = fenceAfter(text, fence);
      if (fence !== undefined) inside.push(text);
    }
    this.#add({ type: 'preformatted', value: inside.join('\n') });
    return end;
  }

  #table(lines: readonly Line[], at: number): number | undefined {
    const head = lines[at] as Line;
    const under = cellsOf(lines[at + 1]?.text ?? '');
    const width = cellsOf(head.text).length;
    if (
      this.#paragraph.length > 0 ||
      !head.text.includes('|') ||
      under.length !== width ||
      !under.every((cell) => /^:?-+:?$/.test(cell)) ||
      startsBlock(head.text, false)
    )
      return undefined;
    const rows = [this.#row(head, width)];
    let next = at + 2;
    for (; next < lines.length; next += 1) {
      const row = lines[next] as Line;
      if (row.text.trim() === '' || startsBlock(row.text, true)) break;
      rows.push(this.#row(row, width));
    }
    this.#add({ type: 'table', rows });
    return next;
  }

  #row({ text, number }: Line, width: number) {
    const cells = cellsOf(text);
    return Array.from({ length: width }, (_, at) => this.#inline(cells[at] ?? '', number));
  }

  #endParagraph(): void {
    const [first] = this.#paragraph;
    if (first === undefined) return;
    const text = this.#paragraph.map((line) => line.text.replace(/^[ \t]+/, '')).join('\n');
    this.#paragraph = [];
    if (/^(?:import|export)(?=[\s{*"'])/.test(text))
      this.#add({ type: 'refused', line: first.number, why: 'code' });
    else this.#prose(text, first.number);
  }

  /** A paragraph, cut where a component stands in it. */
  #prose(text: string, line: number): void {
    for (const piece of splitTags(text, line, withoutEscapes)) {
      if (piece.kind === 'tag') this.#tag(piece);
      else if (piece.text.trim() !== '') {
        const before = piece.text.search(/\S/);
        const first = piece.line + newlines(piece.text, 0, before);
        const children = this.#inline(piece.text.trim(), first);
        this.#add({ type: 'paragraph', children });
      }
    }
  }

  #tag(tag: Extract<TagToken, { kind: 'tag' }>): void {
    const { name, closes, alone, attributes, line } = tag;
    const refuse = (why: RefusedMark): void => this.#add({ type: 'refused', line, why });
    if (closes) this.#close(tag);
    else if (!alone && this.#open.length < DEEPEST)
      this.#open.push({ name, attributes, line, children: [] });
    else if (!alone) refuse('too-deep');
    else if (typeof attributes === 'string') refuse(attributes);
    else this.#add({ type: 'component', name, attributes, children: [], line });
  }

  #close({ name, line }: Extract<TagToken, { kind: 'tag' }>): void {
    const open = this.#open.at(-1)?.name === name ? this.#open.pop() : undefined;
    if (open === undefined) this.#add({ type: 'refused', line, why: 'closed-twice' });
    else if (typeof open.attributes === 'string')
      this.#add({ type: 'refused', line: open.line, why: open.attributes }, ...open.children);
    else this.#add({ type: 'component', ...open, attributes: open.attributes });
  }

  #inline(text: string, line: number) {
    return parseInline(text, line, this.#definitions);
  }

  #add(...blocks: readonly (Block | Component)[]): void {
    const to = this.#open.at(-1)?.children ?? this.#blocks;
    for (const block of blocks) to.push(block);
  }
}
