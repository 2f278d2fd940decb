import { execFileSync } from 'node:child_process';
import { mkdtemp, readdir, readFile, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { stateOf } from '#state/state.ts';
import { USES } from '#consent/uses.ts';
import { canary, canariesIn } from '#support/canary.ts';
import { photographWith, soundWith } from '#support/media-made-here.ts';
import { archive, type Ran } from '#support/run-archive.ts';
import { type Fields, openRecord, smallArchive } from '#support/small-archive.ts';

/**
 * Acceptance tests of docs/consent.md §6 that need an archive of their own, each by its number. Where the
 * others are is told in src/consent/README.md.
 */
const DAY = '2026-11-22';
const WORDS_PHOTO = ['words', 'photo'];
const REAL_NAME = canary('anonymous', 'realname');
const THIRD_PERSON = canary('third', 'name');

let content: string;
let dist: string;
let write: (file: string, text: string | Uint8Array) => Promise<void>;
let story: (id: string, fields: Fields, body?: string) => Promise<void>;
let found: ReadonlyMap<string, string>;
let built: Ran;

const build = (): Promise<Ran> =>
  archive(['build', '--content', content, '--out', dist, '--today', DAY]);
const approve = (...ids: string[]): Promise<Ran> =>
  archive(['approve', ...(ids.length > 0 ? ids : ['--all']), '--content', content]);
const git = (...args: string[]): string =>
  execFileSync('git', args, {
    cwd: dirname(content),
    encoding: 'utf8',
    env: {
      ...process.env,
      GIT_AUTHOR_NAME: REAL_NAME,
      GIT_AUTHOR_EMAIL: `${REAL_NAME}@example.invalid`,
      GIT_COMMITTER_NAME: REAL_NAME,
      GIT_COMMITTER_EMAIL: `${REAL_NAME}@example.invalid`,
    },
  });

/** A piece with a title of its own, a photograph, and these grants; in the theme, and in the exhibition. */
async function piece(id: string, grants: Fields, change: Fields = {}): Promise<void> {
  const fields = openRecord(
    {
      title: canary(id, 'title'),
      themes: ['care'],
      photos: [{ id: 'f1', file: 'f1.jpg', alt: canary(id, 'alt') }],
      ...change,
    },
    { grants },
  );
  await story(id, fields, `What ${canary(id, 'body')} had to say.\n`);
  await write(`stories/${id}/f1.jpg`, await photographWith(canary(id, 'exif'), id.length * 31));
}

const only = (use: string): string => `only${use.replace('-', '')}`;

beforeAll(async () => {
  ({ content, write, story } = await smallArchive());
  dist = join(await mkdtemp(join(tmpdir(), 'acceptance-')), 'dist');
  await write('settings.yaml', 'name: A small archive\nurl: https://archive.example\n');
  await write('themes/care.yaml', 'name: { en: Care }\n');
  for (const use of USES) await piece(only(use), { [use]: WORDS_PHOTO });
  await piece('websearch', { web: WORDS_PHOTO, search: WORDS_PHOTO });
  await piece('webexhibition', { web: WORDS_PHOTO, exhibition: WORDS_PHOTO });
  const hung = [...USES.map(only), 'websearch', 'webexhibition'];
  await write(
    'exhibitions/spring/index.mdx',
    `---\ntitle: Spring\n---\nWelcome.\n\n${hung.map((id) => `<Work id="${id}" />`).join('\n\n')}\n`,
  );
  await anonymous();
  await piece('changedsafe', { web: WORDS_PHOTO }, bystander());
  await write('stories/changedsafe/f1-safe.jpg', await photographWith('safe', 77));
  await named('third01', 'unknown', THIRD_PERSON);
  expect((await approve()).exit).toBe(0);
  const safe = join(content, 'stories/changedsafe/f1-safe.jpg');
  await writeFile(safe, Buffer.concat([await readFile(safe), Buffer.from([0])]));
  git('init', '-q', '-b', 'main');
  git('add', '-A');
  git('commit', '-q', '-m', `As ${REAL_NAME} told it`);
  built = await build();
  expect(`${built.out}\n${built.err}`).toContain('nothing withheld found');
  found = await canariesIn(dist);
});

function bystander(): Fields {
  const safe = { file: 'f1-safe.jpg', covers: ['p9'], checked_on: '2026-06-14' };
  return {
    photos: [{ id: 'f1', file: 'f1.jpg', alt: canary('changedsafe', 'alt'), people: ['p9'], safe }],
  };
}

/** Everything that could name the person, in every place a name can sit. */
async function anonymous(): Promise<void> {
  const fields = openRecord({
    title: 'From somebody who is not named',
    credit: { as: 'anonymous', name: REAL_NAME },
    photos: [{ id: 'f1', file: `${REAL_NAME}.jpg`, alt: 'A window' }],
    voice: { id: 'v1', file: 'v1.wav' },
  });
  await story('anonymous', fields, 'Nobody needs to know who told this.\n');
  await write(`stories/anonymous/${REAL_NAME}.jpg`, await photographWith(REAL_NAME, 91));
  await write('stories/anonymous/v1.wav', soundWith(REAL_NAME, 330));
}

/** A recording whose transcript names somebody else, and what that person has said to it. */
async function named(id: string, state: string | undefined, name: string): Promise<void> {
  const fields = openRecord({
    title: canary(id, 'title'),
    voice: { id: 'v1', file: 'v1.wav', transcript: 'v1.vtt' },
  });
  if (state !== undefined)
    (fields['consents'] as object[]).push({
      person: 'p2',
      interest: 'identifiable-in-words',
      state,
    });
  await story(id, fields, `It was ${name} who drove us.\n`);
  await write(`stories/${id}/v1.wav`, soundWith('', 420));
  await write(`stories/${id}/v1.vtt`, `WEBVTT\n\n00:00.000 --> 00:01.900\n${name} drove us\n`);
}

const onSite = (file: string): Promise<string> =>
  readFile(join(dist, file), 'utf8').catch(() => '');

describe('A06: a piece with a yes to one use alone', () => {
  test.each(USES.filter((use) => use !== 'web'))('%s: is nowhere on the site', async (use) => {
    const id = only(use);
    expect([...found.keys()].filter((marker) => marker.startsWith(`CNRY-${id}-`))).toEqual([]);
    const names = await readdir(dist, { recursive: true });
    expect(names.filter((name) => name.includes(id))).toEqual([]);
  });

  test('web: has its page, and is in no map, index, feed or exhibition', async () => {
    expect(await onSite('stories/onlyweb/index.html')).toContain(canary('onlyweb', 'title'));
    expect(await onSite('sitemap-0.xml')).not.toContain('onlyweb');
    expect(await onSite('exhibitions/spring/index.html')).not.toContain('onlyweb');
    const fragments = await canariesIn(join(dist, 'pagefind'));
    expect([...fragments.keys()].filter((marker) => marker.includes('-onlyweb-'))).toEqual([]);
    expect([...fragments.keys()].filter((marker) => marker.includes('-websearch-'))).not.toEqual(
      [],
    );
  });

  test('search beside web: is in the map and the index, and in no exhibition', async () => {
    expect(await onSite('sitemap-0.xml')).toContain('websearch');
    expect(await onSite('exhibitions/spring/index.html')).not.toContain('websearch');
  });

  test('exhibition beside web: hangs, and is in no map', async () => {
    expect(await onSite('exhibitions/spring/index.html')).toContain('webexhibition');
    expect(await onSite('sitemap-0.xml')).not.toContain('/webexhibition/');
  });

  test('the picture that is shared with a link is the site’s own, whatever was granted', async () => {
    for (const id of ['onlyweb', 'websearch', 'webexhibition']) {
      const html = await onSite(`stories/${id}/index.html`);
      const shared = /property="og:image" content="([^"]*)"/.exec(html)?.[1];
      expect(shared).toBe('https://archive.example/card.png');
    }
  });
});

test('A09: one byte changed in the safe copy, and the photograph is left out', async () => {
  const html = await onSite('stories/changedsafe/index.html');
  expect(html).toContain(canary('changedsafe', 'title'));
  expect(html).not.toContain(canary('changedsafe', 'alt'));
  expect(await readdir(join(dist, 'media', 'changedsafe')).catch(() => [])).toEqual([]);
});

test('A16: the name of somebody who stays anonymous is nowhere in what is let out or built', async () => {
  expect(await onSite('stories/anonymous/index.html')).toContain('not named');
  expect(found.has(REAL_NAME)).toBe(false);
  // It is where it was put, so this search can see it.
  expect((await canariesIn(content)).has(REAL_NAME)).toBe(true);
  const tree = await canariesIn(stateOf(content).release);
  expect(tree.size).toBeGreaterThan(5);
  expect(tree.has(REAL_NAME)).toBe(false);
  expect(git('log', '--format=%an %B')).toContain(REAL_NAME);
});

describe('A33: somebody named in a transcript who has not said yes', () => {
  test('words and transcript stay out while that is open', () => {
    expect(found.has(THIRD_PERSON)).toBe(false);
    expect([...found.keys()].filter((marker) => marker.includes('-third01-'))).toEqual([]);
  });

  test('when the name is replaced they are shown, and the name is in no file, subtitle, index or alt', async () => {
    await named('third01', undefined, 'a friend');
    expect((await approve('third01')).exit).toBe(0);
    expect((await build()).exit).toBe(0);
    const after = await canariesIn(dist);
    expect(await onSite('stories/third01/index.html')).toContain('a friend drove us');
    expect(after.has(canary('third01', 'title'))).toBe(true);
    expect(after.has(THIRD_PERSON)).toBe(false);
  });
});

describe('A22: code in contributed words', () => {
  const SECRET = canary('secret', 'env');
  const CODE = [
    'import fs from "node:fs"',
    'export const x = 1',
    '{process.env.A_SECRET}',
    '<script src="https://elsewhere.example/x.js"></script>',
    '<img src=x onerror="alert(1)">',
    '[press](javascript:alert(1))',
    '<iframe src="https://elsewhere.example/"></iframe>',
    '<p style="background:url(https://elsewhere.example/x.png)">x</p>',
    `<!-- ${canary('comment', 'hidden')} -->`,
  ];

  test('is shown as the letters it is, and reads nothing', async () => {
    await story('code01', openRecord({ title: 'Written as code' }), `${CODE.join('\n\n')}\n`);
    expect((await approve('code01')).exit).toBe(0);
    const args = ['build', '--content', content, '--out', dist, '--today', DAY];
    const ran = await archive(args, { A_SECRET: SECRET });
    expect(`${ran.out}${ran.err}`).toContain('nothing withheld found');
    const html = await onSite('stories/code01/index.html');
    expect(html).toContain('process.env.A_SECRET');
    expect(html).not.toMatch(/<[a-z][^>]*(elsewhere\.example|\sonerror=|href=\"javascript:)/i);
    const after = await canariesIn(dist);
    expect(after.has(SECRET)).toBe(false);
    // Nothing that was typed and approved is hidden in the page: a comment is letters too (T7).
    expect(html).toContain(`&lt;!-- ${canary('comment', 'hidden')} --&gt;`);
    expect(html).not.toContain(`<!-- ${canary('comment', 'hidden')}`);
  });

  test('a record as MDX stops the build, and the last site stands', async () => {
    await write('stories/mdx001/story.mdx', `---\ntitle: x\n---\n{process.env.A_SECRET}\n`);
    const before = await onSite('.well-known/build.json');
    const ran = await build();
    expect(ran.exit).toBe(1);
    expect(`${ran.out}${ran.err}`).toContain('mdx-not-allowed');
    expect(await onSite('.well-known/build.json')).toBe(before);
  });
});

test('A05, A41: each kind of mistake names id, field and rule on the command line, never what was written', async () => {
  const words = canary('mistake', 'words');
  await story('wrong01', openRecord({ title: words, hold: `${words}` }));
  await story('wrong02', openRecord({ title: words, embargo_until: '2026-02-30' }));
  await story('wrong03', openRecord({ title: words, [words]: 1 }));
  await story('wrong04', openRecord({ title: words }, { state: words }));
  await write('stories/wrong05/story.md', `---\ntitle: "${words}\n---\n`);
  await write('stories/wrong06/story.md', `---\ntitle: ${words}\n---\n${words}`);
  await write('themes/wrong.yaml', `name: [${words}\n`);
  const ran = [await build(), await archive(['check', '--content', content, '--json'])];
  for (const { exit, out, err } of ran) {
    expect(exit).toBe(1);
    expect(`${out}${err}`.toLowerCase()).not.toContain(words.toLowerCase());
  }
  const said = ran[0]!.out + ran[0]!.err;
  for (const id of [1, 2, 3, 4, 5, 6]) expect(said).toContain(`stories/wrong0${id}/story.md`);
});
