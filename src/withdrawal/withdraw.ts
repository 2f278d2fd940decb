import { mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import type { Day, Use } from '#consent/decision.ts';
import { CONTRIBUTION_ID } from '#records/ids.ts';
import { lastKnown } from '#records/last-known.ts';
import { stringify } from 'yaml';
import { problemLine } from '#records/problem.ts';
import type { HeldContribution } from '#repository/archive.ts';
import { fileDigest, list } from '#repository/content-files.ts';
import { readContent } from '#repository/read-content.ts';
import { readContribution } from '#repository/read-contribution.ts';
import { cameBack } from '#blocklist/find-returned.ts';
import { editRecord } from '#repository/edit-record.ts';
import { outOfPriorities } from './out-of-priorities.ts';
import type { Outcome } from '#cli/printer.ts';
import { placeOf } from '#repository/part-place.ts';
import { remember } from './add-to-blocklist.ts';
import { type State, stateOf } from '#state/state.ts';
import { takeOutPart } from './take-out-part.ts';
import { takeBackYes } from './withdraw-consent.ts';

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
}

/**
 * Takes back the whole of a contribution, one part of it, or one use, and says what came down and
 * what cannot be recalled. The site changes with the next build. No reason is asked.
 */
export async function withdraw(input: WithdrawInput): Promise<Outcome> {
  const root = resolve(input.content);
  const state = stateOf(input.home ?? root);
  const { folders } = await list(root, 'stories');
  if (!CONTRIBUTION_ID.test(input.id) || !folders.includes(input.id))
    return notHere(root, input.id);
  if (input.person !== undefined) return withdrawPerson(root, state, input, input.person);
  if (input.part === undefined && input.use === undefined) return withdrawWhole(root, state, input);
  const read = await readContribution({ root, store: state.store }, input.id);
  if (read.held === undefined) return unreadable(input.id);
  const { held } = read;
  if (input.part !== undefined)
    return withdrawPart({ ...input, root, state, held, part: input.part });
  return withdrawUse(root, held, input.use ?? 'web');
}

/** The folder goes; a line of two dates stays if the piece had been public (content-format.md, "Withdrawn"). */
async function withdrawWhole(
  root: string,
  state: State,
  { id, day, home = root }: WithdrawInput,
): Promise<Outcome> {
  const alone = resolve(home) !== root;
  const folder = join(root, 'stories', id);
  const known = lastKnown(await readFile(join(folder, 'story.md'), 'utf8').catch(() => ''));
  const noted = await remember({ root, state, id, day, home: resolve(home) });
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
  await outOfPriorities(root, id);
  await rm(join(state.store, id), { recursive: true, force: true });
  const still = alone ? [] : await stillSaid(root, state, day);
  return receipt(id, 'The whole contribution', day, known.published, [...noted, ...still]);
}

/** Where the archive still says what was withdrawn: the next build would stop there. */
async function stillSaid(root: string, state: State, day: Day): Promise<readonly string[]> {
  try {
    const { archive } = await readContent({ root, store: state.store });
    const problems = archive === undefined ? [] : await cameBack({ archive, state, day });
    return problems.map((problem) => `Before the next build: ${problemLine(problem)}`);
  } catch {
    // The withdrawal is done, and "remember" has said what is wrong; the next build will stop on it.
    return [];
  }
}

/** Only what this person said yes to; the contributor's yes is the whole. */
async function withdrawPerson(
  root: string,
  state: State,
  input: WithdrawInput,
  person: string,
): Promise<Outcome> {
  const { id, day } = input;
  const done = await takeBackYes({ file: join(root, 'stories', id, 'story.md'), person, day });
  if (done === 'contributor') return withdrawWhole(root, state, input);
  if (done === 'unreadable') return unreadable(id);
  if (done === 'nobody') return noSuchPart(id);
  return receipt(id, 'One person’s part', day, true);
}

async function withdrawPart(input: {
  readonly root: string;
  readonly state: State;
  readonly held: HeldContribution;
  readonly part: string;
  readonly use?: Use | undefined;
  readonly day: Day;
  readonly home?: string | undefined;
}): Promise<Outcome> {
  const { root, state, held, part, use, day, home = root } = input;
  const place = placeOf(held, part);
  if (place === undefined) return noSuchPart(held.id);
  // A part that is off the site is gone; the words are there for the other uses still.
  const goesWhole = use === undefined || (use === 'web' && place.path !== undefined);
  if (!goesWhole) return withdrawUse(root, held, use, place.kind);
  const noted = await remember({
    root,
    state,
    id: held.id,
    part: { id: part, files: place.files },
    day,
    home: resolve(home),
  });
  if (place.path === undefined) return withdrawKind(root, held, 'words', noted);
  const { path } = place;
  const stays = await takeOutPart({ root, state, held, part, place, path });
  return receipt(held.id, `The part ${part}`, undefined, true, [...stays, ...noted]);
}

/** Takes one use back, for every kind or for one, out of the makers' own yes. */
async function withdrawUse(
  root: string,
  held: HeldContribution,
  use: Use,
  kind?: string,
): Promise<Outcome> {
  await editGrants(root, held, (grants) =>
    Object.fromEntries(
      Object.entries(grants).map(([name, kinds]) => [
        name,
        name === use ? kinds.filter((each) => kind !== undefined && each !== kind) : kinds,
      ]),
    ),
  );
  return receipt(
    held.id,
    kind === undefined ? `The use ${use}` : `The use ${use} of ${kind}`,
    undefined,
    true,
  );
}

async function withdrawKind(
  root: string,
  held: HeldContribution,
  kind: string,
  noted: readonly string[],
): Promise<Outcome> {
  await editGrants(root, held, (grants) =>
    Object.fromEntries(
      Object.entries(grants).map(([name, kinds]) => [name, kinds.filter((each) => each !== kind)]),
    ),
  );
  return receipt(held.id, 'The words, and all that is made from them,', undefined, true, noted);
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

function receipt(
  id: string,
  what: string,
  day: Day | undefined,
  wasPublic: boolean,
  noted: readonly string[] = [],
): Outcome {
  return {
    exit: 0,
    lines: [
      `${what} of ${id} has been withdrawn${day ? ` on ${day}` : ''}. Nobody needs to say why.`,
      'It leaves the site, the search and every exhibition with the next build: npm run build',
      ...(wasPublic
        ? [
            'We cannot recall what other people have saved, printed or copied, and search engines may remember it for some weeks.',
          ]
        : []),
      ...noted,
      `The history of the content repository still holds it until that is purged: npm run archive -- purge-history ${id}`,
    ],
    data: { ok: true, id, withdrawn: what, day },
  };
}

async function notHere(root: string, id: string): Promise<Outcome> {
  const already =
    CONTRIBUTION_ID.test(id) &&
    (await fileDigest(join(root, 'withdrawn', `${id}.yaml`))) !== undefined;
  const line = already
    ? `${id} has been withdrawn already. There is nothing left to take down.`
    : 'There is no contribution with this id. Nothing was changed.';
  return { exit: already ? 0 : 1, lines: [line], data: { ok: already } };
}

function unreadable(id: string): Outcome {
  return {
    exit: 1,
    lines: [
      `${id}: its record cannot be read, so one part, use or person cannot be taken out. Nothing was changed. Withdraw the whole, or run "npm run archive -- check" and mend it.`,
    ],
    data: { ok: false, unreadable: true },
  };
}

function noSuchPart(id: string): Outcome {
  return {
    exit: 1,
    lines: [`${id} has no part with this id. Nothing was changed.`],
    data: { ok: false },
  };
}
