import { createHash } from 'node:crypto';
import { gunzipSync, gzipSync } from 'node:zlib';
import { close, createIndex } from 'pagefind';
import { wordListFiles } from './make-word-list.ts';
import type { SearchRecord } from './record.ts';
import { tokensOf } from './tokens.ts';
import { Fault } from '#records/fault.ts';

/** One file of the finished index; `path` is relative to the folder `pagefind/`. */
export interface IndexFile {
  readonly path: string;
  readonly content: Uint8Array;
  /** Of which address it is; a fragment only. */
  readonly url?: string | undefined;
}

/**
 * Pagefind keeps one index for each language and shows a reader only the page's own. One value for
 * all makes one index over every language; the true language is in the record's filters. For `mul`,
 * many languages, it has no stemmer of its own to change our keys.
 */
const MANY_LANGUAGES = 'mul';

/**
 * Builds the search index from records alone, never from finished pages, and gives its files back:
 * writing them is the caller's, into a fresh folder, because Pagefind leaves old ones where they are.
 * The index holds keys; what a reader is shown of a piece is its own words.
 */
export function indexSite(records: readonly SearchRecord[]): Promise<readonly IndexFile[]> {
  // Pagefind has one helper for each program, and closing it ends whatever else is being made.
  const turn = last.then(() => indexAlone(records));
  last = turn.catch(() => undefined);
  return turn;
}

let last: Promise<unknown> = Promise.resolve();

async function indexAlone(records: readonly SearchRecord[]): Promise<readonly IndexFile[]> {
  try {
    const { index, errors } = await createIndex({ forceLanguage: MANY_LANGUAGES });
    if (index === undefined) throw indexError(errors);
    for (const record of records) {
      const added = await index.addCustomRecord({
        url: record.url,
        content: keysOfRecord(record),
        language: MANY_LANGUAGES,
        filters: { ...record.filters },
      });
      if (added.errors.length > 0) throw indexError(added.errors);
    }
    const { files, errors: problems } = await index.getFiles();
    if (problems.length > 0) throw indexError(problems);
    const byUrl = new Map(records.map((record) => [record.url, record]));
    return files
      .filter(({ path }) => IN_USE.test(path))
      .map(({ path, content }) =>
        path.endsWith('.pf_fragment')
          ? { path, ...trueFragment(content, byUrl) }
          : { path, content },
      )
      .concat(wordListFiles(records.flatMap(({ lines }) => lines)));
  } finally {
    await close();
  }
}

/** A title's keys count more often, so that its piece is among the first to be looked at. */
const TITLE_COUNTS = 3;

/**
 * All keys of a piece, each once, and a mark of its true words: Pagefind names a fragment after what
 * it was given, and words that change must not hide behind a name that a browser has kept.
 */
function keysOfRecord({ lines, meta, card }: SearchRecord): string {
  const [first] = lines;
  const title = meta['title'] !== undefined && first ? tokensOf(first) : [];
  const all = new Set(lines.flatMap(tokensOf));
  const digest = createHash('sha256').update(JSON.stringify({ lines, meta, card })).digest('hex');
  const mark = `xx${[...digest.slice(0, 24)].map((digit) => HEX_LETTERS[Number.parseInt(digit, 16)]).join('')}`;
  return [...Array.from({ length: TITLE_COUNTS }, () => title).flat(), ...all, mark].join(' ');
}
const HEX_LETTERS = 'abcdefghijklmnop';

/** What Pagefind puts in front of every file before it packs it. */
const SIGNATURE = 'pagefind_dcd';

/** The fragment with the piece's true words in place of its keys (docs/traps/pagefind.md, "The index"). */
function trueFragment(
  packed: Uint8Array,
  records: ReadonlyMap<string, SearchRecord>,
): Pick<IndexFile, 'content' | 'url'> {
  const text = gunzipSync(packed).toString('utf8');
  const fragment: unknown = JSON.parse(text.slice(SIGNATURE.length));
  const url = fragment && typeof fragment === 'object' && 'url' in fragment ? fragment.url : '';
  const record = records.get(String(url));
  if (!text.startsWith(SIGNATURE) || record === undefined)
    throw indexError(['a fragment that is not as expected']);
  const content = record.lines.map((line) => line.text).join('\n');
  const tongues = record.lines.map(({ language }) => language).join(' ');
  const whole = {
    ...Object(fragment),
    content,
    word_count: content.split(/\s+/).length,
    meta: { ...record.meta, tongues },
    card: record.card,
  };
  const packedAgain = gzipSync(SIGNATURE + JSON.stringify(whole), { level: 9 });
  return { content: packedAgain, url: record.url };
}

/** Pagefind also brings search boxes of its own, which this site does not use. */
const IN_USE =
  /^(pagefind\.js|pagefind-worker\.js|pagefind-entry\.json|wasm\..+\.pagefind|.+\.pf_(meta|index|fragment|filter))$/;

function indexError(errors: readonly string[]): Error {
  return new Fault('index-not-made', { errors: errors.length });
}
