import { describe, expect, test } from 'vitest';
import type { Kind } from '#consent/decision.ts';
import type { Use } from '#consent/uses.ts';
import { grantedUsesOf } from '#release/granted-uses.ts';

const ALONE = { people: [], stands_alone: false, needs_safe: false };

describe('what a reader is told a piece may be used for', () => {
  const part = (id: string, kind: Kind, uses: readonly Use[]) => ({
    part: { ...{ id, kind, role: 'more' as const, digest: '' }, ...ALONE },
    uses,
  });

  test('is, for each kind that is shown, what every shown part of it is granted for', () => {
    expect(
      grantedUsesOf([
        part('words', 'words', ['web', 'print']),
        part('f1', 'photo', ['print', 'web', 'press']),
        part('f2', 'photo', ['web', 'press']),
      ]),
    ).toEqual({ words: ['web', 'print'], photo: ['web', 'press'] });
  });

  test('is nothing of a kind that is not shown', () => {
    expect(grantedUsesOf([])).toEqual({});
  });
});
