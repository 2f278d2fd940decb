import { describe, expect, test } from 'vitest';
import { admit } from '#release/admit.ts';
import { ledgerOf } from '#release/ledger.ts';
import { approved, held } from '#support/held.ts';
import { type Fields, openRecord } from '#support/small-archive.ts';

const DAY = '2026-11-22';
const admission = (change: Fields = {}, maker: Fields = {}) =>
  admit(approved(held(change, maker)), DAY);
const times = <T>(count: number, make: () => T): readonly T[] =>
  Array.from({ length: count }, make);
const ledger = (
  admissions: readonly ReturnType<typeof admission>[],
  withdrawn: readonly string[] = [],
) =>
  ledgerOf({
    admissions,
    archive: { withdrawn: new Map(withdrawn.map((on, at) => [`a${at}`, { withdrawn_on: on }])) },
    day: DAY,
  });
const FEW = { year: '2026', shown: 'few', languages: 'few', cameDown: 'few' };

describe('the public totals', () => {
  test('tell no number under five, and nought is no number either', () => {
    expect(ledger([])).toEqual(FEW);
    expect(
      ledger(
        times(4, admission),
        times(4, () => DAY),
      ),
    ).toEqual(FEW);
    expect(
      ledger(
        times(5, admission),
        times(5, () => DAY),
      ),
    ).toEqual({
      ...{ ...FEW, shown: 5, cameDown: 5 },
    });
  });

  test('count what is shown, and in how many languages', () => {
    const languages = ['en', 'ur', 'pa', 'hi', 'so', 'so'].map((language) =>
      admission({ language }),
    );
    const hidden = admission({ hold: true, language: 'ta' });
    expect(ledger([...languages, hidden])).toEqual({ ...FEW, shown: 6, languages: 5 });
  });

  test('count what came down this year, all reasons together, and nothing that is still to come', () => {
    const down = times(2, () => admission({}, { withdrawn_on: '2026-03-01' }));
    const quiet = [admission({}, { withdrawn_on: '2026-03-01', on_withdrawal: 'no-trace' })];
    const expired = [admission({}, { expires_on: '2026-04-01' })];
    expect(ledger([...down, ...quiet, ...expired], ['2026-01-01', DAY])).toEqual({
      ...{ ...FEW, cameDown: 6 },
    });
    const others = ['2025-12-31', '2026-11-23', '2027-01-01'];
    expect(ledger([...down, ...quiet, ...expired], others)).toEqual(FEW);
    const earlier = [admission({}, { withdrawn_on: '2025-03-01', expires_on: '2026-04-01' })];
    expect(ledger([...down, ...quiet, ...expired, ...earlier])).toEqual(FEW);
  });

  test('count the day of the contributor, whoever else stopped before', () => {
    const [maker] = openRecord({}, { withdrawn_on: '2026-03-01' })['consents'] as readonly Fields[];
    const other = { ...maker, person: 'p2', interest: 'depicted', withdrawn_on: '2025-03-01' };
    expect(ledger(times(5, () => admission({ consents: [other, maker] })))).toEqual({
      ...{ ...FEW, cameDown: 5 },
    });
  });

  test('count no hold, nor what was never public', () => {
    const held = times(5, () => admission({ hold: true }, { expires_on: undefined }));
    expect(ledger(held)).toEqual(FEW);
    const never = { published_on: undefined };
    expect(ledger(times(5, () => admission(never, { withdrawn_on: DAY })))).toEqual(FEW);
  });
});
