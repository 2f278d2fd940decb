import { problemLine } from '#records/problem.ts';
import type { Desk } from '#server/desk-context.ts';
import { branchOf, noteOf, noteText, readDraft, type Workflow } from '#repository/drafts.ts';
import {
  changedTree,
  commitTree,
  fileOf,
  writeBlob,
  liveTip,
  type RefUpdate,
  updateRefs,
} from '#repository/repository.ts';
import { withWholeCheckout } from '#repository/checkout.ts';
import { recordPlace, type RecordPlace } from '#repository/paths.ts';
import { needToChange } from './may-change.ts';
import type { ProtocolCall } from './protocol-writes.ts';
import { NotDone } from '#server/not-done.ts';

/**
 * Takes what facilitators wrote off the website, when nothing uses it: it leaves what is published and
 * stays as a draft, in one step, so that no word of it is lost. A contribution is withdrawn instead.
 */
export async function unpublish({ desk, visitor, params }: ProtocolCall): Promise<unknown> {
  const paths = Array.isArray(params['paths']) ? params['paths'] : [];
  const places = paths.map(recordPlace);
  if (places.length === 0)
    throw new NotDone('not-valid', 'Nothing was named, so nothing was changed.');
  if (places.some(({ collection }) => collection === 'stories'))
    throw new NotDone(
      'not-allowed',
      'What a person gave is taken down with the red button in its form, at once and everywhere. Nothing was changed.',
    );
  for (const { collection } of places) needToChange(visitor, collection);
  const { repository, publisher, commands } = desk;
  const live = await liveTip(repository);
  const tree = await changedTree(repository, live, new Map(places.map(({ path }) => [path, null])));
  const problems = await withWholeCheckout(repository, tree, (content) => commands.check(content));
  if (problems.length > 0)
    throw new NotDone(
      'not-valid',
      `Something else still uses this, so it stays. Nothing was changed. ${problems.map(problemLine).join(' ')}`,
    );
  const commit = await commitTree(repository, tree, [live], 'Take off the website');
  const drafts: RefUpdate[] = [];
  for (const place of places)
    drafts.push(...(await asDraft(desk, place, { live, without: commit, visitor })));
  await publisher.owe();
  await updateRefs(repository, [{ ref: repository.live, to: commit, from: live }, ...drafts]);
  publisher.start();
  return {};
}

/** The steps that keep a record as a draft; one that has a draft already keeps that. */
async function asDraft(
  { repository, now }: Desk,
  { collection, id, path }: RecordPlace,
  from: {
    readonly live: string;
    readonly without: string;
    readonly visitor: ProtocolCall['visitor'];
  },
): Promise<readonly RefUpdate[]> {
  const key = { collection, id };
  const file = await fileOf(repository, from.live, path);
  if (file === undefined || (await readDraft(repository, key)) !== undefined) return [];
  const tree = await gitTree(repository, from.live);
  const tip = await commitTree(repository, tree, [from.without], 'Keep as a draft');
  const slug = path.slice(`content/${collection}/`.length).replace(/\.[a-z]+$/, '');
  const workflow: Workflow = {
    status: 'draft',
    owner: from.visitor.login,
    slug,
    updated: new Date(now()).toISOString(),
    saves: [{ path, revision: file.blob, by: from.visitor.mark }],
  };
  const note = await writeBlob(repository, noteText(workflow));
  return [
    { ref: branchOf(key), to: tip, from: undefined },
    { ref: noteOf(key), to: note, from: undefined },
  ];
}

/** The tree of a commit, unchanged. */
function gitTree(repository: Desk['repository'], commit: string): Promise<string> {
  return changedTree(repository, commit, new Map());
}
