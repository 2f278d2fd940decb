import { writeFile, mkdir } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { isDeepStrictEqual } from 'node:util';
import type { Day } from '#consent/decision.ts';
import { approve } from '#intake/approve.ts';
import { isDay } from '#records/day.ts';
import { componentsOf } from '#release/document.ts';
import { parseDocument } from '#release/document-blocks.ts';
import type { PreviewTarget } from '#release/preview.ts';
import { withFiles } from '#repository/checkout.ts';
import { readDraft } from '#repository/drafts.ts';
import { editRecord } from '#repository/edit-record.ts';
import { readBlobs, filesOf, liveTip, type TreeFile, textAt } from '#repository/repository.ts';
import { NotDone } from '#server/not-done.ts';
import { pathOf } from '#repository/paths.ts';
import { type RecordForm, recordForm } from '#repository/record-text.ts';
import type { Desk } from '#server/desk-context.ts';
import { publishedPieces } from './pieces.ts';

/** A content folder with one record and what it is shown with, as it stands while `work` runs. */
export interface PreviewContent {
  readonly content: string;
  /** The first day from today on which it may be shown. */
  readonly day: Day;
  /** When it was saved last, ISO; nothing where there is no draft of it. */
  readonly savedAt: string | undefined;
  /** What is typed is not what was saved. */
  readonly isTyped: boolean;
}

/**
 * Writes out one story or exhibition as it was saved last, or as the text that is handed in, with the lists
 * and the published pieces it is shown with; of a story as if it had been checked, and approved by its
 * makers, today. Of consent nothing is supposed: what is absent is a no.
 */
export async function withPreviewContent<T>(
  desk: Desk,
  { of, typed }: { readonly of: PreviewTarget; readonly typed?: string | undefined },
  work: (made: PreviewContent) => Promise<T>,
): Promise<T> {
  const { repository } = desk;
  const path = pathOf(of);
  const draft = await readDraft(repository, of);
  const live = await liveTip(repository);
  const saved = await textAt(repository, draft?.tip ?? live, path);
  const text = typed ?? saved;
  if (text === undefined)
    throw new NotDone('not-there', 'There is nothing by this name to show. Nothing was changed.');
  const form = recordForm(text, path);
  const isTyped = typed !== undefined && !isSame(form, saved && recordForm(saved, path));
  const own = await filesOf(repository, draft?.tip ?? live, `${dirname(path)}/`);
  const around = (await filesOf(repository, live)).filter(
    (file) => !file.path.startsWith(`${dirname(path)}/`),
  );
  const files = [...own, ...(await shownWith(desk, of, form, around))];
  const day = firstDay(of, form, desk.today());
  return withFiles(repository, files, async (content) => {
    const file = join(content, path.slice('content/'.length));
    await mkdir(dirname(file), { recursive: true, mode: 0o700 });
    await writeFile(file, text, { mode: 0o600 });
    if (of.collection === 'stories') await asIfApproved(desk, content, of.id);
    return work({ content, day, savedAt: draft?.workflow.updated, isTyped });
  });
}

/** A form may put the fields in another order, and a text ends with a line or without. */
function isSame(one: RecordForm | undefined, other: RecordForm | '' | undefined): boolean {
  if (one === undefined || !other) return false;
  const words = ({ words: text = '' }: RecordForm) => text.trim();
  return isDeepStrictEqual(one.record, other.record) && words(one) === words(other);
}

/** The day from which it may be shown, where that is written and still to come. */
function firstDay({ collection }: PreviewTarget, form: RecordForm | undefined, today: Day): Day {
  const written = form?.record[collection === 'stories' ? 'embargo_until' : 'opens'];
  return typeof written === 'string' && isDay(written) && written > today ? written : today;
}

/** A review that said no stays a no. What cannot be read here is told when the whole is read. */
async function asIfApproved({ today }: Desk, content: string, id: string): Promise<void> {
  await editRecord(join(content, 'stories', id, 'story.md'), (record) => {
    if (record.getIn(['review', 'outcome']) === 'refused') return;
    record.set('review', record.createNode({ outcome: 'cleared', on: today() }));
  }).catch(() => undefined);
  await approve({ content, ids: [id] });
}

/** The lists every page needs; and the pieces and the answers that stand on this one. */
async function shownWith(
  desk: Desk,
  of: PreviewTarget,
  form: RecordForm | undefined,
  around: readonly TreeFile[],
): Promise<readonly TreeFile[]> {
  const isStory = of.collection === 'stories';
  const pieces = isStory ? await sameWork(desk, of.id, form) : worksIn(form);
  const answers = isStory ? new Set<string>() : await answersTo(desk, of.id, around);
  return around.filter(({ path }) => {
    const [, folder = '', name = ''] = path.split('/');
    if (path === 'content/settings.yaml' || LISTS.has(folder)) return true;
    if (folder === 'withdrawn') return name === `${of.id}.yaml`;
    return folder === 'stories' ? pieces.has(name) : answers.has(path);
  });
}

/** Consents name exhibitions, so all of those are read. */
const LISTS = new Set(['themes', 'places', 'series', 'exhibitions']);

async function sameWork(
  desk: Desk,
  id: string,
  form: RecordForm | undefined,
): Promise<ReadonlySet<string>> {
  const work = form?.record['work'];
  if (work === undefined) return new Set();
  const published = [...(await publishedPieces(desk)).values()];
  return new Set(
    published
      .filter(({ fields, id: other }) => other !== id && fields.work === work)
      .map((held) => held.id),
  );
}

function worksIn(form: RecordForm | undefined): ReadonlySet<string> {
  const components = componentsOf(parseDocument(form?.words ?? ''));
  return new Set(components.flatMap(({ attributes }) => attributes['id'] ?? []));
}

/** The paths of what institutions answered to an exhibition. */
async function answersTo(
  { repository }: Desk,
  id: string,
  around: readonly TreeFile[],
): Promise<ReadonlySet<string>> {
  const responses = around.filter(({ path }) => path.startsWith('content/responses/'));
  const texts = await readBlobs(
    repository,
    responses.map(({ blob }) => blob),
  );
  const answers = (file: TreeFile): boolean => {
    const form = recordForm(texts.get(file.blob)?.toString('utf8') ?? '', file.path);
    const answered = form?.record['answers'] as { readonly exhibition?: unknown } | undefined;
    return answered?.exhibition === id;
  };
  return new Set(responses.filter(answers).map(({ path }) => path));
}
