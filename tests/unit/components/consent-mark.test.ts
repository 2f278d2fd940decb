import { fc } from '#support/properties.ts';
import { describe, expect, test } from 'vitest';
import { grantedUses, grantedUsesText } from '#components/consent-mark.ts';
import { jsonLdOf } from '#components/json-ld.ts';
import { decide } from '#consent/decide.ts';
import { KINDS, type Kind, NAMED_KINDS } from '#consent/decision.ts';
import { USE_TABLE, USES } from '#consent/uses.ts';
import { consent } from '#i18n/en/consent.ts';
import { contribution } from '#records/contribution.ts';
import { admit } from '#release/admit.ts';
import type { HeldContribution } from '#repository/archive.ts';
import { approvalsOf, factsOf } from '#release/facts.ts';
import { toReleasedStory } from '#release/to-released-story.ts';
import { openRecord } from '#support/small-archive.ts';

const DAY = '2026-11-22';
const RUNS = { numRuns: process.env['PROVE'] ? 5_000 : 400 };

const grants = fc.dictionary(fc.constantFrom(...USES), fc.subarray([...KINDS]), {
  noNullPrototype: true,
});
const record = fc.record({
  grants: fc.oneof(
    grants,
    grants.map((some) => ({ ...some, web: [...KINDS] })),
  ),
  second: fc.option(grants, { nil: undefined }),
  /** Somebody else, in one of the two photographs. */
  depicted: grants.map((some) => ({ ...some, web: [...KINDS] })),
  exhibitions: fc.constantFrom('any' as const, ['spring'], undefined),
  approved: fc.subarray(['words', 'f1', 'f2', 'f3', 'v1', 't1'], { minLength: 4 }),
  expires_on: fc.constantFrom('2031-06-01', '2026-11-23', DAY),
});

/** A contribution with words, two photographs, an artwork, a voice and a translation. */
function held(asked: typeof record extends fc.Arbitrary<infer R> ? R : never): HeldContribution {
  const { second, depicted, approved: names, ...maker } = asked;
  const fields = contribution.parse(
    openRecord(
      {
        photos: [
          { id: 'f1', file: 'f1.jpg', alt: 'A picture.' },
          { id: 'f2', file: 'f2.jpg', alt: 'A picture.', kind: 'artwork' },
          { id: 'f3', file: 'f3.jpg', alt: 'A picture.', people: ['p3'] },
        ],
        voice: { id: 'v1', file: 'v1.wav' },
        translations: [{ id: 't1', language: 'ur', words: 'x' }],
      },
      maker,
    ),
  );
  const whole: HeldContribution = {
    id: 'mark01',
    file: 'story.md',
    folder: '',
    fields,
    body: 'Words.\n',
    media: new Map(),
  };
  const all = approvalsOf(whole);
  const approved = Object.fromEntries(names.map((name) => [name, all.get(name) ?? '']));
  const [first] = fields.consents;
  if (first === undefined) throw new Error('The record has no consent.');
  const other = { ...first, person: 'p2', interest: 'co-creator' as const, grants: second };
  const seen = { ...first, person: 'p3', interest: 'depicted' as const, grants: depicted };
  const consents = [first, seen, ...(second === undefined ? [] : [other])];
  return {
    ...whole,
    fields: { ...fields, consents: consents.map((each) => ({ ...each, approved })) },
  };
}

const open = (one: HeldContribution) => {
  const admission = admit(one, DAY);
  const story = toReleasedStory(admission, { photos: new Map(), sounds: new Map() }, []);
  const facts = factsOf(one);
  const shown = facts.parts.filter(({ id }) => admission.open.has(id));
  /** Asks `decide` itself: is this use granted for every shown part of this kind? */
  const isGranted = (use: (typeof USES)[number], kind: Kind) => {
    const parts = shown.filter((part) => part.kind === kind);
    const answer = decide(facts, { use, day: DAY });
    return parts.length > 0 && parts.every(({ id }) => answer.parts.get(id)?.verdict === 'release');
  };
  return { story, shown, isGranted };
};

describe('what a piece may be used for, as it is shown and as programs read it', () => {
  test('is what decide answers, for each use and kind, over any record', () => {
    fc.assert(
      fc.property(record, (asked) => {
        const { story, isGranted } = open(held(asked));
        const json = JSON.parse(jsonLdOf(story, { copyright: '©', usageInfo: '/consent/' }));
        const read = new Map(
          String(json.conditionsOfAccess)
            .split('; ')
            .map((line) => [line.split(': ')[0], line.split(': ')[1]?.split(', ') ?? []]),
        );
        for (const use of USES) {
          for (const kind of KINDS) {
            expect(story.uses[kind]?.includes(use) ?? false).toBe(isGranted(use, kind));
            expect(read.get(use)?.includes(kind) ?? false).toBe(isGranted(use, kind));
          }
        }
      }),
      RUNS,
    );
  });

  test('says a use of pictures only where all shown pictures have it, and of all only where all have', () => {
    fc.assert(
      fc.property(record, (asked) => {
        const { story, shown, isGranted } = open(held(asked));
        const kinds = (name: string): readonly Kind[] =>
          name === 'pictures' ? ['photo', 'artwork'] : [name as Kind];
        for (const use of USES) {
          const granted = grantedUses(story.uses).find((each) => each.use === use);
          const has = NAMED_KINDS.filter((name) => {
            const there = kinds(name).filter((kind) => shown.some((part) => part.kind === kind));
            return there.length > 0 && there.every((kind) => isGranted(use, kind));
          });
          const there = NAMED_KINDS.filter((name) =>
            shown.some((part) => kinds(name).includes(part.kind)),
          );
          expect(granted !== undefined).toBe(has.length > 0);
          if (granted) expect(granted.only).toEqual(has.length === there.length ? [] : has);
        }
      }),
      RUNS,
    );
  });

  test('holds no day and no person', () => {
    fc.assert(
      fc.property(record, (asked) => {
        const { story } = open(held(asked));
        expect(JSON.stringify(story.uses) + grantedUsesText(story.uses)).not.toMatch(
          /\d{4}|p[123]\b/,
        );
      }),
      RUNS,
    );
  });

  test('has a drawing of its own and words for every use', () => {
    expect(new Set(USES.map((use) => USE_TABLE[use].icon)).size).toBe(USES.length);
    expect(Object.keys(consent.consentUses).sort()).toEqual([...USES].sort());
    expect(Object.keys(consent.consentKinds)).toEqual([...NAMED_KINDS]);
  });
});
