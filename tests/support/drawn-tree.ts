import { mkdir, mkdtemp, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { parseDocument } from '#release/document-blocks.ts';
import type { Exhibition, Site, Story } from '#release/released.ts';

const story: Story = {
  ...{ id: 'example1', kind: 'poem', language: 'ur', title: 'بارش والی شام' },
  credit: { as: 'collective', name: 'Living Roots example' },
  wordsFile: 'contributions/example1/words.md',
  told: '2021-01',
  ...{
    series: [],
    themes: ['tea'],
    places: [],
    images: [],
    translations: [],
    more: [],
    siblings: [],
  },
  contentNotes: [{ topic: 'bereavement' }],
  uses: { words: ['web', 'exhibition'] },
  ...{ searchable: true, openToAi: false, openLicence: false, example: true, thanks: false },
};

const exhibition: Exhibition = {
  ...{ id: 'example', title: 'Spring', language: 'en', opens: '2026-12-24', example: true },
  summary: 'What grows between the stones.',
  body: parseDocument('## A chapter\n\nWords of ours.\n\n<Work id="example1" />\n'),
  works: ['example1', 'example1/words'],
};

/** A release tree with one story and one exhibition of nobody’s, for the pages that are drawn from one. */
export async function drawnTree(languages: readonly string[]): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'drawn-tree-'));
  const site: Site = {
    ...{ name: 'Living Roots Archive', languages, contacts: [], support: [], takesThanks: false },
    sharing: true,
    themes: [{ id: 'tea', name: { en: 'Tea', ur: 'چائے' }, communityWords: [], officialTerms: [] }],
    ...{ places: [], series: [], priorities: [], tombstones: [], builtFor: '2026-11-22' },
    ledger: {} as Site['ledger'],
  };
  for (const [file, text] of Object.entries({
    'site.json': JSON.stringify(site),
    'contributions/example1.json': JSON.stringify(story),
    'contributions/example1/words.md': 'بارش ہو رہی تھی۔\n\nاور ہم ہنسے۔\n',
    'exhibitions/example.json': JSON.stringify(exhibition),
    'assets/assets.json': '[]',
    'responses/responses.json': '[]',
  })) {
    await mkdir(dirname(join(folder, file)), { recursive: true });
    await writeFile(join(folder, file), text);
  }
  return folder;
}
