import type { Block, Inline, RefusedMark } from './document.ts';
import { parseDocument } from './document-blocks.ts';
import { backtickRuns, nextEnd, runLength } from './document-code.ts';
import { fenceAfter } from './document-source.ts';
import { isOurTag } from './document-tags.ts';

/**
 * Prose as somebody typed it, written so that it is only prose in an `.mdx` file: `{` and `<` get a
 * backslash, a line that would be an import or export begins with a character reference. The
 * archive's own tags and comments stay what they are. `documentToProse` is the way back.
 */
export function proseToDocument(typed: string): string {
  const escaped = withBackslashes(typed, codeIn);
  const whole = isOnlyProse(escaped) ? escaped : withBackslashes(typed, () => []);
  const lines = whole.split('\n');
  for (const { line, why } of refusedIn(parseDocument(whole)))
    if (why === 'code')
      lines[line - 1] = (lines[line - 1] ?? '').replace(/(?:import|export)/, reference);
  return lines.join('\n');
}

/** What an editor shows of a document: the prose without what `proseToDocument` put there. */
export function documentToProse(body: string): string {
  return rewritten(body, codeIn, (sign, { escaped, opens }) =>
    escaped && !opens ? sign : undefined,
  ).replace(/&#(?:105|101);(?=mport|xport)/g, (found) => (found === '&#105;' ? 'i' : 'e'));
}

function reference(word: string): string {
  return `&#${word.charCodeAt(0)};${word.slice(1)}`;
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
  for (const { 0: found, index } of text.matchAll(/\\[\s\S]|[{<]/g)) {
    while ((code[next]?.[1] ?? index + 1) <= index) next += 1;
    if ((code[next]?.[0] ?? index + 1) <= index || index < skipped) continue;
    const sign = found.at(-1) ?? '';
    if (sign !== '{' && sign !== '<') continue;
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
  const found: (readonly [number, number])[] = [];
  let start = 0;
  let at = 0;
  let fence: string | undefined;
  const block = (end: number): void => {
    for (const [from, to] of codeSpans(text.slice(start, end)))
      found.push([start + from, start + to]);
  };
  for (const line of text.split('\n')) {
    const after = fenceAfter(line, fence);
    const end = at + line.length;
    if (fence === undefined && (after !== undefined || line.trim() === '')) block(at);
    if (fence !== undefined || after !== undefined) found.push([at, end]);
    if (fence !== undefined || after !== undefined || line.trim() === '') start = end + 1;
    fence = after;
    at = end + 1;
  }
  block(text.length);
  return found;
}

function codeSpans(block: string): readonly (readonly [number, number])[] {
  const runs = backtickRuns(block);
  const found: (readonly [number, number])[] = [];
  const signs = /\\[\s\S]|`+/g;
  for (let sign = signs.exec(block); sign !== null; sign = signs.exec(block)) {
    if (sign[0].startsWith('\\')) continue;
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
