import { createHash } from 'node:crypto';
import type { Listing } from '#release/addresses.ts';
import type { Released, Story } from '#release/released.ts';
import type { ReleasedArchive } from './released-archive.ts';

export type Piece = Released<Story>;

/** What the ways on from a piece are chosen from. */
export type Shelves = Pick<
  ReleasedArchive,
  'stories' | 'byId' | 'listings' | 'exhibitions' | 'site'
>;

/** The ways in that bring pieces together because of what they are about. */
export const BRINGS_TOGETHER = ['themes', 'series', 'places'] as const;

/** What is found out once of all pieces, because every page of a piece asks for it. */
interface Known {
  readonly byPath: ReadonlyMap<string, Listing<Piece>>;
  readonly byLot: readonly { readonly lot: string; readonly piece: Piece }[];
  /** The piece that follows each in the order of their lots, by its id; the last is followed by the first. */
  readonly following: ReadonlyMap<string, Piece | undefined>;
  readonly words: ReadonlyMap<Piece, ReadonlySet<string>>;
  /** In how many pieces each word stands. */
  readonly spread: ReadonlyMap<string, number>;
  readonly places: Map<Listing<Piece>, ReadonlyMap<string, number>>;
}

/** By the lists it was found out of, and forgotten with them. */
const known = new WeakMap<Shelves['listings'], Known>();

function knownOf({ stories, listings }: Pick<Shelves, 'stories' | 'listings'>): Known {
  const found = known.get(listings) ?? learn(stories, listings);
  known.set(listings, found);
  return found;
}

function learn(stories: readonly Piece[], listings: Shelves['listings']): Known {
  const words = new Map(stories.map((piece) => [piece, wordsOf(piece)]));
  const spread = new Map<string, number>();
  for (const each of words.values())
    for (const word of each) spread.set(word, (spread.get(word) ?? 0) + 1);
  const byLot = stories
    .map((piece) => ({ lot: lotOf(piece.id), piece }))
    .sort((a, b) => (a.lot < b.lot ? -1 : 1));
  return {
    byPath: new Map(listings.map((listing) => [listing.path, listing])),
    byLot,
    following: new Map(
      byLot.map(({ piece }, at) => [piece.id, (byLot[at + 1] ?? byLot[0])?.piece]),
    ),
    words,
    spread,
    places: new Map(),
  };
}

/** The words of four letters and more in its title and summary, in each language these are let out in. */
function wordsOf({ title, summary, translations }: Piece): ReadonlySet<string> {
  const texts = [title, summary, ...translations.flatMap((each) => [each.title, each.summary])];
  return new Set(
    texts
      .join(' ')
      .toLowerCase()
      .match(/\p{L}[\p{L}\p{M}]{3,}/gu) ?? [],
  );
}

/** The lists of its themes, projects and towns, and last the list of all. */
export function listsWith(story: Piece, shelves: Shelves): readonly Listing<Piece>[] {
  const { byPath } = knownOf(shelves);
  const paths = BRINGS_TOGETHER.flatMap((facet) =>
    story[facet].map((term) => `/${facet}/${term}/`),
  );
  return [...paths, '/stories/'].flatMap((path) => byPath.get(path) ?? []);
}

/** How many pieces a theme, a project or a town has. */
export function sizeOf(facet: (typeof BRINGS_TOGETHER)[number], term: string, of: Shelves): number {
  return knownOf(of).byPath.get(`/${facet}/${term}/`)?.stories.length ?? 0;
}

/** Where a piece stands in a list, from 0; -1 where it does not. */
export function placeIn(listing: Listing<Piece>, { id }: Piece, shelves: Shelves): number {
  const { places } = knownOf(shelves);
  const found = places.get(listing) ?? new Map(listing.stories.map((piece, at) => [piece.id, at]));
  places.set(listing, found);
  return found.get(id) ?? -1;
}

/** The words that two pieces have in common, each with the number of pieces that have it. */
export function wordsInCommon(one: Piece, other: Piece, shelves: Shelves): readonly number[] {
  const { words, spread } = knownOf(shelves);
  const theirs = words.get(other);
  return [...(words.get(one) ?? [])]
    .filter((word) => theirs?.has(word))
    .map((word) => spread.get(word) ?? 1);
}

/**
 * A piece by chance: the one that follows `from` in a round of all pieces, which lie in no order that
 * means anything. Who goes on and on comes to each of them once. `from` is an id, or other words, such
 * as a day; nothing where there is no other piece.
 */
export function byChance(from: string, shelves: Shelves): Piece | undefined {
  const { byLot, following } = knownOf(shelves);
  const mine = lotOf(from);
  const piece = following.get(from) ?? (byLot.find(({ lot }) => lot > mine) ?? byLot[0])?.piece;
  return piece?.id === from ? undefined : piece;
}

function lotOf(text: string): string {
  return createHash('sha256').update(text).digest('hex');
}
