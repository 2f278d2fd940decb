import { describe, expect, test } from 'vitest';
import { type Answers, answers } from '#intake/contribution/answers.ts';
import {
  QUESTIONS,
  type SentFields,
  STEP_NAMES,
  stepAfter,
  stepBefore,
  stepsFor,
  type StepName,
  takeStep,
} from '#intake/contribution/steps.ts';
import { fc } from '#support/properties.ts';

const NOTHING = answers.parse({});
const FULL = answers.parse({
  ...{ language: 'ur', title: 'بارش', words: 'چائے', others: 'nobody', age: 'adult' },
  pictures: [{ file: 'f1.jpg', alt: 'A cup', others: 'nobody' }],
  sound: { file: 'v1.webm', others: 'nobody' },
  grants: { web: ['words', 'pictures'], search: ['words'] },
  ...{ credit: { as: 'anonymous' }, notes: ['illness'] },
});

function sent(fields: Readonly<Record<string, string | readonly string[]>>): SentFields {
  const all = (name: string) => [fields[name] ?? []].flat();
  return { all, one: (name) => all(name)[0] };
}

function taken(step: StepName, fields: Parameters<typeof sent>[0], given: Answers): Answers {
  const result = takeStep(step, sent(fields), given);
  if (result.kind !== 'taken') throw new Error(`Not taken: ${result.problem}`);
  return result.answers;
}

describe('a page of questions', () => {
  test('left empty is a no, and takes back what was said on it and nothing else', () => {
    expect(taken('uses', {}, FULL)).toEqual({ ...FULL, grants: {} });
    expect(taken('notes', {}, FULL)).toEqual({ ...FULL, notes: [] });
    expect(taken('age', {}, FULL).age).toBeUndefined();
    expect(taken('credit', {}, FULL).credit).toBeUndefined();
    const { others, pictures, sound } = taken('others', {}, FULL);
    expect([others, pictures[0]?.others, sound?.others]).toEqual([undefined, undefined, undefined]);
    const { alt } = taken('describe', {}, FULL).pictures[0] ?? {};
    expect(alt).toBeUndefined();
  });

  test('takes a yes for each use and each kind by itself', () => {
    const { grants } = taken('uses', { yes: ['web words', 'web voice', 'print pictures'] }, FULL);
    expect(grants).toEqual({ web: ['words', 'voice'], print: ['pictures'] });
  });

  test('takes what was typed letter for letter, with one sign at the end of a line', () => {
    const words = '  One\r\n\r\n    two — “three” \u200f٣ \r\n';
    expect(taken('words', { title: 'A', words }, NOTHING).words).toBe(
      '  One\n\n    two — “three” \u200f٣ \n',
    );
  });

  test('refuses a character that nobody can see, in any field, and a name that is missing', () => {
    const bell = sent({
      title: 'A',
      words: 'a\u0007b',
      'alt-f1.jpg': 'a\u0007b',
      as: 'first-name',
      name: 'a\u0007b',
    });
    for (const step of ['words', 'describe', 'credit'] as const)
      expect(takeStep(step, bell, FULL)).toEqual({ kind: 'not-taken', problem: 'character' });
    expect(takeStep('credit', sent({ as: 'first-name', name: ' ' }), FULL)).toMatchObject({
      problem: 'no-name',
    });
    expect(takeStep('language', sent({ language: 'Urdu' }), NOTHING)).toMatchObject({
      problem: 'no-language',
    });
    expect(takeStep('words', sent({ title: 'x'.repeat(6000) }), NOTHING)).toMatchObject({
      problem: 'too-long',
    });
  });

  test('cannot name a file, and no field of another page is looked at', () => {
    const everything = sent({
      ...{
        file: 'other.jpg',
        pictures: 'x',
        sound: 'x',
        owner: 'x',
        review: 'cleared',
        hold: 'false',
      },
      ...{ yes: ['web words'], as: 'anonymous', age: 'adult', language: 'pa', note: 'illness' },
      ...{ by: 'champion', how: 'paper', 'explained-language': 'ur' },
    });
    const files = ({ pictures, sound }: Answers) => [pictures.map(({ file }) => file), sound?.file];
    for (const step of STEP_NAMES) {
      const result = takeStep(step, everything, FULL);
      if (result.kind !== 'taken') throw new Error(step);
      expect(files(result.answers)).toEqual(files(FULL));
      expect(Object.keys(result.answers).every((key) => key in answers.shape)).toBe(true);
    }
    expect(taken('words', { title: 'A', yes: ['web words'], age: 'adult' }, NOTHING)).toEqual({
      ...NOTHING,
      title: 'A',
    });
  });

  test('whatever is sent, what comes of it is a set of answers or a reason', () => {
    const fields = fc.dictionary(
      fc.constantFrom(
        'title',
        'words',
        'alt-f1.jpg',
        'others-f1.jpg',
        'others-words',
        'yes',
        'as',
        'name',
        'note',
        'age',
        'language',
      ),
      fc.array(fc.string({ unit: 'binary' }), { maxLength: 3 }),
      { noNullPrototype: true },
    );
    fc.assert(
      fc.property(fc.constantFrom(...STEP_NAMES), fields, (step, all) => {
        const result = takeStep(step, sent(all), FULL);
        if (result.kind === 'taken') expect(answers.safeParse(result.answers).success).toBe(true);
      }),
    );
  });
});

describe('the way through the questions', () => {
  test('asks only about what is there, and goes back the way it came', () => {
    expect(stepsFor(NOTHING)).not.toContain('uses');
    expect(stepsFor(FULL)).toEqual(QUESTIONS);
    expect(stepsFor({ ...FULL, method: 'in-person' })).toEqual([...STEP_NAMES]);
    for (const given of [NOTHING, FULL, { ...FULL, pictures: [] }])
      for (const step of stepsFor(given)) {
        const after = stepAfter(step, given);
        if (after !== undefined) expect(stepBefore(after, given)).toBe(step);
      }
    expect(stepAfter('look', FULL)).toBeUndefined();
  });

  test('asks for words, pictures and sound, and goes on from the last when one of them was given', () => {
    const blank = taken('words', { title: ' ', words: '\n' }, NOTHING);
    expect(takeStep('pictures', sent({}), blank).kind).toBe('taken');
    for (const step of ['sound', 'look'] as const) {
      expect(takeStep(step, sent({}), blank)).toMatchObject({ problem: 'nothing-given' });
      expect(takeStep(step, sent({}), taken('words', { words: 'one' }, NOTHING)).kind).toBe(
        'taken',
      );
      expect(takeStep(step, sent({}), FULL).kind).toBe('taken');
    }
  });
});
