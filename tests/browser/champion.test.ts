import { readdir } from 'node:fs/promises';
import { parse } from 'yaml';
import { beforeAll, describe, expect, test } from 'vitest';
import { answers } from '#intake/contribution/answers.ts';
import { type PaperSide, paperSides } from '#intake/paper/form.ts';
import type { TickBox } from '#intake/paper/sheet.ts';
import { readDraft } from '#repository/drafts.ts';
import { textAt } from '#repository/repository.ts';
import { openBrowser } from '#support/browser.ts';
import {
  chanceOf,
  filledIn,
  type PenMark,
  photographed,
  printedSides,
  STILL,
} from '#support/paper-photographs.ts';
import { type Fields, shareForm, type Visit } from '#support/share-form.ts';
import { type SmallDesk, smallDesk } from '#support/small-desk.ts';

let desk: SmallDesk;
let form: ReturnType<typeof shareForm>;
let photos: readonly Buffer[];

/** What somebody did on the paper, by field and value; all else is empty. */
const ON_PAPER: Readonly<Record<string, PenMark>> = {
  'language ur': 'tick',
  'others-words nobody': 'tick',
  'yes web words': 'tick',
  'yes search words': 'cross',
  'yes exhibition voice': 'tick',
  'yes print words': 'struck-out tick',
  'as anonymous': 'tick',
  'note illness': 'tick',
  'age adult': 'tick',
  'seen yes': 'tick',
  'by champion': 'tick',
  'how paper': 'tick',
  'interpreter none': 'tick',
};

beforeAll(async () => {
  desk = await smallDesk();
  form = shareForm(desk);
  const browser = await openBrowser();
  const printed = await printedSides(browser, { language: 'ur', sheet: 'v1' });
  await browser.close();
  const marksOn = ({ side, layout }: PaperSide) =>
    layout.boxes
      .filter((box) => box.side === side)
      .map((box: TickBox) => ({
        box,
        mark: ON_PAPER[`${box.field} ${box.value}`] ?? ('nothing' as const),
      }));
  photos = await Promise.all(
    paperSides(['ur'], 'v1').map(async (side, at) => {
      const sheet = await filledIn(printed[at] ?? Buffer.alloc(0), marksOn(side), chanceOf(at));
      return photographed(sheet, STILL, chanceOf(at));
    }),
  );
});

async function comesIn(role: string): Promise<Visit> {
  const fields: Fields = [
    ['act', 'enter'],
    ['token', form.invite('single', role)],
  ];
  const answer = await form.ask('/share/', { cookie: '' }, fields);
  return { cookie: (answer.headers.get('set-cookie') ?? '').split(';')[0] ?? '' };
}

async function begins(role = 'champion'): Promise<Visit> {
  const visit = await comesIn(role);
  const first = await form.ask('/share/', visit, [['act', 'begin-for-other']]);
  expect(first.headers.get('location')).toBe('/share/paper/?lang=ur');
  return visit;
}

function sendPhotos(visit: Visit, files: readonly Buffer[]): Promise<Response> {
  const body = new FormData();
  for (const [at, file] of files.entries())
    body.append('file', new Blob([new Uint8Array(file)]), `${at}.jpg`);
  body.append('act', 'add');
  return form.send('/share/paper/photo/?lang=ur', visit, { method: 'POST', body, duplex: 'half' });
}

/** What a browser would send of a page as it stands: the boxes that are ticked in it. */
function asItStands(page: string): Fields {
  const ticked = [...page.matchAll(/<input\b[^>]*\bchecked\b[^>]*>/g)].map(([input]) => input);
  const of = (input: string, name: string) =>
    new RegExp(`\\b${name}="([^"]*)"`).exec(input)?.[1] ?? '';
  return ticked.map((input) => [of(input, 'name'), of(input, 'value')]);
}

const given = async (visit: Visit) =>
  answers.parse(JSON.parse((await form.owned(visit)).form?.answers ?? '{}'));

describe('a champion enters what somebody filled in on paper', () => {
  test('page by page, with the plain ticks in place, and prints their receipt', async () => {
    const visit = await begins();
    const id = (await form.owned(visit)).form?.contribution ?? '';
    const began = performance.now();
    expect((await sendPhotos(visit, photos)).status).toBe(303);
    const read = performance.now();
    expect(Object.keys((await given(visit)).paper)).toEqual(['front', 'back']);
    let steps = 1;
    let next = '/share/paper/?lang=ur';
    const typed: Readonly<Record<string, Fields>> = { words: [['words', 'چائے اور بارش']] };
    const pages: Record<string, Fields> = {};
    for (let step = 'paper'; step !== 'look'; steps += 1) {
      const page = await (await form.ask(next, visit)).text();
      const fields = [...asItStands(page), ...(typed[step] ?? [])];
      pages[step] = fields;
      // Nothing that was read is an answer before its page is saved.
      if (step === 'uses') {
        expect((await given(visit)).grants).toEqual({});
        expect(page).toContain('تلاش');
      }
      const after = await form.ask(next, visit, fields);
      expect([step, after.status]).toEqual([step, 303]);
      next = after.headers.get('location') ?? '';
      step = next.split('/')[2] ?? 'look';
    }
    expect(pages['uses']).toEqual([['yes', 'web words']]);
    expect(pages['credit']).toEqual([['as', 'anonymous']]);
    expect(pages['notes']).toEqual([['note', 'illness']]);
    const sent = await (await form.sendAsSeen(visit)).text();
    if (process.env['PROVE'])
      process.stderr.write(
        `${steps + 1} steps, ${Math.round(performance.now() - began)} ms, reading ${Math.round(read - began)} ms\n`,
      );
    expect(sent).toContain(`name="id" value="${id}"`);
    const { repository, register, media } = desk.open.desk;
    const draft = await readDraft(repository, { collection: 'stories', id });
    const path = `content/stories/${id}/story.md`;
    const text = (await textAt(repository, draft?.tip ?? '', path)) ?? '';
    const { consents } = parse(text.split('---')[1] ?? '');
    expect(consents).toMatchObject([
      {
        ...{ person: 'p1', state: 'given', method: 'paper', language: 'ur', age_band: 'adult' },
        ...{ information_sheet: 'v1', grants: { web: ['words'] } },
      },
    ]);
    expect(register.consentCaptureOf({ contribution: id, person: 'p1' })).toMatchObject({
      ...{ takenByRole: 'champion', interpreter: 'none' },
    });
    // Of the photographs there is nothing left.
    expect(await media.filesOf(id)).toEqual([]);
    const scratch = await readdir(repository.scratch).catch(() => []);
    expect(scratch.filter((name) => name.startsWith('intake-'))).toEqual([]);
    const receipt = await form.ask('/share/receipt/?lang=ur', visit, [['id', id]]);
    expect(receipt.status).toBe(200);
    const [, code = ''] = /([0-9A-Z]{5}-[0-9A-Z]{5})/.exec(await receipt.text()) ?? [];
    expect(register.receiptFor(code)).toMatchObject({ contribution: id, person: 'p1' });
    for (const other of [await comesIn('champion'), await comesIn('contributor')]) {
      const answer = await form.ask('/share/receipt/?lang=ur', other, [['id', id]]);
      expect(answer.status).not.toBe(200);
      expect(await answer.text()).not.toMatch(/[0-9A-Z]{5}-[0-9A-Z]{5}/);
    }
  });

  test('and a photograph that is not read loses nothing, and says what to do', async () => {
    const visit = await begins();
    const [front = Buffer.alloc(0)] = photos;
    expect((await sendPhotos(visit, [front])).status).toBe(303);
    const before = await given(visit);
    const wrong = await sendPhotos(visit, [Buffer.from('no picture at all')]);
    expect(wrong.status).toBe(422);
    const none = await sendPhotos(visit, []);
    expect(none.status).toBe(422);
    expect(await given(visit)).toEqual(before);
  });

  test('and nobody may who writes for themselves alone', async () => {
    const visit = await comesIn('contributor');
    await form.ask('/share/', visit, [['act', 'begin']]);
    expect((await sendPhotos(visit, photos)).headers.get('location')).toContain('/share/language/');
    const page = await form.ask('/share/explained/', visit, [['by', 'champion']]);
    expect(page.headers.get('location')).toContain('/share/language/');
    expect((await given(visit)).explained).toBeUndefined();
    const empty = await form.ask('/desk/paper/?lang=ur', visit);
    expect([empty.status, (await form.ask('/desk/paper/', { cookie: '' })).status]).toEqual([
      200, 401,
    ]);
  });
});
