import { mkdir, mkdtemp, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { stringify } from 'yaml';
import { mediaFolder } from '#media/store.ts';
import { readContent, readKnown } from '#repository/read-content.ts';
import type { Fields } from '#support/small-archive.ts';

let root: string;
beforeEach(async () => {
  root = await mkdtemp(join(tmpdir(), 'read-'));
  await write('settings.yaml', 'name: A small archive\n');
});
afterEach(() => rm(root, { recursive: true, force: true }));

async function write(file: string, text = 'x'): Promise<void> {
  await mkdir(join(root, file, '..'), { recursive: true });
  await writeFile(join(root, file), text);
}

const story = (fields: Fields, id = 'abc123'): Promise<void> =>
  write(
    `stories/${id}/story.md`,
    `---\n${stringify({ title: 'T', language: 'en', kind: 'story', ...fields })}---\nWords\n`,
  );
const problems = async () =>
  (await readContent({ root, store: mediaFolder(join(root, 'store')) })).problems;
const archive = async () => {
  const read = await readContent({ root, store: mediaFolder(join(root, 'store')) });
  expect(read.problems).toEqual([]);
  if (read.archive === undefined) throw new Error('nothing was read');
  return read.archive;
};

const STORY = 'stories/abc123/story.md';
const NOT_BESIDE = 'The media file named here is not beside the record.';
const PUT_BACK = 'Put it back, or take the part out of the record.';
const TAKEN = 'Another part has this id already.';
const missing = (field: string) => ({
  ...{ file: STORY, field, rule: 'file-missing', what: NOT_BESIDE, next: PUT_BACK },
});
const taken = (field: string) => ({
  ...{ file: STORY, field, rule: 'duplicate-id', what: TAKEN },
  next: 'Give this part an id of its own.',
});
const unknown = (file: string, field: string) => ({
  ...{ file, field, rule: 'does-not-exist' },
  what: 'This id names a record that does not exist.',
  next: 'Correct the id, or make the record.',
});

describe('media files that are named and not there', () => {
  test('are each told with the field that names them', async () => {
    await story({
      photos: [
        { id: 'f1', file: 'f1.jpg', alt: 'A picture.' },
        { id: 'f2', file: 'f2.jpg', alt: 'A picture.', safe: { file: 'f2-safe.jpg' } },
      ],
      voice: { id: 'v1', file: 'v1.wav', transcript: 'v1.vtt', safe: { file: 'v1-safe.wav' } },
    });
    expect(await problems()).toEqual(
      ['photos[0].file', 'photos[1].file', 'voice.file', 'photos[1].safe.file']
        .concat(['voice.safe.file', 'voice.transcript'])
        .map(missing),
    );
  });

  test('are found beside the record first, and then in the store', async () => {
    await story({
      photos: [{ id: 'f1', file: 'f1.jpg', alt: 'A picture.' }],
      voice: { id: 'v1', file: 'v1.wav', transcript: 'v1.vtt' },
    });
    await write('stories/abc123/f1.jpg', 'beside');
    await write('store/abc123/f1.jpg', 'in the store');
    await write('store/abc123/v1.wav', 'sound');
    await write('store/abc123/v1.vtt', 'WEBVTT\n');
    const [held] = (await archive()).contributions;
    expect(held).toMatchObject({
      ...{ id: 'abc123', file: STORY, folder: 'stories/abc123', body: 'Words\n' },
      transcript: 'WEBVTT\n',
    });
    expect([...(held?.media ?? [])].map(([name, { path }]) => [name, path])).toEqual([
      ['f1.jpg', join(root, 'stories/abc123/f1.jpg')],
      ['v1.wav', join(root, 'store/abc123/v1.wav')],
      ['v1.vtt', join(root, 'store/abc123/v1.vtt')],
    ]);
    expect(held?.media.get('f1.jpg')?.sha256).toMatch(/^[0-9a-f]{64}$/);
  });

  test('are not looked for behind a link, beside the record or in the store', async () => {
    await story({ photos: [{ id: 'f1', file: 'f1.jpg', alt: 'A picture.' }] });
    await write('outside/f1.jpg');
    await mkdir(join(root, 'store'));
    await symlink(join(root, 'outside'), join(root, 'store/abc123'));
    expect(await problems()).toEqual([missing('photos[0].file')]);
  });

  test('a transcript that is no text is told, and a piece with none has none', async () => {
    await story({ voice: { id: 'v1', file: 'v1.wav', transcript: 'v1.vtt' } });
    await write('stories/abc123/v1.wav');
    await mkdir(join(root, 'store/abc123'), { recursive: true });
    await writeFile(join(root, 'store/abc123/v1.vtt'), Buffer.from([0xff, 0xfe, 0x00]));
    expect(await problems()).toEqual([
      {
        ...{ file: STORY, field: 'voice.transcript', rule: 'media-unreadable' },
        what: 'This transcript could not be read: its letters are not written as UTF-8.',
        next: expect.stringContaining('UTF-8'),
      },
    ]);
    await story({ voice: { id: 'v1', file: 'v1.wav' } });
    expect((await archive()).contributions[0]?.transcript).toBe(undefined);
  });
});

describe('what a safe copy of a voice has for itself', () => {
  const safe = { file: 'v1-safe.wav', transcript: 'v1-safe.vtt' };
  beforeEach(async () => {
    await story({ voice: { id: 'v1', file: 'v1.wav', safe } });
    for (const name of ['v1.wav', 'v1-safe.wav']) await write(`stories/abc123/${name}`);
  });

  test('is read as a transcript of its own', async () => {
    await write('stories/abc123/v1-safe.vtt', 'WEBVTT\n');
    const [held] = (await archive()).contributions;
    expect([held?.transcript, held?.safeTranscript]).toEqual([undefined, 'WEBVTT\n']);
  });

  test('is told where it is not there, or no text', async () => {
    expect(await problems()).toEqual([missing('voice.safe.transcript')]);
    await mkdir(join(root, 'store/abc123'), { recursive: true });
    await writeFile(join(root, 'store/abc123/v1-safe.vtt'), Buffer.from([0xff]));
    expect(await problems()).toMatchObject([
      { file: STORY, field: 'voice.safe.transcript', rule: 'media-unreadable' },
    ]);
  });
});

describe('a character that nobody can see', () => {
  const unseen = (file: string, field: string) => ({ file, field, rule: 'refused-character' });

  test('is told wherever words are read: below a record, in a transcript, on a page', async () => {
    await write(STORY, '---\ntitle: T\nlanguage: en\nkind: story\n---\nTu\u202erned');
    await write('exhibitions/spring/index.mdx', '---\ntitle: Spring\n---\nOne\nTu\u202erned\n');
    expect(await problems()).toMatchObject([
      unseen(STORY, 'words'),
      unseen('exhibitions/spring/index.mdx', 'words, line 2'),
    ]);
    await story({ voice: { id: 'v1', file: 'v1.vtt', transcript: 'v1.vtt' } });
    await write('stories/abc123/v1.vtt', 'WEBVTT\n\u202e\n');
    expect((await problems())[0]).toMatchObject(unseen(STORY, 'voice.transcript, line 2'));
  });
});

describe('the ids of parts', () => {
  test('may not be taken twice, nor be the words, nor look like a safe copy or a transcript', async () => {
    await story({
      photos: [
        { id: 'f1', file: 'f1.jpg', alt: 'A picture.' },
        { id: 'f1', file: 'f1.jpg', alt: 'A picture.' },
      ],
      voice: { id: 'words', file: 'f1.jpg' },
      translations: [
        { id: 't1', language: 'ur', words: 'x' },
        { id: 't1-safe', language: 'ur', words: 'x' },
        { id: 'v1-transcript', language: 'ur', words: 'x' },
      ],
      more: [
        { id: 't1', form: 'short', language: 'en', words: 'x' },
        { id: 'm1', form: 'short', language: 'en', words: 'x' },
      ],
    });
    await write('stories/abc123/f1.jpg');
    expect(await problems()).toEqual(
      ['photos[1].id', 'voice.id', 'translations[1].id', 'translations[2].id', 'more[0].id'].map(
        taken,
      ),
    );
  });

  test('may begin as a safe copy or a transcript is called', async () => {
    const words = { language: 'ur', words: 'x' };
    await story({
      translations: [
        { id: 'a-safe-one', ...words },
        { id: 'a-transcript-too', ...words },
      ],
    });
    expect(await problems()).toEqual([]);
  });
});

describe('the folder of a contribution', () => {
  test('with no record, with a name, and with code in it is told in full', async () => {
    await write('stories/Maria-7/notes.mdx');
    await write('stories/Maria-7/other.txt');
    expect(await problems()).toEqual([
      {
        ...{ file: 'stories/Maria-7', rule: 'not-an-id' },
        what: 'The name of this folder is not an id of 6 to 26 small letters and digits.',
        next: 'Give it a random id, never a name or a title.',
      },
      {
        ...{ file: 'stories/Maria-7', rule: 'mdx-not-allowed' },
        what: 'There is an .mdx file here, and contributed words may not hold code.',
        next: 'Save the words as story.md.',
      },
      {
        ...{ file: 'stories/Maria-7/story.md', field: undefined, rule: 'file-missing' },
        what: 'The record of this contribution is not there.',
        next: PUT_BACK,
      },
    ]);
  });

  test('may hold a file whose name only has .mdx in it', async () => {
    await story({});
    await write('stories/abc123/about.mdx.txt');
    expect((await archive()).contributions.length).toBe(1);
  });

  test('that is no folder is told', async () => {
    await write('stories/story.md');
    expect(await problems()).toEqual([
      {
        ...{ file: 'stories/story.md', rule: 'not-allowed' },
        what: 'A contribution is a folder of its own, and this is a loose file.',
        next: 'Move it into content/stories/<id>/ as story.md.',
      },
    ]);
  });

  test('that was withdrawn and is here again is told', async () => {
    await story({});
    await write('withdrawn/abc123.yaml', 'withdrawn_on: 2026-09-01\n');
    expect(await problems()).toEqual([
      {
        ...{ file: STORY, rule: 'withdrawn-but-present' },
        what: 'This piece was withdrawn, and its folder is here again.',
        next: 'Delete the folder. If the person has said yes anew, give the piece a new id.',
      },
    ]);
  });
});

describe('the content folder', () => {
  test('that is not there, or is a file, is told by its last name only', async () => {
    const told = [
      {
        ...{ file: 'nowhere', rule: 'file-missing', what: 'The content folder is not there.' },
        next: 'Name the right folder with --content.',
      },
    ];
    const read = await readContent({ root: join(root, 'nowhere'), store: mediaFolder(root) });
    expect(read).toEqual({ problems: told });
    const file = await readContent({ root: join(root, 'settings.yaml'), store: mediaFolder(root) });
    expect(file.problems).toEqual([{ ...told[0], file: basename('settings.yaml') }]);
  });

  test('without settings is told, and settings that are wrong or no YAML are', async () => {
    await rm(join(root, 'settings.yaml'));
    expect(await problems()).toEqual([
      {
        ...{ file: 'settings.yaml', rule: 'file-missing' },
        what: 'There is no settings.yaml in the content folder.',
        next: 'Write one; a line with a name is enough.',
      },
    ]);
    await write('settings.yaml', 'name: [\n');
    expect((await problems()).map(({ file, rule }) => [file, rule])).toEqual([
      ['settings.yaml', 'not-yaml'],
    ]);
    await write('settings.yaml', '');
    expect((await problems()).map(({ field, rule }) => [field, rule])).toEqual([
      ['name', 'missing'],
    ]);
  });

  test('is read whole: every list, page, exhibition, answer and withdrawn piece by its id', async () => {
    await story({ themes: ['care'], places: ['southall'], series: ['kitchen'] });
    for (const [file, text] of [
      ['themes/care.yaml', ''],
      ['themes/food.yml', 'name: { en: Food }\n'],
      ['themes/notes.txt', 'not a record'],
      ['themes/care.yaml.old', 'name: [\n'],
      ['places/southall.yaml', ''],
      ['series/kitchen.yaml', ''],
      ['priorities/warmth.yaml', 'themes: [care]\n'],
      ['priorities/none.yaml', ''],
      ['assets/hall.yaml', 'themes: [care]\nplaces: [southall]\n'],
      ['withdrawn/gone01.yaml', 'withdrawn_on: 2026-09-01\n'],
      ['exhibitions/spring/index.mdx', '---\ntitle: Spring\n---\nWelcome\n'],
      ['pages/about.mdx', '---\ntitle: About\n---\nUs\n'],
      ['pages/about.mdx.old', 'x'],
      [
        'responses/one.md',
        '---\ninstitution: A\non: 2026-10-01\nanswers: { priority: warmth }\n---\nYes\n',
      ],
      [
        'responses/two.md',
        '---\ninstitution: A\non: 2026-10-01\nanswers: { exhibition: spring }\n---\nYes\n',
      ],
      ['responses/one.md.old', 'x'],
    ] as const) {
      await write(file, text);
    }
    const read = await archive();
    const { lists } = read;
    expect(Object.values(lists).map((list) => [...list.keys()])).toEqual([
      ...[['care', 'food'], ['southall'], ['kitchen'], ['none', 'warmth'], ['hall']],
    ]);
    expect(read.root).toBe(root);
    expect(read.settings.name).toBe('A small archive');
    expect([...read.withdrawn.keys()]).toEqual(['gone01']);
    const told = (documents: readonly { id: string; file: string; body: string }[]) =>
      documents.map(({ id, file, body }) => [id, file, body]);
    expect(told(read.exhibitions)).toEqual([
      ['spring', 'exhibitions/spring/index.mdx', 'Welcome\n'],
    ]);
    expect(told(read.pages)).toEqual([['about', 'pages/about.mdx', 'Us\n']]);
    expect(told(read.responses)).toEqual([
      ['one', 'responses/one.md', 'Yes\n'],
      ['two', 'responses/two.md', 'Yes\n'],
    ]);
  });

  test.each([
    ['a list', 'themes/Care Home.yaml', 'themes/Care Home.yaml'],
    ['a list whose id begins with a hyphen', 'themes/-care.yaml', 'themes/-care.yaml'],
    ['a list whose id is long', `themes/${'a'.repeat(65)}.yaml`, `themes/${'a'.repeat(65)}.yaml`],
  ])('%s needs an id', async (_name, file, told) => {
    await write(file, '');
    expect(await problems()).toEqual([
      {
        ...{ file: told, rule: 'not-an-id', what: 'The name of this file is not an id.' },
        next: 'Use small letters, digits and hyphens.',
      },
    ]);
  });

  test('holds no id twice', async () => {
    await write('themes/care.yaml', '');
    await write('themes/care.yml', '');
    expect(await problems()).toEqual([
      {
        ...{ file: 'themes/care.yml', rule: 'duplicate-id' },
        what: 'Another record has this id already.',
        next: 'Give this one an id of its own.',
      },
    ]);
  });

  test.each([
    [
      'an exhibition without a record',
      'exhibitions/spring/index.mdx',
      'Welcome',
      'no-front-matter',
    ],
    [
      'an exhibition that is wrong',
      'exhibitions/spring/index.mdx',
      '---\nodd: 1\n---\n',
      'missing',
    ],
    [
      'an exhibition folder with nothing in it',
      'exhibitions/spring/other.txt',
      'x',
      'file-missing',
    ],
    ['a page without a record', 'pages/about.mdx', 'Us', 'no-front-matter'],
    ['a page that is wrong', 'pages/about.mdx', '---\nodd: 1\n---\n', 'missing'],
    ['an answer without a record', 'responses/one.md', 'Yes', 'no-front-matter'],
    ['a list that is no YAML', 'themes/care.yaml', 'name: [', 'not-yaml'],
    ['a list that is wrong', 'themes/care.yaml', 'odd: 1\n', 'unknown-key'],
  ])('%s is told, and nothing is read', async (_name, file, text, rule) => {
    await write(file, text);
    const read = await readContent({ root, store: mediaFolder(root) });
    expect(read.archive).toBe(undefined);
    expect(read.problems.map((each) => each.rule)).toContain(rule);
    expect(read.problems.every((each) => each.file.startsWith(file.split('/')[0] ?? '?'))).toBe(
      true,
    );
  });

  test.each(['stories', 'themes', 'exhibitions', 'pages'])(
    'a link in %s is told',
    async (folder) => {
      await mkdir(join(root, folder));
      await symlink(join(root, 'settings.yaml'), join(root, folder, 'link.yaml'));
      expect((await problems()).map(({ file, rule }) => [file, rule])).toEqual([
        [`${folder}/link.yaml`, 'symbolic-link'],
      ]);
    },
  );
});

describe('ids that name nothing', () => {
  test('are each told with the file and the field', async () => {
    await story({
      ...{ themes: ['care', 'nowhere'], places: ['nowhere'], series: ['nowhere'] },
      consents: [
        { person: 'p1', exhibitions: 'any' },
        { person: 'p2', exhibitions: ['spring', 'nowhere'] },
        { person: 'p3' },
      ],
    });
    await write('themes/care.yaml', '');
    await write('exhibitions/spring/index.mdx', '---\ntitle: Spring\n---\n');
    await write(
      'priorities/warmth.yaml',
      'themes: [care, nowhere]\npieces: [abc123, gone01, nowhere]\n',
    );
    await write('withdrawn/gone01.yaml', 'withdrawn_on: 2026-09-01\n');
    await write('assets/hall.yaml', 'themes: [nowhere]\nplaces: [nowhere]\n');
    const answer = (answers: string) =>
      `---\ninstitution: A\non: 2026-10-01\nanswers: { ${answers} }\n---\n`;
    await write('responses/a.md', answer('priority: spring'));
    await write('responses/b.md', answer('exhibition: warmth'));
    await write('responses/c.md', answer('exhibition: spring'));
    expect(await problems()).toEqual([
      unknown(STORY, 'themes[1]'),
      unknown(STORY, 'places[0]'),
      unknown(STORY, 'series[0]'),
      unknown(STORY, 'consents[1].exhibitions[1]'),
      unknown('priorities/warmth.yaml', 'themes[1]'),
      unknown('priorities/warmth.yaml', 'pieces[2]'),
      unknown('assets/hall.yaml', 'themes[0]'),
      unknown('assets/hall.yaml', 'places[0]'),
      unknown('responses/a.md', 'answers.priority'),
      unknown('responses/b.md', 'answers.exhibition'),
    ]);
  });
});

describe('what is there and could not be read', () => {
  const BROKEN = '---\ntitle: [\n---\n';

  test('is told once, and whatever names it is not told as wrong', async () => {
    await story({
      ...{ themes: ['care'], places: ['southall'], series: ['kitchen'] },
      consents: [{ person: 'p1', exhibitions: ['spring'] }],
    });
    await write('stories/broken1/story.md', BROKEN);
    await write('exhibitions/spring/index.mdx', BROKEN);
    await write('priorities/good.yaml', 'pieces: [broken1]\n');
    const lists = ['assets/hall', 'places/southall', 'priorities/warm', 'series/kitchen'];
    for (const file of [...lists, 'themes/care']) await write(`${file}.yaml`, 'name: [\n');
    await write(
      'responses/one.md',
      '---\ninstitution: A\non: 2026-10-01\nanswers: { priority: warm }\n---\n',
    );
    const told = (await problems()).map(({ file, rule }) => `${file} ${rule}`);
    expect([...told].sort()).toEqual(
      [
        ...['stories/broken1/story.md', 'exhibitions/spring/index.mdx'],
        ...[...lists, 'themes/care'].map((file) => `${file}.yaml`),
      ]
        .map((file) => `${file} not-yaml`)
        .sort(),
    );
  });

  test('is not in what can be looked at for more problems', async () => {
    await story({});
    await write('exhibitions/spring/index.mdx', '---\nodd: 1\n---\n');
    await write('pages/about.mdx', '---\nodd: 1\n---\n');
    await write('themes/care.yaml', 'odd: 1\n');
    await write('themes/food.yaml', '');
    const { archive: whole, partial } = await readContent({ root, store: mediaFolder(root) });
    expect(whole).toBe(undefined);
    expect([partial?.exhibitions, partial?.pages]).toEqual([[], []]);
    expect([...(partial?.lists.themes.keys() ?? [])]).toEqual(['food']);
    expect(partial?.contributions.map(({ id }) => id)).toEqual(['abc123']);
  });

  test('is a settings file that is a link, which is not followed', async () => {
    await rm(join(root, 'settings.yaml'));
    await symlink(join(root, 'outside.yaml'), join(root, 'settings.yaml'));
    await symlink(join(root, 'outside.yaml'), join(root, 'another.yaml'));
    await write('outside.yaml', 'name: Another archive\n');
    expect(await problems()).toMatchObject([{ file: 'settings.yaml', rule: 'symbolic-link' }]);
  });
});

describe('what a piece that is not written yet is held against', () => {
  test('is the lists and what was withdrawn, with their problems', async () => {
    await write('themes/care.yaml', '');
    await write('withdrawn/gone01.yaml', 'withdrawn_on: 2026-09-01\n');
    await write('withdrawn/bad.yaml', '');
    const { lists, withdrawn, problems: told } = await readKnown(root);
    expect([...lists.themes.keys(), ...withdrawn.keys()]).toEqual(['care', 'gone01']);
    expect(told.map(({ file, rule }) => `${file} ${rule}`)).toEqual([
      ...['withdrawn/bad.yaml not-an-id', 'withdrawn/bad.yaml missing'],
    ]);
  });

  test('is nothing where no folder is there yet', async () => {
    const { lists, withdrawn, problems: told } = await readKnown(join(root, 'nowhere'));
    expect([lists.themes.size, lists.assets.size, withdrawn.size, told]).toEqual([0, 0, 0, []]);
  });
});
