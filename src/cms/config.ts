import type { SettingsFields } from '#records/settings.ts';
import { curated, FOLDER, settingsFile } from './curated-collections.ts';
import type { Choice, Field } from './fields.ts';
import { storyFields, type StoryLists } from './story-fields.ts';

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

export interface CmsConfig {
  readonly collections: readonly Collection[];
  readonly [more: string]: unknown;
}

/**
 * The whole configuration of the editor, made from `records/` and the archive's own lists. What a
 * role does not see here is only out of sight: the server decides what it may do.
 */
export function cmsConfig(input: DeskInput): CmsConfig {
  const curates = input.role === 'facilitator' || input.role === 'admin';
  return {
    load_config_file: false,
    backend: { name: 'archive', proxy_url: '/api/cms', branch: 'main' },
    publish_mode: 'editorial_workflow',
    locale: 'en',
    show_preview_links: false,
    // Pictures and sound go through our own field; the editor's own media shelf is not used.
    media_folder: 'media/site',
    public_folder: 'media/site',
    media_library: { name: 'none' },
    slug: { encoding: 'ascii', clean_accents: true, sanitize_replacement: '-' },
    collections: [
      stories(input, curates),
      ...(curates ? curated(input) : []),
      ...(input.role === 'admin' ? [settingsFile(input)] : []),
    ],
  };
}

function stories({ lists, settings, role }: DeskInput, curates: boolean): Collection {
  const known: StoryLists = {
    ...lists,
    languages: settings.languages,
    sheet: settings.defaults?.information_sheet,
  };
  return {
    ...FOLDER,
    name: 'stories',
    label: 'Stories',
    label_singular: 'story',
    description: 'What people chose to share: words, pictures and sound.',
    folder: 'content/stories',
    path: '{{slug}}/story',
    extension: 'md',
    format: 'record',
    slug: '{{fields.id}}',
    identifier_field: 'title',
    summary: '{{title}}',
    sortable_fields: ['title'],
    publish: role !== 'contributor' && role !== 'champion',
    fields: storyFields(known, curates),
  };
}
