import { randomUUID } from 'node:crypto';
import { mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { mediaFile } from '#intake/upload.ts';
import { cleanMasterPhoto, cleanMasterSound } from '#media/clean-master.ts';
import { FORMATS_OUT, MASTER_FORMAT, typeByEnding } from '#media/formats.ts';
import type { Desk } from '#server/desk-context.ts';

/** A clean copy of a picture, a recording or a transcript. */
export interface CleanCopy {
  readonly body: Uint8Array;
  readonly type: string;
  /** With a dot, or as the file has it. */
  readonly ending: string;
}

/**
 * A file of a contribution as it is held clean. What came by a form or the desk was cleaned as it came; a
 * file beside the record is cleaned here, so that no place and no device leaves with it. Nothing where it
 * is not there or cannot be cleaned.
 */
export async function cleanCopyOf(
  desk: Desk,
  id: string,
  name: string,
): Promise<CleanCopy | undefined> {
  const held = await mediaFile(desk, id, name);
  const ending = name.slice(name.lastIndexOf('.') + 1).toLowerCase();
  if (held === undefined) return undefined;
  const stored = await desk.media.localFile(id, name).catch(() => undefined);
  if (stored !== undefined || ending === 'vtt') return { ...held, ending };
  const work = join(desk.repository.scratch, `own-${randomUUID()}`);
  const file = join(work, 'as-it-lies');
  await mkdir(work, { recursive: true, mode: 0o700 });
  try {
    await writeFile(file, held.body, { mode: 0o600 });
    const kind = typeByEnding(name)?.of === 'photo' ? 'photo' : 'sound';
    const made = { file, cacheFolder: join(work, 'clean') };
    const clean =
      kind === 'photo'
        ? await cleanMasterPhoto(made).then((done) => (done.ok ? done.value.file : undefined))
        : await cleanMasterSound(made).then((done) =>
            done.ok ? done.value.master.file : undefined,
          );
    if (clean === undefined) return undefined;
    const { type, ending: own } = FORMATS_OUT[MASTER_FORMAT[kind]];
    return { body: await readFile(clean), type, ending: own };
  } finally {
    await rm(work, { recursive: true, force: true });
  }
}
