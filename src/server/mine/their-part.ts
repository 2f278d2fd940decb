import type { TheirAnswer, TheirThing } from '#components/own-piece.ts';
import type { Kind, NamedKind } from '#consent/decision.ts';
import type { HeldContribution } from '#repository/archive.ts';

/** What of a contribution one person is in who did not make it; nothing else is shown to them. */
export interface TheirPart {
  readonly things: readonly TheirThing[];
  /** The kinds of part that their yes is asked for, as a record names them. */
  readonly kinds: readonly Kind[];
  readonly answer: TheirAnswer;
  /** They may answer now: who took a yes back, or was stopped, is asked anew by a person. */
  readonly mayAnswer: boolean;
}

/** The picture, the recording or the words that somebody is in (docs/content-format.md, "Who must have said yes"). */
export function theirPart(
  held: HeldContribution,
  person: string,
  fileAt: (part: string) => string,
): TheirPart {
  const { photos, voice, consents, title, language } = held.fields;
  const theirs = consents.filter((record) => record.person === person);
  const has = (interest: string): boolean => theirs.some((each) => each.interest === interest);
  const pictures = photos.filter(({ people }) => people.includes(person));
  const isHeard = voice !== undefined && (has('voice') || voice.people.includes(person));
  const isNamed = has('identifiable-in-words');
  const { answer, mayAnswer } = answerOf(theirs);
  const isMakers = theirs.some(({ interest }) => !IN_IT.includes(interest));
  return {
    things: [
      ...pictures.map(({ id, alt = '' }): TheirThing => ({
        kind: 'picture',
        src: fileAt(id),
        alt,
      })),
      ...(isHeard ? [{ kind: 'voice', src: fileAt(voice.id) } as const] : []),
      ...(isNamed ? [{ kind: 'words', title, words: held.body, language } as const] : []),
    ],
    kinds: [
      ...new Set([
        ...(isNamed ? ['words' as const] : []),
        ...pictures.map(({ kind }) => kind),
        ...(isHeard ? ['voice' as const] : []),
      ]),
    ],
    answer,
    mayAnswer: mayAnswer && !isMakers && pictures.length + Number(isHeard) + Number(isNamed) > 0,
  };
}

/** Who is in it and did not make it; a record that does not say counts as a maker's, and is asked by a person. */
export const IN_IT: readonly (string | undefined)[] = [
  'depicted',
  'voice',
  'identifiable-in-words',
];

/** The columns in which they are asked: pictures are one, though a record tells drawings apart. */
export function namedKinds(kinds: readonly Kind[]): readonly NamedKind[] {
  return [...new Set(kinds.map((kind) => NAMED[kind]))];
}

/** What a record calls the kinds that are asked about as one. */
export function kindsNamed(named: NamedKind, kinds: readonly Kind[]): readonly Kind[] {
  return kinds.filter((kind) => NAMED[kind] === named);
}

const NAMED: Readonly<Record<Kind, NamedKind>> = {
  words: 'words',
  photo: 'pictures',
  artwork: 'pictures',
  voice: 'voice',
};

type Theirs = HeldContribution['fields']['consents'];

function answerOf(theirs: Theirs): Pick<TheirPart, 'answer' | 'mayAnswer'> {
  const states = theirs.map(({ state = 'unknown' }) => state);
  const has = (...any: readonly string[]): boolean => states.some((state) => any.includes(state));
  if (states.length === 0 || has('withdrawn', 'revoked', 'invalidated'))
    return { answer: 'back', mayAnswer: false };
  if (has('refused')) return { answer: 'no', mayAnswer: true };
  return states.every((state) => state === 'given' || state === 'renewed')
    ? { answer: 'yes', mayAnswer: false }
    : { answer: 'open', mayAnswer: true };
}
