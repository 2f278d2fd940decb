/**
 * Runs the search form in the browser: asks the index that lies beside the site, and writes what it
 * finds as text. Nothing is stored and nothing leaves for another origin.
 */
import type { Hit, SearchResults } from '#search/ask.ts';
import type { Engine } from '#search/engine.ts';
import type { SearchablePage } from '#search/find-pages.ts';
import { wordListAt } from '#search/load-word-list.ts';
import type { CardNode, CardWords } from './card-tree.ts';
import {
  answerSearch,
  askedSearch,
  foundWords,
  hitNode,
  pageNode,
  SEARCH_FILTERS,
  type SearchSays,
} from './search-answer.ts';

// Long enough for a slow typist's next letter.
const PAUSE_MS = 300;
// In a variable, so that the bundler leaves it: the index is made after the pages.
const INDEX_ADDRESS = '/pagefind/pagefind.js';
const WORD_LIST = wordListAt('/pagefind/');

const form = document.querySelector<HTMLFormElement>('#search');
const status = document.querySelector<HTMLElement>('#search-status');
const list = document.querySelector<HTMLOListElement>('#search-results');
const pages = document.querySelector<HTMLElement>('#search-pages');
const more = document.querySelector<HTMLElement>('#search-more');
const close = document.querySelector<HTMLElement>('#search-close');
let index: Promise<Engine> | undefined;
let latest = 0;
let pause = 0;

// Folded, so that the first result is on the first screen of a phone; open where something is chosen.
const narrow = document.querySelector<HTMLDetailsElement>('#search-narrow');
if (narrow)
  narrow.open = SEARCH_FILTERS.some((name) => new URLSearchParams(location.search).has(name));

if (form && status && list && more) {
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    clearTimeout(pause);
    history.pushState(null, '', addressOf(form));
    void answer(true);
  });
  form.addEventListener('input', () => {
    clearTimeout(pause);
    pause = window.setTimeout(() => {
      // Each letter is not a step to go back to.
      history.replaceState(null, '', addressOf(form));
      void answer(false);
    }, PAUSE_MS);
  });
  form.addEventListener('change', ({ target }) => {
    if (target instanceof HTMLSelectElement) keepOne(target);
  });
  window.addEventListener('popstate', () => void answer(true));
  void answer(true);
}

/** A theme and a town together could pick out one person, so one lets go of the other (T21). */
function keepOne(changed: HTMLSelectElement): void {
  const other = { theme: 'place', place: 'theme' }[changed.name];
  if (other && changed.value !== '') fieldOf(other, '');
}

function addressOf(from: HTMLFormElement): string {
  const asked = new URLSearchParams();
  for (const [name, value] of new FormData(from)) {
    if (typeof value === 'string' && value.trim() !== '') asked.set(name, value.trim());
  }
  return asked.size > 0 ? `?${asked}` : location.pathname;
}

/** Finds what the address asks; puts it into the form too, unless that is being written in. */
async function answer(fill: boolean): Promise<void> {
  if (!status || !list || !more || !close || !form) return;
  const turn = ++latest;
  const asked = askedSearch(new URLSearchParams(location.search));
  if (fill)
    for (const name of ['q', ...SEARCH_FILTERS])
      fieldOf(name, name === 'q' ? asked.query : (asked.filters[name] ?? ''));
  if (asked.isEmpty) {
    clear();
    status.textContent = '';
    return;
  }
  status.textContent = form.dataset['working'] ?? '';
  list.ariaBusy = 'true';
  try {
    // All are on their way at once.
    index ??= begun();
    const [engine, known] = await Promise.all([index, searchablePages(), WORD_LIST.list()]);
    const said = await answerSearch(asked, { engine, wordList: WORD_LIST, pages: known });
    if (turn !== latest) return;
    clear();
    showPages(said.pages.map(pageNode));
    close.hidden = !said.found.close;
    status.textContent = foundWords(said.found, says(), document.documentElement.lang);
    show(said.found.first, said.found);
  } catch {
    if (turn !== latest) return;
    clear();
    index = undefined;
    status.textContent = says().searchBroken;
  }
  list.ariaBusy = 'false';
}

/** Without a worker, which would be a second program to load, and on a slow line one that is waited for in vain. */
async function begun(): Promise<Engine> {
  const engine: Engine = await import(/* @vite-ignore */ INDEX_ADDRESS);
  await engine.options?.({ noWorker: true });
  return engine;
}

/** The themes, towns and other pages; a site built without them has its pieces all the same. */
function searchablePages(): Promise<readonly SearchablePage[]> {
  sitePages ??= fetch(`${form?.dataset['prefix'] ?? ''}/search/pages.json`)
    .then((answer) => (answer.ok ? answer.json() : []))
    .catch(() => []);
  return sitePages;
}
let sitePages: Promise<readonly SearchablePage[]> | undefined;

function showPages(found: readonly CardNode[]): void {
  if (!pages) return;
  pages.hidden = found.length === 0;
  pages.querySelector('ul')?.replaceChildren(...found.map(drawn));
}

function clear(): void {
  list?.replaceChildren();
  showPages([]);
  more?.replaceChildren();
  if (close) close.hidden = true;
}

function show(hits: readonly Hit[], found: SearchResults): void {
  if (!list || !more) return;
  const { length } = list.children;
  // Any word of any script may stand in these.
  document.documentElement.dataset['letters'] = 'whole';
  const items = hits.map((hit) => drawn(hitNode(hit, cardSays())));
  list.append(...items);
  if (length > 0) items[0]?.querySelector('a')?.focus();
  more.replaceChildren();
  if (hits.length > 0 && list.children.length !== found.total) more.append(moreButton(found));
}

function moreButton(found: SearchResults): HTMLButtonElement {
  const button = document.createElement('button');
  const turn = latest;
  button.type = 'button';
  button.className = 'button quiet';
  button.textContent = more?.dataset['label'] ?? '';
  button.addEventListener('click', async () => {
    const hits = await found.next();
    if (turn === latest) show(hits, found);
  });
  return button;
}

function drawn({ tag, attributes, children }: CardNode): Element {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes))
    if (value !== undefined) element.setAttribute(name, String(value));
  element.append(...children.map((child) => (typeof child === 'string' ? child : drawn(child))));
  return element;
}

function cardSays(): CardWords {
  cardWords ??= JSON.parse(form?.dataset['cards'] ?? '');
  return cardWords as CardWords;
}
let cardWords: CardWords | undefined;

function says(): SearchSays {
  return JSON.parse(form?.dataset['says'] ?? '');
}

function fieldOf(name: string, value: string): void {
  const field = form?.elements.namedItem(name);
  if (field instanceof HTMLInputElement || field instanceof HTMLSelectElement) field.value = value;
}
