import { describe, expect, test } from 'vitest';
import { parseDocument } from 'yaml';
import { decide } from '#consent/decide.ts';
import { USES } from '#consent/uses.ts';
import { answers, type Answers } from '#intake/contribution/answers.ts';
import { answersFrom } from '#intake/contribution/answers-from.ts';
import { changedRecord } from '#intake/contribution/changed-record.ts';
import { narrowed } from '#intake/contribution/narrowed.ts';
import { toRecord } from '#intake/contribution/to-record.ts';
import { withOwnAnswers } from '#intake/contribution/with-own-answers.ts';
import { contribution } from '#records/contribution.ts';
import { anyAnswers } from '#support/any-answers.ts';
import { fc } from '#support/properties.ts';

const DAY = '2026-12-01';
const standing = { day: DAY, sheet: 'v1', asked: 'ur', untitled: () => 'بے نام' };
const context = { ...standing, seed: 'one' };
type Record_ = Readonly<Record<string, unknown>>;

/** A record as a facilitator left it: read, with what they say of a piece, and published. */
function published(given: Answers, more: Record_ = {}): { record: Record_; words: string } {
  const { record, words = '' } = toRecord(given, standing);
  const cleared = { review: { outcome: 'cleared', on: DAY }, published_on: DAY, themes: ['tea'] };
  return { record: { ...record, ...cleared, ...more }, words };
}

const FULL = answers.parse({
  ...{ language: 'ur', title: 'بارش', words: 'چائے', others: 'nobody', age: 'adult' },
  pictures: [
    { id: 'f1', file: 'f1.jpg', alt: 'ایک', others: 'somebody' },
    { id: 'f2', file: 'f2.jpg', alt: 'دو', others: 'nobody' },
  ],
  sound: { file: 'v3.webm', others: 'nobody' },
  credit: { as: 'chosen-name', name: 'نور' },
  grants: { web: ['words', 'pictures', 'voice'], print: ['words'] },
  counted: 3,
});

const opened = (form = published(FULL)) => {
  const change = answersFrom(form);
  if (change === undefined) throw new Error('It could not be opened.');
  return change;
};

/** With what a maker changed. */
const changed = (more: Partial<Answers>, form = published(FULL)) => {
  const before = opened(form);
  return contribution.parse(changedRecord(before, { ...before.given, ...more }, context).record);
};

describe('answers made from a record', () => {
  test('give the same record back, whatever was answered', () => {
    fc.assert(
      fc.property(anyAnswers, (given) => {
        const form = published(given);
        const change = answersFrom(form);
        expect(change).toBeDefined();
        if (change === undefined) return;
        const again = changedRecord(change, change.given, context);
        const plain = (record: Record_) => ({ ...contribution.parse(record), review: undefined });
        expect(plain(again.record)).toEqual(plain(form.record));
        expect((again.words ?? '').trim()).toBe(form.words.trim());
      }),
    );
  });

  test.each([
    ['a summary', { summary: 'Short' }],
    ['a translation', { translations: [{ id: 't1', language: 'en', words: 'Tea' }] }],
    ['a licence', { licence: { name: 'x' } }],
    ['a safe copy', { photos: [{ id: 'f1', file: 'f1.jpg', safe: { file: 's.jpg' } }] }],
    ['a field nobody knows', { unknown: 1 }],
  ])('are none where somebody wrote %s into it', (_what, more) => {
    expect(answersFrom(published(FULL, more))).toBeUndefined();
  });

  test.each([
    ['took their yes back', { state: 'withdrawn', withdrawn_on: DAY }],
    ['was asked with a guardian', { guardian_on: DAY }],
    ['may hang in one exhibition alone', { grants: { exhibition: ['words'] }, exhibitions: ['a'] }],
    ['made it with somebody', { interest: 'co-creator' }],
  ])('are none where its maker %s', (_what, more) => {
    const { record, words } = published(FULL);
    const [maker, ...others] = record['consents'] as readonly object[];
    const consents = [{ ...maker, ...more }, ...others];
    expect(answersFrom({ record: { ...record, consents }, words })).toBeUndefined();
  });
});

describe('a changed record', () => {
  test('waits for a facilitator, is held where it was, and keeps what they said of it', () => {
    const now = changed({ title: 'Rain' }, published(FULL, { hold: true }));
    expect(now).toMatchObject({ review: { outcome: 'pending' }, hold: true, themes: ['tea'] });
    expect(now.published_on).toBe(DAY);
    expect(decide({ ...now, parts: [] }, { use: 'web', day: DAY }).outcome).not.toBe('publish');
  });

  test('keeps the id of a part by its file, and whoever answered about it', () => {
    const [first, second] = FULL.pictures;
    const yes = { person: 'p2', interest: 'depicted', state: 'given', grants: { web: ['photo'] } };
    const { record, words } = published(FULL);
    const [maker] = record['consents'] as readonly object[];
    const form = { record: { ...record, consents: [maker, yes] }, words };
    const kept = changed({ pictures: first ? [{ ...first, others: 'nobody' }] : [] }, form);
    expect(kept.photos).toMatchObject([{ id: 'f1', people: ['p2'] }]);
    expect(kept.consents[1]).toMatchObject(yes);
    const gone = changed({ pictures: second ? [second] : [] }, form);
    expect(gone.photos).toMatchObject([{ id: 'f2', people: [] }]);
    expect(gone.consents).toHaveLength(1);
  });

  test('never forgets a no', () => {
    const no = { person: 'p2', interest: 'depicted', state: 'refused' };
    const { record, words } = published(FULL);
    const [maker] = record['consents'] as readonly object[];
    const now = changed({ pictures: [] }, { record: { ...record, consents: [maker, no] }, words });
    expect(now.consents[1]).toMatchObject(no);
  });

  test('asks whoever said yes to the words again where they are others', () => {
    const yes = { person: 'p9', interest: 'identifiable-in-words', state: 'given' };
    const { record, words } = published(FULL);
    const consents = [...(record['consents'] as readonly object[]), yes];
    const form = { record: { ...record, consents }, words };
    const stateOf = (more: Partial<Answers>) =>
      changed(more, form).consents.find(({ person }) => person === 'p9')?.state;
    expect([stateOf({}), stateOf({ words: 'other' })]).toEqual(['given', 'unknown']);
  });

  test('asks whoever may have come into it, by an id that was nobody’s', () => {
    const now = changed({ sound: { file: 'v4.webm', others: 'not-sure' } });
    const [person = ''] = now.voice?.people ?? [];
    expect(person).toMatch(/^p[0-9a-f]{12}$/);
    expect(now.consents.at(-1)).toMatchObject({ person, interest: 'voice', state: 'unknown' });
  });
});

describe('what is not asked of a part', () => {
  const SAFE = { file: 's1.jpg', covers: ['p2'] };
  const form = published(answers.parse({ ...FULL, words: undefined }));
  const photos = (form.record['photos'] as Record_[]).map((photo) => ({ ...photo, safe: SAFE }));
  const voice = { ...(form.record['voice'] as Record_), transcript: 'v3.vtt' };
  const written = { ...form, record: { ...form.record, photos, voice } };
  const [first] = FULL.pictures;
  const now = (more: Partial<Answers>) => {
    const given = answers.parse({
      ...FULL,
      words: undefined,
      pictures: first ? [first] : [],
      ...more,
    });
    const fields = contribution.parse(form.record);
    const context = { day: DAY, newPerson: () => 'p77' };
    const done = withOwnAnswers({ ...written, fields }, given, context);
    if (done.kind === 'refused') throw new Error(done.why);
    return done.form.record;
  };

  test('stays with it; another recording is another part', () => {
    expect(now({})).toMatchObject({ kind: 'sound', photos: [photos[0]], voice });
    const other = now({ sound: { file: 'v4.webm', others: 'nobody' } });
    expect(other['voice']).toEqual({ id: 'v1', file: 'v4.webm', stands_alone: true });
  });

  test('is decided anew where words come: nothing is shown without them, and it is a story', () => {
    const { kind, photos: made } = now({ words: 'Tea' });
    expect(kind).toBe('story');
    expect(made).toEqual(photos.slice(0, 1).map((each) => ({ ...each, stands_alone: undefined })));
  });
});

describe('what a change takes back of what is published', () => {
  const live = published(FULL);
  const left = (more: Partial<Answers>) => {
    const record = parseDocument(JSON.stringify(live.record));
    const edits = narrowed(contribution.parse(live.record), changed(more));
    for (const edit of edits) edit(record);
    return { edits: edits.length, now: contribution.parse(record.toJS()) };
  };

  test('is nothing where words are changed or more is said yes to', () => {
    const more = {
      web: ['words', 'pictures', 'voice'],
      print: ['words', 'voice'],
      press: ['words'],
    };
    const given = answers.parse({ ...FULL, title: 'Other', words: 'Other', grants: more });
    expect(left({ title: given.title, words: given.words, grants: given.grants }).edits).toBe(0);
  });

  test('is a picture, a recording, a yes, a name, an age and somebody who was not asked', () => {
    const [first, second] = FULL.pictures;
    const pictures = second ? [{ ...second, others: 'somebody' as const }] : [];
    expect(first).toBeDefined();
    const { now } = left({ pictures, sound: undefined, grants: { web: ['words'] } });
    expect(now.photos.map(({ file }) => file)).toEqual(['f2.jpg']);
    expect(now.photos[0]?.people).toHaveLength(1);
    expect(now.voice).toBeUndefined();
    expect(now.consents[0]?.grants).toMatchObject({ web: ['words'], print: [] });
    expect(left({ credit: { as: 'anonymous' } }).now.credit).toEqual({ as: 'anonymous' });
    expect(left({ credit: undefined }).now.credit).toBeUndefined();
    expect(left({ age: 'child' }).now.consents[0]?.age_band).toBe('child');
  });

  test('opens no use of any part, whatever is changed', () => {
    const all = fc.record({ from: anyAnswers, to: anyAnswers });
    fc.assert(
      fc.property(all, ({ from, to }) => {
        const form = published(from);
        const before = answersFrom(form);
        if (before === undefined) return;
        const next = contribution.parse(changedRecord(before, to, context).record);
        const record = parseDocument(JSON.stringify(form.record));
        for (const edit of narrowed(before.fields, next)) edit(record);
        const now = contribution.parse(record.toJS());
        const files = (of: typeof now) => [...of.photos, ...(of.voice ? [of.voice] : [])];
        const was = files(before.fields).map(({ file }) => file);
        for (const { file } of files(now)) expect(was).toContain(file);
        for (const use of USES)
          for (const kind of now.consents[0]?.grants?.[use] ?? [])
            expect(before.fields.consents[0]?.grants?.[use]).toContain(kind);
        for (const [at, { state, person }] of now.consents.entries())
          expect(state === before.fields.consents[at]?.state || state === 'unknown', person).toBe(
            true,
          );
      }),
    );
  });
});
