import { readFileSync } from 'node:fs';
import { z } from 'astro/zod';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { decide } from '#consent/decide.ts';
import { INTERESTS, KINDS, STATES } from '#consent/decision.ts';
import { USES } from '#consent/uses.ts';
import { LANGUAGES } from '#i18n/languages.ts';
import { FORMATS_IN, FORMATS_OUT, type MediaKind } from '#media/formats.ts';
import { COLLECTIONS } from '#records/collections.ts';
import { contribution } from '#records/contribution.ts';
import { parseRecord } from '#records/parse-record.ts';
import { DESK_ROLES } from '#server/roles.ts';
import { factsOf } from '#release/facts.ts';

const PAGE = readFileSync('docs/content-format.md', 'utf8');
const BY_HAND = readFileSync('content/README.md', 'utf8');

/** Every key that a schema knows, with those of the groups and lists in it. */
function keysOf(schema: unknown): readonly string[] {
  const keys = new Set<string>();
  const walk = (node: unknown): void => {
    if (typeof node !== 'object' || node === null) return;
    for (const [name, value] of Object.entries(node)) {
      if (name === 'properties') for (const key of Object.keys(value as object)) keys.add(key);
      walk(value);
    }
  };
  walk(z.toJSONSchema(schema as z.ZodType, { io: 'input', unrepresentable: 'any' }));
  return [...keys];
}

const inNames = (kind: MediaKind): readonly string[] =>
  Object.values(FORMATS_IN).flatMap(({ of, name }) => (of === kind ? [name] : []));
const outEndings = (kind: MediaKind): readonly string[] =>
  Object.values(FORMATS_OUT).flatMap(({ of, ending }) => (of === kind ? [`.${ending}`] : []));

const says = (word: string): boolean =>
  new RegExp(`(?<![\\w-])${word.replaceAll('-', '\\-')}(?![\\w-])`).test(PAGE);

describe('the page of the content format', () => {
  test('has every field of a contribution', () => {
    const keys = keysOf(contribution);
    expect(keys.length).toBeGreaterThan(50);
    expect(keys.filter((key) => !says(key))).toEqual([]);
  });

  test('has every value of the lists that consent asks about', () => {
    const values = [...USES, ...KINDS, ...STATES, ...INTERESTS];
    expect(values.filter((value) => !says(value))).toEqual([]);
  });

  test.each([
    ['photographs that come in', inNames('photo')],
    ['recordings that come in', inNames('sound')],
    ['public copies of a photograph', outEndings('photo')],
    ['public copies of a recording', outEndings('sound')],
    ['`languages`, which the site speaks', Object.keys(LANGUAGES)],
    ['who signs in at the desk', DESK_ROLES],
  ])('has all %s, and no others', (list, names) => {
    const row = PAGE.split('\n').find((line) => line.startsWith(`| ${list} `));
    const said = row
      ?.split('|')[2]
      ?.split(',')
      .map((name) => name.replaceAll('`', '').trim());
    expect(said).toEqual(names);
  });

  test.each(Object.entries(COLLECTIONS))('has every field of %s', (_name, { schema }) => {
    const top = Object.keys(
      (z.toJSONSchema(schema, { io: 'input', unrepresentable: 'any' }).properties ?? {}) as object,
    );
    expect(top.filter((key) => !says(key))).toEqual([]);
  });
});

describe('the story of content/README.md', () => {
  const [, yaml = '', words = ''] =
    /```yaml\n---\n([\s\S]+?)\n---\n([\s\S]+?)\n```/.exec(BY_HAND) ?? [];
  const record = parse(yaml) as Record<string, unknown>;

  test('is a record as the archive reads it, which waits for an approval and for nothing else', () => {
    const read = parseRecord(contribution, record, 'stories/ab12cd34ef/story.md');
    if (!read.ok) throw new Error(JSON.stringify(read.problems));
    const media = new Map([['f1.jpg', { path: '/f1.jpg', sha256: 'a'.repeat(64) }]]);
    const held = {
      id: 'ab12cd34ef',
      file: 'stories/ab12cd34ef/story.md',
      folder: 'stories/ab12cd34ef',
      fields: read.value,
      body: words,
      media,
    };
    const { refusals } = decide(factsOf(held), { use: 'web', day: '2026-07-01' });
    expect(new Set(refusals.map(({ reason }) => reason))).toEqual(
      new Set(['not-the-version-approved']),
    );
  });
});
