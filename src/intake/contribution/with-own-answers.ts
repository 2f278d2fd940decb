import { isDeepStrictEqual } from 'node:util';
import type { Day } from '#consent/decision.ts';
import type { AgeBand, ContributionFields } from '#records/contribution.ts';
import type { RecordForm } from '#repository/record-text.ts';
import { type Answers, hasText } from './answers.ts';
import { ownAnswersIn, isOwnConsent } from './own-answers.ts';
import {
  type Fields,
  listIn,
  type OtherInterest,
  overRecord,
  type RecordBefore,
} from './over-record.ts';
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

type Consent = ContributionFields['consents'][number];

/**
 * A record with what its maker changed in it, and all else as it stands. It never opens anything of somebody
 * else's: who is in it stays in it, a hold and an embargo stay, a check is over unless it said no, and the
 * maker's approval goes, so that they are asked anew (docs/consent.md §3.4, rows 7, 14 and 15). Pure.
 */
export function withOwnAnswers(
  before: RecordBefore,
  given: Answers,
  context: ChangeContext,
): OwnChange {
  const { record, fields } = before;
  const old = ownAnswersIn(fields, before.words ?? '');
  const maker = fields.consents.find(isOwnConsent);
  if (maker === undefined) return { kind: 'refused', why: 'no-maker' };
  if (saysNobody(old, given)) return { kind: 'refused', why: 'somebody-in-it' };
  if (isOlder(maker.age_band, given.age)) return { kind: 'refused', why: 'older' };
  const asked: Fields[] = [];
  const ask = (interest: OtherInterest): string => {
    const person = context.newPerson();
    asked.push({ person, interest, state: 'unknown' });
    return person;
  };
  const made = overRecord(before, withIds(record, given), {
    ...{ title: fields.title, language: fields.language },
    peopleIn: ({ interest, people }, others) => {
      const isAsked = people.some((person) => person !== MAKER);
      return others === 'nobody' || isAsked ? people : [...people, ask(interest)];
    },
  });
  if (hasText(given.words) && given.others !== 'nobody' && old.others === 'nobody')
    ask('identifiable-in-words');
  const consents = listIn(record, 'consents').map((each) =>
    isOwnConsent(each as Consent) ? changedConsent(each, maker, given, context.day) : each,
  );
  const next = {
    ...made.record,
    review: fields.review?.outcome === 'refused' ? record['review'] : { outcome: 'pending' },
    consents: [...consents, ...asked],
  };
  return { kind: 'changed', form: { record: present(next), words: made.words } };
}

/** The editor sends no id of a part: one that was there has its own, and what is new the next that nothing had. */
function withIds(record: Fields, given: Answers): Answers {
  const known = listIn(record, 'photos');
  let number = Math.max(0, ...known.map(({ id }) => Number(/\d+$/.exec(String(id))?.[0] ?? 0)));
  const pictures = given.pictures.map((picture) => {
    const old = known.find(({ file }) => file === picture.file);
    if (old === undefined) number += 1;
    return { ...picture, id: old === undefined ? `f${number}` : String(old['id']) };
  });
  return { ...given, pictures };
}

/** Their own yes alone; where it was taken back, stopped or has run out, it is no longer theirs to write here. */
function changedConsent(record: Fields, read: Consent, given: Answers, day: Day): Fields {
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
