import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Decrypter } from 'age-encryption';
import { digestOfFile, FILES, type KeptFile } from './backup-files.ts';
import { sha256Of, type LogFile } from './backup.ts';
import type { Bundle } from '#register/dump.ts';
import { backupRefused } from './refused.ts';
import { STEPS } from '#register/schema.ts';

export interface ReadBackup {
  readonly bundles: readonly Bundle[];
  /** How many files the backup was made with and are not there: destroyed, or lost. */
  readonly missing: number;
  /** Photographs and recordings that are in it whole, and what opens them. */
  readonly kept: readonly KeptFile[];
  readonly decrypter: Decrypter;
  /** What lay beside the register, as it was kept. */
  readonly beside: unknown;
}

/**
 * Opens a backup with one identity (the text of a file of secret keys, as `age-keygen` writes it).
 * Throws `BackupRefused` when a file cannot be opened, was changed, or was never part of this backup.
 */
export async function readBackup(from: string, identity: string): Promise<ReadBackup> {
  const decrypter = decrypterWith(identity);
  const names = (await readdir(from).catch(() => [])).filter((name) => name.endsWith('.age'));
  if (names.length === 0) throw backupRefused('no-backup-there');
  const opened = new Map<string, { readonly digest: string; readonly bundle: Bundle }>();
  for (const name of names) {
    const bytes = await readFile(join(from, name));
    opened.set(name, { digest: sha256Of(bytes), bundle: await openOne(decrypter, bytes) });
  }
  const logs = [...opened].filter(([, { bundle }]) => isLog(bundle));
  const [first] = logs;
  if (first === undefined || logs.length > 1) throw backupRefused('not-one-backup');
  const [logName, { bundle: log }] = first;
  const { files } = log as LogFile;
  const others = [...opened].filter(([name]) => name !== logName);
  if (others.some(([name, { digest }]) => files[name] !== digest))
    throw backupRefused('changed-file');
  const bundles = [log, ...others.map(([, { bundle }]) => bundle)];
  if (bundles.some(({ schema }) => !(schema <= STEPS.length))) throw backupRefused('newer-version');
  const named = (log as LogFile).kept ?? [];
  const kept = await wholeOnes(from, named);
  return {
    bundles,
    missing: Object.keys(files).length - others.length + named.length - kept.length,
    kept,
    decrypter,
    beside: (log as LogFile).beside,
  };
}

/** Those that are there, each as it was written; one that was destroyed on purpose is none. */
async function wholeOnes(from: string, named: readonly KeptFile[]): Promise<readonly KeptFile[]> {
  const there: KeptFile[] = [];
  for (const file of named) {
    const fits = /^[0-9a-f]{32}\.age$/.test(file.name) && PLACE.test(file.to);
    if (!fits) throw backupRefused('changed-file');
    const digest = await digestOfFile(join(from, FILES, file.name)).catch(() => undefined);
    if (digest === undefined) continue;
    if (digest !== file.sha256) throw backupRefused('changed-file');
    there.push(file);
  }
  return there;
}

/** A file of a contribution below the store, and nowhere else: a backup is only as true as who wrote it. */
const PLACE = /^[a-z0-9]{1,64}\/(?!\.)[^/\\\p{Cc}]{1,200}$/u;

function isLog(bundle: Bundle): boolean {
  return (bundle as Partial<LogFile>).format === 'living-roots/register@1';
}

async function openOne(decrypter: Decrypter, bytes: Uint8Array): Promise<Bundle> {
  try {
    return JSON.parse(await decrypter.decrypt(bytes, 'text')) as Bundle;
  } catch {
    throw backupRefused('not-opened');
  }
}

function decrypterWith(identity: string): Decrypter {
  const keys = identity
    .split(/\r?\n/)
    .map((line) => line.trim())
    .filter((line) => line !== '' && !line.startsWith('#'));
  const decrypter = new Decrypter();
  try {
    for (const key of keys) decrypter.addIdentity(key);
  } catch {
    throw backupRefused('no-secret-key');
  }
  if (keys.length === 0) throw backupRefused('no-secret-key');
  return decrypter;
}
