import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { COMMANDS } from '#cli/commands.ts';
import { USES } from '#consent/uses.ts';
import { COPY_FORMAT_NAMES } from '#export/formats.ts';
import { LANGUAGES } from '#i18n/languages.ts';
import { COLLECTION_NAMES } from '#records/collections.ts';

const read = (file: string): string => readFileSync(file, 'utf8');
const CONTRIBUTING = read('CONTRIBUTING.md');

/** What stands under each heading of a recipe. */
const RECIPES: ReadonlyMap<string, string> = new Map(
  (CONTRIBUTING.split('\n## Recipes\n')[1]?.split('\n## ')[0] ?? '')
    .split('\n### ')
    .slice(1)
    .map((part) => [part.split('\n')[0] ?? '', part]),
);
const recipe = (name: string): string => RECIPES.get(name) ?? '';

const isPath = (text: string): boolean =>
  /^(?:src|tests|docs|content|\.ci|\.github)\/|^[\w.-]+\.(?:md|mjs|json)$/.test(text);

/** Every file that a text names, and the names that stand behind it in the same cell of a table. */
function namedIn(text: string): readonly { readonly file: string; readonly name?: string }[] {
  const found: { file: string; name?: string }[] = [];
  for (const line of text.split('\n')) {
    const isRow = line.startsWith('| `');
    const codes = (cell: string) => [...cell.matchAll(/`([^`]+)`/g)].map(([, code = '']) => code);
    const [place = '', ...others] = isRow ? line.split('|').slice(1) : ['', line];
    let file: string | undefined;
    for (const code of codes(place.split('→')[0] ?? '')) {
      if (isPath(code)) {
        file = code;
        found.push({ file });
      } else if (file !== undefined) found.push({ file, name: code });
    }
    for (const code of others.flatMap(codes)) if (isPath(code)) found.push({ file: code });
  }
  return found;
}

const sources = readdirSync('src', { recursive: true, encoding: 'utf8' })
  .filter((name) => /\.(?:ts|astro)$/.test(name))
  .map((name) => join('src', name));
const sourcesWith = (pattern: RegExp): readonly string[] =>
  sources.filter((file) => pattern.test(read(file)));
const notNamed = (name: string, files: readonly string[]): readonly string[] =>
  files.filter((file) => !recipe(name).includes(`\`${file}\``));

test('there are six recipes', () => {
  expect([...RECIPES.keys()]).toEqual([
    'Add an interface language',
    'Add a photo format that goes out',
    'Add a use of consent',
    'Add a collection with a page',
    'Add an export',
    'Add a command',
  ]);
});

describe.each([...RECIPES])('%s', (_name, text) => {
  const named = namedIn(text);

  test('names files that are there', () => {
    expect(named.length).toBeGreaterThan(4);
    expect(named.map(({ file }) => file).filter((file) => !existsSync(file))).toEqual([]);
  });

  test('names tables, types and functions that stand in those files', () => {
    const declared = ({ file, name = '' }: { file: string; name?: string }): boolean =>
      new RegExp(`\\b(?:const|type|interface|class|function) ${name}\\b`).test(read(file));
    const missing = named.filter((each) => each.name !== undefined && !declared(each));
    expect(missing).toEqual([]);
  });

  test('says of each place who tells when it is forgotten', () => {
    const rows = text.split('\n').filter((line) => line.startsWith('| `'));
    expect(rows.length).toBeGreaterThan(4);
    for (const row of rows)
      expect(row.split('|').at(-2), row).toMatch(/compiler|test|audit|nobody|–/);
  });
});

describe('a recipe names every place', () => {
  test('where the last use of consent has a word, a drawing or a rule', () => {
    const last = USES.at(-1) ?? '';
    const places = sourcesWith(new RegExp(`^\\s*'?${last}'?(?::|,$)`, 'm'));
    expect(places.length).toBeGreaterThan(6);
    const inOtherLanguages = /^src\/i18n\/(?!en\/)[a-z-]+\//;
    const found = places.filter((file) => !inOtherLanguages.test(file));
    expect(notNamed('Add a use of consent', found)).toEqual([]);
  });

  test('where a picture that goes out is told by its coding', () => {
    const places = sourcesWith(/^\s*avif:|image\/avif|'avif'|\.avif\b/m).filter(
      // What comes in is known by its bytes and decoded there; and the bytes of a planted control.
      (file) => !/^src\/(?:media\/(?:sniff|decode-photo)|audit\/control-media)\.ts$/.test(file),
    );
    expect(places.length).toBeGreaterThan(5);
    expect(notNamed('Add a photo format that goes out', places)).toEqual([]);
  });

  test('where the collection that it follows is named', () => {
    const places = sourcesWith(/lists\.assets|'assets'|\/assets|^\s*assets[:,]|releasedAssets/m);
    // The files that belong to built pages, and what is drawn on request, are called assets too.
    const others = /^src\/(?:cli\/(?:desk-pages|dev\/astro-dev)|server\/(?:draw|open-desk))\.ts$/;
    const found = places.filter((file) => !others.test(file) && !/i18n\/(?!en)/.test(file));
    expect(found.length).toBeGreaterThan(10);
    expect(notNamed('Add a collection with a page', found)).toEqual([]);
  });
});

describe('what the recipes ask for is done', () => {
  test('every command has a row in the README, and `start` its own', () => {
    const rows = [...read('README.md').matchAll(/^\| `([a-z-]+)/gm)].map(([, name]) => name);
    const named = Object.keys(COMMANDS).filter((name) => name !== 'start');
    expect(named.filter((name) => !rows.includes(name))).toEqual([]);
    expect(read('README.md')).toContain('| `npm start`');
  });

  test('every form of a copy is read back in a test of its own, and is in the row of the command', () => {
    const [row = ''] = /^\| `export .*$/m.exec(read('README.md')) ?? [];
    for (const form of COPY_FORMAT_NAMES) {
      expect(row).toMatch(new RegExp(`\\b${form}\\b`));
      expect(read(`tests/unit/export/${form}.test.ts`)).toContain(`#export/${form}.ts`);
    }
  });

  test('every use and every collection is in the page of the content format', () => {
    const page = read('docs/content-format.md');
    expect(USES.filter((use) => !page.includes(`\`${use}\``))).toEqual([]);
    const inTable = (name: string): boolean =>
      page.includes(name === 'settings' ? '`settings.yaml`' : `\`${name}/<id>`);
    const others = COLLECTION_NAMES.filter((name) => name !== 'stories');
    expect(others.filter((name) => !inTable(name))).toEqual([]);
  });

  test('every collection is in the page for those who write by hand', () => {
    const page = read('content/README.md');
    const folders = COLLECTION_NAMES.filter((name) => name !== 'settings');
    expect(folders.filter((name) => !page.includes(`\`${name}/\``))).toEqual([]);
  });

  test('every interface language has its folder, and a name cut for the menu unless its letters are Latin', () => {
    const missing = Object.entries(LANGUAGES).filter(
      ([tag, { script }]) =>
        !existsSync(join('src/i18n', tag)) ||
        (script !== 'Latn' && !existsSync(`src/styles/letters/name-${tag}.woff2`)),
    );
    expect(missing.map(([tag]) => tag)).toEqual([]);
  });
});
