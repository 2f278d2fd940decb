import { createWriteStream } from 'node:fs';
import { mkdir, symlink, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { GitError, startGit } from './git.ts';
import type { Repository, TreeFile } from './repository.ts';
import { LARGE_BYTES } from './object-reader.ts';

/** Writes the content of a commit into a folder, straight from the objects: no filter, hook or link. */
export async function writeOut(
  repository: Repository,
  files: readonly TreeFile[],
  folder: string,
): Promise<void> {
  await mkdir(folder, { recursive: true, mode: 0o700 });
  for (let at = 0; at < files.length; at += AT_ONCE)
    await Promise.all(
      files.slice(at, at + AT_ONCE).map((file) => writeOne(repository, file, folder)),
    );
}

/** So many texts are held at once. */
const AT_ONCE = 16;

async function writeOne(repository: Repository, file: TreeFile, folder: string): Promise<void> {
  const to = join(folder, file.path.slice('content/'.length));
  await mkdir(dirname(to), { recursive: true, mode: 0o700 });
  // To nowhere, whatever it says: the reader finds a link there and refuses it.
  if (file.isLink === true) return symlink('nowhere', to);
  const { size = 0 } = (await repository.objects.info(file.blob)) ?? {};
  if (size > LARGE_BYTES) return stream(repository, file.blob, to);
  await writeFile(to, (await repository.objects.read(file.blob))?.bytes ?? '', { mode: 0o600 });
}

/** A film or a long recording: past the memory. */
async function stream({ folder }: Repository, blob: string, to: string): Promise<void> {
  const child = startGit(folder, ['cat-file', 'blob', blob]);
  const ended = new Promise<number | null>((done, fail) => {
    child.on('error', fail);
    child.on('close', done);
  });
  child.stdin.end();
  const [exit] = await Promise.all([
    ended,
    pipeline(child.stdout, createWriteStream(to, { mode: 0o600 })),
  ]);
  if (exit !== 0) throw new GitError('cat-file', exit ?? -1, Buffer.alloc(0));
}
