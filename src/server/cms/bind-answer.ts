import { bindAnswers } from '#intake/bind-answers.ts';
import { response } from '#records/lists.ts';
import { parseRecord } from '#records/parse-record.ts';
import { readFrontMatter } from '#repository/front-matter.ts';
import type { Desk } from '#server/desk-context.ts';
import { changedTree, textAt } from '#repository/repository.ts';
import { withCheckoutOf } from '#repository/checkout.ts';

/**
 * The tree in which a new answer of an institution is bound to the words it answers: those that the
 * priority has at this moment. One that was bound keeps its words, whatever was mended in it, until
 * its day or what it answers is another: only then has somebody answered again.
 */
export async function boundAnswer(
  desk: Desk,
  { id, live, tree }: { readonly id: string; readonly live: string; readonly tree: string },
): Promise<string> {
  const { repository } = desk;
  const path = `content/responses/${id}.md`;
  const now = await answerIn(desk, tree, path);
  const before = await answerIn(desk, live, path);
  if (now === undefined || !('priority' in now.answers)) return tree;
  const isSame =
    before !== undefined &&
    before.on === now.on &&
    JSON.stringify(before.answers) === JSON.stringify(now.answers);
  if (isSame && now.answered !== undefined) return tree;
  const { changes } = await withCheckoutOf(
    repository,
    tree,
    [path, 'content/priorities/'],
    (content) => bindAnswers({ content, ids: [id] }),
  );
  return changes.size === 0 ? tree : changedTree(repository, tree, changes);
}

async function answerIn({ repository }: Desk, commit: string, path: string) {
  const text = await textAt(repository, commit, path);
  if (text === undefined) return undefined;
  const matter = readFrontMatter(text, path);
  if (!matter.ok) return undefined;
  const read = parseRecord(response, matter.data, path);
  return read.ok ? read.value : undefined;
}
