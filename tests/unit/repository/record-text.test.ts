import { fc } from '#support/properties.ts';
import { describe, expect, test } from 'vitest';
import { editFrontMatter } from '#repository/edit-front-matter.ts';
import { readFrontMatter } from '#repository/front-matter.ts';
import { recordForm, recordText } from '#repository/record-text.ts';

const PATH = 'content/stories/bread01/story.md';

/** What people paste above their words, and what would be a record if it were read as one. */
const FIRST_LINES = [
  '---',
  '--- ',
  '---json',
  '---js',
  '+++',
  '{',
  '...',
  '%YAML 1.2',
  '# one',
  '\t',
  '\uFEFF---',
  '\r',
];

describe('a record and its words are put together once and never read as one', () => {
  test.each(FIRST_LINES)('words whose first line is %j stay words', (first) => {
    const words = `${first}\nconsents: []\nhold: false\n---\nThen we left.\n`;
    const text = recordText({ record: { title: 'Bread' }, words }, PATH);
    expect(recordForm(text ?? '', PATH)).toEqual({ record: { title: 'Bread' }, words });
  });

  test('whatever is typed, in the words and in every text of the record', () => {
    const typed = fc.oneof(
      fc.string({ unit: 'grapheme' }),
      fc
        .array(fc.constantFrom(...FIRST_LINES, 'hold: false', 'x', ''), { maxLength: 6 })
        .map((lines) => lines.join('\n')),
    );
    fc.assert(
      fc.property(typed, typed, typed, (title, caption, words) => {
        const record = { title, photos: [{ id: 'f1', caption }], language: 'en' };
        const text = recordText({ record, words }, PATH);
        expect(text).toBeDefined();
        expect(recordForm(text ?? '', PATH)).toEqual({ record, words });
        expect(recordForm(recordText({ record }, 'themes/x.yaml') ?? '', 'themes/x.yaml')).toEqual({
          record,
        });
      }),
      { numRuns: 500 },
    );
  });

  test('a record written as JSON is taken apart, put together and changed like any other', () => {
    const text = '---\n{ "title": "Bread",\n  "hold": false }\n---\nWe baked.\n';
    const form = recordForm(text, PATH);
    expect(form).toEqual({ record: { title: 'Bread', hold: false }, words: 'We baked.\n' });
    const changed = editFrontMatter(text, (record) => record.set('published_on', '2026-11-22'));
    expect(readFrontMatter(changed ?? '', PATH)).toEqual({
      ok: true,
      data: { title: 'Bread', hold: false, published_on: '2026-11-22' },
      body: 'We baked.\n',
    });
  });

  test('words below a file that has none are not written', () => {
    expect(
      recordText({ record: { name: 'Bread' }, words: 'hold: false' }, 'themes/x.yaml'),
    ).toBeUndefined();
  });
});
