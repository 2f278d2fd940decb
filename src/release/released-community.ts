import type { AnswerStatus, AssetKind } from '#records/lists.ts';

/** A community asset: an organisation, a space or an activity, in facilitators' words. */
export interface Asset {
  readonly id: string;
  readonly name: Readonly<Record<string, string>>;
  readonly about?: Readonly<Record<string, string>> | undefined;
  readonly kind?: AssetKind | undefined;
  readonly places: readonly string[];
  readonly themes: readonly string[];
  readonly url?: string | undefined;
  readonly checkedOn?: string | undefined;
  readonly example: boolean;
}

/** A theme, place, series or priority: facilitators' words, per interface language. */
export interface Term {
  readonly id: string;
  /** Language tag to name; `en` at least. */
  readonly name: Readonly<Record<string, string>>;
  readonly about?: Readonly<Record<string, string>> | undefined;
  /** Themes: what residents call it. */
  readonly communityWords?: readonly string[] | undefined;
  /** Themes: what institutions call it. */
  readonly officialTerms?: readonly string[] | undefined;
  /** Priorities: the themes they belong to. */
  readonly themes?: readonly string[] | undefined;
}

/** A piece behind a priority, by the parts of it that were granted for that. */
export interface EvidencePiece {
  readonly id: string;
  readonly parts: readonly string[];
}

/** What residents ask for, with what stands behind it. */
export interface Priority extends Term {
  readonly pieces: readonly EvidencePiece[];
}

/** What an institution answered in public: its own words, never a contributor's. */
export interface Answer {
  readonly id: string;
  readonly institution: string;
  /** BCP 47, of the institution's words. */
  readonly language: string;
  readonly answers: { readonly priority: string } | { readonly exhibition: string };
  readonly on: string;
  /**
   * Are these the words it answered? Only of a priority: `changed` when they were worded anew since,
   * `unknown` when nobody noted which they were.
   */
  readonly wording?: 'same' | 'changed' | 'unknown' | undefined;
  readonly status?: AnswerStatus | undefined;
  readonly example: boolean;
  /** As typed (records/README.md, "Marks"); file in the release tree, relative to its root. */
  readonly bodyFile: string;
}

/** A number, or `few`: a number under five is never told (docs/consent.md, A32). */
export type Count = number | 'few';

/** The public totals of the archive, all reasons together and nowhere broken down. */
export interface Ledger {
  readonly year: string;
  readonly shown: Count;
  readonly languages: Count;
  readonly cameDown: Count;
}
