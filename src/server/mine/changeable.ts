import { type Changeable, answersFrom } from '#intake/contribution/answers-from.ts';
import { filesIn, numberIn } from '#intake/contribution/files.ts';
import { MAKER } from '#intake/contribution/to-record.ts';
import { type Draft, readDraft } from '#repository/drafts.ts';
import { mergedTree } from '#repository/join.ts';
import { pathOf } from '#repository/paths.ts';
import { recordForm } from '#repository/record-text.ts';
import { fileOf, liveTip, readBlobs } from '#repository/repository.ts';
import type { Desk } from '#server/desk-context.ts';
import { storedFiles } from './own-files.ts';
import type { VisitedPiece } from './visit.ts';

/** The versions of a record that are there at one moment, by the names of their bytes. */
export interface Versions {
  /** The commit of the live branch. */
  readonly tip: string;
  readonly live: string | undefined;
  readonly draft: (Draft & { readonly blob: string }) | undefined;
}

export const storyPath = (id: string): string => pathOf({ collection: 'stories', id });

/** What is published of a contribution now and what waits; nothing where it is nowhere. */
export async function versionsNow({ repository }: Desk, id: string): Promise<Versions | undefined> {
  const [tip, draft] = [
    await liveTip(repository),
    await readDraft(repository, { collection: 'stories', id }),
  ];
  const live = (await fileOf(repository, tip, storyPath(id)))?.blob;
  const blob = draft && (await fileOf(repository, draft.tip, storyPath(id)))?.blob;
  if (live === undefined && blob === undefined) return undefined;
  return { tip, live, draft: draft && blob !== undefined ? { ...draft, blob } : undefined };
}

/** How a form says on which versions it was opened: the one it is filled from first. */
export function openedOn({ draft, live }: Versions): string {
  return [draft?.blob ?? live, live ?? '-'].join(' ');
}

/** The record that a form was opened on, whatever has become of it since. */
export async function recordBefore(desk: Desk, opened: string): Promise<Changeable | undefined> {
  const [name = ''] = opened.split(' ');
  const bytes = (await readBlobs(desk.repository, [name]).catch(() => undefined))?.get(name);
  const form = bytes && recordForm(bytes.toString('utf8'), 'story.md');
  return form && answersFrom(form);
}

/** A form that is opened on what was shared. */
export interface ChangeOpening {
  readonly opened: string;
  readonly change: Changeable;
}

/**
 * Opens what its maker shared for a change: the answers it stands for, and the versions they were read from.
 * Nothing where the form cannot say all that stands in it, where its files are not in the media store, or where
 * what waits and what is published were changed apart: then a facilitator changes it. `unread` where the media
 * store does not answer, since what it holds decides it: told to whoever runs the archive.
 */
export async function changeableNow(
  desk: Desk,
  { contribution: id, person, isByCode }: VisitedPiece,
): Promise<ChangeOpening | 'unread' | undefined> {
  const versions = person === MAKER ? await versionsNow(desk, id) : undefined;
  if (versions === undefined || !(await fitsTogether(desk, id, versions))) return undefined;
  const opened = openedOn(versions);
  const change = await recordBefore(desk, opened);
  const files = await storedFiles(desk, id);
  if (files === 'unread') return files;
  const stored = new Set(files);
  // What somebody told is changed by whoever has its code, and not by whoever wrote it down.
  if (!isByCode && !change?.isOnline) return undefined;
  if (!change || !filesIn(change.given).every((file) => stored.has(file))) return undefined;
  // No name of a file is used twice, also where the record does not name the last one any more.
  const counted = Math.max(change.given.counted, ...[...stored].map(numberIn));
  return { opened, change: { ...change, given: { ...change.given, counted } } };
}

/** Is what waits what would be published, with nothing changed in what is published since it was begun? */
async function fitsTogether(
  { repository }: Desk,
  id: string,
  { tip, live, draft }: Versions,
): Promise<boolean> {
  if (live === undefined || draft === undefined) return true;
  const tree = await mergedTree(repository, tip, draft.tip);
  return (
    typeof tree === 'string' && (await fileOf(repository, tree, storyPath(id)))?.blob === draft.blob
  );
}
