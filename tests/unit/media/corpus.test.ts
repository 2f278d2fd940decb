import ExifReader from 'exifreader';
import { existsSync, readdirSync } from 'node:fs';
import { mkdtemp, readFile, rm, stat } from 'node:fs/promises';
import { parseBuffer } from 'music-metadata';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { mediaIssues } from '#audit/media-rules.ts';
import { cleanPhoto } from '#media/clean-photo.ts';
import { cleanSound } from '#media/clean-sound.ts';
import { FORMATS_OUT, PHOTO_FORMATS } from '#media/formats.ts';
import type { DerivedFile } from '#media/media.ts';
import { rightsPacket, withPacket } from '#media/rights-packet.ts';
import { strayPartsOf } from './walk.ts';

const CORPORA = resolve('..', 'shared', 'corpora');
const WHOLE = process.env['PROVE'] === '1';
const folders: string[] = [];
afterAll(() => Promise.all(folders.map((folder) => rm(folder, { recursive: true, force: true }))));

function filesUnder(folder: string): string[] {
  if (!existsSync(folder)) return [];
  const all = readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && !/LICENSE|\.txt$/.test(entry.name))
    .map((entry) => join(entry.parentPath, entry.name))
    .toSorted();
  return WHOLE ? all : all.filter((_, index) => index % 25 === 0);
}

async function proveClean(file: DerivedFile): Promise<void> {
  const bytes = await readFile(file.file);
  expect(strayPartsOf(bytes, file.type)).toEqual([]);
  if (file.type.startsWith('image/')) {
    const { exif, gps, xmp, iptc, icc, Thumbnail } = ExifReader.load(bytes, { expanded: true });
    expect([exif, gps, xmp, iptc, icc, Thumbnail]).toEqual(Array(6).fill(undefined));
  } else {
    const { common } = await parseBuffer(bytes, { mimeType: file.type });
    const told = Object.entries(common).filter(
      ([, value]) => value !== undefined && value !== null,
    );
    expect(
      told.filter(
        ([name]) => !['track', 'disk', 'movementIndex', 'encodersettings'].includes(name),
      ),
    ).toEqual([]);
  }
}

interface Tally {
  readonly counts: Map<string, number>;
  slowest: number;
}

const PACKET = rightsPacket({ mining: 'search-only', statement: 'https://example.org/consent/' });

/** What is published of a photograph: the one packet, and nothing else that two readers know of. */
async function provePacket(file: DerivedFile): Promise<void> {
  const kind = PHOTO_FORMATS.find((each) => FORMATS_OUT[each].type === file.type);
  if (kind === undefined) throw new Error('This is no copy of a photograph.');
  const marked = Buffer.from(withPacket(await readFile(file.file), kind, PACKET));
  expect(await mediaIssues({ kind, bytes: marked, file: 'media/a', packet: PACKET })).toEqual([]);
  const groups = Object.keys(ExifReader.load(marked, { expanded: true, includeUnknown: true }));
  expect(groups.filter((group) => !['file', 'jfif', 'riff'].includes(group))).toEqual(['xmp']);
}

/** Two files at a time, as a build does. */
async function cleanAll(
  files: readonly string[],
  clean: (file: string) => Promise<string>,
): Promise<Tally> {
  const tally: Tally = { counts: new Map(), slowest: 0 };
  const waiting = [...files];
  const work = async (): Promise<void> => {
    for (let file = waiting.shift(); file !== undefined; file = waiting.shift()) {
      const started = performance.now();
      const outcome = await clean(file);
      const took = performance.now() - started;
      tally.slowest = Math.max(tally.slowest, took);
      tally.counts.set(outcome, (tally.counts.get(outcome) ?? 0) + 1);
    }
  };
  await Promise.all([work(), work()]);
  return tally;
}

describe.skipIf(!existsSync(CORPORA))('files from the world', () => {
  test(
    'photographs: cleaned or refused in time, and every copy holds nothing but the picture',
    { timeout: 900_000 },
    async () => {
      const cacheFolder = await mkdtemp(join(tmpdir(), 'corpus-'));
      folders.push(cacheFolder);
      const places = [
        'malformed',
        'gps',
        'heic-avif',
        'hidden-payload',
        'makernotes',
        'orientation',
        'people-captions',
        'sidecars',
        'thumbnail-leak',
      ];
      const files = places.flatMap((place) => filesUnder(join(CORPORA, 'images', place)));
      const tally = await cleanAll(files, async (file) => {
        const result = await cleanPhoto({ file, cacheFolder });
        if (!result.ok) return result.problem.rule;
        for (const copy of Object.values(result.value.copies).flat()) {
          await proveClean(copy);
          await provePacket(copy);
        }
        return 'cleaned';
      });
      expect(tally.counts.get('cleaned') ?? 0, report(tally)).toBeGreaterThan(files.length / 2);
      expect(tally.counts.get('media-took-too-long') ?? 0).toBe(0);
    },
  );

  test(
    'sound: cleaned or refused in time, and every copy holds nothing but the sound',
    { timeout: 900_000 },
    async () => {
      const cacheFolder = await mkdtemp(join(tmpdir(), 'corpus-'));
      folders.push(cacheFolder);
      const files = ['tags', 'speech'].flatMap((place) =>
        filesUnder(join(CORPORA, 'audio', place)),
      );
      const tally = await cleanAll(files, async (file) => {
        const result = await cleanSound({ file, cacheFolder });
        if (!result.ok)
          return file.includes('/speech/') ? `speech ${result.problem.rule}` : result.problem.rule;
        const { seconds, copies } = result.value;
        for (const copy of Object.values(copies)) {
          await proveClean(copy);
          const { format } = await parseBuffer(
            await readFile(copy.file),
            { mimeType: copy.type },
            { duration: true },
          );
          expect(Math.abs((format.duration ?? 0) - seconds), file).toBeLessThanOrEqual(0.05);
          expect((await stat(copy.file)).size).toBe(copy.bytes);
        }
        return 'cleaned';
      });
      expect(
        [...tally.counts.keys()].filter((key) => key.startsWith('speech')),
        report(tally),
      ).toEqual([]);
      expect(tally.counts.get('cleaned') ?? 0).toBeGreaterThan(files.length / 3);
    },
  );
});

function report({ counts, slowest }: Tally): string {
  return `${JSON.stringify(Object.fromEntries(counts))}, slowest ${Math.round(slowest)} ms`;
}
