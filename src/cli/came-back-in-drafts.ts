import { type Matcher, matcherFor } from '#fingerprints/match.ts';
import { greyPicture } from '#media/grey-picture.ts';
import type { Problem } from '#records/problem.ts';
import { fileDigest } from '#release/content-files.ts';
import { strings } from '#release/held-texts.ts';
import { inFlight } from '#release/in-flight.ts';
import { problemOf, soundDigests } from './came-back.ts';
import type { DraftPiece } from './import-draft.ts';
import { readNeverAgain } from './never-again-store.ts';
import type { State } from './state.ts';

/** What an import would bring back though it was withdrawn: found before anything is written (T32). */
export async function cameBackInDrafts(
  drafts: readonly DraftPiece[],
  state: State,
): Promise<readonly Problem[]> {
  const read = await readNeverAgain(state);
  if (!read.ok) return [read.problem];
  if (read.value === undefined) return [];
  const matcher = matcherFor(read.value.list, read.value.key);
  return (await inFlight(2, drafts, (draft) => inDraft(draft, matcher, state))).flat();
}

async function inDraft(
  draft: DraftPiece,
  matcher: Matcher,
  state: State,
): Promise<readonly Problem[]> {
  const { label, body } = draft;
  const problems: Problem[] = [];
  const texts = [{ field: 'words', text: body }, ...strings(label, await draft.record())];
  for (const { name, from, text } of await draft.files()) {
    if (from === undefined) texts.push({ field: name, text: text ?? '' });
    else problems.push(...(await inFile(from, name, draft, matcher, state)));
  }
  for (const { field, text } of texts)
    problems.push(...matcher.text(text).map((entry) => problemOf(label, field, entry)));
  return problems;
}

async function inFile(
  file: string,
  name: string,
  { label }: DraftPiece,
  matcher: Matcher,
  state: State,
): Promise<readonly Problem[]> {
  const grey = matcher.hasPictures ? await greyPicture(file) : undefined;
  const sha256 = matcher.hasSounds ? await fileDigest(file) : undefined;
  const digests = sha256 === undefined ? [] : await soundDigests(sha256, state);
  const found = [...matcher.picture(grey ?? []), ...digests.flatMap(matcher.sound)];
  return [...new Set(found)].map((entry) => problemOf(label, name, entry));
}
