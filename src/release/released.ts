import type { Kind } from '#consent/decision.ts';
import type { Use } from '#consent/uses.ts';
import type { FORMATS_OUT } from '#media/formats.ts';
import type { Cue } from '#media/transcript.ts';
import type { CuratedCollection } from '#records/collections.ts';
import type { MoreForm, Topic } from '#records/contribution.ts';
import { CONTRIBUTION_KINDS, type ContributionKind } from '#records/kinds.ts';
import type { Block } from './document.ts';
import type { Ledger, Priority, Term } from './released-community.ts';

export type {
  Answer,
  Asset,
  Count,
  Ledger,
  EvidencePiece,
  Priority,
  Term,
} from './released-community.ts';

declare const released: unique symbol;

/** Something that consent let out. Only `release/` makes one (docs/decisions.md, "Rooms"). */
export type Released<T> = T & { readonly [released]: true };

export type { CuratedCollection };
export { CONTRIBUTION_KINDS, type ContributionKind };

/** How the maker chose to be named; `name` is the exact words to show, absent when anonymous. */
export interface Credit {
  readonly as: 'full-name' | 'first-name' | 'chosen-name' | 'collective' | 'anonymous';
  readonly name?: string | undefined;
}

/** One published media file. `path` begins with a slash and is the address on the site. */
export interface MediaFile {
  readonly path: string;
  /** As a `<source>` says it, with the coding where it is not plain from the type. */
  readonly type: (typeof FORMATS_OUT)[keyof typeof FORMATS_OUT]['source'];
  /** Size in bytes. */
  readonly bytes: number;
  /** Pixels; images only. */
  readonly width?: number | undefined;
  readonly height?: number | undefined;
}

export interface ReleasedImage {
  readonly part: string;
  readonly kind: Extract<Kind, 'photo' | 'artwork'>;
  /** In the contribution's own language; `''` where it is only a decoration, or `saysSafe`. */
  readonly alt: string;
  /** A safe copy without a description of its own: the site says, in its own words, that it is one. */
  readonly saysSafe: boolean;
  readonly caption?: string | undefined;
  /** A list for each coding but the last, the lightest coding first; in each smallest first, at most 480, 960 and 1600 wide. */
  readonly sources: readonly (readonly MediaFile[])[];
  /** In the coding that every browser knows. */
  readonly fallback: MediaFile;
  /** `ai` was granted for it: machines may learn from it. */
  readonly openToAi: boolean;
}

export interface ReleasedSound {
  readonly part: string;
  readonly seconds: number;
  /** 96 numbers from 1 to 20: how loud it is along its length, for a drawing without meaning. */
  readonly peaks: readonly number[];
  /** A copy in each coding but the last, the lightest first. */
  readonly sources: readonly MediaFile[];
  /** In the coding that every browser knows. */
  readonly fallback: MediaFile;
  /** `ai` was granted for it: machines may learn from it. */
  readonly openToAi: boolean;
  /** Absent unless both the voice and the words are let out (docs/content-format.md). */
  readonly transcript?: readonly Cue[] | undefined;
}

export interface ReleasedTranslation {
  readonly part: string;
  readonly language: string;
  readonly title?: string | undefined;
  readonly summary?: string | undefined;
  /** As typed (records/README.md, "Marks"); file in the release tree, relative to its root. */
  readonly wordsFile: string;
  readonly credit?: Credit | undefined;
}

export interface ReleasedMore {
  readonly part: string;
  readonly form: MoreForm;
  readonly language: string;
  readonly wordsFile: string;
}

/** The same piece in another language (contributions with the same `work`). */
export interface Sibling {
  readonly id: string;
  readonly language: string;
  readonly title?: string | undefined;
}

/** For each kind of part that is shown, the uses granted for all of it: `decide`'s answer, no more. */
export type GrantedUses = Readonly<Partial<Record<Kind, readonly Use[]>>>;

/** One contribution as the site sees it: cleared parts only, nothing else. */
export interface Story {
  readonly id: string;
  readonly kind: ContributionKind;
  /** BCP 47, of the teller's own words. */
  readonly language: string;
  /** Absent when the words are not let out: the page then has a neutral title by kind. */
  readonly title?: string | undefined;
  readonly summary?: string | undefined;
  /** Absent when the words are not let out, or there are none. */
  readonly wordsFile?: string | undefined;
  readonly credit?: Credit | undefined;
  /** `YYYY` or `YYYY-MM`. */
  readonly told?: string | undefined;
  readonly series: readonly string[];
  readonly themes: readonly string[];
  readonly places: readonly string[];
  /** `words` is the sentence the contributor approved; absent when the words are not let out. */
  readonly contentNotes: readonly { readonly topic: Topic; readonly words?: string | undefined }[];
  readonly images: readonly ReleasedImage[];
  readonly sound?: ReleasedSound | undefined;
  readonly translations: readonly ReleasedTranslation[];
  readonly more: readonly ReleasedMore[];
  readonly siblings: readonly Sibling[];
  readonly publishedOn?: string | undefined;
  readonly uses: GrantedUses;
  /** `search` was granted: in the index and the sitemap. Otherwise the page says noindex. */
  readonly searchable: boolean;
  /** `ai` was granted for every part that is shown; otherwise the page is reserved. */
  readonly openToAi: boolean;
  /** `open-licence` was granted for every part that is shown, so machines may be told the licence. */
  readonly openLicence: boolean;
  readonly example: boolean;
  /** A contributor said yes to being sent thanks. */
  readonly thanks: boolean;
  readonly licence?:
    | {
        readonly name: string;
        readonly url?: string | undefined;
        readonly attribution?: string | undefined;
      }
    | undefined;
}

export interface Contact {
  readonly label: Readonly<Record<string, string>>;
  readonly kind: 'phone' | 'text' | 'email' | 'place' | 'link';
  readonly value: string;
}

export interface SupportLine {
  readonly name: string;
  readonly phone?: string | undefined;
  readonly text?: string | undefined;
  readonly url?: string | undefined;
  readonly about?: Readonly<Record<string, string>> | undefined;
  /** Content-note topics it answers; empty: all. */
  readonly topics: readonly Topic[];
  readonly checked_on?: string | undefined;
}

/** What an exhibition's body is made of, works already cleared for `web` and `exhibition`. */
export interface Exhibition {
  readonly id: string;
  readonly title: string;
  readonly language: string;
  readonly summary?: string | undefined;
  readonly curatedBy?: string | undefined;
  readonly opens?: string | undefined;
  readonly closes?: string | undefined;
  /** Checked, with the closed works already taken out. */
  readonly body: readonly Block[];
  /** Contributions and parts the body may show, `id` or `id/part`. */
  readonly works: readonly string[];
  readonly example: boolean;
}

/** A facilitators' page, checked the same way. */
export interface Page {
  readonly id: string;
  readonly title: string;
  readonly language: string;
  readonly body: readonly Block[];
}

/** What the frame of every page says of the site: its name, its languages, how to reach somebody. */
export interface SiteFrame {
  readonly name: string;
  /** Absolute origin for feeds and canonical links, for example `https://example.org`. */
  readonly url?: string | undefined;
  /** Interface languages; the first is the default and has no prefix in addresses. */
  readonly languages: readonly string[];
  readonly contacts: readonly Contact[];
  /** The London day the site was built for; absent where none is known. */
  readonly builtFor?: string | undefined;
  /** Readers are asked to share; absent: they are not. */
  readonly sharing?: boolean | undefined;
  /** What facilitators wrote for `/withdraw/`, without whatever names a piece. */
  readonly withdrawWords?: readonly Pick<Page, 'language' | 'body'>[] | undefined;
  /** What residents ask for: where there is any, the menu leads to it. */
  readonly priorities?: readonly unknown[] | undefined;
}

/** `site.json`: everything of the site that is not a contribution or an exhibition. */
export interface Site {
  readonly name: string;
  readonly tagline?: Readonly<Record<string, string>> | undefined;
  /** Absolute origin for feeds and canonical links, for example `https://example.org`. */
  readonly url?: string | undefined;
  /** Interface languages; the first is the default and has no prefix in addresses. */
  readonly languages: readonly string[];
  readonly contacts: readonly Contact[];
  readonly support: readonly SupportLine[];
  /** `/thanks/<id>/` is answered where this site is served. */
  readonly takesThanks: boolean;
  /** Readers are asked to share, at `/share/`. */
  readonly sharing: boolean;
  readonly themes: readonly Term[];
  readonly places: readonly Term[];
  readonly series: readonly Term[];
  readonly priorities: readonly Priority[];
  /** Contribution ids whose address says "no longer here". */
  readonly tombstones: readonly string[];
  readonly ledger: Ledger;
  /** The London day this was built for. */
  readonly builtFor: string;
}
