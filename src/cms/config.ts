import { curated, settingsFile, SHOWN } from './curated-collections.ts';
import type { EditorCollection, DeskInput } from './desk-input.ts';
import type { NamedOption } from './fields.ts';
import { ownCollection } from './own-collection.ts';
import { storyFields, type StoryLists } from './story-fields.ts';
import { STORY_FILES } from './story-files.ts';

export interface CmsConfig {
  readonly collections: readonly EditorCollection[];
  readonly [more: string]: unknown;
}

/**
 * The whole configuration of the editor, made from `records/` and the archive's own lists. What somebody
 * does not see here is only out of sight: the server decides what they may do.
 */
export function cmsConfig(input: DeskInput): CmsConfig {
  const { sees, language } = input.reader;
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
    collections: sees === 'everything' ? everything(input) : [ownCollection(language)],
  };
}

function everything(input: DeskInput): readonly EditorCollection[] {
  const { writes, language } = input.reader;
  const known = { ...input, lists: namedIn(language, input.lists) };
  const all = [stories(known), ...curated(known), settingsFile(known)];
  return all.filter(({ name }) => Object.hasOwn(writes, name));
}

/** Each record by its name in a language, where it has one in it. */
function namedIn(language: string, lists: DeskInput['lists']): DeskInput['lists'] {
  const named = (options: readonly NamedOption[]): readonly NamedOption[] =>
    options.map((option) => ({ ...option, label: option.names?.[language] ?? option.label }));
  const { themes, places, series } = lists;
  return { ...lists, themes: named(themes), places: named(places), series: named(series) };
}

function stories({ lists, settings, reader }: DeskInput): EditorCollection {
  const known: StoryLists = {
    ...lists,
    languages: settings.languages,
    language: reader.language,
    sheet: settings.defaults?.information_sheet,
  };
  return {
    ...SHOWN,
    ...STORY_FILES,
    label: 'Stories',
    label_singular: 'story',
    description: 'What people chose to share: words, pictures and sound.',
    publish: true,
    fields: storyFields(known),
  };
}
