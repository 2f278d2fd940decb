import { z } from 'astro/zod';
import { type ContributionFields, contribution } from '#records/contribution.ts';
import { parseRecord } from '#records/parse-record.ts';
import { type Problem, problemAt } from '#records/problem.ts';
import { readKnown } from '#repository/read-content.ts';
import { bodyProblems, namedFiles, nameProblems } from '#repository/read-contribution.ts';
import { listReferences } from '#repository/references.ts';
import type { DraftPiece } from './draft.ts';

type Known = Awaited<ReturnType<typeof readKnown>>;

/** Looked at by itself, so that an unknown theme is told together with what else is wrong. */
const { themes, places, series } = contribution.shape;
const named = z.object({ themes, places, series });

/**
 * All that `check` would find in these drafts once they stood in `content`, found before anything is
 * written: the schema, the lists, ids that were withdrawn, and two that are the same contribution.
 */
export async function draftProblems(
  drafts: readonly DraftPiece[],
  content: string,
): Promise<readonly Problem[]> {
  const known = await readKnown(content);
  const first = new Map<string, DraftPiece>();
  const found: Problem[] = [...known.problems];
  for (const draft of drafts) {
    const same = first.get(draft.origin.key);
    if (same === undefined) first.set(draft.origin.key, draft);
    else found.push(duplicate(draft, same));
    found.push(...draft.problems, ...(await ofDraft(draft, known)));
  }
  return once(found);
}

async function ofDraft(
  draft: DraftPiece,
  { lists, withdrawn }: Known,
): Promise<readonly Problem[]> {
  const { id, label, calls } = draft;
  const record = await draft.record();
  const whole = parseRecord(contribution, record, label);
  const names = named.safeParse(record);
  const problems = [
    ...bodyProblems(draft.body, label),
    ...(whole.ok ? nameProblems(id, label, filesOf(whole.value)) : whole.problems),
    ...(names.success ? listReferences({ file: label, fields: names.data }, lists) : []),
    ...(withdrawn.has(id) ? [problemAt({ file: label }, 'withdrawn-and-imported')] : []),
  ];
  return problems.map((problem) => ({ ...problem, field: called(problem.field, calls) }));
}

const filesOf = (fields: ContributionFields): readonly string[] =>
  namedFiles(fields).map(({ name }) => name);

function called(field: string | undefined, calls: DraftPiece['calls']): string | undefined {
  return field === undefined ? undefined : (calls[field] ?? field);
}

function duplicate({ label, origin }: DraftPiece, same: DraftPiece): Problem {
  return problemAt({ file: label, field: origin.field }, 'made-twice', { other: same.label });
}

/** A picture of many versions, or a language that stands in two fields of a record, is told once. */
function once(problems: readonly Problem[]): readonly Problem[] {
  const told = new Map(
    problems.map((each) => [`${each.file}\n${each.field ?? ''}\n${each.rule}`, each]),
  );
  return [...told.values()];
}
