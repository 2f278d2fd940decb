import { describe, expect, test } from 'vitest';
import { refusalsInWords } from '#consent/reasons.ts';
import { answerLine, evidenceLine, evidenceWords, gapLine, gapWords } from '#release/gap-words.ts';

const WHY = [{ reason: 'withdrawn', person: 'p1' }] as const;

describe('what facilitators are told of a work that is not shown', () => {
  const gap = { exhibition: 'spring', work: 'told01/f1', why: [] } as const;

  test.each([
    [
      'not-here',
      'There is no piece with this id: it was withdrawn, or it is not published yet. Take it out of the exhibition, or publish the piece first.',
    ],
    [
      'nothing-to-show',
      'The piece has no part with this id. Write the id of a part that is there, or leave the part out.',
    ],
    [
      'safe-copy-only',
      'Only the safe copy may hang in this exhibition, and the site shows the other one. Take it out of the exhibition, or ask again.',
    ],
  ] as const)('%s', (reason, words) => {
    expect(gapWords({ ...gap, reason })).toEqual([words]);
    expect(gapLine({ ...gap, reason })).toBe(
      `Exhibition spring: told01/f1 is not shown (${reason}). ${words}`,
    );
  });

  test('each thing that refuses it, where it is not cleared', () => {
    const words = refusalsInWords([...WHY, { reason: 'held' }]);
    expect(words.length).toBe(2);
    expect(gapLine({ ...gap, reason: 'not-cleared', why: [...WHY, { reason: 'held' }] })).toBe(
      `Exhibition spring: told01/f1 is not shown (not-cleared). ${words.join(' ')}`,
    );
  });
});

describe('what facilitators are told of a piece that does not stand behind a priority', () => {
  const gap = { priority: 'warm', piece: 'told01', why: [] } as const;

  test.each([
    ['not-here', 'It was withdrawn. Take its id out of the priority.'],
    [
      'safe-copy-only',
      'Only the safe copy may stand behind it, and the site shows the other one. Take it out of the priority, or ask again.',
    ],
  ] as const)('%s', (reason, words) => {
    expect(evidenceWords({ ...gap, reason })).toEqual([words]);
    expect(evidenceLine({ ...gap, reason })).toBe(
      `Priority warm: told01 does not stand behind it (${reason}). ${words}`,
    );
  });

  test('each thing that refuses it, where it is not cleared', () => {
    const words = refusalsInWords([...WHY, { reason: 'held' }]).join(' ');
    expect(evidenceLine({ ...gap, reason: 'not-cleared', why: [...WHY, { reason: 'held' }] })).toBe(
      `Priority warm: told01 does not stand behind it (not-cleared). ${words}`,
    );
  });
});

describe('what facilitators are told of an answer that may be to other words', () => {
  test.each([
    [
      'changed',
      'Answer a1: it is to words that the priority no longer has, and the page says so. Ask the institution about the new words, and when it answers them: npm run archive -- answered a1 (warm)',
    ],
    [
      'unknown',
      'Answer a1: it does not say which words it is to, and the page says so. Look whether it is to those of today, and when it answers them: npm run archive -- answered a1 (warm)',
    ],
  ] as const)('%s', (wording, line) => {
    expect(answerLine({ id: 'a1', priority: 'warm', wording })).toBe(line);
  });
});
