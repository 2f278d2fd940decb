import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';

/**
 * What code, tests and READMEs cite of `docs/` is there: the page, its section (§3.4), the row of the
 * decision table, the step (W), threat (T) and acceptance test (A), and a heading or words in "…".
 */
const PAGES = join('docs');
/** Pages that were never in the repository under these names. */
const BARE =
  /(?<![\w/.-])(?:content-format|consent|decap|reading|speed|architecture|product|house|peers|style)\.md/;

const filesIn = (folder: string): readonly string[] =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => /\.(ts|mjs|astro|css|md)$/.test(name))
    .map((name) => join(folder, name));

const CITING = [
  ...['src', 'tests', 'docs'].flatMap(filesIn),
  ...readdirSync('.').filter((name) => /\.(md|mjs)$/.test(name)),
].filter((file) => file !== join('tests', 'unit', 'house', 'citations.test.ts'));

/** A file as one line, so that a citation broken in a comment is read whole. */
const textOf = (file: string): string =>
  readFileSync(file, 'utf8').replaceAll(/\s*\n\s*(?:\*(?!\/)|\/\/)?\s*/g, ' ');

interface Citation {
  readonly file: string;
  readonly page: string;
  readonly says: string;
}

/** Each mention of a page of `docs/`, with what stands behind it up to the end of the bracket or sentence. */
function citationsIn(file: string, text = textOf(file)): readonly Citation[] {
  const mentions = text.matchAll(
    /(?<![\w.-])((?:\.\.?\/)*docs\/[\w/-]+\.md)((?:(?!\)|\.\s|\*\/|docs\/)[\s\S])*)/g,
  );
  return [...mentions].map(([, page = '', says = '']) => ({
    file,
    page: page.replace(/^(?:\.\.?\/)+/, ''),
    says,
  }));
}

/** `W14 to W16`, `rows 6 and 10`, and single ones: each by itself. */
function numbered(says: string, pattern: RegExp): readonly string[] {
  return [...says.matchAll(pattern)].flatMap(([, letter = '', from = '', joined, to = from]) => {
    const id = (number: number): string => letter + String(number).padStart(from.length, '0');
    const [first, last] = [Number(from), Number(to)];
    if (joined === 'and') return [id(first), id(last)];
    return Array.from({ length: last - first + 1 }, (_, at) => id(first + at));
  });
}
/** A number with its letter; a range is of one letter. */
const IDS = /\b([WTA])(\d+)(?: (to) \1(\d+))?\b/g;
const ROWS = /\b()[Rr]ows? (\d+)(?: (to|and) (\d+))?\b/g;

const plain = (text: string): string =>
  text.replaceAll(/[`*]/g, '').replaceAll('’', "'").replaceAll(/\s+/g, ' ');

/** What a citation names that its page has not. */
function missingIn(page: string, says: string): readonly string[] {
  if (!existsSync(page)) return ['the page'];
  const text = readFileSync(page, 'utf8');
  const sections = [...says.matchAll(/§\s?(\d+(?:\.\d+)*)/g)].map(([, section = '']) => section);
  const ids = numbered(says, IDS);
  const rows = numbered(says, ROWS);
  const quoted = [...says.matchAll(/"([^"]+)"/g)].map(([, words = '']) => words);
  return [
    ...sections
      .filter((section) => !new RegExp(`^#+ ${section}\\.? `, 'm').test(text))
      .map((section) => `§${section}`),
    ...ids.filter((id) => !new RegExp(`^\\| ${id}\\b`, 'm').test(text)),
    ...rows.filter((row) => !new RegExp(`^\\| ${row} `, 'm').test(text)).map((row) => `row ${row}`),
    ...quoted.filter((words) => !plain(text).includes(plain(words))),
  ];
}

describe('what is cited', () => {
  const citations = CITING.flatMap((file) => citationsIn(file));

  test('is a page in docs/ that has the section, row, number or words', () => {
    expect(citations.length).toBeGreaterThan(150);
    const missing = citations.flatMap(({ file, page, says }) =>
      missingIn(page, says).map((what) => `${file}: ${page} has not ${what}`),
    );
    expect(missing).toEqual([]);
  });

  test('is never a page by a name that is not in the repository', () => {
    const outside = CITING.filter((file) => !file.startsWith('docs'));
    expect(outside.filter((file) => BARE.test(textOf(file)))).toEqual([]);
  });

  test('in the room of consent are rows that the decision table has', () => {
    const inTable = filesIn(join('src', 'consent')).flatMap((file) => numbered(textOf(file), ROWS));
    expect(inTable.length).toBeGreaterThan(8);
    expect(missingIn('docs/consent.md', inTable.map((row) => `row ${row}`).join(', '))).toEqual([]);
  });

  test('is found missing where it is not there', () => {
    const text =
      'So (docs/consent.md §9.9, rows 20 to 21, W18 to W19, T40, A43, "never said"; more).';
    const [found] = citationsIn('x.ts', text);
    expect(missingIn(found?.page ?? '', found?.says ?? '')).toEqual([
      '§9.9',
      'W19',
      'A43',
      'row 21',
      'never said',
    ]);
    expect(missingIn('docs/not-there.md', '')).toEqual(['the page']);
  });
});

describe('the pages of docs/', () => {
  const pages = filesIn(PAGES);

  test('have every row, step, threat and acceptance test once and in order', () => {
    const text = readFileSync('docs/consent.md', 'utf8');
    const firsts = [...text.matchAll(/^\| ([WTA]?\d+)\b/gm)].map(([, id = '']) => id);
    const run = (letter: string, from: number, to: number, width = 1): readonly string[] =>
      Array.from(
        { length: to - from + 1 },
        (_, at) => letter + String(from + at).padStart(width, '0'),
      );
    expect(firsts).toEqual([
      ...run('T', 0, 3),
      ...run('', 1, 20),
      ...run('W', 0, 18),
      ...run('T', 1, 40),
      ...run('A', 1, 42, 2),
    ]);
  });

  test('are each linked from the README or from each other', () => {
    const from = ['README.md', 'CONTRIBUTING.md', 'src/README.md', ...pages].filter(existsSync);
    const linked = new Set(
      from.flatMap((file) =>
        [...readFileSync(file, 'utf8').matchAll(/\]\(([^)#\s]+\.md)[)#]/g)].map(([, to = '']) =>
          join(file, '..', to),
        ),
      ),
    );
    expect(pages.filter((page) => !linked.has(page))).toEqual([]);
  });
});
