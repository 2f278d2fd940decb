import type { CuratedCollection, ListCollection } from '#records/collections.ts';
import { asset, response } from '#records/lists.ts';
import { settings as settingsSchema } from '#records/settings.ts';
import type { EditorCollection, DeskInput, DeskLists } from './desk-input.ts';
import type { SelectOption, Field } from './fields.ts';
import {
  chooseMany,
  chooseOne,
  dayField,
  group,
  line,
  lines,
  listOf,
  listOfLines,
  own,
  pickMany,
  tick,
  tongues,
} from './fields.ts';
import { choices, languageChoices } from './option-words.ts';
import { optionsAt } from './schema-options.ts';
import { wordsHint } from './words-hint.ts';

/** What may be done in every folder. What a person gave is not deleted: a withdrawal does more. */
export const FOLDER = {
  create: true,
  delete: false,
  editor: { preview: false },
} as const;

/** A story and an exhibition have a page of their own, which stands beside the form (browser/page-preview.ts). */
export const SHOWN = { ...FOLDER, editor: { preview: true } } as const;

/** What facilitators wrote may be taken off the website, and stays as a draft. */
const OWN = { ...FOLDER, delete: true } as const;

/** The records facilitators write: everything but stories and settings. */
export function curated(input: DeskInput): readonly EditorCollection[] {
  const { lists, settings } = input;
  const said = languageChoices().filter(({ value }) => settings.languages.includes(value));
  const languages = [
    ...said,
    ...settings.languages
      .filter((tag) => !said.some(({ value }) => value === tag))
      .map((tag) => ({ value: tag, label: tag })),
  ];
  const named = [tongues('name', 'Name', languages), tongues('about', 'About it', languages)];
  const byName: Readonly<Record<CuratedCollection, EditorCollection>> = {
    exhibitions: exhibitions(languageChoices(settings.languages)),
    themes: listCollection('themes', 'Themes', 'theme', [
      ...named,
      listOfLines('community_words', 'What people here say', 'word'),
      listOfLines('official_terms', 'What the NHS and the council say', 'term'),
    ]),
    places: listCollection('places', 'Towns', 'town', named),
    series: listCollection('series', 'Projects', 'project', named),
    priorities: listCollection('priorities', 'What should change', 'priority', [
      ...named,
      pickMany('themes', 'Themes', lists.themes),
      own('behind', 'pieces', 'Pieces that speak of it', {
        options: lists.pieces,
        hint: 'Only pieces whose makers said yes to standing behind what people here ask for.',
      }),
    ]),
    assets: listCollection('assets', 'Places to go', 'place to go', [
      ...named,
      chooseOne('kind', 'What is it?', choices('assetKind', optionsAt(asset, 'kind'))),
      pickMany('places', 'Towns', lists.places),
      pickMany('themes', 'Themes', lists.themes),
      line('url', 'Web address'),
      dayField('checked_on', 'Day we checked this'),
      tick('example', 'We made this up, as an example'),
    ]),
    responses: responses(lists, settings.languages),
    pages: pages(languageChoices(settings.languages)),
  };
  return Object.values(byName);
}

/** One YAML file for each record; its id is made from the first name written. */
function listCollection(
  name: ListCollection,
  label: string,
  one: string,
  fields: readonly Field[],
): EditorCollection {
  return {
    ...OWN,
    name,
    label,
    label_singular: one,
    folder: `content/${name}`,
    extension: 'yaml',
    format: 'record',
    slug: '{{fields.id}}',
    identifier_field: 'name',
    summary: '{{name.en}}',
    sortable_fields: [],
    fields: [own('record-id', 'id', 'Short name for the address'), ...fields],
  };
}

function exhibitions(languages: readonly SelectOption[]): EditorCollection {
  return {
    ...{ ...OWN, ...SHOWN, delete: true },
    name: 'exhibitions',
    label: 'Exhibitions',
    label_singular: 'exhibition',
    folder: 'content/exhibitions',
    path: '{{slug}}/index',
    extension: 'mdx',
    format: 'record',
    slug: '{{fields.id}}',
    identifier_field: 'title',
    summary: '{{title}}',
    sortable_fields: ['title'],
    fields: [
      own('record-id', 'id', 'Short name for the address'),
      line('title', 'Title', { required: true }),
      chooseOne('language', 'Language', languages, { default: 'en' }),
      lines('summary', 'One or two sentences about it'),
      line('curated_by', 'Put together by'),
      dayField('opens', 'Opens on'),
      dayField('closes', 'Closes on'),
      tick('example', 'We made this up, as an example'),
      own('wall', 'body', 'What hangs in it'),
    ],
  };
}

function pages(languages: readonly SelectOption[]): EditorCollection {
  return {
    ...OWN,
    name: 'pages',
    label: 'Pages',
    label_singular: 'page',
    folder: 'content/pages',
    extension: 'mdx',
    format: 'record',
    slug: '{{fields.id}}',
    identifier_field: 'title',
    summary: '{{title}}',
    sortable_fields: [],
    fields: [
      own('record-id', 'id', 'Short name for the address'),
      line('title', 'Title', { required: true }),
      chooseOne('language', 'Language', languages, { default: 'en' }),
      prose(),
    ],
  };
}

function prose(): Field {
  return own('markdown', 'body', 'The words', {
    modes: ['rich_text'],
    buttons: ['bold', 'italic', 'link', 'heading-two', 'heading-three', 'bulleted-list', 'quote'],
    editor_components: ['Note'],
  });
}

function responses(lists: DeskLists, spoken: readonly string[]): EditorCollection {
  const languages = languageChoices(spoken);
  return {
    ...OWN,
    name: 'responses',
    label: 'What changed',
    label_singular: 'answer',
    folder: 'content/responses',
    extension: 'md',
    format: 'record',
    slug: '{{fields.id}}',
    identifier_field: 'institution',
    summary: '{{institution}}',
    sortable_fields: [],
    fields: [
      own('record-id', 'id', 'Short name for the address'),
      line('institution', 'Who answers', { required: true }),
      chooseOne('language', 'Language', languages, { default: 'en' }),
      own('answers', 'answers', 'What they answer', {
        required: true,
        priorities: lists.priorities,
        exhibitions: lists.exhibitions,
      }),
      dayField('on', 'Day of the answer', { required: true }),
      chooseOne(
        'status',
        'How far they are',
        choices('answerStatus', optionsAt(response, 'status')),
      ),
      tick('example', 'We made this up, as an example'),
      lines('body', 'Their answer', { hint: wordsHint(spoken) }),
    ],
  };
}

/** The settings: one file, for admins. */
export function settingsFile({ settings }: DeskInput): EditorCollection {
  const languages = languageChoices(settings.languages);
  const spoken = languages.filter(({ value }) => settings.languages.includes(value));
  const fields = [
    line('name', 'Name of this archive', { required: true }),
    tongues('tagline', 'One line about it', spoken),
    line('url', 'Web address'),
    chooseMany('languages', 'Languages of the site', languages),
    listOf('contacts', 'How to reach us', [
      tongues('label', 'What to call it', spoken),
      chooseOne(
        'kind',
        'What is it?',
        choices('contactKind', optionsAt(settingsSchema, 'contacts.kind')),
      ),
      line('value', 'Number or address'),
    ]),
    listOf('support', 'Help lines', [
      line('name', 'Name'),
      line('phone', 'Telephone'),
      line('text', 'Text message'),
      line('url', 'Web address'),
      tongues('about', 'About it', spoken),
      chooseMany('topics', 'For', choices('topic', optionsAt(settingsSchema, 'support.topics'))),
      dayField('checked_on', 'Day we checked this'),
    ]),
    tick('thanks', 'Let readers send thanks to those who said yes to it'),
    tick('sharing', 'Ask readers to share: somebody here answers them'),
    group('defaults', 'When nothing else is said', [
      chooseOne('language', 'Language', languages),
      line('information_sheet', 'The information sheet that people get now'),
    ]),
  ];
  return {
    name: 'settings',
    label: 'Settings',
    editor: { preview: false },
    format: 'record',
    files: [
      { name: 'settings', label: 'Settings', file: 'content/settings.yaml', fields },
    ] as never,
  };
}
