import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, test } from 'vitest';

/**
 * Which rooms each room may open (src/README.md): only rooms that stand above it in this list. Reads
 * the import strings of every .ts and .astro file, because a tool that cannot read .astro would miss
 * the very files that draw what was released.
 */
const MAY_OPEN: Readonly<Record<string, readonly string[]>> = {
  consent: [],
  media: [],
  // The rules by which a media file is refused, as a type.
  records: ['consent', 'media'],
  // The closed lists that every language must have words for, as types.
  i18n: ['consent', 'records'],
  repository: ['consent', 'records', 'media'],
  // The media store lies in its folder.
  state: ['records', 'media', 'repository'],
  release: ['consent', 'records', 'media', 'repository'],
  search: ['consent', 'records', 'release'],
  // A proof should not lean on what it proves.
  audit: [],
  register: ['consent', 'records', 'i18n', 'repository', 'release'],
  schedule: ['consent', 'records', 'i18n', 'media', 'repository', 'state', 'release', 'register'],
  blocklist: ['consent', 'records', 'media', 'repository', 'state', 'release', 'register'],
  // What is hidden names the use that was taken back, as a type.
  hosting: ['consent', 'records', 'repository', 'state', 'release', 'search'],
  withdrawal: [
    ...['consent', 'records', 'i18n', 'media', 'repository', 'state', 'release', 'register'],
    ...['schedule', 'blocklist', 'hosting'],
  ],
  build: [
    ...['consent', 'records', 'i18n', 'media', 'repository', 'state', 'release', 'search'],
    ...['audit', 'schedule', 'blocklist', 'hosting'],
  ],
  intake: ['consent', 'records', 'i18n', 'media', 'repository', 'state', 'release', 'blocklist'],
  // Who has a copy is written down by whoever asks for it.
  export: ['consent', 'records', 'repository', 'state', 'release', 'audit', 'blocklist', 'hosting'],
  backup: ['media', 'state', 'register', 'blocklist', 'hosting'],
  // The kinds of file that may be chosen.
  cms: ['consent', 'records', 'i18n', 'media'],
  // A language's own name is cut from its letters.
  styles: ['i18n'],
  components: ['consent', 'release', 'search', 'i18n', 'styles'],
  layouts: ['release', 'i18n', 'styles', 'components'],
  // The uses of the consent grid, in their order.
  pages: ['consent', 'release', 'i18n', 'styles', 'components', 'layouts'],
  // Pages drawn on request by the same components: what they say comes to them, so they open no more.
  desk: ['consent', 'release', 'i18n', 'styles', 'components', 'layouts'],
  // The commands it builds with are handed to it by `cli`.
  server: [
    ...['consent', 'records', 'i18n', 'media', 'repository', 'state', 'release', 'audit'],
    ...['register', 'schedule', 'hosting', 'withdrawal', 'build', 'intake', 'components', 'desk'],
    // Results for whoever has no script.
    ...['search'],
  ],
  cli: [
    ...['consent', 'records', 'i18n', 'media', 'repository', 'state', 'release', 'search', 'audit'],
    ...['register', 'schedule', 'blocklist', 'hosting', 'withdrawal', 'build', 'intake', 'export'],
    ...['backup', 'cms', 'server', 'desk'],
  ],
};

/** What still climbs, and from where: this list may only become shorter. */
const CLIMBS_LEFT: readonly string[] = [];

/** Files that lead back to themselves: this list may only become shorter. */
const CIRCLES_LEFT: readonly string[] = [];

/** What pages and components may take: what was let out, never the door or the index maker. */
const RELEASED_ONLY = new Set([
  '#release/released.ts',
  '#release/queries.ts',
  '#release/list-order.ts',
  '#release/addresses.ts',
  '#release/card.ts',
  '#release/ai-choice.ts',
  '#release/story-pages.ts',
  '#release/sitemap.ts',
  '#release/words.ts',
  '#release/document-html.ts',
  '#search/ask.ts',
  '#search/engine.ts',
  '#search/excerpt.ts',
  '#search/find-pages.ts',
  '#search/load-word-list.ts',
  '#search/words-meant.ts',
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

function roomIn(from: string): string | undefined {
  return /^#([a-z0-9]+)\//.exec(from)?.[1];
}

/** The file that an import string names, as a path from the top of the project. */
function fileAt(file: string, from: string): string {
  return from.startsWith('#') ? join('src', from.slice(1)) : join(dirname(file), from);
}

/** Each set of files that can be reached from one another, as one line. */
function circles(): string[] {
  const opens = new Map<string, string[]>();
  for (const { file, from } of imports)
    if (/^[.#]/.test(from)) opens.set(file, [...(opens.get(file) ?? []), fileAt(file, from)]);
  const reached = new Map([...opens.keys()].map((file) => [file, reachedFrom(file, opens)]));
  const sets = [...reached]
    .filter(([file, all]) => all.has(file))
    .map(([file, all]) =>
      [...all]
        .filter((other) => reached.get(other)?.has(file))
        .sort()
        .join(' '),
    );
  return [...new Set(sets)];
}

function reachedFrom(file: string, opens: ReadonlyMap<string, readonly string[]>): Set<string> {
  const all = new Set<string>();
  const next = [...(opens.get(file) ?? [])];
  for (let one = next.pop(); one !== undefined; one = next.pop()) {
    if (all.has(one)) continue;
    all.add(one);
    next.push(...(opens.get(one) ?? []));
  }
  return all;
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

  test('a room stands below every room that it opens', () => {
    const order = Object.keys(MAY_OPEN);
    for (const [room, opened] of Object.entries(MAY_OPEN))
      for (const other of opened) expect(order.indexOf(other)).toBeLessThan(order.indexOf(room));
    for (const one of ['withdrawal', 'build', 'intake', 'export'])
      for (const other of ['withdrawal', 'build', 'intake', 'export'])
        expect(MAY_OPEN[one]).not.toContain(other);
  });

  test('rooms open only the rooms they may', () => {
    const wrong = imports.filter(({ room, from }) => {
      const other = roomIn(from);
      return other !== undefined && other !== room && !(MAY_OPEN[room] ?? []).includes(other);
    });
    expect(wrong.map(({ file, from }) => `${file} ${from}`).sort()).toEqual(
      [...CLIMBS_LEFT].sort(),
    );
  });

  test('in one folder files are named ./file, elsewhere #room/file, and nothing climbs with ../', () => {
    const wrong = imports.filter(
      ({ file, from }) =>
        from.includes('../') ||
        (from.startsWith('#') && dirname(fileAt(file, from)) === dirname(file)),
    );
    expect(wrong).toEqual([]);
  });

  test('no file leads back to itself', () => {
    expect(circles().sort()).toEqual([...CIRCLES_LEFT].sort());
  });

  test('pages, layouts and components take only what was released', () => {
    const wrong = imports.filter(
      ({ room, from }) =>
        ['pages', 'layouts', 'components', 'desk'].includes(room) &&
        /^#(release|search)\//.test(from) &&
        !RELEASED_ONLY.has(from),
    );
    expect(wrong).toEqual([]);
  });

  test('nothing is read through Astro’s collections, which keep what they read', () => {
    expect(imports.filter(({ from }) => from === 'astro:content')).toEqual([]);
    expect(readdirSync('src').filter((name) => /^content\.config\./.test(name))).toEqual([]);
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
    const pure = sourceFiles('src').filter(
      (file) => !/^src\/(build|cli|hosting|intake|media|server|state|withdrawal)\//.test(file),
    );
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
          !/^src\/(cli\/|release\/release-folder\.ts$|media\/|repository\/git\.ts$|state\/(state|archive-id)\.ts$|blocklist\/blocklist-file\.ts$|build\/environment\.ts$)/.test(
            file,
          ),
      ),
    ).toEqual([]);
  });
});

function withoutComments(file: string): string {
  return readFileSync(file, 'utf8').replace(/\/\*[\s\S]*?\*\/|\/\/[^\n]*/g, '');
}
