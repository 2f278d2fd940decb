import { randomBytes } from 'node:crypto';
import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { Day } from '#consent/decision.ts';
import type { Preview, PreviewTarget } from '#release/preview.ts';
import { type InTurn, makeQueue } from './make-queue.ts';

/** A preview that lies ready to be drawn, for the one sign-in that asked for it. */
export interface ReadyPreview {
  readonly of: PreviewTarget;
  readonly preview: Preview;
  readonly day: Day;
  /** When it was saved last, ISO; nothing where it is as it is published. */
  readonly savedAt: string | undefined;
  readonly isTyped: boolean;
}

/** Where one preview is made: its tree, and the name that nobody can guess. */
export interface PreviewPlace {
  readonly key: string;
  readonly tree: string;
}

interface Slot extends PreviewPlace {
  /** The mark of the sign-in. */
  readonly who: string;
  readonly what: string;
  readonly folder: string;
  readonly inTurn: InTurn;
  usedAt: number;
  ready: ReadyPreview | undefined;
}

/** Longer than somebody looks at one without touching it, ms. */
const LASTS = 20 * 60_000;
/** So many records has one sign-in open at once. */
const MOST = 4;

/**
 * The trees of previews, in the folder of this run: one for each sign-in and record, replaced whole, and
 * gone when that sign-in ends, after a while, when a piece in it is hidden, and at the next start.
 */
export class Previews {
  readonly #folder: string;
  readonly #now: () => number;
  readonly #hides: (id: string) => boolean;
  readonly #slots = new Map<string, Slot>();

  constructor(folder: string, now: () => number, hides: (id: string) => boolean) {
    this.#folder = folder;
    this.#now = now;
    this.#hides = hides;
  }

  /** Makes a preview in place of the last one of this sign-in and record, and uses it while it stands. */
  async renew<T>(
    who: string,
    what: string,
    make: (place: PreviewPlace) => Promise<ReadyPreview>,
    use: (ready: ReadyPreview, place: PreviewPlace) => Promise<T>,
  ): Promise<T> {
    await this.sweep();
    const slot = this.#slotOf(who, what);
    return slot.inTurn(async () => {
      slot.ready = undefined;
      slot.usedAt = this.#now();
      try {
        slot.ready = await make(slot);
        return await use(slot.ready, slot);
      } catch (error) {
        await this.#drop(slot);
        throw error;
      }
    });
  }

  /** Uses a preview that lies ready; nothing where it is over, or somebody else's. */
  async use<T>(
    who: string,
    key: string,
    use: (ready: ReadyPreview, place: PreviewPlace) => Promise<T>,
  ): Promise<T | undefined> {
    await this.sweep();
    const slot = this.#slots.get(key);
    if (slot === undefined || slot.who !== who) return undefined;
    return slot.inTurn(async () => {
      if (slot.ready === undefined) return undefined;
      slot.usedAt = this.#now();
      return use(slot.ready, slot);
    });
  }

  /** The sign-in is over. */
  async forget(who: string): Promise<void> {
    await this.#dropWhere((slot) => slot.who === who);
  }

  /** Takes away what nobody looks at any more, and whatever holds a piece that is hidden by now. */
  async sweep(): Promise<void> {
    const before = this.#now() - LASTS;
    await this.#dropWhere(({ usedAt, ready }) => {
      const pieces = ready?.preview.kind === 'shown' ? ready.preview.pieces : [];
      return usedAt < before || pieces.some(this.#hides);
    });
  }

  #slotOf(who: string, what: string): Slot {
    const own = [...this.#slots.values()].filter((slot) => slot.who === who);
    const known = own.find((slot) => slot.what === what);
    if (known !== undefined) return known;
    const [oldest] = own.toSorted((a, b) => a.usedAt - b.usedAt);
    if (own.length >= MOST && oldest !== undefined)
      void this.#waitAndDrop(oldest).catch(() => undefined);
    const key = randomBytes(24).toString('base64url');
    const folder = join(this.#folder, key);
    const tree = join(folder, 'tree');
    const slot: Slot = {
      ...{ key, who, what, folder, tree, inTurn: makeQueue() },
      ...{ usedAt: this.#now(), ready: undefined },
    };
    this.#slots.set(key, slot);
    return slot;
  }

  async #dropWhere(isOver: (slot: Slot) => boolean): Promise<void> {
    const over = [...this.#slots.values()].filter(isOver);
    await Promise.all(over.map((slot) => this.#waitAndDrop(slot)));
  }

  /** Found by nobody from this moment; its folder goes when whoever is at work in it is done. */
  #waitAndDrop(slot: Slot): Promise<void> {
    this.#slots.delete(slot.key);
    return slot.inTurn(() => this.#drop(slot));
  }

  async #drop(slot: Slot): Promise<void> {
    this.#slots.delete(slot.key);
    slot.ready = undefined;
    await rm(slot.folder, { recursive: true, force: true });
  }
}
