import { fold, wordsOf } from '#audit/fold.ts';
import type {
  Answer,
  Asset,
  Contact,
  Exhibition,
  Page,
  Priority,
  Site,
  Story,
  SupportLine,
  Term,
} from '#release/released.ts';

/**
 * What the release tree holds, by whose words they are (README.md, "What facilitators called
 * something"):
 *
 * - `let-out`: a contributor's words that consent lets out; public as they stand.
 * - `name`: what facilitators called a thing. A withheld piece may be called the same, and only that is
 *   public of it beyond its single words.
 * - `words`: what facilitators, institutions or settings say. Somebody may have written withheld words
 *   into it, so only its single words are public, never a phrase.
 * - `elsewhere`: an id that is a name in a list of its own, an address, a number: nothing by itself.
 */
export type FieldExposure = 'let-out' | 'name' | 'words' | 'elsewhere';

/** A row for each field, so that one that is added to a record and not to this table does not compile. */
type Rows<T> = { readonly [Key in keyof T]-?: Row<NonNullable<T[Key]>> };
type Row<Value> = FieldExposure | (Value extends readonly (infer Item)[] ? ItemRow<Item> : never);
type ItemRow<Item> = Item extends object ? Rows<Item> : never;
export interface ExposureTable {
  readonly [field: string]: FieldExposure | ExposureTable;
}

const TERM = {
  id: 'name',
  name: 'name',
  about: 'words',
  communityWords: 'words',
  officialTerms: 'words',
  themes: 'elsewhere',
} as const satisfies Rows<Term>;

const PRIORITY = { ...TERM, pieces: 'elsewhere' } as const satisfies Rows<Priority>;

const CONTACT = {
  label: 'name',
  kind: 'elsewhere',
  value: 'words',
} as const satisfies Rows<Contact>;

const SUPPORT_LINE = {
  name: 'name',
  phone: 'words',
  text: 'words',
  url: 'words',
  about: 'words',
  topics: 'elsewhere',
  checked_on: 'elsewhere',
} as const satisfies Rows<SupportLine>;

const SITE = {
  name: 'name',
  tagline: 'words',
  url: 'words',
  languages: 'elsewhere',
  contacts: CONTACT,
  support: SUPPORT_LINE,
  takesThanks: 'elsewhere',
  sharing: 'elsewhere',
  themes: TERM,
  places: TERM,
  series: TERM,
  priorities: PRIORITY,
  tombstones: 'elsewhere',
  ledger: 'elsewhere',
  builtFor: 'elsewhere',
} as const satisfies Rows<Site>;

const EXHIBITION = {
  id: 'name',
  title: 'name',
  language: 'elsewhere',
  summary: 'words',
  curatedBy: 'name',
  opens: 'elsewhere',
  closes: 'elsewhere',
  body: 'words',
  works: 'elsewhere',
  example: 'elsewhere',
} as const satisfies Rows<Exhibition>;

const PAGE = {
  id: 'name',
  title: 'name',
  language: 'elsewhere',
  body: 'words',
} as const satisfies Rows<Page>;

const ASSET = {
  id: 'name',
  name: 'name',
  about: 'words',
  kind: 'elsewhere',
  places: 'elsewhere',
  themes: 'elsewhere',
  url: 'words',
  checkedOn: 'elsewhere',
  example: 'elsewhere',
} as const satisfies Rows<Asset>;

const ANSWER = {
  id: 'name',
  institution: 'name',
  language: 'elsewhere',
  answers: 'elsewhere',
  on: 'elsewhere',
  wording: 'elsewhere',
  status: 'elsewhere',
  example: 'elsewhere',
  bodyFile: 'elsewhere',
} as const satisfies Rows<Answer>;

const STORY = {
  id: 'let-out',
  kind: 'let-out',
  language: 'let-out',
  title: 'let-out',
  summary: 'let-out',
  wordsFile: 'elsewhere',
  credit: 'let-out',
  told: 'let-out',
  series: 'elsewhere',
  themes: 'elsewhere',
  places: 'elsewhere',
  contentNotes: 'let-out',
  images: 'let-out',
  sound: 'let-out',
  translations: 'let-out',
  more: 'let-out',
  siblings: 'let-out',
  publishedOn: 'elsewhere',
  uses: 'elsewhere',
  searchable: 'elsewhere',
  openToAi: 'elsewhere',
  openLicence: 'elsewhere',
  example: 'elsewhere',
  thanks: 'elsewhere',
  licence: 'let-out',
} as const satisfies Rows<Story>;

/** What a file of the release tree holds. A file that is in no row says nothing that is public. */
const FILES: readonly (readonly [file: RegExp, holds: FieldExposure | ExposureTable])[] = [
  [/^contributions\/[a-z0-9]+\.json$/, STORY],
  [/^contributions\/[a-z0-9]+\/[^/]+\.md$/, 'let-out'],
  [/^site\.json$/, SITE],
  [/^exhibitions\/[^/]+\.json$/, EXHIBITION],
  [/^pages\/[^/]+\.json$/, PAGE],
  [/^assets\/assets\.json$/, ASSET],
  [/^responses\/responses\.json$/, ANSWER],
  [/^responses\/[^/]+\.md$/, 'words'],
];

/** What a file of the release tree holds, by its path in it. */
export function exposureOf(file: string): FieldExposure | ExposureTable {
  return FILES.find(([pattern]) => pattern.test(file))?.[1] ?? 'elsewhere';
}

/** What is public of a text, and the names in it. */
export interface PublicText {
  readonly texts: readonly string[];
  readonly names: readonly string[];
}

/** What is public of a value that stands in the tree, by its row; a field without one says nothing. */
export function publicIn(
  value: unknown,
  row: FieldExposure | ExposureTable | undefined,
): PublicText {
  if (row === undefined || row === 'elsewhere') return { texts: [], names: [] };
  if (typeof row === 'string') {
    const said = stringsIn(value);
    const texts = row === 'let-out' ? said : said.flatMap(singleWords);
    return { texts, names: row === 'name' ? said : [] };
  }
  const parts = Array.isArray(value)
    ? value.map((item) => publicIn(item, row))
    : Object.entries(value ?? {}).map(([field, inner]) =>
        publicIn(inner, Object.hasOwn(row, field) ? row[field] : undefined),
      );
  return {
    texts: parts.flatMap(({ texts }) => texts),
    names: parts.flatMap(({ names }) => names),
  };
}

/**
 * What withheld pieces, or the groups that made them, are called and what stands in a name too: a
 * piece that ends must not keep the next site from being made while the last one shows the name.
 */
export function alsoNames(called: readonly string[], names: readonly string[]): readonly string[] {
  const spaced = (text: string): string => ` ${wordsOf(fold(text)).join(' ')} `;
  const all = [...new Set(names)].map(spaced).join('\n');
  return called.filter((text) => spaced(text).trim() !== '' && all.includes(spaced(text)));
}

/** Words joined by hyphens, as in an address, are still a phrase when they are more than two. */
function singleWords(text: string): readonly string[] {
  return text.split(/\s+/).flatMap((token) => {
    const words = wordsOf(fold(token));
    return words.length > 2 ? words : [token];
  });
}

function stringsIn(value: unknown): readonly string[] {
  if (typeof value === 'string') return [value];
  return value !== null && typeof value === 'object' ? Object.values(value).flatMap(stringsIn) : [];
}
