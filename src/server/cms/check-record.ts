import { COLLECTIONS, type Collection, type DocumentCollection } from '#records/collections.ts';
import { parseRecord } from '#records/parse-record.ts';
import { type Problem, problemLine } from '#records/problem.ts';
import { checkMdx, EXHIBITION_COMPONENTS, PAGE_COMPONENTS } from '#release/check-mdx.ts';
import { bodyProblems } from '#repository/read-contribution.ts';
import { type RecordForm, recordText } from '#repository/record-text.ts';
import type { RecordPlace } from '#repository/paths.ts';
import { NotDone } from '#server/not-done.ts';

/** The tags that may stand in the words of each. */
const TAGS: Readonly<Record<DocumentCollection, typeof PAGE_COMPONENTS>> = {
  exhibitions: EXHIBITION_COMPONENTS,
  pages: PAGE_COMPONENTS,
};

/**
 * The text to keep, or a refusal of what the archive could not read: the record is checked here
 * whatever the browser says, unknown keys are refused, and MDX may hold nothing that is code
 * (docs/consent.md, T8). Fields and words come apart and are put together here, never read as one.
 */
export function checkedText({ collection, path }: RecordPlace, form: RecordForm): string {
  const file = path.slice('content/'.length);
  const problems = problemsIn(collection, file, form);
  if (problems.length > 0) throw toBeMended('This was not saved.', problems);
  const text = recordText(form, path);
  if (text === undefined)
    throw new NotDone(
      'not-valid',
      'This could not be written down as it stands. Nothing was saved.',
    );
  return text;
}

/** What has to be put right first: a line for each, and the same by its field for a form that has one. */
export function toBeMended(said: string, problems: readonly Problem[]): NotDone {
  const lines = problems.map(problemLine);
  const told = problems.map(({ file, field, what, next }) => ({ file, field, what, next }));
  return new NotDone('not-valid', `${said} ${lines.join(' ')}`, { problems: lines, told });
}

function problemsIn(
  collection: Collection,
  file: string,
  { record, words = '' }: RecordForm,
): readonly Problem[] {
  const parsed = parseRecord(COLLECTIONS[collection].schema, record, file);
  const problems = [...(parsed.ok ? [] : parsed.problems), ...bodyProblems(words, file)];
  if (!isDocument(collection)) return problems;
  return [...problems, ...checkMdx({ body: words, file, allowed: TAGS[collection] }).problems];
}

function isDocument(collection: Collection): collection is DocumentCollection {
  return Object.hasOwn(TAGS, collection);
}
