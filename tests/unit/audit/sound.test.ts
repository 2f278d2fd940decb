import { expect, test } from 'vitest';
import { bytesOf, id3Title, tinyMp3, tinyWebm } from '#audit/control-media.ts';
import { inShort, scanOf } from './folders.ts';

async function found(file: string, bytes: Buffer): Promise<readonly string[]> {
  return (await scanOf({ [file]: bytes })).findings.map(({ rule, label }) => `${rule}: ${label}`);
}

/** The WebM with one element put in front of the body of another, whose sizes are made to fit. */
function withElement(inside: 'segment' | 'info' | 'track', added: Buffer): Buffer {
  const file = tinyWebm();
  const ids = { segment: '18538067', info: '1549a966', track: '1654ae6b' };
  const segment = file.indexOf(Buffer.from(ids.segment, 'hex'));
  let place = segment + 6;
  const grow = [segment + 4];
  if (inside !== 'segment') {
    const parent = file.indexOf(Buffer.from(ids[inside], 'hex'));
    grow.push(parent + 4);
    place = parent + 6;
    if (inside === 'track') {
      grow.push(parent + 7);
      place = parent + 9;
    }
  }
  for (const at of grow) file.writeUInt16BE(file.readUInt16BE(at) + added.length, at);
  return Buffer.concat([file.subarray(0, place), added, file.subarray(place)]);
}

function element(id: string, body: Buffer): Buffer {
  return Buffer.concat([Buffer.from(id, 'hex'), bytesOf(0x80 | body.length), body]);
}

test('passes clean recordings, and counts them', async () => {
  const scan = await scanOf({ 'media/a.mp3': tinyMp3(), 'media/a.webm': tinyWebm() });
  expect(inShort(scan)).toEqual([]);
  expect(scan.counts.sounds).toBe(2);
});

test('passes a WebM with an empty gap and a language', async () => {
  expect(
    await found('media/a.webm', withElement('segment', element('ec', Buffer.alloc(9)))),
  ).toEqual([]);
  expect(
    await found('media/a.webm', withElement('track', element('22b59c', bytesOf('und')))),
  ).toEqual([]);
});

test.each([
  ['segment', '1254c367', 'sound-metadata: WebM Tags'],
  ['segment', '1941a469', 'embedded-picture: WebM Attachments'],
  ['segment', '1043a770', 'sound-metadata: WebM Chapters'],
  ['info', '7ba9', 'sound-metadata: WebM Title'],
  ['info', '4461', 'sound-metadata: WebM DateUTC'],
  ['info', '7384', 'sound-metadata: WebM SegmentFilename'],
  ['track', '536e', 'sound-metadata: WebM track Name'],
  ['track', '258688', 'sound-metadata: WebM element 258688'],
  ['segment', 'ec', 'sound-metadata: WebM Void that is not empty'],
  ['track', '83', 'sound-metadata: WebM track that is not sound'],
] as const)('fails a WebM with, in its %s, element %s', async (inside, id, expected) => {
  expect(await found('media/a.webm', withElement(inside, element(id, bytesOf('words'))))).toContain(
    expected,
  );
});

test('fails a WebM with words after its end, or in place of the program that wrote it', async () => {
  expect(await found('media/a.webm', Buffer.concat([tinyWebm(), bytesOf('words!')]))).toContain(
    'trailing-bytes: bytes of the WebM that are no element',
  );
  const named = withElement('info', element('5741', bytesOf('by: <someone>')));
  expect(await found('media/a.webm', named)).toContain('sound-metadata: WebM element 5741');
});

test.each([
  ['an ID3v2 title', { before: id3Title('x') }, 'sound-metadata: ID3v2 tag'],
  [
    'an ID3v1 tag',
    { after: bytesOf('TAG', 'title'.padEnd(125, '\0')) },
    'sound-metadata: ID3v1 tag',
  ],
  [
    'an APE tag',
    { after: bytesOf('APETAGEX', ...new Array<number>(24).fill(0)) },
    'sound-metadata: APE tag',
  ],
  ['lyrics', { after: bytesOf('LYRICSBEGIN words LYRICSEND') }, 'sound-metadata: Lyrics3 tag'],
  [
    'words after it',
    { after: bytesOf('some words') },
    'trailing-bytes: bytes of the MP3 that are no frame',
  ],
] as const)('fails an MP3 with %s', async (_what, extra, expected) => {
  expect(await found('media/a.mp3', tinyMp3(extra))).toContain(expected);
});

test('fails an MP3 whose last frame is cut, or that holds another stream', async () => {
  const whole = tinyMp3();
  expect(await found('media/a.mp3', whole.subarray(0, whole.length - 3))).toEqual([
    'damaged-media: the last MP3 frame is cut',
  ]);
  const other = Buffer.alloc(417);
  other.writeUInt32BE(0xfffb_9064, 0);
  expect(await found('media/a.mp3', tinyMp3({ after: other }))).toEqual([
    'trailing-bytes: bytes of the MP3 that are no frame',
  ]);
});

test('fails every other kind of sound, wherever it is', async () => {
  const wav = bytesOf('RIFF', 36, 0, 0, 0, 'WAVEfmt ', 16, 0, 0, 0, 1, 0, 1, 0);
  expect(await found('a.wav', wav)).toContain('media-kind: other-sound');
  expect(await found('media/a.webm', bytesOf('OggS', 0, 2, 0, 0, 0, 0))).toContain(
    'media-kind: other-sound',
  );
});
