import { mkdir, mkdtemp, rm } from 'node:fs/promises';
import path from 'node:path';
import { accountForFiles, type ExpectedFiles } from './account-for-files.ts';
import { type ControlResult, provenControls } from './controls.ts';
import { deepScan, type ScanCounts } from './deep-scan.ts';
import type { Finding } from './findings.ts';
import { shownPath } from './shown-path.ts';
import type { WatchList } from './watch-list.ts';

/** What an audit says about a folder. Only `passed` lets it be published. */
export interface AuditReport {
  /** `void`: the scan did not see what was planted, so it proves nothing either way. */
  readonly verdict: 'passed' | 'failed' | 'void';
  readonly controls: ControlResult;
  readonly findings: readonly Finding[];
  readonly counts: ScanCounts & {
    /** Word sequences, runs and digests that were looked for; 0 when nothing is withheld. */
    readonly watched: number;
  };
}

/**
 * Proves a finished folder: every file explained, none missing, nothing withheld in any encoding,
 * no metadata, nothing loaded from elsewhere. Plants its controls in a new folder under `scratch`,
 * which it removes again; never writes to `folder`.
 * @throws when `folder` cannot be listed or `scratch` cannot be written to; then nothing is proved.
 */
export async function auditFolder(input: {
  readonly folder: string;
  readonly expected: ExpectedFiles;
  readonly watch: WatchList;
  readonly scratch: string;
  readonly ownOrigin?: string;
  /** Path → the one XMP packet that picture must carry, byte for byte; without one it carries none. */
  readonly packets?: ReadonlyMap<string, string> | undefined;
  readonly onProgress?: (done: number, total: number) => void;
}): Promise<AuditReport> {
  const { expected, watch } = input;
  const controls = await controlsIn(input.scratch);
  const scan = await deepScan(input);
  const accounted = accountForFiles({ expected, found: scan.digests });
  const named = accounted.map((finding) => ({ ...finding, file: shownPath(watch, finding.file) }));
  const findings = [...named, ...scan.findings];
  const watched = watch.phrases.size + watch.runs.size + watch.digests.size;
  return {
    verdict: verdictOf(controls, findings),
    controls,
    findings,
    counts: { ...scan.counts, watched },
  };
}

async function controlsIn(scratch: string): Promise<ControlResult> {
  await mkdir(scratch, { recursive: true });
  const folder = await mkdtemp(path.join(scratch, 'controls-'));
  try {
    return await provenControls({ folder });
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

/** A scan that missed a control proves nothing, whatever it found or did not find. Pure. */
export function verdictOf(
  controls: ControlResult,
  findings: readonly Finding[],
): AuditReport['verdict'] {
  if (controls.missed.length > 0) return 'void';
  return findings.length > 0 ? 'failed' : 'passed';
}
