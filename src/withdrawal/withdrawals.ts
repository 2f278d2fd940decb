import { readdir, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { lastKnown } from '#records/last-known.ts';
import type { FinishedSite } from '#hosting/finished-site.ts';
import type { Trace } from '#hosting/hidden.ts';
import type { Withdrawal } from './withdrawal.ts';
import { finishWithdrawal, lastText, note, type Withdrawing } from './finish-withdrawal.ts';
import type { Hidden } from '#hosting/hidden.ts';
import type { HideFault } from '#hosting/hide-fault.ts';
import type { NotThere } from './result.ts';

/** What came down, for whoever asked for it (docs/consent.md §4.2, W18). No word of the piece is in it. */
export interface WithdrawalReceipt {
  readonly kind: 'hidden';
  readonly what: Withdrawal;
  /** When it was hidden, ISO 8601. */
  readonly at: string;
  /** The addresses of its page, in every language. */
  readonly addresses: readonly string[];
  /** How many picture and sound files. */
  readonly files: number;
  readonly inSearch: boolean;
  /** It is hidden in memory alone: a new start would show it. It is tried again until it is written. */
  readonly isUnwritten: boolean;
  /** Taking it out of the content failed; it is tried again until it is done. */
  readonly isUntaken: boolean;
}

/** What goes wrong on the way; what was asked for is hidden all the same. */
export type TakingDownFault =
  | HideFault
  /** Not yet out of the content; it is tried again each minute. */
  | { readonly kind: 'not-taken-out'; readonly id: string };

/** What taking something down at once needs of the desk. */
export interface TakingDown extends Withdrawing {
  readonly publisher: {
    readonly site: FinishedSite;
    /** Notes that a build is owed. */
    owe(): Promise<void>;
    /** Builds once this work is done, or failed, unless it answers that nothing was changed. */
    startAfter(work: Promise<{ readonly changed: boolean }>): void;
  };
  /** Ends after so many milliseconds. */
  readonly wait: (ms: number) => Promise<unknown>;
  /** Tells whoever runs the archive. */
  readonly onFault: (fault: TakingDownFault) => void;
  /** One write after the other. */
  readonly inTurn: <T>(work: () => Promise<T>) => Promise<T>;
}

/**
 * Takes back a contribution, a part, a use or one person's yes in one act: off the served site at
 * once, then out of the draft and the published entry, then a build. Asks no reason (docs/consent.md, T13;
 * §4.1: hide first, verify second). Hiding waits for nothing that others are saving and for nothing on
 * disk, and whoever asked is not kept waiting for the rest: it is hidden, and the hide list remembers
 * what is still to be done. What fails is owed, and the receipt says so; without a receipt nothing was
 * changed.
 */
export async function withdrawNow(
  desk: TakingDown,
  what: Withdrawal,
  actorRole: string,
): Promise<WithdrawalReceipt | NotThere> {
  const { publisher, hidden } = desk;
  const entry = await hideNow(desk, what, actorRole);
  if (entry === undefined) return { kind: 'no-contribution', id: what.id };
  const shown = await receiptFor(publisher.site, entry);
  let isTold = false;
  const finished = desk.inTurn(async () => {
    await publisher.owe().catch(() => undefined);
    return takeBack({ ...desk, isTold: () => isTold }, entry, actorRole);
  });
  publisher.startAfter(finished.then(({ kind }) => ({ changed: kind === 'hidden' })));
  const taken = await Promise.race([finished, desk.wait(PATIENCE_MS).then(() => undefined)]);
  isTold = true;
  if (taken !== undefined && taken.kind !== 'hidden') return taken;
  return {
    ...shown,
    kind: 'hidden',
    isUnwritten: !hidden.isWritten(entry),
    isUntaken: taken?.isOwed === true,
  };
}

/** A large archive takes longer to look through; nobody should sit before a blank page meanwhile. */
const PATIENCE_MS = 3_000;

/**
 * Takes it off what is served, from this moment: in memory before anything is read or written, and
 * then in a file. Nothing where it is neither published nor a draft; where nobody can tell, it is hidden.
 */
async function hideNow(
  desk: TakingDown,
  what: Withdrawal,
  actorRole: string,
): Promise<Hidden | undefined> {
  const at = new Date(desk.now()).toISOString();
  // The quieter trace, until it is known which one its maker chose.
  const known = desk.hidden.inMemory({ ...what, trace: 'no-trace', at });
  const text = await lastText(desk.repository, what.id).catch(() => 'unreadable' as const);
  if (text === undefined) {
    await desk.hidden.forget([known]).catch(() => undefined);
    return undefined;
  }
  const trace = text === 'unreadable' ? 'no-trace' : traceIn(text);
  const entry = await desk.hidden.write({ ...known, trace });
  note(desk, 'hidden', entry, actorRole);
  return entry;
}

const TRIES = 3;

/** Hidden, and out of the content unless that is owed; or nothing was changed, and nothing is hidden. */
type Taken = { readonly kind: 'hidden'; readonly isOwed: boolean } | NotThere;

/**
 * The content without it. What cannot be done leaves it hidden and is tried again within minutes
 * (`finishBegun`), unless what was asked is not there and whoever asked has not been told yet.
 */
async function takeBack(
  desk: Withdrawing & Pick<TakingDown, 'onFault'> & { readonly isTold: () => boolean },
  entry: Hidden,
  actorRole: string,
): Promise<Taken> {
  for (let tried = 1; tried <= TRIES; tried += 1) {
    const done = await finishWithdrawal(desk, entry).catch(() => undefined);
    if (done === undefined) continue;
    if (done.kind === 'finished') {
      note(desk, 'withdrawn', entry, actorRole);
      return { kind: 'hidden', isOwed: false };
    }
    // Somebody has to mend the record first; and who was told before now holds a receipt that says it
    // is hidden.
    if (done.kind === 'unreadable' || desk.isTold()) return { kind: 'hidden', isOwed: true };
    // A part that is not there changed nothing, so nothing is hidden for it.
    await desk.hidden.forget([entry]);
    return done;
  }
  desk.onFault({ kind: 'not-taken-out', id: entry.id });
  return { kind: 'hidden', isOwed: true };
}

/** Never public: no address may say that there was something (docs/consent.md §3.4, row 3). */
export function traceIn(text: string): Trace {
  const { published, onWithdrawal } = lastKnown(text);
  return published || text === '' ? onWithdrawal : 'no-trace';
}

/** What of the served site is hidden by it. */
async function receiptFor(
  site: FinishedSite,
  entry: Hidden,
): Promise<Omit<WithdrawalReceipt, 'kind' | 'isUnwritten' | 'isUntaken'>> {
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
