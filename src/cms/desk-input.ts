import type { Collection } from '#records/collections.ts';
import type { SettingsFields } from '#records/settings.ts';
import type { Field, NamedOption, SelectOption } from './fields.ts';

/** The archive's own lists, by id and name. */
export interface DeskLists {
  readonly themes: readonly NamedOption[];
  readonly places: readonly NamedOption[];
  readonly series: readonly NamedOption[];
  readonly exhibitions: readonly SelectOption[];
  readonly priorities: readonly SelectOption[];
  /** Pieces whose makers said yes to `evidence`, and those that a priority names already. */
  readonly pieces: readonly SelectOption[];
}

/** Whom a configuration is made for: what they see and write, and in which language it speaks to them. */
export interface EditorReader {
  readonly sees: 'everything' | 'own-drafts' | 'nothing';
  readonly writes: Readonly<Partial<Record<Collection, 'all-fields' | 'answers'>>>;
  readonly language: string;
}

export interface DeskInput {
  readonly settings: Pick<SettingsFields, 'name' | 'languages' | 'defaults'>;
  readonly lists: DeskLists;
  readonly reader: EditorReader;
}

/** A collection of the editor: a folder of records, or single files. */
export interface EditorCollection {
  readonly name: string;
  readonly label: string;
  readonly fields?: readonly Field[];
  readonly files?: readonly { readonly name: string; readonly fields: readonly Field[] }[];
  readonly [more: string]: unknown;
}
