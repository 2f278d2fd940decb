import { mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import type { Day, Use } from '#consent/decision.ts';
import { CONTRIBUTION_ID } from '#records/fields.ts';
import { lastKnown } from '#records/last-known.ts';
import { stringify } from 'yaml';
import type { HeldContribution } from '#release/archive.ts';
import { fileDigest, list } from '#release/content-files.ts';
import { readContribution } from '#release/read-contribution.ts';
import { editRecord } from './edit-record.ts';
import type { Outcome } from './printer.ts';
import { type State, stateOf } from './state.ts';
import { takeBackYes } from './take-back-yes.ts';

export interface WithdrawInput {
  readonly content: string;
  readonly id: string;
  readonly part?: string | undefined;
  readonly use?: Use | undefined;
  /** Opaque id. A person who is not the contributor takes back their own record, and no more. */
  readonly person?: string | undefined;
  readonly day: Day;
}

/**
 * Takes back the whole of a contribution, one part of it, or one use, and says what came down and
 * what cannot be recalled. The site changes with the next build. No reason is asked.
 */
export async function withdraw(input: WithdrawInput): Promise<Outcome> {
  const root = resolve(input.content);
  const state = stateOf(root);
  const { folders } = await list(root, 'stories');
  if (!CONTRIBUTION_ID.test(input.id) || !folders.includes(input.id))
    return notHere(root, input.id);
  if (input.person !== undefined) return withdrawPerson(root, state, input, input.person);
  if (input.part === undefined && input.use === undefined) return withdrawWhole(root, state, input);
  const read = await readContribution({ root, store: state.store }, input.id);
  if (read.held === undefined) return unreadable(input.id);
  const { held } = read;
  if (input.part !== undefined)
    return withdrawPart({ root, state, held, part: input.part, use: input.use });
  return withdrawUse(root, held, input.use ?? 'web');
}

/** The folder goes; a line of two dates stays if the piece had been public (content-format.md, "Withdrawn"). */
async function withdrawWhole(
  root: string,
  state: State,
  { id, day }: WithdrawInput,
): Promise<Outcome> {
  const folder = join(root, 'stories', id);
  const known = lastKnown(await readFile(join(folder, 'story.md'), 'utf8').catch(() => ''));
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
  await rm(join(state.store, id), { recursive: true, force: true });
  return receipt(id, 'The whole contribution', day, known.published);
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
  readonly use: Use | undefined;
}): Promise<Outcome> {
  const { root, state, held, part, use } = input;
  const place = placeOf(held, part);
  if (place === undefined) return noSuchPart(held.id);
  if (use !== undefined && use !== 'web') return withdrawUse(root, held, use, place.kind);
  if (place.path === undefined) return withdrawKind(root, held, 'words');
  const { path } = place;
  await editRecord(join(root, held.file), (record) => {
    record.deleteIn(path);
    for (const [index] of held.fields.consents.entries()) {
      for (const id of [part, `${part}-safe`]) {
        const approved = ['consents', index, 'approved', id];
        if (record.hasIn(approved)) record.deleteIn(approved);
      }
    }
  });
  for (const name of place.files) {
    await rm(join(root, held.folder, name), { force: true });
    await rm(join(state.store, held.id, name), { force: true });
  }
  return receipt(held.id, `The part ${part}`, undefined, true);
}

interface PartPlace {
  /** Where it stands in the front matter; absent for the words, which are the body. */
  readonly path?: readonly (string | number)[];
  readonly kind: string;
  readonly files: readonly string[];
}

function placeOf({ fields }: HeldContribution, part: string): PartPlace | undefined {
  if (part === 'words') return { kind: 'words', files: [] };
  const photo = fields.photos.findIndex(({ id }) => id === part);
  const found = fields.photos[photo];
  if (found !== undefined) {
    return {
      path: ['photos', photo],
      kind: found.kind,
      files: [found.file, ...(found.safe ? [found.safe.file] : [])],
    };
  }
  if (fields.voice?.id === part) {
    const { file, transcript, safe } = fields.voice;
    return {
      path: ['voice'],
      kind: 'voice',
      files: [file, ...(transcript ? [transcript] : []), ...(safe ? [safe.file] : [])],
    };
  }
  const translation = fields.translations.findIndex(({ id }) => id === part);
  if (translation >= 0) return { path: ['translations', translation], kind: 'words', files: [] };
  const more = fields.more.findIndex(({ id }) => id === part);
  return more >= 0 ? { path: ['more', more], kind: 'words', files: [] } : undefined;
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

async function withdrawKind(root: string, held: HeldContribution, kind: string): Promise<Outcome> {
  await editGrants(root, held, (grants) =>
    Object.fromEntries(
      Object.entries(grants).map(([name, kinds]) => [name, kinds.filter((each) => each !== kind)]),
    ),
  );
  return receipt(held.id, 'The words, and all that is made from them,', undefined, true);
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

function receipt(id: string, what: string, day: Day | undefined, wasPublic: boolean): Outcome {
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
      'The history of the content repository still holds it until that is purged.',
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
