import { NAMED_KINDS } from '#consent/decision.ts';
import { USES } from '#consent/uses.ts';
import type { ContributionFields } from '#records/contribution.ts';
import type { RecordForm } from '#repository/record-text.ts';
import { type Answers, answers } from './answers.ts';
import { KINDS_OF, MAKER, present } from './to-record.ts';

/**
 * What a maker answers in the editor: the questions of the form, and nothing else of a record. Strict: who it
 * belongs to, whether it was checked, whether it is held, and what others said are no answers, so that a
 * form that brings them is not taken.
 */
const ownAnswers = answers.pick({
  language: true,
  title: true,
  words: true,
  pictures: true,
  sound: true,
  others: true,
  grants: true,
  credit: true,
  notes: true,
  age: true,
});

/** The names of the answers, as the form in the editor and what it sends have them. */
export const OWN_ANSWERS = Object.keys(ownAnswers.shape) as readonly string[];

/**
 * What the editor sent of a piece of somebody's own, as answers; or why it is not taken. A place of a list in
 * which no file was put yet is none.
 */
export function readOwnAnswers({
  record,
  words,
}: RecordForm): Answers | 'not-answers' | 'too-long' {
  const { pictures, sound } = record;
  const isKnown = Object.keys(record).every((key) => key !== 'words' && OWN_ANSWERS.includes(key));
  // Which part of the record a picture is, the server knows by its file.
  if (!isKnown || (Array.isArray(pictures) && pictures.some(hasId))) return 'not-answers';
  const whole = {
    ...record,
    words,
    pictures: Array.isArray(pictures) ? pictures.filter(hasFile) : pictures,
    sound: hasFile(sound) ? sound : undefined,
  };
  const read = ownAnswers.safeParse(JSON.parse(JSON.stringify(whole)));
  if (!read.success)
    return read.error.issues.every(({ code }) => code === 'too_big') ? 'too-long' : 'not-answers';
  return answers.parse(read.data);
}

function hasId(each: unknown): boolean {
  return typeof each === 'object' && each !== null && 'id' in each;
}

function hasFile(each: unknown): boolean {
  return typeof each !== 'object' || each === null || Array.isArray(each) || 'file' in each;
}

/**
 * The answers that a record holds, to be changed by its maker: of other people no more than whether somebody
 * is in a part. A yes to pictures is there only where it is one to every kind of picture in it.
 */
export function ownAnswersIn(fields: ContributionFields, words: string): Answers {
  const { title, language, photos, voice, credit, content_notes, consents } = fields;
  const maker = consents.find(isOwnConsent);
  const given = answers.parse({
    title,
    language,
    words,
    pictures: photos.map(({ id, file, kind, alt, people }) =>
      present({ id, file, drawing: kind === 'artwork', alt, others: othersIn(people) }),
    ),
    sound: voice && { file: voice.file, others: othersIn(voice.people) },
    others: othersIn(consents.filter(isInWords).map(({ person }) => person)),
    credit: credit?.as && present({ as: credit.as, name: credit.name }),
    notes: content_notes.map(({ topic }) => topic),
    age: maker?.age_band,
  });
  const yes = USES.map((use) => {
    const to = maker?.grants?.[use] ?? [];
    const isYes = (kind: (typeof NAMED_KINDS)[number]): boolean => {
      const all = KINDS_OF[kind](given);
      return all.length > 0 && all.every((each) => to.includes(each));
    };
    return [use, NAMED_KINDS.filter(isYes)] as const;
  });
  return { ...given, grants: Object.fromEntries(yes.filter(([, kinds]) => kinds.length > 0)) };
}

type Consent = ContributionFields['consents'][number];

/** The record of whoever made it by the form or in the editor. */
export function isOwnConsent({ person, interest }: Consent): boolean {
  return person === MAKER && interest === 'contributor';
}

const isInWords = ({ interest }: Consent): boolean => interest === 'identifiable-in-words';

/** Somebody else is in it, whatever they said; of whom it is, nothing is told. */
function othersIn(people: readonly string[]): Answers['others'] {
  return people.some((person) => person !== MAKER) ? 'somebody' : 'nobody';
}
