import { FORMATS_IN, type MediaKind } from './formats.ts';
import type { MediaNote, MediaProblem, MediaRule } from './media.ts';
import {
  MAX_MEGABYTES,
  MAX_MEGAPIXELS,
  MAX_SOUND_HOURS,
  MAX_TRANSCRIPT_MEGABYTES,
} from './recipe.ts';

/** Puts a refusal in plain words. Takes no detail of the file, so it cannot repeat any. */
export function problemOf(rule: MediaRule, kind: MediaKind): MediaProblem {
  return told(rule, WHAT[rule][kind], NEXT[rule][kind], 'Nothing was published.');
}

/** Why a transcript cannot be read. */
export type TranscriptFault =
  | 'not-opened'
  | 'letters'
  | 'empty'
  | 'no-known-form'
  | 'time-not-written-right'
  | 'time-ends-before-it-starts'
  | 'time-in-a-note'
  | 'words-before-the-first-time';

const OF_A_TRANSCRIPT: Readonly<Record<TranscriptFault, string>> = {
  'not-opened': 'the file could not be opened',
  letters: 'its letters are not written as UTF-8',
  empty: 'it is empty',
  'no-known-form': 'it is not WebVTT or SRT',
  'time-not-written-right': 'a time is not written as a transcript asks',
  'time-ends-before-it-starts': 'a time ends before it starts',
  'time-in-a-note': 'a time stands in a note, a style or a region',
  'words-before-the-first-time': 'words stand before the first time',
};

/** A transcript that cannot be read. `line` counts from 1. */
export function transcriptProblem(fault: TranscriptFault, line?: number): MediaProblem {
  const where = line === undefined ? '' : ` (line ${line})`;
  const what = `This transcript could not be read: ${OF_A_TRANSCRIPT[fault]}${where}.`;
  const advice =
    fault === 'letters'
      ? 'Open it, save it again with the coding "UTF-8", and try again.'
      : 'Correct the transcript file and try again.';
  return told('media-unreadable', what, advice, NOT_USED);
}

export function transcriptTooLarge(): MediaProblem {
  const what = `This transcript is longer than we take: up to ${MAX_TRANSCRIPT_MEGABYTES} MB.`;
  const advice = 'Send the recording and its transcript in shorter parts.';
  return told('media-too-large', what, advice, NOT_USED);
}

const NOT_USED = 'The transcript was not used.';

function told(rule: MediaRule, what: string, advice: string, outcome: string): MediaProblem {
  return { rule, what, advice, next: `${advice} ${outcome}` };
}

/** What was left out of a file that was taken, for the person who sent it. */
export const NOTES: Readonly<Record<MediaNote, string>> = {
  'picture-left-out': 'This is a film: its sound is taken, and its picture is left out.',
  'first-sound-only':
    'This file holds several recordings: the first is taken, the others are left out.',
  'first-picture-only':
    'This file holds several pictures, or one that moves: the first is taken, the others are left out.',
  'first-page-only':
    'This file has several pages: the first is taken, the others are left out. To show them all, send each page as a photograph.',
};

const choices = new Intl.ListFormat('en-GB', { type: 'disjunction' });
const typesInWords = (kind: MediaKind): string =>
  choices.format(Object.values(FORMATS_IN).flatMap(({ of, name }) => (of === kind ? [name] : [])));

type Words = Readonly<Record<MediaKind, string>>;

const WHAT: Readonly<Record<MediaRule, Words>> = {
  'media-unreadable': {
    photo: 'This photograph is damaged or not complete, so we cannot show all of it.',
    sound: 'This recording is damaged or not complete, so we cannot play all of it.',
  },
  'media-empty': { photo: 'This file is empty.', sound: 'This file is empty.' },
  'media-type-not-taken': {
    photo: 'This file is not a kind of photograph we can take.',
    sound: 'This file is not a kind of recording we can take.',
  },
  'media-other-kind': {
    photo: 'This is a film or a recording, not a photograph.',
    sound: 'This is a photograph, not a recording.',
  },
  'media-coding-not-taken': {
    photo: 'This photograph is written in a way we cannot read. It may be whole.',
    sound: 'This recording is locked, or written in a way we cannot read. It may be whole.',
  },
  'media-no-sound': {
    photo: 'There is no picture in this file.',
    sound: 'There is no sound in this file.',
  },
  'media-film-without-sound': {
    photo: 'This is a film, not a photograph.',
    sound: 'This is a film without sound, so there is nothing to hear.',
  },
  'media-cut-not-followed': {
    photo: 'This picture was changed in a way we cannot follow.',
    sound:
      'This recording was cut, slowed or put in another order in a way we cannot follow, so what was cut off might be heard.',
  },
  'media-too-large': {
    photo: `This photograph is too large: we take up to ${MAX_MEGAPIXELS} megapixels and ${MAX_MEGABYTES.photo} MB.`,
    sound: `This recording is too large: we take up to ${MAX_SOUND_HOURS} hours and ${MAX_MEGABYTES.sound} MB.`,
  },
  'media-took-too-long': {
    photo: 'This photograph took too long to read, so we stopped.',
    sound: 'This recording took too long to read, so we stopped.',
  },
};

const NEXT: Readonly<Record<MediaRule, Words>> = {
  'media-unreadable': {
    photo: 'Send it again from the phone or camera that made it.',
    sound: 'Send it again from the phone or recorder that made it.',
  },
  'media-empty': {
    photo: 'Send the photograph again from where it was taken.',
    sound: 'Send the recording again from where it was made.',
  },
  'media-type-not-taken': {
    photo: `Send it as ${typesInWords('photo')}.`,
    sound: `Send it as ${typesInWords('sound')}.`,
  },
  'media-other-kind': {
    photo: 'Send it as the recording of the piece, or send a photograph.',
    sound: 'Send it as a photograph of the piece, or send a recording.',
  },
  'media-coding-not-taken': {
    photo: 'Open it in the app that made it, save it again as JPEG, and send that.',
    sound: 'Open it in the app that made it, save it again as MP3 or WAV, and send that.',
  },
  'media-no-sound': {
    photo: 'Send the photograph again from where it was taken.',
    sound: 'Listen to it where it was made, and send the recording that can be heard.',
  },
  'media-film-without-sound': {
    photo: 'Send a photograph.',
    sound: 'Send a recording or a film with sound, or a photograph in its place.',
  },
  'media-cut-not-followed': {
    photo: 'Open it, save it again as JPEG, and send that.',
    sound: 'Open it in the app that cut it, save it again as MP3 or WAV, and send that.',
  },
  'media-too-large': { photo: 'Send a smaller copy of it.', sound: 'Send it in shorter parts.' },
  'media-took-too-long': {
    photo: 'Open it, save it again as JPEG, and send that.',
    sound: 'Open it, save it again as MP3 or WAV, and send that.',
  },
};
