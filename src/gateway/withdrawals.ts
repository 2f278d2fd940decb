import { readdir, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { USES, type Use } from '#consent/decision.ts';
import { CONTRIBUTION_ID } from '#records/fields.ts';
import { lastKnown } from '#records/last-known.ts';
import {
  type Desk,
  type FinishedSite,
  isWhole,
  type Trace,
  type Withdrawal,
} from './desk-context.ts';
import { advancing, type Draft, dropping, readDraft } from './drafts.ts';
import {
  bytesOf,
  changedTree,
  commitTree,
  fileOf,
  filesOf,
  type GitStore,
  liveTip,
  type RefUpdate,
  updateRefs,
} from './git-store.ts';
import type { Hidden } from './hide-list.ts';
import { onACopy } from './on-a-copy.ts';
import { Refusal } from './refusal.ts';

/** What came down, for whoever asked for it (consent.md §4.2, W18). No word of the piece is in it. */
export interface Receipt {
  readonly what: Withdrawal;
  /** When it was hidden, ISO 8601. */
  readonly at: string;
  /** The addresses of its page, in every language. */
  readonly addresses: readonly string[];
  /** How many picture and sound files. */
  readonly files: number;
  readonly inSearch: boolean;
}

/** Needed to take something back; the command has these as well as the desk. */
export type Withdrawing = Pick<Desk, 'store' | 'hidden' | 'commands' | 'now'> & {
  /** Absent where it could not be opened: then nothing is noted, and all else is done. */
  readonly register: Desk['register'] | undefined;
};

/**
 * Takes back a contribution, a part, a use or one person's yes in one act: off the served site at
 * once, then out of the draft and the published entry, then a build. Asks no reason (consent.md, T13;
 * §4.1: hide first, verify second). Hiding waits for nothing that others are saving, and whoever asked
 * is not kept waiting for the rest: it is hidden, and the hide list remembers what is still to be done.
 */
export async function withdrawNow(
  desk: Desk,
  what: Withdrawal,
  actorRole: string,
): Promise<Receipt> {
  const { publisher } = desk;
  const entry = await hideNow(desk, what, actorRole);
  const receipt = await receiptFor(publisher.site, entry);
  let isTold = false;
  const finished = desk.inTurn(async () => {
    await publisher.owe();
    await takeBack({ ...desk, isTold: () => isTold }, entry, actorRole);
  });
  publisher.startAfter(finished);
  await Promise.race([finished, wait(PATIENCE_MS, undefined, { ref: false })]);
  isTold = true;
  return receipt;
}

/** A large archive takes longer to look through; nobody should sit before a blank page meanwhile. */
const PATIENCE_MS = 3_000;

/** Takes it off what is served, from this moment; refuses what is neither published nor a draft. */
export async function hideNow(
  desk: Withdrawing,
  what: Withdrawal,
  actorRole: string,
): Promise<Hidden> {
  const text = await lastText(desk.store, what.id);
  if (text === undefined) throw notHere();
  const at = new Date(desk.now()).toISOString();
  const entry = await desk.hidden.add({ ...what, trace: traceIn(text), at });
  note(desk, 'hidden', entry, actorRole);
  return entry;
}

const TRIES = 3;

/**
 * The content without it. What cannot be done leaves it hidden and is tried again within minutes
 * (`finishBegun`), unless what was asked is not there and whoever asked has not been told yet.
 */
export async function takeBack(
  desk: Withdrawing & { readonly isTold: () => boolean },
  entry: Hidden,
  actorRole: string,
): Promise<void> {
  for (let tried = 1; tried <= TRIES; tried += 1) {
    try {
      await finishWithdrawal(desk, entry);
      return note(desk, 'withdrawn', entry, actorRole);
    } catch (error) {
      if (error instanceof Refusal && error.more['stays'] === 'hidden') return;
      // They hold a receipt that says it is hidden.
      if (error instanceof Refusal && desk.isTold()) return;
      if (error instanceof Refusal) {
        // A part that is not there changed nothing, so nothing is hidden for it.
        await desk.hidden.forget([entry]);
        throw error;
      }
    }
  }
}

/** Never stands in the way of a withdrawal: what was done is in the content and the hide list too. */
export function note(
  { register }: Pick<Withdrawing, 'register'>,
  event: 'hidden' | 'withdrawn' | 'rebuilt',
  { id, part, use, person }: Withdrawal,
  actorRole: string,
): void {
  const detail = [part, use].filter((code) => code !== undefined);
  try {
    register?.note({ event, contribution: id, person, actorRole, detail });
    if (event === 'withdrawn' && isWhole({ part, use, person })) register?.dropThanks(id);
  } catch {
    // A log that is full or locked.
  }
}

/** The part of a withdrawal that changes the content; doing it twice does no more than doing it once. */
export async function finishWithdrawal(desk: Withdrawing, entry: Hidden): Promise<void> {
  const { store, hidden } = desk;
  const live = await liveTip(store);
  const draft = await readDraft(store, { collection: 'stories', id: entry.id });
  const updates: RefUpdate[] = [];
  const inLive = await holds(store, live, entry.id);
  let refused: Refusal | undefined;
  if (inLive) {
    const commit = await withdrawnFrom(desk, live, entry).catch((error: unknown) => {
      const isElsewhere = draft !== undefined && error instanceof Refusal;
      if (!isElsewhere || error.more['stays'] === 'hidden') throw error;
      refused = error;
      return undefined;
    });
    if (commit !== undefined) updates.push({ ref: store.live, to: commit, from: live });
  }
  if (draft !== undefined) updates.push(...(await outOfDraft(desk, entry, draft, inLive)));
  // Neither what is published nor what is drafted has it.
  if (refused !== undefined && updates.length === 0) throw refused;
  if (updates.length > 0) await updateRefs(store, updates);
  await hidden.markDone(entry);
}

/**
 * Finishes what was begun and is not done: after a stop, or when it failed. `before`: only what was
 * begun earlier than this, in milliseconds, so that nobody else is still at it.
 */
export async function finishBegun(desk: Withdrawing, before = Infinity): Promise<void> {
  const begun = desk.hidden.entries.filter(
    ({ done, hold, at }) => !done && hold !== true && !(Date.parse(at) >= before),
  );
  for (const entry of begun) {
    try {
      await finishWithdrawal(desk, entry);
      note(desk, 'withdrawn', entry, 'desk');
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
      // It was taken out before the end came: what is left to do is the build. A record that cannot
      // be read keeps its piece hidden until somebody has mended it.
      if (error.more['stays'] !== 'hidden') await desk.hidden.markDone(entry);
    }
  }
}

/** A draft goes when nothing of the piece is left in it, and otherwise loses what was taken back. */
async function outOfDraft(
  desk: Withdrawing,
  entry: Hidden,
  draft: Draft,
  inLive: boolean,
): Promise<readonly RefUpdate[]> {
  const { store } = desk;
  // The draft's own files go too, when nothing of it was published yet.
  if (isWhole(entry) && inLive) return dropping(draft);
  const commit = await withdrawnFrom(desk, draft.tip, entry, inLive);
  if (isWhole(entry) || (commit !== undefined && !(await holds(store, commit, entry.id))))
    return dropping(draft);
  const at = new Date(desk.now()).toISOString();
  return commit === undefined ? [] : advancing(store, draft, commit, at);
}

/** The commit without it. `lenient`: it need not be there, because it was found elsewhere. */
async function withdrawnFrom(
  desk: Withdrawing,
  base: string,
  { id, part, use, person }: Hidden,
  lenient = false,
): Promise<string | undefined> {
  const { store } = desk;
  const { answer, changes } = await onACopy(store, base, id, (content) =>
    desk.commands.withdraw(content, { id, part, use, person }),
  );
  if (!answer.ok && !lenient)
    throw new Refusal(422, answer.lines.join(' '), {
      ...(answer.unreadable === true && { stays: 'hidden' }),
    });
  if (changes.size === 0) return undefined;
  return commitTree(store, await changedTree(store, base, changes), [base], 'Withdraw');
}

async function holds(store: GitStore, commit: string, id: string): Promise<boolean> {
  return (await filesOf(store, commit, `content/stories/${id}/`)).length > 0;
}

/** The record as it is published, or else as it is drafted; nothing when there is neither. */
export async function lastText(store: GitStore, id: string): Promise<string | undefined> {
  const draft = await readDraft(store, { collection: 'stories', id });
  for (const commit of [await liveTip(store), draft?.tip]) {
    if (commit === undefined || !(await holds(store, commit, id))) continue;
    const file = await fileOf(store, commit, `content/stories/${id}/story.md`);
    if (file === undefined) return '';
    return (await bytesOf(store, [file.blob])).get(file.blob)?.toString('utf8') ?? '';
  }
  return undefined;
}

/** Never public: no address may say that there was something (consent.md §3.4, row 3). */
function traceIn(text: string): Trace {
  const { published, onWithdrawal } = lastKnown(text);
  return published || text === '' ? onWithdrawal : 'no-trace';
}

/** What of the served site is hidden by it. */
export async function receiptFor(site: FinishedSite, entry: Hidden): Promise<Receipt> {
  const { folder, fragments } = site;
  const { id, part, use, person, at } = entry;
  const top = await readdir(folder, { withFileTypes: true }).catch(() => []);
  const prefixes = ['', ...top.filter((each) => each.isDirectory()).map(({ name }) => `${name}/`)];
  const pages = await Promise.all(
    prefixes.map(async (prefix) => {
      const page = `${prefix}stories/${id}/`;
      const there = await stat(join(folder, page, 'index.html')).catch(() => undefined);
      return there === undefined ? [] : [`/${page}`];
    }),
  );
  const media = await readdir(join(folder, 'media', id)).catch(() => []);
  return {
    what: { id, part, use, person },
    at,
    addresses: pages.flat().sort(),
    files: media.length,
    inSearch: (fragments?.[id]?.length ?? 0) > 0,
  };
}

/** What was asked for, out of a request; refuses what cannot be meant. */
export function withdrawalIn(body: Readonly<Record<string, unknown>>): Withdrawal {
  const { id, part, use, person } = body;
  if (typeof id !== 'string' || !CONTRIBUTION_ID.test(id)) throw notHere();
  return { id, part: codeIn(part), use: useOf(use), person: codeIn(person) };
}

function codeIn(value: unknown): string | undefined {
  if (value === undefined || value === null || value === '') return undefined;
  if (typeof value === 'string' && /^[A-Za-z0-9][A-Za-z0-9_-]{0,63}$/.test(value)) return value;
  throw new Refusal(422, 'This is not a part of it. Nothing was changed.');
}

function useOf(use: unknown): Use | undefined {
  if (use === undefined || use === null || use === '') return undefined;
  const known = USES.find((each) => each === use);
  if (known !== undefined) return known;
  throw new Refusal(422, `Use one of: ${USES.join(', ')}. Nothing was changed.`);
}

function notHere(): Refusal {
  return new Refusal(404, 'There is no contribution with this id. Nothing was changed.');
}
