import type { FoundLine, Hit } from './ask.ts';

/** A run of true words; the marked ones were asked for. */
export interface ExcerptRun {
  readonly text: string;
  readonly marked: boolean;
}

/** Letters of an excerpt in all, and before the first word that was asked for. */
const LENGTH = 180;
const BEFORE = 60;
const CUT = '…';

/** The title of a hit, whole; undefined where the piece has none to show. */
export function titleRuns({ lines: [first], meta }: Hit): readonly ExcerptRun[] | undefined {
  return first !== undefined && meta['title'] !== undefined
    ? pieces(first, 0, first.text.length)
    : undefined;
}

/** Words around the surest match outside the title, in the language they are written in. */
export function excerptOf({ lines, meta }: Hit): {
  readonly language: string;
  readonly pieces: readonly ExcerptRun[];
} {
  const body = meta['title'] === undefined ? lines : lines.slice(1);
  const surest = ({ matches }: FoundLine): number =>
    Math.max(0, ...matches.map(({ sureness }) => sureness));
  const [best] = [...body].sort((one, other) => surest(other) - surest(one));
  if (best === undefined) return { language: '', pieces: [] };
  const { text, matches, language } = best;
  const word = matches.find(({ sureness }) => sureness === surest(best))?.at ?? 0;
  const start = word <= BEFORE ? 0 : text.indexOf(' ', word - BEFORE) + 1;
  const end = text.length <= start + LENGTH ? text.length : text.lastIndexOf(' ', start + LENGTH);
  // Words without spaces between them must be cut somewhere.
  const [from, to] = start > word || end <= word ? [word, word + LENGTH] : [start, end];
  return {
    language,
    pieces: [
      ...(from > 0 ? [{ text: CUT, marked: false }] : []),
      ...pieces(best, from, to),
      ...(to < text.length ? [{ text: CUT, marked: false }] : []),
    ],
  };
}

function pieces({ text, matches }: FoundLine, from: number, to: number): readonly ExcerptRun[] {
  const found: ExcerptRun[] = [];
  let at = from;
  for (const { at: start, word } of matches) {
    const end = start + word.length;
    if (start < at || end > to) continue;
    found.push({ text: text.slice(at, start), marked: false }, { text: word, marked: true });
    at = end;
  }
  return [...found, { text: text.slice(at, to), marked: false }].filter(
    (piece) => piece.text !== '',
  );
}
