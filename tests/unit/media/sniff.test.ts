import { expect, test } from 'vitest';
import type { PhotoType, SoundType } from '#media/formats.ts';
import { sniff } from '#media/sniff.ts';

const of = (start: string | readonly number[], padding = 64): Uint8Array =>
  Buffer.concat([
    typeof start === 'string' ? Buffer.from(start, 'latin1') : Buffer.from(start),
    Buffer.alloc(padding),
  ]);

/** What files of each kind that is taken begin with. */
const STARTS: Readonly<Record<PhotoType | SoundType, readonly (string | readonly number[])[]>> = {
  jpeg: [[0xff, 0xd8, 0xff, 0xe1]],
  png: ['\x89PNG\r\n\x1a\n'],
  webp: ['RIFF\0\0\0\0WEBPVP8 '],
  avif: ['\0\0\0\x1cftypavif\0\0\0\0mif1miaf', '\0\0\0\x18ftypmif1\0\0\0\0mif1avif'],
  gif: ['GIF89a'],
  tiff: ['II*\0', 'MM\0*'],
  heic: ['\0\0\0\x18ftypheic\0\0\0\0mif1heic', '\0\0\0\x18ftypmif1\0\0\0\0mif1heic'],
  mp3: [[0xff, 0xfb, 0x90, 0x00], 'ID3\x04\0\0\0\0\0\0'],
  m4a: ['\0\0\0\x18ftypM4A \0\0\0\0', '\0\0\0\x18ftyp3gp4\0\0\0\0'],
  wav: ['RIFF\0\0\0\0WAVEfmt ', 'RF64\xff\xff\xff\xffWAVEds64'],
  ogg: ['OggS'],
  webm: ['\x1a\x45\xdf\xa3\x9f\x42\x82\x84webm'],
  flac: ['fLaC', 'ID3\x04\0\0\0\0\0\0fLaC'],
  aac: [[0xff, 0xf1, 0x50, 0x80], 'ID3\x04\0\0\0\0\0\0\xff\xf1\x50\x80'],
  amr: ['#!AMR\n', '#!AMR-WB\n'],
  wma: ['\x30\x26\xb2\x75\x8e\x66\xcf\x11'],
  aiff: ['FORM\0\0\0\0AIFF', 'FORM\0\0\0\0AIFC'],
  caf: ['caff\0\x01'],
};

test.each(Object.entries(STARTS))('knows %s by its first bytes', (type, starts) => {
  expect(starts.map((start) => sniff(of(start)))).toEqual(starts.map(() => type));
});

test.each([
  ['SVG', '<svg xmlns="http://www.w3.org/2000/svg" onload="x()"/>'],
  ['SVG behind a declaration', '<?xml version="1.0"?><svg/>'],
  ['HTML', '<!doctype html><script>x()</script>'],
  ['PDF', '%PDF-1.7'],
  ['a zip', 'PK\x03\x04'],
  ['two bytes of a frame header and nothing sensible', [0xff, 0xff, 0xff, 0xff]],
  ['an unknown box brand', '\0\0\0\x18ftypcrx \0\0\0\0'],
  ['nothing', ''],
] as const)('does not take %s', (_, start) => {
  expect(sniff(of(start, 0))).toBeUndefined();
});
