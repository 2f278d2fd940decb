import { describe, expect, test } from 'vitest';
import type { z } from 'astro/zod';
import { contribution } from '#records/contribution.ts';
import { asset } from '#records/lists.ts';
import { parseRecord } from '#records/parse-record.ts';
import { settings } from '#records/settings.ts';

const LINKS: readonly (readonly [string, z.ZodType, (url: string) => object])[] = [
  [
    'the licence of a piece',
    contribution,
    (url) => ({ title: 'a', language: 'en', kind: 'story', licence: { name: 'x', url } }),
  ],
  ['a community asset', asset, (url) => ({ url })],
  ['a support line', settings, (url) => ({ name: 'a', support: [{ name: 'x', url }] })],
  [
    'a contact',
    settings,
    (value) => ({ name: 'a', contacts: [{ label: 'x', kind: 'link', value }] }),
  ],
];

describe.each(LINKS)('the link of %s', (_name, schema, record) => {
  test.each([
    ...[
      'javascript:alert(1)',
      'JavaScript:alert(1)',
      ' javascript:alert(1)',
      'java\tscript:alert(1)',
    ],
    ...[
      'data:text/html,x',
      'vbscript:x',
      'file:///etc/passwd',
      '//example.org',
      '/here',
      'example.org',
    ],
    ...[
      'https://',
      'https:example.org',
      'https://exa mple.org/',
      'https://a@example.org/',
      'https://example.org/"x',
    ],
  ])('is not %s', (url) => {
    const parsed = parseRecord(schema, record(url), 'file');
    expect(parsed.ok).toBe(false);
    if (!parsed.ok) expect(JSON.stringify(parsed.problems)).not.toContain('alert');
  });

  test.each([
    'https://example.org',
    'http://example.org:8080/a?b=c#d',
    'https://پاکستان.icom.museum/ا',
  ])('may be %s', (url) => expect(parseRecord(schema, record(url), 'file').ok).toBe(true));
});

test.each([
  ['email', 'not an address', false],
  ['email', 'a@example.org?bcc=b@example.org', false],
  ['email', 'a@example.org', true],
  ['phone', 'ring us', false],
  ['phone', '020 7946 0000', true],
  ['text', 'x', false],
  ['place', 'The library, ground floor', true],
])('a contact of kind %s: %s', (kind, value, isRight) => {
  const record = { name: 'a', contacts: [{ label: 'x', kind, value }] };
  expect(parseRecord(settings, record, 'file').ok).toBe(isRight);
});

describe('the address of the site', () => {
  test.each(['https://example.org', 'https://example.org/', 'http://localhost:4321'])(
    'may be %s',
    (url) => expect(parseRecord(settings, { name: 'a', url }, 'file').ok).toBe(true),
  );

  test.each([
    'https://example.org/archive/',
    'https://example.org/archive',
    'https://example.org/?a',
    'https://example.org/#a',
    'https://example.org//',
  ])('is refused in plain words when something stands behind the host: %s', (url) => {
    const parsed = parseRecord(settings, { name: 'a', url }, 'settings.yaml');
    const said = parsed.ok
      ? ''
      : parsed.problems.map(({ field, what }) => `${field}: ${what}`).join();
    expect(said).toMatch(/^url: .*top of an address, such as https:\/\/example\.org/);
    expect(said).not.toContain('archive/');
  });
});
