import { readdirSync, readFileSync } from 'node:fs';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { interfaceIn } from '#i18n/words.ts';
import type { EditedCue } from '#intake/kept-transcript.ts';
import { parseTranscript } from '#media/transcript.ts';
import { fc } from '#support/properties.ts';
import { openRecord } from '#support/small-archive.ts';
import { type SmallDesk, smallDesk } from '#support/small-desk.ts';

/** The lines of a transcript, kept over the door as they were typed. */
const ID = 'bread01';
/** As programs write them: with a note, a name in a tag, a setting and no hours. */
const BROUGHT =
  'WEBVTT\n\nNOTE private\n\n1\n00:01.000 --> 00:02.500 align:start\n<v Nani>We baked &amp; sang\n\n00:02.500 --> 00:04.000\nسب آئے\n';
let desk: SmallDesk;

beforeAll(async () => {
  desk = await smallDesk(async (archive) => {
    await archive.story(ID, openRecord());
    await archive.write(`stories/${ID}/v1.vtt`, BROUGHT);
    await archive.write(`stories/${ID}/v2.vtt`, 'no transcript');
  });
});

const keep = (cues: unknown, of: object = {}, path = '/api/transcript') =>
  desk.post(path, { entry: ID, cues, ...of });
const cuesOf = async (file: string) => {
  const answer = await desk.get(`/api/transcript/${ID}/${file}`);
  return answer.status === 200
    ? ((await answer.json()) as { cues: readonly EditedCue[] }).cues
    : answer.status;
};
const stored = (file: string) => readFile(join(desk.media, ID, file), 'utf8');

describe('the lines of a transcript', () => {
  test('are read from the file that is there, its words alone', async () => {
    expect(await cuesOf('v1.vtt')).toEqual([
      { start: 1000, end: 2500, text: 'We baked & sang' },
      { start: 2500, end: 4000, text: 'سب آئے' },
    ]);
    for (const none of ['v2.vtt', 'v9.vtt', 'f1.jpg', '..%2Fv1.vtt', 'story.md'])
      expect([none, await cuesOf(none)]).toEqual([none, 404]);
  });

  test('that nobody touched keep every byte when another is changed', async () => {
    const first = await keep(await cuesOf('v1.vtt'));
    const before = (await stored(first.body.file)).split('\n\n');
    expect(await cuesOf(first.body.file)).toEqual(await cuesOf('v1.vtt'));
    const again = await keep(await cuesOf(first.body.file));
    expect(await stored(again.body.file)).toBe(await stored(first.body.file));
    const lines = (await cuesOf(first.body.file)) as readonly EditedCue[];
    const changed = await keep(lines.with(0, { start: 900, end: 2400, text: 'We <3 bread' }));
    const after = (await stored(changed.body.file)).split('\n\n');
    expect(after).toHaveLength(before.length);
    expect(after.filter((block, at) => block !== before[at])).toEqual([
      '00:00:00.900 --> 00:00:02.400\nWe &lt;3 bread',
    ]);
    // What is there is not written over: the record says which one counts.
    expect(new Set([first, again, changed].map(({ body }) => body.file)).size).toBe(3);
  });

  test('come back as they were typed, whatever letters, signs and lines they have', async () => {
    const odd = fc.string({
      unit: fc.constantFrom(
        'a',
        ' ',
        '\n',
        '<',
        '>',
        '&',
        '-->',
        'NOTE ',
        '1',
        '\u200D',
        'é',
        'ਮ',
        '🙂',
      ),
      minLength: 1,
    });
    const line = fc.tuple(odd, fc.integer({ min: 1, max: 9000 }));
    const texts = fc.sample(fc.array(line, { minLength: 1, maxLength: 30 }), 20);
    for (const all of [...texts, oddest().map((text) => [text, 700] as const)]) {
      let time = 0;
      const cues = all
        .map(([text, long]) => {
          const start = time;
          time += long;
          return { start, end: time, text };
        })
        .filter(({ text }) => text.trim() !== '');
      if (cues.length === 0) continue;
      const { status, body } = await keep(cues);
      expect(status).toBe(200);
      const read = parseTranscript(await stored(body.file));
      const back = read.ok ? read.cues : [];
      // An empty line in the middle is one, however many spaces it had; at the ends there is none.
      const asKept = (text: string) =>
        text
          .replace(/^\s*$\n?/gm, '\n')
          .replace(/\n+/g, '\n')
          .trim();
      expect(back.map(({ text }) => asKept(text))).toEqual(cues.map(({ text }) => asKept(text)));
      expect(back.map(({ start, end }) => [start, end])).toEqual(
        cues.map(({ start, end }) => [start / 1000, end / 1000]),
      );
    }
  });
});

/** Where the collection of texts is there: the first lines of every text in it. */
function oddest(): readonly string[] {
  const folder = '../shared/corpora/texts/udhr';
  try {
    return readdirSync(folder)
      .filter((name) => /\.(?:txt|md)$/.test(name))
      .flatMap((name) =>
        readFileSync(join(folder, name), 'utf8')
          .split('\n')
          .filter((each) => each.trim() !== '')
          .slice(0, 3),
      );
  } catch {
    return ['ਅਸੀਂ ਰੋਟੀ ਬਣਾਈ'];
  }
}

test.each([
  ['not-lines', 'all of them', undefined],
  ['not-lines', [], undefined],
  ['not-lines', [{ start: 0, end: 5, text: 7 }], 1],
  [
    'not-a-time',
    [
      { start: 0, end: 5, text: 'a' },
      { start: 9, end: 9, text: 'b' },
    ],
    2,
  ],
  ['not-a-time', [{ start: 0.5, end: 5, text: 'a' }], 1],
  ['not-a-time', [{ start: -1, end: 5, text: 'a' }], 1],
  ['not-a-time', [{ start: 0, end: 1e12, text: 'a' }], 1],
  ['no-words', [{ start: 0, end: 5, text: ' \n' }], 1],
  ['letters', [{ start: 0, end: 5, text: 'a\u0007b' }], 1],
] as const)('nothing is kept, in plain words: %s', async (why, cues, line) => {
  const before = await readdir(join(desk.media, ID)).catch(() => []);
  for (const lang of ['en', 'ur']) {
    const { status, body } = await keep(cues, {}, `/api/transcript?lang=${lang}`);
    const { problem } = interfaceIn(lang).words.cues;
    expect([status, body.error, body.line]).toEqual([422, problem[why], line]);
  }
  expect((await keep(cues, { entry: '../bread01' })).status).toBe(422);
  expect(await readdir(join(desk.media, ID)).catch(() => [])).toEqual(before);
});
