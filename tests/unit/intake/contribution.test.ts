import { describe, expect, test } from 'vitest';
import type { NamedKind } from '#consent/decision.ts';
import { USES, type Use } from '#consent/uses.ts';
import { decide } from '#consent/decide.ts';
import { type Answers, answers } from '#intake/contribution/answers.ts';
import { toRecord } from '#intake/contribution/to-record.ts';
import { contribution } from '#records/contribution.ts';
import { approvalsOf, factsOf } from '#release/facts.ts';
import type { HeldContribution } from '#repository/archive.ts';
import { recordForm, recordText } from '#repository/record-text.ts';
import { anyAnswers } from '#support/any-answers.ts';
import { fc } from '#support/properties.ts';

const DAY = '2026-12-01';
const standing = {
  ...{ day: DAY, sheet: 'v1', asked: 'ur' },
  untitled: () => 'بے نام',
};

/** As the archive holds it after a facilitator cleared it and the maker approved what they saw. */
function cleared(given: Answers): HeldContribution {
  const { record, words = '' } = toRecord(given, standing);
  const fields = contribution.parse(record);
  const names = [...fields.photos, ...(fields.voice ? [fields.voice] : [])].map(({ file }) => file);
  const held = {
    ...{ id: 'abc123', file: 'stories/abc123/story.md', body: words },
    fields: { ...fields, review: { outcome: 'cleared' as const, on: DAY } },
    media: new Map(names.map((name) => [name, { path: name, sha256: `of ${name}`, size: 1 }])),
  } as unknown as HeldContribution;
  const approved = Object.fromEntries(approvalsOf(held));
  const consents = held.fields.consents.map((each) =>
    each.person === 'p1' ? { ...each, approved } : each,
  );
  return { ...held, fields: { ...held.fields, consents } };
}

const released = (held: HeldContribution, use: Use): readonly string[] =>
  [...decide(factsOf(held), { use, day: DAY, exhibition: 'spring' }).parts]
    .filter(([, { verdict }]) => verdict === 'release')
    .map(([id]) => id);

/** What kind of thing a part is, and what was said of others in it. */
function saidOf(given: Answers, part: string): readonly [NamedKind, Answers['others']] {
  if (part === 'v1') return ['voice', given.sound?.others];
  if (part.startsWith('f')) return ['pictures', given.pictures[Number(part.slice(1)) - 1]?.others];
  // A title alone tells of nobody.
  return ['words', given.words?.trim() ? given.others : 'nobody'];
}

describe('the record that is made from answers', () => {
  test('is one that the archive reads, and the words come back letter for letter', () => {
    fc.assert(
      fc.property(anyAnswers, (given) => {
        const made = toRecord(given, standing);
        expect(contribution.safeParse(made.record).error?.issues ?? []).toEqual([]);
        const text = recordText(made, 'story.md');
        const isBlank = (given.words ?? '').trim() === '';
        expect(text && recordForm(text, 'story.md')?.words).toBe(isBlank ? '' : given.words);
      }),
    );
  });

  test('is public in nothing before somebody checked it, whatever was answered', () => {
    fc.assert(
      fc.property(anyAnswers, fc.constantFrom(...USES), (given, use) => {
        const held = cleared(given);
        const { review } = contribution.parse(toRecord(given, standing).record);
        expect(released({ ...held, fields: { ...held.fields, review } }, use)).toEqual([]);
      }),
    );
  });

  test('opens a part for a use only where that was ticked, by an adult with a name to show, and nobody else is in it', () => {
    fc.assert(
      fc.property(anyAnswers, fc.constantFrom(...USES), (given, use) => {
        const held = cleared(given);
        const isAble = given.age === 'adult' && given.credit !== undefined;
        for (const part of released(held, use)) {
          expect(isAble).toBe(true);
          const [kind, others] = saidOf(given, part);
          expect([part, given.grants[use]?.includes(kind), others]).toEqual([part, true, 'nobody']);
        }
      }),
      { numRuns: 400 },
    );
  });

  test('opens all of it where everything was said', () => {
    const given = answers.parse({
      ...{ language: 'ur', title: 'بارش', words: 'چائے', others: 'nobody', age: 'adult' },
      pictures: [{ file: 'f1.jpg', alt: 'A cup', others: 'nobody' }],
      sound: { file: 'v1.webm', others: 'nobody' },
      grants: { web: ['words', 'pictures', 'voice'], search: ['words'] },
      credit: { as: 'anonymous' },
    });
    expect(released(cleared(given), 'web').toSorted()).toEqual(['f1', 'v1', 'words']);
    expect(released(cleared(given), 'search')).toEqual(['words']);
    expect(released(cleared(given), 'exhibition')).toEqual([]);
  });

  test('has a yes for no kind that was not given, and for no use that was not ticked', () => {
    const given = answers.parse({
      ...{ pictures: [{ file: 'f1.jpg', drawing: true, others: 'nobody' }] },
      grants: { web: ['words', 'pictures', 'voice'], print: [] },
    });
    const [maker] = contribution.parse(toRecord(given, standing).record).consents;
    expect(maker?.grants).toEqual({ web: ['artwork'] });
    expect(maker?.exhibitions).toBeUndefined();
  });

  test('asks everybody who may be in it, each for themselves: not to be sure is not a nobody', () => {
    const given = answers.parse({
      ...{ words: 'My friend', others: 'not-sure', sound: { file: 'v1.webm' } },
      pictures: [
        { file: 'f1.jpg', others: 'somebody' },
        { file: 'f2.jpg', others: 'nobody' },
      ],
    });
    const { consents, photos, voice } = contribution.parse(toRecord(given, standing).record);
    expect(consents.slice(1)).toEqual([
      { person: 'p2', interest: 'depicted', state: 'unknown' },
      { person: 'p3', interest: 'voice', state: 'unknown' },
      { person: 'p4', interest: 'identifiable-in-words', state: 'unknown' },
    ]);
    expect([...photos.map(({ people }) => people), voice?.people]).toEqual([['p2'], [], ['p3']]);
  });
});

describe('answers', () => {
  test('hold nothing that nobody is asked: an owner, a check, a hold or an approval is refused', () => {
    for (const more of [
      'owner',
      'review',
      'hold',
      'approved',
      'consents',
      'published_on',
      'example',
    ])
      expect(answers.safeParse({ [more]: true }).success).toBe(false);
  });
});
