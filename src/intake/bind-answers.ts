import { join, resolve } from 'node:path';
import { response } from '#records/lists.ts';
import { priority } from '#records/lists.ts';
import { parseRecord } from '#records/parse-record.ts';
import { type Problem, problemAt } from '#records/problem.ts';
import { list, readText } from '#repository/content-files.ts';
import { priorityDigest } from '#repository/digests.ts';
import { readFrontMatter, readYaml } from '#repository/front-matter.ts';
import { editRecord } from '#repository/edit-record.ts';

/** An answer that was looked at: bound to the words it answers, or left as it stood, and why. */
export type AnswerLooked =
  | { readonly kind: 'bound'; readonly id: string; readonly priority: string }
  | { readonly kind: 'bound-before' | 'no-words'; readonly id: string };

/** The answers that could be read, and what is wrong with the others. */
export interface Bound {
  readonly answers: readonly AnswerLooked[];
  readonly problems: readonly Problem[];
}

/**
 * Writes into answers of institutions the digest of what the priority says now: these are the words
 * that were answered (docs/content-format.md, `responses`). It judges nothing: that the institution has
 * answered these words, and no earlier ones, is for the person who runs it to know.
 */
export async function bindAnswers(input: {
  readonly content: string;
  /** Ids of answers, or `all`: every answer to a priority that is bound to no words yet. */
  readonly ids: readonly string[] | 'all';
}): Promise<Bound> {
  const root = resolve(input.content);
  const { files } = await list(root, 'responses');
  const known = files.filter((name) => name.endsWith('.md')).map((name) => name.slice(0, -3));
  const answers: AnswerLooked[] = [];
  const problems: Problem[] = [];
  for (const id of input.ids === 'all' ? known : input.ids) {
    const one = known.includes(id)
      ? await bind(root, id, input.ids === 'all')
      : [problemAt({ file: 'responses' }, 'no-such-answer')];
    if ('kind' in one) answers.push(one);
    else problems.push(...one);
  }
  return { answers, problems };
}

/** What was done, or what is wrong. `fresh`: one that is bound already stays as it is. */
async function bind(
  root: string,
  id: string,
  fresh: boolean,
): Promise<AnswerLooked | readonly Problem[]> {
  const file = join('responses', `${id}.md`);
  const text = await readText(root, file);
  if (!text.ok) return [text.problem];
  const matter = readFrontMatter(text.text, file);
  if (!matter.ok) return [matter.problem];
  const read = parseRecord(response, matter.data, file);
  if (!read.ok) return read.problems;
  const { answers, answered: before } = read.value;
  if (!('priority' in answers)) return { kind: 'no-words', id };
  if (fresh && before !== undefined) return { kind: 'bound-before', id };
  const digest = await digestNow(root, answers.priority);
  if (typeof digest !== 'string') return digest;
  await editRecord(join(root, file), (record) => record.set('answered', digest));
  return { kind: 'bound', id, priority: answers.priority };
}

async function digestNow(root: string, id: string): Promise<string | readonly Problem[]> {
  const file = join('priorities', `${id}.yaml`);
  const text = await readText(root, file);
  if (!text.ok) return [text.problem];
  const yaml = readYaml(text.text, file);
  if (!yaml.ok) return [yaml.problem];
  const read = parseRecord(priority, yaml.data ?? {}, file);
  return read.ok ? priorityDigest(read.value) : read.problems;
}
