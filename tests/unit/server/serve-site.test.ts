import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { headerRules, headersFile } from '#hosting/headers.ts';
import { siteServer } from '#server/site/serve-site.ts';
import type { Trace } from '#hosting/hidden.ts';
import type { Story } from '#release/released.ts';

let ask: (path: string, init?: RequestInit) => Promise<Response>;
let folder: string;
const hidden = new Map<string, Trace>();

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'site-'));
  const put = async (file: string, text: string): Promise<void> => {
    await mkdir(join(folder, file, '..'), { recursive: true });
    await writeFile(join(folder, file), text);
  };
  await put('index.html', 'home');
  await put('404.html', 'nothing here');
  for (const id of ['open01', 'quiet1', 'stone1', 'taught', 'veiled']) {
    await put(`stories/${id}/index.html`, id);
    await put(`ur/stories/${id}/index.html`, id);
  }
  await put('media/quiet1/aa.jpg', 'picture');
  await put('media/open01/bb.jpg', 'picture');
  await put('media/taught/cc.jpg', 'picture');
  await put('media/taught/dd.jpg', 'picture');
  const picture = (path: string, openToAi: boolean) => ({
    sources: [],
    fallback: { path, type: 'image/jpeg', bytes: 7 },
    openToAi,
  });
  const stories = [
    { id: 'open01', searchable: true, images: [] },
    { id: 'quiet1', searchable: false, images: [] },
    {
      ...{ id: 'taught', searchable: true, openToAi: true },
      images: [picture('/media/taught/cc.jpg', true), picture('/media/taught/dd.jpg', false)],
    },
    { id: 'veiled', searchable: false, openToAi: true, images: [] },
  ].map((story) => ({
    ...{ language: 'en', translations: [], more: [], wordsFile: 'a.md' },
    ...story,
  })) as unknown as Story[];
  const files = [
    { file: 'media/quiet1/aa.jpg', sha256: '', uses: ['web'] as const },
    { file: 'media/open01/bb.jpg', sha256: '', uses: ['web', 'search'] as const },
    { file: 'media/taught/cc.jpg', sha256: '', uses: ['web', 'search', 'ai'] as const },
    { file: 'media/taught/dd.jpg', sha256: '', uses: ['web', 'search'] as const },
  ];
  await put('_headers', headersFile(headerRules({ stories, files, languages: ['en', 'ur'] })));
  await put('feed.xml', '<rss><item>/stories/open01/</item><item>/stories/quiet1/</item></rss>');
  await put(
    'stories/index.html',
    '<ul><li data-piece="open01"><a href="/stories/open01/">Open</a></li><li data-piece="quiet1"><a href="/stories/quiet1/">Quiet</a></li></ul>',
  );
  await put('about/index.html', '<p><a href="/stories/open01/">in a sentence</a></p>');
  await put('notes.json', '{"of":"open01"}');
  await put('pagefind/fragment/en_1.pf_fragment', 'words of open01');
  await put('pagefind/fragment/en_2.pf_fragment', 'words of quiet1');
  const fragments = {
    open01: ['pagefind/fragment/en_1.pf_fragment'],
    quiet1: ['pagefind/fragment/en_2.pf_fragment'],
  };
  const site = await siteServer({
    folder,
    tombstones: ['stone1'],
    fragments,
    hidden: () => hidden,
  });
  ask = async (path, init) => site.request(`http://localhost${path}`, init);
});

describe('the built site, served', () => {
  test('a page is there, and what is not there says so with the site’s own page', async () => {
    expect((await ask('/')).status).toBe(200);
    const missing = await ask('/stories/never1/');
    expect(missing.status).toBe(404);
    expect(await missing.text()).toBe('nothing here');
  });

  test('a tombstone answers 410 in every interface language', async () => {
    for (const path of ['/stories/stone1/', '/ur/stories/stone1/']) {
      const gone = await ask(path);
      expect(gone.status).toBe(410);
      expect(await gone.text()).toBe('stone1');
    }
    expect((await ask('/stories/open01/')).status).toBe(200);
  });

  test('nothing leads out of the folder, and the host rules are not for readers', async () => {
    for (const path of [
      '/../package.json',
      '/..%2f..%2fetc/hostname',
      '/%2e%2e/package.json',
      '/_headers',
    ]) {
      expect((await ask(path)).status).toBe(404);
    }
  });

  test('every answer carries the policy, no referrer and the reservation', async () => {
    for (const path of ['/', '/media/open01/bb.jpg', '/stories/stone1/', '/not-here']) {
      const { headers } = await ask(path);
      expect(headers.get('content-security-policy')).toContain("default-src 'none'");
      expect(headers.get('referrer-policy')).toBe('no-referrer');
      expect(headers.get('tdm-reservation')).toBe('1');
      expect(headers.get('set-cookie')).toBeNull();
    }
  });

  test('what did not say yes to search says noindex, page and media, in every language', async () => {
    for (const path of ['/stories/quiet1/', '/ur/stories/quiet1/', '/media/quiet1/aa.jpg']) {
      expect((await ask(path)).headers.get('x-robots-tag')).toContain('noindex');
    }
    for (const path of ['/stories/open01/', '/media/open01/bb.jpg']) {
      expect((await ask(path)).headers.get('x-robots-tag') ?? '').not.toContain('noindex');
    }
  });

  test('machines are told no everywhere but where the makers said yes to them', async () => {
    const told = async (path: string) => {
      const { headers } = await ask(path);
      return `${headers.get('tdm-reservation')} ${headers.get('x-robots-tag')}`;
    };
    for (const path of ['/', '/stories/open01/', '/media/open01/bb.jpg', '/media/taught/dd.jpg']) {
      expect(await told(path)).toBe('1 noai, noimageai');
    }
    for (const path of ['/stories/taught/', '/ur/stories/taught/', '/media/taught/cc.jpg']) {
      expect(await told(path)).toBe('0 all');
    }
    expect(await told('/stories/quiet1/')).toBe('1 noindex, noai, noimageai');
    expect(await told('/ur/stories/veiled/')).toBe('0 noindex');
  });

  test('a media file is kept for minutes, a page is always asked for again', async () => {
    expect((await ask('/media/open01/bb.jpg')).headers.get('cache-control')).toBe(
      'max-age=300, must-revalidate',
    );
    expect((await ask('/')).headers.get('cache-control')).toBe('no-cache');
  });
});

describe('a piece that was hidden since the site was built', () => {
  const headersOf = ({ headers }: Response) => Object.fromEntries(headers);
  beforeEach(() => hidden.clear());

  test('every address of it says what a built tombstone says, byte for byte and header for header', async () => {
    const tombstone = await ask('/stories/stone1/');
    const [bytes, headers] = [await tombstone.text(), headersOf(tombstone)];
    hidden.set('open01', 'notice').set('quiet1', 'notice');
    for (const path of [
      '/stories/open01/',
      '/stories/open01',
      '/ur/stories/open01/index.html',
      '/stories/%6fpen01/',
      '//stories//open01/',
      '/media/open01/bb.jpg',
      '/media/quiet1/aa.jpg',
      '/stories/quiet1/',
      '/pagefind/fragment/en_1.pf_fragment',
      '/pagefind//fragment/en_%31.pf_fragment',
    ]) {
      const answer = await ask(path);
      expect([path, answer.status]).toEqual([path, 410]);
      expect(await answer.text()).toBe(bytes);
      expect(headersOf(answer)).toEqual(headers);
    }
    expect(headers['clear-site-data']).toBe('"cache"');
    expect(headers['cache-control']).toBe('no-store');
  });

  test('without a trace it is as if it had never been, byte for byte and header for header', async () => {
    hidden.set('open01', 'no-trace').set('quiet1', 'no-trace');
    for (const [path, never] of [
      ['/stories/open01/', '/stories/never1/'],
      ['/ur/stories/quiet1/', '/ur/stories/never1/'],
      ['/media/quiet1/aa.jpg', '/media/never1/aa.jpg'],
      ['/media/open01/bb.jpg', '/media/never1/bb.jpg'],
      ['/pagefind/fragment/en_2.pf_fragment', '/pagefind/fragment/en_9.pf_fragment'],
    ] as const) {
      const [one, other] = [await ask(path), await ask(never)];
      expect([path, one.status]).toEqual([path, 404]);
      expect(headersOf(one)).toEqual(headersOf(other));
      expect(await one.text()).toBe(await other.text());
    }
  });

  test('lists and feeds come without it, and the others stay', async () => {
    hidden.set('open01', 'notice');
    expect(await (await ask('/stories/')).text()).toBe(
      '<ul><li data-piece="quiet1"><a href="/stories/quiet1/">Quiet</a></li></ul>',
    );
    expect(await (await ask('/feed.xml')).text()).toBe('<rss><item>/stories/quiet1/</item></rss>');
    expect((await ask('/stories/quiet1/')).status).toBe(200);
    expect(await (await ask('/pagefind/fragment/en_2.pf_fragment')).text()).toContain('quiet1');
    expect((await ask('/media/quiet1/aa.jpg')).status).toBe(200);
  });

  test('a page that still names it is not shown', async () => {
    hidden.set('open01', 'notice');
    for (const path of ['/about/', '/notes.json']) {
      const answer = await ask(path);
      expect([answer.status, answer.headers.get('retry-after')]).toEqual([503, '120']);
      expect(await answer.text()).not.toMatch(/open01|sentence/);
    }
  });

  test('asking for a piece of a page, or whether it has changed, brings nothing back', async () => {
    hidden.set('open01', 'notice');
    const part = await ask('/stories/', { headers: { range: 'bytes=0-80' } });
    expect([part.status, (await part.text()).includes('open01')]).toEqual([200, false]);
    const head = await ask('/stories/', { method: 'HEAD' });
    expect([head.status, await head.text()]).toEqual([200, '']);
    for (const init of [{ headers: { range: 'bytes=0-3' } }, { method: 'HEAD' }])
      for (const path of ['/stories/open01/', '/media/open01/bb.jpg'])
        expect((await ask(path, init)).status).toBe(410);
  });

  test('where nobody knows whose a fragment is, none is given', async () => {
    const site = await siteServer({ folder, tombstones: [], hidden: () => hidden });
    const status = async () =>
      (await site.request('http://localhost/pagefind/fragment/en_2.pf_fragment')).status;
    expect(await status()).toBe(200);
    hidden.set('open01', 'notice');
    expect(await status()).toBe(410);
  });

  test('the site’s own page for it comes first, and the plain one is there when nothing else is', async () => {
    hidden.set('open01', 'notice');
    await mkdir(join(folder, 'ur/gone'), { recursive: true });
    await writeFile(join(folder, 'ur/gone/index.html'), 'our own');
    expect(await (await ask('/ur/stories/open01/')).text()).toBe('our own');
    await rm(join(folder, 'ur/gone'), { recursive: true });
    const bare = await siteServer({
      folder: join(folder, 'nowhere'),
      tombstones: [],
      hidden: () => hidden,
    });
    const answer = await bare.request('http://localhost/ur/stories/open01/');
    expect([answer.status, await answer.text()]).toEqual([
      410,
      expect.stringContaining('یہ اب یہاں نہیں ہے'),
    ]);
  });
});
