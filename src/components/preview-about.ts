/** What stands above a story or an exhibition that is looked at before it is published. */
export interface PreviewAbout {
  readonly kind: 'shown' | 'nothing-to-show' | 'not-read';
  /** `published`: there is no draft of it. */
  readonly version: 'saved' | 'typed' | 'published';
  /** When it was saved last, ISO 8601. */
  readonly savedAt?: string | undefined;
  /** The first day on which it may be shown, where that is still to come. */
  readonly from?: string | undefined;
  readonly keptBack: readonly KeptBack[];
  /** Parts of which only the safe copy is shown. */
  readonly changed: readonly string[];
  /** Why it cannot be read; in English. */
  readonly problems: readonly string[];
}

/** A part, or a work, that would not be shown, and why; the reasons are in English. */
export interface KeptBack {
  readonly label: string;
  readonly reasons: readonly string[];
}
