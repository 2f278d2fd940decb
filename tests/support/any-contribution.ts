import { fc } from './properties.ts';
import { INTERESTS, KINDS, STATES } from '#consent/decision.ts';
import { USES } from '#consent/uses.ts';
import type { ConsentRecord, Contribution, Part } from '#consent/grant.ts';
import { PHOTO, TRANSCRIPT, TRANSLATION, VOICE, WORDS } from './contribution-facts.ts';

const maybe = <T>(arbitrary: fc.Arbitrary<T>): fc.Arbitrary<T | undefined> =>
  fc.option(arbitrary, { nil: undefined, freq: 25 });
const mostly = <T>(usual: T, rare: fc.Arbitrary<T>): fc.Arbitrary<T> =>
  fc.oneof({ weight: 10, arbitrary: fc.constant(usual) }, { weight: 1, arbitrary: rare });
const people = ['p1', 'p2', 'p3'] as const;
const days = fc.constantFrom('2026-01-01', '2026-11-22', '2026-11-23', '2031-06-01');
const rights = {
  words: 'W',
  f1: 'F',
  f2: 'G',
  a1: 'A',
  v1: 'V',
  t1: 'T',
  'f1-safe': 'FS',
  'v1-safe': 'FS',
};

const consentRecord: fc.Arbitrary<ConsentRecord> = fc.record({
  person: fc.constantFrom(...people),
  interest: fc.constantFrom(...INTERESTS),
  state: mostly('given', fc.constantFrom(...STATES)),
  given_on: maybe(fc.constantFrom('2026-01-01', '2026-11-22', '2026-01-02')),
  expires_on: maybe(fc.constantFrom('2031-06-01', '2026-11-23', '2028-01-01')),
  withdrawn_on: mostly<string | undefined>(undefined, days),
  information_sheet: maybe(fc.constant('v1')),
  language: maybe(fc.constant('pa')),
  method: maybe(fc.constant('audio')),
  age_band: mostly<ConsentRecord['age_band']>('adult', fc.constantFrom('child', 'young-person')),
  assent_on: maybe(fc.constant('2026-01-01')),
  guardian_on: maybe(fc.constant('2026-01-01')),
  reconsent_due: maybe(fc.constantFrom('2031-06-01', '2027-01-01')),
  capacity: mostly<ConsentRecord['capacity']>('presumed', fc.constant('in-doubt')),
  grants: fc.oneof(
    fc.constant(Object.fromEntries(USES.map((use) => [use, [...KINDS]]))),
    fc.dictionary(fc.constantFrom(...USES), fc.subarray([...KINDS]), { noNullPrototype: true }),
    maybe(fc.constant({ web: [...KINDS], exhibition: [...KINDS] })),
  ),
  exhibitions: maybe(
    fc.oneof(fc.constant('any' as const), fc.subarray(['spring', 'autumn', 'winter'])),
  ),
  approved: maybe(mostly(rights, fc.constant({ ...rights, f1: 'older', words: 'older' }))),
});

const image = fc.record({
  people: fc.subarray([...people]),
  stands_alone: fc.boolean(),
  needs_safe: mostly(false, fc.constant(true)),
  described: mostly<boolean | undefined>(true, fc.constantFrom(false, undefined)),
  safe: fc.option(
    fc.record({
      digest: fc.constant('FS'),
      covers: fc.subarray([...people]),
      checked_on: days,
      described: mostly<boolean | undefined>(true, fc.constant(undefined)),
    }),
    { nil: undefined },
  ),
});

const parts: fc.Arbitrary<readonly Part[]> = fc
  .record({
    first: image,
    second: image,
    art: image,
    voice: image,
    kept: fc.subarray([0, 1, 2, 3, 4, 5, 6]),
  })
  .map(({ first, second, art, voice, kept }) => {
    const all: readonly Part[] = [
      WORDS,
      { ...PHOTO, ...first },
      { ...PHOTO, id: 'f2', digest: 'G', ...second },
      { ...PHOTO, id: 'a1', digest: 'A', kind: 'artwork', ...art },
      { ...VOICE, ...voice },
      { ...TRANSCRIPT, safe: art.safe },
      TRANSLATION,
    ];
    return kept.flatMap((index) => all[index] ?? []);
  });

/** Contributions of every shape, mostly open, with up to four records for three people. */
export const anyContribution: fc.Arbitrary<Contribution> = fc.record({
  hold: mostly<boolean | undefined>(false, fc.constantFrom(undefined, true)),
  review: maybe(fc.constant({ outcome: 'cleared', on: '2026-01-01' })),
  embargo_until: mostly<string | undefined>(undefined, days),
  published_on: maybe(fc.constant('2026-01-01')),
  credit: maybe(fc.constant({ as: 'anonymous' })),
  consents: fc
    .tuple(
      fc.array(consentRecord, { minLength: 1, maxLength: 4 }),
      mostly(true, fc.constant(false)),
    )
    .map(([[first, ...rest], hasContributor]) => [
      ...(first === undefined
        ? []
        : [hasContributor ? { ...first, interest: 'contributor' as const } : first]),
      ...rest,
    ]),
  parts,
});
