import { randomBytes } from 'node:crypto';
import { interfaceIn } from '#i18n/words.ts';
import type { Answers } from '#intake/contribution/answers.ts';
import { withOwnAnswers } from '#intake/contribution/with-own-answers.ts';
import { readOwnAnswers } from '#intake/contribution/own-answers.ts';
import { toRecord } from '#intake/contribution/to-record.ts';
import { contribution } from '#records/contribution.ts';
import { parseRecord } from '#records/parse-record.ts';
import { refusedCharacter } from '#records/text-rules.ts';
import { pathOf, recordPlace } from '#repository/paths.ts';
import { type RecordForm, recordForm } from '#repository/record-text.ts';
import { RepositoryRefused } from '#repository/refused.ts';
import { ConflictError, textAt } from '#repository/repository.ts';
import { saveDraft } from '#repository/save-draft.ts';
import { checkedText } from '#server/cms/check-record.ts';
import { fromEditor } from '#server/cms/editor-form.ts';
import type { Params } from '#server/cms/protocol-writes.ts';
import { clearUnnamed } from '#server/cms/stored-files.ts';
import { sheetInSettings } from '#server/frame-in-settings.ts';
import { NotDone } from '#server/not-done.ts';
import { areOwnFiles, type SentAnswers, textsIn } from './own-files.ts';
import { type OwnCall, type OwnPiece, ownPiece, ownRefusal } from './own-drafts.ts';

/**
 * Saves the answers of whoever writes into their own draft, and nothing besides: whose it is, how far it is,
 * hold, check and what others said are the server's (docs/consent.md §1). What was changed is theirs to look at
 * and send anew.
 */
export async function saveOwn(call: OwnCall): Promise<unknown> {
  const { desk, visitor, shown } = call;
  const { id, raw } = oneText(call);
  const piece = await ownPiece(desk, visitor, id);
  if (piece === undefined) throw ownRefusal(shown, 'not-allowed');
  const { revision, given } = answersSent(call, raw);
  const path = pathOf({ collection: 'stories', id: piece.id });
  const before = piece.draft && (await textAt(desk.repository, piece.draft.tip, path));
  if (!(await areOwnFiles(desk, piece.id, { given, before })))
    throw ownRefusal(shown, 'not-your-file');
  const text = textOf(call, path, await recordOf(call, piece, { given, before, path }));
  const at = new Date(desk.now()).toISOString();
  const author = { owner: visitor.login, mark: visitor.mark, at };
  desk.access.pieces.noteUnsent(piece.id);
  const saved = await saveDraft(desk.repository, {
    ...{ place: recordPlace(path), slug: piece.draft?.workflow.slug ?? `${piece.id}/story` },
    ...{ text, revision, author, collection: 'stories', status: 'draft', movesTo: 'draft' },
  }).catch((error: unknown) => {
    // Whoever saved meanwhile may have written what is not theirs to read.
    if (error instanceof RepositoryRefused || error instanceof ConflictError)
      throw ownRefusal(shown, 'changed-here');
    throw error;
  });
  desk.access.pieces.useNumber(piece.id);
  await clearUnnamed(desk, piece.id, { dropped: before, mark: visitor.mark });
  return { rev: saved.revision };
}

/** The one text of a save, whose place is that of a story. Nothing of it is looked at yet. */
function oneText({ params, shown }: OwnCall): { readonly id: string; readonly raw: unknown } {
  const options = fieldsOf(params['options']);
  const list = params['dataFiles'];
  const files = (Array.isArray(list) ? list : [params['entry']]).map(fieldsOf);
  const [{ path, newPath, slug, raw } = {}] = files;
  const { assets } = params;
  const isPlain =
    files.length === 1 &&
    options['useWorkflow'] === true &&
    (assets === undefined || (Array.isArray(assets) && assets.length === 0)) &&
    (newPath === undefined || newPath === path) &&
    (options['collectionName'] ?? 'stories') === 'stories';
  const id =
    typeof path === 'string' ? /^content\/stories\/([^/]+)\/story\.md$/.exec(path)?.[1] : undefined;
  const isNamed = slug === undefined || slug === id || slug === `${id}/story`;
  if (!isPlain || !isNamed || id === undefined) throw ownRefusal(shown, 'not-allowed');
  return { id, raw };
}

function fieldsOf(value: unknown): Params {
  return typeof value === 'object' && value !== null ? (value as Params) : {};
}

function answersSent(
  { shown }: OwnCall,
  raw: unknown,
): { readonly revision: string | undefined; readonly given: Answers } {
  const form = formSent(raw);
  const given = form === undefined ? 'not-answers' : readOwnAnswers(form);
  if (given === 'too-long') throw tooLong(shown);
  if (form === undefined || given === 'not-answers') throw ownRefusal(shown, 'not-answers');
  if (textsIn(given).some((text) => refusedCharacter(text) !== undefined))
    throw new NotDone('not-valid', shown.words.share.problem.character);
  return { revision: form.revision, given };
}

function formSent(raw: unknown) {
  try {
    return fromEditor(raw);
  } catch {
    return undefined;
  }
}

const tooLong = ({ words }: OwnCall['shown']): NotDone =>
  new NotDone('too-large', words.share.problem['too-long']);

async function recordOf(
  { desk, shown }: OwnCall,
  { draft }: OwnPiece,
  { given, before, path }: SentAnswers & { readonly path: string },
): Promise<RecordForm> {
  if (draft === undefined)
    return toRecord(given, {
      ...{ day: desk.today(), sheet: await sheetInSettings(desk.repository), asked: shown.lang },
      untitled: (kind) => interfaceIn(given.language ?? shown.lang).words.untitled[kind],
    });
  const form = recordForm(before ?? '', path);
  const parsed = form && parseRecord(contribution, form.record, path);
  if (form === undefined || !parsed?.ok) throw ownRefusal(shown, 'changed-here');
  const changed = withOwnAnswers({ ...form, fields: parsed.value }, given, {
    day: desk.today(),
    newPerson: () => `p${randomBytes(6).toString('hex')}`,
  });
  if (changed.kind === 'refused') throw ownRefusal(shown, changed.why);
  return changed.form;
}

/** What the archive could not read is no answer either, whatever let it through. */
function textOf({ shown }: OwnCall, path: string, form: RecordForm): string {
  try {
    return checkedText(recordPlace(path), form);
  } catch (error) {
    if (error instanceof NotDone) throw ownRefusal(shown, 'not-answers');
    throw error;
  }
}
