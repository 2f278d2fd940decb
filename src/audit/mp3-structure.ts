import { mp3FrameAt } from './media-kind.ts';
import type { StructureIssue } from './structure-issue.ts';

/**
 * Holds an MP3 to audio frames from its first byte to its last: no ID3, APE or Lyrics3 tag, no
 * cover. A Xing, Info or LAME frame is itself a frame. Pure; never throws.
 */
export function mp3Issues(bytes: Buffer): readonly StructureIssue[] {
  const first = mp3FrameAt(bytes, 0);
  if (first === undefined) return [tagOrRest(bytes, 0)];
  let at = 0;
  while (at < bytes.length) {
    const frame = mp3FrameAt(bytes, at);
    if (frame === undefined || frame.stream !== first.stream) return [tagOrRest(bytes, at)];
    at += frame.length;
  }
  return at === bytes.length ? [] : [{ rule: 'damaged-media', label: 'the last MP3 frame is cut' }];
}

const TAGS: readonly (readonly [string, string])[] = [
  ['ID3', 'ID3v2 tag'],
  ['TAG', 'ID3v1 tag'],
  ['APETAGEX', 'APE tag'],
  ['LYRICSBEGIN', 'Lyrics3 tag'],
];

function tagOrRest(bytes: Buffer, at: number): StructureIssue {
  const rest = bytes.toString('latin1', at, at + 16);
  const tag = TAGS.find(([start]) => rest.startsWith(start));
  if (tag !== undefined) return { rule: 'sound-metadata', label: tag[1] };
  return { rule: 'trailing-bytes', label: 'bytes of the MP3 that are no frame' };
}
