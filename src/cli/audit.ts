import { mkdir, readFile, rm } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { auditFolder } from '#audit/audit-folder.ts';
import { wordsForFinding } from '#audit/findings.ts';
import { makeWatchList } from '#audit/watch-list.ts';
import { originalsOf } from '#release/originals.ts';
import type { Manifest } from '#release/manifest.ts';
import { readContent } from '#repository/read-content.ts';
import { type Admission, admit } from '#release/admit.ts';
import { holdHidden } from '#release/hold-hidden.ts';
import { release } from '#release/release.ts';
import { withheldTexts } from '#release/withheld-texts.ts';
import { type BuildRecord, buildIdOf, buildRecordOf } from '#hosting/build-record.ts';
import { unreadWords } from './words/build.ts';
import { withLock } from '#state/lock.ts';
import { hiddenIn } from '#hosting/hidden-ids.ts';
import { type Outcome, progress, tell } from './printer.ts';
import { publicTexts } from '#build/released-texts.ts';
import { readableSource } from './content-source.ts';
import { type State, stateOf } from '#state/state.ts';

/** Proves a built folder against the list its build left, after finding every planted control. */
export async function audit(input: {
  readonly folder: string;
  /** Where to look for what is withheld, with what the desk saved beside it; by default the content the folder was built from. */
  readonly content?: string | undefined;
}): Promise<Outcome> {
  const folder = resolve(input.folder);
  const record = await buildRecordOf(stateOf(input.content ?? 'content').built, folder);
  if (record === undefined) return notOurs(input.folder);
  const content = resolve(input.content ?? record.content);
  const state = stateOf(content);
  const scratch = `${state.scratch}-${process.pid}`;
  await mkdir(scratch, { recursive: true, mode: 0o700 });
  try {
    // A build under way would change the release tree while it is read.
    return await withLock(
      state.lock,
      () => tell('A build is running; waiting for it to finish.'),
      () => proved({ folder, named: input.folder, content, state, record, scratch }),
    );
  } finally {
    await rm(scratch, { recursive: true, force: true });
  }
}

interface Proving {
  readonly folder: string;
  /** The folder as it was named, for people. */
  readonly named: string;
  readonly content: string;
  readonly state: State;
  readonly record: BuildRecord;
  readonly scratch: string;
}

async function proved(proving: Proving): Promise<Outcome> {
  const { folder, content, state, record, scratch } = proving;
  const source = await readableSource(content);
  if ('stopped' in source) return source.stopped;
  const { archive, problems } = await readContent({ root: source.from, store: state.store });
  if (archive === undefined) return unreadWords(problems);
  const tree = await releaseTreeOf(proving, source.from);
  if (!tree.ok) return unreadWords(tree.problems);
  const packets = new Map(Object.entries(record.packets ?? {}));
  const back = holdHidden(await hiddenIn(state));
  const admissions = archive.contributions.map((held) => admit(back(held), record.builtFor));
  const withheld = admissions.flatMap(withheldTexts);
  const watch = makeWatchList({
    entries: withheld,
    digests: originalsOf(archive.contributions),
    released: await publicTexts({ release: tree.folder, dist: folder, packets, withheld }),
  });
  tell(`Proving ${proving.named}`);
  const report = await auditFolder({
    folder,
    expected: {
      exact: new Map(Object.entries(record.files)),
      present: new Set<string>(),
      allowed: [],
    },
    watch,
    scratch,
    ownOrigin: record.ownOrigin,
    packets,
    onProgress: progress('files proved'),
  });
  return outcomeOf(report, record, await takenDownSince(record, admissions, tree.folder));
}

/**
 * The release tree that the folder was drawn from. Another content folder, or the same one on another
 * day, may have been built since; then it is made again, apart, because what is public there would
 * say nothing about what is public here.
 */
async function releaseTreeOf({ state, record, scratch }: Proving, content: string) {
  const manifest = await readFile(join(state.release, 'manifest.json'), 'utf8')
    .then((text) => JSON.parse(text) as Manifest)
    .catch(() => undefined);
  if (manifest !== undefined && buildIdOf(manifest) === record.build)
    return { ok: true, folder: state.release } as const;
  const folder = join(scratch, 'release');
  const { store, mediaCache } = state;
  const hidden = await hiddenIn(state);
  const day = record.builtFor;
  const made = await release({ content, store, day, folder, mediaCache, hidden });
  return made.ok ? ({ ok: true, folder } as const) : made;
}

/**
 * Pieces and parts that this folder shows and the content does not let out any more: a folder that was
 * built before a withdrawal is whole, and still it may not be published (docs/consent.md, A27).
 */
async function takenDownSince(
  { files, tombstones }: BuildRecord,
  admissions: readonly Admission[],
  tree: string,
): Promise<readonly string[]> {
  const open = new Map(admissions.map((admission) => [admission.held.id, admission.open]));
  const stays = new Set([
    ...tombstones,
    ...admissions.flatMap(({ held, open: parts }) => (parts.size > 0 ? [held.id] : [])),
  ]);
  const shown = Object.keys(files).flatMap(
    (file) =>
      /^(?:(?:[A-Za-z-]+\/)?stories|media)\/([a-z0-9]{6,26})\//.exec(file)?.slice(1, 2) ?? [],
  );
  const manifest = JSON.parse(await readFile(join(tree, 'manifest.json'), 'utf8')) as Manifest;
  const known = new Set(manifest.files.map(({ file }) => file));
  const parts = manifest.files.flatMap(({ contribution = '', part }) =>
    part !== undefined && !open.get(contribution)?.has(part) ? [`${contribution} ${part}`] : [],
  );
  const media = Object.keys(files).filter((file) => file.startsWith('media/') && !known.has(file));
  return [
    ...new Set([
      ...shown.filter((id) => !stays.has(id)),
      ...parts,
      ...media.map((file) => file.split('/')[1] ?? ''),
    ]),
  ];
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
