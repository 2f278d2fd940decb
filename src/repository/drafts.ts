import {
  bytesOf,
  changedTree,
  commitTree,
  type GitStore,
  fileOf,
  filesOf,
  keep,
  liveTip,
  type RefUpdate,
  resolveRef,
  type TreeFile,
  updateRefs,
} from './git-store.ts';
import { recordForm } from './record-text.ts';
import { git, gitLine } from './git.ts';
import { type DraftKey, draftKey, type RecordPlace } from './paths.ts';
import { Refusal } from './refusal.ts';

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
interface Save {
  readonly path: string;
  readonly rev: string;
  readonly by: string;
}

export interface Draft {
  readonly key: DraftKey;
  readonly tip: string;
  readonly note: string;
  readonly workflow: Workflow;
}

/** Who saves, and when. */
export interface Hand {
  readonly owner: string;
  readonly mark: string;
  readonly at: string;
}

export const branchOf = ({ collection, id }: DraftKey): string =>
  `refs/heads/cms/${collection}/${id}`;
export const noteOf = ({ collection, id }: DraftKey): string =>
  `refs/archive/workflow/${collection}/${id}`;

/** The draft, or nothing; one that cannot be read counts as not there, so that reads never fail. */
export async function readDraft(store: GitStore, key: DraftKey): Promise<Draft | undefined> {
  const tip = await resolveRef(store, branchOf(key));
  const note = await gitLine(store.repository, ['rev-parse', '--verify', '-q', noteOf(key)]);
  if (tip === undefined || note === undefined) return undefined;
  const bytes = (await bytesOf(store, [note])).get(note);
  const workflow = workflowIn(bytes?.toString('utf8') ?? '');
  return workflow && { key, tip, note, workflow };
}

function workflowIn(text: string): Workflow | undefined {
  try {
    const read = JSON.parse(text) as Workflow;
    const whole = STATUSES.includes(read.status) && Array.isArray(read.saves);
    return whole && typeof read.slug === 'string' ? read : undefined;
  } catch {
    return undefined;
  }
}

export async function listDrafts(store: GitStore): Promise<readonly Draft[]> {
  const out = await git(store.repository, [
    'for-each-ref',
    '--format=%(refname)',
    'refs/archive/workflow/',
  ]);
  const names = out.toString('utf8').split('\n').filter(Boolean);
  const drafts = await Promise.all(
    names.map((name) => {
      const [collection, ...rest] = name.slice('refs/archive/workflow/'.length).split('/');
      return readDraft(store, { collection: collection ?? '', id: rest.join('/') });
    }),
  );
  return drafts.filter((draft) => draft !== undefined);
}

export async function needDraft(
  store: GitStore,
  collection: unknown,
  slug: unknown,
): Promise<Draft> {
  const draft = await readDraft(store, draftKey(collection, slug));
  if (draft === undefined) throw new Refusal(404, 'There is no draft of this.');
  return draft;
}

/** What a draft changed since it left the live branch, so that what was published since is not in it. */
export async function diffOf(
  store: GitStore,
  { tip }: Draft,
): Promise<readonly (TreeFile & { readonly isNew: boolean })[]> {
  const live = await liveTip(store);
  const base = (await gitLine(store.repository, ['merge-base', live, tip])) ?? live;
  const before = new Map((await filesOf(store, base)).map((file) => [file.path, file.blob]));
  return (await filesOf(store, tip))
    .filter(({ path, blob }) => before.get(path) !== blob)
    .map((file) => ({ ...file, isNew: !before.has(file.path) }));
}

/** The paths that a draft changed, added or took away since it left the live branch. */
export async function changedIn(store: GitStore, draft: Draft): Promise<readonly string[]> {
  const live = await liveTip(store);
  const base = (await gitLine(store.repository, ['merge-base', live, draft.tip])) ?? live;
  const kept = new Set((await filesOf(store, draft.tip)).map(({ path }) => path));
  const gone = (await filesOf(store, base)).filter(({ path }) => !kept.has(path));
  return [...(await diffOf(store, draft)), ...gone].map(({ path }) => path);
}

/**
 * Saves a text into its draft: a commit, and the note beside it, in one step. A text made from an
 * older version is refused with the newer one, and nothing of either is lost (decap.md §2.6).
 */
export async function saveDraft(
  store: GitStore,
  input: {
    readonly place: RecordPlace;
    readonly slug: string;
    readonly text: string;
    readonly rev: string | undefined;
    readonly status: Status | undefined;
    readonly hand: Hand;
    readonly collection: string;
  },
): Promise<{ readonly rev: string }> {
  const { place, text, rev, hand } = input;
  const key = draftKey(input.collection, input.slug);
  const draft = await readDraft(store, key);
  if (draft === undefined && (await resolveRef(store, branchOf(key))) !== undefined)
    throw new Refusal(409, 'There is a draft of this that cannot be read. Nothing was saved.');
  const base = draft?.tip ?? (await liveTip(store));
  const now = await fileOf(store, base, place.path);
  const saves = draft?.workflow.saves ?? [];
  if (!isCurrent({ now: now?.blob, rev, mark: hand.mark, saves, path: place.path }))
    throw await stale(store, now, place.path);
  const blob = await keep(store, text);
  const begun = saves.some(({ path }) => path === place.path)
    ? saves
    : [...saves, { path: place.path, rev: now?.blob ?? '', by: '' }];
  const workflow: Workflow = {
    status: draft?.workflow.status ?? input.status ?? 'draft',
    owner: draft?.workflow.owner ?? hand.owner,
    slug: draft?.workflow.slug ?? input.slug,
    updated: hand.at,
    saves: [...begun, { path: place.path, rev: blob, by: hand.mark }],
  };
  const tree = await changedTree(store, base, new Map([[place.path, text]]));
  const commit = await commitTree(store, tree, [base], 'Save a draft');
  await updateRefs(store, [
    { ref: branchOf(key), to: commit, from: draft?.tip },
    { ref: noteOf(key), to: await keep(store, JSON.stringify(workflow)), from: draft?.note },
  ]);
  return { rev: blob };
}

/**
 * Is a text made from the version that is there now? Or from one after which only the same sign-in
 * saved: Decap does not read again after its own save.
 */
function isCurrent(input: {
  readonly now: string | undefined;
  readonly rev: string | undefined;
  readonly mark: string;
  readonly saves: readonly Save[];
  readonly path: string;
}): boolean {
  const { now, rev = '', mark } = input;
  if ((now ?? '') === rev) return true;
  const saves = input.saves.filter(({ path }) => path === input.path);
  const from = saves.findLastIndex((save) => save.rev === rev);
  return from >= 0 && saves.slice(from + 1).every(({ by }) => by === mark);
}

async function stale(store: GitStore, now: TreeFile | undefined, path: string): Promise<Refusal> {
  const bytes = now && (await bytesOf(store, [now.blob])).get(now.blob);
  if (bytes !== undefined && recordForm(bytes.toString('utf8'), path) === undefined)
    return new Refusal(
      422,
      'The record that stands here cannot be read, so it cannot be changed with this form. Nothing was saved. "npm run archive -- check" says which line to mend.',
    );
  return new Refusal(
    409,
    'Somebody else saved this since you opened it. Nothing of theirs was changed, and yours was not saved. Copy your words, open it again and put them in.',
    { newer: bytes?.toString('utf8') ?? '' },
  );
}

export async function setStatus(
  store: GitStore,
  draft: Draft,
  status: unknown,
  at: string,
): Promise<void> {
  const known = STATUSES.find((each) => each === status);
  if (known === undefined)
    throw new Refusal(422, 'This is not a state a draft can have. Nothing was changed.');
  const to = await keep(
    store,
    JSON.stringify({ ...draft.workflow, status: known, updated: at } satisfies Workflow),
  );
  await updateRefs(store, [
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
  store: GitStore,
  draft: Draft,
  commit: string,
  at: string,
): Promise<readonly RefUpdate[]> {
  const workflow: Workflow = { ...draft.workflow, updated: at, saves: [] };
  return [
    { ref: branchOf(draft.key), to: commit, from: draft.tip },
    {
      ref: noteOf(draft.key),
      to: await keep(store, JSON.stringify(workflow)),
      from: draft.note,
    },
  ];
}
