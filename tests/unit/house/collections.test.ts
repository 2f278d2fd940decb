import { readdirSync } from 'node:fs';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { describe, expect, onTestFinished, test } from 'vitest';
import { exposureOf } from '#build/public-words.ts';
import { cmsConfig } from '#cms/config.ts';
import { EDITOR } from '#server/roles.ts';
import {
  addressOf,
  COLLECTION_NAMES,
  COLLECTIONS,
  type Collection,
  recordPath,
} from '#records/collections.ts';
import { FACETS, ownPages } from '#release/addresses.ts';
import { LISTS_TOLD, ownFile } from '#release/community.ts';
import type { Page } from '#release/released.ts';
import { facilitatorsWords } from '#withdrawal/facilitators-words.ts';

const idOf = (name: Collection): string => (name === 'settings' ? 'settings' : 'bread01');
const CURATED = COLLECTION_NAMES.filter((name) => name !== 'stories');
const PAGES = 'src/pages/[...ui]';

describe.each(CURATED)('what facilitators write in %s', (name) => {
  test('is looked through for a piece that comes down', async () => {
    const root = await mkdtemp(join(tmpdir(), 'curated-'));
    onTestFinished(() => rm(root, { recursive: true, force: true }));
    const file = join(root, recordPath(name, idOf(name)));
    await mkdir(dirname(file), { recursive: true });
    const isPlain = COLLECTIONS[name].file.endsWith('.yaml');
    await writeFile(file, isPlain ? 'name: Dara\n' : '---\ntitle: Dara\n---\nHer bread\n');
    const texts = (await facilitatorsWords(root)).map(({ text }) => text.trim());
    expect(texts).toEqual(isPlain ? ['Dara'] : ['Dara', 'Her bread']);
  });

  test('has a form at the desk', () => {
    const lists = { themes: [], places: [], series: [], exhibitions: [], priorities: [] };
    const settings = { name: 'A', languages: ['en'] };
    const { collections } = cmsConfig({
      ...{ reader: { ...EDITOR.admin, language: 'en' }, settings },
      lists: { ...lists, pieces: [] },
    });
    expect(collections.map((each) => each.name)).toContain(name);
  });
});

describe.each(COLLECTION_NAMES.filter((name) => name !== 'settings'))('a record of %s', (name) => {
  const first = addressOf(name, '{id}')?.split('/')[1] ?? '';

  test('has a page, or stands on one', () => {
    const drawn = readdirSync(PAGES);
    const isFacet = (FACETS as readonly string[]).includes(first);
    const there = first === '{id}' ? '[page].astro' : isFacet ? '[facet]' : first;
    expect(drawn.includes(there) || drawn.includes(`${there}.astro`)).toBe(true);
  });

  test('stands where no facilitators’ page can take its address', () => {
    const taken = [{ id: first, title: '', language: 'en', body: [] }] as readonly Page[];
    if (first !== '{id}') expect(ownPages(taken)).not.toContain(first);
  });
});

test('a list that is told in a file of its own says which of its words are public', () => {
  const own = Object.entries(LISTS_TOLD).filter(([, { records }]) => records !== undefined);
  expect(own.length).toBeGreaterThan(0);
  for (const [name] of own) expect(exposureOf(ownFile(name)), name).toBeTypeOf('object');
});
