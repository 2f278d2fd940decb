import fc from 'fast-check';
import { expect, test } from 'vitest';
import { parseTranscript, plainTextToVtt } from '#media/transcript.ts';

const textsOf = async (vtt: string): Promise<readonly string[] | string> => {
  const read = await parseTranscript(vtt);
  return read.ok ? read.cues.map((cue) => cue.text) : read.problem.rule;
};
const cue = (text: string): string => `WEBVTT\n\n00:01.000 --> 00:02.500\n${text}\n`;

test('reads times and words, and leaves notes, styles and settings aside', async () => {
  const vtt =
    '\uFEFFWEBVTT - a title\r\n\r\nNOTE private remark\r\n\r\nSTYLE\r\n::cue {}\r\n\r\n7\r\n01:00:01.000 --> 01:00:02.500 align:start\r\nfirst\r\nsecond\r\n';
  expect(await parseTranscript(vtt)).toEqual({
    ok: true,
    cues: [{ start: 3601, end: 3602.5, text: 'first\nsecond' }],
  });
});

test('takes speaker names and styling off and leaves what only looks like a tag', async () => {
  expect(await textsOf(cue('<v Maria Lopez>I <i.loud>did</i> <00:01.500>go</v>'))).toEqual([
    'I did go',
  ]);
  expect(await textsOf(cue('I <3 you &amp; &lt;b&gt; &copy;'))).toEqual(['I <3 you & <b> &copy;']);
});

test('keeps joiners and letters that are not normalised', async () => {
  const words = 'می\u200Cخواهم क्\u200Dष cafe\u0301 ਪੰਜਾਬੀ';
  expect(await textsOf(cue(words))).toEqual([words]);
});

test.each([
  ['is not WebVTT', 'hello'],
  ['only starts like WebVTT', 'WEBVTTjunk\n\n00:01.000 --> 00:02.000\nx'],
  ['has a time that is no time', 'WEBVTT\n\n00:03.000 --> later\nx\n'],
  ['has a cue that ends before it starts', 'WEBVTT\n\n00:05.000 --> 00:03.000\nx\n'],
  ['has a cue the parser would drop', 'WEBVTT\n00:01.000 --> 00:02.000\nx\n'],
])('refuses a transcript that %s, and repeats none of it', async (_, vtt) => {
  const read = await parseTranscript(vtt);
  expect(read).toMatchObject({ ok: false, problem: { rule: 'media-unreadable' } });
  expect(JSON.stringify(read)).not.toMatch(/hello|junk|later/);
});

test('shares the time of a recording out over its sentences', async () => {
  const read = await parseTranscript(
    plainTextToVtt('One two three. Four!\n\nਮੈਂ ਘਰ ਗਈ। ਫਿਰ ਆਈ।', 20),
  );
  if (!read.ok) throw new Error(read.problem.what);
  expect(read.cues.map((c) => c.text)).toEqual(['One two three.', 'Four!', 'ਮੈਂ ਘਰ ਗਈ।', 'ਫਿਰ ਆਈ।']);
  expect(read.cues[0]?.start).toBe(0);
  expect(read.cues.at(-1)?.end).toBe(20);
});

test('whatever the words and the length, the transcript written can be read, whole and in order', async () => {
  const words = fc.string({
    unit: fc.constantFrom('a', ' ', '.', '।', '\n', '<', '>', '&', '-', '\u200D', 'é', 'ਮ'),
  });
  await fc.assert(
    fc.asyncProperty(words, fc.double({ min: 0, max: 7200 }), async (text, seconds) => {
      const read = await parseTranscript(plainTextToVtt(text, seconds));
      if (!read.ok) throw new Error(read.problem.what);
      const bare = (s: string): string => s.replace(/\s/g, '');
      expect(bare(read.cues.map((c) => c.text).join(''))).toBe(bare(text));
      read.cues.forEach((c, i) => {
        expect(c.end).toBeGreaterThan(c.start);
        expect(c.start).toBeGreaterThanOrEqual(read.cues[i - 1]?.end ?? 0);
      });
    }),
  );
});
