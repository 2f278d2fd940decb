import { mkdtemp, mkdir, readFile, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { writeEditor } from '#cli/editor.ts';
import { deskLists } from '#cms/desk-lists.ts';
import type { Field } from '#cms/fields.ts';
import { hostedConfig } from '#cms/hosted-config.ts';
import { hosted } from '#records/hosted.ts';

const SETTINGS = hosted.parse({
  ...{ backend: 'gitlab', repository: 'our-group/archive', application: '0123456789abcdef' },
});
const config = hostedConfig(await deskLists('content'), SETTINGS);

/** The widgets that Decap brings and that need no server of ours. */
const STOCK = [
  'string',
  'text',
  'select',
  'boolean',
  'datetime',
  'object',
  'list',
  'image',
  'file',
];

const everyField = (fields: readonly Field[]): readonly Field[] =>
  fields.flatMap((field) => [field, ...everyField((field['fields'] ?? []) as readonly Field[])]);

const fields = config.collections.flatMap((collection) =>
  everyField(collection.fields ?? collection.files?.flatMap((file) => [...file.fields]) ?? []),
);

test('no field asks a server that is not there', () => {
  expect(
    [...new Set(fields.map(({ widget }) => widget))].filter((each) => !STOCK.includes(each)),
  ).toEqual([]);
});

test('drafts always, a new story is on hold, nothing is deleted, and a loose upload lies where nothing is read', () => {
  expect(config['publish_mode']).toBe('editorial_workflow');
  expect(fields.find(({ name }) => name === 'hold')?.['default']).toBe(true);
  const folders = config.collections.filter(({ files }) => files === undefined);
  expect(folders.map((each) => each['delete'])).toEqual(folders.map(() => false));
  expect(config['media_folder']).toBe('loose');
  expect(config['show_preview_links']).toBe(false);
});

test('neither an address nor a line of the history holds a title', () => {
  expect(config.collections.find(({ name }) => name === 'stories')?.['slug']).not.toMatch(
    /slug|title/,
  );
  expect(JSON.stringify(config['backend'])).not.toMatch(/\{\{(?!collection)/);
});

test.each([
  { backend: 'github', repository: 'our-group/archive' },
  { backend: 'github', repository: 'our-group/archive', sign_in: 'http://proxy.example' },
  {
    backend: 'github',
    repository: 'our-group/archive',
    sign_in: 'https://proxy.example',
    secret: 'x',
  },
  { backend: 'gitlab', repository: '../archive', application: '0123456789abcdef' },
  { backend: 'gitlab', repository: 'our-group/archive' },
  { backend: 'git-gateway', repository: 'our-group/archive', branch: 'main' },
])('settings that say too little, or a secret, are refused: %j', (settings) => {
  expect(hosted.safeParse(settings).success).toBe(false);
});

test('the editor is written as files for the settings of an archive, and not without them or over another folder', async () => {
  const home = await mkdtemp(join(tmpdir(), 'hosted-'));
  const content = join(home, 'content');
  const out = join(home, 'out');
  await mkdir(content);
  const settings = join(content, 'settings.yaml');
  await writeFile(settings, 'name: Test\n');
  expect((await writeEditor({ content, out })).exit).toBe(1);
  await writeFile(settings, `name: Test\ncms: ${JSON.stringify(SETTINGS)}\n`);
  expect((await writeEditor({ content, out })).exit).toBe(0);
  const made = JSON.parse(await readFile(join(out, 'admin', 'config.json'), 'utf8')) as object;
  expect(made).toMatchObject({ backend: { name: 'gitlab', repo: 'our-group/archive' } });
  const headers = await readFile(join(out, '_headers'), 'utf8');
  expect(headers).toContain("connect-src 'self' https://gitlab.com blob:");
  expect((await writeEditor({ content, out })).exit).toBe(1);
});
