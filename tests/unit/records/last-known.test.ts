import { describe, expect, test } from 'vitest';
import { knownName } from '#records/last-known.ts';

const record = (...lines: readonly string[]): string => `---\n${lines.join('\n')}\n---\nWords.\n`;

describe('what a piece is called, to find it by when it comes down', () => {
  test.each([
    ['plain', record('title: Bread', 'language: ur'), 'Bread', 'ur'],
    ['in quotation marks with some inside', record('title: "He said \\"no\\""'), 'He said "no"'],
    ['in single marks', record("title: 'It''s here'"), "It's here"],
    ['over two lines', record('title: >-', '  Bread', '  and tea'), 'Bread and tea'],
    ['with a remark behind it', record('title: Bread # the first'), 'Bread'],
    [
      'not the title of a part above it',
      record('photos:', '  - title: Other', 'title: Own'),
      'Own',
    ],
    ['beside a key that the archive does not know', record('titel: x', 'title: Bread'), 'Bread'],
    [
      'in a record that is not YAML',
      record('title: "Bread"', 'language: ur', 'x: ['),
      'Bread',
      'ur',
    ],
    ['nowhere', record('language: ur'), undefined, 'ur'],
    ['not in words', record('title: 12'), undefined],
    ['in a text that is no record', 'Only words.\n', undefined],
  ])('%s', (_where, text, title, language = undefined) => {
    expect(knownName(text)).toEqual({ title, language });
  });
});
