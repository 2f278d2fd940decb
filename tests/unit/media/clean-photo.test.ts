import ExifReader from 'exifreader';
import { mkdtemp, readFile, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { crc32 } from 'node:zlib';
import sharp from 'sharp';
import type { Sharp } from 'sharp';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { mediaFileKindOf } from '#audit/media-kind.ts';
import { mediaIssues } from '#audit/media-rules.ts';
import { cleanPhoto } from '#media/clean-photo.ts';
import type { CleanPhoto } from '#media/media.ts';
import { strayPartsOf } from './walk.ts';

// Each job starts a process, which takes its time on a busy machine.
vi.setConfig({ testTimeout: 60_000 });

let folder = '';
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'photo-'));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

let count = 0;
async function clean(bytes: Uint8Array, name?: string) {
  count += 1;
  const file = join(folder, name ?? `in-${count}`);
  await writeFile(file, bytes);
  return cleanPhoto({ file, cacheFolder: join(folder, 'cache') });
}

async function cleaned(bytes: Uint8Array): Promise<CleanPhoto> {
  const result = await clean(bytes);
  if (!result.ok) throw new Error(result.problem.rule);
  return result.value;
}

const ruleOf = async (bytes: Uint8Array, name?: string): Promise<string> => {
  const result = await clean(bytes, name);
  return result.ok ? 'cleaned' : result.problem.rule;
};

const noise = (width: number, height: number) =>
  sharp({
    create: {
      width,
      height,
      channels: 3,
      background: '#000',
      noise: { type: 'gaussian', mean: 128, sigma: 30 },
    },
  });

/** Red at the top left, green top right, blue below: tells every turn and mirroring apart. */
async function corners(width = 90, height = 60): Promise<Sharp> {
  const patch = (colour: string) =>
    sharp({ create: { width: width / 2, height: height / 2, channels: 3, background: colour } })
      .png()
      .toBuffer();
  return sharp({ create: { width, height, channels: 3, background: '#0000ff' } }).composite([
    { input: await patch('#ff0000'), left: 0, top: 0 },
    { input: await patch('#00ff00'), left: width / 2, top: 0 },
  ]);
}

async function pixel(file: string, across: number, down: number): Promise<number[]> {
  const { data, info } = await sharp(file).raw().toBuffer({ resolveWithObject: true });
  const at =
    (Math.floor(info.height * down) * info.width + Math.floor(info.width * across)) * info.channels;
  return [...data.subarray(at, at + info.channels)];
}

function expectNear(found: readonly number[], wanted: readonly number[], tolerance = 12): void {
  const off = wanted.map((value, index) => Math.abs(value - (found[index] ?? -999)));
  expect(Math.max(...off), `found ${found.join()}, wanted ${wanted.join()}`).toBeLessThanOrEqual(
    tolerance,
  );
}

/** What the audit says of a copy, which it knows by its bytes alone. */
async function auditOf(bytes: Buffer): Promise<unknown> {
  const kind = mediaFileKindOf(bytes);
  return kind && mediaIssues({ kind, bytes, file: 'media/a' });
}

test('nothing but the picture is left: no place, owner, caption, thumbnail, profile, comment or second picture', async () => {
  const thumbnail = await noise(64, 48).jpeg().toBuffer();
  const source = await noise(1000, 700)
    .withExif({
      IFD0: { Artist: 'CANARY', Make: 'CANARY', Copyright: 'CANARY' },
      IFD3: { GPSLatitudeRef: 'N', GPSLatitude: '51/1 30/1 0/1' },
    })
    .withXmp('<x:xmpmeta xmlns:x="adobe:ns:meta/"><a>CANARY</a></x:xmpmeta>')
    .withIccProfile('p3')
    .jpeg()
    .toBuffer();
  const comment = Buffer.from('\xff\xfe\0\x08CANARY', 'latin1');
  const dirty = Buffer.concat([
    source.subarray(0, 2),
    comment,
    source.subarray(2),
    thumbnail,
    Buffer.from('CANARY<script>'),
  ]);
  expect(ExifReader.load(dirty, { expanded: true }).gps).toBeDefined();
  expect(strayPartsOf(dirty, 'image/jpeg').length).toBeGreaterThan(3);

  const photo = await cleaned(dirty);
  expect(photo.copies.avif.map((file) => file.width)).toEqual([480, 960]);
  expect([photo.copies.jpeg[0].width, photo.copies.jpeg[0].height]).toEqual([960, 672]);
  for (const file of Object.values(photo.copies).flat()) {
    const bytes = await readFile(file.file);
    expect(strayPartsOf(bytes, file.type)).toEqual([]);
    expect(await auditOf(bytes)).toEqual([]);
    expect(bytes.includes('CANARY')).toBe(false);
    const { exif, gps, xmp, iptc, icc, Thumbnail } = ExifReader.load(bytes, { expanded: true });
    expect([exif, gps, xmp, iptc, icc, Thumbnail]).toEqual(Array(6).fill(undefined));
    expect(file.name).toMatch(/^[0-9a-f]{20}\.\w+$/);
  }
});

test.each([1, 2, 3, 4, 5, 6, 7, 8])(
  'a photograph with orientation %i comes out upright',
  async (orientation) => {
    // Undo the turn on the pixels, then mark the file, as a camera held that way does. sharp mirrors
    // before it turns.
    const undo: Record<number, (s: Sharp) => Sharp> = {
      1: (s) => s,
      2: (s) => s.flop(),
      3: (s) => s.rotate(180),
      4: (s) => s.flip(),
      5: (s) => s.rotate(270).flop(),
      6: (s) => s.rotate(270),
      7: (s) => s.rotate(90).flop(),
      8: (s) => s.rotate(90),
    };
    const upright = await (await corners()).png().toBuffer();
    const turned = await undo[orientation]?.(sharp(upright))
      .withMetadata({ orientation })
      .jpeg({ quality: 95 })
      .toBuffer();
    const [jpeg] = (await cleaned(turned ?? Buffer.alloc(0))).copies.jpeg;
    expect([jpeg.width, jpeg.height]).toEqual([90, 60]);
    expectNear(await pixel(jpeg.file, 0.25, 0.25), [255, 0, 0], 40);
    expectNear(await pixel(jpeg.file, 0.75, 0.25), [0, 255, 0], 40);
    expectNear(await pixel(jpeg.file, 0.5, 0.75), [0, 0, 255], 40);
  },
);

const flat = (r: number, g: number, b: number) =>
  sharp({ create: { width: 100, height: 80, channels: 3, background: { r, g, b } } });

test('colours in Display P3 come out as the same colours in sRGB', async () => {
  const source = await flat(200, 80, 60).withIccProfile('p3').png().toBuffer();
  const stored = await sharp(source, { ignoreIcc: true }).raw().toBuffer();
  const photo = await cleaned(source);
  expect(stored[0]).toBeLessThan(195);
  expectNear(await pixel(photo.copies.jpeg[0].file, 0.5, 0.5), [200, 80, 60], 5);
});

test('CMYK with its profile comes out as the same colours in sRGB', async () => {
  const source = await flat(180, 90, 70)
    .toColourspace('cmyk')
    .withIccProfile('cmyk')
    .jpeg({ quality: 95 })
    .toBuffer();
  expect((await sharp(source).metadata()).space).toBe('cmyk');
  expectNear(await pixel((await cleaned(source)).copies.jpeg[0].file, 0.5, 0.5), [180, 90, 70], 25);
});

test('grey, sixteen-bit and see-through pictures come out as three channels on white', async () => {
  const grey = await flat(120, 120, 120).toColourspace('b-w').png().toBuffer();
  const deep = await flat(120, 60, 30).toColourspace('rgb16').png().toBuffer();
  const clear = await sharp({
    create: { width: 60, height: 60, channels: 4, background: { r: 0, g: 0, b: 0, alpha: 0 } },
  })
    .webp()
    .toBuffer();
  expectNear(await pixel((await cleaned(grey)).copies.jpeg[0].file, 0.5, 0.5), [120, 120, 120]);
  expectNear(await pixel((await cleaned(deep)).copies.jpeg[0].file, 0.5, 0.5), [120, 60, 30]);
  expectNear(await pixel((await cleaned(clear)).copies.jpeg[0].file, 0.5, 0.5), [255, 255, 255]);
});

/** Each kind is cut at one of these places, each place met; at all of them under PROVE. */
const CUT_AT = [0.3, 0.6, 0.9];
const FORMATS = ['jpeg', 'png', 'webp', 'avif', 'gif', 'tiff'] as const;
test.each(FORMATS.map((format, at) => [format, CUT_AT[at % CUT_AT.length] ?? 0] as const))(
  '%s is taken whole and refused when cut short',
  async (format, sampled) => {
    const bytes = await noise(300, 200).toFormat(format).toBuffer();
    expect(await ruleOf(bytes)).toBe('cleaned');
    for (const share of process.env['PROVE'] ? CUT_AT : [sampled]) {
      const cut = bytes.subarray(0, Math.floor(bytes.length * share));
      expect(await ruleOf(cut), `${share}`).toBe('media-unreadable');
    }
  },
);

test('a JPEG broken in the middle is refused, not shown half grey', async () => {
  const bytes = await noise(300, 200).jpeg().toBuffer();
  bytes.fill(0xff, Math.floor(bytes.length / 2), Math.floor(bytes.length / 2) + 200);
  expect(await ruleOf(bytes)).toBe('media-unreadable');
});

test('A23: markup, PDF and sound are not taken, whatever they are called', async () => {
  const svg =
    '<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"><script>x()</script></svg>';
  expect(await ruleOf(Buffer.from(svg), 'a.jpg')).toBe('media-type-not-taken');
  expect(await ruleOf(Buffer.from('<!doctype html><p>hello'), 'b.jpg')).toBe(
    'media-type-not-taken',
  );
  expect(await ruleOf(Buffer.from('%PDF-1.4'), 'c.png')).toBe('media-type-not-taken');
  expect(await ruleOf(Buffer.from('OggS'), 'd.jpg')).toBe('media-other-kind');
  expect(await ruleOf(Buffer.alloc(0), 'e.jpg')).toBe('media-empty');
});

test('A23: a small file that unpacks to 400 megapixels is refused before it is decoded', async () => {
  const bomb = await noise(10, 10).png().toBuffer();
  bomb.writeUInt32BE(20_000, 16);
  bomb.writeUInt32BE(20_000, 20);
  bomb.writeUInt32BE(crc32(bomb.subarray(12, 29)), 29);
  expect(await ruleOf(bomb)).toBe('media-too-large');
});

test('a refusal names no file and leaves nothing in the cache', async () => {
  const cacheFolder = join(folder, 'empty-cache');
  const file = join(folder, 'First Last HIV clinic.jpg');
  await writeFile(file, Buffer.from([0xff, 0xd8, 0xff, 0xe0, 1, 2, 3]));
  const result = await cleanPhoto({ file, cacheFolder });
  expect(JSON.stringify(result)).not.toMatch(/HIV|First|clinic|photo-/);
  expect(result).toMatchObject({ ok: false, problem: { rule: 'media-unreadable' } });
  expect(await readdir(cacheFolder)).toEqual([]);
  const absent = await cleanPhoto({ file: join(folder, 'absent.jpg'), cacheFolder });
  expect(absent).toMatchObject({ ok: false, problem: { rule: 'media-unreadable' } });
});

test('the same photograph twice gives the same bytes, the second time from the cache', async () => {
  const bytes = await noise(700, 500).jpeg().toBuffer();
  const [first, second] = [await clean(bytes), await clean(bytes)];
  expect([first.ok && first.fromCache, second.ok && second.fromCache]).toEqual([false, true]);
  expect(first.ok && first.value).toEqual(second.ok && second.value);
  await rm(join(folder, 'cache'), { recursive: true });
  const third = await clean(bytes);
  expect(third).toEqual(first);
  expect(third.ok && third.value.copies.avif.map((f) => f.width)).toEqual([480]);
});
