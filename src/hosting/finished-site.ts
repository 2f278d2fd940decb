import type { Released, SiteFrame } from '#release/released.ts';

/** A finished site: its folder, and the ids that answer "no longer here". */
export interface FinishedSite {
  readonly folder: string;
  readonly tombstones: readonly string[];
  /** Which files of the search index belong to which contribution; by id, below the folder. */
  readonly fragments?: Fragments | undefined;
  /** What the pages drawn on request say of the site; absent where none was built yet. */
  readonly frame?: Released<SiteFrame> | undefined;
}

/** Files of the search index by the contribution they are of; a fragment's name says nothing of it. */
export type Fragments = Readonly<Record<string, readonly string[]>>;
