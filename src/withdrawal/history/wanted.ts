import { type FoldedWord, foldedWordsIn } from '#blocklist/fold.ts';
import { SHINGLE_WORDS } from '#blocklist/shingles.ts';

/** All that must be gone from a history: the id, and the words of every version of the piece. */
export interface Wanted {
  readonly id: string;
  /** Runs of six folded words. */
  readonly runs: ReadonlySet<string>;
  /** Shorter texts, names and file names, as folded words, whole. */
  readonly phrases: ReadonlySet<string>;
  /** The names of the objects that were the piece's own files. */
  readonly files: ReadonlySet<string>;
  /** Addresses that commits bear beside one of the names, in small letters. */
  readonly addresses: ReadonlySet<string>;
  /** Further paths that somebody named: a scan, a picture with its words in it. */
  readonly paths: ReadonlySet<string>;
}

export interface Span {
  readonly start: number;
  readonly end: number;
}

/** What takes the place of what is taken out. */
export const NEUTRAL = '[withdrawn]';

/** Every place in a text where something wanted stands, in order and not touching one another. */
export function spansIn(text: string, wanted: Wanted): readonly Span[] {
  return merged([
    ...worksIn(text, wanted.id),
    ...idsIn(text, wanted.id),
    ...addressesIn(text, wanted.addresses),
    ...hitsIn(foldedWordsIn(text), wanted).map(({ span }) => span),
  ]);
}

/** The runs and phrases of `wanted` that stand in a text. */
export function heldIn(text: string, wanted: Wanted): readonly string[] {
  return hitsIn(foldedWordsIn(text), wanted).map(({ what }) => what);
}

/** The text with a neutral word in each of those places; the same text when there is none. */
export function redacted(text: string, wanted: Wanted): string {
  let out = '';
  let at = 0;
  for (const { start, end } of spansIn(text, wanted)) {
    out += text.slice(at, start) + NEUTRAL;
    at = end;
  }
  return at === 0 ? text : out + text.slice(at);
}

/** The longest phrase, in words. */
const LONGEST = SHINGLE_WORDS - 1;

interface Hit {
  readonly what: string;
  readonly span: Span;
}

function hitsIn(words: readonly FoldedWord[], { runs, phrases }: Wanted): readonly Hit[] {
  const hits: Hit[] = [];
  for (let at = 0; at < words.length; at += 1) {
    const take = (count: number, among: ReadonlySet<string>): void => {
      const some = words.slice(at, at + count);
      const [first, last] = [some[0], some.at(-1)];
      const what = some.map(({ word }) => word).join(' ');
      if (some.length === count && first !== undefined && last !== undefined && among.has(what))
        hits.push({ what, span: { start: first.start, end: last.end } });
    };
    if (runs.size > 0) take(SHINGLE_WORDS, runs);
    if (phrases.size > 0) for (let count = 1; count <= LONGEST; count += 1) take(count, phrases);
  }
  return hits;
}

function idsIn(text: string, id: string): readonly Span[] {
  const form = new RegExp(`(?<![a-z0-9])${id}(?![a-z0-9])`, 'gi');
  return [...text.matchAll(form)].map(({ index }) => ({ start: index, end: index + id.length }));
}

function addressesIn(text: string, addresses: ReadonlySet<string>): readonly Span[] {
  if (addresses.size === 0) return [];
  const small = text.toLowerCase();
  // Letters whose small form is longer would move what follows them.
  if (small.length !== text.length) return [];
  return [...addresses].flatMap((address) => {
    const spans: Span[] = [];
    for (let at = small.indexOf(address); at >= 0; at = small.indexOf(address, at + 1))
      spans.push({ start: at, end: at + address.length });
    return spans;
  });
}

/** A work or a quotation of the piece in an exhibition goes as a whole. */
function worksIn(text: string, id: string): readonly Span[] {
  const form = new RegExp(
    `<(Work|Quote)\\b[^<>]*?\\bid=["']${id}["'][^<>]*?(?:/>|>[\\s\\S]*?</\\1>)`,
    'g',
  );
  return [...text.matchAll(form)].map(({ index, 0: all }) => ({
    start: index,
    end: index + all.length,
  }));
}

function merged(spans: readonly Span[]): readonly Span[] {
  const joined: { start: number; end: number }[] = [];
  for (const { start, end } of [...spans].sort((a, b) => a.start - b.start)) {
    const last = joined.at(-1);
    if (last !== undefined && start <= last.end) last.end = Math.max(last.end, end);
    else joined.push({ start, end });
  }
  return joined;
}
