import {
  type Author,
  noteOf,
  noteText,
  branchOf,
  readDraft,
  type Save,
  type Status,
  type Workflow,
} from './drafts.ts';
import {
  readBlobs,
  changedTree,
  commitTree,
  fileOf,
  type Repository,
  writeBlob,
  liveTip,
  resolveRef,
  type TreeFile,
  updateRefs,
} from './repository.ts';
import { draftKey, type RecordPlace } from './paths.ts';
import { recordForm } from './record-text.ts';
import { repositoryRefusedFor, RepositoryRefused } from './refused.ts';

/**
 * Saves a text into its draft: a commit, and the note beside it, in one step. A text made from an
 * older version is refused with the newer one, and nothing of either is lost (docs/traps/decap.md, "The server").
 */
export async function saveDraft(
  repository: Repository,
  input: {
    readonly place: RecordPlace;
    readonly slug: string;
    readonly text: string;
    readonly revision: string | undefined;
    /** How far a new draft is. */
    readonly status: Status | undefined;
    /** How far it is from now on, whatever it was. */
    readonly movesTo?: Status | undefined;
    readonly author: Author;
    readonly collection: string;
  },
): Promise<{ readonly revision: string }> {
  const { place, text, revision, author } = input;
  const key = draftKey(input.collection, input.slug);
  const draft = await readDraft(repository, key);
  if (draft === undefined && (await resolveRef(repository, branchOf(key))) !== undefined)
    throw repositoryRefusedFor('draft-unreadable');
  const base = draft?.tip ?? (await liveTip(repository));
  const now = await fileOf(repository, base, place.path);
  const saves = draft?.workflow.saves ?? [];
  if (!isCurrent({ now: now?.blob, revision, mark: author.mark, saves, path: place.path }))
    throw await stale(repository, now, place.path);
  const begun = saves.some(({ path }) => path === place.path)
    ? saves
    : [...saves, { path: place.path, revision: now?.blob ?? '', by: '' }];
  const workflowAt = (saved: string): Workflow => ({
    status: input.movesTo ?? draft?.workflow.status ?? input.status ?? 'draft',
    owner: draft?.workflow.owner ?? author.owner,
    slug: draft?.workflow.slug ?? input.slug,
    updated: author.at,
    saves: [...begun, { path: place.path, revision: saved, by: author.mark }],
  });
  // The text is written once; its commit and its note are made beside each other, and no ref moves before both are there.
  const blob = writeBlob(repository, text);
  const [commit, note] = await Promise.all([
    changedTree(repository, base, new Map([[place.path, { blob }]])).then((tree) =>
      commitTree(repository, tree, [base], 'Save a draft'),
    ),
    blob.then((saved) => writeBlob(repository, noteText(workflowAt(saved)))),
  ]);
  await updateRefs(repository, [
    { ref: branchOf(key), to: commit, from: draft?.tip },
    { ref: noteOf(key), to: note, from: draft?.note },
  ]);
  return { revision: await blob };
}

/**
 * Is a text made from the version that is there now? Or from one after which only the same sign-in
 * saved: Decap does not read again after its own save.
 */
function isCurrent(input: {
  readonly now: string | undefined;
  readonly revision: string | undefined;
  readonly mark: string;
  readonly saves: readonly Save[];
  readonly path: string;
}): boolean {
  const { now, revision = '', mark } = input;
  if ((now ?? '') === revision) return true;
  const saves = input.saves.filter(({ path }) => path === input.path);
  const from = saves.findLastIndex((save) => save.revision === revision);
  return from >= 0 && saves.slice(from + 1).every(({ by }) => by === mark);
}

async function stale(
  repository: Repository,
  now: TreeFile | undefined,
  path: string,
): Promise<RepositoryRefused> {
  const bytes = now && (await readBlobs(repository, [now.blob])).get(now.blob);
  if (bytes !== undefined && recordForm(bytes.toString('utf8'), path) === undefined)
    return repositoryRefusedFor('record-unreadable');
  return new RepositoryRefused({ rule: 'stale', newer: bytes?.toString('utf8') ?? '' });
}
