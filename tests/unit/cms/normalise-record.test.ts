import { describe, expect, test } from 'vitest';
import { changed, granted } from '#cms/browser/consent-record.ts';
import { normaliseRecord, withoutHistory } from '#cms/browser/normalise-record.ts';

describe('a record as the desk saves it', () => {
  test('what the form does not know stays', () => {
    const record = {
      rev: 'abc',
      published_on: '2026-06-20',
      consents: [{ person: 'p1', approved: { words: 'sha256:1' } }],
    };
    expect(normaliseRecord(record)).toEqual(record);
  });

  test('emptied fields go, and “no” stays', () => {
    const record = {
      summary: '',
      told: null,
      credit: { as: '', name: '' },
      themes: [],
      hold: false,
    };
    expect(normaliseRecord(record)).toEqual({ hold: false });
  });

  test('the words stay exactly as they are, also where they look empty', () => {
    const words = '\n I <3 you {smile}\u200d\u200c e\u0301 \n';
    expect(normaliseRecord({ body: words })).toEqual({ body: words });
    expect(normaliseRecord({ body: '' })).toEqual({ body: '' });
  });

  test('a picture without a file and a sound without a file are nothing yet', () => {
    const record = {
      photos: [
        { id: 'f1', alt: 'A tree' },
        { id: 'f2', file: 'f2.jpg', alt: 'A picture.' },
      ],
      voice: { id: 'v1', people: ['p2'] },
    };
    expect(normaliseRecord(record)).toEqual({
      photos: [{ id: 'f2', file: 'f2.jpg', alt: 'A picture.' }],
    });
  });

  test('a part without an id gets one that no other part has', () => {
    const record = {
      photos: [
        { file: 'a.jpg' },
        { id: 'f1', file: 'b.jpg', alt: 'A picture.' },
        { file: 'c.jpg' },
      ],
    };
    const { photos } = normaliseRecord(record) as { photos: { id: string }[] };
    expect(photos.map(({ id }) => id)).toEqual(['f2', 'f1', 'f3']);
  });

  test('a copy brings no approval, no day of publication and no version with it', () => {
    const record = {
      title: 'x',
      rev: 'abc',
      published_on: '2026-06-20',
      consents: [{ person: 'p1', approved: { words: 'sha256:1' }, grants: { web: ['words'] } }],
    };
    expect(withoutHistory(record)).toEqual({
      title: 'x',
      consents: [{ person: 'p1', grants: { web: ['words'] } }],
    });
  });
});

describe('a consent record in the form', () => {
  const choices = {
    use: [
      { value: 'web', label: '' },
      { value: 'search', label: '' },
    ],
    kind: [
      { value: 'words', label: '' },
      { value: 'photo', label: '' },
    ],
  };

  test('a cleared box takes the yes away, and a use without any yes is not written', () => {
    const consent = { person: 'p1', grants: { web: ['words', 'photo'] } };
    const less = granted(consent, { use: 'web', kind: 'photo', yes: false }, choices);
    expect(less['grants']).toEqual({ web: ['words'] });
    const none = granted(less, { use: 'web', kind: 'words', yes: false }, choices);
    expect(none['grants']).toBeUndefined();
  });

  test('one tick is one yes to one use of one kind', () => {
    const one = granted({ person: 'p1' }, { use: 'search', kind: 'words', yes: true }, choices);
    expect(one['grants']).toEqual({ search: ['words'] });
  });

  test('keys keep the order of the format, and what the form does not show stays', () => {
    const consent = { approved: { words: 'sha256:1' }, person: 'p1' };
    const next = changed(changed(consent, 'state', 'given'), 'interest', 'contributor');
    expect(Object.keys(next)).toEqual(['person', 'interest', 'state', 'approved']);
    expect(Object.keys(changed(next, 'state', ''))).not.toContain('state');
  });
});
