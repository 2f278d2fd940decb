import { fc } from '#support/properties.ts';
import { expect, test } from 'vitest';
import { parseTranscript, plainTextToVtt, writeTranscript } from '#media/transcript.ts';

const textsOf = (vtt: string): readonly string[] | string => {
  const read = parseTranscript(vtt);
  return read.ok ? read.cues.map((cue) => cue.text) : read.problem.rule;
};
const cue = (text: string): string => `WEBVTT\n\n00:01.000 --> 00:02.500\n${text}\n`;

test('reads times and words, and leaves notes, styles and settings aside', async () => {
  const vtt =
    '\uFEFFWEBVTT - a title\r\n\r\nNOTE private remark\r\n\r\nSTYLE\r\n::cue {}\r\n\r\n7\r\n01:00:01.000 --> 01:00:02.500 align:start\r\nfirst\r\nsecond\r\n';
  expect(parseTranscript(vtt)).toEqual({
    ok: true,
    cues: [{ start: 3601, end: 3602.5, text: 'first\nsecond' }],
  });
});

test('takes speaker names and styling off and leaves what only looks like a tag', async () => {
  expect(textsOf(cue('<v Maria Lopez>I <i.loud>did</i> <00:01.500>go</v>'))).toEqual(['I did go']);
  expect(textsOf(cue('I <3 you &amp; &lt;b&gt; &copy;'))).toEqual(['I <3 you & <b> &copy;']);
});

test('keeps joiners and letters that are not normalised', async () => {
  const words = 'می\u200Cخواهم क्\u200Dष cafe\u0301 ਪੰਜਾਬੀ';
  expect(textsOf(cue(words))).toEqual([words]);
});

test.each([
  ['is not WebVTT', 'hello'],
  ['only starts like WebVTT', 'WEBVTTjunk\n\n00:01.000 --> 00:02.000\nx'],
  ['has a time that is no time', 'WEBVTT\n\n00:03.000 --> later\nx\n'],
  ['has a cue that ends before it starts', 'WEBVTT\n\n00:05.000 --> 00:03.000\nx\n'],
  ['has words before the first time', 'WEBVTT\n\nhello\n\n00:01.000 --> 00:02.000\nx\n'],
])('refuses a transcript that %s, and repeats none of it', async (_, vtt) => {
  const read = parseTranscript(vtt);
  expect(read).toMatchObject({ ok: false, problem: { rule: 'media-unreadable' } });
  expect(JSON.stringify(read)).not.toMatch(/hello|junk|later/);
});

test('shares the time of a recording out over its sentences', async () => {
  const read = parseTranscript(plainTextToVtt('One two three. Four!\n\nਮੈਂ ਘਰ ਗਈ। ਫਿਰ ਆਈ।', 20));
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
      const read = parseTranscript(plainTextToVtt(text, seconds));
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

test('a paragraph behind an empty line inside a cue is kept, and its second reading is the same', () => {
  const vtt =
    'WEBVTT\n\n00:01.000 --> 00:20.000\nI told her my name.\n\nShe wrote it down wrong.\n\n00:21.000 --> 00:25.000\nI went home.\n';
  expect(textsOf(vtt)).toEqual(['I told her my name.\n\nShe wrote it down wrong.', 'I went home.']);
  const read = parseTranscript(vtt);
  if (!read.ok) throw new Error(read.problem.what);
  const written = writeTranscript(read.cues);
  expect(parseTranscript(written)).toEqual(read);
  // A player ends a cue at an empty line, so there is none inside one.
  expect(written.trimEnd().split('\n\n')).toHaveLength(3);
});

test('SubRip is taken and made into WebVTT', () => {
  const srt =
    '1\r\n00:00:01,000 --> 00:00:03,500\r\n<font color="#fff">Hello</font> {\\an8}there\r\n\r\n2\r\n00:01:02,25 --> 00:01:03,000 X1:1 X2:2\r\n<i>I <3 you</i>\r\n3\r\n00:01:04,000 --> 00:01:05,000\r\nand 7\r\n';
  const read = parseTranscript(`\uFEFF${srt}`);
  expect(read).toEqual({
    ok: true,
    cues: [
      { start: 1, end: 3.5, text: 'Hello there' },
      { start: 62.25, end: 63, text: 'I <3 you' },
      { start: 64, end: 65, text: 'and 7' },
    ],
  });
  if (!read.ok) return;
  expect(writeTranscript(read.cues)).toMatch(
    /^WEBVTT\n\n00:00:01\.000 --> 00:00:03\.500\nHello there\n/,
  );
  expect(parseTranscript(writeTranscript(read.cues))).toEqual(read);
});

test('cues out of order come by their time, and those that overlap stay', () => {
  const vtt =
    'WEBVTT\n\n00:05.000 --> 00:06.000\nlater\n\nfirst one\n00:01.000 --> 00:09.000\nsooner\n';
  expect(textsOf(vtt)).toEqual(['sooner', 'later']);
});

test('a region, a style and a note of many lines are not words', () => {
  const vtt =
    'WEBVTT\nKind: captions\n\nREGION\nid:fred\n\nSTYLE\n::cue {}\n\n00:01.000 --> 00:02.000 region:fred line:-1\nwords\n\nNOTE\nprivate\nremark\n\n00:03.000 --> 00:04.000\nNOTED\n';
  expect(textsOf(vtt)).toEqual(['words', 'NOTED']);
});

test.each([
  ['a time', 'WEBVTT\n00:01.000 --> 00:02.000\nwords\n'],
  ['a name and a time', 'WEBVTT\nname\n00:01.000 --> 00:02.000\nwords\n'],
  ['settings', 'WEBVTT\nKind: captions\nLanguage: en-GB\n\n00:01.000 --> 00:02.000\nwords\n'],
  [
    'settings, and then a time',
    'WEBVTT\nX-TIMESTAMP-MAP=LOCAL:00:00:00.000,MPEGTS:900000\n00:01.000 --> 00:02.000\nwords\n',
  ],
  ['a note', 'WEBVTT\nNOTE private remark\n\n00:01.000 --> 00:02.000\nwords\n'],
  ['a style', 'WEBVTT\nSTYLE\n::cue {}\n\n00:01.000 --> 00:02.000\nwords\n'],
])('right below the first line may stand %s, and no words of a cue are lost', (_, vtt) => {
  expect(textsOf(vtt)).toEqual(['words']);
});

test.each([
  ['words', 'WEBVTT\nhello\n\n00:01.000 --> 00:02.000\nx\n', 2],
  ['words like a setting', 'WEBVTT\nLanguage: hello my name\n\n00:01.000 --> 00:02.000\nx\n', 2],
  ['words below a setting', 'WEBVTT\nKind: captions\nhello\n\n00:01.000 --> 00:02.000\nx\n', 3],
  ['words, and a wrong time', 'WEBVTT\nhello: you\n00:01 --> later\nx\n', 2],
  ['a time in a note', 'WEBVTT\n\nNOTE hello\n00:01.000 --> 00:02.000\nhello\n', 4],
  ['a time in a note of many lines', 'WEBVTT\n\nNOTE\na\nb\n00:01.000 --> 00:02.000\nhello\n', 6],
])('words that could be dropped in silence are refused with their line: %s', (_, vtt, line) => {
  const read = parseTranscript(vtt);
  expect(read).toMatchObject({
    ok: false,
    problem: { rule: 'media-unreadable', what: expect.stringContaining(`(line ${line})`) },
  });
  expect(JSON.stringify(read)).not.toMatch(/hello/);
});

test('what cannot be placed is refused with its line', () => {
  const read = parseTranscript('WEBVTT\n\n00:01.000 --> 00:02.000\nx\n\n00:03 -> --> 4\ny\n');
  expect(read).toMatchObject({ ok: false, problem: { what: expect.stringContaining('(line 6)') } });
});

test.each([
  ['tags that are never closed', '<c.'.repeat(300_000)],
  ['tags inside tags', `${'<v '.repeat(200_000)}>`],
  ['ampersands', '&a'.repeat(300_000)],
  ['spaces before an arrow', `${' '.repeat(400_000)}x`],
  ['numbers', '1\n'.repeat(300_000)],
  ['empty lines', `x${'\n'.repeat(500_000)}y`],
])('a cue of nothing but %s is read in the time its length asks', (_, words) => {
  const read = parseTranscript(`WEBVTT\n\n00:01.000 --> 00:02.000\n${words}\n`);
  expect(read.ok).toBe(true);
});

test('of any lines in any order no words are lost: each is kept, or the transcript is refused', () => {
  const line = fc.constantFrom(
    '',
    'one',
    'two words',
    '3',
    '<v A>four</v>',
    '00:01.000 --> 00:02.000',
    '00:00:03,000 --> 00:00:04,000',
    'I <3 five',
    '- six',
  );
  const head = fc.constantFrom('WEBVTT\n\n', 'WEBVTT\n', 'WEBVTT\nKind: captions\n');
  fc.assert(
    fc.property(head, fc.array(line, { maxLength: 14 }), (begin, lines) => {
      const read = parseTranscript(`${begin}${lines.join('\n')}`);
      if (!read.ok) return;
      const said = read.cues.map(({ text }) => text).join('\n');
      for (const words of ['two words', 'I <3 five', '- six', 'four']) {
        // A line right above a time, with an empty one above it, is the name of the cue.
        const isName = (at: number): boolean =>
          (lines[at + 1] ?? '').includes('-->') && (lines[at - 1] ?? '') === '';
        const asked = lines.filter((each, at) => each.includes(words) && !isName(at)).length;
        const isAnywhereName = lines.some((each, at) => each.includes(words) && isName(at));
        if (!isAnywhereName) expect(said.split(words).length - 1).toBe(asked);
      }
    }),
  );
});
