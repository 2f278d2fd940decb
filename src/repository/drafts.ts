import {
  type Repository,
  filesOf,
  writeBlob,
  liveTip,
  mergeBase,
  type RefUpdate,
  resolveRef,
  type TreeFile,
  updateRefs,
} from './repository.ts';
import { git } from './git.ts';
import { type DraftKey, draftKey } from './paths.ts';
import { repositoryRefusedFor } from './refused.ts';

export const STATUSES = ['draft', 'pending_review', 'pending_publish'] as const;
export type Status = (typeof STATUSES)[number];

/** What is known of a draft beside its text; a JSON blob at `refs/archive/workflow/…`. */
export interface Workflow {
  readonly status: Status;
  /** A role's own name, such as `facilitator-1`. */
  readonly owner: string;
  /** Decap's own slug, given back as it came. */
  readonly slug: string;
  readonly updated: string;
  /** The version each save made, and who made it: an opaque mark of the sign-in. The first is what the draft began from. */
  readonly saves: readonly Save[];
}
export interface Save {
  readonly path: string;
  readonly revision: string;
  readonly by: string;
}

export interface Draft {
  readonly key: DraftKey;
  readonly tip: string;
  readonly note: string;
  readonly workflow: Workflow;
}

/** Who saves, and when. */
export interface Author {
  readonly owner: string;
  readonly mark: string;
  readonly at: string;
}

const BRANCHES = 'refs/heads/cms/';
const NOTES = 'refs/archive/workflow/';
export const branchOf = ({ collection, id }: DraftKey): string => `${BRANCHES}${collection}/${id}`;
export const noteOf = ({ collection, id }: DraftKey): string => `${NOTES}${collection}/${id}`;

/** The draft, or nothing; one that cannot be read counts as not there, so that reads never fail. */
export async function readDraft(repository: Repository, key: DraftKey): Promise<Draft | undefined> {
  const [tip, note] = await Promise.all([
    resolveRef(repository, branchOf(key)),
    repository.objects.info(noteOf(key)),
  ]);
  return tip === undefined || note === undefined
    ? undefined
    : draftOf(repository, key, tip, note.name);
}

async function draftOf(
  repository: Repository,
  key: DraftKey,
  tip: string,
  note: string,
): Promise<Draft | undefined> {
  const workflow = workflowIn((await repository.objects.read(note))?.bytes.toString('utf8') ?? '');
  return workflow && { key, tip, note, workflow };
}

/** In the note a revision is called `rev`, as in notes that were written before. */
interface Note extends Omit<Workflow, 'saves'> {
  readonly saves: readonly { readonly path: string; readonly rev: string; readonly by: string }[];
}

/** The note of a draft, as it is kept. */
export function noteText({ saves, ...rest }: Workflow): string {
  const kept = saves.map(({ path, revision, by }) => ({ path, rev: revision, by }));
  return JSON.stringify({ ...rest, saves: kept } satisfies Note);
}

function workflowIn(text: string): Workflow | undefined {
  try {
    const { saves, ...read } = JSON.parse(text) as Note;
    const whole = STATUSES.includes(read.status) && Array.isArray(saves);
    if (!whole || typeof read.slug !== 'string') return undefined;
    return { ...read, saves: saves.map(({ path, rev, by }) => ({ path, revision: rev, by })) };
  } catch {
    return undefined;
  }
}

/** Every draft that can be read, by one look at the refs. */
export async function listDrafts(repository: Repository): Promise<readonly Draft[]> {
  const format = '--format=%(objectname) %(refname)';
  const out = await git(repository.folder, ['for-each-ref', format, BRANCHES, NOTES]);
  const refs = new Map(
    out
      .toString('utf8')
      .split('\n')
      .filter(Boolean)
      .map((line) => {
        const cut = line.indexOf(' ');
        return [line.slice(cut + 1), line.slice(0, cut)] as const;
      }),
  );
  const drafts = [...refs].map(([name, note]) => {
    if (!name.startsWith(NOTES)) return undefined;
    const [collection = '', ...rest] = name.slice(NOTES.length).split('/');
    const key = { collection, id: rest.join('/') };
    const tip = refs.get(branchOf(key));
    return tip === undefined ? undefined : draftOf(repository, key, tip, note);
  });
  return (await Promise.all(drafts)).filter((draft) => draft !== undefined);
}

export async function needDraft(
  repository: Repository,
  collection: unknown,
  slug: unknown,
): Promise<Draft> {
  const draft = await readDraft(repository, draftKey(collection, slug));
  if (draft === undefined) throw repositoryRefusedFor('no-draft');
  return draft;
}

/** What a draft changed since it left the live branch, so that what was published since is not in it. */
export async function diffOf(
  repository: Repository,
  { tip }: Draft,
): Promise<readonly (TreeFile & { readonly isNew: boolean })[]> {
  const live = await liveTip(repository);
  const base = (await mergeBase(repository, live, tip)) ?? live;
  const before = new Map((await filesOf(repository, base)).map((file) => [file.path, file.blob]));
  return (await filesOf(repository, tip))
    .filter(({ path, blob }) => before.get(path) !== blob)
    .map((file) => ({ ...file, isNew: !before.has(file.path) }));
}

/** The paths that a draft changed, added or took away since it left the live branch. */
export async function changedIn(repository: Repository, draft: Draft): Promise<readonly string[]> {
  const live = await liveTip(repository);
  const base = (await mergeBase(repository, live, draft.tip)) ?? live;
  const kept = new Set((await filesOf(repository, draft.tip)).map(({ path }) => path));
  const gone = (await filesOf(repository, base)).filter(({ path }) => !kept.has(path));
  return [...(await diffOf(repository, draft)), ...gone].map(({ path }) => path);
}

export async function setStatus(
  repository: Repository,
  draft: Draft,
  status: unknown,
  at: string,
): Promise<void> {
  const known = STATUSES.find((each) => each === status);
  if (known === undefined) throw repositoryRefusedFor('not-a-status');
  const to = await writeBlob(
    repository,
    noteText({ ...draft.workflow, status: known, updated: at }),
  );
  await updateRefs(repository, [
    { ref: noteOf(draft.key), to, from: draft.note },
    { ref: branchOf(draft.key), to: draft.tip, from: draft.tip },
  ]);
}

/** The steps that take a draft away, to be done together with others. */
export function dropping({ key, tip, note }: Draft): readonly RefUpdate[] {
  return [
    { ref: branchOf(key), to: undefined, from: tip },
    { ref: noteOf(key), to: undefined, from: note },
  ];
}

/** The steps that put a commit made by the desk itself on a draft; whoever has it open must read it again. */
export async function advancing(
  repository: Repository,
  draft: Draft,
  commit: string,
  at: string,
): Promise<readonly RefUpdate[]> {
  const workflow: Workflow = { ...draft.workflow, updated: at, saves: [] };
  return [
    { ref: branchOf(draft.key), to: commit, from: draft.tip },
    {
      ref: noteOf(draft.key),
      to: await writeBlob(repository, noteText(workflow)),
      from: draft.note,
    },
  ];
}
