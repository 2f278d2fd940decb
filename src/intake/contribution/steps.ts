import { NAMED_KINDS } from '#consent/decision.ts';
import { USES } from '#consent/uses.ts';
import { EXPLAINERS, INTERPRETERS, METHODS_FOR_OTHERS } from '#records/consent-capture.ts';
import { AGE_BANDS, CREDITS, TOPICS } from '#records/contribution.ts';
import { registeredTag } from '#records/language-tag.ts';
import { refusedCharacter } from '#records/text-rules.ts';
import { type Answers, answers, hasText, kindsGiven, OTHERS } from './answers.ts';

/** The questions, one a page, in the order in which they are asked. */
export const STEP_NAMES = [
  'paper',
  'explained',
  'language',
  'words',
  'pictures',
  'describe',
  'sound',
  'others',
  'uses',
  'credit',
  'notes',
  'age',
  'look',
] as const;
export type StepName = (typeof STEP_NAMES)[number];

/** What whoever tells it is asked: these have numbers, the same on a phone and on paper. */
export const QUESTIONS: readonly StepName[] = STEP_NAMES.filter(
  (name) => name !== 'paper' && name !== 'explained',
);

/** What a form sent, by the names of its fields; a field that was left empty may be absent. */
export interface SentFields {
  readonly one: (name: string) => string | undefined;
  readonly all: (name: string) => readonly string[];
}

/** Why an answer was not taken. Nothing of it is lost: the page shows it again. */
export type StepProblem =
  'nothing-given' | 'too-long' | 'no-language' | 'no-name' | 'not-explained' | 'character';

export type Taken =
  | { readonly kind: 'taken'; readonly answers: Answers }
  | { readonly kind: 'not-taken'; readonly problem: StepProblem };

interface Step {
  /** Is there something to ask about? */
  readonly isAsked: (given: Answers) => boolean;
  /** Is something of it without an answer that was never said no to? */
  readonly isOpen?: (given: Answers) => boolean;
  /** The answers with what this page says put into them. What is not on this page stays. */
  readonly take: (sent: SentFields, given: Answers) => Partial<Answers> | StepProblem;
}

const always = (): boolean => true;
const hasPictures = ({ pictures }: Answers): boolean => pictures.length > 0;
const hasSomething = (given: Answers): boolean => kindsGiven(given).length > 0;
const among = <T extends string>(list: readonly T[], value: string | undefined): T | undefined =>
  list.find((each) => each === value);
const typed = (value: string | undefined): string | undefined =>
  hasText(value) ? value : undefined;

const isForOther = ({ method }: Answers): boolean => method !== 'online';

const STEPS: Readonly<Record<StepName, Step>> = {
  // A photograph comes by an address of its own.
  paper: { isAsked: isForOther, take: () => ({}) },
  explained: {
    isAsked: isForOther,
    take: (sent) => {
      const by = among(EXPLAINERS, sent.one('by'));
      const how = among(METHODS_FOR_OTHERS, sent.one('how'));
      const language = registeredTag(sent.one('explained-language') ?? '');
      if (by === undefined || how === undefined || language === undefined) return 'not-explained';
      return {
        explained: { by, how, language, interpreter: among(INTERPRETERS, sent.one('interpreter')) },
      };
    },
  },
  language: {
    isAsked: always,
    take: (sent) => {
      const language = registeredTag(sent.one('language') ?? '');
      return language === undefined ? 'no-language' : { language };
    },
  },
  words: {
    isAsked: always,
    // A browser sends each end of a line as two signs; what was typed has one.
    take: (sent) => ({
      title: typed(sent.one('title')),
      words: typed(sent.one('words')?.replaceAll('\r\n', '\n')),
    }),
  },
  // Files come by an address of their own (`files.ts`).
  pictures: { isAsked: always, take: () => ({}) },
  describe: {
    isAsked: hasPictures,
    isOpen: ({ pictures }) => pictures.some(({ alt }) => !hasText(alt)),
    take: (sent, { pictures }) => ({
      pictures: pictures.map((picture) => ({
        ...picture,
        alt: typed(sent.one(`alt-${picture.file}`)),
        drawing: sent.one(`drawing-${picture.file}`) === 'yes',
      })),
    }),
  },
  sound: {
    isAsked: always,
    // The last page on which something is given.
    take: (_sent, given) => (hasSomething(given) ? {} : 'nothing-given'),
  },
  others: {
    isAsked: hasSomething,
    isOpen: ({ words, others, pictures, sound }) =>
      (hasText(words) && others === undefined) ||
      [...pictures, ...(sound ? [sound] : [])].some((part) => part.others === undefined),
    take: (sent, { pictures, sound }) => ({
      others: among(OTHERS, sent.one('others-words')),
      sound: sound && { ...sound, others: among(OTHERS, sent.one('others-sound')) },
      pictures: pictures.map((picture) => ({
        ...picture,
        others: among(OTHERS, sent.one(`others-${picture.file}`)),
      })),
    }),
  },
  uses: {
    isAsked: hasSomething,
    isOpen: (given) =>
      kindsGiven(given).some((kind) => USES.every((use) => !given.grants[use]?.includes(kind))),
    take: (sent) => {
      const ticked = new Set(sent.all('yes'));
      const yes = USES.map(
        (use) => [use, NAMED_KINDS.filter((kind) => ticked.has(`${use} ${kind}`))] as const,
      );
      return { grants: Object.fromEntries(yes.filter(([, kinds]) => kinds.length > 0)) };
    },
  },
  credit: {
    isAsked: always,
    take: (sent) => {
      const as = among(CREDITS, sent.one('as'));
      if (as === undefined) return { credit: undefined };
      if (as === 'anonymous') return { credit: { as } };
      const name = typed(sent.one('name'))?.trim();
      return name === undefined ? 'no-name' : { credit: { as, name } };
    },
  },
  notes: {
    isAsked: always,
    take: (sent) => ({ notes: TOPICS.filter((topic) => sent.all('note').includes(topic)) }),
  },
  age: {
    isAsked: always,
    take: (sent) => ({ age: among(AGE_BANDS, sent.one('age')) }),
  },
  // Seen as it will be, and sent: the server does the rest.
  look: {
    isAsked: always,
    take: (_sent, given) => {
      if (isForOther(given) && given.explained?.how === undefined) return 'not-explained';
      return hasSomething(given) ? {} : 'nothing-given';
    },
  },
};

/** Takes one page of answers. What a browser sends of anything else is not looked at. */
export function takeStep(step: StepName, sent: SentFields, given: Answers): Taken {
  const taken = STEPS[step].take(sent, given);
  if (typeof taken === 'string') return { kind: 'not-taken', problem: taken };
  const next = { ...given, ...taken, paper: withoutStep(step, given) };
  if (Object.values(taken).some(holdsRefused)) return { kind: 'not-taken', problem: 'character' };
  const read = answers.safeParse(JSON.parse(JSON.stringify(next)));
  return read.success
    ? { kind: 'taken', answers: read.data }
    : { kind: 'not-taken', problem: 'too-long' };
}

/** What was read of a question is over when a person has saved it. */
function withoutStep(step: StepName, { paper }: Answers): Answers['paper'] {
  const rest = Object.entries(paper).map(
    ([side, boxes]) => [side, boxes.filter((box) => box.step !== step)] as const,
  );
  return Object.fromEntries(rest);
}

/** In any text of an answer: a character that nobody can see and that no text may hold. */
function holdsRefused(value: unknown): boolean {
  if (typeof value === 'string') return refusedCharacter(value) !== undefined;
  return value !== null && typeof value === 'object' && Object.values(value).some(holdsRefused);
}

/** The questions that are asked of these answers, in their order. */
export function stepsFor(given: Answers): readonly StepName[] {
  return STEP_NAMES.filter((name) => STEPS[name].isAsked(given));
}

/** The page after this one; the last has none. */
export function stepAfter(step: StepName, given: Answers): StepName | undefined {
  const asked = stepsFor(given);
  return asked[asked.indexOf(step) + 1];
}

/** Of a change, where all was answered once: the next page on which something is open, or the last. */
export function nextOpen(step: StepName, given: Answers): StepName {
  const asked = stepsFor(given);
  const later = asked.slice(asked.indexOf(step) + 1);
  return later.find((name) => STEPS[name].isOpen?.(given)) ?? 'look';
}

/** The page before this one; the first has none. */
export function stepBefore(step: StepName, given: Answers): StepName | undefined {
  const asked = stepsFor(given);
  return asked[asked.indexOf(step) - 1];
}
