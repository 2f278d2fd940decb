import type { Day, Interest, Kind, ConsentState } from './decision.ts';
import type { Use } from './uses.ts';

/** One person's answer about one contribution, as `decide` needs it (docs/content-format.md, `consents`). */
export interface ConsentRecord {
  readonly person: string;
  readonly interest?: Interest | undefined;
  readonly state?: ConsentState | undefined;
  readonly given_on?: Day | undefined;
  readonly expires_on?: Day | undefined;
  readonly withdrawn_on?: Day | undefined;
  readonly information_sheet?: string | undefined;
  readonly language?: string | undefined;
  readonly method?: string | undefined;
  readonly age_band?: 'adult' | 'young-person' | 'child' | undefined;
  readonly assent_on?: Day | undefined;
  readonly guardian_on?: Day | undefined;
  readonly reconsent_due?: Day | undefined;
  readonly capacity?: 'presumed' | 'best-interests' | 'in-doubt' | undefined;
  readonly grants?: Partial<Record<Use, readonly Kind[] | undefined>> | undefined;
  readonly exhibitions?: 'any' | readonly string[] | undefined;
  readonly approved?: Readonly<Record<string, string>> | undefined;
  readonly on_withdrawal?: 'notice' | 'no-trace' | undefined;
}

/** How a part sits in the whole: what it depends on and whose yes it needs. */
export type PartRole = 'words' | 'image' | 'voice' | 'transcript' | 'translation' | 'more';

/** One part, with the digest of what is in the folder now. */
export interface Part {
  readonly id: string;
  readonly role: PartRole;
  readonly kind: Kind;
  readonly digest: string;
  readonly people: readonly string[];
  readonly stands_alone: boolean;
  readonly needs_safe: boolean;
  /** What those in the same file answered where it stands under another name. */
  readonly elsewhere?: readonly ConsentRecord[] | undefined;
  /** Images: somebody wrote what can be seen, or that it needs no description. Absent means no. */
  readonly described?: boolean | undefined;
  readonly safe?:
    | {
        readonly digest: string;
        readonly elsewhere?: readonly ConsentRecord[] | undefined;
        readonly covers: readonly string[];
        readonly checked_on?: Day | undefined;
        readonly described?: boolean | undefined;
      }
    | undefined;
}

/** All that `decide` may know about a contribution. Absent means not there; nothing is assumed. */
export interface Contribution {
  readonly hold?: boolean | undefined;
  readonly review?:
    { readonly outcome?: string | undefined; readonly on?: Day | undefined } | undefined;
  readonly embargo_until?: Day | undefined;
  readonly published_on?: Day | undefined;
  readonly credit?:
    { readonly as?: string | undefined; readonly name?: string | undefined } | undefined;
  readonly consents: readonly ConsentRecord[];
  readonly parts: readonly Part[];
}
