import { join } from 'node:path';
import { askedOf, isShort, shinglesOf } from '#blocklist/shingles.ts';
import type { HeldContribution } from '#repository/archive.ts';
import { list } from '#repository/content-files.ts';
import { contributionTexts } from '#release/held-texts.ts';
import { readContribution } from '#repository/read-contribution.ts';
import { picturesOf, soundDigests, soundsOf } from '#blocklist/find-returned.ts';
import { facilitatorsWords } from './facilitators-words.ts';
import { imageHashes, type PictureFile } from '#blocklist/image-hashes.ts';
import type { Day } from '#consent/decision.ts';
import type { Progress } from '#state/progress.ts';
import type { State } from '#state/state.ts';

/** What is withdrawn, and the archive that stays. */
export interface Leaving {
  readonly root: string;
  readonly state: State;
  readonly id: string;
  /** A part and its files, when only that goes. */
  readonly part?: { readonly id: string; readonly files: readonly string[] } | undefined;
  readonly day: Day;
  /** The content folder of the whole archive, when `root` holds only this piece. */
  readonly home: string;
  /** How many of the pictures that stay were looked at. */
  readonly onProgress?: Progress | undefined;
}

/** What a withdrawal shares with something that stays. */
export interface Remaining {
  readonly shingles: ReadonlySet<string>;
  readonly imageHashes: readonly (readonly number[])[];
  /** sha256 of recordings and of their clean copies. */
  readonly sounds: ReadonlySet<string>;
}

/**
 * Of what goes, the runs of words that something staying has too; and the pictures and recordings that
 * stay. One that only a no kept back in the other place does not stay there: with the no it would be shown.
 */
export async function remainingContent(
  input: Leaving,
  gone: {
    readonly texts: readonly string[];
    readonly pictures: readonly unknown[];
    readonly refused: ReadonlySet<string>;
  },
  withdrawn: ReadonlySet<string>,
): Promise<Remaining> {
  const { part, state } = input;
  const going = new Set(gone.texts.flatMap((text) => shinglesOf(text)));
  const shingles = new Set<string>();
  const sounds = new Set<string>();
  const pictures: PictureFile[] = [];
  for await (const { held, own } of piecesThatStay(input, withdrawn)) {
    for (const text of contributionTexts(held)) {
      if (own && part !== undefined && leavesWith(text, part.id)) continue;
      for (const run of askedOf(text.text)) if (going.has(run)) shingles.add(run);
    }
    const goes = own ? part?.files.map((name) => held.media.get(name)?.sha256) : [];
    const kept = ({ sha256 }: PictureFile): boolean =>
      !goes?.includes(sha256) && !gone.refused.has(sha256);
    pictures.push(...[...picturesOf(held).values()].filter(kept));
    for (const { sha256 } of [...soundsOf(held).values()].filter(kept))
      for (const digest of await soundDigests(sha256, state)) sounds.add(digest);
  }
  for (const run of await facilitatorsRuns(input)) if (going.has(run)) shingles.add(run);
  if (gone.pictures.length === 0) return { shingles, sounds, imageHashes: [] };
  const hashes = await imageHashes(state.imageHashes, pictures, input.onProgress);
  return { shingles, sounds, imageHashes: [...hashes.values()] };
}

/**
 * Of the facilitators' texts the names and titles, and what is as short as one: a series may be called
 * what a piece in it is called. Longer runs of theirs may be a quotation of what goes, which must fall.
 */
async function facilitatorsRuns({ home, state }: Leaving): Promise<readonly string[]> {
  const texts = await Promise.all(contentFolders(home, state).map(facilitatorsWords));
  return texts
    .flat()
    .flatMap(({ field, text }) =>
      [...askedOf(text)].filter((run) => /^(name|title)\b/.test(field) || isShort(run)),
    );
}

/** The words take with them what is made from them; any other part goes alone. */
export function leavesWith(
  text: { readonly part: string; readonly ofTheWords: boolean },
  part: string,
): boolean {
  return text.part === part || (part === 'words' && text.ofTheWords);
}

/**
 * Of a part that goes the piece itself stays, as it is in `root`. The other pieces are in the content
 * folder and, as the desk last wrote them out of its branch, beside the desk: either may be ahead. One
 * that was withdrawn whole may lie in either still, and stays nowhere.
 */
async function* piecesThatStay(
  { root, home, state, id, part }: Leaving,
  withdrawn: ReadonlySet<string>,
): AsyncGenerator<{ readonly held: HeldContribution; readonly own: boolean }> {
  const { store } = state;
  if (part !== undefined) {
    const { held } = await readContribution({ root, store }, id);
    if (held !== undefined) yield { held, own: true };
  }
  for (const folder of contentFolders(home, state)) {
    const { folders } = await list(folder, 'stories');
    for (const other of folders.filter((each) => each !== id && !withdrawn.has(each))) {
      const { held } = await readContribution({ root: folder, store }, other);
      if (held !== undefined) yield { held, own: false };
    }
  }
}

function contentFolders(home: string, { desk }: State): readonly string[] {
  return [home, join(desk, 'content')];
}
