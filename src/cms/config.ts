import { curated, settingsFile, SHOWN } from './curated-collections.ts';
import type { EditorCollection, DeskInput, EditorRole } from './desk-input.ts';
import { storyFields, type StoryLists } from './story-fields.ts';

export interface CmsConfig {
  readonly collections: readonly EditorCollection[];
  readonly [more: string]: unknown;
}

/**
 * The whole configuration of the editor, made from `records/` and the archive's own lists. What a
 * role does not see here is only out of sight: the server decides what it may do.
 */
export function cmsConfig(input: DeskInput): CmsConfig {
  const { curates, settles } = SEES[input.role];
  return {
    load_config_file: false,
    backend: { name: 'archive', proxy_url: '/api/cms', branch: 'main' },
    publish_mode: 'editorial_workflow',
    locale: 'en',
    show_preview_links: false,
    // Pictures and sound go through our own field; the editor's own media library is not used.
    media_folder: 'media/site',
    public_folder: 'media/site',
    media_library: { name: 'none' },
    slug: { encoding: 'ascii', clean_accents: true, sanitize_replacement: '-' },
    collections: [
      stories(input, curates),
      ...(curates ? curated(input) : []),
      ...(settles ? [settingsFile(input)] : []),
    ],
  };
}

interface Sees {
  /** May publish, and writes what is not stories. */
  readonly curates: boolean;
  readonly settles: boolean;
}

const SEES: Readonly<Record<EditorRole, Sees>> = {
  contributor: { curates: false, settles: false },
  champion: { curates: false, settles: false },
  facilitator: { curates: true, settles: false },
  admin: { curates: true, settles: true },
};

function stories({ lists, settings }: DeskInput, curates: boolean): EditorCollection {
  const known: StoryLists = {
    ...lists,
    languages: settings.languages,
    sheet: settings.defaults?.information_sheet,
  };
  return {
    ...SHOWN,
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
    publish: curates,
    fields: storyFields(known, curates),
  };
}
