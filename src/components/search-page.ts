/**
 * Runs the search form in the browser: asks the index that lies beside the site, and writes what it
 * finds as text. Nothing is stored and nothing leaves for another origin.
 */
interface Found {
  readonly url: string;
  readonly excerpt: string;
  readonly meta: Readonly<Record<string, string | undefined>>;
}
interface Index {
  search(
    query: string | null,
    options: { filters: Record<string, string> },
  ): Promise<{ results: readonly { data(): Promise<Found> }[] }>;
}
const FILTERS = ['language', 'kind', 'theme', 'place'] as const;
const AT_ONCE = 20;
// A small number could point at a person (consent.md, A32).
const LEAST = 5;
// In a variable, so that the bundler leaves it: the index is made after the pages.
const INDEX_ADDRESS = '/pagefind/pagefind.js';

const form = document.querySelector<HTMLFormElement>('#search');
const status = document.querySelector<HTMLElement>('#search-status');
const list = document.querySelector<HTMLOListElement>('#search-results');
const more = document.querySelector<HTMLElement>('#search-more');
let index: Promise<Index> | undefined;
let latest = 0;

if (form && status && list && more) {
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    const asked = questionIn(form);
    history.pushState(null, '', asked.size > 0 ? `?${asked}` : location.pathname);
    void answer();
  });
  form.addEventListener('change', ({ target }) => {
    if (target instanceof HTMLSelectElement) keepOne(target);
  });
  window.addEventListener('popstate', () => void answer());
  void answer();
}

/** A theme and a town together could pick out one person, so one lets go of the other (T21). */
function keepOne(changed: HTMLSelectElement): void {
  const other = { theme: 'place', place: 'theme' }[changed.name];
  if (other && changed.value !== '') fieldOf(other, '');
}

function questionIn(from: HTMLFormElement): URLSearchParams {
  const asked = new URLSearchParams();
  for (const [name, value] of new FormData(from)) {
    if (typeof value === 'string' && value.trim() !== '') asked.set(name, value.trim());
  }
  return asked;
}

/** Puts what the address asks into the form, then finds it. */
async function answer(): Promise<void> {
  if (!status || !list || !more || !form) return;
  const turn = ++latest;
  const asked = new URLSearchParams(location.search);
  if (asked.get('theme')) asked.delete('place');
  const query = asked.get('q')?.trim() ?? '';
  fieldOf('q', query);
  const filters: Record<string, string> = {};
  for (const name of FILTERS) {
    const value = asked.get(name) ?? '';
    fieldOf(name, value);
    if (value !== '') filters[name] = value;
  }
  list.replaceChildren();
  more.replaceChildren();
  if (query === '' && Object.keys(filters).length === 0) {
    status.textContent = '';
    return;
  }
  status.textContent = form.dataset['working'] ?? '';
  try {
    index ??= import(/* @vite-ignore */ INDEX_ADDRESS) as Promise<Index>;
    const { results } = await (await index).search(query === '' ? null : query, { filters });
    if (turn !== latest) return;
    status.textContent = countWords(results.length);
    await show(results, 0);
  } catch {
    index = undefined;
    status.textContent = form.dataset['broken'] ?? '';
  }
}

async function show(results: readonly { data(): Promise<Found> }[], from: number): Promise<void> {
  if (!list || !more) return;
  const turn = latest;
  const items = await Promise.all(results.slice(from, from + AT_ONCE).map((each) => each.data()));
  if (turn !== latest) return;
  const drawn = items.map(itemOf);
  list.append(...drawn);
  if (from > 0) drawn[0]?.querySelector('a')?.focus();
  more.replaceChildren();
  if (results.length > from + AT_ONCE) {
    const button = document.createElement('button');
    button.type = 'button';
    button.className = 'button quiet';
    button.textContent = more.dataset['label'] ?? '';
    button.addEventListener('click', () => void show(results, from + AT_ONCE));
    more.append(button);
  }
}

function itemOf(found: Found): HTMLLIElement {
  const item = document.createElement('li');
  const language = found.meta['lang'] ?? '';
  const option = optionOf('language', language);
  const kind = optionOf('kind', found.meta['kind'] ?? '')?.textContent?.trim();
  const heading = document.createElement('p');
  const link = document.createElement('a');
  const excerpt = document.createElement('p');
  const facts = document.createElement('p');
  for (const part of [heading, excerpt]) {
    part.lang = language;
    part.dir = option?.dir || 'auto';
  }
  heading.className = 'card-title';
  link.href = found.url.startsWith('/stories/')
    ? `${form?.dataset['prefix'] ?? ''}${found.url}`
    : '';
  link.textContent = found.meta['title'] ?? kind ?? '';
  heading.append(link);
  excerpt.append(...marked(found.excerpt));
  facts.className = 'hint';
  facts.textContent = [kind, option?.textContent?.trim()].filter(Boolean).join(' · ');
  item.append(heading, facts, excerpt);
  return item;
}

/** The index marks what matched with `<mark>`: only that is read as markup, all else is text. */
function marked(excerpt: string): Node[] {
  return excerpt.split(/(<mark>[\s\S]*?<\/mark>)/).map((piece) => {
    const match = /^<mark>([\s\S]*)<\/mark>$/.exec(piece);
    if (!match) return document.createTextNode(letters(piece));
    const mark = document.createElement('mark');
    mark.textContent = letters(match[1] ?? '');
    return mark;
  });
}

const ENTITIES: Readonly<Record<string, string>> = {
  '&lt;': '<',
  '&gt;': '>',
  '&quot;': '"',
  '&#39;': "'",
  '&amp;': '&',
};

function letters(escaped: string): string {
  return escaped.replace(/&(?:lt|gt|quot|#39|amp);/g, (entity) => ENTITIES[entity] ?? entity);
}

function countWords(count: number): string {
  const said = form?.dataset ?? {};
  if (count === 0) return said['none'] ?? '';
  if (count < LEAST) return said['some'] ?? '';
  return (said['many'] ?? '').replace('{count}', String(count));
}

function fieldOf(name: string, value: string): void {
  const field = form?.elements.namedItem(name);
  if (field instanceof HTMLInputElement || field instanceof HTMLSelectElement) field.value = value;
}

function optionOf(select: string, value: string): HTMLOptionElement | undefined {
  const field = form?.elements.namedItem(select);
  return field instanceof HTMLSelectElement
    ? [...field.options].find((option) => option.value === value && value !== '')
    : undefined;
}

export {};
