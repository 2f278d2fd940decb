import type { MediaProblem } from '#media/media.ts';
import { OF_A_DOCUMENT } from './problem-words/document.ts';
import { OF_A_FOLDER } from './problem-words/folder.ts';
import { OF_AN_IMPORT } from './problem-words/import.ts';
import { OF_A_RECORD } from './problem-words/record.ts';
import type { Rule, ProblemWords } from './problem-words/said.ts';
import { OF_WHAT_WAS_WITHDRAWN } from './problem-words/withdrawn.ts';

/**
 * One thing that is wrong, told so that a facilitator can mend it. It names the file, the field and
 * the rule, and never what stands in the field (docs/consent.md, T40, A41).
 */
export interface Problem {
  readonly file: string;
  readonly field?: string | undefined;
  readonly rule: Rule;
  /** What happened, in one sentence. */
  readonly what: string;
  /** What to do next. */
  readonly next: string;
}

/** Every problem there is, by name, with its words: rooms give the name and the facts. */
const PROBLEMS = {
  ...OF_A_RECORD,
  ...OF_A_FOLDER,
  ...OF_A_DOCUMENT,
  ...OF_WHAT_WAS_WITHDRAWN,
  ...OF_AN_IMPORT,
};

export type ProblemKind = keyof typeof PROBLEMS;

/** The facts that go into the words of a problem: none for most. */
export type Facts<Kind extends ProblemKind> = (typeof PROBLEMS)[Kind] extends (
  facts: infer F,
) => ProblemWords
  ? readonly [facts: F]
  : readonly [];

/** The problems that are told without a fact. */
export type PlainProblem = {
  [Kind in ProblemKind]: Facts<Kind> extends readonly [] ? Kind : never;
}[ProblemKind];

/** A problem at a place, in words. `file` is below the content, `field` as the record names it. */
export function problemAt<Kind extends ProblemKind>(
  place: Pick<Problem, 'file' | 'field'>,
  kind: Kind,
  ...facts: Facts<Kind>
): Problem {
  const said = PROBLEMS[kind] as ProblemWords | ((given: unknown) => ProblemWords);
  return { ...place, ...(typeof said === 'function' ? said(facts[0]) : said) };
}

/** What the room of media found wrong in a file, at the field that names it. */
export function mediaProblemAt(
  { file, field }: Pick<Problem, 'file' | 'field'>,
  { rule, what, next }: MediaProblem,
): Problem {
  return { file, field, rule, what, next };
}

/** One line for a person: file, field, rule, what happened, what to do. */
export function problemLine({ file, field, rule, what, next }: Problem): string {
  return `${file}${field ? ` · ${field}` : ''} · ${rule}: ${what} ${next}`;
}
