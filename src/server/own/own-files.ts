import { type Answers, MOST_PICTURES } from '#intake/contribution/answers.ts';
import { filesIn, type FileStep } from '#intake/contribution/files.ts';
import { mediaFile, takeIn } from '#intake/upload.ts';
import type { MediaKind } from '#media/formats.ts';
import { typeByEnding } from '#media/formats.ts';
import { pathOf } from '#repository/paths.ts';
import { recordForm } from '#repository/record-text.ts';
import { textAt } from '#repository/repository.ts';
import type { Desk } from '#server/desk-context.ts';
import { fileProblem } from '#server/file-problem.ts';
import { NotDone, type WhyNotDone } from '#server/not-done.ts';
import { type OwnCall, ownPiece, ownRefusal } from './own-drafts.ts';

/** What was sent of a piece, and the text of its record as it stood. */
export interface SentAnswers {
  readonly given: Answers;
  readonly before: string | undefined;
}

/** Is each file one that was in it, or that came here for it and that nothing else in the record names? */
export async function areOwnFiles(
  desk: Desk,
  id: string,
  { given, before }: SentAnswers,
): Promise<boolean> {
  const isOwn = await ownFilesOf(desk, id, before);
  const all = filesIn(given);
  return (
    new Set(all).size === all.length &&
    given.pictures.every(({ file }) => isOwn(file, 'photo')) &&
    (given.sound === undefined || isOwn(given.sound.file, 'sound'))
  );
}

/** What was made of them, such as a safe copy or a transcript, is not theirs to put in another place. */
async function ownFilesOf(
  desk: Desk,
  id: string,
  before: string | undefined,
): Promise<(file: string, kind: MediaKind) => boolean> {
  const path = pathOf({ collection: 'stories', id });
  const record = before === undefined ? {} : (recordForm(before, path)?.record ?? {});
  const { photos, voice } = record;
  const parts = [...(Array.isArray(photos) ? photos : []), voice];
  const own = new Set(parts.map((part: { file?: unknown } | undefined) => part?.file));
  const elsewhere = new Set(textsIn(record).filter((text) => !own.has(text)));
  const stored = new Set(await desk.media.filesOf(id));
  return (file, kind) =>
    typeByEnding(file)?.of === kind && !elsewhere.has(file) && (own.has(file) || stored.has(file));
}

/** Every text in a value, however deep. */
export function textsIn(value: unknown): readonly string[] {
  if (typeof value === 'string') return [value];
  return value !== null && typeof value === 'object' ? Object.values(value).flatMap(textsIn) : [];
}

type AskedFile = Pick<OwnCall, 'desk' | 'visitor' | 'shown'> & { readonly entry: unknown };

/** Takes in a picture or a recording for a piece of theirs. @throws NotDone in their language */
export async function takeOwnFile(
  { desk, visitor, shown, entry }: AskedFile,
  { kind, body }: { readonly kind: unknown; readonly body: ReadableStream<Uint8Array> | null },
): Promise<{ readonly file: string }> {
  const { problem } = shown.words.share;
  const piece = await ownPiece(desk, visitor, entry);
  if (piece === undefined || (kind !== 'photo' && kind !== 'sound'))
    throw ownRefusal(shown, 'not-allowed');
  if ((await desk.media.filesOf(piece.id)).length >= MOST_FILES)
    throw new NotDone('too-large', problem['too-many-pictures']);
  const done = await takeIn(desk, { entry: piece.id, kind, body, mark: visitor.mark });
  if (done.kind === 'taken') return { file: done.file };
  const why = fileProblem(done, STEP[kind]);
  throw new NotDone(WHY[why] ?? 'not-valid', problem[why]);
}

/** Each picture may be tried a few times before a save tidies up. */
const MOST_FILES = 3 * MOST_PICTURES;
const STEP = { photo: 'pictures', sound: 'sound' } as const satisfies Readonly<
  Record<'photo' | 'sound', FileStep>
>;
const WHY: Readonly<Partial<Record<ReturnType<typeof fileProblem>, WhyNotDone>>> = {
  'file-too-large': 'too-large',
  'not-a-picture': 'not-taken',
  'not-a-recording': 'not-taken',
  'no-room': 'no-room',
};

/** A picture or a recording of a piece of theirs; nothing for every other file, whether it is there or not. */
export async function ownMediaFile(
  { desk, visitor, entry }: AskedFile,
  file: string,
): Promise<Awaited<ReturnType<typeof mediaFile>>> {
  const piece = await ownPiece(desk, visitor, entry);
  if (piece === undefined) return undefined;
  const { id, draft } = piece;
  const path = pathOf({ collection: 'stories', id });
  const before = draft && (await textAt(desk.repository, draft.tip, path));
  const isOwn = await ownFilesOf(desk, id, before);
  return isOwn(file, 'photo') || isOwn(file, 'sound') ? mediaFile(desk, id, file) : undefined;
}
