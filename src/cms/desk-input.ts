import type { SettingsFields } from '#records/settings.ts';
import type { Choice, Field } from './fields.ts';

/** The archive's own lists, by id and name. */
export interface DeskLists {
  readonly themes: readonly Choice[];
  readonly places: readonly Choice[];
  readonly series: readonly Choice[];
  readonly exhibitions: readonly Choice[];
  readonly priorities: readonly Choice[];
  /** Pieces whose makers said yes to `evidence`, and those that a priority names already. */
  readonly pieces: readonly Choice[];
}

export type Role = 'contributor' | 'champion' | 'facilitator' | 'admin';

export interface DeskInput {
  readonly settings: Pick<SettingsFields, 'name' | 'languages' | 'defaults'>;
  readonly lists: DeskLists;
  readonly role: Role;
}

/** A collection of the editor: a folder of records, or single files. */
export interface Collection {
  readonly name: string;
  readonly label: string;
  readonly fields?: readonly Field[];
  readonly files?: readonly { readonly name: string; readonly fields: readonly Field[] }[];
  readonly [more: string]: unknown;
}
