import type { MediaKind } from '#media/formats.ts';
import { contribution } from '#records/contribution.ts';
import { chooseOne, type Field, group, lines, mediaField, own, partId, tick } from './fields.ts';
import { choices } from './option-words.ts';
import { optionsAt } from './schema-options.ts';
import { type ToolWords, toolWords } from './tool-words.ts';

const people = (name: string, label: string): Field =>
  own('list', name, label, {
    hint: 'The numbers of the people, such as p2, with a comma between them.',
  });

/** With a `hint` under its name, and what else its file is asked with. */
const safeCopy = (
  kind: MediaKind,
  beside: readonly Field[],
  { hint, ...tool }: { readonly hint?: string; readonly cover?: ToolWords<'cover'> } = {},
): Field =>
  group(
    'safe',
    'Safe copy',
    [
      { ...mediaField('file', 'File with nobody to be known in it', kind), ...tool },
      ...beside,
      people('covers', 'Who can no longer be known?'),
      own('checked-day', 'checked_on', 'Has the safe copy been checked?', {
        tick: 'Checked: nobody can be known in it',
      }),
    ],
    { collapsed: true, ...(hint === undefined ? {} : { hint }) },
  );

const standsAlone = tick('stands_alone', 'May be shown even where the words may not');
const needsSafe = tick('needs_safe', 'Only ever show the safe copy');

/** A photograph or an artwork; `language` is the interface language of whoever is signed in. */
export function photoFields(language: string): readonly Field[] {
  return [
    partId('f'),
    mediaField('file', 'Picture', 'photo'),
    chooseOne(
      'kind',
      'A photograph or artwork?',
      choices('photoKind', optionsAt(contribution, 'photos.kind')),
    ),
    lines('alt', 'What can be seen in it?', {
      hint: 'For people who cannot see it. Until this is written the picture is not shown.',
    }),
    tick('decorative', 'It is only a decoration and needs no description'),
    lines('caption', 'Words under the picture'),
    people('people', 'Who can be seen in it?'),
    standsAlone,
    needsSafe,
    safeCopy(
      'photo',
      [
        lines('alt', 'What can be seen in the safe copy?', {
          hint: 'Name nobody who is hidden in it. What is written of the other picture is not shown here.',
        }),
        lines('caption', 'Words under the safe copy'),
      ],
      {
        cover: toolWords(language, 'cover'),
        hint: 'Cover faces here, or choose a picture changed elsewhere.',
      },
    ),
  ];
}

/** The recording of a piece. */
export function voiceFields(language: string): readonly Field[] {
  return [
    partId('v'),
    mediaField('file', 'Recording', 'sound'),
    withTimes('transcript', 'Words of the recording, with times', language),
    people('people', 'Who else can be heard in it?'),
    standsAlone,
    needsSafe,
    safeCopy('sound', [withTimes('transcript', 'Words of the safe copy, with times', language)]),
  ];
}

/** A transcript, with the tool that writes it beside the player. */
const withTimes = (name: string, label: string, language: string): Field => ({
  ...mediaField(name, label, 'transcript'),
  cues: toolWords(language, 'cues'),
});
