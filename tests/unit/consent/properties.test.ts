import { fc } from '#support/properties.ts';
import { describe, expect, test } from 'vitest';
import { decide } from '#consent/decide.ts';
import { INTERESTS, KINDS, STATES } from '#consent/decision.ts';
import { type Use, USES } from '#consent/uses.ts';
import type { ConsentRecord, Contribution, Part } from '#consent/grant.ts';
import { PHOTO, TRANSCRIPT, TRANSLATION, VOICE, WORDS } from '#support/contribution-facts.ts';

const RUNS = { numRuns: process.env['PROVE'] ? 5_000 : 1_000 };
const DAYS = [
  '2026-01-01',
  '2026-06-01',
  '2026-11-21',
  '2026-11-22',
  '2026-11-23',
  '2031-06-01',
] as const;

const day = fc.constantFrom(...DAYS);
const maybe = <T>(arbitrary: fc.Arbitrary<T>): fc.Arbitrary<T | undefined> =>
  fc.option(arbitrary, { nil: undefined, freq: 25 });
const person = fc.constantFrom('p1', 'p2', 'p3');

const grants = fc.dictionary(fc.constantFrom(...USES), fc.subarray([...KINDS]), {
  maxKeys: 5,
  noNullPrototype: true,
});

const record: fc.Arbitrary<ConsentRecord> = fc.record({
  person,
  interest: fc.constantFrom(...INTERESTS),
  // Mostly open, so that the properties are tried on what is really let out.
  state: fc.oneof(
    { weight: 12, arbitrary: fc.constant('given' as const) },
    { weight: 1, arbitrary: fc.constantFrom(...STATES) },
  ),
  given_on: maybe(fc.constantFrom('2026-01-01', '2026-01-01', '2026-01-01', '2026-11-22')),
  expires_on: maybe(fc.constantFrom('2031-06-01', '2026-11-23')),
  withdrawn_on: fc.oneof(
    { weight: 12, arbitrary: fc.constant(undefined) },
    { weight: 1, arbitrary: day },
  ),
  information_sheet: maybe(fc.constant('v1')),
  language: maybe(fc.constant('pa')),
  method: maybe(fc.constant('audio')),
  age_band: fc.oneof(
    { weight: 12, arbitrary: fc.constant('adult' as const) },
    { weight: 1, arbitrary: maybe(fc.constantFrom('child' as const, 'young-person' as const)) },
  ),
  assent_on: maybe(fc.constant('2026-01-01')),
  guardian_on: maybe(fc.constant('2026-01-01')),
  reconsent_due: maybe(fc.constant('2031-06-01')),
  capacity: maybe(fc.constant('presumed' as const)),
  grants: maybe(
    fc.oneof(
      { weight: 1, arbitrary: grants },
      { weight: 4, arbitrary: fc.constant({ web: [...KINDS], search: [...KINDS] }) },
    ),
  ),
  exhibitions: maybe(fc.constantFrom('any' as const, ['spring'])),
  approved: maybe(fc.constant({ words: 'W', f1: 'F', v1: 'V', t1: 'T', 'f1-safe': 'FS' })),
});

const parts = fc
  .record({
    photo: fc.record({
      people: fc.subarray(['p1', 'p2', 'p3']),
      stands_alone: fc.boolean(),
      needs_safe: fc.boolean(),
      safe: maybe(
        fc.record({
          digest: fc.constantFrom('FS', 'other'),
          covers: fc.subarray(['p1', 'p2', 'p3']),
          checked_on: maybe(day),
        }),
      ),
    }),
    voice: fc.record({ people: fc.subarray(['p1', 'p2']), stands_alone: fc.boolean() }),
    kept: fc.subarray([0, 1, 2, 3, 4], { minLength: 1 }),
  })
  .map(({ photo, voice, kept }): Part[] => {
    const all: Part[] = [
      WORDS,
      { ...PHOTO, ...photo },
      { ...VOICE, ...voice },
      TRANSCRIPT,
      TRANSLATION,
    ];
    return kept.flatMap((index) => all[index] ?? []);
  });

const contribution: fc.Arbitrary<Contribution> = fc.record({
  hold: fc.constantFrom(false, false, false, undefined, true),
  review: maybe(fc.constant({ outcome: 'cleared', on: '2026-01-01' })),
  embargo_until: fc.oneof(
    { weight: 3, arbitrary: fc.constant(undefined) },
    { weight: 1, arbitrary: day },
  ),
  published_on: maybe(fc.constant('2026-01-01')),
  credit: maybe(fc.constant({ as: 'anonymous' })),
  consents: fc
    .array(record, { maxLength: 4 })
    .map((records) => [
      { ...records[0], person: 'p1', interest: 'contributor' } as ConsentRecord,
      ...records.slice(1),
    ]),
  parts,
});

const use = fc.oneof(
  { weight: 3, arbitrary: fc.constant<Use>('web') },
  { weight: 1, arbitrary: fc.constantFrom(...USES) },
);

/** What is let out: part and copy. A safe copy never opens what the approved one did. */
function open(facts: Contribution, asked: Use, on: string): ReadonlySet<string> {
  const decision = decide(facts, { use: asked, day: on, exhibition: 'spring' });
  return new Set(
    [...decision.parts].flatMap(([id, part]) => (part.verdict === 'release' ? [id] : [])),
  );
}

const within = (smaller: ReadonlySet<string>, larger: ReadonlySet<string>): boolean =>
  [...smaller].every((id) => larger.has(id));

const WHOLE_PERMISSIONS = ['hold', 'review', 'credit'] as const;
const RECORD_PERMISSIONS = [
  'interest',
  'state',
  'given_on',
  'expires_on',
  'information_sheet',
  'language',
  'method',
  'age_band',
  'assent_on',
  'guardian_on',
  'reconsent_due',
  'grants',
  'exhibitions',
  'approved',
] as const;

describe('decide is total', () => {
  test('it answers every question without failing', () => {
    fc.assert(
      fc.property(contribution, use, day, (facts, asked, on) => {
        expect(['publish', 'partial', 'tombstone', 'gone', 'withhold']).toContain(
          decide(facts, { use: asked, day: on }).outcome,
        );
      }),
      RUNS,
    );
  });
  test('the examples it is tried on include many that are let out', () => {
    const sample = fc.sample(fc.tuple(contribution, day), { numRuns: 2_000, seed: 7 });
    expect(sample.filter(([facts, on]) => open(facts, 'web', on).size > 0).length).toBeGreaterThan(
      100,
    );
  });
});

describe('A04: taking a permission away never opens anything', () => {
  test.each(WHOLE_PERMISSIONS)('%s', (field) => {
    fc.assert(
      fc.property(contribution, use, day, (facts, asked, on) =>
        within(open({ ...facts, [field]: undefined }, asked, on), open(facts, asked, on)),
      ),
      RUNS,
    );
  });
  test.each(RECORD_PERMISSIONS)('%s of one record', (field) => {
    fc.assert(
      fc.property(contribution, use, day, fc.nat(3), (facts, asked, on, which) => {
        const consents = facts.consents.map((each, index) =>
          index === which % facts.consents.length ? { ...each, [field]: undefined } : each,
        );
        return within(open({ ...facts, consents }, asked, on), open(facts, asked, on));
      }),
      RUNS,
    );
  });
  test('one kind of one grant', () => {
    fc.assert(
      fc.property(contribution, use, day, fc.constantFrom(...KINDS), (facts, asked, on, kind) => {
        const consents = facts.consents.map((each) => ({
          ...each,
          grants: {
            ...each.grants,
            [asked]: (each.grants?.[asked] ?? []).filter((other) => other !== kind),
          },
        }));
        return within(open({ ...facts, consents }, asked, on), open(facts, asked, on));
      }),
      RUNS,
    );
  });
  test('the check of a safe copy', () => {
    fc.assert(
      fc.property(contribution, day, (facts, on) => {
        const unchecked = facts.parts.map((part) =>
          part.safe ? { ...part, safe: { ...part.safe, checked_on: undefined } } : part,
        );
        return within(open({ ...facts, parts: unchecked }, 'web', on), open(facts, 'web', on));
      }),
      RUNS,
    );
  });
});

describe('people', () => {
  test('adding a person to a part never opens anything', () => {
    fc.assert(
      fc.property(
        contribution,
        use,
        day,
        fc.constantFrom('p2', 'p4'),
        (facts, asked, on, added) => {
          const more = facts.parts.map((part) => ({ ...part, people: [...part.people, added] }));
          return within(open({ ...facts, parts: more }, asked, on), open(facts, asked, on));
        },
      ),
      RUNS,
    );
  });
  test('adding a maker, a voice or somebody in the words never opens anything', () => {
    fc.assert(
      fc.property(
        contribution,
        use,
        day,
        record,
        fc.constantFrom(
          'contributor' as const,
          'co-creator' as const,
          'identifiable-in-words' as const,
          'voice' as const,
        ),
        (facts, asked, on, added, interest) => {
          const consents = [...facts.consents, { ...added, person: 'p9', interest }];
          return within(open({ ...facts, consents }, asked, on), open(facts, asked, on));
        },
      ),
      RUNS,
    );
  });
});

describe('time and uses', () => {
  test('a later date never reopens what was withdrawn', () => {
    fc.assert(
      fc.property(contribution, use, day, day, (facts, asked, first, second) => {
        const [earlier, later] = first <= second ? [first, second] : [second, first];
        const withdrawn = {
          ...facts,
          consents: facts.consents.map((each, index) =>
            index === 0 ? { ...each, withdrawn_on: earlier } : each,
          ),
        };
        return open(withdrawn, asked, later).size === 0;
      }),
      RUNS,
    );
  });
  test('the answer for one use does not hang on the grants for another', () => {
    fc.assert(
      fc.property(
        contribution,
        day,
        fc.constantFrom(...USES),
        fc.constantFrom(...USES),
        fc.subarray([...KINDS]),
        (facts, on, asked, other, kinds) => {
          fc.pre(asked !== other);
          const consents = facts.consents.map((each) => ({
            ...each,
            grants: { ...each.grants, [other]: kinds },
          }));
          expect(open({ ...facts, consents }, asked, on)).toEqual(open(facts, asked, on));
        },
      ),
      RUNS,
    );
  });
  test('an embargo, a withdrawal or a hold only ever closes', () => {
    fc.assert(
      fc.property(contribution, use, day, day, (facts, asked, on, other) => {
        const stricter = [
          { ...facts, embargo_until: other },
          { ...facts, hold: true },
          { ...facts, consents: facts.consents.map((each) => ({ ...each, withdrawn_on: other })) },
        ];
        const without = {
          ...facts,
          embargo_until: undefined,
          consents: facts.consents.map((each) => ({ ...each, withdrawn_on: undefined })),
        };
        return stricter.every((each) => within(open(each, asked, on), open(without, asked, on)));
      }),
      RUNS,
    );
  });
});
