import type { z } from 'astro/zod';
import { isWithin, type Limits, RECORD_LIMITS, tooMuch } from './limits.ts';
import { type Problem, problemAt } from './problem.ts';
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
    problems.push(...result.error.issues.flatMap((issue) => problemsOf(issue, value, file)));
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

function problemsOf(issue: z.core.$ZodIssue, record: unknown, file: string): readonly Problem[] {
  const place = { file, field: fieldOf(issue.path) || undefined };
  switch (issue.code) {
    case 'unrecognized_keys':
      return issue.keys.map((key) =>
        problemAt({ file, field: fieldOf([...issue.path, key]) }, 'key-not-known'),
      );
    case 'invalid_value':
      return [problemAt(place, 'word-not-known', { known: issue.values.map(String) })];
    case 'invalid_type':
      return valueAt(record, issue.path) === undefined
        ? [problemAt(place, 'not-there')]
        : [problemAt(place, 'other-type', { expected: issue.expected })];
    case 'invalid_union':
      return [problemAt(place, 'no-form-fits')];
    default:
      return [problemAt(place, 'not-in-form', { is: ownWords(issue) })];
  }
}

/** What stands at a path of what was read; nothing where a step of it is not there. */
function valueAt(record: unknown, path: readonly PropertyKey[]): unknown {
  return path.reduce<unknown>(
    (value, step) => (value as Record<PropertyKey, unknown> | undefined | null)?.[step],
    record,
  );
}

/** Only our own messages are shown: a library's may repeat what was typed. */
function ownWords({ message }: z.core.$ZodIssue): string | undefined {
  return /^(is|has) /.test(message) ? message : undefined;
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
