import { describe, expect, test } from 'vitest';
import { problemInForm, problemLines, rememberForms } from '#cms/browser/problem-labels.ts';
import { EDITOR } from '#server/roles.ts';
import { cmsConfig } from '#cms/config.ts';
import { contribution } from '#records/contribution.ts';
import { parseRecord } from '#records/parse-record.ts';
import { problemLine } from '#records/problem.ts';
import { type Fields, openRecord } from '#support/small-archive.ts';

const config = cmsConfig({
  settings: { name: 'Test', languages: ['en'] },
  lists: { themes: [], places: [], series: [], exhibitions: [], priorities: [], pieces: [] },
  reader: { ...EDITOR.facilitator, language: 'en' },
});
const FILE = 'stories/told01/story.md';

/** What the pane says of a record, from what the server would answer. */
function said(fields: Fields): readonly string[] {
  rememberForms(config.collections);
  const parsed = parseRecord(contribution, fields, FILE);
  const found = parsed.ok ? [] : parsed.problems;
  const error = { problems: found.map(problemLine), told: found };
  return problemLines(error, { collection: 'stories', path: `content/${FILE}` });
}

const photo = { id: 'f1', file: 'f1.jpg' };

describe('what is wrong in a record that is being typed', () => {
  test.each<[string, Fields, string]>([
    ['a field', { title: undefined }, '“Title”: '],
    ['a field in a group', { credit: { as: 'nobody' } }, '“How do they want to be named?”, “'],
    [
      'a field in the second of a list',
      { photos: [photo, { ...photo, id: 'f2', alt: 7 }] },
      '“Photographs and artwork” 2, “',
    ],
    ['what has no field', { published: true }, '“published”: There is a key here'],
    ['a day', { embargo_until: 'soon' }, '“Keep it back until”: '],
  ])('is told by the words of the form: %s', (_what, change, begins) => {
    const [line = ''] = said(openRecord(change));
    expect(line.startsWith(begins), line).toBe(true);
    expect(line).not.toMatch(/story\.md|unknown-|wrong-type|not-allowed|missing ·|\[\d/);
  });

  test('is told by the person and the question where it is about what somebody said', () => {
    const [line = ''] = said(openRecord({}, { age_band: 'old' }));
    expect(line).toMatch(/^Person 1, “How old are they\?”: /);
  });

  test('names the file where it is in another record, whose form is not there', () => {
    const other = { file: 'themes/tea.yaml', field: 'name', what: 'What.', next: 'Next.' };
    const error = { problems: ['themes/tea.yaml · name · missing: What. Next.'], told: [other] };
    expect(problemLines(error, { collection: 'stories', path: `content/${FILE}` })).toEqual(
      error.problems,
    );
    expect(
      problemLines(new Error('x'), { collection: 'stories', path: `content/${FILE}` }),
    ).toEqual([]);
  });

  test('calls the words below a record as the form does', () => {
    const told = { file: FILE, field: 'words', what: 'What.', next: 'Next.' };
    const error = { problems: ['…'], told: [told] };
    expect(problemLines(error, { collection: 'stories', path: `content/${FILE}` })).toEqual([
      '“The words”: What. Next.',
    ]);
  });

  test('begins with what is wrong where it is in no field', () => {
    expect(problemInForm({ file: FILE, what: 'What.', next: 'Next.' }, {})).toBe('What. Next.');
  });
});
