import type { Block } from './document.ts';
import { isSafeLink } from './document-addresses.ts';
import { type Definitions, referenceLabel, withoutEscapes } from './document-inline.ts';
import { CODE_FENCE, type Line } from './document-lines.ts';
import { isEscaped, newlines } from './document-tags.ts';

/** The lines of a document, and the addresses its links name by a word. */
export interface DocumentSource {
  readonly lines: readonly Line[];
  readonly definitions: Definitions;
  /** The addresses again, to be checked: they draw nothing. */
  readonly named: readonly Block[];
}

/** Reads a text as lines: without comments, without a byte order mark, whatever ends its lines. */
export function documentSourceOf(text: string): DocumentSource {
  return takeDefinitions(linesOf(withoutComments(withOneLineEnd(text))));
}

export function withOneLineEnd(text: string): string {
  return text.replace(/\r\n?/g, '\n').replaceAll('\uFEFF', '');
}

/** A comment is for whoever looks after the text, and never on the site. Its lines stay, empty. */
export function withoutComments(text: string): string {
  const kept: string[] = [];
  let from = 0;
  for (const [start, end] of commentsIn(text)) {
    kept.push(text.slice(from, start), '\n'.repeat(newlines(text, start, end)));
    from = end;
  }
  return kept.join('') + text.slice(from);
}

/** Where the comments of a text stand, from and to, each with its signs. */
export function commentsIn(text: string): readonly (readonly [from: number, to: number])[] {
  const found: (readonly [number, number])[] = [];
  let from = 0;
  for (;;) {
    const start = text.indexOf('<!--', from);
    if (start === -1) return found;
    from = start + 4;
    if (isEscaped(text, start)) continue;
    const end = text.indexOf('-->', from);
    if (end === -1) return found;
    from = end + 3;
    found.push([start, from]);
  }
}

function linesOf(text: string): readonly Line[] {
  const lines: Line[] = [];
  for (const [index, line] of text.split('\n').entries()) {
    const last = lines.at(-1);
    const goesOn = last !== undefined && UNFINISHED.test(last.text) && line.trim() !== '';
    if (goesOn) lines.splice(-1, 1, { ...last, text: `${last.text} ${line}` });
    else lines.push({ text: untabbed(line), number: index + 1 });
  }
  return lines;
}

/** A tag that is written on several lines is one line. */
const UNFINISHED = /^ *<(?:Work|Quote|Chapter|Note)(?:[ \t][^<>]{0,2000})?$/;

/** Tabs at the start of a line reach to the next fourth column. */
export function untabbed(line: string): string {
  return line.replace(/^[ \t]+/, (start) => {
    let column = 0;
    for (const sign of start) column += sign === '\t' ? 4 - (column % 4) : 1;
    return ' '.repeat(column);
  });
}

const DEFINITION =
  /^ {0,3}\[([^[\]]{1,500})\]:[ \t]*<?([^\s<>]{1,2000})>?[ \t]*(?:"[^"]*"|'[^']*'|\([^()]*\))?[ \t]*$/;

/** Addresses that links name by a word stand in lines of their own; the first for a word counts. */
function takeDefinitions(lines: readonly Line[]): DocumentSource {
  const definitions = new Map<string, string>();
  const blocks: Block[] = [];
  let fence: string | undefined;
  const rest = lines.map((line) => {
    fence = fenceAfter(line.text, fence);
    const found = fence === undefined ? DEFINITION.exec(line.text) : null;
    if (found === null) return line;
    const [, label, address] = found as unknown as readonly [string, string, string];
    const url = withoutEscapes(address);
    // One that goes somewhere else is refused, and names nothing.
    if (isSafeLink(url) && !definitions.has(referenceLabel(label)))
      definitions.set(referenceLabel(label), url);
    blocks.push({ type: 'definition', url, line: line.number });
    return { ...line, text: '' };
  });
  return { lines: rest, definitions, named: blocks };
}

/** The fence that is open after a line. */
export function fenceAfter(text: string, open: string | undefined): string | undefined {
  const found = CODE_FENCE.exec(text)?.[1];
  if (open === undefined) return found;
  return found?.includes(open) && text.trim() === found ? undefined : open;
}
