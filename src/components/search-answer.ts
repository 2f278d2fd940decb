import type { Words } from '#i18n/subjects.ts';
import { fill } from '#i18n/text.ts';
import { ask, type Hit, type SearchResults } from '#search/ask.ts';
import type { Engine, Filters } from '#search/engine.ts';
import { excerptOf, titleRuns } from '#search/excerpt.ts';
import { findPages, type PageHit, type SearchablePage } from '#search/find-pages.ts';
import type { WordList } from '#search/words-meant.ts';
import { type CardNode, cardTree, type CardWords } from './card-tree.ts';

/** The choices of the search form, as they stand in an address. */
export const SEARCH_FILTERS = ['language', 'kind', 'theme', 'place', 'series'] as const;
/** Letters that are read of a question: more is no question of a reader. */
const MOST_LETTERS = 200;
// A small number could point at a person (docs/consent.md, A32).
const LEAST = 5;

export interface AskedSearch {
  readonly query: string;
  readonly filters: Filters;
  /** Neither a word nor a choice. */
  readonly isEmpty: boolean;
}

/** Where search looks: the index beside the site, its words, and the pages that are no piece. */
export interface SearchSources {
  readonly engine: Engine;
  readonly wordList: WordList;
  readonly pages: readonly SearchablePage[];
}

export interface SearchAnswer {
  readonly pages: readonly PageHit[];
  readonly found: SearchResults;
}

/** What the search page says around what it found. */
export interface SearchSays extends Pick<Words, 'searchNone' | 'searchSome' | 'searchMany'> {
  readonly searchBroken: string;
}

/** What an address asks. A theme and a town together could pick out one person, so the theme stands (T21). */
export function askedSearch(address: URLSearchParams): AskedSearch {
  const query = [...(address.get('q')?.trim() ?? '')].slice(0, MOST_LETTERS).join('');
  const chosen = SEARCH_FILTERS.map((name) => [name, address.get(name)?.trim() ?? ''] as const);
  const filters = Object.fromEntries(
    chosen.filter(
      ([name, value]) => value !== '' && !(name === 'place' && (address.get('theme') ?? '') !== ''),
    ),
  );
  return { query, filters, isEmpty: query === '' && Object.keys(filters).length === 0 };
}

/** The pages and the pieces that have what was asked for; the same in a browser and where a page is drawn. */
export async function answerSearch(
  { query, filters }: AskedSearch,
  { engine, wordList, pages }: SearchSources,
): Promise<SearchAnswer> {
  const others = findPages(pages, query);
  const ofPages = others.flatMap(({ isWhole, page: { filter } }) =>
    isWhole && filter ? [filter] : [],
  );
  return { pages: others, found: await ask(engine, wordList, query, filters, ofPages) };
}

/** How many were found, in words. */
export function foundWords(
  { close, total, first }: SearchResults,
  { searchNone, searchSome, searchMany }: SearchSays,
  language: string,
): string {
  if (close || first.length === 0) return searchNone;
  if (total === undefined || total < LEAST) return searchSome;
  return fill(searchMany, { count: total }, language);
}

/** A piece that was found: the card that the lists have, with what was asked for marked in it. */
export function hitNode(hit: Hit, words: CardWords): CardNode {
  return cardTree(hit.card, words, 'p', { title: titleRuns(hit), excerpt: excerptOf(hit) });
}

/** A theme, a town or another page, above the pieces. */
export function pageNode({ page: { url, title, language, about } }: PageHit): CardNode {
  const href = url.startsWith('/') ? url : '';
  const link = { tag: 'a', attributes: { href, lang: language, dir: 'auto' }, children: [title] };
  const kind = { tag: 'span', attributes: { class: 'hint' }, children: [about] };
  return { tag: 'li', attributes: {}, children: [link, ' ', kind] };
}
