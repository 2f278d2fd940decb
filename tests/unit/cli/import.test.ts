import { existsSync } from 'node:fs';
import { mkdtemp, readdir, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { mediaFolder } from '#media/store.ts';
import { importFrom } from '#cli/import.ts';
import { storyWords } from '#intake/import/words.ts';
import { admit } from '#release/admit.ts';
import { readContent } from '#repository/read-content.ts';
import { photographWith, soundWith } from '#support/media-made-here.ts';

const DAY = '2026-11-22';
const STORY =
  '# ਰੋਟੀ\n\n##\nI <3 {bread} ਸ\u200dਾ e\u0301\n\n##\n* License: [CC-BY]\n* Text: Somebody\n* Language: pa\n';

async function folder(entries: object[]): Promise<{ from: string; content: string }> {
  const home = await mkdtemp(join(tmpdir(), 'import-'));
  await writeFile(join(home, 'a.md'), STORY);
  await writeFile(join(home, '01.jpg'), await photographWith('m', 3));
  await writeFile(join(home, 'c.wav'), soundWith('m', 300));
  await writeFile(join(home, 'manifest.json'), JSON.stringify({ entries }));
  return { from: home, content: join(home, 'content') };
}

const ENTRIES = [
  {
    path: 'a.md',
    kind: 'story',
    lang: 'pa',
    story_id: 'x:1',
    title: 'ਰੋਟੀ',
    text_by: 'Somebody',
    illustration_by: 'Another',
    licence: 'CC-BY-4.0',
  },
  { path: '01.jpg', kind: 'illustration', story_id: 'x:1', creator: 'Another', alt: 'ਰੋਟੀ' },
  {
    path: 'c.wav',
    kind: 'speech',
    lang: 'en',
    transcript: 'One thing. And then another thing.',
    licence: 'Public domain',
  },
  { path: '01.jpg', kind: 'photo-metadata' },
  { path: '01.jpg', kind: 'malformed-image' },
  { path: 'c.wav', kind: 'audio-tags' },
];

const held = async (content: string) => {
  const { archive, problems } = await readContent({ root: content, store: mediaFolder(content) });
  expect(problems).toEqual([]);
  return archive?.contributions ?? [];
};

describe('importing a folder', () => {
  test('makes a contribution of each story and clip, and of nothing that is test input', async () => {
    const { from, content } = await folder(ENTRIES);
    expect((await importFrom({ content, from, grant: ['web', 'search'], day: DAY })).exit).toBe(0);
    const [story, clip] = [...(await held(content))].sort((a) =>
      a.fields.kind === 'story' ? -1 : 1,
    );
    expect((await held(content)).length).toBe(2);
    expect(story?.body).toContain('I <3 {bread} ਸ\u200dਾ e\u0301');
    expect(story?.body).not.toContain('License');
    expect(story?.fields).toMatchObject({
      title: 'ਰੋਟੀ',
      language: 'pa',
      work: 'x-1',
      photos: [{ kind: 'artwork', alt: 'ਰੋਟੀ' }],
    });
    expect(story?.fields.licence).toEqual({
      name: 'CC-BY-4.0',
      url: 'https://creativecommons.org/licenses/by/4.0/',
      attribution: 'Text: Somebody. Illustration: Another',
    });
    expect(clip?.transcript).toContain('WEBVTT');
    expect(clip?.transcript).toContain('And then another thing.');
    expect([...admit(story!, DAY).open.keys()]).toEqual(['words', 'f1']);
    expect([...admit(clip!, DAY).open.keys()]).toEqual(['words', 'v1', 'v1-transcript']);
    expect(admit(story!, '2031-11-22').open.size).toBe(0);
    expect(admit(story!, '2031-11-21').open.size).toBe(2);
  });

  test('a picture without a description comes in, is not shown, and is told', async () => {
    const { from, content } = await folder(ENTRIES.map((each) => ({ ...each, alt: ' ' })));
    const done = await importFrom({ content, from, grant: ['web'], day: DAY });
    const story = (await held(content)).find(({ fields }) => fields.kind === 'story');
    expect(story?.fields.photos).toMatchObject([{ id: 'f1' }]);
    expect(story?.fields.photos[0]?.alt).toBeUndefined();
    expect([...admit(story!, DAY).open.keys()]).toEqual(['words']);
    expect(done.lines).toContain(
      `1 picture has no description yet. None is shown until somebody writes what can be seen in it (alt): ${story?.id}.`,
    );
    const whole = await folder(ENTRIES);
    const described = await importFrom({ ...whole, grant: ['web'], day: DAY });
    expect(described.lines.join(' ')).not.toContain('description');
  });

  test('without a grant everything is held', async () => {
    const { from, content } = await folder(ENTRIES);
    await importFrom({ content, from, day: DAY });
    const contributions = await held(content);
    expect(contributions.map(({ fields }) => fields.hold)).toEqual([true, true]);
    expect(contributions.flatMap(({ fields }) => fields.consents)).toEqual([]);
    expect(contributions.flatMap((each) => [...admit(each, DAY).open])).toEqual([]);
  });

  test('can be run again and leaves alone what is there', async () => {
    const { from, content } = await folder(ENTRIES);
    await importFrom({ content, from, day: DAY });
    const again = await importFrom({ content, from, day: DAY });
    expect(again.lines.join()).toContain('2 were here already');
    expect((await readdir(join(content, 'stories'))).length).toBe(2);
  });

  test.each([
    ['a file that is not there', [{ path: 'b.md', kind: 'story' }]],
    ['a path that leads out of the folder', [{ path: '../../etc/hostname', kind: 'story' }]],
    ['an entry with no kind', [{ path: 'a.md' }]],
  ])('%s stops it before anything is written', async (_name, entries) => {
    const { from, content } = await folder([...ENTRIES, ...entries]);
    const outcome = await importFrom({ content, from, day: DAY });
    expect(outcome.exit).toBe(1);
    expect(existsSync(content)).toBe(false);
  });
});

describe('importing a spreadsheet', () => {
  test('makes a contribution of each row, held', async () => {
    const { from, content } = await folder([]);
    await writeFile(
      join(from, 'in.csv'),
      '\uFEFFtitle,language,kind,words,photo,alt\n"Bread, again",en,story,"Line one\nLine two",01.jpg,A loaf\n',
    );
    expect((await importFrom({ content, from: join(from, 'in.csv'), day: DAY })).exit).toBe(0);
    const [made] = await held(content);
    expect(made?.fields.title).toBe('Bread, again');
    expect(made?.body).toBe('Line one\nLine two\n');
    expect(made?.fields.photos.length).toBe(1);
  });
  test.each([
    ['a column that is not known', 'title,language,kind,secret\na,en,story,x\n'],
    ['a cell that is needed and empty', 'title,language,kind\n,en,story\n'],
    ['a photograph that is not there', 'title,language,kind,photo\na,en,story,b.jpg\n'],
    ['a row that is too long', 'title,language,kind\na,en,story,x,y\n'],
  ])('%s stops it', async (_name, csv) => {
    const { from, content } = await folder([]);
    await writeFile(join(from, 'in.csv'), csv);
    expect((await importFrom({ content, from: join(from, 'in.csv'), day: DAY })).exit).toBe(1);
    expect(existsSync(content)).toBe(false);
  });
});

test('only a closing list of credits is taken off a story', () => {
  expect(storyWords('# A\n\ntext\n\n* License: inside\n\nmore\n').body).toContain(
    'License: inside',
  );
  expect(storyWords(STORY)).toMatchObject({
    title: 'ਰੋਟੀ',
    body: '\n##\nI <3 {bread} ਸ\u200dਾ e\u0301\n\n',
  });
});
