import { mkdtemp, readdir, readFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { canary, canariesIn } from '#support/canary.ts';
import { photographWith, soundWith } from '#support/media-made-here.ts';
import { archive } from '#support/run-archive.ts';
import { openRecord, smallArchive } from '#support/small-archive.ts';

const DAY = '2026-11-22';
type Small = Awaited<ReturnType<typeof smallArchive>>;

/** Builds an archive, in a folder of its own or over the last one. */
async function built({ content }: Small, over?: string): Promise<string> {
  const dist = over ?? join(await mkdtemp(join(tmpdir(), 'trust-')), 'dist');
  expect((await archive(['approve', '--all', '--content', content])).exit).toBe(0);
  const ran = await archive(['build', '--content', content, '--out', dist, '--today', DAY]);
  expect(ran.out + ran.err).toContain('nothing withheld found');
  return dist;
}

/** Every page, feed and map of a built folder, by its path. */
async function textsOf(dist: string): Promise<ReadonlyMap<string, string>> {
  const names = await readdir(dist, { recursive: true, encoding: 'utf8' });
  const files = names.filter((name) => /\.(html|xml)$/.test(name)).sort();
  return new Map(
    await Promise.all(
      files.map(async (name) => [name, await readFile(join(dist, name), 'utf8')] as const),
    ),
  );
}

describe('a piece of which a part is kept back (docs/consent.md, T28, A07 and A08)', () => {
  const ID = 'part01';

  test('makes the same pages as a piece that never had that part', async () => {
    const partial = await smallArchive();
    await partial.story(
      ID,
      openRecord(
        {
          photos: [{ id: 'f1', file: 'f1.jpg', alt: 'Two at a table', people: ['p9'] }],
          voice: { id: 'v1', file: 'v1.wav', transcript: 'v1.vtt' },
          translations: [{ id: 't1', language: 'ur', title: 'x', words: 'x' }],
        },
        { grants: { web: ['words', 'photo'], search: ['words', 'voice'], print: ['words'] } },
      ),
    );
    await partial.write(`stories/${ID}/f1.jpg`, await photographWith('nothing', 31));
    await partial.write(`stories/${ID}/v1.wav`, soundWith('nothing', 440));
    await partial.write(
      `stories/${ID}/v1.vtt`,
      'WEBVTT\n\n00:00.000 --> 00:01.000\nSpoken aloud\n',
    );
    const without = await smallArchive();
    await without.story(
      ID,
      openRecord(
        { translations: [{ id: 't1', language: 'ur', title: 'x', words: 'x' }] },
        { grants: { web: ['words', 'photo'], search: ['words', 'voice'], print: ['words'] } },
      ),
    );
    const [one, other] = await Promise.all([built(partial), built(without)]);
    const [shown, authored] = [await textsOf(one), await textsOf(other)];
    expect([...shown.keys()]).toEqual([...authored.keys()]);
    expect(shown.get(`stories/${ID}/index.html`)).toContain('data-use="print"');
    for (const [name, text] of shown) expect(text, name).toBe(authored.get(name));
    const media = await readdir(join(one, 'media')).catch(() => []);
    expect(media).toEqual([]);
  });
});

describe('an archive, and the same after two changes', () => {
  const NAME = canary('name', 'credit');
  let small: Small;
  let dist: string;
  const withdrawn = (id: string, on: string, how = 'notice') =>
    small.write(`withdrawn/${id}.yaml`, `withdrawn_on: ${on}\non_withdrawal: ${how}\n`);
  const totals = async () =>
    [
      ...(await readFile(join(dist, 'ledger/index.html'), 'utf8')).matchAll(/<dd[^>]*>([^<]*)</g),
    ].map(([, said]) => said?.trim());

  beforeAll(async () => {
    small = await smallArchive();
    const by = (person: string) => ({ person, language: 'en' });
    await small.story('name01', openRecord({ credit: { as: 'full-name', name: NAME } }));
    await small.story('anon11', openRecord({ title: 'Rain' }, by('p7')), 'Umbrella lent twice.\n');
    await small.story('anon22', openRecord({ title: 'Tin' }, by('p7')), 'Cloves under lids.\n');
    await small.story('other33', openRecord({ title: 'Bus' }, by('p8')), 'Window seat upstairs.\n');
    await small.story('total05', openRecord({ title: 'The fifth' }));
    for (let number = 1; number <= 4; number += 1) await withdrawn(`away0${number}`, '2026-02-01');
    await withdrawn('lastyear', '2025-12-31');
    await withdrawn('tomorrow', '2026-11-23');
    dist = await built(small);
  });

  test('somebody told two pieces and is not named: nothing but the site itself is in both (A18)', async () => {
    const pages = await textsOf(dist);
    // What to read next is chosen by what pieces are about, of whoever tells them: read-next.test.ts.
    const alone = (html: string) => html.replace(/<section class="lines"[\s\S]*?<\/section>/g, '');
    const tokens = (id: string) =>
      new Set(alone(pages.get(`stories/${id}/index.html`) ?? '').match(/[\p{L}\p{N}_-]+/gu));
    const [one, two, somebodyElse] = ['anon11', 'anon22', 'other33'].map(tokens);
    expect(one?.size).toBeGreaterThan(100);
    expect(
      [...(one ?? [])].filter((token) => two?.has(token) && !somebodyElse?.has(token)),
    ).toEqual([]);
    expect(one?.has('anon22') || two?.has('anon11')).toBe(false);
    for (const [name, text] of pages) expect(text, name).not.toMatch(/\bp[78]\b/);
    const paths = await readdir(dist, { recursive: true, encoding: 'utf8' });
    expect(paths.filter((path) => /author|person|people|\bp[78]\b/i.test(path))).toEqual([]);
  });

  test('the page on who decides says a total of five or more, and below that only that it is few', async () => {
    expect(await totals()).toEqual(['5', 'fewer than five', 'fewer than five']);
  });

  test('somebody had a full name before: it is nowhere once they are anonymous (A17); a fifth that came down is counted', async () => {
    expect([...(await canariesIn(dist)).keys()]).toEqual([NAME]);
    await small.story('name01', openRecord({ credit: { as: 'anonymous' } }));
    await withdrawn('away05', '2026-11-22', 'no-trace');
    await built(small, dist);
    const page = await readFile(join(dist, 'stories/name01/index.html'), 'utf8');
    expect(page).toContain('chose not to be named');
    expect([...(await canariesIn(dist)).keys()]).toEqual([]);
    expect(await totals()).toEqual(['5', 'fewer than five', '5']);
  });
});

describe('numbers that could point at a person', () => {
  test('A32: no count of one to four is told of any theme, town, project, kind or language', async () => {
    const small = await smallArchive();
    await small.write('settings.yaml', 'name: A small archive\nlanguages: [en, ur]\n');
    for (const [list, ids] of Object.entries(LISTS))
      for (const id of ids) await small.write(`${list}/${id}.yaml`, `name: { en: ${id} }\n`);
    for (let number = 1; number <= 9; number += 1) {
      await small.story(
        `count0${number}`,
        openRecord({
          title: `Piece ${'abcdefghi'[number - 1]}`,
          language: number > 6 ? 'pl' : 'en',
          kind: number > 4 ? 'story' : 'poem',
          // One theme, town and project has nine pieces; the others have one to four.
          themes: ['all', ...(number <= 4 ? ['four'] : []), ...(number === 1 ? ['one'] : [])],
          places: ['everywhere', ...(number <= 3 ? ['three'] : [])],
          series: ['gathered', ...(number <= 2 ? ['two'] : [])],
        }),
      );
    }
    for (let number = 1; number <= 4; number += 1)
      await small.write(
        `withdrawn/away0${number}.yaml`,
        'withdrawn_on: 2026-03-01\non_withdrawal: notice\n',
      );
    const dist = await built(small);
    const pages = await textsOf(dist);
    const counts = [...pages].flatMap(([name, html]) =>
      [...html.matchAll(/class="way-count"[^>]*>\D*(\d+)/g)].map(([, count]) => ({
        name,
        count: Number(count),
      })),
    );
    // Nine of a theme, a town, a project; five stories; six in English: on each page that lists them.
    expect(new Set(counts.map(({ count }) => count))).toEqual(new Set([9, 6, 5]));
    expect(counts.filter(({ count }) => count < 5)).toEqual([]);
    for (const [name, html] of pages)
      expect(html.replaceAll(/<script[\s\S]*?<\/script>/g, ''), name).not.toMatch(
        /\b[1-4] (pieces?|stories|story|poems?|came down)\b/i,
      );
  });
});

const LISTS = {
  themes: ['all', 'four', 'one'],
  places: ['everywhere', 'three'],
  series: ['gathered', 'two'],
} as const;
