import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { onTestFinished } from 'vitest';
import { deepScan, type ScanResult } from '#audit/deep-scan.ts';
import { makeWatchList, type WatchEntry, type WatchList } from '#audit/watch-list.ts';

/** A new folder with these files, removed when the test ends. */
export async function folderWith(
  files: Readonly<Record<string, string | Uint8Array>>,
): Promise<string> {
  const folder = await mkdtemp(path.join(tmpdir(), 'audit-test-'));
  onTestFinished(() => rm(folder, { recursive: true, force: true }));
  for (const [file, content] of Object.entries(files)) {
    const full = path.join(folder, file);
    await mkdir(path.dirname(full), { recursive: true });
    await writeFile(full, content);
  }
  return folder;
}

/** A watch list of `label → text`. */
export function watching(
  texts: Readonly<Record<string, string>>,
  released: readonly string[] = [],
  digests: ReadonlyMap<string, string> = new Map(),
): WatchList {
  const entries: WatchEntry[] = Object.entries(texts).map(([label, text]) => ({ label, text }));
  return makeWatchList({ entries, digests, released });
}

export const NOTHING: WatchList = watching({});

/** Scans these files for these texts. */
export async function scanOf(
  files: Readonly<Record<string, string | Uint8Array>>,
  watch: WatchList = NOTHING,
  ownOrigin?: string,
): Promise<ScanResult> {
  return deepScan({ folder: await folderWith(files), watch, ownOrigin });
}

/** What was found, as `file rule label`, in order. */
export function inShort(scan: ScanResult): readonly string[] {
  return scan.findings.map(({ file, rule, label }) =>
    [file, rule, label].filter(Boolean).join(' '),
  );
}
