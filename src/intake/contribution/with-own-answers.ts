import { isDeepStrictEqual } from 'node:util';
import type { Day } from '#consent/decision.ts';
import type { AgeBand, ContributionFields } from '#records/contribution.ts';
import type { RecordForm } from '#repository/record-text.ts';
import { type Answers, hasText } from './answers.ts';
import { ownAnswersIn, isOwnConsent } from './own-answers.ts';
import { grantsOf, MAKER, present } from './to-record.ts';

/** Why an answer is not written: what it would open is for somebody else to open. */
export type OwnRefusal =
  /** Somebody was said to be in it, and an answer says that nobody is. */
  | 'somebody-in-it'
  /** An age that is higher than the one that was written down. */
  | 'older'
  /** Nobody is in the record who made it this way. */
  | 'no-maker';

export type OwnChange =
  | { readonly kind: 'changed'; readonly form: RecordForm }
  | { readonly kind: 'refused'; readonly why: OwnRefusal };

interface ChangeContext {
  readonly day: Day;
  /** Never counted on from the record: of somebody who left it a code may still be in a drawer. */
  readonly newPerson: () => string;
}

type Fields = Readonly<Record<string, unknown>>;
type Consent = ContributionFields['consents'][number];

/** What is there now: as it is written, and as it is read. */
interface Before extends RecordForm {
  readonly fields: ContributionFields;
}

/**
 * A record with what its maker changed in it, and all else as it stands. It never opens anything of somebody
 * else's: who is in it stays in it, a hold and an embargo stay, a check is over unless it said no, and the
 * maker's approval goes, so that they are asked anew (docs/consent.md §3.4, rows 7, 14 and 15). Pure.
 */
export function withOwnAnswers(before: Before, given: Answers, context: ChangeContext): OwnChange {
  const { record, fields } = before;
  const old = ownAnswersIn(fields, before.words ?? '');
  const maker = fields.consents.find(isOwnConsent);
  if (maker === undefined) return { kind: 'refused', why: 'no-maker' };
  if (saysNobody(old, given)) return { kind: 'refused', why: 'somebody-in-it' };
  if (isOlder(maker.age_band, given.age)) return { kind: 'refused', why: 'older' };
  const asked: Fields[] = [];
  const ask = (interest: string): readonly string[] => {
    const person = context.newPerson();
    asked.push({ person, interest, state: 'unknown' });
    return [person];
  };
  const photos = photosOf(before, given, ask);
  const voice = voiceOf(before, given, ask);
  if (hasText(given.words) && given.others !== 'nobody' && old.others === 'nobody')
    ask('identifiable-in-words');
  const consents = listIn(record, 'consents').map((each) =>
    isOwnConsent(each as Consent) ? makersConsent(each, maker, given, context.day) : each,
  );
  const next = {
    ...record,
    ...{ title: hasText(given.title) ? given.title : fields.title },
    ...{ language: given.language ?? fields.language, credit: given.credit },
    content_notes: filled(notesOf(record, given)),
    ...{ photos: filled(photos), voice },
    review: fields.review?.outcome === 'refused' ? record['review'] : { outcome: 'pending' },
    consents: [...consents, ...asked],
  };
  return { kind: 'changed', form: { record: present(next), words: given.words ?? '' } };
}

type Ask = (interest: 'depicted' | 'voice' | 'identifiable-in-words') => readonly string[];

/** A picture that was there keeps all that is not asked here; words that came since stand before it. */
function photosOf({ record, words }: Before, given: Answers, ask: Ask): readonly Fields[] {
  const known = listIn(record, 'photos');
  const cameWords = !hasText(words) && hasText(given.words);
  let number = Math.max(0, ...known.map(({ id }) => Number(/\d+$/.exec(String(id))?.[0] ?? 0)));
  return given.pictures.map(({ file, drawing, alt, others }) => {
    const old = known.find((each) => each['file'] === file);
    const kind = drawing ? 'artwork' : undefined;
    const described = hasText(alt) ? alt : undefined;
    if (old === undefined) {
      number += 1;
      const people = others === 'nobody' ? undefined : ask('depicted');
      const alone = hasText(given.words) ? undefined : true;
      return present({ id: `f${number}`, file, kind, alt: described, people, stands_alone: alone });
    }
    return present({
      ...withPerson(old, others, () => ask('depicted')),
      ...{ kind, alt: described },
      ...(cameWords ? { stands_alone: undefined } : {}),
    });
  });
}

/** Another recording is another part: what was made of the one before, and who was heard in it, goes with it. */
function voiceOf({ record, words }: Before, { sound, words: written }: Answers, ask: Ask): unknown {
  const old = record['voice'] as Fields | undefined;
  if (sound === undefined) return undefined;
  if (old?.['file'] === sound.file) {
    const cameWords = !hasText(words) && hasText(written);
    const kept = withPerson(old, sound.others, () => ask('voice'));
    return present({ ...kept, ...(cameWords ? { stands_alone: undefined } : {}) });
  }
  const people = sound.others === 'nobody' ? undefined : ask('voice');
  const alone = hasText(written) ? undefined : true;
  return present({ id: old?.['id'] ?? 'v1', file: sound.file, people, stands_alone: alone });
}

function withPerson(part: Fields, others: Answers['others'], ask: () => readonly string[]): Fields {
  const people = (part['people'] ?? []) as readonly string[];
  const isAsked = people.some((person) => person !== MAKER);
  return others === 'nobody' || isAsked ? part : { ...part, people: [...people, ...ask()] };
}

/** What was written beside a topic stays with it. */
function notesOf(record: Fields, { notes }: Answers): readonly Fields[] {
  const known = listIn(record, 'content_notes');
  return notes.map((topic) => known.find((each) => each['topic'] === topic) ?? { topic });
}

/** Their own yes alone; where it was taken back, stopped or has run out, it is no longer theirs to write here. */
function makersConsent(record: Fields, read: Consent, given: Answers, day: Day): Fields {
  const { approved: _seenBefore, ...kept } = record;
  const age = { age_band: given.age ?? read.age_band };
  if (read.state !== 'given' && read.state !== 'renewed') return present({ ...kept, ...age });
  const grants = grantsOf(given);
  const isSame = isDeepStrictEqual(grants, read.grants ?? {});
  const exhibitions = grants['exhibition'] === undefined ? read.exhibitions : 'any';
  return present({
    ...{ ...kept, ...age, grants, exhibitions: read.exhibitions ?? exhibitions },
    given_on: isSame ? read.given_on : day,
  });
}

/** Of a part that is still there, or of the words. */
function saysNobody(old: Answers, given: Answers): boolean {
  const before = new Map(old.pictures.map(({ file, others }) => [file, others]));
  const isTakenBack = (was: Answers['others'], now: Answers['others']): boolean =>
    was === 'somebody' && now === 'nobody';
  return (
    isTakenBack(old.others, given.others) ||
    given.pictures.some(({ file, others }) => isTakenBack(before.get(file), others)) ||
    (old.sound !== undefined &&
      old.sound.file === given.sound?.file &&
      isTakenBack(old.sound.others, given.sound.others))
  );
}

const YOUNGEST_FIRST: readonly AgeBand[] = ['child', 'young-person', 'adult'];

function isOlder(was: AgeBand | undefined, now: AgeBand | undefined): boolean {
  if (was === undefined || now === undefined) return false;
  return YOUNGEST_FIRST.indexOf(now) > YOUNGEST_FIRST.indexOf(was);
}

function listIn(record: Fields, key: string): readonly Fields[] {
  return Array.isArray(record[key]) ? (record[key] as Fields[]) : [];
}

const filled = <T>(list: readonly T[]): readonly T[] | undefined =>
  list.length === 0 ? undefined : list;
