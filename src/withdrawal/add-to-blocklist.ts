import { readdir, readFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import type { Problem } from '#records/problem.ts';
import { entryOf, hasNoSigns, type LeftOut } from '#blocklist/entry.ts';
import { matcherFor } from '#blocklist/match.ts';
import { emptyList, withEntry } from '#blocklist/blocklist.ts';
import { typeByEnding } from '#media/formats.ts';
import { greyPicture } from '#media/grey-picture.ts';
import type { HeldContribution } from '#repository/archive.ts';
import { fileDigest } from '#repository/content-files.ts';
import { contributionTexts } from '#release/held-texts.ts';
import { readContribution } from '#repository/read-contribution.ts';
import { refusedFiles } from '#repository/same-files.ts';
import { picturesOf, soundDigests, soundsOf } from '#blocklist/find-returned.ts';
import type { PictureFile } from '#blocklist/image-hashes.ts';
import { withLock } from '#state/lock.ts';
import { openBlocklist, saveBlocklist } from '#blocklist/blocklist-file.ts';
import { giveId } from '#state/archive-id.ts';
import { remainingContent, leavesWith, type Leaving } from './remaining-content.ts';

/** Whether what went would be known again if it were put back. */
export type Noted =
  | {
      readonly kind: 'noted' | 'nothing-to-know-by';
      /** Files that could not be read, so that they would not be known. */
      readonly unread: number;
      readonly leftOut: LeftOut;
    }
  /** The blocklist, or its key, is not to be read. */
  | { readonly kind: 'list-unreadable'; readonly problem: Problem }
  | { readonly kind: 'failed' };

/**
 * Notes what is about to go in the blocklist (docs/consent.md §4.4), before anything is removed. Never
 * stands in the way of a withdrawal: when it cannot be done, the answer says so.
 */
export async function addToBlocklist(input: Leaving): Promise<Noted> {
  try {
    return await withLock(
      `${input.state.blocklist}.lock`,
      () => undefined,
      () => noteDown(input),
    );
  } catch {
    return { kind: 'failed' };
  }
}

async function noteDown(input: Leaving): Promise<Noted> {
  const { state, root, home, id, part, day } = input;
  giveId(state, home, root);
  const opened = await openBlocklist(state);
  if (!opened.ok) return { kind: 'list-unreadable', problem: opened.problem };
  const { list: known, key } = opened.value;
  const gone = await whatGoes(input);
  const whole = known.entries.filter((entry) => entry.part === undefined);
  const staying = await remainingContent(input, gone, new Set(whole.map((entry) => entry.id)));
  const asIfListed = (grey: readonly number[]) =>
    matcherFor(
      withEntry(
        emptyList(key),
        entryOf({ id, on: day, texts: [], pictures: [grey], sounds: [] }, key, {
          shingles: new Set(),
          picture: () => false,
          sounds: new Set(),
        }).entry,
      ),
      key,
    );
  const { entry, leftOut } = entryOf({ id, part: part?.id, on: day, ...gone }, key, {
    shingles: staying.shingles,
    sounds: staying.sounds,
    picture: (grey) => {
      const { picture } = asIfListed(grey);
      return staying.imageHashes.some((other) => picture(other).length > 0);
    },
  });
  if (!hasNoSigns(entry)) await saveBlocklist(state.blocklist, withEntry(known, entry));
  const kind = hasNoSigns(entry) ? 'nothing-to-know-by' : 'noted';
  return { kind, unread: gone.unread, leftOut };
}

interface Goes {
  readonly texts: readonly string[];
  readonly pictures: readonly (readonly number[])[];
  readonly sounds: readonly string[];
  /** Files that could not be read. */
  readonly unread: number;
  /** Files, by sha256, to which somebody said no here: where one stands elsewhere, that no must outlive this. */
  readonly refused: ReadonlySet<string>;
}

async function whatGoes(input: Leaving): Promise<Goes> {
  const { root, state, id, part, day } = input;
  const { held } = await readContribution({ root, store: state.store }, id);
  if (held === undefined) return whatLiesThere(input);
  const refused = refusedFiles(held, day, part?.id);
  const files = (of: (from: HeldContribution) => ReadonlyMap<string, PictureFile>) => {
    const named = new Set(part?.files.map((name) => held.media.get(name)?.sha256));
    return [...of(held).values()].filter(
      ({ sha256 }) => part === undefined || named.has(sha256) || refused.has(sha256),
    );
  };
  const texts = contributionTexts(held)
    .filter((text) => part === undefined || leavesWith(text, part.id))
    .map(({ text }) => text);
  const sounds = files(soundsOf).map(({ sha256 }) => soundDigests(sha256, state));
  const read = await greyPicturesOf(files(picturesOf).map(({ path }) => path));
  return { texts, ...read, sounds: (await Promise.all(sounds)).flat(), refused };
}

/** A record that cannot be read: its text as it lies there, and every file beside it or in the store. */
async function whatLiesThere({ root, state, id }: Leaving): Promise<Goes> {
  const texts: string[] = [];
  const pictures: string[] = [];
  const sounds: string[] = [];
  const folder = join(root, 'stories', id);
  const beside = await readdir(folder).catch((): string[] => []);
  // What cannot be read keeps nothing of the rest from being known again, and is told.
  let missed = 0;
  const miss = (): void => {
    missed += 1;
  };
  const names = (await state.store.filesOf(id).catch(miss)) ?? [];
  const stored = names.map(
    async (name) => (await state.store.localFile(id, name).catch(miss)) ?? undefined,
  );
  const files = [...beside.map((name) => join(folder, name)), ...(await Promise.all(stored))];
  for (const file of files.filter((each) => each !== undefined)) {
    const name = basename(file);
    if (/\.(md|mdx|vtt|txt)$/i.test(name)) texts.push(await readFile(file, 'utf8').catch(() => ''));
    else if (typeByEnding(name)?.of === 'sound') sounds.push((await fileDigest(file)) ?? '');
    else pictures.push(file);
  }
  const digests = await Promise.all(pictures.map((file) => fileDigest(file)));
  const grey = await greyPicturesOf(pictures);
  return {
    texts,
    ...{ ...grey, unread: grey.unread + missed },
    sounds: sounds.filter(Boolean),
    // Nobody can tell what was answered.
    refused: new Set([...digests, ...sounds].filter((digest) => digest !== undefined)),
  };
}

async function greyPicturesOf(
  paths: readonly string[],
): Promise<Pick<Goes, 'pictures' | 'unread'>> {
  const read = await Promise.all(paths.map((path) => greyPicture(path)));
  const pictures = read.filter((grey) => grey !== undefined);
  return { pictures, unread: read.length - pictures.length };
}
