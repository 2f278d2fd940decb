import type { SettingsFields } from '#records/settings.ts';
import type { SelectOption, Field } from './fields.ts';

/** The archive's own lists, by id and name. */
export interface DeskLists {
  readonly themes: readonly SelectOption[];
  readonly places: readonly SelectOption[];
  readonly series: readonly SelectOption[];
  readonly exhibitions: readonly SelectOption[];
  readonly priorities: readonly SelectOption[];
  /** Pieces whose makers said yes to `evidence`, and those that a priority names already. */
  readonly pieces: readonly SelectOption[];
}

export type EditorRole = 'contributor' | 'champion' | 'facilitator' | 'admin';

export interface DeskInput {
  readonly settings: Pick<SettingsFields, 'name' | 'languages' | 'defaults'>;
  readonly lists: DeskLists;
  readonly role: EditorRole;
}

/** A collection of the editor: a folder of records, or single files. */
export interface EditorCollection {
  readonly name: string;
  readonly label: string;
  readonly fields?: readonly Field[];
  readonly files?: readonly { readonly name: string; readonly fields: readonly Field[] }[];
  readonly [more: string]: unknown;
}
