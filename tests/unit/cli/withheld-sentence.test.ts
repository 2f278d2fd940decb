import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { stringify } from 'yaml';
import type { z } from 'astro/zod';
import { describe, expect, test } from 'vitest';
import { mediaFolder } from '#media/store.ts';
import { makeWatchList, withheldIn } from '#audit/watch-list.ts';
import { publicTexts } from '#build/released-texts.ts';
import * as lists from '#records/lists.ts';
import { settings } from '#records/settings.ts';
import { release } from '#release/release.ts';
import { openRecord, smallArchive } from '#support/small-archive.ts';

const DAY = '2026-11-22';
const SENTENCE = 'She counted seventeen green bottles under the stair';
const ADDRESS = SENTENCE.toLowerCase().replaceAll(' ', '-');

/** Where the records of a schema lie, and whether they have words below them. */
const PLACES: Readonly<Record<string, { readonly file: string; readonly hasBody: boolean }>> = {
  theme: { file: 'themes/aaa.yaml', hasBody: false },
  place: { file: 'places/aaa.yaml', hasBody: false },
  series: { file: 'series/aaa.yaml', hasBody: false },
  priority: { file: 'priorities/aaa.yaml', hasBody: false },
  asset: { file: 'assets/aaa.yaml', hasBody: false },
  response: { file: 'responses/aaa.md', hasBody: true },
  exhibition: { file: 'exhibitions/aaa/index.mdx', hasBody: true },
  page: { file: 'pages/aaa.mdx', hasBody: true },
  settings: { file: 'settings.yaml', hasBody: false },
};
const SCHEMAS: Readonly<Record<string, z.ZodType>> = { ...lists, settings };

interface Def {
  readonly type: string;
  readonly innerType?: z.ZodType;
  readonly in?: z.ZodType;
  readonly element?: z.ZodType;
  readonly valueType?: z.ZodType;
  readonly options?: readonly z.ZodType[];
  readonly shape?: Readonly<Record<string, z.ZodType>>;
  readonly entries?: Readonly<Record<string, string>>;
}
const defOf = (schema: z.ZodType): Def => schema.def as unknown as Def;

/** Every value of a schema that holds the sentence in one of its text fields, with the field's name. */
function withSentence(schema: z.ZodType, field = ''): readonly (readonly [string, unknown])[] {
  return candidates(schema, field).flatMap(([name, value]) => {
    const taken = variants(schema, value).find((each) => schema.safeParse(each).success);
    return taken === undefined ? [] : [[name, taken] as const];
  });
}

function candidates(schema: z.ZodType, field: string): readonly (readonly [string, unknown])[] {
  const { type, innerType, in: from, element, valueType, options, shape } = defOf(schema);
  const inner = innerType ?? from;
  if (inner !== undefined) return withSentence(inner, field);
  if (type === 'string') {
    const forms = [SENTENCE, `https://example.org/${ADDRESS}/`, `https://${ADDRESS}.example.org`];
    return forms
      .map((text) => [field, text] as const)
      .filter(([, text]) => schema.safeParse(text).success)
      .slice(0, 1);
  }
  if (element !== undefined)
    return withSentence(element, `${field}[]`).map(([name, value]) => [name, [value]] as const);
  if (valueType !== undefined)
    return withSentence(valueType, `${field}.en`).map(
      ([name, value]) => [name, { en: value }] as const,
    );
  if (options !== undefined) return options.flatMap((option) => withSentence(option, field));
  return Object.entries(shape ?? {}).flatMap(([key, each]) =>
    withSentence(each, field === '' ? key : `${field}.${key}`).map(
      ([name, value]) => [name, { ...smallest(schema), [key]: value }] as const,
    ),
  );
}

/** A value, and the same with another choice from each closed list: what a text may say can hang on it. */
function variants(schema: z.ZodType, value: unknown): readonly unknown[] {
  const choices = Object.entries(defOf(schema).shape ?? {}).flatMap(([key, each]) =>
    Object.values(defOf(each).entries ?? {}).map((choice) => ({
      ...(value as object),
      [key]: choice,
    })),
  );
  return [value, ...choices];
}

/** The fields that a record of a schema cannot do without. */
function smallest(schema: z.ZodType): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(defOf(schema).shape ?? {})
      .filter(([, each]) => !each.safeParse(undefined).success)
      .map(([key, each]) => [key, small(each)]),
  );
}

function small(schema: z.ZodType): unknown {
  const { type, innerType, options, shape, entries, valueType } = defOf(schema);
  if (entries !== undefined) return Object.values(entries)[0];
  if (innerType !== undefined) return small(innerType);
  if (options !== undefined) return small(options[0] as z.ZodType);
  if (valueType !== undefined) return {};
  if (shape !== undefined) return smallest(schema);
  return (
    ['Quiet', 'bbb', DAY].find((text) => type === 'string' && schema.safeParse(text).success) ??
    'Quiet'
  );
}

const CASES = Object.entries(PLACES).flatMap(([name, { file, hasBody }]) => {
  const schema = SCHEMAS[name] as z.ZodType;
  const matter = withSentence(schema).map(([field, value]) => [
    `${name} · ${field}`,
    file,
    value,
    'Quiet.',
  ]);
  return [
    ...matter,
    ...(hasBody ? [[`${name} · body`, file, smallest(schema), `${SENTENCE}.`]] : []),
    ...(name === 'settings'
      ? []
      : [[`${name} · id`, file.replace('aaa', ADDRESS), smallest(schema), 'Quiet.']]),
  ] as unknown as [string, string, object, string][];
});

async function watched(file: string, value: object, body: string, title = 'Held back') {
  const { content, story, write } = await smallArchive();
  await story(
    'held01',
    { ...openRecord({ title }), hold: true },
    `One day. ${SENTENCE}. It rained.\n`,
  );
  await write('priorities/bbb.yaml', 'name: Quiet\n');
  await write(
    file,
    file.endsWith('.yaml') ? stringify(value) : `---\n${stringify(value)}---\n\n${body}\n`,
  );
  const state = await mkdtemp(join(tmpdir(), 'sentence-'));
  const folder = join(state, 'release');
  const made = await release({
    content,
    store: mediaFolder(join(state, 'media')),
    day: DAY,
    folder,
    mediaCache: join(state, 'cache'),
  });
  if (!made.ok) return made.problems;
  const released = await publicTexts({
    release: folder,
    dist: state,
    packets: new Map(),
    withheld: made.value.withheld,
  });
  const watch = makeWatchList({ entries: made.value.withheld, digests: new Map(), released });
  return withheldIn(watch, `<p>${JSON.stringify(value)} ${file} ${body}</p>`);
}

describe('one withheld sentence stops the build, wherever facilitators write it', () => {
  test('every collection is looked at, and each has a text of its own', () => {
    const schemas = Object.entries(SCHEMAS).filter(
      ([, each]) => typeof each === 'object' && 'def' in each,
    );
    expect(schemas.map(([name]) => name).sort()).toEqual(Object.keys(PLACES).sort());
    expect(CASES.length).toBeGreaterThan(40);
    const fields = CASES.map(([field]) => field);
    for (const field of [
      ...['theme · community_words[]', 'theme · about', 'priority · about.en', 'asset · url'],
      ...['settings · tagline', 'settings · support[].about.en', 'settings · contacts[].value'],
      ...['response · institution', 'response · body', 'exhibition · summary', 'page · id'],
    ])
      expect(fields).toContain(field);
  });

  test.each(CASES)('%s', async (_field, file, value, body) => {
    expect(await watched(file, value, body)).toContain('held01 body');
  });
});

test('what a withheld piece is called may be the name of something else, and a sentence in it is still seen', async () => {
  const title = 'A kettle for Friday';
  expect(await watched('places/aaa.yaml', { name: title, about: 'Quiet.' }, '', title)).toEqual([]);
  const both = { name: title, about: SENTENCE };
  expect(await watched('priorities/aaa.yaml', both, '', title)).toEqual(['held01 body']);
});
