import { mkdir, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { type AuditReport, auditFolder } from '#audit/audit-folder.ts';
import { makeWatchList } from '#audit/watch-list.ts';
import type { ReleasedForUse } from '#release/release-for-use.ts';
import { typedAndSeen } from '#release/words.ts';
import { sha256 } from '#release/write-tree.ts';
import type { CopyAbout, CopyFile, ReadMe } from './copy.ts';
import { COPY_FORMATS, type CopyFormat } from './formats.ts';

interface ProveHow {
  readonly about: CopyAbout;
  readonly format: CopyFormat;
  readonly readMe: ReadMe;
  /** A folder of the archive's own, which is gone afterwards. */
  readonly scratch: string;
}

/**
 * Holds the finished bytes of a copy against everything that was not granted for its use, as a site is
 * held: every file explained, no withheld word, name or file in any encoding, and the planted controls
 * found first. The files lie in `scratch` meanwhile, a folder of the archive's own, and are gone after.
 */
export async function proveCopy(
  files: readonly CopyFile[],
  released: ReleasedForUse,
  how: ProveHow,
): Promise<AuditReport> {
  const { scratch } = how;
  const folder = join(scratch, 'copy');
  await rm(scratch, { recursive: true, force: true });
  await mkdir(folder, { recursive: true, mode: 0o700 });
  try {
    for (const { name, text } of files) await writeFile(join(folder, name), text, { mode: 0o600 });
    return await auditFolder({
      folder,
      expected: {
        exact: new Map(files.map(({ name, text }) => [name, sha256(text)])),
        present: new Set(),
        allowed: [],
      },
      watch: makeWatchList({
        entries: released.withheld,
        digests: released.originals,
        released: letOut(released, how),
      }),
      scratch,
    });
  } finally {
    await rm(scratch, { recursive: true, force: true });
  }
}

/** What is let out, and the words of our own that stand beside it: taken from the release, not from the files. */
function letOut(
  { pieces, from }: ReleasedForUse,
  { about, format, readMe }: ProveHow,
): readonly string[] {
  const said = [...pieces, from].flatMap(textsIn).flatMap((text) => typedAndSeen(text));
  const own = readMe(about, from, { pieces: 0, parts: 0 });
  return [...said, own, 'READ-ME.txt', `${about.use}.${format}`, ...COPY_FORMATS[format].ownWords];
}

function textsIn(value: unknown): readonly string[] {
  if (typeof value === 'string') return [value];
  return value !== null && typeof value === 'object' ? Object.values(value).flatMap(textsIn) : [];
}
