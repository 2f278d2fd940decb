import { parse, stringify } from 'yaml';
import { describe, expect, test } from 'vitest';
import { cmsConfig } from '#cms/config.ts';
import type { EditorCollection } from '#cms/desk-input.ts';
import { normaliseRecord } from '#cms/browser/normalise-record.ts';
import { choices } from '#cms/option-words.ts';
import { keysOfSchema, optionsAt } from '#cms/schema-options.ts';
import type { Field, NamedOption } from '#cms/fields.ts';
import { COLLECTION_NAMES, COLLECTIONS } from '#records/collections.ts';
import { contribution } from '#records/contribution.ts';
import { OWN_ANSWERS } from '#intake/contribution/own-answers.ts';
import { languagesOn } from '#i18n/languages.ts';
import { interfaceIn } from '#i18n/words.ts';
import { type DeskRole, EDITOR, type EditorRights, NO_EDITOR } from '#server/roles.ts';

type Fields = Record<string, unknown>;

/** Fields that no form shows. */
const WRITTEN_BY_THE_SERVER: Partial<
  Readonly<Record<EditorCollection['name'], readonly string[]>>
> = {
  stories: ['published_on'],
  responses: ['answered'],
  // Where the editor works is said in the file, by whoever keeps the repository.
  settings: ['cms'],
};

const CHOICE = [{ value: 'grief', label: 'Grief' }];
const lists = {
  themes: CHOICE,
  places: [{ value: 'southall', label: 'Southall' }],
  series: [{ value: 'consultations', label: 'Consultations' }],
  exhibitions: [{ value: 'roots', label: 'Roots' }],
  priorities: [{ value: 'wait', label: 'Waiting' }],
  pieces: [{ value: 'bread01', label: 'Bread (bread01)' }],
};
const config = cmsConfig({
  settings: { name: 'Test', languages: ['en', 'ur'] },
  lists,
  reader: { ...EDITOR.admin, language: 'en' },
});

/** Widgets that save nothing. */
const SHOWN_ONLY = new Set(['standing', 'review-list']);
/** What the desk writes and shows, and the record does not hold. */
const NOT_SAVED = new Set(['id', 'standing', 'review_list', 'body']);

const fieldsOf = (collection: EditorCollection): readonly Field[] =>
  collection.fields ?? collection.files?.[0]?.fields ?? [];
const named = (name: string): EditorCollection =>
  config.collections.find((collection) => collection.name === name)!;

/** What each field saves at a level of filling in, before anything is tidied. */
function saved(fields: readonly Field[], level: 'fresh' | 'minimal' | 'cleared' | 'full'): Fields {
  const entries = fields
    .filter(
      ({ name, widget }) => !SHOWN_ONLY.has(widget) && !(name === 'id' && widget !== 'part-id'),
    )
    .map((field) => [field.name, formValue(field, level)] as const);
  return Object.fromEntries(entries.filter(([, value]) => value !== undefined));
}

function formValue(field: Field, level: 'fresh' | 'minimal' | 'cleared' | 'full'): unknown {
  const fields = field['fields'] as readonly Field[] | undefined;
  if (level !== 'full' && field.required) return example(field);
  if (level === 'minimal') return undefined;
  if (level === 'fresh') {
    return fields && field.widget === 'object' ? saved(fields, level) : field['default'];
  }
  if (level === 'cleared') {
    if (field.widget === 'list') return fields ? [saved(fields, 'cleared'), {}] : [''];
    if (fields) return saved(fields, level);
    if (field.widget === 'select') return field['multiple'] ? [] : null;
    if (['pick-many', 'behind'].includes(field.widget)) return [];
    return field.widget === 'boolean' ? false : '';
  }
  if (field.widget === 'list') {
    if (fields) return [saved(fields, level), saved(fields, level)].map(numbered);
    return field['field'] ? ['one', 'two'] : ['p2'];
  }
  return fields ? saved(fields, level) : example(field);
}

const numbered = (item: Fields, at: number): Fields =>
  item['id'] === undefined ? item : { ...item, id: `${String(item['id'])}${at}` };

function example(field: Field): unknown {
  const options = field['options'] as readonly { value: string }[] | undefined;
  switch (field.widget) {
    case 'select':
      return field['multiple'] ? options?.map(({ value }) => value) : options?.at(-1)?.value;
    case 'pick-many':
    case 'behind':
      return options?.map(({ value }) => value);
    case 'checked-day':
    case 'datetime':
      return '2026-06-14';
    case 'boolean':
      return true;
    case 'tongues':
      return { en: 'Words', ur: 'لفظ' };
    case 'recording':
      return 'f1.jpg';
    case 'part-id':
      return field['prefix'];
    case 'answers':
      return { priority: 'wait' };
    case 'consents':
      return [fullConsent(field['choices'] as Record<string, readonly { value: string }[]>)];
    default:
      return exampleText(field);
  }
}

function exampleText({ name, label }: Field): string {
  // The last kind of contact is a link, and so is its value.
  if (name === 'value' || /url|address of the licence|Web address/i.test(`${name} ${label}`))
    return 'https://example.org/';
  return name === 'told' ? '2023-05' : 'ਮੇਰੀ I <3 you: "yes" {smile}';
}

function fullConsent(options: Record<string, readonly { value: string }[]>): Fields {
  const last = (key: string): string => options[key]!.at(-1)!.value;
  const kinds = options['kind']!.map(({ value }) => value);
  return {
    person: 'p1',
    ...Object.fromEntries(
      ['interest', 'state', 'language', 'method', 'age_band', 'capacity', 'on_withdrawal'].map(
        (key) => [key, last(key)],
      ),
    ),
    given_on: '2026-06-01',
    expires_on: '2031-06-01',
    withdrawn_on: '2026-09-01',
    information_sheet: 'v1',
    assent_on: '2026-06-01',
    guardian_on: '2026-06-01',
    reconsent_due: '2028-06-01',
    grants: Object.fromEntries(options['use']!.map(({ value }) => [value, kinds])),
    exhibitions: options['exhibitions']!.map(({ value }) => value),
    approved: { words: `sha256:${'a'.repeat(64)}` },
  };
}

/** Through YAML and back, as the file would be. */
function asFile(record: Fields): Fields {
  const { body: _body, ...fields } = normaliseRecord(record);
  return parse(stringify(fields)) as Fields;
}

describe('what the desk saves', () => {
  test('there is a collection for every kind of record', () => {
    expect(config.collections.map(({ name }) => name).sort()).toEqual([...COLLECTION_NAMES].sort());
  });

  for (const name of COLLECTION_NAMES) {
    for (const level of ['fresh', 'minimal', 'cleared', 'full'] as const) {
      test(`${name}: a ${level} form is a record the archive can read`, () => {
        const record = asFile(saved(fieldsOf(named(name)), level));
        const result = COLLECTIONS[name].schema.safeParse(record);
        expect(result.error?.issues ?? []).toEqual([]);
      });
    }

    test(`${name}: the fields stand in the order of the record, and none is unknown`, () => {
      const inForm = fieldsOf(named(name))
        .map((field) => field.name)
        .filter((key) => !NOT_SAVED.has(key));
      const inRecord = keysOfSchema(COLLECTIONS[name].schema);
      expect(inForm).toEqual(inRecord.filter((key) => inForm.includes(key)));
      expect(inRecord.filter((key) => !inForm.includes(key))).toEqual(
        WRITTEN_BY_THE_SERVER[name] ?? [],
      );
    });

    test(`${name}: groups and lists hold the keys of the record in its order`, () => {
      for (const field of fieldsOf(named(name))) {
        const inside = field['fields'] as readonly Field[] | undefined;
        if (inside === undefined) continue;
        const inRecord = keysOfSchema(COLLECTIONS[name].schema, field.name);
        const order = name === 'stories' && ['photos', 'voice'].includes(field.name);
        const keys = inside.map((each) => each.name);
        expect(order ? [...keys].sort() : keys).toEqual(order ? [...inRecord].sort() : inRecord);
      }
    });
  }

  test('the full form of a story leaves nothing empty', () => {
    const record = asFile(saved(fieldsOf(named('stories')), 'full'));
    const { published_on: _, ...inForm } = contribution.shape;
    expect(Object.keys(record).sort()).toEqual(Object.keys(inForm).sort());
  });
});

describe('closed lists', () => {
  const field = (path: string): Field =>
    path
      .split('.')
      .reduce<{ fields: readonly Field[] }>(
        (at, name) =>
          at.fields.find((each) => each.name === name) as unknown as { fields: Field[] },
        { fields: fieldsOf(named('stories')) },
      ) as unknown as Field;

  for (const path of [
    'kind',
    'credit.as',
    'content_notes.topic',
    'photos.kind',
    'more.form',
    'review.outcome',
  ]) {
    test(`the form offers for ${path} what the record allows`, () => {
      const offered = field(path)['options'] as readonly { value: string }[];
      expect(offered.map(({ value }) => value)).toEqual(optionsAt(contribution, path));
    });
  }

  test('a consent offers every value, every use and every kind of the record', () => {
    const offered = field('consents')['choices'] as Record<string, readonly { value: string }[]>;
    for (const key of ['interest', 'state', 'method', 'age_band', 'capacity', 'on_withdrawal']) {
      expect(offered[key]!.map(({ value }) => value)).toEqual(
        optionsAt(contribution, `consents.${key}`),
      );
    }
    expect(offered['use']!.map(({ value }) => value)).toEqual(
      keysOfSchema(contribution, 'consents.grants'),
    );
    expect(offered['kind']!.map(({ value }) => value)).toEqual(
      optionsAt(contribution, 'consents.grants.web'),
    );
  });

  test('a field that the record does not have is an error and not an empty list', () => {
    expect(() => optionsAt(contribution, 'credit.how')).toThrow('credit.how');
    expect(() => optionsAt(contribution, 'title')).toThrow('title');
  });

  test('no two values of a list read the same', () => {
    for (const [list, path] of [
      ['state', 'consents.state'],
      ['capacity', 'consents.capacity'],
      ['interest', 'consents.interest'],
      ['credit', 'credit.as'],
      ['topic', 'content_notes.topic'],
    ] as const) {
      const labels = choices(list, optionsAt(contribution, path)).map(({ label }) => label);
      expect(new Set(labels).size).toBe(labels.length);
    }
  });

  test('a value without words stops the desk at its start', () => {
    expect(() => choices('use', ['web', 'leaflet'])).toThrow('"leaflet" of the list "use"');
  });
});

test('themes, towns and projects are called as they are in the language of the editor, where they have a name in it', () => {
  const places: readonly NamedOption[] = [
    { value: 'southall', label: 'Southall', names: { en: 'Southall', ur: 'ساؤتھ ہال' } },
    { value: 'acton', label: 'Acton', names: { en: 'Acton' } },
  ];
  const { collections } = cmsConfig({
    settings: { name: 'Test', languages: ['en', 'ur'] },
    lists: { ...lists, places },
    reader: { ...EDITOR.admin, language: 'ur' },
  });
  const form = collections.flatMap((each) => (each.name === 'stories' ? fieldsOf(each) : []));
  const { widget, options } = form.find(({ name }) => name === 'places') as Field & {
    options: object[];
  };
  expect([widget, options]).toEqual([
    'pick-many',
    [{ ...places[0], label: 'ساؤتھ ہال' }, places[1]],
  ]);
});

test('beside the decision about a check stands what to look for', () => {
  const fields = fieldsOf(named('stories'));
  const at = fields.findIndex(({ name }) => name === 'review');
  const { widget, questions } = fields[at - 1] as Field & { questions: readonly string[] };
  expect([widget, questions.length]).toEqual(['review-list', 14]);
  for (const question of questions) expect(question).toMatch(/[.?]$/);
});

describe('roles', () => {
  const madeFor = (rights: EditorRights, language = 'en'): readonly EditorCollection[] =>
    cmsConfig({
      ...{ settings: { name: 'Test', languages: ['en'] }, lists },
      reader: { ...rights, language },
    }).collections;
  const seenBy = (role: DeskRole): readonly EditorCollection[] => madeFor(EDITOR[role]);

  test.each(languagesOn('desk'))(
    'who writes their own has the questions of the form and nothing else, in %s',
    (language) => {
      const [own, ...more] = madeFor(EDITOR.contributor, language);
      expect(more).toEqual([]);
      expect([own?.name, own?.['publish'], own?.['delete']]).toEqual(['stories', false, false]);
      const asked = fieldsOf(own as EditorCollection).map(({ name }) => name);
      const answers = OWN_ANSWERS.map((name) => (name === 'words' ? 'body' : name));
      expect(asked.filter((name) => name !== 'id' && name !== 'look').toSorted()).toEqual(
        answers.toSorted(),
      );
      const { share } = interfaceIn(language).words;
      expect(fieldsOf(own as EditorCollection).map(({ label }) => label)).toContain(share.uses);
      // Nothing of the archive's own lists is told.
      expect(JSON.stringify(own)).not.toMatch(/Southall|Grief|Roots|bread01/);
    },
  );

  test('who is not signed in, or may not open it, is told nothing of the archive', () => {
    for (const rights of [NO_EDITOR, EDITOR.champion])
      expect(JSON.stringify(madeFor(rights))).not.toMatch(/Southall|Grief|Roots|bread01/);
  });

  test('a facilitator sees all but the settings', () => {
    const names: readonly string[] = seenBy('facilitator').map(({ name }) => name);
    expect(names.toSorted()).toEqual(
      COLLECTION_NAMES.filter((name) => name !== 'settings').toSorted(),
    );
  });

  test('what a person gave is not deleted here, because a withdrawal does more', () => {
    for (const { name, ...more } of config.collections)
      if (name !== 'settings') expect([name, more['delete']]).toEqual([name, name !== 'stories']);
  });
});
