import type { Card } from '#release/card.ts';

/** What search needs of Pagefind. */
export interface Engine {
  /** What it is told before it begins. */
  options?(options: { readonly noWorker: boolean }): Promise<void>;
  /** Reads which filters there are; without it a search by filters alone may find nothing yet. */
  filters?(): Promise<unknown>;
  search(
    term: string | null,
    options: { readonly filters: Filters },
  ): Promise<{ readonly results: readonly Candidate[] }>;
}
export type Filters = Readonly<Record<string, string>>;
export interface Candidate {
  readonly id: string;
  readonly score: number;
  /** Found by its theme or town, whatever its words are. */
  readonly isOfPage?: boolean;
  data(): Promise<Fragment>;
}
export interface Fragment {
  readonly url: string;
  readonly content: string;
  readonly meta: Readonly<Record<string, string | undefined>>;
  readonly card: Card;
}
