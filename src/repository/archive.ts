import type { Kind } from '#consent/decision.ts';
import type { ConsentRecord } from '#consent/grant.ts';
import type { ContributionFields, WithdrawnFields } from '#records/contribution.ts';
import type { ExhibitionFields, PageFields, ResponseFields } from '#records/lists.ts';
import type { FieldsOf, ListCollection } from '#records/collections.ts';
import type { SettingsFields } from '#records/settings.ts';

/** One contribution as it stands in `content/`: all of it, cleared or not. Never leaves this room. */
export interface HeldContribution {
  readonly id: string;
  /** Relative to the content folder, for problems. */
  readonly file: string;
  readonly folder: string;
  readonly fields: ContributionFields;
  /** The words, exactly as written below the front matter. */
  readonly body: string;
  /** Every media file named in the record, by file name. */
  readonly media: ReadonlyMap<string, HeldMedia>;
  /** Every place of each file, of every contribution, by sha256 (`same-files.ts`). */
  readonly elsewhere?: ReadonlyMap<string, readonly FilePlace[]> | undefined;
  /** The text of the transcript file, when one is named. */
  readonly transcript?: string | undefined;
  /** The same of the transcript that a safe copy of the voice has for itself. */
  readonly safeTranscript?: string | undefined;
}

/** One place where a file stands: a part of a contribution, as its maker gave it or as its safe copy. */
export interface FilePlace {
  readonly id: string;
  /** The file of the record, for problems, and the field of the part in it. */
  readonly file: string;
  readonly field: string;
  readonly part: string;
  readonly kind: Kind;
  /** The answers of everybody who is in this part or made it. */
  readonly answers: readonly ConsentRecord[];
}

/** A contributed media file: where it is on disk, and the sha256 of its bytes. */
export interface HeldMedia {
  readonly path: string;
  readonly sha256: string;
}

export interface HeldDocument<T> {
  readonly id: string;
  readonly file: string;
  readonly fields: T;
  readonly body: string;
}

/** The facilitators' lists, by id. */
export type Lists = {
  readonly [Name in ListCollection]: ReadonlyMap<string, FieldsOf<Name>>;
};

/** All that the community holds, read whole or not at all. */
export interface Archive {
  readonly root: string;
  readonly settings: SettingsFields;
  readonly contributions: readonly HeldContribution[];
  readonly withdrawn: ReadonlyMap<string, WithdrawnFields>;
  readonly exhibitions: readonly HeldDocument<ExhibitionFields>[];
  readonly pages: readonly HeldDocument<PageFields>[];
  /** What institutions answered. */
  readonly responses: readonly HeldDocument<ResponseFields>[];
  readonly lists: Lists;
}
