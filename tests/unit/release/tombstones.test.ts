import { describe, expect, test } from 'vitest';
import { admit } from '#release/admit.ts';
import type { Archive } from '#repository/archive.ts';
import { tombstonesOf } from '#release/tombstones.ts';
import { approved, held } from '#support/held.ts';

const DAY = '2026-11-22';

describe('an address that was public and is no more', () => {
  test('says so, in order, unless no trace was asked for', () => {
    const once = (id: string, maker: object) =>
      admit(held({}, { withdrawn_on: DAY, ...maker }, { id }), DAY);
    const withdrawn = new Map([
      ['zz9999', { withdrawn_on: '2026-09-01' }],
      ['mm5555', { withdrawn_on: '2026-09-01', on_withdrawal: 'notice' as const }],
      ['qq7777', { withdrawn_on: '2026-09-01', on_withdrawal: 'no-trace' as const }],
    ]);
    const admissions = [
      once('nn6666', {}),
      once('rr8888', { on_withdrawal: 'no-trace' }),
      admit(approved(held({}, {}, { id: 'here01' })), DAY),
      admit(held({ published_on: undefined }, { withdrawn_on: DAY }, { id: 'never1' }), DAY),
    ];
    expect(tombstonesOf({ withdrawn } as unknown as Archive, admissions)).toEqual([
      ...['mm5555', 'nn6666', 'zz9999'],
    ]);
  });
});
