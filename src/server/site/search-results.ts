import { readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import type { CardWords } from '#components/card-tree.ts';
import {
  type AskedSearch,
  answerSearch,
  askedSearch,
  foundWords,
  hitNode,
  pageNode,
  SEARCH_FILTERS,
  type SearchAnswer,
  type SearchSources,
} from '#components/search-answer.ts';
import type { SearchablePage } from '#search/find-pages.ts';
import { folderIndex } from '#search/folder-index.ts';
import { PageTree } from './page-tree.ts';

/** The search page with what was found in it. */
export interface ResultsPage {
  readonly html: string;
  readonly status: 200 | 503;
}

const SEARCH_PAGE = /^\/(?:[A-Za-z-]{2,12}\/)?search\/$/;

export const isSearchPage = (pathname: string): boolean => SEARCH_PAGE.test(pathname);

/** So many are looked for at once, so many in a moment and so many a second after: a search costs a server work. */
const AT_ONCE = 4;
const IN_A_MOMENT = 40;
const A_SECOND = 4;
/** An index that is not read by then is said to be not working just now; it goes on being read. */
const PATIENCE_MS = 8000;
/** How far somebody looks without a script, a screenful at a time. */
const MOST_PAGES = 20;

/**
 * Draws results into the search page of a built site for whoever has no script: the same index, the same order
 * and the same cards. It keeps nothing of who asks or what, and no answer.
 */
export class SearchResultsPages {
  readonly #folder: string;
  readonly #isHidden: (id: string) => boolean;
  readonly #now: () => number;
  #index: { readonly of: number; readonly read: ReturnType<typeof folderIndex> } | undefined;
  #running = 0;
  #left = IN_A_MOMENT;
  #at = 0;

  constructor(folder: string, isHidden: (id: string) => boolean, now: () => number = Date.now) {
    this.#folder = folder;
    this.#isHidden = isHidden;
    this.#now = now;
  }

  /** The page of an address, made of the page that lies there; without a question only its form. */
  async page(html: string, address: URL): Promise<ResultsPage> {
    const page = new PageTree(html);
    page.removeAll('noscript');
    const asked = askedSearch(address.searchParams);
    if (asked.isEmpty) return { html: page.text(), status: 200 };
    fillForm(page, asked);
    const says = JSON.parse(page.dataOf('search', 'says') ?? '{}');
    try {
      if (!this.#mayAsk()) throw new Error('busy');
      const answer = await this.#answer(asked, page.dataOf('search', 'prefix') ?? '');
      await showAnswer(page, answer, address);
      page.setText('search-status', foundWords(answer.found, says, page.language()));
      return { html: page.text(), status: 200 };
    } catch {
      page.setText('search-status', says.searchBroken ?? '');
      return { html: page.text(), status: 503 };
    }
  }

  async #answer(asked: AskedSearch, prefix: string): Promise<SearchAnswer> {
    this.#running += 1;
    try {
      return await answerSearch(asked, await this.#sources(prefix));
    } finally {
      this.#running -= 1;
    }
  }

  #mayAsk(): boolean {
    const now = this.#now();
    this.#left = Math.min(IN_A_MOMENT, this.#left + ((now - this.#at) / 1000) * A_SECOND);
    this.#at = now;
    if (this.#running >= AT_ONCE || this.#left < 1) return false;
    this.#left -= 1;
    return true;
  }

  async #sources(prefix: string): Promise<SearchSources> {
    // What comes down makes the index anew in the same folder.
    const { mtimeMs } = await stat(join(this.#folder, 'pagefind', 'pagefind-entry.json'));
    if (this.#index?.of !== mtimeMs) {
      const read = folderIndex(this.#folder, (url) => this.#isHidden(url.split('/')[2] ?? ''));
      read.catch(() => {
        this.#index = undefined;
      });
      this.#index = { of: mtimeMs, read };
    }
    const found = await within(this.#index.read, PATIENCE_MS);
    return { ...found, pages: await pagesIn(join(this.#folder, prefix, 'search', 'pages.json')) };
  }
}

/** A site without the list of its pages has its pieces all the same. */
async function pagesIn(file: string): Promise<readonly SearchablePage[]> {
  const text = await readFile(file, 'utf8').catch(() => '[]');
  return JSON.parse(text);
}

function within<T>(work: Promise<T>, ms: number): Promise<T> {
  return new Promise((done, fail) => {
    const timer = setTimeout(() => fail(new Error('late')), ms);
    work.then(done, fail).finally(() => clearTimeout(timer));
  });
}

function fillForm(page: PageTree, { query, filters }: AskedSearch): void {
  page.setAttribute('q', 'value', query);
  for (const name of SEARCH_FILTERS) page.choose(`search-${name}`, filters[name] ?? '');
  if (Object.keys(filters).length > 0) page.setAttribute('search-narrow', 'open', '');
}

async function showAnswer(page: PageTree, answer: SearchAnswer, address: URL): Promise<void> {
  const { pages, found } = answer;
  const words: CardWords = JSON.parse(page.dataOf('search', 'cards') ?? '');
  if (pages.length > 0) {
    page.removeAttribute('search-pages', 'hidden');
    page.append('search-pages', 'ul', pages.map(pageNode));
  }
  if (found.close) page.removeAttribute('search-close', 'hidden');
  page.setRoot('data-letters', 'whole');
  const number = pageNumber(address);
  let hits = found.first;
  let before = 0;
  for (let at = 1; at < number && hits.length > 0; at += 1) {
    before += hits.length;
    hits = await found.next();
  }
  page.append(
    'search-results',
    'ol',
    hits.map((hit) => hitNode(hit, words)),
  );
  const mayBeMore = found.total === undefined || before + hits.length < found.total;
  if (!mayBeMore || hits.length === 0 || number >= MOST_PAGES) return;
  const next = new URLSearchParams(address.searchParams);
  next.set('page', String(number + 1));
  const label = page.dataOf('search-more', 'label') ?? '';
  const attributes = { class: 'button quiet', href: `?${next}` };
  page.append('search-more', 'p', [{ tag: 'a', attributes, children: [label] }]);
}

function pageNumber({ searchParams }: URL): number {
  const asked = /^\d{1,2}$/.exec(searchParams.get('page') ?? '1')?.[0] ?? '1';
  return Math.min(MOST_PAGES, Math.max(1, Number(asked)));
}
