import { readdir, readFile } from 'node:fs/promises';
import { extname, join } from 'node:path';
import type { Day } from '#consent/decision.ts';
import { entryOf, isEmpty, type LeftOut } from '#blocklist/entry.ts';
import { matcherFor } from '#blocklist/match.ts';
import { emptyList, withEntry } from '#blocklist/blocklist.ts';
import { greyPicture } from '#media/grey-picture.ts';
import type { HeldContribution } from '#repository/archive.ts';
import { fileDigest } from '#repository/content-files.ts';
import { contributionTexts } from '#release/held-texts.ts';
import { readContribution } from '#repository/read-contribution.ts';
import { refusedFiles } from '#repository/same-files.ts';
import { picturesOf, soundDigests, soundsOf } from '#blocklist/find-returned.ts';
import type { PictureFile } from '#blocklist/image-hashes.ts';
import { withLock } from '#state/lock.ts';
import { openNeverAgain, saveNeverAgain } from '#blocklist/store.ts';
import { giveId } from '#state/archive-id.ts';
import type { State } from '#state/state.ts';
import { goesWith, whatStays } from './remaining-content.ts';

/** What is withdrawn, and the archive that stays. */
export interface ToRemember {
  readonly root: string;
  readonly state: State;
  readonly id: string;
  /** A part and its files, when only that goes. */
  readonly part?: { readonly id: string; readonly files: readonly string[] } | undefined;
  readonly day: Day;
  /** The content folder of the whole archive, when `root` holds only this piece. */
  readonly home: string;
}

/**
 * Notes what is about to go in the never-again list (consent.md §4.4), before anything is removed.
 * Never stands in the way of a withdrawal: when it cannot be done, the lines say so.
 */
export async function remember(input: ToRemember): Promise<readonly string[]> {
  try {
    return await withLock(
      `${input.state.neverAgain}.lock`,
      () => undefined,
      () => noteDown(input),
    );
  } catch {
    return [
      'It could not be noted in the never-again list, so it would not be recognised if it were put back. The withdrawal goes on. Ask whoever looks after the archive to look at the folder of its state.',
    ];
  }
}

async function noteDown(input: ToRemember): Promise<readonly string[]> {
  const { state, root, home, id, part, day } = input;
  giveId(state, home, root);
  const opened = await openNeverAgain(state);
  if (!opened.ok)
    return [
      `It could not be noted in the never-again list: ${opened.problem.what} ${opened.problem.next} The withdrawal goes on.`,
    ];
  const { list: known, key } = opened.value;
  const gone = await whatGoes(input);
  const whole = known.entries.filter((entry) => entry.part === undefined);
  const staying = await whatStays(input, gone, new Set(whole.map((entry) => entry.id)));
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
      return staying.greys.some((other) => picture(other).length > 0);
    },
  });
  if (!isEmpty(entry)) await saveNeverAgain(state.neverAgain, withEntry(known, entry));
  return linesFor(gone.unread, leftOut, isEmpty(entry));
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

async function whatGoes(input: ToRemember): Promise<Goes> {
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
    .filter((text) => part === undefined || goesWith(text, part.id))
    .map(({ text }) => text);
  const sounds = files(soundsOf).map(({ sha256 }) => soundDigests(sha256, state));
  const read = await greysFrom(files(picturesOf).map(({ path }) => path));
  return { texts, ...read, sounds: (await Promise.all(sounds)).flat(), refused };
}

/** A record that cannot be read: its text as it lies there, and every file beside it or in the store. */
async function whatLiesThere({ root, state, id }: ToRemember): Promise<Goes> {
  const texts: string[] = [];
  const pictures: string[] = [];
  const sounds: string[] = [];
  for (const folder of [join(root, 'stories', id), join(state.store, id)]) {
    for (const name of await readdir(folder).catch(() => [])) {
      const file = join(folder, name);
      if (/\.(md|mdx|vtt|txt)$/i.test(name))
        texts.push(await readFile(file, 'utf8').catch(() => ''));
      else if (SOUND.has(extname(name).toLowerCase())) sounds.push((await fileDigest(file)) ?? '');
      else pictures.push(file);
    }
  }
  const digests = await Promise.all(pictures.map((file) => fileDigest(file)));
  return {
    texts,
    ...(await greysFrom(pictures)),
    sounds: sounds.filter(Boolean),
    // Nobody can tell what was answered.
    refused: new Set([...digests, ...sounds].filter((digest) => digest !== undefined)),
  };
}

const SOUND = new Set(['.mp3', '.m4a', '.wav', '.ogg', '.opus', '.webm', '.flac', '.mp4']);

async function greysFrom(paths: readonly string[]): Promise<Pick<Goes, 'pictures' | 'unread'>> {
  const read = await Promise.all(paths.map((path) => greyPicture(path)));
  const pictures = read.filter((grey) => grey !== undefined);
  return { pictures, unread: read.length - pictures.length };
}

function linesFor(unread: number, leftOut: LeftOut, empty: boolean): readonly string[] {
  const { texts, pictures, sounds } = leftOut;
  const files = (count: number): string => `${count} file${count === 1 ? '' : 's'}`;
  return [
    empty
      ? 'There was nothing in it to know it by, so nothing was noted in the never-again list.'
      : 'It was noted in the never-again list: if it is put back, under any name, the build stops and says so.',
    ...(unread > 0
      ? [
          `${files(unread)} could not be read, so they would not be recognised if they were put back.`,
        ]
      : []),
    ...(texts + pictures > 0
      ? [
          `${texts} of its texts and ${pictures} of its pictures were not noted, because something that stays has the same, or they tell too little.`,
        ]
      : []),
    ...(sounds > 0
      ? ['A recording of it was not noted, because something that stays has the same.']
      : []),
  ];
}
