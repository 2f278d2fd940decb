import {
  BRINGS_TOGETHER,
  listsWith,
  type Piece,
  placeIn,
  type Shelves,
  sizeOf,
  wordsInCommon,
} from './near-pieces.ts';

/** How many pieces are offered after one. */
const OFFERED = 3;
/** How many pieces on each side, in each list, are compared: a long list costs no more than a short one. */
const WINDOW = 20;
/** What it is worth that two pieces share a theme, a project, a town. */
const WORTH: Readonly<Record<(typeof BRINGS_TOGETHER)[number], number>> = {
  themes: 3,
  series: 2,
  places: 1.5,
};
/** What it is worth that the reader can follow it: in the language of the page, or of the piece just read. */
const CAN_BE_READ = 4;
/** The most that words in common are worth. */
const MOST_FOR_WORDS = 6;

/**
 * May the title of `other` stand on the page of `story`? Search engines and AI are let in to a page by
 * its own makers, so what stands there of others must be theirs to find as well (docs/consent.md §2.7).
 */
export function mayBeNamedOn(
  story: Pick<Piece, 'searchable' | 'openToAi'>,
  other: Pick<Piece, 'searchable' | 'openToAi'>,
): boolean {
  return (!story.searchable || other.searchable) && (!story.openToAi || other.openToAi);
}

/**
 * Up to three pieces to go on with, the nearest first: by theme, project, town, words in common, and
 * whether they can be read in `language` or in that of the piece. Those that may be named on this page
 * come before those that may not. The same piece in another language is no other piece. Nothing is known
 * of the reader.
 */
export function readNext(story: Piece, shelves: Shelves, language: string): readonly Piece[] {
  const same = new Set([story.id, ...story.siblings.map(({ id }) => id)]);
  return nearby(story, shelves)
    .filter(({ id }) => !same.has(id))
    .map((piece) => ({
      piece,
      named: Number(mayBeNamedOn(story, piece)),
      near:
        nearness(story, piece, shelves) +
        (canBeRead(piece, [language, story.language]) ? CAN_BE_READ : 0),
    }))
    .sort((a, b) => b.named - a.named || b.near - a.near || (a.piece.id < b.piece.id ? -1 : 1))
    .slice(0, OFFERED)
    .map(({ piece }) => piece);
}

function canBeRead({ language, translations }: Piece, languages: readonly string[]): boolean {
  return [language, ...translations.map((each) => each.language)].some((tag) =>
    languages.includes(tag),
  );
}

function nearness(story: Piece, piece: Piece, shelves: Shelves): number {
  const all = shelves.stories.length;
  const shared = BRINGS_TOGETHER.flatMap((facet) =>
    story[facet]
      .filter((term) => piece[facet].includes(term))
      .map((term) => WORTH[facet] * rarity(sizeOf(facet, term, shelves), all)),
  );
  const words = wordsInCommon(story, piece, shelves).map((pieces) => rarity(pieces, all) - 1);
  return sum(shared) + Math.min(MOST_FOR_WORDS, sum(words));
}

/** What few pieces share says more than what all share: from 1 for all, a quarter more for each halving. */
function rarity(pieces: number, all: number): number {
  return 1 + Math.log2((all + 1) / (pieces + 1)) / 4;
}

/** Those that stand near it in the lists of its themes, projects and towns, and in the list of all. */
function nearby(story: Piece, shelves: Shelves): readonly Piece[] {
  const found = new Set<Piece>();
  for (const listing of listsWith(story, shelves)) {
    const { stories } = listing;
    const most = Math.max(0, stories.length - 2 * WINDOW - 1);
    const from = Math.min(Math.max(0, placeIn(listing, story, shelves) - WINDOW), most);
    for (const piece of stories.slice(from, from + 2 * WINDOW + 1)) found.add(piece);
  }
  return [...found];
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, each) => total + each, 0);
}
