import { fc } from '#support/properties.ts';
import { describe, expect, test } from 'vitest';
import { decide } from '#consent/decide.ts';
import { KINDS, type Kind } from '#consent/decision.ts';
import { USES, type Use } from '#consent/uses.ts';
import type { ConsentRecord, Contribution, Part } from '#consent/grant.ts';
import { type ConsentReceipt, receiptOf, receiptsOf } from '#register/receipt.ts';
import { anyContribution } from '#support/any-contribution.ts';
import { cleared, PHOTO, TODAY, VOICE, WORDS, yes } from '#support/contribution-facts.ts';

const RUNS = { numRuns: process.env['PROVE'] ? 5_000 : 100 };
const PEOPLE = ['p1', 'p2', 'p3'];
const EXHIBITIONS = [undefined, 'spring', 'autumn', 'winter', 'nobody-named-this'];

/** Each use, and for exhibitions each one, as the door asks it. */
const QUESTIONS = USES.flatMap((use) =>
  (use === 'exhibition' ? EXHIBITIONS : [undefined]).map((exhibition) => ({ use, exhibition })),
);

/** A part that this person's answer can close. */
function needs({ consents }: Contribution, part: Part, person: string): boolean {
  const interests = consents.filter((each) => each.person === person).map((each) => each.interest);
  return (
    interests.includes('contributor') ||
    interests.includes('co-creator') ||
    (interests.length > 0 && part.people.includes(person)) ||
    (interests.includes('voice') && part.role === 'voice') ||
    (interests.includes('identifiable-in-words') && part.kind === 'words')
  );
}

function answer(receipt: ConsentReceipt | undefined, use: Use, kind: Kind): string {
  return receipt?.grid[use][kind] ?? 'no';
}

/** The same contribution where everybody else has said yes to everything and nothing else is in the way. */
function everybodyElseWilling(facts: Contribution, person: string): Contribution {
  const all = Object.fromEntries(facts.parts.map(({ id, digest }) => [id, digest]));
  const willing = (record: Partial<ConsentRecord>) =>
    yes({
      ...record,
      grants: Object.fromEntries(USES.map((use) => [use, KINDS])),
      exhibitions: 'any',
      approved: all,
    });
  const others = [...new Set(facts.parts.flatMap(({ people }) => people))]
    .filter((each) => each !== person)
    .map((each) => willing({ person: each, interest: 'depicted' }));
  const theirs = facts.consents.filter((record) => record.person === person);
  return {
    hold: false,
    review: { outcome: 'cleared', on: '2026-06-02' },
    credit: { as: 'anonymous' },
    consents: [willing({ person: 'p8' }), ...theirs, ...others],
    parts: facts.parts.map(({ safe: _safe, ...part }) => ({
      ...part,
      needs_safe: false,
      described: true,
    })),
  };
}

describe('a receipt says what is enforced (docs/consent.md, A42)', () => {
  test('whatever is shown of a person, their receipt says yes to', () => {
    let shown = 0;
    fc.assert(
      fc.property(anyContribution, (facts) => {
        const receipts = new Map(
          PEOPLE.map((person) => [person, receiptOf({ facts, person, day: TODAY })]),
        );
        for (const { use, exhibition } of QUESTIONS) {
          const decision = decide(facts, { use, day: TODAY, exhibition });
          for (const part of facts.parts) {
            const verdict = decision.parts.get(part.id);
            if (verdict?.verdict !== 'release' || verdict.copy !== 'as-approved') continue;
            for (const person of PEOPLE.filter((each) => needs(facts, part, each))) {
              const receipt = receipts.get(person);
              expect(answer(receipt, use, part.kind)).not.toBe('no');
              const mine = receipt?.parts.find(({ id }) => id === part.id);
              expect(mine?.uses).toContain(use);
              shown += 1;
            }
          }
        }
      }),
      RUNS,
    );
    // Not a property of nothing: enough of what was made at random is really shown.
    expect(shown).toBeGreaterThan(RUNS.numRuns / 4);
  });

  test('where it says yes, nothing they answered stands in the way; where it says no, it does', () => {
    const met = { yes: 0, no: 0, changed: 0 };
    fc.assert(
      fc.property(anyContribution, (facts) => {
        for (const person of PEOPLE) {
          const receipt = receiptOf({ facts, person, day: TODAY });
          const apart = everybodyElseWilling(facts, person);
          for (const part of facts.parts.filter((each) => needs(facts, each, person))) {
            for (const use of USES) {
              const asked = QUESTIONS.filter((each) => each.use === use);
              const open = asked.some(
                ({ exhibition }) =>
                  decide(apart, { use, day: TODAY, exhibition }).parts.get(part.id)?.verdict ===
                  'release',
              );
              const mine = receipt?.parts.find(({ id }) => id === part.id);
              expect(mine?.uses.includes(use) ?? false).toBe(open);
              if (open) expect(answer(receipt, use, part.kind)).not.toBe('no');
              met[open ? 'yes' : 'no'] += 1;
              if (mine?.changed === true) met.changed += 1;
            }
          }
        }
      }),
      RUNS,
    );
    for (const count of Object.values(met)) expect(count).toBeGreaterThan(RUNS.numRuns / 10);
  });

  test('a square is their own record, whatever others did, held or changed', () => {
    fc.assert(
      fc.property(anyContribution, (facts) => {
        for (const person of PEOPLE) {
          const mine = receiptOf({ facts, person, day: TODAY });
          const grid = (other: Contribution) =>
            receiptOf({ facts: other, person, day: TODAY })?.grid;
          expect(
            grid({ ...facts, hold: true, review: undefined, embargo_until: '2099-01-01' }),
          ).toEqual(mine?.grid);
          expect(
            grid({ ...facts, parts: facts.parts.map((part) => ({ ...part, digest: 'edited' })) }),
          ).toEqual(mine?.grid);
          const refusing = facts.consents.map((record) =>
            record.person === person ? record : { ...record, state: 'refused' as const },
          );
          expect(grid({ ...facts, consents: refusing })).toEqual(mine?.grid);
        }
      }),
      RUNS,
    );
  });

  test('it holds until the day it names, and not a day longer', () => {
    let ended = 0;
    fc.assert(
      fc.property(anyContribution, (facts) => {
        for (const person of PEOPLE) {
          const receipt = receiptOf({ facts, person, day: TODAY });
          if (receipt?.until === undefined) continue;
          const before = new Date(Date.parse(receipt.until) - 86_400_000)
            .toISOString()
            .slice(0, 10);
          const still = receiptOf({ facts, person, day: before });
          for (const use of USES)
            for (const kind of KINDS.filter((each) => receipt.grid[use][each] === 'yes'))
              expect(answer(still, use, kind)).toBe('yes');
          const then = receiptOf({ facts, person, day: receipt.until })?.grid;
          const lost = USES.some((use) =>
            KINDS.some((kind) => receipt.grid[use][kind] !== 'no' && then?.[use][kind] !== 'yes'),
          );
          expect(lost).toBe(true);
          ended += 1;
        }
      }),
      RUNS,
    );
    expect(ended).toBeGreaterThan(RUNS.numRuns / 10);
  });
});

describe('a receipt', () => {
  const photo = { ...PHOTO, people: ['p2'] };
  const p2 = yes({
    person: 'p2',
    interest: 'depicted',
    grants: { web: ['photo'] },
    expires_on: '2027-03-01',
  });
  const facts = cleared({ consents: [yes(), p2], parts: [WORDS, photo, VOICE] });

  test('names the use, the kind, the name shown, the parts and the last day', () => {
    const receipt = receiptOf({ facts, person: 'p1', day: TODAY });
    expect(receipt?.grid.web).toEqual({ words: 'yes', photo: 'yes', voice: 'yes', artwork: 'no' });
    expect(receipt?.grid.ai).toEqual({ words: 'no', photo: 'no', voice: 'no', artwork: 'no' });
    expect(receipt?.until).toBe('2031-06-01');
    expect(receipt?.credit?.name).toBe('a chosen name');
    expect(receipt?.parts.map(({ id, changed }) => [id, changed])).toEqual([
      ['words', false],
      ['f1', false],
      ['v1', false],
    ]);
  });

  test('of somebody in a photograph speaks of that and of no name', () => {
    const receipt = receiptOf({ facts, person: 'p2', day: TODAY });
    expect(receipt?.grid.web).toEqual({ words: 'no', photo: 'yes', voice: 'no', artwork: 'no' });
    expect(receipt?.parts.map(({ id }) => id)).toEqual(['f1']);
    expect(receipt?.credit).toBeUndefined();
    expect(receipt?.until).toBe('2027-03-01');
  });

  test('says which part was changed since they saw it', () => {
    const edited = { ...facts, parts: [{ ...WORDS, digest: 'edited' }, photo] };
    const receipt = receiptOf({ facts: edited, person: 'p1', day: TODAY });
    expect(receipt?.grid.web.words).toBe('yes');
    expect(receipt?.parts[0]).toEqual({
      id: 'words',
      role: 'words',
      kind: 'words',
      uses: [],
      changed: true,
    });
  });

  test('names the exhibitions they chose', () => {
    const named = yes({ grants: { exhibition: ['words'] }, exhibitions: ['spring'] });
    const one = receiptOf({ facts: cleared({ consents: [named] }), person: 'p1', day: TODAY });
    expect(one?.exhibitions).toEqual(['spring']);
    expect(one?.grid.exhibition.words).toBe('yes');
    const any = { ...named, exhibitions: 'any' as const };
    const all = receiptOf({ facts: cleared({ consents: [any] }), person: 'p1', day: TODAY });
    expect(all?.exhibitions).toBe('any');
  });

  test('is for everybody who said yes to something, and for nobody else', () => {
    const refused = yes({ person: 'p3', interest: 'depicted', state: 'refused' });
    const all = cleared({
      consents: [yes(), p2, refused],
      parts: [WORDS, { ...photo, people: ['p2', 'p3'] }],
    });
    expect(receiptsOf({ facts: all, day: TODAY }).map(({ person }) => person)).toEqual([
      'p1',
      'p2',
    ]);
    expect(receiptOf({ facts: all, person: 'p9', day: TODAY })).toBeUndefined();
    expect(receiptOf({ facts: all, person: 'p1', day: '2031-06-01' })).toBeUndefined();
  });
});
