import { mkdir, rm } from 'node:fs/promises';
import { resolve } from 'node:path';
import { auditFolder } from '#audit/audit-folder.ts';
import { wordsForFinding } from '#audit/findings.ts';
import { makeWatchList } from '#audit/watch.ts';
import { readContent } from '#release/read-content.ts';
import { type Admission, admit } from '#release/admit.ts';
import { originalsOf } from '#release/originals.ts';
import { withheldTexts } from '#release/withheld.ts';
import { type BuildRecord, buildRecordOf } from './build-record.ts';
import { notBuilt } from './build.ts';
import { type Outcome, progress, tell } from './printer.ts';
import { indexScripts, ownTexts, releasedTexts, SOURCE } from './released-texts.ts';
import { stateOf } from './state.ts';

/** Proves a built folder against the list its build left, after finding every planted control. */
export async function audit(input: {
  readonly folder: string;
  /** Where to look for what is withheld; by default the content the folder was built from. */
  readonly content?: string | undefined;
}): Promise<Outcome> {
  const folder = resolve(input.folder);
  const record = await buildRecordOf(stateOf(input.content ?? 'content').built, folder);
  if (record === undefined) return notOurs(input.folder);
  const content = resolve(input.content ?? record.content);
  const state = stateOf(content);
  const { archive, problems } = await readContent({ root: content, store: state.store });
  if (archive === undefined) return notBuilt(problems);
  const admissions = archive.contributions.map((held) => admit(held, record.builtFor));
  const watch = makeWatchList({
    entries: admissions.flatMap(withheldTexts),
    digests: originalsOf(archive.contributions),
    released: [
      ...(await releasedTexts(state.release).catch(() => [])),
      ...(await ownTexts(SOURCE)),
      ...(await indexScripts(folder)),
    ],
  });
  const scratch = `${state.scratch}-${process.pid}`;
  await mkdir(scratch, { recursive: true });
  try {
    tell(`Proving ${input.folder}`);
    const expected = {
      exact: new Map(Object.entries(record.files)),
      present: new Set<string>(),
      allowed: [],
    };
    const report = await auditFolder({
      folder,
      expected,
      watch,
      scratch,
      ownOrigin: record.ownOrigin,
      onProgress: progress('files proved'),
    });
    return outcomeOf(report, record, takenDownSince(record, admissions));
  } finally {
    await rm(scratch, { recursive: true, force: true });
  }
}

/**
 * Pieces that this folder shows and the content does not let out any more: a folder that was built
 * before a withdrawal is whole, and still it may not be published (consent.md, A27).
 */
function takenDownSince(
  { files, tombstones }: BuildRecord,
  admissions: readonly Admission[],
): readonly string[] {
  const stays = new Set([
    ...tombstones,
    ...admissions.flatMap(({ held, open }) => (open.size > 0 ? [held.id] : [])),
  ]);
  const shown = Object.keys(files).flatMap(
    (file) =>
      /^(?:(?:[A-Za-z-]+\/)?stories|media)\/([a-z0-9]{6,26})\//.exec(file)?.slice(1, 2) ?? [],
  );
  return [...new Set(shown)].filter((id) => !stays.has(id));
}

function outcomeOf(
  report: Awaited<ReturnType<typeof auditFolder>>,
  { builtFor }: BuildRecord,
  takenDown: readonly string[],
): Outcome {
  const { counts, controls } = report;
  const verdict = report.verdict === 'passed' && takenDown.length > 0 ? 'failed' : report.verdict;
  const findings = [
    ...report.findings.map((finding) => `${finding.file}: ${wordsForFinding(finding)}`),
    ...takenDown.map(
      (id) => `${id}: it was taken down after this folder was built. Build it again.`,
    ),
  ];
  const lines = [
    `${counts.files} files, ${counts.bytes} bytes; ${counts.images} pictures, ${counts.sounds} sounds; ${counts.decoded} layers opened.`,
    `Planted controls found: ${controls.found} of ${controls.planted}.`,
    ...findings,
    verdict === 'passed'
      ? `Passed: this is the folder that was built for ${builtFor}, and nothing withheld is in it.`
      : verdict === 'void'
        ? 'Void: a planted control was missed, so nothing is proved.'
        : `Failed: ${findings.length} findings. Do not publish this folder.`,
  ];
  return {
    exit: verdict === 'passed' ? 0 : 1,
    lines,
    data: { ok: verdict === 'passed', builtFor, audit: report, takenDown },
  };
}

function notOurs(folder: string): Outcome {
  return {
    exit: 1,
    lines: [
      `${folder} holds no build of this archive, or its record is not here, so nothing can be proved. Build it again with "npm run build".`,
    ],
    data: { ok: false },
  };
}
