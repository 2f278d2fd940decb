import { mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import type { Day } from '#consent/decision.ts';
import type { Use } from '#consent/uses.ts';
import { CONTRIBUTION_ID } from '#records/ids.ts';
import { lastKnown } from '#records/last-known.ts';
import { stringify } from 'yaml';
import type { Problem } from '#records/problem.ts';
import type { HeldContribution } from '#repository/archive.ts';
import { fileDigest, list } from '#repository/content-files.ts';
import { readContent } from '#repository/read-content.ts';
import { readContribution } from '#repository/read-contribution.ts';
import { findReturned } from '#blocklist/find-returned.ts';
import { editRecord } from '#repository/edit-record.ts';
import { removeFromPriorities } from './remove-from-priorities.ts';
import { partPlace } from '#repository/part-place.ts';
import type { Progress } from '#state/progress.ts';
import { addToBlocklist, type Noted } from './add-to-blocklist.ts';
import { type State, stateOf } from '#state/state.ts';
import type { CameDown, NotThere, TakenOut, Withdrawn } from './result.ts';
import { takeOutPart } from './take-out-part.ts';
import { withdrawConsent } from './withdraw-consent.ts';

export interface WithdrawInput {
  readonly content: string;
  readonly id: string;
  readonly part?: string | undefined;
  readonly use?: Use | undefined;
  /** Opaque id. A person who is not the contributor takes back their own record, and no more. */
  readonly person?: string | undefined;
  readonly day: Day;
  /** The content folder of the whole archive, when `content` is a copy of this piece alone. */
  readonly home?: string | undefined;
  /** Pictures that stay are looked at, so that nothing is noted that they have too. */
  readonly onProgress?: Progress | undefined;
}

/**
 * Takes the whole of a contribution, one part of it, one use or one person's yes out of a folder with
 * content. The site changes with the next build. No reason is asked.
 */
export async function withdraw(input: WithdrawInput): Promise<TakenOut> {
  const root = resolve(input.content);
  const state = stateOf(input.home ?? root);
  const { folders } = await list(root, 'stories');
  if (!CONTRIBUTION_ID.test(input.id) || !folders.includes(input.id))
    return notThere(root, input.id);
  if (input.person !== undefined) return withdrawPerson(root, state, input, input.person);
  if (input.part === undefined && input.use === undefined) return withdrawWhole(root, state, input);
  const read = await readContribution({ root, store: state.store }, input.id);
  if (read.held === undefined) return { kind: 'unreadable', id: input.id };
  const { held } = read;
  if (input.part !== undefined)
    return withdrawPart({ ...input, root, state, held, part: input.part });
  return withdrawUse(root, held, input.use ?? 'web');
}

/** The folder goes; a line of two dates stays if the piece had been public (docs/content-format.md, "Withdrawn"). */
async function withdrawWhole(
  root: string,
  state: State,
  { id, day, home = root, onProgress }: WithdrawInput,
): Promise<Withdrawn> {
  const alone = resolve(home) !== root;
  const folder = join(root, 'stories', id);
  const known = lastKnown(await readFile(join(folder, 'story.md'), 'utf8').catch(() => ''));
  const noted = await addToBlocklist({ root, state, id, day, home: resolve(home), onProgress });
  if (known.published) {
    await mkdir(join(root, 'withdrawn'), { recursive: true });
    const record = join(root, 'withdrawn', `${id}.yaml`);
    await writeFile(
      `${record}.new`,
      stringify({ withdrawn_on: day, on_withdrawal: known.onWithdrawal }),
    );
    await rename(`${record}.new`, record);
  }
  await rm(folder, { recursive: true, force: true });
  await removeFromPriorities(root, id);
  await state.store.removeAll(id);
  return {
    ...withdrawn(id, { of: 'whole' }, noted),
    day,
    wasPublic: known.published,
    stillSaid: alone ? [] : await stillSaid(root, state, { day, onProgress }),
  };
}

/** Where the archive still says what was withdrawn: the next build would stop there. */
async function stillSaid(
  root: string,
  state: State,
  { day, onProgress }: Pick<WithdrawInput, 'day' | 'onProgress'>,
): Promise<readonly Problem[]> {
  try {
    const { archive } = await readContent({ root, store: state.store });
    return archive === undefined ? [] : await findReturned({ archive, state, day, onProgress });
  } catch {
    // The withdrawal is done, and `noted` says what is wrong; the next build will stop on it.
    return [];
  }
}

/** Only what this person said yes to; the contributor's yes is the whole. */
async function withdrawPerson(
  root: string,
  state: State,
  input: WithdrawInput,
  person: string,
): Promise<TakenOut> {
  const { id, day } = input;
  const done = await withdrawConsent({ file: join(root, 'stories', id, 'story.md'), person, day });
  if (done === 'contributor') return withdrawWhole(root, state, input);
  if (done === 'unreadable') return { kind: 'unreadable', id };
  if (done === 'nobody') return { kind: 'no-such-part', id };
  return { ...withdrawn(id, { of: 'person' }), day };
}

async function withdrawPart(input: {
  readonly root: string;
  readonly state: State;
  readonly held: HeldContribution;
  readonly part: string;
  readonly use?: Use | undefined;
  readonly day: Day;
  readonly home?: string | undefined;
  readonly onProgress?: Progress | undefined;
}): Promise<TakenOut> {
  const { root, state, held, part, use, day, home = root, onProgress } = input;
  const place = partPlace(held, part);
  if (place === undefined) return { kind: 'no-such-part', id: held.id };
  // A part that is off the site is gone; the words are there for the other uses still.
  const goesWhole = use === undefined || (use === 'web' && place.path !== undefined);
  if (!goesWhole) return withdrawUse(root, held, use, place.kind);
  const noted = await addToBlocklist({
    root,
    state,
    id: held.id,
    part: { id: part, files: place.files },
    day,
    home: resolve(home),
    onProgress,
  });
  if (place.path === undefined) return withdrawKind(root, held, 'words', noted);
  const { path } = place;
  await takeOutPart({ root, state, held, part, place, path });
  return {
    ...withdrawn(held.id, { of: 'part', part }, noted),
    sharedWith: place.sharedWith,
  };
}

/** Takes one use back, for every kind or for one, out of the makers' own yes. */
async function withdrawUse(
  root: string,
  held: HeldContribution,
  use: Use,
  kind?: string,
): Promise<Withdrawn> {
  await editGrants(root, held, (grants) =>
    Object.fromEntries(
      Object.entries(grants).map(([name, kinds]) => [
        name,
        name === use ? kinds.filter((each) => kind !== undefined && each !== kind) : kinds,
      ]),
    ),
  );
  return withdrawn(held.id, { of: 'use', use, kind });
}

async function withdrawKind(
  root: string,
  held: HeldContribution,
  kind: string,
  noted: Noted,
): Promise<Withdrawn> {
  await editGrants(root, held, (grants) =>
    Object.fromEntries(
      Object.entries(grants).map(([name, kinds]) => [name, kinds.filter((each) => each !== kind)]),
    ),
  );
  return withdrawn(held.id, { of: 'words' }, noted);
}

type Grants = Record<string, readonly string[]>;

async function editGrants(
  root: string,
  held: HeldContribution,
  change: (grants: Grants) => Grants,
): Promise<void> {
  await editRecord(join(root, held.file), (record) => {
    for (const [index, { interest, grants }] of held.fields.consents.entries()) {
      if (interest !== 'contributor' || grants === undefined) continue;
      const kept = Object.entries(change(grants as Grants)).filter(([, kinds]) => kinds.length > 0);
      record.setIn(['consents', index, 'grants'], record.createNode(Object.fromEntries(kept)));
    }
  });
}

function withdrawn(id: string, what: CameDown, noted?: Noted): Withdrawn {
  return { kind: 'withdrawn', id, what, noted, wasPublic: true, sharedWith: [], stillSaid: [] };
}

async function notThere(root: string, id: string): Promise<NotThere> {
  const isBefore =
    CONTRIBUTION_ID.test(id) &&
    (await fileDigest(join(root, 'withdrawn', `${id}.yaml`))) !== undefined;
  return { kind: isBefore ? 'withdrawn-before' : 'no-contribution', id };
}
