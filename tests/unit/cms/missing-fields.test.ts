import { describe, expect, test } from 'vitest';
import { decide } from '#consent/decide.ts';
import { cmsConfig } from '#cms/config.ts';
import { changed } from '#cms/browser/consent-record.ts';
import { type Labels, missingFields } from '#cms/browser/missing-fields.ts';
import type { Field } from '#cms/fields.ts';
import { contribution } from '#records/contribution.ts';
import { approvalsOf, factsOf } from '#release/facts.ts';
import { EDITOR } from '#server/roles.ts';
import { held } from '#support/held.ts';
import { type Fields, openRecord } from '#support/small-archive.ts';

const config = cmsConfig({
  settings: { name: 'Test', languages: ['en'] },
  lists: { themes: [], places: [], series: [], exhibitions: [], priorities: [], pieces: [] },
  reader: { ...EDITOR.facilitator, language: 'en' },
});
const form = config.collections[0]?.fields as readonly Field[];
const labels = form.find(({ name }) => name === 'standing')?.['labels'] as Labels;

/** Whether all of it may be shown, once its makers have seen it as it is. */
function isOpen(record: Fields): boolean {
  const parsed = contribution.safeParse(record);
  if (!parsed.success) return false;
  const piece = { ...held(), fields: parsed.data };
  const approved = Object.fromEntries(approvalsOf(piece));
  const consents = parsed.data.consents.map((consent) => ({ ...consent, approved }));
  const facts = factsOf({ ...piece, fields: { ...parsed.data, consents } });
  return decide(facts, { use: 'web', day: '2026-11-22' }).outcome === 'publish';
}

/** Every way of leaving one thing out of a record that is whole. */
function* lessOne(): Generator<readonly [string, Fields]> {
  const young = { assent_on: '2026-06-01', guardian_on: '2026-06-01', reconsent_due: '2030-01-01' };
  const whole = openRecord({ credit: { as: 'chosen-name', name: 'A name' } });
  for (const maker of [
    {},
    { age_band: 'child', ...young },
    { age_band: 'young-person', ...young },
  ]) {
    const [consent = {}] = openRecord({}, maker)['consents'] as Fields[];
    for (const key of Object.keys(consent)) {
      const { [key]: _gone, ...rest } = consent;
      yield [`consents.${key}`, { ...whole, consents: [rest] }];
    }
  }
  for (const key of Object.keys(whole)) {
    const { [key]: gone, ...rest } = whole;
    yield [key, rest];
    if (typeof gone !== 'object' || gone === null || Array.isArray(gone)) continue;
    for (const inner of Object.keys(gone)) {
      const { [inner]: _inner, ...others } = gone as Fields;
      yield [`${key}.${inner}`, { ...whole, [key]: others }];
    }
  }
  yield ['consents of nobody', { ...whole, consents: [] }];
  yield ['hold', { ...whole, hold: true }];
  yield ['review.outcome', { ...whole, review: { outcome: 'pending', on: '2026-06-14' } }];
}

describe('what is still missing in the form', () => {
  test('is nothing for a record that may be shown', () => {
    expect(isOpen(openRecord())).toBe(true);
    expect(missingFields(openRecord(), labels)).toEqual([]);
  });

  test('is told for each thing without which it may not be shown, and for nothing else', () => {
    const told = [...lessOne()].map(([what, record]) => [
      what,
      missingFields(record, labels).length > 0,
      !isOpen(record),
    ]);
    expect(told.filter(([, says, closed]) => says !== closed)).toEqual([]);
    expect(told.length).toBeGreaterThan(40);
  });

  test('is told all at once, in the words of the form', () => {
    expect(missingFields({ hold: true, consents: [{ person: 'p1' }] }, labels)).toEqual([
      'Title',
      'Language it was told in',
      'What is it?',
      'How do they want to be named?',
      'What did they find?',
      'Day of the check',
      'Hold it back: it is still held back',
      'Who has said yes, and to what: the person who made it',
      'Person 1: What did they say?',
      'Person 1: Day they said yes',
      'Person 1: Their yes ends on',
      'Person 1: Which information sheet did they get?',
      'Person 1: In which language?',
      'Person 1: How did they say it?',
      'Person 1: How old are they?',
      'Person 1: What did they say yes to? (On this website)',
    ]);
  });

  test('names a photograph that has no description, unless it is said to need none', () => {
    const photo = { id: 'f1', file: 'f1.jpg' };
    const photos = (change: Fields) => openRecord({ photos: [{ ...photo, ...change }] });
    expect(missingFields(photos({}), labels)).toEqual(['Picture f1: What can be seen in it?']);
    expect(missingFields(photos({ alt: 'A table' }), labels)).toEqual([]);
    expect(missingFields(photos({ decorative: true }), labels)).toEqual([]);
    expect(missingFields(photos({ alt: 'A table', people: ['p2'] }), labels)).toEqual([
      'Picture f1: p2 can be seen in it, and what they said is not written down',
    ]);
  });
});

describe('the day of a yes', () => {
  test('brings its end, five years later, where none is written', () => {
    expect(changed({}, 'given_on', '2026-11-01')).toEqual({
      given_on: '2026-11-01',
      expires_on: '2031-11-01',
    });
    expect(changed({}, 'given_on', '2024-02-29')['expires_on']).toBe('2029-02-28');
    expect(changed({ expires_on: '2027-01-01' }, 'given_on', '2026-11-01')['expires_on']).toBe(
      '2027-01-01',
    );
    // A date field that is being typed in passes through years such as 0002.
    expect(changed({}, 'given_on', '0002-11-01')['expires_on']).toBe(undefined);
  });
});
