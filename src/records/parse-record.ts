import type { z } from 'astro/zod';
import type { Problem, Rule } from './problem.ts';

/** Either the record, or everything that is wrong with it. */
export type Parsed<T> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly problems: readonly Problem[] };

/** Checks what was read from `file` against a schema; every issue becomes a problem without content. */
export function parseRecord<S extends z.ZodType>(
  schema: S,
  value: unknown,
  file: string,
): Parsed<z.infer<S>> {
  const result = schema.safeParse(value);
  if (result.success) return { ok: true, value: result.data };
  return { ok: false, problems: result.error.issues.flatMap((issue) => problemsOf(issue, file)) };
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
