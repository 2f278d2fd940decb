import { mkdtemp, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import sharp from 'sharp';
import { beforeAll, describe, expect, test } from 'vitest';
import { languagesOn } from '#i18n/languages.ts';
import { type PaperSide, paperSides } from '#intake/paper/form.ts';
import { type PaperRead, readPaper } from '#intake/paper/read.ts';
import type { BoxState } from '#intake/paper/tick.ts';
import { openBrowser } from '#support/browser.ts';
import { languagesSeen } from '#support/languages-seen.ts';
import {
  anyMarks,
  anyShot,
  type BoxMark,
  chanceOf,
  filledIn,
  meansYes,
  type PenMark,
  PEN_MARKS,
  photographed,
  printedSides,
  type Shot,
  STILL,
} from '#support/paper-photographs.ts';

/** Every form that the reader may meet, and those that are printed and photographed here. */
const FORMS = paperSides(languagesOn('desk'), 'v1');
const PRINTED = languagesSeen('photographs of the form', languagesOn('desk'));
const TAKEN = FORMS.filter(({ language }) => PRINTED.includes(language));
/** A sample of every side and kind of mark; 200 photographs under PROVE. */
const COUNT = process.env['PROVE'] ? 200 : 8;
const LONG = { timeout: 1_800_000 };
let printed: ReadonlyMap<PaperSide, Buffer>;
let folder: string;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'photographs-'));
  const browser = await openBrowser();
  const sides: Buffer[] = [];
  for (const language of PRINTED)
    sides.push(...(await printedSides(browser, { language, sheet: 'v1' })));
  printed = new Map(TAKEN.map((form, at) => [form, sides[at] ?? Buffer.alloc(0)]));
  await browser.close();
});

const [first = FORMS[0] as PaperSide] = TAKEN;

async function taken(
  form: PaperSide,
  marks: readonly BoxMark[],
  { shot, seed }: { readonly shot: Shot; readonly seed: number },
): Promise<Buffer> {
  const chance = chanceOf(seed);
  const sheet = await filledIn(printed.get(form) ?? Buffer.alloc(0), marks, chance);
  return photographed(sheet, shot, chance);
}

async function read(photo: Buffer, forms = FORMS): Promise<PaperRead> {
  const file = join(folder, 'photograph');
  await writeFile(file, photo);
  return readPaper(file, forms);
}

describe('photographs of forms that were filled in', () => {
  test('give no yes that was none, most ticks, and leave the rest to a person', LONG, async () => {
    const counted = new Map<PenMark, Record<BoxState, number>>();
    const wrong: string[] = [];
    const refused: string[] = [];
    for (let seed = 0; seed < COUNT; seed += 1) {
      const form = TAKEN[seed % TAKEN.length] ?? first;
      const marks = anyMarks(form, chanceOf(seed));
      const done = await read(await taken(form, marks, { shot: anyShot(chanceOf(-seed)), seed }));
      if (done.kind === 'not-read') {
        refused.push(`${seed} ${done.why}`);
        continue;
      }
      expect([seed, done.form.language, done.form.side]).toEqual([seed, form.language, form.side]);
      for (const [at, { state, field, value }] of done.boxes.entries()) {
        const { mark = 'nothing' } = marks[at] ?? {};
        const row = counted.get(mark) ?? { ticked: 0, empty: 0, doubtful: 0 };
        counted.set(mark, { ...row, [state]: row[state] + 1 });
        if (state === 'ticked' && !meansYes(marks, at))
          wrong.push(`${seed} ${mark} ${field} ${value}`);
      }
    }
    if (process.env['PROVE'])
      process.stderr.write(`${JSON.stringify([Object.fromEntries(counted), refused], null, 1)}\n`);
    expect(wrong).toEqual([]);
    const ticks = counted.get('tick') ?? { ticked: 0, empty: 0, doubtful: 0 };
    const empty = counted.get('nothing') ?? { ticked: 0, empty: 0, doubtful: 0 };
    expect(ticks.empty).toBe(0);
    expect(ticks.ticked / (ticks.ticked + ticks.doubtful)).toBeGreaterThan(0.75);
    expect(empty.empty / (empty.empty + empty.doubtful)).toBeGreaterThan(0.8);
    expect(refused.length).toBeLessThanOrEqual(Math.ceil(COUNT / 10));
    expect([...counted.keys()].sort()).toEqual(Object.keys(PEN_MARKS).sort());
  });

  test('are read whichever way up they are, the same', async () => {
    const marks = anyMarks(first, chanceOf(5)).map(({ box, mark }) => ({
      box,
      mark: mark === 'nothing' ? mark : ('tick' as const),
    }));
    const photo = await taken(first, marks, { shot: STILL, seed: 5 });
    for (const turned of [0, 90, 180, 270]) {
      const done = await read(await sharp(photo).rotate(turned).jpeg().toBuffer());
      expect(done).toMatchObject({ kind: 'read', form: { language: 'en', side: 'front' } });
      const states = done.kind === 'read' ? done.boxes.map(({ state }) => state) : [];
      expect(states.map((state) => state === 'ticked')).toEqual(
        marks.map(({ mark }) => mark === 'tick'),
      );
    }
  });
});

describe('a photograph is not read', () => {
  let plain: Buffer;
  beforeAll(async () => {
    plain = await taken(first, [], { shot: STILL, seed: 1 });
  });
  const cases: Readonly<Record<string, readonly [string, () => Promise<Buffer>]>> = {
    'where a corner is not on it': [
      'corners',
      async () => sharp(plain).extract({ left: 300, top: 0, width: 1200, height: 2000 }).toBuffer(),
    ],
    'in a mirror': ['corners', async () => sharp(plain).flop().toBuffer()],
    'where no form is on it': [
      'corners',
      () =>
        sharp({ create: { width: 900, height: 1200, channels: 3, background: '#ddd' } })
          .png()
          .toBuffer(),
    ],
    'taken in the dark': [
      'dark',
      () => taken(first, [], { shot: { ...STILL, bright: 0.2 }, seed: 1 }),
    ],
    'that is not sharp': [
      'unsharp',
      () => taken(first, [], { shot: { ...STILL, blur: 3.2 }, seed: 1 }),
    ],
    'from far away': ['far', async () => sharp(plain).resize({ width: 640 }).toBuffer()],
  };
  test.each(Object.entries(cases))('%s', async (_name, [why, photo]) => {
    expect(await read(await photo())).toEqual({ kind: 'not-read', why });
  });

  test('of a form that was printed before a question or the sheet changed', async () => {
    const others = paperSides(languagesOn('desk'), 'v2');
    expect(await read(plain, others)).toEqual({ kind: 'not-read', why: 'other-form' });
    expect(await read(plain, FORMS.slice(1))).toEqual({ kind: 'not-read', why: 'other-form' });
  });
});
