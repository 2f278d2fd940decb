import type { MarkEdit, Link } from './mark-edit.ts';

/** Stars side by side, each with a backslash before it or not. */
interface StarRun {
  readonly start: number;
  readonly end: number;
  readonly stars: number;
  readonly escaped: boolean;
}

/** Where a mark may stand beside a letter of its outside: not in a word, a path, a sum or a face. */
const OUTSIDE = /^(?![\p{L}\p{M}\p{N}\u200c]|\u200d|[/\\_*#@&%^~=+|<>$`]).?$/su;
/** The first and the last letter of what is marked. */
const INSIDE = /^[^\s/\\_*#@&%^~=+|<>$`]$/u;

/** What one, two and three stars say. */
const MARKS = [[], ['emphasis'], ['strong'], ['strong', 'emphasis']] as const;

/**
 * Pairs of stars in one block. A run closes the last open one of as many stars; the same marks are
 * not put into each other, so that at most three are ever open.
 */
export function starEdits(
  text: string,
  within: { readonly from: number; readonly to: number; readonly over: readonly Link[] },
): readonly MarkEdit[] {
  const edits: MarkEdit[] = [];
  let open: StarRun[] = [];
  let lastWord = -1;
  for (const token of tokensIn(text, within)) {
    if (typeof token === 'number') {
      lastWord = token;
      continue;
    }
    const before = codePointBefore(text, token.start, within.from);
    const after = codePointAfter(text, token.end, within.to);
    const opener = open.find(({ stars }) => stars === token.stars);
    if (
      opener !== undefined &&
      lastWord >= opener.end &&
      INSIDE.test(before) &&
      OUTSIDE.test(after)
    ) {
      edits.push(...pairEdits(text, opener, token));
      open = open.slice(0, open.indexOf(opener));
    } else if (token.stars <= 3 && OUTSIDE.test(before) && INSIDE.test(after)) {
      open = [...open.filter((run) => run !== opener), token];
    }
  }
  return edits;
}

/** A run of stars, or the place of a letter or digit; the address of a link holds neither. */
function* tokensIn(
  text: string,
  {
    from,
    to,
    over,
  }: { readonly from: number; readonly to: number; readonly over: readonly Link[] },
): Generator<StarRun | number> {
  const pattern = /(?:\\?\*)+|[\p{L}\p{N}]+/gu;
  let next = 0;
  pattern.lastIndex = from;
  for (let match = pattern.exec(text); match !== null; match = pattern.exec(text)) {
    const start = match.index;
    if (start >= to) return;
    while (next < over.length && (over[next]?.end ?? 0) <= start) next += 1;
    const link = over[next];
    if (link !== undefined && start >= link.start) {
      yield link.start;
      pattern.lastIndex = link.end;
    } else if (match[0].endsWith('*')) {
      const stars = match[0].replaceAll('\\', '').length;
      yield { start, end: pattern.lastIndex, stars, escaped: stars < match[0].length };
    } else yield start;
  }
}

/** With a backslash at either end the stars are shown, and the backslashes are not. */
function pairEdits(text: string, opener: StarRun, closer: StarRun): readonly MarkEdit[] {
  const marks = MARKS[opener.stars] ?? [];
  if (opener.escaped || closer.escaped) return [opener, closer].map((run) => starsOnly(text, run));
  return [
    { ...opener, pieces: marks.map((mark) => ({ kind: 'open', mark })) },
    { ...closer, pieces: marks.toReversed().map((mark) => ({ kind: 'close', mark })) },
  ];
}

function starsOnly(text: string, { start, end }: StarRun): MarkEdit {
  return {
    start,
    end,
    pieces: [{ kind: 'text', text: text.slice(start, end).replaceAll('\\', '') }],
  };
}

function codePointBefore(text: string, at: number, from: number): string {
  if (at <= from) return '';
  const low = text.charCodeAt(at - 1);
  return text.slice(low >= 0xdc00 && low <= 0xdfff && at - 2 >= from ? at - 2 : at - 1, at);
}

function codePointAfter(text: string, at: number, to: number): string {
  return at >= to ? '' : String.fromCodePoint(text.codePointAt(at) ?? 0);
}
