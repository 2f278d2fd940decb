import { ownAnswersIn } from '#intake/contribution/own-answers.ts';
import { contribution } from '#records/contribution.ts';
import { parseRecord } from '#records/parse-record.ts';
import { type Draft, setStatus, dropping } from '#repository/drafts.ts';
import { pathOf } from '#repository/paths.ts';
import { recordForm } from '#repository/record-text.ts';
import { fileOf, textAt, updateRefs } from '#repository/repository.ts';
import { clearUnnamed } from '#server/cms/stored-files.ts';
import type { Desk } from '#server/desk-context.ts';
import { type OwnCall, type OwnPiece, ownDrafts, ownPieceNamed, ownRefusal } from './own-drafts.ts';
import { saveOwn } from './save-own.ts';

interface OwnAction {
  readonly writes: boolean;
  readonly does: (call: OwnCall) => Promise<unknown>;
}

const read = (does: OwnAction['does']): OwnAction => ({ writes: false, does });
const write = (does: OwnAction['does']): OwnAction => ({ writes: true, does });

/**
 * Decap's protocol for somebody's own drafts. What is not in this table may not be done by them; what is not
 * theirs is read as what is not there, and written never.
 */
const OWN_ACTIONS: Readonly<Record<string, OwnAction>> = {
  info: read(async () => ({ repo: 'archive', publish_modes: ['editorial_workflow'] })),
  // Nothing that is published is theirs to write.
  entriesByFolder: read(async ({ params, shown }) => {
    if (params['folder'] !== 'content/stories') throw ownRefusal(shown, 'not-allowed');
    return [];
  }),
  getEntry: read(async ({ shown }) => {
    throw ownRefusal(shown, 'not-here');
  }),
  unpublishedEntries: read(async ({ desk, visitor }) =>
    (await ownDrafts(desk, visitor)).map(({ workflow }) => `stories/${workflow.slug}`),
  ),
  unpublishedEntry: read(unpublishedEntry),
  unpublishedEntryDataFile: read(draftFile),
  persistEntry: write(saveOwn),
  updateUnpublishedEntryStatus: write(moveOwn),
  deleteUnpublishedEntry: write(deleteOwn),
  getMedia: read(async () => []),
  getDeployPreview: read(async () => null),
  getNotes: read(async () => ({ notes: [] })),
  getPRMetadata: read(async () => ({ metadata: null })),
};

/** One call; writes stand in line with everybody's. */
export async function ownProtocol({
  action,
  ...call
}: OwnCall & { readonly action: string }): Promise<unknown> {
  const known = Object.hasOwn(OWN_ACTIONS, action) ? OWN_ACTIONS[action] : undefined;
  if (known === undefined) throw ownRefusal(call.shown, 'not-allowed');
  return known.writes ? call.desk.inTurn(() => known.does(call)) : known.does(call);
}

async function unpublishedEntry(call: OwnCall): Promise<unknown> {
  const { key, workflow, tip } = await draftToRead(call);
  const path = pathOf(key);
  const file = await fileOf(call.desk.repository, tip, path);
  if (file === undefined) throw ownRefusal(call.shown, 'not-here');
  const { slug, status, updated } = workflow;
  return {
    ...{ collection: 'stories', slug, updatedAt: updated },
    // That somebody here put it by to be published is theirs to know, and not of this form's to say.
    status: status === 'draft' ? 'draft' : 'pending_review',
    diffs: [{ id: file.blob, path, newFile: true }],
  };
}

async function draftFile(call: OwnCall): Promise<unknown> {
  const { key, tip } = await draftToRead(call);
  const path = pathOf(key);
  const file = await fileOf(call.desk.repository, tip, path);
  const data = file && (await ownForm(call.desk, tip, path));
  if (file === undefined || data === undefined || call.params['path'] !== path)
    throw ownRefusal(call.shown, 'not-here');
  return { data: JSON.stringify({ ...data, rev: file.blob }) };
}

/** The answers that a record holds, and the words apart; nothing where it cannot be read. */
async function ownForm({ repository }: Desk, tip: string, path: string) {
  const form = recordForm((await textAt(repository, tip, path)) ?? '', path);
  const parsed = form && parseRecord(contribution, form.record, path);
  if (form === undefined || !parsed?.ok) return undefined;
  const {
    words,
    counted: _,
    method: _method,
    paper: _paper,
    ...record
  } = ownAnswersIn(parsed.value, form.words ?? '');
  const pictures = record.pictures.map(({ id: _part, ...picture }) => picture);
  return { record: { ...record, pictures }, words };
}

/** Their draft, by Decap's id or by collection and slug. */
async function draftToRead(call: OwnCall): Promise<Draft> {
  const { draft } = (await pieceIn(call)) ?? {};
  if (draft === undefined) throw ownRefusal(call.shown, 'not-here');
  return draft;
}

async function draftToChange(call: OwnCall): Promise<Draft> {
  const { draft } = (await pieceIn(call)) ?? {};
  if (draft === undefined) throw ownRefusal(call.shown, 'not-allowed');
  return draft;
}

function pieceIn({ desk, visitor, params }: OwnCall): Promise<OwnPiece | undefined> {
  const id = typeof params['id'] === 'string' ? params['id'] : '';
  const cut = id.indexOf('/');
  const collection = params['collection'] ?? id.slice(0, Math.max(cut, 0));
  return ownPieceNamed(desk, visitor, { collection, slug: params['slug'] ?? id.slice(cut + 1) });
}

/** Back among what is still being written. It is sent where it is looked at, and put by for the public by others. */
async function moveOwn(call: OwnCall): Promise<unknown> {
  const { desk, params, shown } = call;
  const draft = await draftToChange(call);
  const to = params['newStatus'];
  if (to === draft.workflow.status) return {};
  if (to !== 'draft')
    throw ownRefusal(shown, to === 'pending_review' ? 'send-by-looking' : 'not-allowed');
  await setStatus(desk.repository, draft, to, new Date(desk.now()).toISOString());
  return {};
}

/** What was sent comes down another way, which leaves a note of it with whoever has its code. */
async function deleteOwn(call: OwnCall): Promise<unknown> {
  const { desk, visitor, shown } = call;
  const draft = await draftToChange(call);
  const { id } = draft.key;
  if (desk.access.pieces.sent(id) !== undefined) throw ownRefusal(shown, 'sent-stays');
  const dropped = await textAt(desk.repository, draft.tip, pathOf(draft.key));
  await updateRefs(desk.repository, dropping(draft));
  desk.access.pieces.forgetUnsent(id);
  await clearUnnamed(desk, id, { dropped, mark: visitor.mark });
  return {};
}
