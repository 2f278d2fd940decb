import { mkdir, mkdtemp, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { mediaFolder } from '#media/store.ts';
import { readContent } from '#repository/read-content.ts';

const SECRET = 'CNRY-secret-0badcafe';
const GOOD = `title: ${SECRET}\nlanguage: en\nkind: story\n`;

let root: string;
beforeEach(async () => {
  root = await mkdtemp(join(tmpdir(), 'content-'));
  await write('settings.yaml', 'name: A small archive\n');
});
afterEach(() => rm(root, { recursive: true, force: true }));

async function write(file: string, text: string | Buffer): Promise<void> {
  await mkdir(join(root, file, '..'), { recursive: true });
  await writeFile(join(root, file), text);
}

const story = (matter: string, body = `${SECRET}\n`, id = 'abc123'): Promise<void> =>
  write(`stories/${id}/story.md`, `---\n${matter}---\n${body}`);

const read = () => readContent({ root, store: mediaFolder(join(root, 'no-store')) });

/** What is wrong in a record, the field that is named, and the rule. */
const WRONG: readonly [string, string, string, string][] = [
  ['a key that is not known', `${GOOD}realname: ${SECRET}\n`, 'realname', 'unknown-key'],
  [
    'a key misspelt in a consent',
    `${GOOD}consents: [{ person: p1, given_onn: 2026-06-01 }]\n`,
    'consents[0].given_onn',
    'unknown-key',
  ],
  [
    'a use that is not known',
    `${GOOD}consents: [{ person: p1, grants: { webb: [words] } }]\n`,
    'consents[0].grants.webb',
    'unknown-key',
  ],
  [
    'a kind that is not known',
    `${GOOD}consents: [{ person: p1, grants: { web: [wrds] } }]\n`,
    'consents[0].grants.web[0]',
    'unknown-value',
  ],
  [
    'a state with a capital letter',
    `${GOOD}consents: [{ person: p1, state: Given }]\n`,
    'consents[0].state',
    'unknown-value',
  ],
  [
    'a state with a space',
    `${GOOD}consents: [{ person: p1, state: "given " }]\n`,
    'consents[0].state',
    'unknown-value',
  ],
  [
    'the thirtieth of February',
    `${GOOD}embargo_until: 2026-02-30\n`,
    'embargo_until',
    'not-allowed',
  ],
  ['a day in another order', `${GOOD}published_on: 01-06-2026\n`, 'published_on', 'not-allowed'],
  ['a day told to the day', `${GOOD}told: 2023-05-04\n`, 'told', 'not-allowed'],
  ['a hold that is neither true nor false', `${GOOD}hold: "fasle"\n`, 'hold', 'wrong-type'],
  ['a hold left empty', `${GOOD}hold:\n`, 'hold', 'wrong-type'],
  ['a list that is a word', `${GOOD}themes: care\n`, 'themes', 'wrong-type'],
  ['no title', 'language: en\nkind: story\n', 'title', 'missing'],
  ['an empty title', 'title: ""\nlanguage: en\nkind: story\n', 'title', 'not-allowed'],
  ['no language', `title: ${SECRET}\nkind: story\n`, 'language', 'missing'],
  ['no kind', `title: ${SECRET}\nlanguage: en\n`, 'kind', 'unknown-value'],
  [
    'a kind of contribution that is not known',
    `title: ${SECRET}\nlanguage: en\nkind: film\n`,
    'kind',
    'unknown-value',
  ],
  [
    'a photograph that is not there',
    `${GOOD}photos: [{ id: f1, file: f1.jpg }]\n`,
    'photos[0].file',
    'file-missing',
  ],
  [
    'a photograph outside the folder',
    `${GOOD}photos: [{ id: f1, file: ../other/f1.jpg }]\n`,
    'photos[0].file',
    'not-allowed',
  ],
  ['a theme that does not exist', `${GOOD}themes: [nowhere]\n`, 'themes[0]', 'does-not-exist'],
  ['a place that does not exist', `${GOOD}places: [nowhere]\n`, 'places[0]', 'does-not-exist'],
  ['a series that does not exist', `${GOOD}series: [nowhere]\n`, 'series[0]', 'does-not-exist'],
  [
    'an exhibition that does not exist',
    `${GOOD}consents: [{ person: p1, exhibitions: [nowhere] }]\n`,
    'consents[0].exhibitions[0]',
    'does-not-exist',
  ],
  [
    'two parts with one id',
    `${GOOD}translations: [{ id: t1, language: ur, words: x }, { id: t1, language: hi, words: y }]\n`,
    'translations[1].id',
    'duplicate-id',
  ],
  [
    'a part with the id of the words',
    `${GOOD}translations: [{ id: words, language: ur, words: x }]\n`,
    'translations[0].id',
    'duplicate-id',
  ],
  [
    'a topic that is not known',
    `${GOOD}content_notes: [{ topic: sadness }]\n`,
    'content_notes[0].topic',
    'unknown-value',
  ],
  [
    'an approval that is no digest',
    `${GOOD}consents: [{ person: p1, approved: { words: yes } }]\n`,
    'consents[0].approved.words',
    'not-allowed',
  ],
  ['a key written twice', `${GOOD}title: again\n`, 'line 5', 'not-yaml'],
  ['YAML that is broken', `${GOOD}themes: [care\nkind: "x\n`, 'line', 'not-yaml'],
];

describe('A05: a mistake in a record stops the reading, and its words are not repeated', () => {
  test.each(WRONG)('%s', async (_name, matter, field, rule) => {
    await story(matter);
    const { archive, problems } = await read();
    expect(archive).toBeUndefined();
    expect(problems.map((problem) => problem.rule)).toContain(rule);
    const problem = problems.find((each) => each.rule === rule);
    expect(problem?.file).toContain('abc123');
    expect(problem?.field).toContain(field);
    expect(JSON.stringify(problems)).not.toContain(SECRET);
  });

  test('every mistake in every file is told at once', async () => {
    await story(`${GOOD}hold: "no"\nthemes: 5\n`, '', 'aaa111');
    await story('kind: story\n', '', 'bbb222');
    const { problems } = await read();
    expect(new Set(problems.map(({ file }) => file)).size).toBe(2);
    expect(problems.length).toBe(4);
  });
});

describe('what stands in the folder', () => {
  test.each([
    ['a folder with no record', () => write('stories/abc123/f1.jpg', 'x'), 'file-missing'],
    ['a folder named after somebody', () => story(GOOD, '', 'Maria-Ward-7'), 'not-an-id'],
    ['a record as MDX', () => write('stories/abc123/story.mdx', '---\n---\n'), 'mdx-not-allowed'],
    ['a loose file', () => write('stories/story.md', 'x'), 'not-allowed'],
    [
      'a record with no front matter',
      () => write('stories/abc123/story.md', `${SECRET}\n`),
      'no-front-matter',
    ],
    [
      'a record that is not UTF-8',
      () => write('stories/abc123/story.md', Buffer.from([0x2d, 0x2d, 0x2d, 0xff, 0xfe])),
      'unreadable',
    ],
    [
      'a withdrawn piece that came back',
      async () => {
        await story(GOOD);
        await write('withdrawn/abc123.yaml', 'withdrawn_on: 2026-09-01\n');
      },
      'withdrawn-but-present',
    ],
    [
      'a withdrawn record that says more than it may',
      () => write('withdrawn/abc123.yaml', `withdrawn_on: 2026-09-01\nreason: ${SECRET}\n`),
      'unknown-key',
    ],
    [
      'a theme with a key that is not known',
      () => write('themes/care.yaml', `name: { en: Care }\nsecret: ${SECRET}\n`),
      'unknown-key',
    ],
  ])('%s is a problem', async (_name, make, rule) => {
    await make();
    const { archive, problems } = await read();
    expect(archive).toBeUndefined();
    expect(problems.map((problem) => problem.rule)).toContain(rule);
    expect(JSON.stringify(problems)).not.toContain(SECRET);
  });

  test('a photograph that is a link to somewhere else is not read', async () => {
    await write('outside.jpg', 'x');
    await story(`${GOOD}photos: [{ id: f1, file: f1.jpg }]\n`);
    await symlink(join(root, 'outside.jpg'), join(root, 'stories/abc123/f1.jpg'));
    const { problems } = await read();
    expect(problems.map(({ rule }) => rule).sort()).toEqual(['file-missing', 'symbolic-link']);
  });

  test('no settings, no archive', async () => {
    await rm(join(root, 'settings.yaml'));
    expect((await read()).problems.map(({ rule }) => rule)).toEqual(['file-missing']);
  });
});

describe('what names a record that does not exist', () => {
  test.each([
    ['responses/one.md', 'answers: { priority: nowhere }', 'answers.priority'],
    ['responses/two.md', 'answers: { exhibition: nowhere }', 'answers.exhibition'],
    ['assets/one.yaml', 'places: [nowhere]', 'places[0]'],
    ['assets/two.yaml', 'themes: [nowhere]', 'themes[0]'],
  ])('%s: %s', async (file, matter, field) => {
    const answer = `---\ninstitution: ${SECRET}\non: 2026-10-01\n${matter}\n---\n${SECRET}\n`;
    await write(file, file.endsWith('.md') ? answer : `${matter}\n`);
    const { problems } = await read();
    expect(problems).toMatchObject([{ file, field, rule: 'does-not-exist' }]);
    expect(JSON.stringify(problems)).not.toContain(SECRET);
  });
});

describe('what is not a mistake', () => {
  test('a name in the settings is enough', async () => {
    const { archive, problems } = await read();
    expect(problems).toEqual([]);
    expect(archive?.contributions).toEqual([]);
  });

  test('a record with no permission at all is read: absent means no', async () => {
    await story(GOOD);
    expect((await read()).archive?.contributions.length).toBe(1);
  });

  test('front matter may be JSON', async () => {
    await story(
      `${JSON.stringify({ title: 'A', language: 'pa', kind: 'poem', told: '2023' }, null, 2)}\n`,
    );
    expect((await read()).archive?.contributions[0]?.fields.language).toBe('pa');
  });

  test('a media file may be in the media store under the same id and name', async () => {
    await story(`${GOOD}photos: [{ id: f1, file: f1.jpg }]\n`);
    await write('store/abc123/f1.jpg', 'x');
    const { problems } = await readContent({ root, store: mediaFolder(join(root, 'store')) });
    expect(problems).toEqual([]);
  });

  test('the words are kept exactly: marks, joiners, unusual line ends', async () => {
    const body =
      'I <3 you {smile}\r\nimport the rice from home\n\nਸਿੰਘ\u200cਸ\u200dਾ e\u0301 ---\n---\n';
    await story(GOOD, body);
    expect((await read()).archive?.contributions[0]?.body).toBe(body);
  });
});

test('a language named twice is a mistake in the settings', async () => {
  await write('settings.yaml', 'name: A small archive\nlanguages: [en, en]\n');
  const { problems } = await readContent({ root, store: mediaFolder(root) });
  expect(problems).toMatchObject([{ file: 'settings.yaml', field: 'languages' }]);
});

test.each(['stories', 'themes', 'exhibitions', 'pages'])(
  'a file where the folder %s should be is a problem like any other',
  async (folder) => {
    await rm(join(root, folder), { recursive: true, force: true });
    await write(folder, 'x');
    const { problems } = await readContent({ root, store: mediaFolder(root) });
    expect(problems).toMatchObject([{ file: folder, rule: 'unreadable' }]);
  },
);
