import { existsSync, readdirSync } from 'node:fs';
import { mkdtemp, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import sharp, { type Sharp } from 'sharp';
import { expect, test } from 'vitest';
import { askedBands, bandsOf, isSamePicture, sealedBands } from '#blocklist/picture.ts';
import { greyPicture } from '#media/grey-picture.ts';

const KEY = Buffer.alloc(32, 7);
const LONG = process.env['PROVE'] !== undefined;

/** Our own example art; in the long run also the corpora, when they are there. */
const OWN = picturesIn('content/stories').filter((file) => !file.endsWith('-safe.jpg'));
const CORPORA = '../shared/corpora/images/illustrations';
const PICTURES = !LONG
  ? OWN.slice(0, 3)
  : existsSync(CORPORA)
    ? [...OWN, ...picturesIn(CORPORA)]
    : OWN;

const WIDTHS = LONG ? [1200, 800, 480, 240] : [480, 240];
const SAVED: Readonly<Record<string, (picture: Sharp) => Sharp>> = {
  'jpeg 80': (picture) => picture.jpeg({ quality: 80 }),
  'jpeg 40': (picture) => picture.jpeg({ quality: 40 }),
  'webp 50': (picture) => picture.webp({ quality: 50 }),
  'avif 50': (picture) => picture.avif({ quality: 50, effort: 1 }),
};

function picturesIn(folder: string): readonly string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => /\.(jpe?g|png)$/.test(name))
    .map((name) => join(folder, name));
}

async function greyOf(picture: Buffer, name: string): Promise<readonly number[]> {
  const file = join(await mkdtemp(join(tmpdir(), 'grey-')), name);
  await writeFile(file, picture);
  return (await greyPicture(file)) ?? [];
}

const matches = (known: readonly number[], other: readonly number[]): boolean => {
  const bands = bandsOf(known);
  return bands !== undefined && isSamePicture(sealedBands(bands, KEY), askedBands(other, KEY));
};

test('the same picture is known at another size, saved another way', async () => {
  const missed: string[] = [];
  let copies = 0;
  for (const file of PICTURES) {
    const known = (await greyPicture(file)) ?? [];
    if (bandsOf(known) === undefined) continue;
    const { width } = await sharp(file).metadata();
    for (const wide of WIDTHS.filter((each) => each <= width))
      for (const [name, save] of Object.entries(SAVED)) {
        const copy = await save(sharp(file).resize({ width: wide })).toBuffer();
        copies += 1;
        if (!matches(known, await greyOf(copy, 'another-name.bin'))) missed.push(`${wide} ${name}`);
      }
  }
  expect(copies).toBeGreaterThan(20);
  expect(missed).toEqual([]);
});

test('no two different pictures are taken for one', async () => {
  const greys = await Promise.all(OWN.map(async (file) => (await greyPicture(file)) ?? []));
  const met = greys.flatMap((one, index) =>
    greys.slice(index + 1).filter((other) => matches(one, other)),
  );
  expect(OWN.length).toBeGreaterThan(5);
  expect(met).toEqual([]);
});

test('a blank picture, and one shade into another, have no fingerprint', async () => {
  const size = { width: 400, height: 300 };
  const plain = await sharp({ create: { ...size, channels: 3, background: '#fefefe' } })
    .png()
    .toBuffer();
  const fade = Buffer.from(
    Array.from({ length: 400 * 300 }, (_, at) => Math.floor(((at % 400) / 400) * 40)),
  );
  const faded = await sharp(fade, { raw: { ...size, channels: 1 } })
    .png()
    .toBuffer();
  expect(bandsOf(await greyOf(plain, 'a.png'))).toBeUndefined();
  expect(bandsOf(await greyOf(faded, 'b.png'))).toBeUndefined();
});

test('a picture turned by its own note is compared upright', async () => {
  const [file = ''] = OWN;
  const turned = await sharp(file).rotate(90).jpeg().withMetadata({ orientation: 8 }).toBuffer();
  expect(matches((await greyPicture(file)) ?? [], await greyOf(turned, 'c.jpg'))).toBe(true);
});

test('a file that cannot be read has no greys', async () => {
  expect(await greyOf(Buffer.from('not a picture'), 'd.jpg')).toEqual([]);
});

test('the bands tell nothing without their key', async () => {
  const [file = ''] = OWN;
  const grey = (await greyPicture(file)) ?? [];
  const sealed = sealedBands(bandsOf(grey) ?? [], KEY);
  expect(isSamePicture(sealed, askedBands(grey, Buffer.alloc(32, 8)))).toBe(false);
});
