import type { Desk } from '#server/desk-context.ts';
import { type Draft, diffOf, dropping, needDraft, setStatus } from '#repository/drafts.ts';
import { toEditor } from './editor-form.ts';
import {
  readBlobs,
  fileOf,
  filesOf,
  liveTip,
  textAt,
  type TreeFile,
  updateRefs,
} from '#repository/repository.ts';
import { RepositoryRefused } from '#repository/refused.ts';
import { folderOf, pathOf, recordPlace } from '#repository/paths.ts';
import { type ProtocolCall, notThisWay, type Params, persistEntry } from './protocol-writes.ts';
import { needToChange } from './may-change.ts';
import { publish } from './publish.ts';
import { NotDone } from '#server/not-done.ts';
import { isUnsent, sentDrafts } from '#server/own/unsent.ts';
import { type Action, mayDo } from '#server/roles.ts';
import { unpublish } from './unpublish.ts';
import type { Visitor } from '#server/sign-in.ts';
import { clearUnnamed } from './stored-files.ts';

interface ActionHandler {
  readonly needs: Action;
  readonly does: (asked: ProtocolCall) => Promise<unknown>;
}

/** Decap's proxy protocol (docs/traps/decap.md, "The protocol"). What is not in this table is not done. */
const ACTIONS: Readonly<Record<string, ActionHandler>> = {
  info: { needs: 'read', does: async () => INFO },
  entriesByFolder: { needs: 'read', does: entriesByFolder },
  entriesByFiles: { needs: 'read', does: entriesByFiles },
  getEntry: { needs: 'read', does: oneEntry },
  unpublishedEntries: { needs: 'read', does: unpublishedEntries },
  unpublishedEntry: { needs: 'read', does: unpublishedEntry },
  unpublishedEntryDataFile: { needs: 'read', does: draftFile },
  unpublishedEntryMediaFile: { needs: 'read', does: async () => missing() },
  persistEntry: { needs: 'save', does: persistEntry },
  updateUnpublishedEntryStatus: { needs: 'set-status', does: changeStatus },
  publishUnpublishedEntry: { needs: 'publish', does: publishEntry },
  deleteUnpublishedEntry: { needs: 'delete-draft', does: deleteDraft },
  getMedia: { needs: 'read', does: async () => [] },
  getMediaFile: { needs: 'read', does: async () => missing() },
  persistMedia: { needs: 'upload', does: async () => notThisWay() },
  deleteFiles: { needs: 'delete-list', does: unpublish },
  getDeployPreview: { needs: 'read', does: async () => null },
  getNotes: { needs: 'read', does: async () => ({ notes: [] }) },
  getPRMetadata: { needs: 'read', does: async () => ({ metadata: null }) },
};

const INFO = {
  repo: 'archive',
  publish_modes: ['editorial_workflow'],
  type: 'archive_desk',
} as const;

/** One call of the protocol. Writes stand in line; reads never fail for one bad draft. */
export async function protocol(desk: Desk, visitor: Visitor, body: Params): Promise<unknown> {
  const action = String(body['action'] ?? '');
  const deed = Object.hasOwn(ACTIONS, action) ? ACTIONS[action] : undefined;
  if (deed === undefined)
    throw new NotDone('not-valid', 'The desk does not know this action. Nothing was changed.');
  if (!mayDo(visitor.role, deed.needs))
    throw new NotDone('not-allowed', 'You may not do this. Nothing was changed.');
  const params = (body['params'] ?? {}) as Params;
  const does = () => deed.does({ desk, visitor, params });
  return deed.needs === 'read' ? does() : desk.inTurn(does);
}

async function entriesByFolder({ desk, params }: ProtocolCall): Promise<unknown> {
  const folder = folderOf(params['folder']);
  const ending = typeof params['extension'] === 'string' ? params['extension'] : '';
  const files = await filesOf(desk.repository, await liveTip(desk.repository), folder);
  return entriesOf(
    desk,
    files.filter(({ path }) => isPlace(path) && path.endsWith(ending)),
  );
}

async function entriesByFiles({ desk, params }: ProtocolCall): Promise<unknown> {
  const wanted = Array.isArray(params['files']) ? (params['files'] as { path?: unknown }[]) : [];
  const paths = new Set(wanted.map(({ path }) => path));
  const files = await filesOf(desk.repository, await liveTip(desk.repository));
  return entriesOf(
    desk,
    files.filter(({ path }) => paths.has(path) && isPlace(path)),
  );
}

async function oneEntry({ desk, params }: ProtocolCall): Promise<unknown> {
  const { path } = recordPlace(params['path']);
  const file = await fileOf(desk.repository, await liveTip(desk.repository), path);
  const [entry] = file === undefined ? [] : await entriesOf(desk, [file]);
  return entry ?? { data: null, file: { path, id: null } };
}

async function entriesOf({ repository }: Desk, files: readonly TreeFile[]) {
  const bytes = await readBlobs(
    repository,
    files.map(({ blob }) => blob),
  );
  return files.flatMap(({ path, blob }) => {
    const text = textOf(bytes.get(blob));
    return text === undefined
      ? []
      : [{ data: toEditor(text, blob, path), file: { path, label: null, id: blob } }];
  });
}

async function unpublishedEntries({ desk }: ProtocolCall): Promise<unknown> {
  const drafts = await sentDrafts(desk);
  return drafts.map(({ key, workflow }) => `${key.collection}/${workflow.slug}`);
}

async function unpublishedEntry({ desk, params }: ProtocolCall): Promise<unknown> {
  const draft = await draftOf(desk, params);
  const { collection } = draft.key;
  const { slug, status, updated, owner } = draft.workflow;
  const diffs = (await diffOf(desk.repository, draft))
    .filter(({ path }) => isPlace(path))
    .map(({ path, blob, isNew }) => ({ id: blob, path, newFile: isNew }));
  if (diffs.length === 0) {
    // Saved back to what is published: Decap still needs the file it asked for.
    const own = await ownFile(desk, draft);
    if (own !== undefined) diffs.push({ id: own.blob, path: own.path, newFile: false });
  }
  return { collection, slug, status, updatedAt: updated, diffs, pullRequestAuthor: owner };
}

async function ownFile(
  { repository }: Desk,
  { tip, workflow }: Draft,
): Promise<TreeFile | undefined> {
  const path = workflow.saves.at(-1)?.path;
  return path === undefined ? undefined : fileOf(repository, tip, path);
}

async function draftFile({ desk, params }: ProtocolCall): Promise<unknown> {
  const draft = await draftOf(desk, params);
  const { path } = recordPlace(params['path']);
  const file = await fileOf(desk.repository, draft.tip, path);
  const [entry] = file === undefined ? [] : await entriesOf(desk, [file]);
  if (entry === undefined) missing();
  return { data: entry?.data };
}

/** By collection and slug, or by Decap's id `collection/slug`. A name that is none is a draft that is not there. */
async function draftOf(desk: Desk, params: Params): Promise<Draft> {
  const id = typeof params['id'] === 'string' ? params['id'] : '';
  const cut = id.indexOf('/');
  const collection = params['collection'] ?? id.slice(0, Math.max(cut, 0));
  const slug = params['slug'] ?? id.slice(cut + 1);
  try {
    const draft = await needDraft(desk.repository, collection, slug);
    return isUnsent(desk, draft) ? missing() : draft;
  } catch (error) {
    if (error instanceof RepositoryRefused) missing();
    throw error;
  }
}

async function draftToChange({ desk, visitor, params }: ProtocolCall): Promise<Draft> {
  const draft = await draftOf(desk, params);
  needToChange(visitor, draft.key.collection);
  return draft;
}

async function changeStatus(call: ProtocolCall): Promise<unknown> {
  const { desk, params } = call;
  const draft = await draftToChange(call);
  await setStatus(desk.repository, draft, params['newStatus'], new Date(desk.now()).toISOString());
  return {};
}

async function publishEntry(call: ProtocolCall): Promise<unknown> {
  const { key } = await draftToChange(call);
  await publish(call.desk, key.collection, key.id);
  return {};
}

async function deleteDraft(call: ProtocolCall): Promise<unknown> {
  const { desk, visitor } = call;
  const draft = await draftToChange(call);
  const { collection, id } = draft.key;
  const dropped = await textAt(desk.repository, draft.tip, pathOf(draft.key));
  await updateRefs(desk.repository, dropping(draft));
  if (collection === 'stories') await clearUnnamed(desk, id, { dropped, mark: visitor.mark });
  return {};
}

function isPlace(path: string): boolean {
  try {
    return recordPlace(path).path === path;
  } catch {
    return false;
  }
}

function textOf(bytes: Buffer | undefined): string | undefined {
  try {
    return bytes && new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return undefined;
  }
}

function missing(): never {
  throw new NotDone('not-there', 'This is not here.');
}
