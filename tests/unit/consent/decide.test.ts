import { describe, expect, test } from 'vitest';
import { decide } from '#consent/decide.ts';
import type { Decision, Reason } from '#consent/decision.ts';
import { USES } from '#consent/uses.ts';
import type { ConsentRecord, Contribution, Part } from '#consent/grant.ts';
import {
  cleared,
  PHOTO,
  TODAY,
  TRANSCRIPT,
  TRANSLATION,
  VOICE,
  WORDS,
  yes,
} from '#support/contribution-facts.ts';

const web = (contribution: Contribution, day = TODAY): Decision =>
  decide(contribution, { use: 'web', day });

const reasonsOf = (decision: Decision, part?: string): readonly Reason[] => {
  const verdict = part === undefined ? undefined : decision.parts.get(part);
  const refusals = verdict?.verdict === 'withhold' ? verdict.refusals : decision.refusals;
  return refusals.map(({ reason }) => reason);
};

const shown = (decision: Decision): readonly string[] =>
  [...decision.parts].filter(([, { verdict }]) => verdict === 'release').map(([id]) => id);

const PUBLISHED = { published_on: '2026-06-20' };

/** Each row a board member can read: what is so, what happens, and the reason given. */
const WHOLE: readonly [string, Contribution, Decision['outcome'], Reason | undefined][] = [
  ['everybody said yes', cleared(), 'publish', undefined],
  ['nobody wrote that it is not on hold', cleared({ hold: undefined }), 'withhold', 'held'],
  ['it is on hold', cleared({ hold: true }), 'withhold', 'held'],
  ['it was public and is put on hold', cleared({ hold: true, ...PUBLISHED }), 'tombstone', 'held'],
  ['there is no consent record', cleared({ consents: [] }), 'withhold', 'nobody-asked'],
  [
    'only a bystander has a record',
    cleared({ consents: [yes({ interest: 'depicted' })] }),
    'withhold',
    'nobody-asked',
  ],
  ['it was never reviewed', cleared({ review: undefined }), 'withhold', 'not-reviewed'],
  [
    'the review is pending',
    cleared({ review: { outcome: 'pending', on: '2026-06-14' } }),
    'withhold',
    'not-reviewed',
  ],
  [
    'the review has no day',
    cleared({ review: { outcome: 'cleared' } }),
    'withhold',
    'not-reviewed',
  ],
  [
    'the review is dated tomorrow',
    cleared({ review: { outcome: 'cleared', on: '2026-11-23' } }),
    'withhold',
    'not-reviewed',
  ],
  ['the embargo ends tomorrow', cleared({ embargo_until: '2026-11-23' }), 'withhold', 'embargoed'],
  ['the embargo ends today', cleared({ embargo_until: TODAY }), 'publish', undefined],
  ['there is no embargo', cleared({ embargo_until: undefined }), 'publish', undefined],
  [
    'an embargo leaves no trace, even of what was public',
    cleared({ embargo_until: '2027-01-01', ...PUBLISHED }),
    'withhold',
    'embargoed',
  ],
  [
    'nobody wrote how they want to be named',
    cleared({ credit: undefined }),
    'withhold',
    'no-credit',
  ],
  [
    'a chosen name without the name',
    cleared({ credit: { as: 'chosen-name' } }),
    'withhold',
    'no-credit',
  ],
  ['anonymous needs no name', cleared({ credit: { as: 'anonymous' } }), 'publish', undefined],
  [
    'a second contributor has not answered',
    cleared({ consents: [yes(), yes({ person: 'p2', state: 'requested' })] }),
    'withhold',
    'not-yet-answered',
  ],
  [
    'a co-creator said no',
    cleared({ consents: [yes(), yes({ person: 'p2', interest: 'co-creator', state: 'refused' })] }),
    'withhold',
    'refused',
  ],
  [
    'a co-creator approved another version',
    cleared({
      consents: [yes(), yes({ person: 'p2', interest: 'co-creator', approved: { words: 'X' } })],
    }),
    'withhold',
    'not-the-version-approved',
  ],
];

/** One change to the maker's record, what becomes of a piece that was never public, and of one that was. */
const RECORD: readonly [
  string,
  Partial<ConsentRecord>,
  Reason | undefined,
  'stays' | 'waits' | 'stops',
][] = [
  ['no answer yet', { state: 'requested' }, 'not-yet-answered', 'waits'],
  ['put off', { state: 'deferred' }, 'not-yet-answered', 'waits'],
  ['unknown', { state: 'unknown' }, 'not-yet-answered', 'waits'],
  ['no state at all', { state: undefined }, 'not-yet-answered', 'waits'],
  ['renewed', { state: 'renewed' }, undefined, 'stays'],
  ['refused', { state: 'refused' }, 'refused', 'stops'],
  ['revoked', { state: 'revoked' }, 'revoked', 'stops'],
  ['invalidated', { state: 'invalidated' }, 'invalidated', 'stops'],
  ['marked expired', { state: 'expired' }, 'expired', 'stops'],
  ['marked withdrawn', { state: 'withdrawn' }, 'withdrawn', 'stops'],
  ['withdrawn today', { withdrawn_on: TODAY }, 'withdrawn', 'stops'],
  ['withdrawn tomorrow', { withdrawn_on: '2026-11-23' }, undefined, 'stays'],
  [
    'withdrawn wins over renewed',
    { withdrawn_on: '2026-01-01', state: 'renewed' },
    'withdrawn',
    'stops',
  ],
  ['expires today', { expires_on: TODAY }, 'expired', 'stops'],
  ['expires tomorrow', { expires_on: '2026-11-23' }, undefined, 'stays'],
  ['no end date', { expires_on: undefined }, 'no-end-date', 'waits'],
  ['no day of the yes', { given_on: undefined }, 'not-yet-given', 'waits'],
  ['a yes dated tomorrow', { given_on: '2026-11-23' }, 'not-yet-given', 'waits'],
  ['no information sheet', { information_sheet: undefined }, 'record-incomplete', 'waits'],
  ['an empty information sheet', { information_sheet: '' }, 'record-incomplete', 'waits'],
  ['no language', { language: undefined }, 'record-incomplete', 'waits'],
  ['no method', { method: undefined }, 'record-incomplete', 'waits'],
  ['no age band', { age_band: undefined }, 'age-not-known', 'waits'],
  [
    'a child with the guardian’s word only',
    { age_band: 'child', guardian_on: '2026-06-01', reconsent_due: '2028-01-01' },
    'no-assent',
    'waits',
  ],
  [
    'a child with their own word only',
    { age_band: 'child', assent_on: '2026-06-01', reconsent_due: '2028-01-01' },
    'no-guardian',
    'waits',
  ],
  [
    'a child with both',
    {
      age_band: 'child',
      assent_on: '2026-06-01',
      guardian_on: '2026-06-01',
      reconsent_due: '2028-01-01',
    },
    undefined,
    'stays',
  ],
  [
    'a child whose guardian’s word is dated tomorrow',
    {
      age_band: 'child',
      assent_on: '2026-06-01',
      guardian_on: '2026-11-23',
      reconsent_due: '2028-01-01',
    },
    'no-guardian',
    'waits',
  ],
  [
    'a child to be asked again today',
    { age_band: 'child', assent_on: '2026-06-01', guardian_on: '2026-06-01', reconsent_due: TODAY },
    'reconsent-due',
    'waits',
  ],
  [
    'a young person with their own word',
    { age_band: 'young-person', assent_on: '2026-06-01', reconsent_due: '2028-01-01' },
    undefined,
    'stays',
  ],
  [
    'a young person with no day to be asked again',
    { age_band: 'young-person', assent_on: '2026-06-01' },
    'reconsent-due',
    'waits',
  ],
  [
    'a young person whose word is dated tomorrow',
    { age_band: 'young-person', assent_on: '2026-11-23', reconsent_due: '2028-01-01' },
    'no-assent',
    'waits',
  ],
  ['capacity in doubt', { capacity: 'in-doubt' }, 'capacity-in-doubt', 'waits'],
  ['a best-interests decision', { capacity: 'best-interests' }, undefined, 'stays'],
  ['no grants', { grants: undefined }, 'not-granted', 'waits'],
  ['grants for another use only', { grants: { print: ['words'] } }, 'not-granted', 'waits'],
  ['no approval', { approved: undefined }, 'not-the-version-approved', 'waits'],
  [
    'approval of another version',
    { approved: { words: 'W2', f1: 'F2', v1: 'V2' } },
    'not-the-version-approved',
    'waits',
  ],
];

describe('a whole contribution', () => {
  test.each(WHOLE)('%s', (_name, contribution, outcome, reason) => {
    const decision = web(contribution);
    expect(decision.outcome).toBe(outcome);
    if (reason !== undefined) expect(reasonsOf(decision)).toContain(reason);
  });
});

describe('the maker’s record', () => {
  test.each(RECORD)('%s', (_name, change, reason, effect) => {
    const never = web(cleared({ consents: [yes(change)] }));
    const once = web(cleared({ consents: [yes(change)], ...PUBLISHED }));
    expect(never.outcome).toBe(effect === 'stays' ? 'publish' : 'withhold');
    expect(once.outcome).toBe({ stays: 'publish', waits: 'withhold', stops: 'tombstone' }[effect]);
    if (reason !== undefined) expect(reasonsOf(never)).toContain(reason);
  });

  test('asking for no trace leaves none', () => {
    const gone = cleared({
      consents: [yes({ withdrawn_on: TODAY, on_withdrawal: 'no-trace' })],
      ...PUBLISHED,
    });
    expect(web(gone).outcome).toBe('gone');
  });

  test('what is published later was not public yet, so it leaves no tombstone', () => {
    const later = cleared({ consents: [yes({ withdrawn_on: TODAY })], published_on: '2026-11-23' });
    expect(web(later).outcome).toBe('withhold');
  });
});

describe('uses', () => {
  test.each(USES)('a yes to %s alone opens nothing else', (use) => {
    const only = cleared({
      consents: [yes({ grants: { [use]: ['words', 'photo', 'voice'] }, exhibitions: 'any' })],
    });
    const open = USES.filter(
      (other) => decide(only, { use: other, day: TODAY }).outcome === 'publish',
    );
    expect(open).toEqual([use]);
  });

  const hung = (exhibitions: ConsentRecord['exhibitions']): Contribution =>
    cleared({
      parts: [WORDS],
      consents: [yes({ grants: { exhibition: ['words'] }, exhibitions })],
    });
  test.each([
    ['any exhibition', 'any', 'spring', 'publish'],
    ['this exhibition by name', ['spring'], 'spring', 'publish'],
    ['another exhibition by name', ['autumn'], 'spring', 'withhold'],
    ['no exhibition named', undefined, 'spring', 'withhold'],
    ['a named exhibition, when none is asked about', ['spring'], undefined, 'withhold'],
  ] as const)('%s', (_name, named, exhibition, outcome) => {
    expect(decide(hung(named), { use: 'exhibition', day: TODAY, exhibition }).outcome).toBe(
      outcome,
    );
  });
});

describe('parts', () => {
  const parts = (...list: Part[]): Contribution => cleared({ parts: list });

  test('words without the voice: nothing of the voice stays', () => {
    const decision = web(
      cleared({
        parts: [WORDS, VOICE, TRANSCRIPT],
        consents: [yes({ grants: { web: ['words'] } })],
      }),
    );
    expect(decision.outcome).toBe('partial');
    expect(shown(decision)).toEqual(['words']);
    expect(reasonsOf(decision, 'v1-transcript')).toEqual(['depends-on-a-closed-part']);
  });

  test('the voice without the words: the transcript is words and does not come', () => {
    const decision = web(
      cleared({
        parts: [WORDS, { ...VOICE, stands_alone: true }, TRANSCRIPT],
        consents: [yes({ grants: { web: ['voice'] } })],
      }),
    );
    expect(shown(decision)).toEqual(['v1']);
  });

  test('both: the transcript comes too', () => {
    expect(shown(web(parts(WORDS, VOICE, TRANSCRIPT)))).toEqual(['words', 'v1', 'v1-transcript']);
  });

  test('a photograph alone is not shown unless it stands alone', () => {
    const consents = [yes({ grants: { web: ['photo'] } })];
    const leaning = web(cleared({ parts: [WORDS, PHOTO], consents }));
    const standing = web(
      cleared({
        parts: [WORDS, { ...PHOTO, stands_alone: true }, { ...PHOTO, id: 'f2' }],
        consents: [yes({ grants: { web: ['photo'] }, approved: { f1: 'F', f2: 'F' } })],
      }),
    );
    expect(leaning.outcome).toBe('withhold');
    expect(reasonsOf(leaning, 'f1')).toEqual(['does-not-stand-alone']);
    expect(shown(standing)).toEqual(['f1']);
  });

  test('a translation falls with the words', () => {
    const decision = web(
      cleared({
        parts: [{ ...WORDS, digest: 'W2' }, TRANSLATION, { ...PHOTO, stands_alone: true }],
      }),
    );
    expect(shown(decision)).toEqual(['f1']);
    expect(reasonsOf(decision, 't1')).toEqual(['depends-on-a-closed-part']);
  });

  test('a changed translation is taken out alone', () => {
    const decision = web(parts(WORDS, { ...TRANSLATION, digest: 'T2' }));
    expect(shown(decision)).toEqual(['words']);
    expect(reasonsOf(decision, 't1')).toEqual(['not-the-version-approved']);
  });

  test('a part with no digest was approved by nobody', () => {
    const decision = web(
      cleared({ parts: [{ ...WORDS, digest: '' }], consents: [yes({ approved: { words: '' } })] }),
    );
    expect(decision.outcome).toBe('withhold');
  });
});

describe('people in a part', () => {
  const PICTURED: Part = { ...PHOTO, people: ['p2'] };
  const SAFE = { digest: 'FS', described: true, covers: ['p2'], checked_on: '2026-06-14' };
  const depicted = (change: Partial<ConsentRecord> = {}): ConsentRecord =>
    yes({ person: 'p2', interest: 'depicted', approved: undefined, ...change });
  const withPerson = (part: Part, ...others: ConsentRecord[]): Decision =>
    web(cleared({ parts: [WORDS, part], consents: [yes(), ...others] }));

  test('somebody in the photograph was never asked: it stays out, the words stay', () => {
    const decision = withPerson(PICTURED);
    expect(shown(decision)).toEqual(['words']);
    expect(decision.parts.get('f1')).toEqual({
      verdict: 'withhold',
      refusals: [{ reason: 'nobody-asked', person: 'p2' }],
    });
  });
  test('they said yes: it is shown, and they need not approve it', () => {
    expect(withPerson(PICTURED, depicted()).outcome).toBe('publish');
  });
  test('they said yes to another kind only', () => {
    expect(shown(withPerson(PICTURED, depicted({ grants: { web: ['words'] } })))).toEqual([
      'words',
    ]);
  });
  test('they withdrew: it goes the same day', () => {
    expect(shown(withPerson(PICTURED, depicted({ withdrawn_on: TODAY })))).toEqual(['words']);
  });
  test('a record of theirs that was stopped wins over another that says yes', () => {
    expect(
      shown(withPerson(PICTURED, depicted(), depicted({ interest: 'voice', withdrawn_on: TODAY }))),
    ).toEqual(['words']);
  });
  test('a record of theirs that does not say how it stands closes it, whatever another says', () => {
    const decision = withPerson(PICTURED, depicted({ state: undefined }), depicted());
    expect(shown(decision)).toEqual(['words']);
    expect(reasonsOf(decision, 'f1')).toEqual(['not-yet-answered']);
  });
  test('an old record that only ran out does not close a new yes', () => {
    expect(
      withPerson(PICTURED, depicted({ state: 'expired' }), depicted({ state: 'renewed' })).outcome,
    ).toBe('publish');
  });
  test('a checked safe copy that covers them is shown instead', () => {
    const decision = withPerson({ ...PICTURED, safe: SAFE });
    expect(decision.outcome).toBe('partial');
    expect(decision.parts.get('f1')).toEqual({ verdict: 'release', copy: 'safe' });
  });
  test.each([
    ['covers somebody else', { ...SAFE, covers: ['p3'] }],
    ['was not checked', { ...SAFE, checked_on: undefined }],
    ['is to be checked tomorrow', { ...SAFE, checked_on: '2026-11-23' }],
    ['is not the version approved', { ...SAFE, digest: 'FS2' }],
  ])('a safe copy that %s is not shown', (_name, safe) => {
    expect(shown(withPerson({ ...PICTURED, safe }))).toEqual(['words']);
  });
  test('a safe copy must cover everybody who has not said yes', () => {
    expect(shown(withPerson({ ...PICTURED, people: ['p2', 'p3'], safe: SAFE }))).toEqual(['words']);
  });
  test('where only the safe copy may be shown, the original never is', () => {
    expect(shown(withPerson({ ...PHOTO, needs_safe: true }))).toEqual(['words']);
    expect(withPerson({ ...PHOTO, needs_safe: true, safe: SAFE }).parts.get('f1')).toEqual({
      verdict: 'release',
      copy: 'safe',
    });
  });
  test('somebody identifiable in the words counts for every form of them', () => {
    const decision = web(
      cleared({
        parts: [WORDS, TRANSLATION, VOICE, TRANSCRIPT],
        consents: [yes(), depicted({ interest: 'identifiable-in-words', state: 'refused' })],
      }),
    );
    expect(decision.outcome).toBe('withhold');
  });
  test('somebody heard in the recording counts for the voice, not for the words', () => {
    const decision = web(
      cleared({
        parts: [WORDS, VOICE],
        consents: [yes(), depicted({ interest: 'voice', state: 'refused' })],
      }),
    );
    expect(shown(decision)).toEqual(['words']);
  });
});

describe('a yes that was renewed in a record of its own', () => {
  const over = yes({ given_on: '2021-06-01', expires_on: '2026-06-01' });
  const renewed = yes({ state: 'renewed' });

  test.each([
    ['after it', [over, renewed]],
    ['before it', [renewed, over]],
  ])('opens again what had ended, %s', (_where, consents) => {
    expect(web(cleared({ consents, ...PUBLISHED })).outcome).toBe('publish');
    expect(web(cleared({ consents: [over], ...PUBLISHED })).outcome).toBe('tombstone');
  });

  test.each<[string, readonly ConsentRecord[]]>([
    ['was stopped', [{ ...over, state: 'withdrawn' }, renewed]],
    ['was withdrawn on a day', [{ ...over, withdrawn_on: '2026-02-01' }, renewed]],
    ['does not say how it stands', [{ ...over, state: undefined }, renewed]],
    ['is of somebody else', [{ ...over, person: 'p2' }, renewed]],
    ['is about something else they did', [{ ...over, interest: 'co-creator' }, renewed]],
    ['has not ended', [yes({ grants: { search: ['words'] } }), renewed]],
    ['has a later one that has ended too', [over, { ...renewed, expires_on: TODAY }]],
    ['has a later one that was never answered', [over, { ...renewed, state: 'requested' }]],
  ])('passes over no earlier one that %s', (_which, consents) => {
    expect(['publish', 'partial']).not.toContain(web(cleared({ consents })).outcome);
  });
});
