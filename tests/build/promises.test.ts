import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import {
  cp,
  mkdir,
  mkdtemp,
  readdir,
  readFile,
  rename,
  rm,
  symlink,
  writeFile,
} from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { canary, canariesIn } from '#support/canary.ts';
import { photographWith, soundWith } from '#support/media-made-here.ts';
import { archive, archiveProcess } from '#support/run-archive.ts';
import { openRecord, smallArchive } from '#support/small-archive.ts';
import { until } from '#support/until.ts';

const DAY = '2026-11-22';
const GONE = 'goes01';
const STAYS = 'stays1';
const SECRET = 'the sentence that nobody outside this room has ever been allowed to read';

/** Words that one piece says in public and another may not: only the public ones tell what is no leak. */
const SHARED = 'The kettle was never off and the door was never shut that winter.\n';

let content: string;
let dist: string;
let kept: string;
let write: (file: string, text: string | Uint8Array) => Promise<void>;

const build = (today = DAY) =>
  archive(['build', '--content', content, '--out', dist, '--today', today]);
const marker = (field: string): string => canary('goes', field);

beforeAll(async () => {
  const made = await smallArchive();
  ({ content, write } = made);
  const home = await mkdtemp(join(tmpdir(), 'promises-'));
  dist = join(home, 'dist');
  // A state of its own: what is withdrawn here must not be held against other archives.
  kept = join(home, 'state');
  process.env['ARCHIVE_STATE'] = kept;
  await write(
    'exhibitions/spring/index.mdx',
    `---\ntitle: Spring\n---\nWelcome.\n\n<Work id="${GONE}" />\n\n<Quote id="${GONE}">${marker('body')} in it</Quote>\n`,
  );
  await write('themes/care.yaml', 'name: { en: Care }\n');
  const media = {
    photos: [{ id: 'f1', file: 'f1.jpg', alt: marker('alt') }],
    voice: { id: 'v1', file: 'v1.wav', transcript: 'v1.vtt' },
  };
  const maker = {
    grants: {
      web: ['words', 'photo', 'voice'],
      search: ['words', 'photo'],
      exhibition: ['words', 'photo'],
    },
  };
  await made.story(
    GONE,
    openRecord({ title: marker('title'), themes: ['care'], work: 'one', ...media }, maker),
    `A piece with ${marker('body')} in it.\n`,
  );
  await made.story(STAYS, openRecord({ title: 'What stays', work: 'one' }));
  await made.story('hidden7', openRecord({ hold: true, title: 'Home' }), `${SECRET}\n`);
  await write(`stories/${GONE}/f1.jpg`, await photographWith(marker('exif'), 777));
  await write(`stories/${GONE}/v1.wav`, soundWith(marker('tag'), 443));
  await write(
    `stories/${GONE}/v1.vtt`,
    `WEBVTT\n\n00:00.000 --> 00:01.900\n${marker('spoken')} aloud\n`,
  );
  expect((await archive(['approve', '--all', '--content', content])).exit).toBe(0);
  const ran = await build();
  expect(ran.out + ran.err).toContain('nothing withheld found');
});

/** One value for everything in the finished folder. */
async function state(): Promise<string> {
  const names = (await readdir(dist, { recursive: true, withFileTypes: true }))
    .filter((entry) => entry.isFile())
    .map(({ parentPath, name }) => join(parentPath, name));
  const hash = createHash('sha256');
  for (const name of names.sort()) hash.update(name).update(await readFile(name));
  return hash.digest('hex');
}

describe('a build that fails leaves the last site as it was', () => {
  const BROKEN: readonly [string, string, string | Uint8Array, string][] = [
    [
      'a mistake in a record',
      'stories/newone1/story.md',
      `---\ntitle: ${SECRET}\nkind: story\n---\n`,
      'language',
    ],
    [
      'a record that cannot be read',
      'stories/newone1/story.md',
      `---\ntitle: [${SECRET}\n---\n`,
      'not-yaml',
    ],
    [
      'a photograph that is broken',
      `stories/${GONE}/f1.jpg`,
      Buffer.from('\xff\xd8\xff\xe0 no picture', 'latin1'),
      'media-unreadable',
    ],
    [
      'a photograph that is something else',
      `stories/${GONE}/f1.jpg`,
      '<svg xmlns="http://www.w3.org/2000/svg"><script>1</script></svg>',
      'media-type-not-taken',
    ],
    [
      'code in an exhibition',
      'exhibitions/autumn/index.mdx',
      '---\ntitle: Autumn\n---\n{process.env.HOME}\n',
      'not-allowed',
    ],
    [
      'withheld words written into an exhibition',
      'exhibitions/autumn/index.mdx',
      `---\ntitle: Autumn\n---\nOnce there was ${SECRET}.\n`,
      'hidden7',
    ],
  ];
  test.each(BROKEN)('%s', async (_name, file, bad, says) => {
    const before = await state();
    const path = join(content, file);
    const good = await readFile(path).catch(() => undefined);
    await write(file, bad);
    // A changed photograph is not the version approved, so it is approved again before it is tried.
    if (file.endsWith('.jpg')) await archive(['approve', GONE, '--content', content]);
    const ran = await build();
    if (good === undefined) await rm(join(path, '..'), { recursive: true });
    else await writeFile(path, good);
    if (file.endsWith('.jpg')) await archive(['approve', GONE, '--content', content]);
    expect(ran.exit).toBe(1);
    expect(ran.out).toContain(says);
    expect(ran.out).toContain('Nothing was published');
    expect(ran.out + ran.err).not.toContain(SECRET);
    expect(await state()).toBe(before);
  });
});

describe('proving a folder again', () => {
  const TAMPERED: readonly [string, (folder: string) => Promise<void>][] = [
    ['a file that was added', (folder) => writeFile(join(folder, 'stories', 'extra.html'), 'x')],
    ['a file that was changed', (folder) => writeFile(join(folder, 'robots.txt'), 'x')],
    ['a file that was taken away', (folder) => rm(join(folder, 'robots.txt'))],
    ['a link to somewhere else', (folder) => symlink('/etc/hostname', join(folder, 'name.txt'))],
    [
      'the list of the build replaced',
      (folder) => writeFile(join(folder, '.well-known', 'build.json'), '{"build":"../../x"}'),
    ],
  ];
  test('passes when nothing was touched', async () => {
    const ran = await archive(['audit', dist, '--content', content]);
    expect(ran.out).toContain('Passed');
    expect(ran.exit).toBe(0);
  });
  // What was added, and a link, are told by audit-folder.test.ts too: here under PROVE.
  const sample = TAMPERED.filter(([name]) => process.env['PROVE'] || !/added|link/.test(name));
  test.each(sample)('fails on %s', async (_name, tamper) => {
    const copy = join(await mkdtemp(join(tmpdir(), 'tampered-')), 'dist');
    await cp(dist, copy, { recursive: true });
    await tamper(copy);
    expect((await archive(['audit', copy, '--content', content])).exit).toBe(1);
  });
  test('fails on a folder that no build of this archive made', async () => {
    const ran = await archive(['audit', tmpdir()]);
    expect(ran.exit).toBe(1);
  });
});

describe('after a withdrawal', () => {
  test('the next ordinary build holds nothing of the piece anywhere', async () => {
    expect([...(await canariesIn(dist)).keys()].sort()).toEqual(
      ['title', 'alt', 'spoken', 'body']
        .map((field) => marker(field).toLowerCase() && marker(field))
        .sort(),
    );
    const media = await readdir(join(dist, 'media', GONE));
    expect(media.length).toBeGreaterThanOrEqual(4);
    const away = ['withdraw', GONE, '--content', content, '--today', DAY, '--no-build'];
    expect((await archive(away)).exit).toBe(0);
    expect((await build()).exit).toBe(0);
    expect([...(await canariesIn(dist))]).toEqual([]);
    const names = await readdir(dist, { recursive: true });
    expect(
      names.filter((name) => name.includes(GONE) && !/stories\/goes01(\/index\.html)?$/.test(name)),
    ).toEqual([]);
    const texts = await Promise.all(
      names
        .filter((name) => /\.(html|xml|json|txt)$|_headers$/.test(name))
        .map((name) => readFile(join(dist, name), 'utf8')),
    );
    expect(texts.filter((text) => text.includes(GONE))).toEqual([]);
    expect(await readFile(join(dist, 'stories', GONE, 'index.html'), 'utf8')).toContain(
      'no longer here',
    );
    const cached = await readdir(join(kept, 'cache', 'media'), { recursive: true });
    expect(cached.filter((name) => media.some((file) => name.includes(file)))).toEqual([]);
  });
});

test('a crash while the folders were changed over is put right by the next build', async () => {
  const before = await state();
  await rename(dist, join(dist, '..', '.dist.next.old'));
  await write('stories/newone1/story.md', '---\nkind: story\n---\n');
  expect((await build()).exit).toBe(1);
  await rm(join(content, 'stories', 'newone1'), { recursive: true });
  expect(await state()).toBe(before);
});

test('what somebody puts into the folder while the site is being made is not lost', async () => {
  const late = join(dist, '..', 'late');
  const ran = archive(['build', '--content', content, '--out', late, '--today', DAY]);
  await until(() => existsSync(join(dist, '..', '.late.next')));
  await mkdir(late);
  await writeFile(join(late, 'letter.txt'), 'ours');
  expect(await ran).toMatchObject({ exit: 0, out: expect.stringContaining('was not deleted') });
  expect(await readdir(`${late}.kept-1`)).toEqual(['letter.txt']);
  expect(await readdir(late)).not.toContain('letter.txt');
  expect(existsSync(join(dist, '..', '.late.next'))).toBe(false);
});

test('two builds at once do not mix: one waits for the other, and each is proved again by itself', async () => {
  const other = await smallArchive();
  await other.story('other01', openRecord({ title: 'Of another archive' }), SHARED);
  await other.story('other02', openRecord({ title: 'Kept', hold: true }), SHARED);
  await archive(['approve', '--all', '--content', other.content]);
  const out = join(other.content, '..', 'dist');
  const [mine, theirs] = await Promise.all([
    build(),
    archiveProcess(['build', '--content', other.content, '--out', out, '--today', DAY]),
  ]);
  expect([mine.exit, theirs.exit]).toEqual([0, 0]);
  expect(await readdir(join(out, 'stories'))).toContain('other01');
  expect(await readdir(join(out, 'stories'))).not.toContain(STAYS);
  expect(await readdir(join(dist, 'stories'))).not.toContain('other01');
  // Whichever was built last: what is public in one is no measure for the other.
  for (const folder of [out, dist])
    expect((await archive(['audit', folder])).out).toContain('Passed');
  expect((await build()).exit).toBe(0);
  const again = await archive(['audit', out]);
  expect(again.out).toContain('Passed');
  expect(again.exit).toBe(0);
});

describe('wrong use', () => {
  test.each([
    ['an option that is not known', ['build', '--wrong']],
    ['a day that does not exist', ['build', '--today', '2026-02-30']],
    ['no id and not all', ['approve']],
    ['a use that is not known', ['withdraw', 'abc123', '--use', 'everything']],
    ['a command that is not known', ['publish']],
    ['nothing to import from', ['import']],
  ])('%s', async (_name, args) => {
    expect((await archive(args)).exit).toBe(2);
  });
});
