import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { check } from '#cli/check.ts';
import { directionOf } from '#i18n/language.ts';
import type { Problem } from '#records/problem.ts';
import { openRecord, smallArchive } from '#support/small-archive.ts';

const DAY = '2026-11-22';
const SETTINGS = 'name: a\nurl: https://example.org\nlanguages: [en]\n';

async function told(files: Readonly<Record<string, string>>, folders: readonly string[] = []) {
  const { content, write, story } = await smallArchive();
  await write('settings.yaml', SETTINGS);
  await story('abcdef', openRecord());
  for (const [file, text] of Object.entries(files)) await write(file, text);
  for (const folder of folders) await mkdir(join(content, folder), { recursive: true });
  const outcome = await check({ content, day: DAY });
  const { notices, problems } = outcome.data as { notices: Problem[]; problems: Problem[] };
  const lines = outcome.lines.join('\n');
  for (const { file, what } of notices) {
    expect(lines).toContain(file);
    expect(lines).toContain(what);
  }
  return { exit: outcome.exit, notices, problems, lines };
}

const names = (problems: readonly Problem[]) =>
  problems.map(({ file, field, rule }) => [file, field, rule].filter(Boolean).join(' '));

describe('what the archive does not know in the content folder', () => {
  test.each([
    ['a folder with a slip in its name', { 'storys/abcdeg/story.md': 'x' }, ['storys/']],
    ['a loose file', { 'notes.txt': 'x' }, ['notes.txt']],
    ['a list saved with another ending', { 'themes/food.yaml.txt': 'x' }, ['themes/food.yaml.txt']],
    ['a page saved as Markdown', { 'pages/about.md': 'x' }, ['pages/about.md']],
    ['a page in a folder', { 'pages/about/index.mdx': 'x' }, ['pages/about/']],
    [
      'a loose file of an exhibition',
      { 'exhibitions/spring.mdx': 'x' },
      ['exhibitions/spring.mdx'],
    ],
    [
      'a picture beside a story that its record does not name',
      { 'stories/abcdef/old.jpg': 'x', 'stories/abcdef/more/x.jpg': 'x' },
      ['stories/abcdef/'],
    ],
  ])('is told, with what it is and what to do: %s', async (_name, files, expected) => {
    const { exit, notices, problems, lines } = await told(files);
    expect(names(notices)).toEqual(expected.map((file) => `${file} unknown-file`));
    expect(problems).toEqual([]);
    expect(exit).toBe(0);
    expect(lines).toMatch(/not read or published|nothing (in it|of it) is (read or )?published/);
  });

  test('is not what any repository has, nor what begins with a dot', async () => {
    const files = {
      'README.md': 'x',
      LICENSE: 'x',
      '.gitignore': 'x',
      'themes/.keep': '',
      'archive-id': 'x',
    };
    expect((await told(files)).notices).toEqual([]);
  });

  test('is told together with mistakes', async () => {
    const { exit, notices, problems } = await told({
      'storys/a.md': 'x',
      'themes/a.yaml': 'odd: 1\n',
    });
    expect(exit).toBe(1);
    expect(names(notices)).toEqual(['storys/ unknown-file']);
    expect(names(problems)).toEqual(['themes/a.yaml odd unknown-key']);
  });

  test('an empty folder of an exhibition is told as what it is', async () => {
    const { exit, problems } = await told({}, ['exhibitions/spring']);
    expect(exit).toBe(1);
    expect(names(problems)).toEqual(['exhibitions/spring/index.mdx file-missing']);
    expect(problems[0]?.what).not.toContain('UTF-8');
  });
});

describe('the settings', () => {
  const of = async (settings: string) => names((await told({ 'settings.yaml': settings })).notices);

  test('without an address are told: feed, sitemap and receipts would name the machine', async () => {
    expect(await of('name: a\nlanguages: [en]\n')).toEqual(['settings.yaml url no-address']);
  });

  test.each(['ro', 'bn'])(
    'with a first language that has no words (%s) do not pass in silence',
    async (tag) => {
      expect(await of(`${SETTINGS.replace('[en]', `[${tag}, en]`)}`)).toEqual([
        'settings.yaml languages[0] no-interface-words',
      ]);
    },
  );

  test('with a further one neither', async () => {
    expect(await of(SETTINGS.replace('[en]', '[ur, en, ro]'))).toEqual([
      'settings.yaml languages[2] no-interface-words',
    ]);
  });

  test('that are not written in a language of theirs say which of them, and no word of them', async () => {
    const settings = [
      SETTINGS.replace('[en]', '[en, ur, ro]'),
      'contacts: [{ label: { en: Ring us, ur: x }, kind: phone, value: "1" }]\n',
      'tagline: { en: What we kept }\n',
    ].join('');
    const { notices } = await told({ 'settings.yaml': settings });
    expect(names(notices)).toEqual([
      'settings.yaml languages[1] not-translated',
      'settings.yaml languages[2] no-interface-words',
    ]);
    expect(notices[0]?.what).toContain('One text of the settings is not written in this language');
    expect(notices[0]?.what).toMatch(/: tagline\.$/);
    expect(await of(settings.replace('{ en: What we kept }', '{ en: a, ur: b }'))).toEqual([
      'settings.yaml languages[2] no-interface-words',
    ]);
  });

  test.each(['gujarati', 'English'])(
    'with a language by its name are refused: %s',
    async (name) => {
      const { exit, problems } = await told({
        'settings.yaml': SETTINGS.replace('[en]', `[${name}]`),
      });
      expect(exit).toBe(1);
      expect(names(problems)).toEqual(['settings.yaml languages[0] not-allowed']);
    },
  );
});

test.each(['ar', 'ur', 'ur-Aran', 'pa-Arab', 'phr', 'skr', 'ks', 'sd', 'ckb', 'rhg', 'nqo', 'yi'])(
  'a text in %s runs from right to left',
  (tag) => expect(directionOf(tag)).toBe('rtl'),
);

test('a story in Arabic by its name is not drawn from left to right: it is refused', async () => {
  const { content, story } = await smallArchive();
  await story('abcdef', openRecord({ title: 'قصتي', language: 'Arabic' }));
  const { exit, data } = await check({ content, day: DAY });
  expect(exit).toBe(1);
  expect(names((data as { problems: Problem[] }).problems)).toEqual([
    'stories/abcdef/story.md language not-allowed',
  ]);
});
