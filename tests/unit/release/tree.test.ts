import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setImmediate as nextTurn } from 'node:timers/promises';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { rightsPacket, withPacket } from '#media/rights-packet.ts';
import { asset, response } from '#records/lists.ts';
import type { Archive } from '#repository/archive.ts';
import { writeCommunity } from '#release/community.ts';
import { mapConcurrently } from '#release/map-concurrently.ts';
import type { Exhibition } from '#release/released.ts';
import { consentPage, siteRecord } from '#release/site-record.ts';
import { sha256, TreeWriter } from '#release/write-tree.ts';

let home: string;
beforeEach(async () => {
  home = await mkdtemp(join(tmpdir(), 'tree-'));
});
afterEach(() => rm(home, { recursive: true, force: true }));

const read = (file: string): Promise<string> => readFile(join(home, 'release', file), 'utf8');
const begin = (): Promise<TreeWriter> => TreeWriter.begin(join(home, 'release'));

const LEDGER = { year: '2026', shown: 'few', languages: 'few', cameDown: 'few' } as const;

describe('the release tree', () => {
  test('lists every file with its digest and the reason it is there, in order', async () => {
    const tree = await begin();
    const origin = { contribution: 'told01', part: 'words', uses: ['web', 'search'] } as const;
    await tree.text('z/words.md', 'Words', origin);
    await tree.json('site.json', { a: [1] });
    await tree.json('m.json', {});
    const files = await tree.finish(join(home, 'release'), '2026-11-22');
    const digest = (text: string) => createHash('sha256').update(text).digest('hex');
    expect(files).toEqual([
      { file: 'm.json', sha256: digest('{}\n') },
      { file: 'site.json', sha256: digest('{\n "a": [\n  1\n ]\n}\n') },
      { file: 'z/words.md', sha256: digest('Words'), ...origin },
    ]);
    expect(JSON.parse(await read('manifest.json'))).toEqual({
      schema: 'living-roots/release@1',
      built_for: '2026-11-22',
      files: JSON.parse(JSON.stringify(files)),
    });
    expect(await read('manifest.json')).toMatch(/^\{\n "schema"[\s\S]*\}\n$/);
    expect(await read('z/words.md')).toBe('Words');
    expect(await read('site.json')).toBe('{\n "a": [\n  1\n ]\n}\n');
  });

  test('has the folders that are read even when nothing is in them', async () => {
    const tree = await begin();
    await tree.finish(join(home, 'release'), '2026-11-22');
    for (const name of ['contributions', 'exhibitions', 'pages', 'media']) {
      expect(existsSync(join(home, 'release', name))).toBe(true);
    }
  });

  test('is in order whatever was written first, in a folder that may not be there yet', async () => {
    const tree = await TreeWriter.begin(join(home, 'deep', 'release'));
    for (const name of ['b.md', 'c.md', 'a.md']) await tree.text(name, 'x');
    const files = await tree.finish(join(home, 'deep', 'release'), '2026-11-22');
    expect(files.map(({ file }) => file)).toEqual(['a.md', 'b.md', 'c.md']);
  });

  test('takes the place of the last one whole, and nothing of a broken-off one stays', async () => {
    await mkdir(join(home, 'release.next'), { recursive: true });
    await writeFile(join(home, 'release.next/left.txt'), 'x');
    await mkdir(join(home, 'release'));
    await writeFile(join(home, 'release/old.txt'), 'x');
    const tree = await begin();
    expect(existsSync(join(home, 'release/old.txt'))).toBe(true);
    await tree.finish(join(home, 'release'), '2026-11-22');
    expect(existsSync(join(home, 'release/old.txt'))).toBe(false);
    expect(existsSync(join(home, 'release/left.txt'))).toBe(false);
    expect(existsSync(join(home, 'release.next'))).toBe(false);
  });

  test.each([
    ['no use at all', undefined],
    ['every use but the site', ['search', 'print']],
  ] as const)('takes no part that was granted for %s', async (_name, uses) => {
    const tree = await begin();
    const origin = { part: 'words', ...(uses && { uses }) };
    await expect(tree.text('a.md', 'x', origin)).rejects.toMatchObject({
      ...{ fault: 'part-not-let-out', facts: { file: 'a.md' } },
    });
    await writeFile(join(home, 'a.mp3'), 'sound');
    const copy = {
      from: join(home, 'a.mp3'),
      to: 'media/a.mp3',
      sha256: sha256('sound'),
      part: 'v',
    };
    await expect(tree.copy(copy, origin)).rejects.toThrow('part-not-let-out');
    expect(existsSync(join(home, 'release.next/a.md'))).toBe(false);
    expect(existsSync(join(home, 'release.next/media/a.mp3'))).toBe(false);
    expect(await tree.finish(join(home, 'release'), '2026-11-22')).toEqual([]);
  });

  test('takes a recording as it is, and refuses one that changed meanwhile', async () => {
    const tree = await begin();
    const origin = { contribution: 'told01', part: 'v1', uses: ['web'] } as const;
    await writeFile(join(home, 'a.mp3'), 'sound');
    const copy = {
      from: join(home, 'a.mp3'),
      to: 'media/x/a.mp3',
      sha256: sha256('sound'),
      part: 'v1',
    };
    await tree.copy(copy, origin);
    await expect(tree.copy({ ...copy, sha256: sha256('other') }, origin)).rejects.toMatchObject({
      ...{ fault: 'clean-copy-changed', facts: { file: 'media/x/a.mp3' } },
    });
    expect(await tree.finish(join(home, 'release'), '2026-11-22')).toEqual([
      { file: 'media/x/a.mp3', sha256: sha256('sound'), ...origin, cached: 'a.mp3' },
    ]);
    expect(await read('media/x/a.mp3')).toBe('sound');
  });

  test('puts the packet into a picture on the way', async () => {
    const packet = rightsPacket({ mining: 'prohibited' });
    const jpeg = Buffer.from([0xff, 0xd8, 0xff, 0xd9]);
    const marked = withPacket(jpeg, 'jpeg', packet);
    await writeFile(join(home, 'a.jpg'), jpeg);
    await writeFile(join(home, 'a.avif'), 'no picture');
    const tree = await begin();
    const origin = { part: 'f1', uses: ['web'] } as const;
    const copy = {
      from: join(home, 'a.jpg'),
      to: 'media/a.jpg',
      sha256: sha256(marked),
      part: 'f1',
      notice: { format: 'jpeg' as const, packet },
    };
    await tree.copy(copy, origin);
    await expect(tree.copy({ ...copy, sha256: sha256(jpeg) }, origin)).rejects.toThrow(
      'clean-copy-changed',
    );
    const avif = {
      ...{ ...copy, from: join(home, 'a.avif'), to: 'media/a.avif' },
      notice: { format: 'avif' as const, packet },
    };
    await expect(tree.copy(avif, origin)).rejects.toThrow('This AVIF is not built as ours are.');
    await tree.finish(join(home, 'release'), '2026-11-22');
    expect(await readFile(join(home, 'release/media/a.jpg'))).toEqual(Buffer.from(marked));
  });
});

const NOTHING: Archive = {
  root: '',
  settings: {} as Archive['settings'],
  contributions: [],
  withdrawn: new Map(),
  exhibitions: [],
  pages: [],
  responses: [],
  lists: {
    themes: new Map(),
    places: new Map(),
    series: new Map(),
    priorities: new Map(),
    assets: new Map(),
  },
};

describe('what the community wrote', () => {
  const answer = (id: string, on: string, answers: object) => ({
    ...{ id, file: `responses/${id}.md`, body: `Answer ${id}` },
    fields: response.parse({ institution: 'A council', on, answers }),
  });
  const exhibition = { id: 'spring' } as Exhibition;

  test('is written with its names, and answers newest first', async () => {
    const archive: Archive = {
      ...NOTHING,
      responses: [
        answer('b', '2026-10-01', { priority: 'warmth' }),
        answer('a', '2026-10-01', { priority: 'warmth' }),
        answer('d', '2026-10-01', { priority: 'warmth' }),
        answer('c', '2026-11-22', { exhibition: 'spring' }),
        answer('tomorrow', '2026-11-23', { priority: 'warmth' }),
        answer('unopened', '2026-10-01', { exhibition: 'autumn' }),
      ],
      lists: {
        ...NOTHING.lists,
        assets: new Map([
          ['hall', asset.parse({ name: { en: 'A hall' }, checked_on: '2026-10-01' })],
          ['shed', asset.parse({ kind: 'space' })],
        ]),
      },
    };
    const tree = await begin();
    const assets = await writeCommunity(tree, archive, [exhibition], '2026-11-22');
    await tree.finish(join(home, 'release'), '2026-11-22');
    const plain = { places: [], themes: [], example: false };
    expect(assets).toEqual([
      { id: 'hall', name: { en: 'A hall' }, checkedOn: '2026-10-01', ...plain },
      { id: 'shed', name: { en: 'shed' }, kind: 'space', ...plain },
    ]);
    expect(JSON.parse(await read('assets/assets.json'))).toEqual(
      JSON.parse(JSON.stringify(assets)),
    );
    const answers = JSON.parse(await read('responses/responses.json'));
    expect(answers.map(({ id }: { id: string }) => id)).toEqual(['c', 'a', 'b', 'd']);
    expect(answers[0]).toEqual({
      ...{ id: 'c', institution: 'A council', language: 'en', on: '2026-11-22', example: false },
      ...{ answers: { exhibition: 'spring' }, bodyFile: 'responses/c.md' },
    });
    expect(await read('responses/a.md')).toBe('Answer a');
    expect(existsSync(join(home, 'release/responses/tomorrow.md'))).toBe(false);
    expect(existsSync(join(home, 'release/responses/unopened.md'))).toBe(false);
  });
});

describe('what the site is told of itself', () => {
  test('is the facilitators’ own words, and nothing that is theirs alone', () => {
    const settings = {
      name: 'A small archive',
      tagline: { en: 'Small' },
      url: 'https://archive.example/',
      languages: ['en', 'ur'],
      contacts: [{ label: { en: 'Call' }, kind: 'phone', value: '0', owner: 'PRIVATE' }],
      support: [],
    } as unknown as Archive['settings'];
    const care = {
      about: { en: 'About' },
      community_words: ['kin'],
      official_terms: ['care'],
      themes: ['x'],
    };
    const lists = {
      ...NOTHING.lists,
      themes: new Map([['care', care]]),
      places: new Map([['p', { name: { en: 'P' } }]]),
      priorities: new Map([
        ['warm', { name: { en: 'W' }, pieces: ['bread01', 'hidden1'] }],
        ['cold', { name: { en: 'C' } }],
      ]),
    } as unknown as Archive['lists'];
    const behind = { pieces: new Map([['warm', [{ id: 'bread01', parts: ['words'] }]]]), gaps: [] };
    const told = { tombstones: ['gone01'], ledger: LEDGER, behind, day: '2026-11-22' };
    expect(siteRecord({ ...NOTHING, settings, lists }, told)).toEqual({
      ledger: LEDGER,
      ...{ name: 'A small archive', tagline: { en: 'Small' }, url: 'https://archive.example/' },
      languages: ['en', 'ur'],
      contacts: [{ label: { en: 'Call' }, kind: 'phone', value: '0' }],
      support: [],
      themes: [
        {
          ...{ id: 'care', name: { en: 'care' }, about: { en: 'About' }, communityWords: ['kin'] },
          ...{ officialTerms: ['care'], themes: ['x'] },
        },
      ],
      places: [
        {
          ...{ id: 'p', name: { en: 'P' }, about: undefined, communityWords: undefined },
          ...{ officialTerms: undefined, themes: undefined },
        },
      ],
      priorities: [
        { ...{ id: 'warm', name: { en: 'W' } }, pieces: [{ id: 'bread01', parts: ['words'] }] },
        { ...{ id: 'cold', name: { en: 'C' } }, pieces: [] },
      ],
      ...{ series: [], tombstones: ['gone01'], builtFor: '2026-11-22' },
    });
    expect(consentPage(settings)).toBe('https://archive.example/consent/');
    expect(consentPage(NOTHING.settings)).toBe(undefined);
  });
});

describe('work in flight', () => {
  test('is never more than was allowed, and answers in order', async () => {
    let now = 0;
    let most = 0;
    const work = async (item: number): Promise<number> => {
      now += 1;
      most = Math.max(most, now);
      for (let turn = item === 1 ? 9 : 1; turn > 0; turn -= 1) await nextTurn();
      now -= 1;
      return item * 10;
    };
    expect(await mapConcurrently(2, [1, 2, 3, 4, 5], work)).toEqual([10, 20, 30, 40, 50]);
    expect(most).toBe(2);
    expect(await mapConcurrently(9, [1], work)).toEqual([10]);
    expect(await mapConcurrently(9, [], work)).toEqual([]);
  });
});
