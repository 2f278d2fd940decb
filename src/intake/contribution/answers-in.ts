import { NAMED_KINDS, type Kind, type NamedKind } from '#consent/decision.ts';
import { USES } from '#consent/uses.ts';
import type { ContributionFields } from '#records/contribution.ts';
import { type Answers, answers, hasText, type OTHERS } from './answers.ts';
import { numberIn } from './files.ts';
import type { RecordBefore } from './over-record.ts';

/**
 * What a record answers to the questions of the form, as far as it can be told; whether that is all it says,
 * `answersFrom` finds out. Pure. @throws where it says what no answer can be
 */
export function answersIn({ fields, words }: RecordBefore): Answers {
  const { title, language, photos, voice, credit, content_notes, consents } = fields;
  const maker = consents.find(({ interest }) => interest === 'contributor');
  const files = [...photos.map(({ file }) => file), ...(voice ? [voice.file] : [])];
  return answers.parse({
    ...{ language, title, words: hasText(words) ? words : undefined, credit },
    pictures: photos.map(({ id, file, kind, alt, people }) => ({
      ...{ id, file, drawing: kind === 'artwork', alt, others: othersWhere(people) },
    })),
    sound: voice && { file: voice.file, others: othersWhere(heardIn(fields)) },
    counted: Math.max(0, ...files.map(numberIn)),
    others: othersWhere(namedIn(fields)),
    grants: grantsIn(fields),
    notes: content_notes.map(({ topic }) => topic),
    ...{ age: maker?.age_band, onWithdrawal: maker?.on_withdrawal },
  });
}

function othersWhere(people: readonly string[]): (typeof OTHERS)[number] {
  return people.length > 0 ? 'somebody' : 'nobody';
}

/** What the form asks about as one; a record tells drawings and photographs apart. */
export const NAMED: Readonly<Record<Kind, NamedKind>> = {
  words: 'words',
  photo: 'pictures',
  artwork: 'pictures',
  voice: 'voice',
};

/** Of what is there; words are, for there is a title. */
function grantsIn({ consents, photos, voice }: ContributionFields) {
  const grants = consents.find(({ interest }) => interest === 'contributor')?.grants ?? {};
  const there = { words: true, pictures: photos.length > 0, voice: voice !== undefined };
  const yes = USES.flatMap((use) => {
    const named = new Set((grants[use] ?? []).map((kind) => NAMED[kind]));
    const kinds = NAMED_KINDS.filter((kind) => named.has(kind) && there[kind]);
    return kinds.length === 0 ? [] : [[use, kinds] as const];
  });
  return Object.fromEntries(yes);
}

/** Whoever is heard, wherever the record says so. */
export function heardIn({ voice, consents }: ContributionFields): readonly string[] {
  if (voice === undefined) return [];
  const said = consents.filter(({ interest }) => interest === 'voice');
  return [...new Set([...voice.people, ...said.map(({ person }) => person)])];
}

/** Whoever can be known from the words, or could be. */
export function namedIn({ consents }: ContributionFields): readonly string[] {
  const named = consents.filter(({ interest }) => interest === 'identifiable-in-words');
  return named.map(({ person }) => person);
}
