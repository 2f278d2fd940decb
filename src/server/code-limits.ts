import type { WrongCodes } from '#register/wrong-codes.ts';
import { type Neighbourhood, neighbourhoodsOf } from '#server/site/client-address.ts';

const WINDOW = 15 * 60_000;
/** The first wait of somebody who got many wrong, in milliseconds; twice as long each time. */
const FIRST_WAIT = 1_000;
/** Five of these, one after the other, stay below the minute after which proxies give up. */
const LONGEST_WAIT = 10_000;
const MOST_IN_LINE = 5;

/** Permission to look at one code. It counts as a wrong one unless `right` is called. */
export interface Turn {
  readonly right: () => void;
}

/**
 * Makes guessing slow without ever shutting the door: whoever got many codes wrong waits for each
 * further look, one after the other, and nobody else waits for them (docs/consent.md §4.1: a right code
 * always opens). A neighbourhood that guesses gets 90 looks in a quarter of an hour at most. Counts
 * wrong codes only. What is counted stands in memory, and is `kept` for the next start without the
 * address of any reader; where that fails, memory alone counts.
 */
export class CodeLimits {
  readonly #now: () => number;
  readonly #wait: (ms: number) => Promise<unknown>;
  readonly #kept: WrongCodes | undefined;
  readonly #wrong = new Map<string, number[]>();
  readonly #lines = new Map<string, { waiting: number; last: Promise<unknown> }>();
  #swept = 0;

  constructor({
    now,
    wait,
    kept,
  }: {
    readonly now: () => number;
    readonly wait: (ms: number) => Promise<unknown>;
    readonly kept?: WrongCodes | undefined;
  }) {
    this.#now = now;
    this.#wait = wait;
    this.#kept = kept;
  }

  /** Waits for this address's turn; nothing when as many as may are waiting there already. */
  async turn(address: string): Promise<Turn | undefined> {
    this.#sweep();
    const own = neighbourhoodsOf(address);
    // Counted before it is known to be wrong, so that many at once are no faster.
    const at = this.#now();
    const paid = own.map((each) => ({ each, wait: this.#waitOf(each) }));
    const keys = own.map(({ key }) => key);
    for (const key of keys) this.#wrong.set(key, [...this.#recent(key), at]);
    ifItCan(() => this.#kept?.add(keys, at));
    const right = (): void => {
      for (const key of keys) this.#takeBack(key, at);
      ifItCan(() => this.#kept?.takeBack(keys, at));
    };
    for (const { each, wait } of paid)
      if (wait > 0 && !(await this.#inLine(each.key, wait))) {
        right();
        return undefined;
      }
    return { right };
  }

  #waitOf({ key, free }: Neighbourhood): number {
    const over = this.#recent(key).length - free;
    return over < 0 ? 0 : Math.min(LONGEST_WAIT, FIRST_WAIT * 2 ** over);
  }

  #recent(key: string): number[] {
    const since = this.#now() - WINDOW;
    const known = this.#wrong.get(key) ?? ifItCan(() => this.#kept?.since(key, since)) ?? [];
    return known.filter((at) => at > since);
  }

  async #inLine(key: string, wait: number): Promise<boolean> {
    const line = this.#lines.get(key) ?? { waiting: 0, last: Promise.resolve() };
    if (line.waiting >= MOST_IN_LINE) return false;
    this.#lines.set(key, line);
    line.waiting += 1;
    line.last = line.last.then(() => this.#wait(wait));
    await line.last;
    line.waiting -= 1;
    if (line.waiting === 0) this.#lines.delete(key);
    return true;
  }

  #takeBack(key: string, at: number): void {
    const left = [...(this.#wrong.get(key) ?? [])];
    left.splice(left.indexOf(at), 1);
    this.#wrong.set(key, left);
  }

  /** So that a stranger cannot fill the memory: what is over goes, once a minute. */
  #sweep(): void {
    const now = this.#now();
    if (Math.abs(now - this.#swept) < 60_000) return;
    this.#swept = now;
    for (const [key, tries] of this.#wrong)
      if (!tries.some((at) => at > now - WINDOW)) this.#wrong.delete(key);
    ifItCan(() => this.#kept?.forgetBefore(now - WINDOW));
  }
}

/** A full disk or a broken file shuts no door: a right code always opens. */
function ifItCan<T>(work: () => T): T | undefined {
  try {
    return work();
  } catch {
    return undefined;
  }
}
