import type { z } from 'astro/zod';
import { isWithin, type Limits, RECORD_LIMITS, tooMuch } from './limits.ts';
import type { Problem, Rule } from './problem.ts';
import { characterProblem } from './text-rules.ts';

/** Either the record, or everything that is wrong with it. */
export type Parsed<T> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly problems: readonly Problem[] };

/**
 * Checks what was read from `file` against a schema; every issue becomes a problem without content.
 * A record that is too large is not looked into, and no text of it may hold a refused character.
 */
export function parseRecord<S extends z.ZodType>(
  schema: S,
  value: unknown,
  file: string,
  limits: Limits = RECORD_LIMITS,
): Parsed<z.infer<S>> {
  if (!isWithin(value, limits)) return { ok: false, problems: [tooMuch(file)] };
  const result = schema.safeParse(value);
  // Of a list made by others only what is read counts; of our own records all that was written does.
  const problems = textProblems(result.success ? result.data : value, file);
  if (!result.success)
    problems.push(...result.error.issues.flatMap((issue) => problemsOf(issue, file)));
  return problems.length === 0 && result.success
    ? { ok: true, value: result.data }
    : { ok: false, problems };
}

/** Every text in a record that holds a refused character, and every key that does. */
function textProblems(record: unknown, file: string): Problem[] {
  const found: Problem[] = [];
  const look = (value: unknown, path: readonly PropertyKey[]): void => {
    if (typeof value === 'string') {
      const problem = characterProblem(value, { file, field: fieldOf(path) || undefined });
      if (problem !== undefined) found.push(problem);
    } else if (Array.isArray(value)) {
      for (const [index, each] of value.entries()) look(each, [...path, index]);
    } else if (typeof value === 'object' && value !== null) {
      for (const [key, each] of Object.entries(value)) {
        const problem = characterProblem(key, { file, field: fieldOf([...path, key]) });
        if (problem !== undefined) found.push(problem);
        look(each, [...path, key]);
      }
    }
  };
  look(record, []);
  return found;
}

function problemsOf(issue: z.core.$ZodIssue, file: string): readonly Problem[] {
  const field = fieldOf(issue.path);
  const problem = (rule: Rule, what: string, next: string, of = field): Problem => ({
    file,
    field: of || undefined,
    rule,
    what,
    next,
  });
  switch (issue.code) {
    case 'unrecognized_keys':
      return issue.keys.map((key) =>
        problem(
          'unknown-key',
          'There is a key here that the archive does not know.',
          'Look for a spelling mistake, or take it out.',
          fieldOf([...issue.path, key]),
        ),
      );
    case 'invalid_value':
      return [
        problem(
          'unknown-value',
          'This is not one of the words allowed here.',
          `Use one of: ${issue.values.map(String).join(', ')}.`,
        ),
      ];
    case 'invalid_type':
      return /received undefined/.test(issue.message)
        ? [problem('missing', 'This is needed and is not there.', 'Write it.')]
        : [problem('wrong-type', `This should be ${article(issue.expected)}.`, 'Correct it.')];
    case 'invalid_union':
      return [
        problem(
          'wrong-type',
          'This is not in one of the forms allowed here.',
          'See the content format.',
        ),
      ];
    default:
      return [problem('not-allowed', `This ${customWords(issue)}.`, 'Correct it.')];
  }
}

/** Only our own messages are shown: a library's may repeat what was typed. */
function customWords(issue: z.core.$ZodIssue): string {
  return /^(is|has) /.test(issue.message) ? issue.message : 'is not in the form allowed here';
}

function article(type: string): string {
  switch (type) {
    case 'boolean':
      return 'true or false, without quotation marks';
    case 'array':
      return 'a list';
    case 'object':
    case 'record':
      return 'a group of keys';
    default:
      return `a ${type}`;
  }
}

function fieldOf(path: readonly PropertyKey[]): string {
  return path
    .map((step) => (typeof step === 'number' ? `[${step}]` : `.${safeKey(String(step))}`))
    .join('')
    .replace(/^\./, '');
}

/** A key written by a person may hold anything; only words of the format are repeated. */
function safeKey(key: string): string {
  return /^[a-z][a-z_-]{0,30}\d{0,4}$/.test(key) ? key : '(key)';
}
