import { randomUUID } from 'node:crypto';
import { mkdir, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { type CoverFault, readCover } from '#media/cover.ts';
import { coverPhoto } from '#media/cover-photo.ts';
import { FORMATS_OUT, MASTER_FORMAT, typeByEnding } from '#media/formats.ts';
import { isFull } from './clean-file.ts';
import { type Intake, mediaFile, storeClean } from './upload.ts';

/** What is asked: not believed in anything. */
export interface AskedCover {
  /** The id of a contribution, and the name of a photograph of it. */
  readonly entry: unknown;
  readonly file: unknown;
  /** Its boxes and what is left of it, as `media/cover.ts` reads them. */
  readonly cover: unknown;
  /** Whose sign-in will save the record that names the copy. */
  readonly mark: string;
}

/** A safe copy is in the store under a name of ours, in pixels. */
export interface MadeSafeCopy {
  readonly kind: 'made';
  readonly file: string;
  readonly width: number;
  readonly height: number;
}

/** Nothing was kept. */
export interface NoSafeCopy {
  readonly kind: 'not-made';
  readonly why: CoverFault | 'no-picture' | 'not-read' | 'no-room';
}

/**
 * Makes the safe copy of a stored photograph at its full size: its boxes filled, the rest cut away, and nothing
 * else of it kept. The photograph itself stays as it is: whether it may be shown is for `decide` (docs/consent.md,
 * rows 15 to 17), which takes the copy only once its makers have seen it and somebody has checked it.
 */
export async function makeSafeCopy(
  desk: Intake,
  { entry, file, cover: sent, mark }: AskedCover,
): Promise<MadeSafeCopy | NoSafeCopy> {
  const cover = readCover(sent);
  if (typeof cover === 'string') return { kind: 'not-made', why: cover };
  const none = { kind: 'not-made', why: 'no-picture' } as const;
  if (typeof entry !== 'string' || typeof file !== 'string') return none;
  if (typeByEnding(file)?.of !== 'photo') return none;
  const picture = await mediaFile(desk, entry, file);
  if (picture === undefined) return none;
  const work = join(desk.repository.scratch, `cover-${randomUUID()}`);
  await mkdir(work, { recursive: true, mode: 0o700 });
  try {
    const [before, to] = [join(work, 'before'), join(work, 'covered')];
    await writeFile(before, picture.body);
    const made = await coverPhoto({ file: before, cover, to });
    if (!made.ok) return { kind: 'not-made', why: 'not-read' };
    const { ending } = FORMATS_OUT[MASTER_FORMAT.photo];
    const name = await storeClean(desk, entry, { path: to, stem: 'f', ending });
    desk.uploads.add(entry, name, mark);
    return { kind: 'made', file: name, width: made.width, height: made.height };
  } catch (error) {
    if (isFull(error)) return { kind: 'not-made', why: 'no-room' };
    throw error;
  } finally {
    await rm(work, { recursive: true, force: true });
  }
}
