import { existsSync } from 'node:fs';
import { mkdir, mkdtemp, readdir, readFile, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join, resolve, sep } from 'node:path';
import { beforeEach, describe, expect, test, vi } from 'vitest';
import { build } from '#cli/build.ts';
import { deskCommands } from '#cli/desk-commands.ts';
import { keepOthers, refusedPlace } from '#hosting/out-folder.ts';
import { archive } from '#support/run-archive.ts';
import { openRecord, smallArchive } from '#support/small-archive.ts';

// What is refused takes a moment; on a machine with other things to do, a long one.
vi.setConfig({ testTimeout: 120_000 });

let content: string;
/** Holds the content folder, the state folder and nothing else of the archive. */
let home: string;
let state: string;

beforeEach(async () => {
  const made = await smallArchive();
  ({ content } = made);
  home = dirname(content);
  state = join(home, 'state');
  process.env['ARCHIVE_STATE'] = state;
  await made.story('older01', openRecord());
  await mkdir(join(state, 'desk'), { recursive: true });
  await writeFile(join(state, 'register.sqlite'), 'people');
});

/** Every file below a folder, with what is in it. */
async function all(folder: string): Promise<Readonly<Record<string, string>>> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const files = entries
    .filter((entry) => entry.isFile())
    .map(({ parentPath, name }) => join(parentPath, name));
  const texts = files.sort().map(async (file) => [file, await readFile(file, 'utf8')] as const);
  return Object.fromEntries(await Promise.all(texts));
}

const put = async (file: string, text = 'ours'): Promise<void> => {
  await mkdir(dirname(file), { recursive: true });
  await writeFile(file, text);
};

const BUILT = '.well-known/build.json';
const isRefused = async (out: string) => (await refusedPlace({ content, out })) !== undefined;

/** What is asked for, made ready by the case; and the words by which it is refused. */
const REFUSED: readonly [string, () => Promise<string>, string][] = [
  ['the content folder', async () => content, 'it is the content folder'],
  ['the folder around the content folder', async () => home, 'holds the content folder'],
  ['a folder in the content folder', async () => join(content, 'dist'), 'inside the content'],
  [
    'the content folder by another way to it',
    async () => {
      await symlink(content, join(home, 'way'));
      return join(home, 'way');
    },
    'it is the content folder',
  ],
  [
    'a new folder behind a link into the content folder',
    async () => {
      await symlink(join(content, 'stories'), join(home, 'way'));
      return join(home, 'way', 'not', 'there');
    },
    'inside the content folder',
  ],
  [
    'a link that lies in the content folder',
    async () => {
      const elsewhere = await mkdtemp(join(tmpdir(), 'empty-'));
      await symlink(elsewhere, join(content, 'dist'));
      return join(content, 'dist');
    },
    'inside the content folder',
  ],
  ['the state folder', async () => state, 'the folder of the archive’s state'],
  ['a folder in the state folder', async () => join(state, 'dist'), 'inside the folder of the'],
  [
    'a built folder in the state folder',
    async () => {
      await put(join(state, 'dist', BUILT));
      return join(state, 'dist');
    },
    'inside the folder of the archive’s state',
  ],
  [
    'a folder below a plain file',
    async () => {
      await put(join(home, 'letter'));
      return join(home, 'letter', 'dist');
    },
    'cannot be looked at',
  ],
  [
    'a folder whose staging folder would be the content folder',
    async () => {
      content = join(home, '.site.next');
      await put(join(content, 'settings.yaml'));
      return join(home, 'site');
    },
    'it is the content folder',
  ],
];

describe('a build refuses to put the site where something else would be lost', () => {
  test.each(REFUSED)('%s', async (_name, ready, says) => {
    const out = await ready();
    const before = await all(home);
    for (const command of ['build', 'start']) {
      const ran = await archive([command, '--content', content, '--out', out]);
      expect([ran.exit, ran.out]).toEqual([2, expect.stringContaining(says)]);
      expect(ran.out).toContain('Nothing was changed');
    }
    const after = await all(home);
    expect(after).toMatchObject(before);
    const added = Object.keys(after).filter((file) => !(file in before));
    expect(added.filter((file) => !file.startsWith(`${state}${sep}`))).toEqual([]);
  });

  test('a mistake in the content is told first, and the files of others stay', async () => {
    await put(join(home, 'pictures', 'us.jpg'));
    await put(join(content, 'settings.yaml'), 'name: [');
    const ran = await archive(['build', '--content', content, '--out', join(home, 'pictures')]);
    expect([ran.exit, ran.out]).toEqual([1, expect.stringContaining('settings.yaml')]);
    expect(await readdir(join(home, 'pictures'))).toEqual(['us.jpg']);
  });

  test.each(['.', '..', '/', 'src', 'src/pages', 'public', 'node_modules', 'node_modules/.out'])(
    'the program’s own folder, and what is around or in it: %s',
    async (out) => {
      expect(await isRefused(out)).toBe(true);
      expect(await isRefused(resolve(out))).toBe(true);
    },
  );

  test('whoever asks for the build: only the desk may build in the state folder', async () => {
    const asked = {
      content,
      out: join(state, 'desk', 'x'),
      day: '2026-11-22',
      at: '2026-11-22T09:00Z',
    };
    expect((await build(asked)).exit).toBe(2);
    await put(join(content, 'settings.yaml'), 'name: [');
    // The desk goes on, here to the mistake in its content.
    expect((await build({ ...asked, forDesk: true })).exit).toBe(1);
    const done = await deskCommands(content, () => '2026-11-22').build(content, asked.out);
    expect(done).toMatchObject({ kind: 'unread', problems: [{ file: 'settings.yaml' }] });
  });

  test('before it waits for another build, and as JSON', async () => {
    await put(join(state, 'lock'), String(process.pid));
    const ran = await archive(['build', '--content', content, '--out', content, '--json']);
    expect([ran.exit, JSON.parse(ran.out)]).toMatchObject([2, { ok: false }]);
    expect(ran.err).toBe('');
  });
});

describe('a build goes on where nothing would be lost', () => {
  test.each([
    ['a folder that is not there', async () => undefined],
    ['a folder in one that is not there', async () => 'not/yet'],
    [
      'an empty folder',
      async (out: string) => {
        await mkdir(out);
      },
    ],
    ['a folder that was built before', (out: string) => put(join(out, BUILT))],
    [
      'a site set aside by a crash',
      (out: string) => put(join(dirname(out), '.site.next.old', BUILT)),
    ],
  ])('%s', async (_name, ready) => {
    const out = join(home, 'site');
    const below = (await ready(out)) ?? '';
    expect(await refusedPlace({ content, out: join(out, below) })).toBeUndefined();
  });

  test('dist beside the program, and a link to a built folder', async () => {
    await put(join(home, 'real', BUILT));
    await symlink(join(home, 'real'), join(home, 'link'));
    expect(await isRefused(join(home, 'link'))).toBe(false);
    delete process.env['ARCHIVE_STATE'];
    await rm('dist-of-a-test', { recursive: true, force: true });
    expect(await refusedPlace({ content: 'content', out: 'dist-of-a-test' })).toBeUndefined();
    expect(existsSync('dist-of-a-test')).toBe(false);
  });

  test.each<[string, () => Promise<void>, string]>([
    ['other people’s files', () => put(join(home, 'site', 'us.jpg')), 'us.jpg'],
    ['one hidden file', () => put(join(home, 'site', '.keep')), '.keep'],
    [
      'a folder where the name of a build is a file',
      () => put(join(home, 'site', BUILT, 'x')),
      '.well-known',
    ],
    ['a plain file', () => put(join(home, 'site')), ''],
  ])('and keeps what no build made: %s', async (_name, ready, name) => {
    await ready();
    await put(join(home, 'site.kept-1'), 'of another time');
    expect(await keepOthers(join(home, 'site'))).toBe(join(home, 'site.kept-2'));
    expect(existsSync(join(home, 'site'))).toBe(false);
    expect(existsSync(join(home, 'site.kept-2', name))).toBe(true);
    expect(await readFile(join(home, 'site.kept-1'), 'utf8')).toBe('of another time');
  });

  test('and keeps nothing of a site that was built before, or of an empty folder', async () => {
    await put(join(home, 'site', BUILT));
    await mkdir(join(home, 'empty'));
    for (const name of ['site', 'empty', 'nowhere'])
      expect(await keepOthers(join(home, name))).toBeUndefined();
    expect(existsSync(join(home, 'site', BUILT))).toBe(true);
  });
});
