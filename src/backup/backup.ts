import { createHash, randomUUID } from 'node:crypto';
import { mkdir, open, readdir, rename, rm, stat } from 'node:fs/promises';
import { basename, dirname, join, resolve } from 'node:path';
import { Encrypter } from 'age-encryption';
import { FILES, type KeptFile, lockFile } from './backup-files.ts';
import type { Bundle } from '#register/dump.ts';
import type { Progress } from '#state/progress.ts';
import { BackupRefused, backupRefused } from './refused.ts';

/** The first file to open: the log, the keys and the list of the others. Its name says no more than theirs. */
export interface LogFile extends Bundle {
  readonly format: 'living-roots/register@1';
  /** The sha256 of every other file, by name. */
  readonly files: Readonly<Record<string, string>>;
  /** Photographs and recordings; absent in backups of earlier versions. */
  readonly kept?: readonly KeptFile[];
  /** What the archive keeps beside the register: the lists of what may not come back and of what is hidden. */
  readonly beside?: unknown;
}

/** A file that goes into a backup beside the register. */
export type ToKeep = Pick<KeptFile, 'name' | 'to'> & { readonly from: string };

/**
 * Writes bundles into a fresh folder, each in a file encrypted to every recipient, the log last. All
 * of them or none. Answers with the names of the files.
 * Throws `BackupRefused` for fewer than two recipients, one given twice, or a folder with something in it:
 * with one key, losing it is losing everything (docs/consent.md §3.7).
 */
export async function writeBackup(input: {
  readonly bundles: readonly [Bundle, ...Bundle[]];
  readonly out: string;
  readonly recipients: readonly string[];
  readonly keep?: readonly ToKeep[];
  readonly beside?: unknown;
  readonly onProgress?: Progress;
}): Promise<readonly string[]> {
  const encrypter = encrypterTo(input.recipients);
  const out = resolve(input.out);
  if ((await readdir(out).catch(() => [])).length > 0) throw backupRefused('folder-in-use');
  const aside = join(dirname(out), `.${basename(out)}.${randomUUID()}`);
  try {
    await mkdir(aside, { recursive: true, mode: 0o700 });
    const [log, ...others] = input.bundles;
    const files: Record<string, string> = {};
    for (const bundle of others) {
      const bytes = await encrypter.encrypt(JSON.stringify(bundle));
      await writeSafely(join(aside, sealedName(bundle.name)), bytes);
      files[sealedName(bundle.name)] = sha256Of(bytes);
    }
    const kept = await lockAll(encrypter, aside, input);
    const { beside } = input;
    const first: LogFile = { format: 'living-roots/register@1', ...log, files, kept, beside };
    const bytes = await encrypter.encrypt(JSON.stringify(first));
    await writeSafely(join(aside, sealedName(log.name)), bytes);
    await rename(aside, out);
    return [sealedName(log.name), ...Object.keys(files)];
  } catch (error) {
    await rm(aside, { recursive: true, force: true });
    throw error;
  }
}

/** Each in a file of its own; one that went while the backup was made is left out. */
async function lockAll(
  encrypter: Encrypter,
  aside: string,
  { keep = [], onProgress }: Pick<Parameters<typeof writeBackup>[0], 'keep' | 'onProgress'>,
): Promise<readonly KeptFile[]> {
  if (keep.length > 0) await mkdir(join(aside, FILES), { mode: 0o700 });
  const kept: KeptFile[] = [];
  for (const [done, { from, to, name }] of keep.entries()) {
    onProgress?.(done, keep.length);
    if ((await stat(from).catch(() => undefined)) === undefined) continue;
    const sha256 = await lockFile(encrypter, from, join(aside, FILES, sealedName(name)));
    kept.push({ name: sealedName(name), to, sha256 });
  }
  onProgress?.(keep.length, keep.length);
  return kept;
}

export function sealedName(name: string): string {
  return `${name}.age`;
}

export function sha256Of(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex');
}

function encrypterTo(recipients: readonly string[]): Encrypter {
  const given = recipients.map((recipient) => recipient.trim());
  if (new Set(given.map((recipient) => recipient.toLowerCase())).size !== given.length)
    throw backupRefused('recipient-twice');
  if (given.length < 2) throw backupRefused('too-few-recipients');
  const encrypter = new Encrypter();
  for (const [index, recipient] of given.entries()) {
    try {
      encrypter.addRecipient(recipient);
    } catch {
      throw new BackupRefused({ rule: 'no-recipient', place: index + 1 });
    }
  }
  return encrypter;
}

/** Only for its owner, and on the disk before its name is told. */
async function writeSafely(file: string, bytes: Uint8Array): Promise<void> {
  const handle = await open(file, 'wx', 0o600);
  try {
    await handle.writeFile(bytes);
    await handle.sync();
  } finally {
    await handle.close();
  }
}
