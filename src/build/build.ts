import { existsSync } from 'node:fs';
import { cp, mkdir, rename, rm, writeFile } from 'node:fs/promises';
import { dirname, join, resolve } from 'node:path';
import { type AuditReport, auditFolder } from '#audit/audit-folder.ts';
import type { ExpectedFiles } from '#audit/account-for-files.ts';
import { makeWatchList } from '#audit/watch-list.ts';
import type { Day } from '#consent/decision.ts';
import { headerRules, headersFile } from '#hosting/headers.ts';
import { pruneCache } from '#media/cache.ts';
import { type ReleaseDone, release } from '#release/release.ts';
import { siteFrame } from '#release/site-frame.ts';
import { sha256 } from '#release/write-tree.ts';
import { type IndexFile, indexSite } from '#search/index-site.ts';
import { searchRecord } from '#search/record.ts';
import { giveIdToOlder } from '#state/archive-id.ts';
import { drawSite } from './draw-site.ts';
import { keptPages } from './kept-pages.ts';
import type { Built, BuildWatch, NotBuilt } from './result.ts';
import { BUILD_FILE, buildIdOf, fragmentsOf, saveBuildRecord } from '#hosting/build-record.ts';
import { findReturned } from '#blocklist/find-returned.ts';
import { folderDigests } from '#hosting/folder-digests.ts';
import { writeHostFiles } from '#hosting/host-files.ts';
import { removeOrphanedCaches } from '#state/orphaned-caches.ts';
import { withLock } from '#state/lock.ts';
import { hiddenIn } from '#hosting/hidden-ids.ts';
import { keepOthers, refusedPlace, setAside, stagingOf } from '#hosting/out-folder.ts';
import type { Progress } from '#state/progress.ts';
import { PUBLIC_FILES } from './public-files.ts';
import { SOURCE_FOLDER } from '#state/source-folder.ts';
import { publicTexts } from './released-texts.ts';
import { type State, stateOf } from '#state/state.ts';

export interface BuildInput {
  readonly content: string;
  readonly out: string;
  readonly day: Day;
  /** The moment of the build, ISO, written into the finished site so that its age can be told. */
  readonly at: string;
  /** The content folder whose clean copies are used, when `content` is a copy of it. */
  readonly home?: string;
  /** `out` is a new folder among the desk's own sites, which lie in the state folder. */
  readonly forDesk?: boolean;
  readonly watch: BuildWatch;
}

/**
 * Release, pages, index, audit; then, and only then, the new folder takes the place of the old one.
 * On any problem the old one stands untouched (docs/decisions.md, "The one way through").
 */
export async function build(input: BuildInput): Promise<Built | NotBuilt> {
  const refused = input.forDesk === true ? undefined : await refusedPlace(input);
  if (refused !== undefined) return { kind: 'place-refused', out: input.out, refused };
  const state = stateOf(input.home ?? input.content);
  return withLock(
    state.lock,
    () => input.watch.step('wait-for-build'),
    () => buildAlone(input, state),
  );
}

async function buildAlone(input: BuildInput, state: State): Promise<Built | NotBuilt> {
  const { watch } = input;
  const idFile =
    input.forDesk === true ? undefined : giveIdToOlder(state, input.home ?? input.content);
  if (idFile !== undefined) watch.gaveId(idFile);
  const out = resolve(input.out);
  const staging = stagingOf(out);
  await rm(staging, { recursive: true, force: true });
  await putBack(staging, out);
  watch.step('release');
  const released = await release({
    content: resolve(input.content),
    store: state.store,
    day: input.day,
    folder: state.release,
    mediaCache: state.mediaCache,
    onProgress: watch.progress.media(),
    hidden: await hiddenIn(state),
    findReturned: (archive) =>
      findReturned({ archive, state, day: input.day, onProgress: watch.progress.pictures() }),
  });
  if (!released.ok) return { kind: 'unread', problems: released.problems };
  try {
    const audited = await make(released.value, staging, state, input);
    if (audited.report.verdict !== 'passed') return { kind: 'not-fit', report: audited.report };
    const home = resolve(input.home ?? input.content);
    await saveBuildRecord(state.built, {
      ...audited.record,
      archive: state.name,
      content: home,
      out,
    });
    const kept = await keepOthers(out);
    await swap(staging, out);
    await writeHostFiles(stateOf(input.home ?? input.content), audited.record, out);
    await pruneCache({ cacheFolder: state.mediaCache, keep: released.value.cacheKeys });
    await removeOrphanedCaches(state, home);
    const { report } = audited;
    return { kind: 'built', out: input.out, done: released.value, report, kept };
  } finally {
    await rm(staging, { recursive: true, force: true });
  }
}

async function make(
  done: ReleaseDone,
  staging: string,
  state: State,
  { at: builtAt, watch }: BuildInput,
) {
  const pages = await keptPages('site', () => watch.step('compile'));
  watch.step('draw');
  const [index] = await Promise.all([
    indexSite(searchRecords(done)),
    drawSite(state, pages, staging),
  ]);
  watch.step('furnish');
  const build = buildIdOf(done.manifest);
  const about = `${JSON.stringify({ builtFor: done.site.builtFor, build, builtAt })}\n`;
  const exact = await furnish({ done, staging, state, index, about });
  watch.step('prove');
  const report = await prove({ done, staging, state, exact, onProgress: watch.progress.proof() });
  const files = Object.fromEntries(await folderDigests(staging));
  const { tombstones, builtFor, url: ownOrigin } = done.site;
  const packets = Object.fromEntries(done.packets);
  const fragments = fragmentsOf(index);
  const frame = siteFrame(done.site, done.pages);
  const known = { build, builtFor, ownOrigin, files, packets, tombstones, fragments, frame };
  return { report, record: known };
}

/** What the index is made of: a record for each piece that may be found. */
export function searchRecords({ admissions, stories, site }: ReleaseDone) {
  const byId = new Map(stories.map((story) => [story.id, story]));
  return admissions.flatMap((admission) => {
    const story = byId.get(admission.held.id);
    const record = story && searchRecord(admission, story, site);
    return record === undefined ? [] : [record];
  });
}

/** Puts in place what Astro must not touch; answers with the digest each file must have. */
async function furnish(input: {
  readonly done: ReleaseDone;
  readonly staging: string;
  readonly state: State;
  readonly index: readonly IndexFile[];
  /** What the site says of itself in `BUILD_FILE`. */
  readonly about: string;
}): Promise<Map<string, string>> {
  const { done, staging, state, index, about } = input;
  const media = done.manifest.files.filter(({ file }) => file.startsWith('media/'));
  if (media.length > 0)
    await cp(join(state.release, 'media'), join(staging, 'media'), { recursive: true });
  const exact = new Map(media.map(({ file, sha256: digest }) => [file, digest]));
  const rules = headerRules({
    stories: done.stories,
    files: done.manifest.files,
    languages: done.site.languages,
  });
  const ours = [
    ...index.map(({ path, content }) => ({ path: `pagefind/${path}`, content })),
    { path: '_headers', content: headersFile(rules) },
    { path: BUILD_FILE, content: about },
  ];
  for (const { path, content } of ours) {
    await mkdir(dirname(join(staging, path)), { recursive: true });
    await writeFile(join(staging, path), content);
    exact.set(path, sha256(content));
  }
  for (const [path, digest] of Object.entries(PUBLIC_FILES)) exact.set(path, digest);
  for (const [path, digest] of await ownFiles(staging)) exact.set(path, digest);
  return exact;
}

/** Pictures and letters that Astro took from our own styles: byte for byte one of ours, whatever it is called now. */
async function ownFiles(staging: string): Promise<readonly (readonly [string, string])[]> {
  const ours = new Set((await folderDigests(SOURCE_FOLDER)).values());
  const bundled = await folderDigests(join(staging, '_astro'));
  return [...bundled]
    .filter(([path, digest]) => /\.(svg|woff2)$/.test(path) && ours.has(digest))
    .map(([path, digest]) => [`_astro/${path}`, digest] as const);
}

async function prove(input: {
  readonly done: ReleaseDone;
  readonly staging: string;
  readonly state: State;
  readonly exact: ReadonlyMap<string, string>;
  readonly onProgress: Progress;
}): Promise<AuditReport> {
  const { done, staging, state, exact, onProgress } = input;
  const expected: ExpectedFiles = {
    exact,
    present: new Set(done.addresses.filter((path) => !exact.has(path))),
    allowed: [/^_astro\/[\w.@~-]+\.(css|js)$/],
  };
  const watch = makeWatchList({
    entries: done.withheld,
    digests: done.originals,
    released: await publicTexts({
      release: state.release,
      dist: staging,
      packets: done.packets,
      withheld: done.withheld,
    }),
  });
  await rm(state.scratch, { recursive: true, force: true });
  await mkdir(state.scratch, { recursive: true, mode: 0o700 });
  const ownOrigin = done.site.url;
  return auditFolder({
    folder: staging,
    expected,
    watch,
    scratch: state.scratch,
    ownOrigin,
    packets: done.packets,
    onProgress,
  });
}

/** A crash between the two renames of `swap` leaves the last site set aside: it is put back. */
async function putBack(staging: string, out: string): Promise<void> {
  if (existsSync(setAside(staging)) && !existsSync(out)) await rename(setAside(staging), out);
}

/** Two renames: at no moment is half a site in place, and a crash between them leaves both whole. */
async function swap(staging: string, out: string): Promise<void> {
  const old = setAside(staging);
  await mkdir(dirname(out), { recursive: true });
  await rm(old, { recursive: true, force: true });
  await rename(out, old).catch((error: NodeJS.ErrnoException) => {
    if (error.code !== 'ENOENT') throw error;
  });
  await rename(staging, out);
  await rm(old, { recursive: true, force: true });
}
