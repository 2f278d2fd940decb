import { readFile } from 'node:fs/promises';
import { whileClean } from '#intake/clean-file.ts';
import { mediaFile } from '#intake/upload.ts';
import { FORMATS_OUT, MASTER_FORMAT, typeByEnding } from '#media/formats.ts';
import type { PersonIn } from '#register/people.ts';
import type { Desk } from '#server/desk-context.ts';
import { kindOf } from '#state/fault.ts';
import { keptNowhere } from '#server/kept-nowhere.ts';
import { latestOf, pieceNow } from './piece-now.ts';
import { theirPart } from './their-part.ts';

/** The names of a contribution's files in the media store; `unread`, and reported, where the store does not answer. */
export async function storedFiles(desk: Desk, id: string): Promise<readonly string[] | 'unread'> {
  return desk.media.filesOf(id).catch((error: unknown) => {
    desk.report(`stories/${id}: the media store could not be read (${kindOf(error)}).`);
    return 'unread';
  });
}

/** A clean copy of a picture, a recording or a transcript. */
export interface CleanCopy {
  readonly body: Uint8Array;
  readonly type: string;
  /** Without a dot. */
  readonly ending: string;
}

/**
 * A file of a contribution as it is held clean. What came by a form or the desk was cleaned as it came; a
 * file beside the record is cleaned here, so that no place and no device leaves with it. Nothing where it
 * is not there or cannot be cleaned. @throws where the media store does not answer
 */
export async function cleanCopyOf(
  desk: Desk,
  id: string,
  name: string,
): Promise<CleanCopy | undefined> {
  const held = await mediaFile(desk, id, name);
  const ending = name.slice(name.lastIndexOf('.') + 1).toLowerCase();
  if (held === undefined) return undefined;
  const stored = await desk.media.localFile(id, name);
  if (stored !== undefined || ending === 'vtt') return { ...held, ending };
  const kind = typeByEnding(name)?.of === 'photo' ? 'photo' : 'sound';
  const body = new Blob([new Uint8Array(held.body)]).stream();
  const done = await whileClean(desk, { kind, body }, async ({ path, ending: own }) => ({
    ...{ body: await readFile(path), type: FORMATS_OUT[MASTER_FORMAT[kind]].type, ending: own },
  }));
  if (!('kind' in done)) return done;
  // A copy that lacks a file because of a full disk would look whole.
  if (done.why === 'no-room') throw new Error('There is no room to clean a file.');
  return undefined;
}

/** The picture or the recording that somebody is in, to them alone. */
export async function partFile(
  desk: Desk,
  own: PersonIn,
  part: string,
): Promise<Response | undefined> {
  const now = await pieceNow(desk, own.contribution);
  const held = latestOf(now);
  if (held === undefined && now.isUnread) throw new Error('A contribution could not be read.');
  if (held === undefined || desk.hidden.hides(held.id)) return undefined;
  const things = theirPart(held, own.person, (each) => each).things;
  if (!things.some((thing) => 'src' in thing && thing.src === part)) return undefined;
  const { photos, voice } = held.fields;
  const file = photos.find(({ id }) => id === part)?.file ?? voice?.file ?? '';
  const copy = await cleanCopyOf(desk, held.id, file);
  if (copy === undefined) return undefined;
  const headers = { 'Content-Type': copy.type };
  return keptNowhere(new Response(new Uint8Array(copy.body), { headers }));
}
