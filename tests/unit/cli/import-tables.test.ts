import { mkdir, mkdtemp, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeEach, describe, expect, test } from 'vitest';
import { mediaFolder } from '#media/store.ts';
import { importFrom } from '#cli/import.ts';
import { tagOfLanguage } from '#intake/import/language-name.ts';
import type { Problem } from '#records/problem.ts';
import { readContent } from '#repository/read-content.ts';
import { photographWith } from '#support/media-made-here.ts';

const DAY = '2026-11-22';
let home: string;

beforeEach(async () => {
  home = await mkdtemp(join(tmpdir(), 'tables-'));
});

async function imported(table: string | Uint8Array, name = 'in.csv') {
  await writeFile(join(home, name), table);
  const content = join(home, 'content');
  const outcome = await importFrom({ content, from: join(home, name), day: DAY });
  const problems = (outcome.data as { problems?: readonly Problem[] }).problems ?? [];
  const said = problems.map(({ file, field, rule }) => `${file} · ${field ?? ''} · ${rule}`);
  if (outcome.exit !== 0) return { said, lines: outcome.lines, pieces: [] };
  const read = await readContent({ root: content, store: mediaFolder(content) });
  expect(read.problems).toEqual([]);
  const pieces = (read.archive?.contributions ?? []).map(({ fields, body }) => ({
    title: fields.title,
    language: fields.language,
    body,
    photos: fields.photos.length,
  }));
  return {
    said,
    lines: outcome.lines,
    pieces: pieces.toSorted((a, b) => (a.title < b.title ? -1 : 1)),
  };
}

/** A table with a quotation, a line break in a cell, all of what parts cells, and letters of two scripts. */
const TABLE = [
  'title,language,kind,words',
  '"Bread, ""ours""",en,story,"  One; é\r\ntwo,\tthree"',
  'ਰੋਟੀ,pa,story,ਇੱਕ',
  '',
].join('\r\n');
const PIECES = [
  { title: 'Bread, "ours"', language: 'en', body: '  One; é\ntwo,\tthree\n', photos: 0 },
  { title: 'ਰੋਟੀ', language: 'pa', body: 'ਇੱਕ\n', photos: 0 },
];

/** The same table with something else between its cells. */
const parted = (by: string) =>
  TABLE.split('"')
    .map((part, at) => (at % 2 === 0 ? part.replaceAll(',', by) : part))
    .join('"');

const utf16be = (text: string) => Buffer.from(text, 'utf16le').swap16();

describe('a table as programs for tables save it', () => {
  test.each<readonly [string, string | Uint8Array, name?: string]>([
    ['with commas', TABLE],
    ['with semicolons', parted(';')],
    ['with tabs', parted('\t'), 'in.tsv'],
    ['with a first line sep=;', `sep=;\r\n${parted(';')}`],
    ['with a first line "sep=|" in quotation marks', `"sep=|"\r\n${parted('|')}`],
    ['with a mark of byte order', `\uFEFF${TABLE}`],
    ['with a mark of byte order and sep=', `\uFEFFsep=;\n${parted(';')}`],
    [
      'as Unicode text (UTF-16 with tabs)',
      Buffer.from(`\uFEFF${parted('\t')}`, 'utf16le'),
      'in.txt',
    ],
    ['as UTF-16 the other way round', utf16be(`\uFEFF${TABLE}`)],
    ['as UTF-16 without a mark', Buffer.from(TABLE, 'utf16le')],
    ['with line ends of an old Mac', TABLE.replaceAll('\r\n', '\r')],
    ['with line ends of Unix', TABLE.replaceAll('\r\n', '\n')],
    ['with line ends of two kinds', TABLE.replace('\r\n', '\n')],
    ['with empty rows', TABLE.replace('ਰੋਟੀ', ',,,\r\n\r\n , ,,\r\nਰੋਟੀ') + ',,,\r\n,,,\r\n'],
    [
      'with empty columns at its end',
      TABLE.replace('words\r\n', 'words,,\r\n')
        .replaceAll('"\r\nਰ', '",,\r\nਰ')
        .replace('ਇੱਕ', 'ਇੱਕ,,'),
    ],
    [
      'with names in other letters and with spaces',
      TABLE.replace('title,language,kind', ' Title ,LANGUAGE,Kind'),
    ],
  ])('%s is read, every letter in its place', async (_name, ...[table, name]) => {
    const { pieces, said } = await imported(
      table ?? '',
      typeof name === 'string' ? name : undefined,
    );
    expect(said).toEqual([]);
    expect(pieces).toEqual(PIECES);
  });

  test('in the letters of Windows is read, and it is said that the letters were guessed', async () => {
    const text =
      'title,language,kind,words\nCaf\xe9,en,story,\x93It\x92s \xa35\x94 \x96 na\xefve\n';
    const { pieces, lines } = await imported(Buffer.from(text, 'latin1'));
    expect(pieces).toMatchObject([{ title: 'Café', body: '“It’s £5” – naïve\n' }]);
    expect(lines.join()).toContain('not in UTF-8');
  });

  test.each([
    ['Cyrillic', '\xcf\xf0\xe8\xe2\xe5\xf2'],
    ['Arabic', '\xc7\xe1\xd3\xe1\xc7\xe3'],
    ['an old Mac', 'Caf\x8e'],
    ['an old Mac, with its apostrophe', 'It\xd5s'],
    ['a byte that is no letter', 'a\x81'],
  ])('in other letters of one byte is refused: %s', async (_name, letters) => {
    const { said } = await imported(
      Buffer.from(`title,language,kind\n${letters},en,story\n`, 'latin1'),
    );
    expect(said).toEqual(['the spreadsheet ·  · unreadable']);
  });

  test.each([
    [
      'a name of a column that is not known',
      'title,language,kind,tamarind\na,en,story,x\n',
      'the spreadsheet · column D · unknown-key',
    ],
    [
      'cells below a column without a name',
      'title,language,kind,\na,en,story,x\n',
      'the spreadsheet · column D · unknown-key',
    ],
    [
      'a name that stands twice',
      'title,language,kind,Title\na,en,story,b\n',
      'the spreadsheet · column D · duplicate-id',
    ],
    [
      'a row that is too long',
      'title,language,kind\na,en,story\n\nb,en,story,x\n',
      'row 4 of the spreadsheet ·  · unreadable',
    ],
    [
      'a row that is too short',
      'title,language,kind\na,en\n',
      'row 2 of the spreadsheet ·  · unreadable',
    ],
    [
      'a quotation that does not end',
      'title,language,kind\n"a,en,story\n',
      'the spreadsheet ·  · unreadable',
    ],
    [
      'a character nobody can see',
      'title,language,kind,words\n"a",en,story,"one\ntwo\u000b"\n',
      'row 2 of the spreadsheet · words, line 2 · refused-character',
    ],
  ])('%s is told where it stands, and not what stands there', async (_name, table, problem) => {
    const { said, lines } = await imported(table);
    expect(said).toContain(problem);
    expect(lines.join()).not.toContain('tamarind');
  });

  test('with the name of a photograph in the other form of its letters finds it', async () => {
    const photo = await photographWith('m', 3);
    await mkdir(join(home, 're\u0301sume\u0301'));
    await writeFile(join(home, 'cafe\u0301.jpg'), photo);
    await writeFile(join(home, 're\u0301sume\u0301', 'b\u00e9.jpg'), photo);
    const table =
      'title,language,kind,photo\na,en,story,caf\u00e9.jpg\nb,en,story,r\u00e9sum\u00e9/be\u0301.jpg\n';
    const { pieces } = await imported(table);
    expect(pieces.map(({ photos }) => photos)).toEqual([1, 1]);
  });
});

describe('a language in a table', () => {
  test.each([
    ...[
      ['English', 'en'],
      ['EN', 'en'],
      ['Punjabi', 'pa'],
      ['panjabi', 'pa'],
      [' Urdu ', 'ur'],
    ],
    ...[
      ['pa_IN', 'pa-IN'],
      ['pan', 'pa'],
      ['PA-arab', 'pa-Arab'],
      ['zh_hans_cn', 'zh-Hans-CN'],
    ],
    ...[
      ['ਪੰਜਾਬੀ', 'pa'],
      ['اردو', 'ur'],
      ['پنجابی', 'pa-Arab'],
      ['العربية', 'ar'],
      ['हिंदी', 'hi'],
      ['Soomaali', 'so'],
    ],
    ...[
      ['Chinese (Simplified)', 'zh-Hans'],
      ['Punjabi (Shahmukhi)', 'pa-Arab'],
      ['English (UK)', 'en-GB'],
    ],
    ...[
      ['Farsi', 'fa'],
      ['Persian', 'fa'],
      ['Bangla', 'bn'],
      ['Arabic', 'ar'],
      ['Pahari-Potwari', 'phr'],
      ['Twi', 'tw'],
    ],
    ...[
      ['Kurdish (Sorani)', 'ckb'],
      ['انگریزی', 'en'],
      ['Français', 'fr'],
      ['Sylheti', 'syl'],
    ],
  ])('by another name is mended to its tag: %s → %s', (written, tag) => {
    expect(tagOfLanguage(written)).toBe(tag);
  });

  test.each([
    '',
    'tamarind',
    'xx',
    'Creole',
    'English or Urdu',
    'English, Urdu',
    'Ga',
    'constructor',
    'a'.repeat(1_000),
  ])('that is none, or could be two, is not guessed: %s', (written) =>
    expect(tagOfLanguage(written)).toBe(undefined),
  );

  test('is mended in a row and in a manifest, or the row is refused', async () => {
    const { pieces } = await imported(
      'title,language,kind\na,English,story\nb,ਪੰਜਾਬੀ,story\nc,Arabic,story\n',
    );
    expect(pieces.map(({ language }) => language)).toEqual(['en', 'pa', 'ar']);
    const { said } = await imported('title,language,kind\na,tamarind,story\n');
    expect(said).toEqual(['row 2 of the spreadsheet · language · not-allowed']);
    await writeFile(join(home, 'a.md'), '# A\n\nOne.\n');
    const entries = [{ path: 'a.md', kind: 'story', lang: 'Urdu' }];
    await writeFile(join(home, 'manifest.json'), JSON.stringify({ entries }));
    const content = join(home, 'of-a-manifest');
    expect((await importFrom({ content, from: home, day: DAY })).exit).toBe(0);
    const read = await readContent({ root: content, store: mediaFolder(content) });
    expect(read.archive?.contributions[0]?.fields.language).toBe('ur');
  });
});

test('a file beside a record, or in the media store, is found in either form of its letters', async () => {
  const story = join(home, 'content', 'stories', 'abcdef');
  const store = join(home, 'store');
  await mkdir(story, { recursive: true });
  await mkdir(join(store, 'abcdef'), { recursive: true });
  await writeFile(join(home, 'content', 'settings.yaml'), 'name: a\n');
  const photos =
    '[{ id: f1, file: caf\u00e9.jpg, alt: a }, { id: f2, file: the\u0301.jpg, alt: b }]';
  await writeFile(
    join(story, 'story.md'),
    `---\ntitle: a\nlanguage: en\nkind: story\nphotos: ${photos}\n---\na\n`,
  );
  await writeFile(join(story, 'cafe\u0301.jpg'), 'x');
  await writeFile(join(store, 'abcdef', 'th\u00e9.jpg'), 'x');
  const read = await readContent({ root: join(home, 'content'), store: mediaFolder(store) });
  expect(read.problems).toEqual([]);
  expect([...(read.archive?.contributions[0]?.media.keys() ?? [])].length).toBe(2);
});
