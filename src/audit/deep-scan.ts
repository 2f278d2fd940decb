import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import type { Finding } from './findings.ts';
import { foldersAndFiles } from './folder-walk.ts';
import type { ScanMemory } from './layers.ts';
import { scanFile } from './scan-file.ts';
import { shownPath } from './shown-path.ts';
import type { WatchList } from './watch-list.ts';

/** How much a deep scan looked at. `decoded` counts the further readings of bytes and text. */
export interface ScanCounts {
  readonly files: number;
  readonly bytes: number;
  readonly decoded: number;
  readonly images: number;
  readonly sounds: number;
}

export interface ScanResult {
  readonly findings: readonly Finding[];
  readonly counts: ScanCounts;
  /** Path → SHA-256 in hexadecimal, of every file that could be read. */
  readonly digests: ReadonlyMap<string, string>;
}

/**
 * Reads every file of a folder in every encoding and returns what may not be published (docs/consent.md,
 * §6). Links are reported and never followed. A file that cannot be read is a finding, not an error:
 * a scan that skips what it cannot read proves nothing. One file is in memory at a time.
 * @throws when the folder itself cannot be listed.
 */
export async function deepScan(input: {
  readonly folder: string;
  readonly watch: WatchList;
  readonly ownOrigin?: string;
  /** Path → the one XMP packet that picture must carry; any other XMP is a finding. */
  readonly packets?: ReadonlyMap<string, string> | undefined;
  readonly onProgress?: (done: number, total: number) => void;
}): Promise<ScanResult> {
  const { files, others } = await foldersAndFiles(input.folder);
  const findings: Finding[] = others.map(({ file, rule }) => ({
    file: shownPath(input.watch, file),
    rule,
  }));
  const counts = { files: 0, bytes: 0, decoded: 0, images: 0, sounds: 0 };
  const digests = new Map<string, string>();
  const memory: ScanMemory = { barrenRuns: new Set() };
  for (const file of files) {
    const bytes = await readOrNothing(path.join(input.folder, file));
    if (bytes === undefined) {
      findings.push({ file: shownPath(input.watch, file), rule: 'unreadable-file' });
    } else {
      digests.set(file, createHash('sha256').update(bytes).digest('hex'));
      const scan = await scanFile({
        ...input,
        file,
        bytes,
        memory,
        packet: input.packets?.get(file),
      });
      findings.push(...scan.findings);
      counts.bytes += bytes.length;
      counts.decoded += scan.decoded;
      counts.images += scan.images;
      counts.sounds += scan.sounds;
    }
    counts.files += 1;
    input.onProgress?.(counts.files, files.length);
  }
  return { findings, counts, digests };
}

async function readOrNothing(file: string): Promise<Buffer | undefined> {
  try {
    return await readFile(file);
  } catch {
    return undefined;
  }
}
