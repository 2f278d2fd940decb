import { mkdir, mkdtemp, readFile, rm, stat, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { basename, dirname, join } from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { mediaBucket } from '#media/bucket-store.ts';
import { type MediaStore, mediaFolder } from '#media/store.ts';
import { type S3Server, startS3 } from '#support/s3-server.ts';

let server: S3Server;
let folder: string;
let from: string;
let store: MediaStore;

beforeAll(async () => {
  server = await startS3();
});

afterAll(() => server.close());

/** What every store does, wherever it lies. `home` is a new folder for each test. */
const ADAPTERS: Readonly<Record<string, (home: string) => MediaStore>> = {
  'a folder': (home) => mediaFolder(join(home, 'media')),
  'a bucket': (home) =>
    mediaBucket({ ...server.place, prefix: `${basename(home)}/media/` }, join(home, 'brought')),
};

beforeEach(async () => {
  const home = await mkdtemp(join(tmpdir(), 'media-store-'));
  folder = join(home, 'media');
  from = join(home, 'clean.jpg');
  await writeFile(from, 'a picture', { mode: 0o644 });
  store = mediaFolder(folder);
});

describe.each(Object.entries(ADAPTERS))('the media store in %s', (_where, open) => {
  beforeEach(() => {
    store = open(dirname(folder));
  });

  test('is empty before anything was put into it', async () => {
    expect(await store.contributions()).toEqual([]);
    expect(await store.filesOf('bread01')).toEqual([]);
    expect(await store.cameAt('bread01', 'f1.jpg')).toBeUndefined();
    expect(await store.localFile('bread01', 'f1.jpg')).toBeUndefined();
    await store.remove('bread01', 'f1.jpg');
    await store.removeAll('bread01');
  });

  test('keeps a copy that nobody else on the machine can read, and knows when it came', async () => {
    expect(await store.put('bread01', 'f1.jpg', from)).toBe(true);
    await writeFile(from, 'changed');
    const file = (await store.localFile('bread01', 'f1.jpg')) ?? '';
    expect(basename(file)).toBe('f1.jpg');
    expect(await readFile(file, 'utf8')).toBe('a picture');
    expect((await stat(file)).mode & 0o777).toBe(0o600);
    expect((await stat(dirname(file))).mode & 0o777).toBe(0o700);
    expect(await store.cameAt('bread01', 'f1.jpg')).toBeGreaterThan(Date.UTC(2026, 0));
  });

  test('writes over nothing, and of two that put one name one is told', async () => {
    const other = `${from}.other`;
    await writeFile(other, 'another');
    const put = await Promise.all(
      [from, other].map((each) => store.put('bread01', 'f1.jpg', each)),
    );
    expect(put.toSorted()).toEqual([false, true]);
    expect(await store.put('bread01', 'f1.jpg', other)).toBe(false);
    expect(await store.filesOf('bread01')).toEqual(['f1.jpg']);
  });

  test('has names of every letter, each apart from those that begin like it', async () => {
    const names = ['f1.jpg', 'f1.jpg.vtt', 'میری +%20 ਰੋਟੀ.jpg'];
    for (const name of names) expect(await store.put('bread01', name, from)).toBe(true);
    expect(await store.filesOf('bread01')).toEqual(names.toSorted());
    expect(await store.contributions()).toEqual(['bread01']);
    await store.remove('bread01', 'f1.jpg');
    expect(await store.filesOf('bread01')).toEqual(names.slice(1).toSorted());
    const odd = (await store.localFile('bread01', names[2] ?? '')) ?? '';
    expect(await readFile(odd, 'utf8')).toBe('a picture');
  });

  test('what is removed is gone, also from this machine, and may come again', async () => {
    await store.put('bread01', 'f1.jpg', from);
    await store.put('bread01', 'f2.jpg', from);
    await store.put('bread012', 'f1.jpg', from);
    const was = (await store.localFile('bread01', 'f1.jpg')) ?? '';
    await store.remove('bread01', 'f1.jpg');
    await expect(stat(was)).rejects.toThrow('ENOENT');
    expect(await store.localFile('bread01', 'f1.jpg')).toBeUndefined();
    await store.removeAll('bread01');
    expect(await store.contributions()).toEqual(['bread012']);
    await writeFile(from, 'a newer one');
    expect(await store.put('bread01', 'f1.jpg', from)).toBe(true);
    const now = (await store.localFile('bread01', 'f1.jpg')) ?? '';
    expect(await readFile(now, 'utf8')).toBe('a newer one');
    await store.remove('bread01', 'f1.jpg');
    expect(await store.contributions()).toEqual(['bread012']);
  });

  test.each(['..', '../other', 'a/b', 'a\\b', '', '.hidden', 'a\0b'])(
    'no name leads out of it: %j',
    async (name) => {
      await writeFile(join(folder, '..', 'other'), 'stays');
      await expect(store.put(name, 'f1.jpg', from)).rejects.toThrow('not the name');
      await expect(store.put('bread01', name, from)).rejects.toThrow('not the name');
      await expect(store.remove('bread01', name)).rejects.toThrow('not the name');
      await expect(store.removeAll(name)).rejects.toThrow('not the name');
      await expect(store.localFile(name, 'f1.jpg')).rejects.toThrow('not the name');
      await expect(store.localFile('bread01', name)).rejects.toThrow('not the name');
      expect(await readFile(join(folder, '..', 'other'), 'utf8')).toBe('stays');
    },
  );
});

describe('a folder, besides', () => {
  test('a link is in the way like a file, and what it leads to stays', async () => {
    await mkdir(join(folder, 'bread01'), { recursive: true });
    await symlink(from, join(folder, 'bread01', 'f1.jpg'));
    expect(await store.put('bread01', 'f1.jpg', from)).toBe(false);
    expect(await store.localFile('bread01', 'f1.jpg')).toBeUndefined();
    await store.removeAll('bread01');
    expect(await readFile(from, 'utf8')).toBe('a picture');
  });

  test('a folder that is a link to another has no file of ours in it', async () => {
    await mkdir(join(folder, '..', 'elsewhere'));
    await writeFile(join(folder, '..', 'elsewhere', 'f1.jpg'), 'not ours');
    await mkdir(folder, { recursive: true });
    await symlink(join(folder, '..', 'elsewhere'), join(folder, 'bread01'));
    expect(await store.localFile('bread01', 'f1.jpg')).toBeUndefined();
  });

  test('something else in its place is not an empty store', async () => {
    await mkdir(folder, { recursive: true });
    await writeFile(join(folder, 'bread01'), 'no folder');
    await expect(store.filesOf('bread01')).rejects.toMatchObject({ code: 'ENOTDIR' });
    expect(await store.contributions()).toEqual([]);
    await rm(folder, { recursive: true });
    await writeFile(folder, 'no folder');
    const asked = [
      ...[store.contributions(), store.filesOf('bread01'), store.localFile('bread01', 'f1.jpg')],
      store.cameAt('bread01', 'f1.jpg'),
    ];
    for (const each of await Promise.allSettled(asked))
      expect(each).toMatchObject({ status: 'rejected', reason: { code: 'ENOTDIR' } });
  });

  test('what is half put is on no list, and the last file takes its folder with it', async () => {
    await store.put('bread01', 'f1.jpg', from);
    await store.put('bread01', 'f2.jpg', from);
    await writeFile(join(folder, 'bread01', '.half.new'), '');
    expect(await store.filesOf('bread01')).toEqual(['f1.jpg', 'f2.jpg']);
    await store.removeAll('bread01');
    expect(await store.contributions()).toEqual([]);
    await store.put('bread01', 'f1.jpg', from);
    await store.remove('bread01', 'f1.jpg');
    expect(await store.contributions()).toEqual([]);
  });
});
