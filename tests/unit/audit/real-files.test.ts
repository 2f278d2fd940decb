import { existsSync, globSync, readFileSync } from 'node:fs';
import { mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import * as pagefind from 'pagefind';
import sharp from 'sharp';
import { describe, expect, test } from 'vitest';
import { deepScan } from '#audit/deep-scan.ts';
import { folderWith, inShort, NOTHING, scanOf, watching } from './folders.ts';

const CORPORA = path.resolve(import.meta.dirname, '../../../../shared/corpora');

function filesIn(pattern: string): readonly string[] {
  return existsSync(CORPORA) ? globSync(pattern, { cwd: CORPORA }).sort() : [];
}

/** Each holds a place, a thumbnail, maker's notes, people's names or a second picture. */
const TELLING = filesIn(
  'images/{gps,thumbnail-leak,makernotes,people-captions,hidden-payload}/*.{jpg,mpo,png}',
);
const DRAWN_FROM = filesIn('images/{gps,people-captions,makernotes}/*.jpg');

describe.skipIf(!existsSync(CORPORA))('real photographs and recordings', () => {
  test.each(TELLING)('fails %s', async (file) => {
    const { findings } = await scanOf({
      [`media/a${path.extname(file)}`]: readFileSync(path.join(CORPORA, file)),
    });
    const rules = new Set(findings.map(({ rule }) => rule));
    expect(rules.has('image-metadata') || rules.has('embedded-picture')).toBe(true);
  });

  test('passes clean copies of the same photographs', async () => {
    const files: Record<string, Buffer> = {};
    for (const [index, file] of DRAWN_FROM.slice(0, 6).entries()) {
      const small = sharp(readFileSync(path.join(CORPORA, file)), { failOn: 'none' })
        .rotate()
        .resize(320);
      files[`media/${index}.avif`] = await small
        .clone()
        .avif({ quality: 50, effort: 1 })
        .toBuffer();
      files[`media/${index}.jpg`] = await small.clone().jpeg({ mozjpeg: true }).toBuffer();
    }
    expect(inShort(await scanOf(files))).toEqual([]);
    expect(Object.keys(files).length).toBe(12);
  });

  test.each(filesIn('audio/tags/*ape-id3v1.mp3').concat(filesIn('audio/speech/jfk/jfk.mp3')))(
    'fails %s',
    async (file) => {
      const scan = await scanOf({ 'media/a.mp3': readFileSync(path.join(CORPORA, file)) });
      expect(scan.findings.map(({ rule }) => rule)).toContain('sound-metadata');
    },
  );

  test('reads every damaged picture and recording without stopping', async () => {
    for (const file of [...filesIn('images/malformed/**/*.*'), ...filesIn('audio/tags/*')].slice(
      0,
      60,
    )) {
      const bytes = readFileSync(path.join(CORPORA, file));
      if (bytes.length > 300_000) continue;
      await expect(scanOf({ 'media/a.bin': bytes }), file).resolves.toBeDefined();
    }
  });
});

test('reads a real search index: passes it when the words are public, fails it when they are not', async () => {
  const folder = await folderWith({});
  const { index } = await pagefind.createIndex({ writePlayground: false });
  await index?.addCustomRecord({
    url: '/stories/1/',
    content: 'Ashatiya told us about the winter when the blue door on Norwood Lane froze shut.',
    language: 'en',
    meta: { title: 'The blue door' },
  });
  // Written here: Pagefind's own writing may answer before its last file is whole.
  for (const file of (await index?.getFiles())?.files ?? []) {
    const to = path.join(folder, 'pagefind', file.path);
    await mkdir(path.dirname(to), { recursive: true });
    await writeFile(to, file.content);
  }
  await pagefind.close();
  expect(inShort(await deepScan({ folder, watch: NOTHING }))).toEqual([]);

  const watch = watching({ words: 'the blue door on Norwood Lane', name: 'Ashatiya' });
  const { findings } = await deepScan({ folder, watch });
  const seen = findings.map(
    ({ file, label, seenAs }) => `${path.extname(file)} ${label} ${seenAs}`,
  );
  expect(seen).toContain('.pf_fragment words gunzip');
  expect(seen).toContain('.pf_fragment name gunzip');
  expect(seen).toContain('.pf_index name gunzip > cbor');
});
