import { NAMED_KINDS } from '#consent/decision.ts';
import { USES } from '#consent/uses.ts';
import { endonym } from '#i18n/language.ts';
import { OFTEN_TOLD_IN } from '#i18n/told-in.ts';
import { type Interface, interfaceIn } from '#i18n/words.ts';
import { AGE_BANDS, CREDITS, TOPICS } from '#records/contribution.ts';
import { FOLDER } from './curated-collections.ts';
import type { EditorCollection } from './desk-input.ts';
import type { Field, SelectOption } from './fields.ts';
import {
  chooseMany,
  chooseOne,
  group,
  line,
  lines,
  listOf,
  mediaField,
  own,
  tick,
} from './fields.ts';
import { STORY_FILES } from './story-files.ts';

/**
 * What somebody writes themselves: the questions of the form in the words of the form, in an interface language.
 * Nothing else of a record has a field here, and the server takes nothing else.
 */
export function ownCollection(language: string): EditorCollection {
  const shown = interfaceIn(language, 'desk');
  const { editor } = shown.words;
  return {
    ...FOLDER,
    ...STORY_FILES,
    label: editor.mine,
    label_singular: editor.mine,
    description: editor.lead,
    publish: false,
    // What they wrote stands on the board, so that nothing is listed to be sorted.
    sortable_fields: [],
    fields: ownFields(shown),
  };
}

function ownFields({ words, lang }: Interface): readonly Field[] {
  const { share, editor } = words;
  const others = (name: string, label: string): Field =>
    chooseOne(name, label, [
      { value: 'nobody', label: share.nobody },
      { value: 'somebody', label: share.somebody },
      { value: 'not-sure', label: share.notSure },
    ]);
  return [
    own('own-id', 'id', editor.number),
    own('own-look', 'look', share.look, { at: '/share/draft/{id}/', lang }),
    chooseOne('language', share.language, named(OFTEN_TOLD_IN, endonym), {
      required: true,
      default: lang,
    }),
    line('title', share.wordsTitle),
    lines('body', share.wordsBody, { hint: share.wordsOpen }),
    others('others', share.othersWords),
    listOf(
      'pictures',
      share.pictures,
      [
        mediaField('file', share.picturesAdd, 'photo'),
        lines('alt', share.describe, { hint: share.describeLead }),
        tick('drawing', share.drawing),
        others('others', editor.pictureOthers),
      ],
      { hint: share.picturesLead, label_singular: words.consentKinds.pictures },
    ),
    group(
      'sound',
      share.sound,
      [mediaField('file', share.soundHere, 'sound'), others('others', share.othersSound)],
      { hint: share.soundLead },
    ),
    own('own-grants', 'grants', share.uses, {
      hint: share.usesLead,
      uses: named(USES, (use) => words.consentUses[use]),
      kinds: named(NAMED_KINDS, (kind) => words.consentKinds[kind]),
    }),
    group('credit', share.credit, [
      chooseOne(
        'as',
        share.creditLead,
        named(CREDITS, (as) => share.creditAs[as]),
      ),
      line('name', share.creditName),
    ]),
    chooseMany(
      'notes',
      share.notes,
      named(TOPICS, (topic) => words.topic[topic]),
      {
        hint: share.notesLead,
      },
    ),
    chooseOne(
      'age',
      share.age,
      named(AGE_BANDS, (age) => share.ages[age]),
      { hint: share.ageLead },
    ),
  ];
}

function named<T extends string>(
  values: readonly T[],
  label: (value: T) => string,
): readonly SelectOption[] {
  return values.map((value) => ({ value, label: label(value) }));
}
