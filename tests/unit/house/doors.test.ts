import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';

/**
 * Which rooms each room may open (src/README.md). Reads the import strings of every .ts and .astro
 * file, because a tool that cannot read .astro would miss the very files that draw what was released.
 */
const MAY_OPEN: Readonly<Record<string, readonly string[]>> = {
  consent: [],
  records: ['consent'],
  media: [],
  release: ['consent', 'records', 'media'],
  search: ['consent', 'release'],
  audit: [],
  deploy: ['release'],
  register: ['consent', 'records'],
  fingerprints: [],
  history: ['fingerprints', 'release', 'gateway'],
  // The closed lists that every language must have words for, as types.
  i18n: ['consent', 'records'],
  cms: ['consent', 'records', 'i18n'],
  time: ['consent', 'release', 'i18n'],
  gateway: ['consent', 'records', 'media', 'release', 'deploy', 'register', 'i18n', 'time'],
  components: ['consent', 'release', 'search', 'i18n', 'styles'],
  layouts: ['release', 'i18n', 'styles', 'components'],
  // The uses of the consent grid, in their order.
  pages: ['consent', 'release', 'i18n', 'styles', 'components', 'layouts'],
  styles: [],
  cli: [
    'cms',
    'consent',
    'records',
    'media',
    'release',
    'search',
    'audit',
    'deploy',
    'register',
    'fingerprints',
    'history',
    'gateway',
    'i18n',
    'time',
  ],
  'content.config.ts': ['release'],
};

/** What pages and components may take: what was let out, never the door or the index maker. */
const RELEASED_ONLY = new Set([
  '#release/released.ts',
  '#release/shelf.ts',
  '#release/addresses.ts',
  '#release/ai-choice.ts',
  '#release/words.ts',
  '#release/document-html.ts',
  '#search/ask.ts',
  '#search/excerpt.ts',
]);

/** Packages that a pure or browser-safe room may use. */
const PACKAGES: Readonly<Record<string, readonly string[]>> = {
  consent: [],
  // Of a piece that comes down the record is read as YAML without the schema (`last-known.ts`).
  // Which language tags are registered is told by the register of IANA, as data.
  records: [
    ...['astro/zod', 'yaml'],
    ...['language', 'region', 'script', 'variant'].map(
      (subtag) => `language-subtag-registry/data/json/${subtag}.json`,
    ),
  ],
};

interface Import {
  readonly file: string;
  readonly room: string;
  readonly from: string;
}

const imports = sourceFiles('src').flatMap(importsOf);

function sourceFiles(folder: string): string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => /\.(ts|astro|mjs|js)$/.test(name))
    .map((name) => join(folder, name));
}

function importsOf(file: string): Import[] {
  const text = readFileSync(file, 'utf8');
  const room = file.split('/')[1] ?? '';
  const strings = text.matchAll(
    /(?:^|\n)\s*(?:import|export)\b[^'"\n;]*?(?:\n[^'";]*?)*?\bfrom\s*['"]([^'"]+)['"]|import\s*\(?\s*['"]([^'"]+)['"]/g,
  );
  return [...strings].map((match) => ({ file, room, from: match[1] ?? match[2] ?? '' }));
}

describe('the doors between rooms', () => {
  test('there are rooms to look at, and .astro files among them', () => {
    expect(imports.length).toBeGreaterThan(100);
    expect(imports.some(({ file }) => file.endsWith('.astro'))).toBe(true);
  });

  test('every room is on the map', () => {
    const rooms = readdirSync('src').filter((name) => !/^(README\.md|env\.d\.ts)$/.test(name));
    expect(rooms.filter((room) => !(room in MAY_OPEN))).toEqual([]);
  });

  test('rooms open only the rooms they may', () => {
    const wrong = imports.filter(({ room, from }) => {
      const other = /^#([a-z0-9]+)\//.exec(from)?.[1];
      return other !== undefined && !(MAY_OPEN[room] ?? []).includes(other);
    });
    expect(wrong).toEqual([]);
  });

  test('inside a room files are named ./file, and nothing climbs with ../', () => {
    const wrong = imports.filter(
      ({ room, from }) => from.includes('../') || from.startsWith(`#${room}/`),
    );
    expect(wrong).toEqual([]);
  });

  test('pages, layouts and components take only what was released', () => {
    const wrong = imports.filter(
      ({ room, from }) =>
        ['pages', 'layouts', 'components'].includes(room) &&
        /^#(release|search)\//.test(from) &&
        !RELEASED_ONLY.has(from),
    );
    expect(wrong).toEqual([]);
  });

  test('only the shelf and the collections read Astro content', () => {
    const readers = imports.filter(({ from }) => from === 'astro:content').map(({ file }) => file);
    const allowed = ['src/content.config.ts', 'src/release/shelf.ts'];
    expect(readers.filter((file) => !allowed.includes(file) && !/\.astro$/.test(file))).toEqual([]);
    const collecting = sourceFiles('src').filter((file) =>
      /\bgetCollection\b|\bgetEntry\(/.test(readFileSync(file, 'utf8')),
    );
    expect(collecting).toEqual(['src/release/shelf.ts']);
  });

  test('consent imports nothing and records only the schema library, YAML and the register of languages', () => {
    const wrong = imports.filter(
      ({ room, from }) =>
        room in PACKAGES &&
        !from.startsWith('.') &&
        !from.startsWith('#') &&
        !PACKAGES[room]?.includes(from),
    );
    expect(wrong).toEqual([]);
  });

  test('the clock, the environment and the console stay in mains, settings and printers', () => {
    const pure = sourceFiles('src').filter((file) => !/^src\/(cli|gateway|media)\//.test(file));
    const uses = pure.filter((file) =>
      /\bDate\.now\(|new Date\(\)|\bconsole\./.test(withoutComments(file)),
    );
    expect(uses).toEqual([]);
    const environment = sourceFiles('src').filter((file) =>
      /process\.env/.test(withoutComments(file)),
    );
    expect(
      environment.filter(
        (file) =>
          !/^src\/(cli\/|release\/release-folder\.ts$|media\/|gateway\/git\.ts$)/.test(file),
      ),
    ).toEqual([]);
  });
});

function withoutComments(file: string): string {
  return readFileSync(file, 'utf8').replace(/\/\*[\s\S]*?\*\/|\/\/[^\n]*/g, '');
}
