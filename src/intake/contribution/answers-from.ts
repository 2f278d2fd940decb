import { isDeepStrictEqual } from 'node:util';
import { contribution, type ContributionFields } from '#records/contribution.ts';
import type { RecordForm } from '#repository/record-text.ts';
import { type Answers, hasText } from './answers.ts';
import { answersIn } from './answers-in.ts';
import { changedRecord } from './changed-record.ts';
import { type Fields, listIn, type RecordBefore } from './over-record.ts';
import { MAKER } from './to-record.ts';

/** A record as the form can be filled from it. */
export interface Changeable extends RecordBefore {
  readonly given: Answers;
  /** Its maker said yes in the form, and nobody wrote it down for them. */
  readonly isOnline: boolean;
}

/**
 * The answers that a record stands for; nothing where making the record from them would not give the same
 * again: then somebody wrote into it what the form does not ask, and only they can change it without losing
 * that. What the server says of it by itself is not compared. Pure.
 */
export function answersFrom({ record, words = '' }: RecordForm): Changeable | undefined {
  const read = contribution.safeParse(record);
  if (!read.success) return undefined;
  const before = { record, fields: read.data, words };
  const [maker, ...more] = makersIn(before.fields);
  const isOpen = maker?.state === 'given' || maker?.state === 'renewed';
  if (!isOpen || more.length > 0 || maker.person !== MAKER) return undefined;
  try {
    const given = answersIn(before);
    const again = changedRecord(onlyAsked(before), given, ANY);
    const made = contribution.parse(again.record);
    const isSame = isDeepStrictEqual(compared(before.fields), compared(made));
    const isSameText = (hasText(words) ? words : '') === again.words;
    const isOnline = maker.method === 'online';
    return isSame && isSameText ? { ...before, given, isOnline } : undefined;
  } catch {
    return undefined;
  }
}

/** What the form asks, and what is kept beside it whatever is changed: all else of a record, it cannot say. */
const ASKED = {
  record: [
    ...['photos', 'voice', 'content_notes', 'hold', 'kind'],
    ...['told', 'series', 'themes', 'places', 'embargo_until', 'published_on'],
  ],
  part: ['id', 'file', 'kind', 'alt', 'caption', 'people', 'stands_alone'],
} as const;

function onlyAsked(before: RecordBefore): RecordBefore {
  const record = picked(before.record, ASKED.record);
  const photos = listIn(record, 'photos').map((photo) => picked(photo, ASKED.part));
  const voice = record['voice'] && picked(record['voice'] as Fields, ASKED.part);
  return { ...before, record: { ...record, photos, voice } };
}

const picked = (from: Fields, keys: readonly string[]): Fields =>
  Object.fromEntries(Object.entries(from).filter(([key]) => keys.includes(key)));

/** What is said anew each time is not compared, so any of it will do. */
const ANY = {
  ...{ day: '2000-01-01', sheet: 'v', asked: 'en', seed: '' },
  untitled: () => '?',
} as const;

/** Whoever made it, or may have: each of them would have to look at a change. */
function makersIn({ consents }: ContributionFields) {
  const MADE: readonly unknown[] = ['contributor', 'co-creator', undefined];
  return consents.filter(({ interest }) => MADE.includes(interest));
}

/** A record without what a change says anew, and without a yes to what is not there. */
function compared(fields: ContributionFields): object {
  const { consents, ...rest } = fields;
  const others = consents.filter(({ interest }) => interest !== 'contributor');
  const [maker] = makersIn(fields);
  return JSON.parse(
    JSON.stringify({
      ...{ ...rest, review: undefined, others },
      maker: { ...maker, ...ANEW, grants: grantsOf(fields), exhibitions: exhibitionsOf(fields) },
    }),
  );
}

const ANEW = {
  ...{ state: undefined, given_on: undefined, expires_on: undefined, approved: undefined },
  ...{ information_sheet: undefined, language: undefined, method: undefined },
} as const;

function grantsOf({ consents, photos, voice }: ContributionFields): readonly string[] {
  const grants = consents.find(({ interest }) => interest === 'contributor')?.grants ?? {};
  const there: readonly string[] = [
    ...['words', ...photos.map(({ kind }) => kind)],
    ...(voice === undefined ? [] : ['voice']),
  ];
  return Object.entries(grants)
    .flatMap(([use, kinds]) =>
      kinds.filter((kind) => there.includes(kind)).map((kind) => `${use} ${kind}`),
    )
    .toSorted();
}

function exhibitionsOf(fields: ContributionFields): unknown {
  const isYes = grantsOf(fields).some((yes) => yes.startsWith('exhibition '));
  const [maker] = makersIn(fields);
  return isYes ? maker?.exhibitions : undefined;
}
