import type { MediaKind, MediaProblem, MediaRule } from './media.ts';
import { MAX_MEGABYTES, MAX_MEGAPIXELS, MAX_SOUND_HOURS } from './recipe.ts';

/** Puts a refusal in plain words. Takes no detail of the file, so it cannot repeat any. */
export function problemOf(rule: MediaRule, kind: MediaKind): MediaProblem {
  return { rule, what: WHAT[kind][rule], next: `${NEXT[kind][rule]} Nothing was published.` };
}

/** A transcript that cannot be read. `line` counts from 1. */
export function transcriptProblem(what: string, line?: number): MediaProblem {
  const where = line === undefined ? '' : ` (line ${line})`;
  return {
    rule: 'media-unreadable',
    what: `This transcript could not be read: ${what}${where}.`,
    next: 'Correct the transcript file and try again. The transcript was not used.',
  };
}

const WHAT: Readonly<Record<MediaKind, Readonly<Record<MediaRule, string>>>> = {
  photo: {
    'media-unreadable': 'This photograph is damaged or not complete, so we cannot show all of it.',
    'media-type-not-taken': 'This file is not a kind of photograph we can take.',
    'media-too-large': `This photograph is too large: we take up to ${MAX_MEGAPIXELS} megapixels and ${MAX_MEGABYTES.photo} MB.`,
    'media-took-too-long': 'This photograph took too long to read, so we stopped.',
  },
  sound: {
    'media-unreadable': 'This recording is damaged or not complete, so we cannot play all of it.',
    'media-type-not-taken': 'This file is not a kind of recording we can take.',
    'media-too-large': `This recording is too large: we take up to ${MAX_SOUND_HOURS} hours and ${MAX_MEGABYTES.sound} MB.`,
    'media-took-too-long': 'This recording took too long to read, so we stopped.',
  },
};

const NEXT: Readonly<Record<MediaKind, Readonly<Record<MediaRule, string>>>> = {
  photo: {
    'media-unreadable': 'Send it again from the phone or camera that made it.',
    'media-type-not-taken': 'Send it as JPEG, PNG, WebP, AVIF, GIF, TIFF or HEIC.',
    'media-too-large': 'Send a smaller copy of it.',
    'media-took-too-long': 'Open it, save it again as JPEG, and send that.',
  },
  sound: {
    'media-unreadable': 'Send it again from the phone or recorder that made it.',
    'media-type-not-taken': 'Send it as MP3, M4A, WAV, Ogg, WebM or FLAC.',
    'media-too-large': 'Send it in shorter parts.',
    'media-took-too-long': 'Open it, save it again as MP3 or WAV, and send that.',
  },
};
