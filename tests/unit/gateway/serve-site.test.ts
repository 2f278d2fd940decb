import { mkdir, mkdtemp, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { headerRules, headersFile } from '#deploy/headers.ts';
import { siteServer } from '#gateway/serve-site.ts';
import type { Story } from '#release/released.ts';

let ask: (path: string) => Promise<Response>;

beforeAll(async () => {
  const folder = await mkdtemp(join(tmpdir(), 'site-'));
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
    avif: [],
    jpeg: { path, type: 'image/jpeg', bytes: 7 },
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
  ] as unknown as Story[];
  const files = [
    { file: 'media/quiet1/aa.jpg', sha256: '', uses: ['web'] as const },
    { file: 'media/open01/bb.jpg', sha256: '', uses: ['web', 'search'] as const },
    { file: 'media/taught/cc.jpg', sha256: '', uses: ['web', 'search', 'ai'] as const },
    { file: 'media/taught/dd.jpg', sha256: '', uses: ['web', 'search'] as const },
  ];
  await put('_headers', headersFile(headerRules({ stories, files, languages: ['en', 'ur'] })));
  const site = await siteServer({ folder, tombstones: ['stone1'] });
  ask = async (path) => site.request(`http://localhost${path}`);
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
