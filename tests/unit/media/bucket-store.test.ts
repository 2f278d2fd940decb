import { fork } from 'node:child_process';
import { createHash, randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { mkdtemp, readdir, readFile, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { Bucket, type BucketPlace } from '#media/bucket.ts';
import type { BucketTrouble } from '#media/bucket-error.ts';
import { mediaBucket } from '#media/bucket-store.ts';
import type { MediaStore } from '#media/store.ts';
import { type S3Server, startS3 } from '#support/s3-server.ts';

let server: S3Server;
let prefix: string;
let brought: string;
let from: string;
let store: MediaStore;

beforeAll(async () => {
  server = await startS3();
});

afterAll(() => server.close());

beforeEach(async () => {
  const home = await mkdtemp(join(tmpdir(), 'bucket-store-'));
  prefix = `${randomUUID()}/`;
  brought = join(home, 'brought');
  from = join(home, 'clean.jpg');
  await writeFile(from, 'a picture');
  server.inPlace = () => undefined;
  server.isOpen = false;
  server.asked.length = 0;
  store = mediaBucket({ ...server.place, prefix }, brought);
});

const trouble = (what: BucketTrouble) => ({ name: 'BucketError', trouble: what });

describe('what is in doubt is an error, and never a file that is not there', () => {
  const READS: Readonly<Record<string, () => Promise<unknown>>> = {
    contributions: () => store.contributions(),
    filesOf: () => store.filesOf('bread01'),
    cameAt: () => store.cameAt('bread01', 'f1.jpg'),
    localFile: () => store.localFile('bread01', 'f1.jpg'),
    put: () => store.put('bread01', 'f2.jpg', from),
    remove: () => store.remove('bread01', 'f1.jpg'),
    removeAll: () => store.removeAll('bread01'),
  };
  const ANSWERS: Readonly<Record<string, S3Server['inPlace']>> = {
    'the line breaks': () => 'cut',
    'it says no': () => ({ status: 403, body: '<Error><Code>AccessDenied</Code></Error>' }),
    'the bucket is gone': () => ({ status: 404, body: '<Error><Code>NoSuchBucket</Code></Error>' }),
    'it sends somebody elsewhere': () => ({ status: 307 }),
    'it is no S3 server': () => ({ status: 200, body: '<html><p>Welcome</html>' }),
    'it says nothing': () => ({ status: 200, body: '' }),
    'it says that there is more, and not where': () => ({
      status: 200,
      body: '<R><IsTruncated>true</IsTruncated></R>',
    }),
  };

  beforeEach(async () => {
    await store.put('bread01', 'f1.jpg', from);
  });

  test.each(
    Object.entries(ANSWERS).flatMap(([when, answer]) =>
      Object.entries(READS).map(([what, read]) => ({ when, what, answer, read })),
    ),
  )('$when: $what', async ({ answer, read }) => {
    server.inPlace = answer;
    await expect(read()).rejects.toMatchObject({ name: 'BucketError' });
    server.inPlace = () => undefined;
    expect(await store.filesOf('bread01')).toEqual(['f1.jpg']);
  });

  test('a wrong key', async () => {
    store = mediaBucket({ ...server.place, prefix, secret: 'another' }, brought);
    await expect(store.localFile('bread01', 'f1.jpg')).rejects.toMatchObject(trouble('refused'));
  });

  test('a file that is cut short or changed on its way is not there half, and comes whole later', async () => {
    for (const [how, what] of [['half', 'no-answer'] as const, ['flip', 'damaged'] as const]) {
      server.inPlace = (_method, url) => (url.endsWith('/f1.jpg') ? how : undefined);
      await expect(store.localFile('bread01', 'f1.jpg')).rejects.toMatchObject(trouble(what));
      expect(await filesBelow(brought)).toEqual([]);
    }
    server.inPlace = () => undefined;
    const file = (await store.localFile('bread01', 'f1.jpg')) ?? '';
    expect(await readFile(file, 'utf8')).toBe('a picture');
  });

  test('a server that is busy is asked again', async () => {
    let times = 0;
    server.inPlace = () => (times++ < 2 ? { status: 503 } : undefined);
    expect(await store.filesOf('bread01')).toEqual(['f1.jpg']);
  });
});

test('what was brought here is not brought again, and goes when the bucket has it no more', async () => {
  await store.put('bread01', 'f1.jpg', from);
  const once = await store.localFile('bread01', 'f1.jpg');
  expect(await store.localFile('bread01', 'f1.jpg')).toBe(once);
  expect(server.asked.filter((each) => /^GET .*\/f1\.jpg$/.test(each))).toHaveLength(1);
  await new Bucket({ ...server.place, prefix }).remove(`${prefix}bread01/f1.jpg`);
  expect(await store.localFile('bread01', 'f1.jpg')).toBeUndefined();
  expect(await filesBelow(brought)).toEqual([]);
});

test('a bucket that anybody can read is given nothing', async () => {
  server.isOpen = true;
  await expect(store.put('bread01', 'f1.jpg', from)).rejects.toMatchObject(trouble('public'));
  expect(server.asked.filter((each) => each.includes('bread01'))).toEqual([]);
  expect(await new Bucket(server.place).objects(prefix)).toEqual([]);
});

test('every request but the one that proves the bucket private is signed, and no address holds a key', async () => {
  await store.put('bread01', 'f1.jpg', from);
  await store.localFile('bread01', 'f1.jpg');
  await store.removeAll('bread01');
  expect(server.asked.filter((each) => /x-amz|signature|credential/i.test(each))).toEqual([]);
});

test('a listing that comes in pages is read to its end', async () => {
  const page = (keys: readonly string[], next: string) =>
    `<ListBucketResult><EncodingType>url</EncodingType>${keys
      .map((key) => `<Contents><Key>${prefix}bread01%2F${key}</Key></Contents>`)
      .join('')}${next}</ListBucketResult>`;
  server.inPlace = (_method, url) => ({
    status: 200,
    body: url.includes('continuation-token=to%20f2%2B')
      ? page(['f2.jpg'], '<IsTruncated>false</IsTruncated>')
      : page(
          ['f1.jpg'],
          '<IsTruncated>true</IsTruncated><NextContinuationToken>to f2+</NextContinuationToken>',
        ),
  });
  expect(await store.filesOf('bread01')).toEqual(['f1.jpg', 'f2.jpg']);
});

/** Answers about versions as the protocol describes them: s3rver keeps none. The objects are s3rver's. */
describe('a bucket that keeps versions', () => {
  let versions: { readonly id: string; readonly isMark: boolean }[];
  let isLocked: boolean;

  beforeEach(async () => {
    await store.put('bread01', 'f1.jpg', from);
    isLocked = false;
    versions = [
      { id: 'v1', isMark: false },
      { id: 'v2', isMark: false },
      { id: 'v3', isMark: true },
    ];
    server.inPlace = (method, url) => {
      const version = new URL(url, 'http://here').searchParams.get('versionId');
      if (version !== null && method === 'DELETE') {
        if (isLocked) return { status: 403, body: '<Error><Code>AccessDenied</Code></Error>' };
        versions = versions.filter(({ id }) => id !== version);
        return { status: 204 };
      }
      if (url.includes('?versioning='))
        return { status: 200, body: '<V><Status>Suspended</Status></V>' };
      if (url.includes('versions=')) return { status: 200, body: listed() };
      return undefined;
    };
  });

  function listed(): string {
    const rows = [...versions, { id: 'not-ours', isMark: false }].map(({ id, isMark }) => {
      const name = isMark ? 'DeleteMarker' : 'Version';
      const key = `${prefix}bread01/${id === 'not-ours' ? 'f1.jpg.vtt' : 'f1.jpg'}`;
      return `<${name}><Key>${key}</Key><VersionId>${id}</VersionId></${name}>`;
    });
    return `<L>${rows.join('')}<IsTruncated>false</IsTruncated></L>`;
  }

  test('loses every version of the file, and the marks that it was deleted, and no other file', async () => {
    await store.remove('bread01', 'f1.jpg');
    expect(versions).toEqual([]);
    expect(server.asked.some((each) => each.includes('versionId=not-ours'))).toBe(false);
  });

  test('says so where a version cannot be deleted', async () => {
    isLocked = true;
    const removed = store.remove('bread01', 'f1.jpg');
    await expect(removed).rejects.toMatchObject(trouble('versions-stay'));
    expect(await store.filesOf('bread01')).toEqual([]);
  });

  test('says so where nobody may know whether it keeps versions', async () => {
    server.inPlace = (_method, url) => (url.includes('?versioning=') ? { status: 403 } : undefined);
    const removed = store.remove('bread01', 'f1.jpg');
    await expect(removed).rejects.toMatchObject(trouble('versions-stay'));
  });
});

/** The server is another process, so that the memory is the store's own. */
test.runIf(process.env['PROVE'])(
  '500 MB go there and come back, and memory stays flat',
  async () => {
    const piece = Buffer.alloc(1_000_000, 'sound');
    for (let at = 0; at < 500; at += 1) await writeFile(from, piece, { flag: 'a' });
    const child = fork('tests/support/s3-child.ts');
    const [place] = (await once(child, 'message')) as [BucketPlace];
    const apart = mediaBucket(place, brought);
    const before = process.memoryUsage.rss();
    let most = before;
    const look = () => {
      most = Math.max(most, process.memoryUsage.rss());
    };
    const watch = setInterval(look, 20);
    await apart.put('bread01', 's1.wav', from);
    const back = (await apart.localFile('bread01', 's1.wav')) ?? '';
    clearInterval(watch);
    child.disconnect();
    await once(child, 'exit');
    process.stdout.write(`memory: ${Math.round((most - before) / 1e6)} MB more at most\n`);
    expect(most - before).toBeLessThan(250_000_000);
    expect(await digestOf(back)).toBe(await digestOf(from));
  },
);

async function digestOf(path: string): Promise<string> {
  return createHash('sha256')
    .update(await readFile(path))
    .digest('hex');
}

async function filesBelow(folder: string): Promise<readonly string[]> {
  const all = await readdir(folder, { recursive: true, withFileTypes: true }).catch(() => []);
  return all.filter((each) => each.isFile()).map(({ name }) => name);
}
