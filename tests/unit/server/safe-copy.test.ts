import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import ExifReader from 'exifreader';
import sharp from 'sharp';
import { beforeAll, describe, expect, test } from 'vitest';
import { approve } from '#intake/approve.ts';
import { coveredPixels, type PictureBox } from '#media/cover.ts';
import { interfaceIn } from '#i18n/words.ts';
import { release } from '#release/release.ts';
import { photographWith } from '#support/media-made-here.ts';
import { openRecord } from '#support/small-archive.ts';
import { DESK_DAY, type SmallDesk, smallDesk } from '#support/small-desk.ts';

/** The safe copy of a photograph, over the door and on the bytes: what lay under a box is nowhere. */
const ID = 'bread01';
const MARKER = 'Whoever took it';
const FACES: readonly PictureBox[] = [
  { x: 0.1, y: 0.2, width: 0.25, height: 0.3 },
  { x: 0.613, y: 0.407, width: 0.111, height: 0.223 },
];
let desk: SmallDesk;
let original: string;

beforeAll(async () => {
  desk = await smallDesk((archive) => archive.story('older01', openRecord()));
  const answer = await desk.open.handle(
    new Request(`http://desk.test/api/media?entry=${ID}&kind=photo`, {
      method: 'POST',
      headers: {
        ...{ cookie: await desk.signIn(), 'sec-fetch-site': 'same-origin' },
        'content-type': 'image/jpeg',
      },
      body: new Uint8Array(await photographWith(MARKER, 7)),
    }),
  );
  original = ((await answer.json()) as { file: string }).file;
});

const ask = (cover: unknown, of: object = {}, path = '/api/safe-copy') =>
  desk.post(path, { entry: ID, file: original, cover, ...of });
const stored = (file: string): string => join(desk.media, ID, file);

async function pixelsOf(file: string) {
  const { data, info } = await sharp(file).raw().toBuffer({ resolveWithObject: true });
  const at = (x: number, y: number): readonly number[] => [
    ...data.subarray((y * info.width + x) * info.channels).subarray(0, 3),
  ];
  return { ...info, at };
}

/** The lightest of all pixels under the boxes, but those so near to their edges. */
async function lightestUnder(
  file: string,
  boxes: readonly PictureBox[],
  edge = 0,
): Promise<number> {
  const { width, height, at } = await pixelsOf(file);
  let lightest = 0;
  for (const box of boxes) {
    const under = coveredPixels(box, { width, height });
    for (let y = under.top + edge; y < under.top + under.height - edge; y += 1)
      for (let x = under.left + edge; x < under.left + under.width - edge; x += 1)
        lightest = Math.max(lightest, ...at(x, y));
  }
  return lightest;
}

/** JPEG gives a flat black back with so much of its neighbours. */
const BLACK = 24;

describe('the copy that is made', () => {
  test('is black under each box, the same elsewhere, and holds nothing but its pixels', async () => {
    const before = await readFile(stored(original));
    const { status, body } = await ask({ boxes: FACES });
    expect([status, body]).toEqual([200, { file: 'f2.jpg', width: 640, height: 480 }]);
    expect(await lightestUnder(stored('f2.jpg'), FACES)).toBeLessThan(BLACK);
    expect(await lightestUnder(stored(original), FACES)).toBeGreaterThan(200);
    const [was, is] = [await pixelsOf(stored(original)), await pixelsOf(stored('f2.jpg'))];
    for (const [x, y] of [
      [5, 5],
      [320, 30],
      [600, 450],
    ] as const)
      for (const [channel, value] of is.at(x, y).entries())
        expect(Math.abs(value - (was.at(x, y)[channel] ?? 0))).toBeLessThan(40);
    expect(await readFile(stored(original))).toEqual(before);
    const bytes = await readFile(stored('f2.jpg'));
    const { exif, xmp, iptc } = await sharp(bytes).metadata();
    expect([exif, xmp, iptc]).toEqual([undefined, undefined, undefined]);
    const tags = ExifReader.load(bytes);
    expect(Object.keys(tags).filter((name) => /thumb|gps|artist|date/i.test(name))).toEqual([]);
    expect(bytes.includes(MARKER)).toBe(false);
    // One picture begins in it, and no other.
    expect(bytes.toString('latin1').split('\xff\xd8\xff')).toHaveLength(2);
  });

  test('is cut to what is left, and boxes stay where they were drawn', async () => {
    const crop = { x: 0.05, y: 0.1, width: 0.5, height: 0.75 };
    const { status, body } = await ask({ boxes: FACES.slice(0, 1), crop });
    expect([status, body.width, body.height]).toEqual([200, 320, 360]);
    const inCrop = { x: 0.1, y: 2 / 15, width: 0.5, height: 0.4 };
    expect(await lightestUnder(stored(body.file), [inCrop])).toBeLessThan(BLACK);
    const [was, is] = [await pixelsOf(stored(original)), await pixelsOf(stored(body.file))];
    for (const [channel, value] of is.at(300, 340).entries())
      expect(Math.abs(value - (was.at(332, 388)[channel] ?? 0))).toBeLessThan(40);
  });
});

describe('nothing is made, in plain words of the language of whoever asks', () => {
  const { problem } = interfaceIn('en').words.cover;
  test.each([
    [422, 'nothing-hidden', { boxes: [] }, {}],
    [422, 'outside', { boxes: [{ ...FACES[0], x: 0.9 }] }, {}],
    [422, 'not-boxes', { boxes: [{ x: 'left' }] }, {}],
    [404, 'no-picture', { boxes: FACES }, { file: 'f9.jpg' }],
    [404, 'no-picture', { boxes: FACES }, { file: '../f1.jpg' }],
    [404, 'no-picture', { boxes: FACES }, { file: 'story.md' }],
    [404, 'no-picture', { boxes: FACES }, { file: ['f1.jpg'] }],
    [404, 'no-picture', { boxes: FACES }, { entry: '../bread01' }],
    [404, 'no-picture', { boxes: FACES }, { entry: 'older01' }],
  ] as const)('%i %s', async (status, why, cover, of) => {
    const before = await readdir(join(desk.media, ID));
    const answer = await ask(cover, of);
    expect([answer.status, answer.body.error]).toEqual([status, problem[why]]);
    const urdu = await ask(cover, of, '/api/safe-copy?lang=ur');
    expect(urdu.body.error).toBe(interfaceIn('ur').words.cover.problem[why]);
    expect(await readdir(join(desk.media, ID))).toEqual(before);
  });

  test('where it did not come from the desk’s own page', async () => {
    const answer = await desk.open.handle(
      new Request('http://desk.test/api/safe-copy', {
        method: 'POST',
        headers: {
          ...{ cookie: await desk.signIn(), 'sec-fetch-site': 'cross-site' },
          'content-type': 'application/json',
        },
        body: JSON.stringify({ entry: ID, file: original, cover: { boxes: FACES } }),
      }),
    );
    expect(answer.status).toBe(403);
  });
});

test('A09: of a picture of somebody who was not asked, only the checked and approved copy is let out', async () => {
  const { body } = await ask({ boxes: FACES });
  const photo = (safe: object) => ({
    ...{ id: 'f1', file: original, alt: 'Two at an oven', people: ['p9'] },
    safe: { file: body.file, alt: 'An oven', covers: ['p9'], ...safe },
  });
  const letOut = async (safe: object): Promise<readonly string[]> => {
    await desk.archive.story(ID, openRecord({ photos: [photo(safe)] }));
    expect(await approve({ content: desk.content, ids: [ID] })).toMatchObject({ problems: [] });
    const folder = join(desk.state, 'release');
    const made = await release({
      ...{ content: desk.content, store: desk.open.desk.media, day: DESK_DAY, folder },
      mediaCache: join(desk.state, 'cache'),
    });
    expect(made.ok).toBe(true);
    const names = await readdir(folder, { recursive: true });
    return names.filter((name) => /\.(jpg|avif)$/.test(name)).map((name) => join(folder, name));
  };
  expect(await letOut({})).toEqual([]);
  const pictures = await letOut({ checked_on: '2026-06-14' });
  expect(pictures.length).toBeGreaterThan(1);
  for (const picture of pictures) {
    // Public copies are smaller and coarser: their coding spreads what is beside a box by up to one block.
    expect(await lightestUnder(picture, FACES, 8)).toBeLessThan(BLACK);
    const { exif } = await sharp(picture).metadata();
    expect(exif).toBeUndefined();
  }
});
