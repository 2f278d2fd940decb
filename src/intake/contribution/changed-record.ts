import { createHash } from 'node:crypto';
import type { ConsentState } from '#consent/decision.ts';
import type { ContributionFields } from '#records/contribution.ts';
import type { RecordForm } from '#repository/record-text.ts';
import { type Answers, hasText } from './answers.ts';
import { heardIn, namedIn } from './answers-in.ts';
import { type Fields, type OtherInterest, overRecord, type RecordBefore } from './over-record.ts';
import { kindGiven, makersConsent, type RecordContext } from './to-record.ts';

/** What a changed record is made with beside the answers. */
export interface ChangeContext extends RecordContext {
  /** Names this one change, so that whoever is added by it is nobody who was in the piece before. */
  readonly seed: string;
}

type Consent = ContributionFields['consents'][number];

/**
 * The record of a piece that its maker changed, from their answers and the record before. Pure. Their own yes
 * is given anew, as of today; whoever else is in it stays with what they answered, and whoever may have
 * come into it was not asked. Whether it is held stays as it was, and it waits for a facilitator again.
 */
export function changedRecord(
  before: RecordBefore,
  given: Answers,
  context: ChangeContext,
): RecordForm {
  const { fields: was } = before;
  const title = hasText(given.title) ? (given.title ?? '') : context.untitled(kindGiven(given));
  const isSameText = was.title === title && textOf(before.words) === textOf(given.words);
  const others = othersIn(before, given, { context, isSameText });
  const made = overRecord(before, given, {
    ...{ title, language: context.asked },
    peopleIn: ({ file, interest }) =>
      (interest === 'voice' ? others.voice : others.pictures.get(file)) ?? [],
  });
  const thanks = was.consents.find(({ interest }) => interest === 'contributor')?.thanks;
  const record = {
    ...made.record,
    ...{ review: { outcome: 'pending' }, hold: was.hold },
    consents: [{ ...makersConsent(given, context), thanks }, ...others.consents],
  };
  return { ...made, record: JSON.parse(JSON.stringify(record)) as Fields };
}

const textOf = (words: string | undefined): string => (hasText(words) ? (words ?? '') : '');

interface OthersNow {
  /** By the name of the file. */
  readonly pictures: ReadonlyMap<string, readonly string[]>;
  readonly voice: readonly string[];
  readonly consents: readonly Fields[];
}

/**
 * Everybody else, as they answered. Who never answered goes with the part they were in, or where its maker
 * now says that nobody is in it; a no stays whatever is taken out. A yes to words is to those words.
 */
function othersIn(
  { fields: was }: RecordBefore,
  given: Answers,
  { context, isSameText }: { readonly context: ChangeContext; readonly isSameText: boolean },
): OthersNow {
  const fresh: Fields[] = [];
  const settle = (
    before: readonly string[],
    others: Answers['others'],
    part: { readonly name: string; readonly interest: OtherInterest },
  ): readonly string[] => {
    const stay = before.filter((each) => others !== 'nobody' || hasAnswered(was, each));
    if (stay.length > 0 || others === 'nobody') return stay;
    const person = personFor(context.seed, part.name);
    fresh.push({ person, interest: part.interest, state: 'unknown' });
    return [person];
  };
  const pictures = new Map(
    given.pictures.map(({ file, others }) => {
      const people = was.photos.find((photo) => photo.file === file)?.people ?? [];
      return [file, settle(people, others, { name: file, interest: 'depicted' })] as const;
    }),
  );
  const { sound } = given;
  const heard = sound !== undefined && sound.file === was.voice?.file ? heardIn(was) : [];
  const voice = sound
    ? settle(heard, sound.others, { name: sound.file, interest: 'voice' })
    : ([] as const);
  const words = hasText(given.words)
    ? settle(namedIn(was), given.others, { name: 'words', interest: 'identifiable-in-words' })
    : [];
  const now: Places = { pictures: [...pictures.values()].flat(), voice, words };
  const before: Places = {
    pictures: was.photos.flatMap(({ people }) => people),
    ...{ voice: heardIn(was), words: namedIn(was) },
  };
  const kept = was.consents
    .filter(({ interest }) => interest !== 'contributor')
    .filter((each) => isFirm(each) || !isIn(before, each) || isIn(now, each))
    .map((each) => (isSameText || !isYesToWords(each) ? each : notAskedAgain(each)));
  const inVoice = was.voice?.people ?? [];
  const spoken = voice.filter((each) => inVoice.includes(each) || !heard.includes(each));
  return { pictures, voice: spoken, consents: [...kept, ...fresh] };
}

interface Places {
  readonly pictures: readonly string[];
  readonly voice: readonly string[];
  readonly words: readonly string[];
}

function isIn({ pictures, voice, words }: Places, { person, interest }: Consent): boolean {
  const isNamed = interest === 'identifiable-in-words' && words.includes(person);
  return pictures.includes(person) || voice.includes(person) || isNamed;
}

const NOT_ANSWERED: readonly (ConsentState | undefined)[] = [
  ...[undefined, 'unknown', 'requested', 'deferred'],
] as const;
const YES: readonly (ConsentState | undefined)[] = ['given', 'renewed'];

function hasAnswered({ consents }: ContributionFields, person: string): boolean {
  return consents.some((each) => each.person === person && !NOT_ANSWERED.includes(each.state));
}

/** A no, or what was stopped: it is never forgotten by a change. */
function isFirm({ state }: Consent): boolean {
  return !NOT_ANSWERED.includes(state) && !YES.includes(state);
}

function isYesToWords({ interest, state }: Consent): boolean {
  return interest === 'identifiable-in-words' && YES.includes(state);
}

function notAskedAgain({ person, interest }: Consent): Fields {
  return { person, interest, state: 'unknown' };
}

/** The same each time this change is looked at, and nobody's of another one. */
function personFor(seed: string, part: string): string {
  return `p${createHash('sha256').update(`${seed} ${part}`).digest('hex').slice(0, 12)}`;
}
