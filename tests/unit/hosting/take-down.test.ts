import { existsSync } from 'node:fs';
import { mkdir, mkdtemp, readFile, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { beforeEach, describe, expect, test } from 'vitest';
import { hostRules } from '#hosting/host-rules.ts';
import { takeDown } from '#hosting/take-down.ts';

let folder: string;
const meanwhile = (language: string) => `being made ${language}`;
const read = (file: string) => readFile(join(folder, file), 'utf8');
const there = (file: string) => existsSync(join(folder, file));
const fragment = (id: string) =>
  gzipSync(`pagefind_dcd${JSON.stringify({ url: `/stories/${id}/` })}`);
const card = (id: string) => `<li data-piece="${id}"><a href="/stories/${id}/">x</a></li>`;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'built-'));
  const put = async (file: string, bytes: string | Uint8Array) => {
    await mkdir(dirname(join(folder, file)), { recursive: true });
    await writeFile(join(folder, file), bytes);
  };
  for (const prefix of ['', 'ur/']) {
    await put(`${prefix}gone/index.html`, `gone ${prefix}`);
    for (const id of ['bread01', 'soup02'])
      await put(`${prefix}stories/${id}/index.html`, `of ${id}`);
  }
  await put('stories/index.html', card('bread01') + card('soup02'));
  await put('about/index.html', '<p>As bread01 says</p>');
  await put('notes.json', '"bread01"');
  await put('support/index.html', '<p>Help</p>');
  await put('feed.xml', '<rss><item>/stories/bread01/</item><item>/stories/soup02/</item></rss>');
  await put('_headers', '/*\n  A: b\n\n/stories/bread01/*\n  X: y\n');
  for (const id of ['bread01', 'soup02']) {
    await put(`media/${id}/a.jpg`, 'picture');
    await put(`pagefind/fragment/${id}f.pf_fragment`, fragment(id));
  }
});

describe('a piece taken out of a built folder', () => {
  test('its files and mentions are gone, the rest is as it was', async () => {
    const taken = await takeDown({ folder, meanwhile, pieces: new Map([['bread01', 'notice']]) });
    expect(await read('stories/bread01/index.html')).toBe('gone ');
    expect(await read('ur/stories/bread01/index.html')).toBe('gone ur/');
    expect(there('media/bread01/a.jpg')).toBe(false);
    expect(there('pagefind/fragment/bread01f.pf_fragment')).toBe(false);
    expect(await read('stories/index.html')).toBe(card('soup02'));
    expect(await read('feed.xml')).toBe('<rss><item>/stories/soup02/</item></rss>');
    expect(await read('_headers')).toBe('/*\n  A: b\n');
    expect(taken.closed).toEqual(['about/index.html', 'notes.json']);
    expect(await read('about/index.html')).toBe('being made about');
    expect(there('notes.json')).toBe(false);
    expect(await read('support/index.html')).toBe('<p>Help</p>');
    expect(await read('ur/stories/soup02/index.html')).toBe('of soup02');
    expect(there('media/soup02/a.jpg')).toBe(true);
    expect(there('pagefind/fragment/soup02f.pf_fragment')).toBe(true);
    expect([...taken.changed.keys()]).toEqual([
      '_headers',
      'about/index.html',
      'feed.xml',
      'stories/bread01/index.html',
      'stories/index.html',
      'ur/stories/bread01/index.html',
    ]);
  });

  test('no empty folder is left with its name, and one with something in it stays', async () => {
    await mkdir(join(folder, 'hi/stories/bread01/left'), { recursive: true });
    await takeDown({ folder, meanwhile, pieces: new Map([['bread01', 'no-trace']]) });
    for (const gone of [
      'media/bread01',
      'stories/bread01',
      'ur/stories/bread01',
      'hi/stories/bread01',
    ])
      expect(there(gone)).toBe(false);
    for (const kept of ['media/soup02', 'stories/soup02', 'ur/stories/soup02', 'media', 'stories'])
      expect(there(kept)).toBe(true);
    await takeDown({ folder, meanwhile, pieces: new Map([['soup02', 'notice']]) });
    expect(there('media/soup02')).toBe(false);
    expect(await read('stories/soup02/index.html')).toBe('gone ');
  });

  test('without a trace nothing stands in its place', async () => {
    await takeDown({ folder, meanwhile, pieces: new Map([['bread01', 'no-trace']]) });
    expect(there('stories/bread01/index.html')).toBe(false);
    expect(there('ur/stories/bread01/index.html')).toBe(false);
  });

  test('twice does no more than once, and a folder that is not there is no fault', async () => {
    const pieces = new Map([['bread01', 'notice'] as const]);
    await takeDown({ folder, meanwhile, pieces });
    const again = await takeDown({ folder, meanwhile, pieces });
    expect([again.removed, again.closed]).toEqual([[], []]);
    expect(
      (await takeDown({ folder: join(folder, 'never'), pieces, meanwhile })).changed.size,
    ).toBe(0);
  });

  test('the list of fragments is believed where there is one; one that nobody can read goes', async () => {
    const fragments = { bread01: ['pagefind/fragment/soup02f.pf_fragment'] };
    await takeDown({ folder, meanwhile, pieces: new Map([['bread01', 'notice']]), fragments });
    expect(there('pagefind/fragment/soup02f.pf_fragment')).toBe(false);
    await writeFile(join(folder, 'pagefind/fragment/odd.pf_fragment'), 'not packed');
    await takeDown({ folder, meanwhile, pieces: new Map([['bread01', 'notice']]) });
    expect(there('pagefind/fragment/odd.pf_fragment')).toBe(false);
  });
});

describe('the rules for other web servers', () => {
  const rules = (pieces: readonly (readonly [string, 'notice' | 'no-trace'])[]) =>
    Object.fromEntries(
      hostRules({
        pieces: new Map(pieces),
        fragments: { bread01: ['pagefind/fragment/en_1.pf_fragment'] },
      }).map(({ name, text }) => [name, text]),
    );

  test('nginx: page in every language, media and fragment; 404 where no trace may stay', () => {
    const text =
      rules([
        ['bread01', 'notice'],
        ['soup02', 'no-trace'],
      ])['hidden.nginx.conf'] ?? '';
    const locations = [...text.matchAll(/^location ~ "(.+)" \{ return (\d+); \}$/gm)];
    const answer = (path: string) =>
      locations.find(([, pattern = '']) => new RegExp(pattern).test(path))?.[2];
    for (const path of [
      '/stories/bread01/',
      '/ur/stories/bread01',
      '/media/bread01/a.jpg',
      '/stories/bread01/index.html',
    ])
      expect([path, answer(path)]).toEqual([path, '410']);
    expect(answer('/stories/soup02/')).toBe('404');
    for (const path of ['/stories/bread012/', '/stories/', '/about/bread01/'])
      expect([path, answer(path)]).toEqual([path, undefined]);
    expect(text).toContain('location = /pagefind/fragment/en_1.pf_fragment { return 410; }');
  });

  test('Caddy and _redirects say the same', () => {
    const { 'hidden.caddy': caddy, 'hidden.redirects': redirects } = rules([['bread01', 'notice']]);
    expect(caddy).toContain('error @down_bread01 410');
    expect(caddy).toContain('path /pagefind/fragment/en_1.pf_fragment');
    expect(redirects).toContain('/:language/stories/bread01/* /gone/ 410!');
    expect(redirects).toContain('/pagefind/fragment/en_1.pf_fragment /gone/ 410!');
  });

  test('what is no id is never written into a rule', () => {
    for (const text of Object.values(
      rules([
        ['x" { return 200; } #', 'notice'],
        ['../x', 'notice'],
      ]),
    ))
      expect(text.split('\n').filter((line) => line !== '' && !line.startsWith('#'))).toEqual([]);
  });
});
