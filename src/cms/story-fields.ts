import { FIRST } from '#i18n/languages.ts';
import { contribution } from '#records/contribution.ts';
import type { Field, NamedOption, SelectOption } from './fields.ts';
import {
  chooseOne,
  dayField,
  group,
  line,
  lines,
  listOf,
  own,
  partId,
  pickMany,
  tick,
} from './fields.ts';
import { photoFields, voiceFields } from './media-part-fields.ts';
import { choices, languageChoices } from './option-words.ts';
import { reviewQuestions } from './review-questions.ts';
import { keysOfSchema, optionsAt } from './schema-options.ts';
import { wordsHint } from './words-hint.ts';

/** What the form of a contribution needs to know of the archive. */
export interface StoryLists {
  readonly series: readonly NamedOption[];
  readonly themes: readonly NamedOption[];
  readonly places: readonly NamedOption[];
  readonly exhibitions: readonly SelectOption[];
  readonly languages: readonly string[];
  /** The interface language of whoever is signed in. */
  readonly language: string;
  /** The information sheet people are given now. */
  readonly sheet?: string | undefined;
}

const among = (path: string, list: Parameters<typeof choices>[0]): readonly SelectOption[] =>
  choices(list, optionsAt(contribution, path));

/**
 * The form of a contribution. Fields that are saved stand in the order of docs/content-format.md, because
 * Decap writes a record in the order of its fields. `approved` and `published_on` have none: the
 * server writes them, and what Decap does not know it keeps.
 */
export function storyFields(lists: StoryLists): readonly Field[] {
  const form = recordFields(lists);
  return [own('story-id', 'id', 'Number of this story'), standing(form), ...form];
}

function recordFields(lists: StoryLists): readonly Field[] {
  const languages = languageChoices(lists.languages);
  return [
    line('title', 'Title', { required: true }),
    chooseOne('language', 'Language it was told in', languages, { required: true }),
    chooseOne('kind', 'What is it?', among('kind', 'pieceKind'), {
      required: true,
      default: 'story',
    }),
    lines('summary', 'One or two sentences about it'),
    line('told', 'When was it told?', {
      hint: 'A year, or a year and a month: 2023 or 2023-05. Never a day.',
      pattern: ['^(\\d{4}(-(0[1-9]|1[0-2]))?)?$', 'Write a year (2023) or a month (2023-05)'],
    }),
    pickMany('series', 'Projects', lists.series),
    pickMany('themes', 'Themes', lists.themes),
    pickMany('places', 'Towns', lists.places),
    credit('How do they want to be named?'),
    listOf('content_notes', 'Before people read: what may be hard', [
      chooseOne('topic', 'It talks about', among('content_notes.topic', 'topic')),
      line('words', 'In your own words'),
    ]),
    listOf('photos', 'Photographs and artwork', photoFields(lists.language), {
      label_singular: 'photograph',
    }),
    group('voice', 'Sound', voiceFields(lists.language)),
    listOf('translations', 'Translations', translationFields(languages), {
      label_singular: 'translation',
    }),
    listOf('more', 'Other versions of the words', moreFields(languages), {
      label_singular: 'version',
    }),
    ...decisionFields(),
    line('work', 'Same piece in several languages', {
      hint: 'Give each of them the same word here, such as asp-0087.',
    }),
    group('licence', 'Licence, if it has one', [
      line('name', 'Name of the licence'),
      line('url', 'Web address of the licence'),
      line('attribution', 'How to credit it'),
    ]),
    consents(lists, languages),
    lines('body', 'The words', { hint: wordsHint(lists.languages) }),
  ];
}

/** What the panel calls what is missing: as the form does, by the place of a field in the record. */
function labelsOf(fields: readonly Field[], within = ''): Readonly<Record<string, string>> {
  return Object.fromEntries(
    fields.flatMap(({ name, label, fields: inner }): [string, string][] => [
      [`${within}${name}`, label],
      ...Object.entries(labelsOf((inner ?? []) as readonly Field[], `${within}${name}.`)),
    ]),
  );
}

/** Shows and saves nothing. */
function standing(form: readonly Field[]): Field {
  return own('standing', 'standing', 'May it be shown?', {
    uses: choices('use', keysOfSchema(contribution, 'consents.grants')),
    labels: labelsOf(form),
  });
}

function decisionFields(): readonly Field[] {
  return [
    own('review-list', 'review_list', 'What to look for before it is checked', {
      questions: reviewQuestions(FIRST).questions,
    }),
    group('review', 'Has somebody checked it?', [
      chooseOne('outcome', 'What did they find?', among('review.outcome', 'outcome')),
      own('checked-day', 'on', 'Day of the check', { after: ['review', 'outcome', 'cleared'] }),
    ]),
    dayField('embargo_until', 'Keep it back until', { hint: 'It may be shown from this day on.' }),
    tick('hold', 'Hold it back', {
      default: true,
      hint: 'While this is on, nothing of it is shown.',
    }),
    tick('example', 'We made this up, as an example'),
  ];
}

function credit(label: string): Field {
  return group('credit', label, [
    chooseOne('as', 'Named by', among('credit.as', 'credit')),
    line('name', 'Name to show', { hint: 'Leave this empty for “anonymous”.' }),
  ]);
}

function translationFields(languages: readonly SelectOption[]): readonly Field[] {
  return [
    partId('t'),
    chooseOne('language', 'Language', languages),
    line('title', 'Title'),
    lines('summary', 'One or two sentences about it'),
    lines('words', 'The words'),
    credit('Who translated it?'),
  ];
}

function moreFields(languages: readonly SelectOption[]): readonly Field[] {
  return [
    partId('e'),
    chooseOne('form', 'Which version?', among('more.form', 'form')),
    chooseOne('language', 'Language', languages),
    lines('words', 'The words'),
  ];
}

function consents(lists: StoryLists, languages: readonly SelectOption[]): Field {
  return own('consents', 'consents', 'Who has said yes, and to what', {
    sheet: lists.sheet ?? '',
    // Whoever may decide is told what would be public, in any language in which the desk speaks.
    choices: {
      interest: among('consents.interest', 'interest'),
      state: among('consents.state', 'state'),
      language: languages,
      method: among('consents.method', 'method'),
      age_band: among('consents.age_band', 'age_band'),
      capacity: among('consents.capacity', 'capacity'),
      on_withdrawal: among('consents.on_withdrawal', 'on_withdrawal'),
      use: choices('use', keysOfSchema(contribution, 'consents.grants')),
      kind: among('consents.grants.web', 'kind'),
      exhibitions: lists.exhibitions,
    },
  });
}
