import { createHash } from 'node:crypto';
import type { ConsentState } from '#consent/decision.ts';
import type { ContributionFields } from '#records/contribution.ts';
import type { RecordForm } from '#repository/record-text.ts';
import { type Answers, hasText } from './answers.ts';
import { answersIn, heardIn, namedIn, type RecordBefore } from './answers-in.ts';
import { type RecordContext, toRecord } from './to-record.ts';

/** What a changed record is made with beside the answers. */
export interface ChangeContext extends RecordContext {
  /** Names this one change, so that whoever is added by it is nobody who was in the piece before. */
  readonly seed: string;
}

/** What facilitators say of a piece and its maker is not asked: it stays as it is. */
const LABELS = ['told', 'series', 'themes', 'places', 'embargo_until', 'published_on'] as const;

type OfRecord = Readonly<Record<string, unknown>>;
type Consent = ContributionFields['consents'][number];
type OtherInterest = 'depicted' | 'voice' | 'identifiable-in-words';

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
  const made = toRecord(given, context);
  const { photos, voice, consents, kind, ...rest } = made.record as OfRecord & Made;
  const others = othersIn(before, given, { context, isSameText: isSameText(before, made) });
  const [maker] = consents;
  const thanks = was.consents.find(({ interest }) => interest === 'contributor')?.thanks;
  const record = {
    ...{ ...rest, kind: kindOf(before, context) ?? kind },
    content_notes: filled(given.notes.map((topic) => noteOf(was, topic))),
    photos: filled((photos ?? []).map((photo) => photoOf(was, photo, others.pictures))),
    voice: voice && {
      ...partOf(was.voice?.file === voice.file ? was.voice : undefined, voice),
      people: filled(others.voice),
    },
    ...Object.fromEntries(LABELS.map((label) => [label, labelOf(was[label])])),
    hold: was.hold,
    consents: [{ ...maker, thanks }, ...others.consents],
  };
  return { record: JSON.parse(JSON.stringify(record)) as OfRecord, words: made.words };
}

interface Made {
  readonly photos?: readonly (OfRecord & { readonly file: string })[];
  readonly voice?: OfRecord & { readonly file: string };
  readonly consents: readonly OfRecord[];
  readonly kind: string;
}

function isSameText({ fields, words }: RecordBefore, { record, words: now }: RecordForm): boolean {
  return fields.title === record['title'] && textOf(words) === textOf(now);
}

const textOf = (words: string | undefined): string => (hasText(words) ? (words ?? '') : '');

/** What a facilitator said more exactly than what was given tells. */
function kindOf(before: RecordBefore, context: RecordContext): string | undefined {
  const { kind } = before.fields;
  return toRecord(answersIn(before), context).record['kind'] === kind ? undefined : kind;
}

function labelOf(value: unknown): unknown {
  return Array.isArray(value) ? filled(value) : value;
}

/** With the words that stood beside it. */
function noteOf({ content_notes }: ContributionFields, topic: string) {
  return { topic, words: content_notes.find((note) => note.topic === topic)?.words };
}

function photoOf(
  { photos }: ContributionFields,
  photo: OfRecord & { readonly file: string },
  people: ReadonlyMap<string, readonly string[]>,
): OfRecord {
  const was = photos.find(({ file }) => file === photo.file);
  const own = { caption: was?.caption, people: filled(people.get(photo.file) ?? []) };
  return { ...partOf(was, photo), ...own };
}

function partOf(was: { readonly stands_alone: boolean } | undefined, part: OfRecord): OfRecord {
  return was?.stands_alone ? { ...part, stands_alone: true } : part;
}

interface OthersNow {
  /** By the name of the file. */
  readonly pictures: ReadonlyMap<string, readonly string[]>;
  readonly voice: readonly string[];
  readonly consents: readonly OfRecord[];
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
  const fresh: OfRecord[] = [];
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

function notAskedAgain({ person, interest }: Consent): OfRecord {
  return { person, interest, state: 'unknown' };
}

/** The same each time this change is looked at, and nobody's of another one. */
function personFor(seed: string, part: string): string {
  return `p${createHash('sha256').update(`${seed} ${part}`).digest('hex').slice(0, 12)}`;
}

const filled = <T>(list: readonly T[]): readonly T[] | undefined =>
  list.length === 0 ? undefined : list;
