import { createHash } from 'node:crypto';
import { mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import type { Control } from './control.ts';
import { controls, labelOf, markerOf, WITHHELD_ORIGINAL } from './control-list.ts';
import { deepScan } from './deep-scan.ts';
import type { Finding } from './findings.ts';
import { shownPath } from './shown-path.ts';
import { makeWatchList, type WatchList } from './watch-list.ts';

/** How many planted controls the scan saw rightly, and the names of those it did not. */
export interface ControlResult {
  readonly found: number;
  readonly planted: number;
  readonly missed: readonly string[];
}

/**
 * Plants one known thing for every encoding in an empty folder, and clean files beside them, and
 * scans it. An audit is void when one is missed (docs/consent.md, §4.5 and A01): an empty report from a
 * scan that cannot see proves nothing. `folder` is left as it is, with what was planted in it.
 * @throws when the folder cannot be written to.
 */
export async function provenControls(input: { readonly folder: string }): Promise<ControlResult> {
  const planted = controls();
  for (const { file, bytes } of planted) {
    const full = path.join(input.folder, file);
    await mkdir(path.dirname(full), { recursive: true });
    await writeFile(full, bytes);
  }
  const watch = watchFor(planted);
  const packets = new Map(
    planted.flatMap(({ file, packet }) => (packet === undefined ? [] : [[file, packet] as const])),
  );
  const { findings } = await deepScan({ folder: input.folder, watch, packets });
  return judgeControls({ planted, watch, findings });
}

/** Which of the planted things these findings show. Pure. */
export function judgeControls(input: {
  readonly planted: readonly Control[];
  readonly watch: WatchList;
  readonly findings: readonly Finding[];
}): ControlResult {
  const { planted, watch, findings } = input;
  const missed = planted.filter((control) => !isSeen(control, watch, findings));
  return {
    found: planted.length - missed.length,
    planted: planted.length,
    missed: missed.map(({ name }) => name),
  };
}

function watchFor(planted: readonly Control[]): WatchList {
  const original = createHash('sha256').update(WITHHELD_ORIGINAL).digest('hex');
  return makeWatchList({
    entries: planted.map(({ name }) => ({ label: labelOf(name), text: markerOf(name) })),
    digests: new Map([[original, labelOf('original')]]),
    released: [],
  });
}

function isSeen(control: Control, watch: WatchList, findings: readonly Finding[]): boolean {
  const shown = shownPath(watch, control.file);
  const here = findings.filter(({ file }) => file === shown);
  if (control.mustFind.length === 0) return here.length === 0;
  return control.mustFind.every(({ rule, label }) =>
    here.some(
      (finding) => finding.rule === rule && (label === undefined || finding.label === label),
    ),
  );
}
