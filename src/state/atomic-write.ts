import { randomUUID } from 'node:crypto';
import { mkdir, rename, writeFile } from 'node:fs/promises';
import { dirname } from 'node:path';

/** Writes a file so that a reader finds the old one or the new one, and never half of one. */
export async function writeAtomically(file: string, content: string | Uint8Array): Promise<void> {
  const aside = `${file}.${randomUUID()}.new`;
  await mkdir(dirname(file), { recursive: true, mode: 0o700 });
  await writeFile(aside, content, { mode: 0o600, flush: true });
  await rename(aside, file);
}
