import { type Matcher, matcherFor, type Sign } from '#blocklist/match.ts';
import { greyPicture } from '#media/grey-picture.ts';
import type { Problem } from '#records/problem.ts';
import { fileDigest } from '#repository/content-files.ts';
import { strings } from '#release/held-texts.ts';
import { mapConcurrently } from '#release/map-concurrently.ts';
import { at, type Found, returnedProblems, soundDigests } from '#blocklist/find-returned.ts';
import type { DraftPiece } from './draft.ts';
import { readBlocklist } from '#blocklist/blocklist-file.ts';
import type { State } from '#state/state.ts';

/** What an import would bring back though it was withdrawn: found before anything is written (T32). */
export async function returnedInDrafts(
  drafts: readonly DraftPiece[],
  state: State,
): Promise<readonly Problem[]> {
  const read = await readBlocklist(state);
  if (!read.ok) return [read.problem];
  if (read.value === undefined) return [];
  const matcher = matcherFor(read.value.list, read.value.key);
  return (await mapConcurrently(2, drafts, (draft) => inDraft(draft, matcher, state))).flat();
}

async function inDraft(
  draft: DraftPiece,
  matcher: Matcher,
  state: State,
): Promise<readonly Problem[]> {
  const { label, body } = draft;
  const found: Found[] = [];
  const texts = [{ field: 'words', text: body }, ...strings(label, await draft.record())];
  for (const { name, from, text } of await draft.files()) {
    if (from === undefined) texts.push({ field: name, text: text ?? '' });
    else found.push(...at(name, await inFile(from, matcher, state)));
  }
  for (const { field, text } of texts) found.push(...at(field, matcher.text(text)));
  return returnedProblems(label, found);
}

async function inFile(file: string, matcher: Matcher, state: State): Promise<readonly Sign[]> {
  const grey = matcher.hasPictures ? await greyPicture(file) : undefined;
  const sha256 = matcher.hasSounds ? await fileDigest(file) : undefined;
  const digests = sha256 === undefined ? [] : await soundDigests(sha256, state);
  return [...matcher.picture(grey ?? []), ...digests.flatMap(matcher.sound)];
}
