import { describe, expect, test } from 'vitest';
import { answers } from '#intake/contribution/answers.ts';
import { boxesToLookAt, readFor, withTicks } from '#intake/contribution/read-boxes.ts';
import { stepsFor, takeStep } from '#intake/contribution/steps.ts';

const begun = answers.parse({ method: 'in-person', words: 'Told to me' });
const box = (step: string, field: string, value: string, state = 'ticked') => ({
  ...{ step, field, value },
  state: state as 'ticked' | 'empty' | 'doubtful',
});

describe('what was read of a photographed form', () => {
  test('is kept without what is empty, and two ticks where one is asked for are both doubtful', () => {
    const kept = boxesToLookAt([
      box('age', 'age', 'adult'),
      box('age', 'age', 'child'),
      box('uses', 'yes', 'web words'),
      box('uses', 'yes', 'print words'),
      box('uses', 'yes', 'ai words', 'doubtful'),
      box('uses', 'yes', 'press words', 'empty'),
    ]);
    expect(kept.map(({ value, isDoubtful }) => [value, isDoubtful])).toEqual([
      ['adult', true],
      ['child', true],
      ['web words', false],
      ['print words', false],
      ['ai words', true],
    ]);
  });

  test('stands in its question for a person to save, and is an answer only then', () => {
    const front = [
      { step: 'uses', field: 'yes', value: 'web words', isDoubtful: false },
      { step: 'uses', field: 'yes', value: 'ai words', isDoubtful: true },
      { step: 'age', field: 'age', value: 'adult', isDoubtful: false },
    ];
    const given = { ...begun, paper: { front } };
    expect(given.grants).toEqual({});
    expect(withTicks('uses', given).grants).toEqual({ web: ['words'] });
    expect(withTicks('notes', given)).toEqual(given);
    const saved = takeStep('uses', { one: () => undefined, all: () => [] }, given);
    expect(saved).toMatchObject({ kind: 'taken', answers: { grants: {} } });
    const after = saved.kind === 'taken' ? saved.answers : given;
    expect(readFor('uses', after)).toEqual([]);
    expect(withTicks('uses', after).grants).toEqual({});
    expect(readFor('age', after)).toHaveLength(1);
  });

  test('names pictures by their number on the paper, whatever their files are called', () => {
    const pictures = [{ file: 'f3.avif' }, { file: 'f7.avif' }];
    const front = [{ step: 'others', field: 'others-1', value: 'nobody', isDoubtful: false }];
    const given = answers.parse({ method: 'in-person', pictures, paper: { front } });
    expect(withTicks('others', given).pictures.map(({ others }) => others)).toEqual([
      undefined,
      'nobody',
    ]);
  });
});

test('who explained it is asked of nobody who writes for themselves, and must be said by whoever does not', () => {
  const own = answers.parse({ words: 'Mine' });
  expect(stepsFor(own)).not.toContain('explained');
  expect(stepsFor(begun).slice(0, 2)).toEqual(['paper', 'explained']);
  const fields = { by: 'champion', how: 'paper', 'explained-language': 'ur' } as const;
  for (const missing of Object.keys(fields)) {
    const one = (name: string) =>
      name === missing ? undefined : (fields as Readonly<Record<string, string>>)[name];
    expect(takeStep('explained', { one, all: () => [] }, begun)).toEqual({
      kind: 'not-taken',
      problem: 'not-explained',
    });
  }
  const nothing = { one: () => undefined, all: () => [] };
  expect(takeStep('look', nothing, begun)).toMatchObject({ problem: 'not-explained' });
  const said = { ...begun, explained: { by: 'champion', how: 'paper', language: 'ur' } } as const;
  expect(takeStep('look', nothing, said).kind).toBe('taken');
});
