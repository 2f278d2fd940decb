import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { interfaceIn } from '#i18n/words.ts';
import { unknownFiles } from '#repository/unknown-files.ts';
import { canary } from '#support/canary.ts';
import { soundWith } from '#support/media-made-here.ts';
import { shareForm, type Visit } from '#support/share-form.ts';
import { type SmallDesk, smallDesk } from '#support/small-desk.ts';

/** In what a recording carries beside what is heard. */
const MARKER = canary('spoken', 'carried');
const WORDS = '/share/spoken/ur/words';
let desk: SmallDesk;
let form: ReturnType<typeof shareForm>;
let visit: Visit;

beforeAll(async () => {
  desk = await smallDesk(async ({ write }) => {
    await write('spoken/ur/words.wav', soundWith(MARKER, 440));
    await write('spoken/ur/language.mp3', Buffer.from('no sound at all'));
    await write('spoken/ur/words.txt', 'a note');
    await write('spoken/ur/age.txt', 'a note');
  });
  form = shareForm(desk);
  visit = await form.begun();
});
afterAll(() => desk.register.close());

const page = async (step: string, language: string) =>
  (await form.ask(`/share/${step}/?lang=${language}`, visit)).text();
const players = (html: string) => html.match(/<audio\b[^>]*>/g) ?? [];

describe('a question of the form', () => {
  test('has a player with a name where it was recorded in the language of the page', async () => {
    const html = await page('words', 'ur');
    expect(html).toContain(interfaceIn('ur').words.share.spoken);
    expect(players(html)).toHaveLength(1);
    expect(players(html)[0]).toContain(`src="${WORDS}"`);
    for (const attribute of ['controls', 'preload="none"', 'aria-labelledby="spoken"'])
      expect(players(html)[0]).toContain(attribute);
  });

  test('has none where it was not', async () => {
    for (const [step, language] of [
      ['words', 'en'],
      ['credit', 'ur'],
      ['age', 'ur'],
    ] as const)
      expect([step, language, players(await page(step, language))]).toEqual([step, language, []]);
  });
});

describe('its recording', () => {
  test('is sent cleaned, and piece by piece where that is asked for', async () => {
    const whole = await form.ask(WORDS, visit);
    expect([whole.status, whole.headers.get('content-type')]).toEqual([200, 'audio/webm']);
    expect(whole.headers.get('cache-control')).toBe('no-store');
    const bytes = Buffer.from(await whole.arrayBuffer());
    expect(bytes.length).toBeGreaterThan(1000);
    expect(bytes.includes(MARKER)).toBe(false);
    const piece = await form.send(WORDS, visit, { headers: { range: 'bytes=0-99' } });
    expect([piece.status, (await piece.arrayBuffer()).byteLength]).toEqual([206, 100]);
  });

  test('is sent to nobody who may not answer, and nothing else is', async () => {
    expect((await form.ask(WORDS, { cookie: '' })).status).toBe(404);
    for (const path of [
      '/share/spoken/ur/language',
      '/share/spoken/ur/age',
      '/share/spoken/ur/others',
      '/share/spoken/xx/words',
      '/share/spoken/ur/words.wav',
      '/share/spoken/ur%2f..%2fur/words',
      '/share/spoken/ur/..%2f..%2fsettings',
    ])
      expect([path, (await form.ask(path, visit)).status]).toEqual([path, 404]);
  });

  test('is a file that the archive knows; others beside it are told', async () => {
    const told = (await unknownFiles(desk.content, [])).map(({ file }) => file);
    expect(told).not.toContain('spoken/');
    expect(told).not.toContain('spoken/ur/words.wav');
    expect(told).toEqual(expect.arrayContaining(['spoken/ur/words.txt', 'spoken/ur/age.txt']));
  });
});
