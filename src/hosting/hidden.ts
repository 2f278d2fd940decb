import type { Use } from '#consent/uses.ts';

/** What an address says of a piece that came down (docs/consent.md §4.3): "no longer here", or nothing. */
export type Trace = 'notice' | 'no-trace';

/** One piece that the served site may not show, from now until a site built without it is served. */
export interface Hidden {
  readonly id: string;
  /** Only this part, use or person of it was taken back; hidden is the whole all the same. */
  readonly part?: string | undefined;
  readonly use?: Use | undefined;
  /** Opaque id. */
  readonly person?: string | undefined;
  readonly key: string;
  /** What its addresses say meanwhile. */
  readonly trace: Trace;
  /** When it was hidden, ISO 8601. */
  readonly at: string;
  /** An emergency stop: nothing is taken back, and no build ends it (`archive hide`). */
  readonly hold?: boolean | undefined;
  /** Its time ran out while no build worked: nothing was taken back, and the next build ends it. */
  readonly expired?: boolean | undefined;
  /** Written into the content; false while it is under way, so that a new start finishes it. */
  readonly done: boolean;
}

/** What is to be hidden; the rest has a safe value. */
export type ToHide = Pick<Hidden, 'id' | 'part' | 'use' | 'person'> &
  Partial<Pick<Hidden, 'trace' | 'at' | 'hold' | 'expired'>>;
