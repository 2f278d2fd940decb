import { describe, expect, test } from 'vitest';
import { decide } from '#consent/decide.ts';
import { decidePart } from '#consent/decide-part.ts';
import { type Decision, REASONS } from '#consent/decision.ts';
import type { ConsentRecord, Contribution, Part } from '#consent/grant.ts';
import { REASON_WORDS } from '#consent/reasons.ts';
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

const WEB = { use: 'web', day: TODAY } as const;
const web = (contribution: Contribution): Decision => decide(contribution, WEB);
const other = (change: Partial<ConsentRecord>): ConsentRecord =>
  yes({ person: 'p2', approved: undefined, ...change });
const OPEN = { verdict: 'release', copy: 'as-approved' } as const;

describe('the day itself', () => {
  test.each([
    ['the review is dated today', { review: { outcome: 'cleared', on: TODAY } }],
    ['the yes is dated today', { consents: [yes({ given_on: TODAY })] }],
    [
      'a young person agreed today',
      {
        consents: [
          yes({ age_band: 'young-person', assent_on: TODAY, reconsent_due: '2028-01-01' }),
        ],
      },
    ],
    [
      'a child and the guardian agreed today',
      {
        consents: [
          yes({
            age_band: 'child',
            assent_on: TODAY,
            guardian_on: TODAY,
            reconsent_due: '2028-01-01',
          }),
        ],
      },
    ],
  ])('is enough where %s', (_name, change) => {
    expect(web(cleared(change))).toEqual({
      outcome: 'publish',
      refusals: [],
      parts: new Map([
        ['words', OPEN],
        ['f1', OPEN],
        ['v1', OPEN],
      ]),
    });
  });

  test('a safe copy checked today is shown', () => {
    const safe = { digest: 'FS', described: true, covers: [], checked_on: TODAY };
    const parts = [WORDS, { ...PHOTO, needs_safe: true, safe }];
    expect(web(cleared({ parts })).parts.get('f1')).toEqual({ verdict: 'release', copy: 'safe' });
  });

  test('what was published today and is stopped today leaves a tombstone', () => {
    const stopped = cleared({ published_on: TODAY, consents: [yes({ withdrawn_on: TODAY })] });
    expect(web(stopped).outcome).toBe('tombstone');
  });
});

describe('the whole', () => {
  test('where no contributor was asked, no part is even looked at', () => {
    const closed = {
      outcome: 'withhold',
      refusals: [{ reason: 'nobody-asked' }],
      parts: new Map(),
    };
    expect(web(cleared({ consents: [] }))).toEqual(closed);
    expect(web(cleared({ consents: [other({ interest: 'depicted' })] }))).toEqual(closed);
  });

  test('a bystander who said no does not stop it, wherever their record stands', () => {
    const refused = other({ interest: 'depicted', state: 'refused' });
    expect(web(cleared({ consents: [refused, yes()] })).outcome).toBe('publish');
  });

  test('a stop says whose it was, and why', () => {
    expect(web(cleared({ consents: [yes({ state: 'revoked' })] })).refusals).toEqual([
      { reason: 'revoked', person: 'p1' },
    ]);
    expect(web(cleared({ hold: true })).refusals).toEqual([{ reason: 'held' }]);
  });

  test('one maker who asked for no trace is enough for none to be left', () => {
    const consents = [
      yes({ withdrawn_on: TODAY, on_withdrawal: 'notice' }),
      yes({ person: 'p2', interest: 'co-creator', on_withdrawal: 'no-trace' }),
    ];
    expect(web(cleared({ consents, published_on: '2026-06-20' })).outcome).toBe('gone');
  });

  test('when a part stays out, its reason is told and nothing is told of the others', () => {
    const consents = [yes({ grants: { web: ['words', 'voice'] } })];
    expect(web(cleared({ consents }))).toMatchObject({
      outcome: 'partial',
      refusals: [{ reason: 'not-granted', person: 'p1' }],
    });
    expect(web(cleared({ consents })).refusals.length).toBe(1);
  });

  test('a part closed for a reason of its own keeps that reason when the words close too', () => {
    const consents = [yes({ grants: { web: ['voice'] } })];
    const { parts } = web(cleared({ consents }));
    const notGranted = { verdict: 'withhold', refusals: [{ reason: 'not-granted', person: 'p1' }] };
    expect(parts.get('words')).toEqual(notGranted);
    expect(parts.get('f1')).toEqual(notGranted);
    expect(parts.get('v1')).toEqual({
      verdict: 'withhold',
      refusals: [{ reason: 'does-not-stand-alone' }],
    });
  });
});

describe('one part by itself', () => {
  const alone = (part: Part, ...consents: ConsentRecord[]) =>
    decidePart(cleared({ consents }), part, WEB);

  test('that nobody answers for is withheld', () => {
    const closed = { verdict: 'withhold', refusals: [{ reason: 'nobody-asked' }] };
    expect(alone(WORDS)).toEqual(closed);
    expect(alone(WORDS, other({ interest: 'depicted' }))).toEqual(closed);
  });

  test.each([
    ['the words', WORDS],
    ['a transcript', TRANSCRIPT],
    ['a translation', TRANSLATION],
    ['further words', { ...TRANSLATION, id: 't1', role: 'more' } as Part],
  ])('%s: somebody identifiable in them who said no closes it', (_name, part) => {
    expect(alone(part, yes())).toEqual(OPEN);
    expect(
      alone(part, yes(), other({ interest: 'identifiable-in-words', state: 'refused' })),
    ).toEqual({ verdict: 'withhold', refusals: [{ reason: 'refused', person: 'p2' }] });
  });

  test.each(['voice', 'identifiable-in-words'] as const)(
    'a photograph is not closed by the no of somebody whose part in the piece is: %s',
    (interest) => {
      expect(alone(PHOTO, yes(), other({ interest, state: 'refused' }))).toEqual(OPEN);
    },
  );

  test.each([WORDS, PHOTO, VOICE])(
    'the no of somebody who does not say what they have to do with it closes every part',
    (part) => {
      const theirs = other({ interest: undefined, state: 'refused' });
      expect(alone(part, yes(), theirs)).toEqual({
        verdict: 'withhold',
        refusals: [{ reason: 'refused', person: 'p2' }],
      });
    },
  );

  test('two parts by one name are both as closed as the stricter of them', () => {
    const shared = { ...PHOTO, id: 'v1-transcript', people: ['p9'] };
    for (const parts of [
      [WORDS, VOICE, TRANSCRIPT, shared],
      [shared, WORDS, VOICE, TRANSCRIPT],
    ])
      expect(decide(cleared({ parts }), WEB).parts.get('v1-transcript')).toMatchObject({
        verdict: 'withhold',
      });
  });

  test('a recording is closed by who is heard in it, not by who is named in the words', () => {
    expect(
      alone(VOICE, yes(), other({ interest: 'identifiable-in-words', state: 'refused' })),
    ).toEqual(OPEN);
    expect(alone(VOICE, yes(), other({ interest: 'voice', state: 'refused' }))).toEqual({
      verdict: 'withhold',
      refusals: [{ reason: 'refused', person: 'p2' }],
    });
  });

  test('a person who stopped is named with the reason', () => {
    const pictured = { ...PHOTO, people: ['p2'] };
    expect(alone(pictured, yes(), other({ interest: 'depicted', withdrawn_on: TODAY }))).toEqual({
      verdict: 'withhold',
      refusals: [{ reason: 'withdrawn', person: 'p2' }],
    });
  });

  test('a person with several records that do not say yes is named with the first reason', () => {
    const pictured = { ...PHOTO, people: ['p2'] };
    const records = [
      other({ interest: 'depicted', state: 'expired' }),
      other({ interest: 'depicted', state: 'requested' }),
    ];
    expect(alone(pictured, yes(), ...records)).toEqual({
      verdict: 'withhold',
      refusals: [{ reason: 'expired', person: 'p2' }],
    });
  });

  test('that needs a safe copy and has none says so', () => {
    expect(alone({ ...PHOTO, needs_safe: true }, yes())).toEqual({
      verdict: 'withhold',
      refusals: [{ reason: 'no-safe-copy' }],
    });
  });

  test('whose safe copy leaves somebody out says who', () => {
    const safe = { digest: 'FS', described: true, covers: ['p2'], checked_on: TODAY };
    expect(alone({ ...PHOTO, people: ['p2', 'p3'], safe }, yes())).toEqual({
      verdict: 'withhold',
      refusals: [
        { reason: 'nobody-asked', person: 'p2' },
        { reason: 'nobody-asked', person: 'p3' },
      ],
    });
  });

  test('that was not approved says by whom, every one of them', () => {
    const unapproved = yes({ person: 'p2', interest: 'co-creator', approved: {} });
    expect(alone(WORDS, yes({ approved: undefined }), unapproved)).toEqual({
      verdict: 'withhold',
      refusals: [
        { reason: 'not-the-version-approved', person: 'p1' },
        { reason: 'not-the-version-approved', person: 'p2' },
      ],
    });
  });

  test('a yes that was renewed by somebody who does not say what they have to do with it counts', () => {
    const theirs = { interest: undefined, approved: { f1: 'F' } };
    const renewed = [
      other({ ...theirs, state: 'expired' }),
      other({ ...theirs, state: 'renewed' }),
    ];
    expect(alone(PHOTO, yes(), ...renewed)).toEqual(OPEN);
  });

  test('for an exhibition that was not named says so', () => {
    const record = yes({ grants: { exhibition: ['words'] }, exhibitions: ['autumn'] });
    const asked = { use: 'exhibition', day: TODAY, exhibition: 'spring' } as const;
    expect(decidePart(cleared({ consents: [record] }), WORDS, asked)).toEqual({
      verdict: 'withhold',
      refusals: [{ reason: 'exhibition-not-named', person: 'p1' }],
    });
  });
});

describe('the same file in another place', () => {
  const NO = { verdict: 'withhold', refusals: [{ reason: 'said-no-elsewhere' }] };
  const alone = (part: Part) => decidePart(cleared({ consents: [yes()] }), part, WEB);
  const inIt = (change: Partial<ConsentRecord>) => other({ interest: 'depicted', ...change });

  test.each([
    ['refused', inIt({ state: 'refused' }), NO],
    ['withdrew today', inIt({ withdrawn_on: TODAY }), NO],
    ['will withdraw tomorrow', inIt({ withdrawn_on: '2026-11-23' }), OPEN],
    ['left this use blank', inIt({ grants: { print: ['photo'] } }), NO],
    ['left this kind blank', inIt({ grants: { web: ['words'] } }), NO],
    ['is heard and left it blank', inIt({ interest: 'voice', grants: {} }), NO],
    ['has not answered yet', inIt({ state: 'requested' }), OPEN],
    ['made it and refused', inIt({ interest: 'co-creator', state: 'refused' }), NO],
    ['made it and left it blank there', inIt({ interest: 'contributor', grants: {} }), OPEN],
    ['said yes', inIt({}), OPEN],
  ])('keeps it back here or not, where somebody there %s', (_name, record, answer) => {
    expect(alone({ ...PHOTO, elsewhere: [yes({ person: 'p3' }), record] })).toEqual(answer);
  });

  test('does not change the reason of what is withheld by itself', () => {
    const refused = [inIt({ state: 'refused' })];
    expect(alone({ ...PHOTO, digest: 'F2', elsewhere: refused })).toEqual({
      verdict: 'withhold',
      refusals: [{ reason: 'not-the-version-approved', person: 'p1' }],
    });
  });

  test('is asked about for the copy that would be shown, and for no other', () => {
    const refused = [inIt({ state: 'refused' })];
    const safe = { digest: 'FS', described: true, covers: ['p2'], checked_on: TODAY };
    const shown = (part: Partial<Part>) => alone({ ...PHOTO, ...part });
    expect(shown({ people: ['p2'], elsewhere: refused, safe })).toEqual({ ...OPEN, copy: 'safe' });
    expect(shown({ people: ['p2'], safe: { ...safe, elsewhere: refused } })).toEqual(NO);
    expect(shown({ elsewhere: [], safe: { ...safe, elsewhere: refused } })).toEqual(OPEN);
  });
});

describe('the words for a refusal', () => {
  test('are there for every reason, are sentences, and no two are the same', () => {
    expect(Object.keys(REASON_WORDS).sort()).toEqual([...REASONS].sort());
    for (const words of Object.values(REASON_WORDS)) expect(words).toMatch(/^[A-Z].+\.$/);
    expect(new Set(Object.values(REASON_WORDS)).size).toBe(REASONS.length);
  });
});
