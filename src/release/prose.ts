import type { Block, Inline, RefusedMark } from './document.ts';
import { parseDocument } from './document-blocks.ts';
import { backtickRuns, nextEnd, runLength } from './document-code.ts';
import {
  commentsIn,
  fenceAfter,
  untabbed,
  withOneLineEnd,
  withoutComments,
} from './document-source.ts';
import { isOurTag } from './document-tags.ts';

/**
 * Prose as somebody typed it, written so that it is only prose in an `.mdx` file: `{` and `<` get a
 * backslash, a line that would be an import or export begins with a character reference. The
 * archive's own tags and comments stay what they are; lines end in one way, and marks of byte order
 * go, as they do in reading. `documentToProse` is the way back.
 */
export function proseToDocument(typed: string): string {
  const text = withOneLineEnd(typed);
  const outsideCode = asProse(text, codeIn);
  return isOnlyProse(outsideCode) ? outsideCode : asProse(text, () => []);
}

/** With backslashes but for where code seems to stand, and with references where a line would be code. */
function asProse(text: string, codes: Codes): string {
  const escaped = withBackslashes(text, codes);
  const code = refusedIn(parseDocument(escaped)).filter(({ why }) => why === 'code');
  return withReferences(escaped, new Set(code.map(({ line }) => line)));
}

/**
 * What an editor shows of a document: the prose without what `proseToDocument` put there. Where code
 * seemed to run over the edge of a block, that one wrote a backslash in it too: the prose of which
 * it makes this document is the right one.
 */
export function documentToProse(body: string): string {
  const text = withoutReferences(body);
  const [everywhere, outsideCode] = [() => [], codeIn].map((codes) =>
    rewritten(text, codes, (sign, { escaped, opens }) => (escaped && !opens ? sign : undefined)),
  ) as [string, string];
  return proseToDocument(everywhere) === body ? everywhere : outsideCode;
}

/** Lines that would be code begin with a character reference in place of their first letter. */
function withReferences(text: string, lines: ReadonlySet<number>): string {
  const { read, places } = asRead(text);
  const changes: Change[] = [];
  let start = 0;
  for (const [index, line] of read.split('\n').entries()) {
    const word = lines.has(index + 1) ? line.search(/(?:import|export)/) : -1;
    const at = places[start + word] as number;
    if (word >= 0) changes.push({ from: at, to: at + 1, by: `&#${text.charCodeAt(at)};` });
    start += line.length + 1;
  }
  return changed(text, changes);
}

function withoutReferences(text: string): string {
  const { read, places } = asRead(text);
  const changes = [...read.matchAll(/&#105;(?=mport)|&#101;(?=xport)/g)].map(
    ({ 0: whole, index }) => {
      const from = places[index] as number;
      return { from, to: from + whole.length, by: whole === '&#105;' ? 'i' : 'e' };
    },
  );
  // A reference with a comment in it is nothing that was put there.
  return changed(
    text,
    changes.filter(({ from, to }) => !text.slice(from, to).includes('<')),
  );
}

interface Change {
  readonly from: number;
  readonly to: number;
  readonly by: string;
}

function changed(text: string, changes: readonly Change[]): string {
  const kept: string[] = [];
  let from = 0;
  for (const change of changes) {
    kept.push(text.slice(from, change.from), change.by);
    from = change.to;
  }
  return kept.join('') + text.slice(from);
}

/** A text as it is read, without its comments, and where each sign of it stands in the text. */
function asRead(text: string): { readonly read: string; readonly places: readonly number[] } {
  const places: number[] = [];
  let from = 0;
  for (const [start, end] of [...commentsIn(text), [text.length, text.length] as const]) {
    for (; from < start; from += 1) places.push(from);
    for (; from < end; from += 1) if (text[from] === '\n') places.push(from);
  }
  return { read: withoutComments(text), places };
}

function withBackslashes(typed: string, codes: Codes): string {
  return rewritten(typed, codes, (sign, { escaped, opens }) =>
    escaped || opens ? undefined : `\\${sign}`,
  );
}

/** Places of code, from and to: what stands there is shown as it is typed. */
type Codes = (block: string) => readonly (readonly [from: number, to: number])[];

interface Sign {
  readonly escaped: boolean;
  /** It begins a tag of ours or a comment, or would without its backslash. */
  readonly opens: boolean;
}

/** Goes through a text and writes each `{` and `<` anew, with its backslash, where `anew` says how. */
function rewritten(
  text: string,
  codes: Codes,
  anew: (sign: string, about: Sign) => string | undefined,
): string {
  const kept: string[] = [];
  let from = 0;
  let skipped = 0;
  let next = 0;
  const code = codes(text);
  const lastEnd = text.lastIndexOf('-->');
  for (const { 0: found, index } of text.matchAll(/\\[\\{<]|[{<]/g)) {
    while ((code[next]?.[1] ?? index + 1) <= index) next += 1;
    if ((code[next]?.[0] ?? index + 1) <= index || index < skipped) continue;
    const sign = found.at(-1) as string;
    if (sign === '\\') continue;
    const at = index + found.length - 1;
    const comment = text.startsWith('<!--', at) && lastEnd >= at + 4;
    const opens = comment || isOurTag(text, at);
    const written = anew(sign, { escaped: found.length === 2, opens });
    if (comment && found.length === 1) skipped = text.indexOf('-->', at + 4) + 3;
    if (written === undefined) continue;
    kept.push(text.slice(from, index), written);
    from = index + found.length;
  }
  return kept.join('') + text.slice(from);
}

/** Fenced code, and code in a line: between two runs of backticks, with no empty line in it. */
function codeIn(text: string): readonly (readonly [number, number])[] {
  const { read, places } = asRead(text);
  return codeAsRead(read).map(([from, to]) => [
    places[from] as number,
    (places[to - 1] as number) + 1,
  ]);
}

function codeAsRead(text: string): readonly (readonly [number, number])[] {
  const found: (readonly [number, number])[] = [];
  let start = 0;
  let at = 0;
  let fence: string | undefined;
  const block = (end: number): void => {
    for (const [from, to] of codeSpans(text.slice(start, end)))
      found.push([start + from, start + to]);
  };
  for (const line of text.split('\n')) {
    const after = fenceAfter(untabbed(line), fence);
    const end = at + line.length;
    const isCode = fence !== undefined || after !== undefined;
    if (isCode || line.trim() === '') {
      block(at);
      start = end + 1;
    }
    if (isCode) found.push([at, end]);
    fence = after;
    at = end + 1;
  }
  block(text.length);
  return found;
}

function codeSpans(block: string): readonly (readonly [number, number])[] {
  const runs = backtickRuns(block);
  const found: (readonly [number, number])[] = [];
  const signs = /\\[\\`]|`+/g;
  for (let sign = signs.exec(block); sign !== null; sign = signs.exec(block)) {
    // A sign behind its backslash begins no run: there is none of no length.
    const count = runLength(block, sign.index);
    const end = nextEnd(runs.get(count), sign.index + count);
    if (end === undefined) continue;
    found.push([sign.index, end + count]);
    signs.lastIndex = end + count;
  }
  return found;
}

function isOnlyProse(text: string): boolean {
  return !refusedIn(parseDocument(text)).some(
    ({ why }) => why === 'brackets' || why === 'component',
  );
}

interface Found {
  readonly line: number;
  readonly why: RefusedMark;
}

function refusedIn(nodes: readonly (Block | Inline)[]): readonly Found[] {
  return nodes.flatMap((node): readonly Found[] => {
    if (node.type === 'refused') return [node];
    if (node.type === 'list') return node.items.flatMap(refusedIn);
    if (node.type === 'table') return node.rows.flatMap((row) => row.flatMap(refusedIn));
    return 'children' in node ? refusedIn(node.children) : [];
  });
}
