import { mkdir, writeFile } from 'node:fs/promises';
import { dirname, join, resolve } from 'node:path';
import type { Day } from '#consent/decision.ts';
import { findReturned } from '#blocklist/find-returned.ts';
import { searchRecords } from '#build/build.ts';
import { BUILD_FILE, buildIdOf } from '#hosting/build-record.ts';
import type { FinishedSite } from '#hosting/finished-site.ts';
import { hiddenIn } from '#hosting/hidden-ids.ts';
import { type Problem, problemLine } from '#records/problem.ts';
import { type ReleaseDone, type ReleaseResult, release } from '#release/release.ts';
import { siteFrame } from '#release/site-frame.ts';
import { type IndexFile, indexSite } from '#search/index-site.ts';
import { withLock } from '#state/lock.ts';
import { contentSourceOf } from '#state/content-source.ts';
import { stateOf } from '#state/state.ts';
import { progress, tell } from '#cli/printer.ts';
import { whyNotRead } from '#cli/content-source.ts';

/** What is let out now; or why nothing new was, a line each. */
export type LetOut =
  | {
      readonly ok: true;
      readonly site: FinishedSite;
      readonly stories: number;
      /** The search index of it, made when somebody first asks. */
      readonly index: () => Promise<ReadonlyMap<string, Uint8Array>>;
    }
  | {
      readonly ok: false;
      readonly lines: readonly string[];
      /** Of records; none where folder and desk do not fit together. */
      readonly problems: readonly Problem[];
    };

/**
 * Releases the content as it lies, joined with what the desk saved, into the release tree that pages
 * are drawn from. `outline` becomes a folder with an empty file at each address: what is public now,
 * and no word of it. On any problem the last release stands.
 */
export async function letOut(input: {
  readonly content: string;
  readonly outline: string;
  readonly day: Day;
  /** The moment, ISO. */
  readonly at: string;
}): Promise<LetOut> {
  const { content, outline, day, at } = input;
  const state = stateOf(content);
  const source = await contentSourceOf(content);
  if (!('from' in source)) return { ok: false, lines: whyNotRead(source), problems: [] };
  const result = await withLock(
    state.lock,
    () => tell('A build is running; waiting for it to finish.'),
    () => released(content, source.from, day),
  );
  if (!result.ok)
    return { ok: false, lines: result.problems.map(problemLine), problems: result.problems };
  const { value: done } = result;
  await writeOutline(outline, done, at);
  const { site, pages, stories } = done;
  return {
    ok: true,
    site: { folder: outline, tombstones: site.tombstones, frame: siteFrame(site, pages) },
    stories: stories.length,
    index: onceAsked(() => indexSite(searchRecords(done))),
  };
}

async function released(home: string, from: string, day: Day): Promise<ReleaseResult> {
  const state = stateOf(home);
  return release({
    content: resolve(from),
    store: state.store,
    day,
    folder: state.release,
    mediaCache: state.mediaCache,
    onProgress: progress('photographs and sound'),
    hidden: await hiddenIn(state),
    findReturned: (archive) =>
      findReturned({ archive, state, day, onProgress: progress('pictures looked at') }),
  });
}

async function writeOutline(folder: string, done: ReleaseDone, builtAt: string): Promise<void> {
  const about = { builtFor: done.site.builtFor, build: buildIdOf(done.manifest), builtAt };
  const files = [
    ...done.addresses.map((address) => [address, ''] as const),
    [BUILD_FILE, `${JSON.stringify(about)}\n`] as const,
  ];
  for (const [file, text] of files) {
    await mkdir(dirname(join(folder, file)), { recursive: true });
    await writeFile(join(folder, file), text);
  }
}

function onceAsked(
  make: () => Promise<readonly IndexFile[]>,
): () => Promise<ReadonlyMap<string, Uint8Array>> {
  let made: Promise<ReadonlyMap<string, Uint8Array>> | undefined;
  return () => {
    made ??= make().then((files) => new Map(files.map(({ path, content }) => [path, content])));
    return made;
  };
}
