import { describe, expect, test } from 'vitest';
import { contribution } from '#records/contribution.ts';
import { missingIn } from '#server/missing-in.ts';

const given = { person: 'p1', state: 'given', grants: { web: ['words'] } };
const whole = {
  ...{ title: 'Rain', language: 'en', kind: 'story', consents: [given] },
  ...{ credit: { as: 'anonymous' }, review: { outcome: 'cleared' } },
};
const missing = (more: object) => missingIn(contribution.parse({ ...whole, ...more }));

describe('what is missing in a piece', () => {
  test('is nothing where everybody was asked and everything is written', () => {
    const photos = [
      { id: 'f1', file: 'f1.jpg', alt: 'A window.', people: ['p1'] },
      { id: 'f2', file: 'f2.jpg', decorative: true },
    ];
    expect(missing({ photos })).toEqual([]);
  });

  test('counts each person once, also somebody of whom nothing is written down but that they are in it', () => {
    const photos = [
      { id: 'f1', file: 'f1.jpg', alt: 'Two of them.', people: ['p2', 'p3'] },
      { id: 'f2', file: 'f2.jpg', alt: 'One of them.', people: ['p2'] },
    ];
    const consents = [given, { person: 'p3' }, { person: 'p4', state: 'requested' }];
    expect(missing({ photos, consents })).toEqual([
      { what: 'unasked', people: 2 },
      { what: 'unanswered', people: 1 },
    ]);
  });

  test('names pictures by their place, and what stands beside the words', () => {
    const photos = [
      { id: 'f1', file: 'f1.jpg', alt: 'A window.' },
      { id: 'f2', file: 'f2.jpg' },
    ];
    const voice = { id: 'v1', file: 'v1.mp3' };
    const none = { consents: [], credit: undefined, review: { outcome: 'pending' } };
    expect(missing({ ...none, photos, voice })).toEqual([
      { what: 'descriptions', pictures: [2] },
      { what: 'transcript' },
      { what: 'yes' },
      { what: 'credit' },
      { what: 'review' },
    ]);
  });
});
