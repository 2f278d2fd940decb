import type { MarkEdit, Link, LineSegment } from './mark-edit.ts';
import { starEdits } from './stars.ts';

/** A paragraph (`level` 0) or a heading (1 to 6). */
export interface TextBlock {
  readonly level: number;
  /** Line ends between it and the block before: two part paragraphs, more are a gap that was typed. */
  readonly breaks: number;
  readonly pieces: readonly LineSegment[];
}

/**
 * Contributed words, read, with the marks that they may hold (README, "Marks"). One mechanism for every
 * kind of contributed words: what is drawn, what is searched, what is quoted and what the audit looks
 * for. Everything that is not a mark stands as it was typed. Pure, safe for a browser, and each letter
 * is looked at a few times and no more: nothing here calls itself, however deep marks are put in marks.
 * Empty lines before the first letter and after the last are no gap.
 */
export function readWords(text: string): readonly TextBlock[] {
  const blocks: TextBlock[] = [];
  let lines: string[] = [];
  let empty = 0;
  const put = (level: number, words: string): void => {
    blocks.push({ level, breaks: blocks.length === 0 ? 0 : empty + 1, pieces: piecesOf(words) });
    empty = 0;
  };
  const close = (): void => {
    if (lines.length > 0) put(0, lines.join('\n'));
    lines = [];
  };
  for (const line of text.split(/\r\n|\r|\n/)) {
    const heading = lines.length === 0 ? HEADING.exec(line) : null;
    if (/^[ \t]*$/.test(line)) {
      close();
      empty += 1;
    } else if (heading !== null && WORD.test(heading[2] ?? '')) {
      if (heading[1]?.startsWith('\\')) lines.push(line.slice(1));
      else put(heading[1]?.length ?? 1, heading[2] ?? '');
    } else if (lines.length > 0 || !NEW_PART.test(line)) lines.push(line);
  }
  close();
  return blocks;
}

/** The words as a reader meets them: what was typed, with its lines, less the marks. */
export function visibleText(text: string): string {
  return readWords(text)
    .map(({ breaks, pieces }) => '\n'.repeat(breaks) + pieces.map(visiblePiece).join(''))
    .join('');
}

function visiblePiece(piece: LineSegment): string {
  return piece.kind === 'text' ? piece.text : piece.kind === 'break' ? '\n' : '';
}

/** A heading without words: stories of other archives begin each page with it, and it says nothing. */
const NEW_PART = /^#{2,6}[ \t]*$/;
const HEADING = /^(\\?#{1,6})[ \t]+(?![ \t])(.+)$/;
const WORD = /[\p{L}\p{N}]/u;

function piecesOf(text: string): readonly LineSegment[] {
  const links = linksIn(text);
  const inLabels = links.filter(({ escaped }) => !escaped);
  const edits = [
    ...links.flatMap(linkEdits),
    ...starEdits(text, { from: 0, to: text.length, over: inLabels }),
    ...inLabels.flatMap(({ start, labelEnd }) =>
      starEdits(text, { from: start + 1, to: labelEnd, over: [] }),
    ),
  ].sort((a, b) => a.start - b.start || a.end - b.end);
  const pieces: LineSegment[] = [];
  let at = 0;
  for (const { start, end, pieces: instead } of edits) {
    for (const piece of linesOf(text.slice(at, start))) pieces.push(piece);
    for (const piece of instead) pieces.push(piece);
    at = end;
  }
  return [...pieces, ...linesOf(text.slice(at))];
}

function linesOf(text: string): readonly LineSegment[] {
  return text
    .split('\n')
    .flatMap((line, index) => [
      ...(index === 0 ? [] : [{ kind: 'break' as const }]),
      ...(line === '' ? [] : [{ kind: 'text' as const, text: line }]),
    ]);
}

/** Brackets of an address may stand in it in pairs: it ends where the one of the link closes. */
const ADDRESS_LETTER = String.raw`[^\s()<>[\]"]`;
const ADDRESS = new RegExp(
  String.raw`((?:https?:\/\/|tel:|mailto:)${ADDRESS_LETTER}+(?:\(${ADDRESS_LETTER}*\)${ADDRESS_LETTER}*)*)\)`,
  'iy',
);

function linksIn(text: string): readonly Link[] {
  const links: Link[] = [];
  let open = -1;
  for (let at = text.search(/[[\]]/); at !== -1 && at < text.length; at += 1) {
    if (text[at] === '[') open = at;
    if (text[at] !== ']') continue;
    const start = open;
    open = -1;
    if (start === -1 || text[at + 1] !== '(' || text[start - 1] === '!') continue;
    if (!WORD.test(text.slice(start + 1, at))) continue;
    ADDRESS.lastIndex = at + 2;
    const url = ADDRESS.exec(text)?.[1];
    if (url === undefined) continue;
    const end = ADDRESS.lastIndex;
    links.push({ start, labelEnd: at, end, url, escaped: text[start - 1] === '\\' });
    at = end - 1;
  }
  return links;
}

function linkEdits({ start, labelEnd, end, url, escaped }: Link): readonly MarkEdit[] {
  if (escaped) return [{ start: start - 1, end: start, pieces: [] }];
  return [
    { start, end: start + 1, pieces: [{ kind: 'open', mark: 'link', url }] },
    { start: labelEnd, end, pieces: [{ kind: 'close', mark: 'link' }] },
  ];
}
