import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { registerMediabunnyServer } from '@mediabunny/server';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { readSound } from '#media/sound-read.ts';
import { EDITED_RATE, type EditLine, m4aOf, withEdits } from '../../support/edited-sound.ts';

registerMediabunnyServer({ hardwareContext: null });

let folder = '';
let plain: Buffer;
/** Four seconds in which no two samples that matter are the same. */
const SAMPLES = Float32Array.from({ length: 4 * EDITED_RATE }, (_, at) => (at + 1) / 40_000);

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'edits-'));
  plain = await m4aOf(SAMPLES);
});
afterAll(() => rm(folder, { recursive: true, force: true }));

let count = 0;
async function heard(bytes: Uint8Array): Promise<{ samples: number[]; declared: number }> {
  count += 1;
  const file = join(folder, `edited-${count}.m4a`);
  await writeFile(file, bytes);
  const { blocks, declared = Number.NaN } = await readSound(file, 'm4a');
  const samples: number[] = [];
  for await (const block of blocks) samples.push(...block);
  return { samples, declared };
}

const stretch = (from: number, to: number): number[] => [
  ...SAMPLES.subarray(Math.round(from * EDITED_RATE), Math.round(to * EDITED_RATE)),
];
const silence = (seconds: number): number[] => Array<number>(seconds * EDITED_RATE).fill(0);

const CUTS: readonly (readonly [string, readonly EditLine[], readonly number[]])[] = [
  ['at the start', [{ from: 1, seconds: 3 }], stretch(1, 4)],
  ['at the end', [{ from: 0, seconds: 1.25 }], stretch(0, 1.25)],
  [
    'in the middle',
    [
      { from: 0, seconds: 1 },
      { from: 2.5, seconds: 1.5 },
    ],
    [...stretch(0, 1), ...stretch(2.5, 4)],
  ],
  [
    'at both ends and twice between',
    [
      { from: 0.5, seconds: 0.5 },
      { from: 1.5, seconds: 0.25 },
      { from: 3, seconds: 0.5 },
    ],
    [...stretch(0.5, 1), ...stretch(1.5, 1.75), ...stretch(3, 3.5)],
  ],
];

test.each(CUTS)(
  'what its maker cut off %s is not heard, to the sample',
  async (_, lines, expected) => {
    const { samples, declared } = await heard(withEdits(plain, lines));
    expect(samples.length).toBe(expected.length);
    expect(samples).toEqual(expected);
    expect(declared).toBeCloseTo(expected.length / EDITED_RATE, 2);
  },
);

test('a stretch of silence that the file asks for is kept, so that its transcript fits', async () => {
  const lines = [
    { seconds: 0.5 },
    { from: 0, seconds: 1 },
    { seconds: 0.25 },
    { from: 3, seconds: 1 },
  ];
  const { samples } = await heard(withEdits(plain, lines));
  expect(samples).toEqual([...silence(0.5), ...stretch(0, 1), ...silence(0.25), ...stretch(3, 4)]);
});

test('without an edit list all of it is heard', async () => {
  expect((await heard(plain)).samples).toEqual(stretch(0, 4));
});

test.each<readonly [string, readonly EditLine[]]>([
  ['at another speed', [{ from: 0, seconds: 2, speed: 2 }]],
  ['backwards', [{ from: 0, seconds: 2, speed: -1 }]],
  ['standing still', [{ from: 1, seconds: 2, speed: 0 }]],
  [
    'in another order',
    [
      { from: 2, seconds: 1 },
      { from: 0, seconds: 1 },
    ],
  ],
  [
    'with a part twice',
    [
      { from: 0, seconds: 2 },
      { from: 1, seconds: 2 },
    ],
  ],
])('a recording to be heard %s is refused, and nothing of it is guessed', async (_, lines) => {
  await expect(heard(withEdits(plain, lines))).rejects.toMatchObject({
    rule: 'media-cut-not-followed',
  });
});
