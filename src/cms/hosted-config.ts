import { FIRST } from '#i18n/languages.ts';
import { COLLECTION_NAMES } from '#records/collections.ts';
import { contribution } from '#records/contribution.ts';
import type { HostedSettings } from '#records/hosted.ts';
import { cmsConfig, type CmsConfig } from './config.ts';
import type { DeskInput, EditorCollection, EditorReader } from './desk-input.ts';
import {
  chooseMany,
  chooseOne,
  dayField,
  type Field,
  group,
  line,
  type SelectOption,
} from './fields.ts';
import { keysOfSchema } from './schema-options.ts';

/** Where a loose upload lands: nothing that publishes reads it (docs/consent.md, T13). */
const LOOSE = 'loose';

/** Whoever has the repository has everything: it is the repository that says who may do what. */
const EVERYBODY: EditorReader = {
  sees: 'everything',
  writes: Object.fromEntries(COLLECTION_NAMES.map((name) => [name, 'all-fields'] as const)),
  language: FIRST,
};

/**
 * The editor over a private repository at GitHub or GitLab, without a server of ours: the same
 * collections, with Decap's own fields in place of those that ask the server (docs/hosted.md).
 */
export function hostedConfig(input: Omit<DeskInput, 'reader'>, hosted: HostedSettings): CmsConfig {
  const { collections, ...config } = cmsConfig({ ...input, reader: EVERYBODY });
  const { media_library: _none, ...kept } = config;
  return {
    ...kept,
    backend: backendOf(hosted),
    media_folder: LOOSE,
    public_folder: LOOSE,
    // Of JPEG, PNG and WebP alone: what else a file says about its maker goes into the repository.
    media_processing: { enabled: true, strip_metadata: true },
    collections: collections.map(hostedCollection),
  };
}

function backendOf(hosted: HostedSettings): Readonly<Record<string, unknown>> {
  const { backend, repository, branch } = hosted;
  const every = {
    ...{ name: backend, repo: repository, branch, cms_label_prefix: 'archive/' },
    // Neither a title nor a name: these lines stay for ever.
    commit_messages: {
      create: 'Create {{collection}}',
      update: 'Update {{collection}}',
      delete: 'Delete {{collection}}',
      uploadMedia: 'Upload a file',
      deleteMedia: 'Delete a file',
    },
  };
  if (hosted.backend === 'github')
    return { ...every, base_url: hosted.sign_in, open_authoring: false, squash_merges: true };
  return {
    ...{ ...every, auth_type: 'pkce', app_id: hosted.application, squash_merges: true },
    ...{ base_url: hosted.host, api_root: `${hosted.host}/api/v4` },
  };
}

const FORMATS: Readonly<Record<string, string>> = {
  md: 'frontmatter',
  mdx: 'frontmatter',
  yaml: 'yaml',
};

function hostedCollection(collection: EditorCollection): EditorCollection {
  const { files, fields, format: _ours, ...kept } = collection;
  if (files !== undefined) {
    const stock = files.map((file) => ({ ...file, fields: file.fields.flatMap(stockField) }));
    return { ...kept, files: stock };
  }
  const isStory = collection.name === 'stories';
  const isTitled = collection['identifier_field'] === 'title';
  return {
    ...kept,
    format: FORMATS[String(collection['extension'])] ?? 'frontmatter',
    // A number that says nothing of the piece; a title in Urdu would make an empty address.
    slug: isStory ? '{{year}}{{month}}{{day}}{{hour}}{{minute}}{{second}}' : '{{slug}}',
    create: isStory || isTitled,
    delete: false,
    editor: { preview: false },
    ...(isStory ? { media_folder: '', public_folder: '' } : {}),
    fields: (fields ?? []).flatMap(stockField),
  };
}

/** A field of Decap's own for each of ours, or none where only the server could answer it. */
function stockField(field: Field): readonly Field[] {
  const made = Object.hasOwn(IN_PLACE, field.widget) ? IN_PLACE[field.widget]?.(field) : [field];
  return (made ?? []).map((each) =>
    Array.isArray(each['fields'])
      ? { ...each, fields: (each['fields'] as readonly Field[]).flatMap(stockField) }
      : each,
  );
}

const none = (): readonly Field[] => [];

const IN_PLACE: Readonly<Record<string, (field: Field) => readonly Field[]>> = {
  standing: none,
  'review-list': none,
  'story-id': none,
  'record-id': none,
  // What it holds stays in the record, and is changed in the file itself.
  answers: none,
  'part-id': ({ name, ...more }) => [
    line(name, 'Number of this part', {
      hint: `${String(more['prefix'])}1, ${String(more['prefix'])}2 and so on; never one that was used before.`,
      pattern: [
        `^${String(more['prefix'])}[0-9]+$`,
        `Write ${String(more['prefix'])} and a number`,
      ],
      required: true,
    }),
  ],
  'checked-day': ({ name, label }) => [dayField(name, label)],
  wall: ({ name, label }) => [{ name, label, widget: 'text', required: false }],
  // Its rich text would write anew what was typed.
  markdown: ({ name, label }) => [{ name, label, widget: 'text', required: false }],
  recording: ({ name, label, kind, required }) => [
    {
      ...{ name, label, required, widget: kind === 'photo' ? 'image' : 'file' },
      ...{ choose_url: false, media_library: { config: { multiple: false } } },
    },
  ],
  tongues: ({ name, label, languages }) => [
    group(
      name,
      label,
      (languages as readonly SelectOption[]).map(({ value, label: said }) => line(value, said)),
    ),
  ],
  'pick-many': someOf,
  behind: someOf,
  consents: consentFields,
};

function someOf({ name, label, options, hint }: Field): readonly Field[] {
  const plain = (options as readonly SelectOption[]).map(({ value, label }) => ({ value, label }));
  return [chooseMany(name, label, plain, hint === undefined ? {} : { hint })];
}

/** One set of answers for each person; `approved` and `exhibitions` are kept as they are and not asked. */
function consentFields({ name, label, choices: offered, sheet }: Field): readonly Field[] {
  const among = offered as Readonly<Record<string, readonly SelectOption[]>>;
  const choose = (key: string, said: string) => chooseOne(key, said, among[key] ?? []);
  const grants = keysOfSchema(contribution, 'consents.grants').map((use) => {
    const said = among['use']?.find(({ value }) => value === use)?.label ?? use;
    return chooseMany(use, said, among['kind'] ?? []);
  });
  const fields = [
    line('person', 'Number of the person', {
      hint: 'p1 for whoever made it, p2 and so on for others. Never a name.',
      pattern: ['^p[0-9]+$', 'Write p and a number'],
      required: true,
    }),
    choose('interest', 'What they are in it'),
    choose('state', 'What they said'),
    dayField('given_on', 'Day they said yes'),
    dayField('expires_on', 'Day their yes ends'),
    dayField('withdrawn_on', 'Day they took it back'),
    line('information_sheet', 'Information sheet they were given', { default: sheet }),
    choose('language', 'Language it was explained in'),
    choose('method', 'How they said it'),
    choose('age_band', 'Age'),
    dayField('assent_on', 'Day a child agreed'),
    dayField('guardian_on', 'Day a guardian agreed'),
    dayField('reconsent_due', 'Day to ask again'),
    choose('capacity', 'Able to decide'),
    group('grants', 'What they said yes to: nothing chosen is a no', grants),
    choose('on_withdrawal', 'If they take it back'),
  ];
  return [{ name, label, widget: 'list', required: false, default: [], collapsed: false, fields }];
}
