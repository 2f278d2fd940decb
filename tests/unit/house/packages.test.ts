import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { type WrittenScript, SCRIPTS, typefaceFile } from '#i18n/scripts.ts';

interface Manifest {
  readonly dependencies: Record<string, string>;
  readonly optionalDependencies: Record<string, string>;
  readonly devDependencies: Record<string, string>;
  readonly overrides: Record<string, Record<string, string>>;
}

interface Locked {
  readonly name?: string;
  readonly dev?: boolean;
  readonly devOptional?: boolean;
  readonly os?: readonly string[];
  readonly dependencies?: Record<string, string>;
}

const read = (file: string): string => readFileSync(file, 'utf8');
const manifest = JSON.parse(read('package.json')) as Manifest;
const locked = Object.entries(
  (JSON.parse(read('package-lock.json')) as { packages: Record<string, Locked> }).packages,
).filter(([place]) => place !== '');

/** It takes the place of what a package asks for and nothing here ever opens. */
const NOTHING = 'npm:@favware/skip-dependency@1.2.2';

describe('what runs the archive', () => {
  const opened = new Map([
    ...['astro.config.mjs', ...filesIn('src')].flatMap((file) =>
      packagesIn(read(file)).map((name) => [name, file] as const),
    ),
    ...receiptTypefaces().map((name) => [name, 'src/i18n/scripts.ts'] as const),
  ]);

  test('needs no package that is there for development alone', () => {
    const missing = [...opened].filter(([name]) => !(name in manifest.dependencies));
    expect(missing).toEqual([]);
  });

  test('has no package that nothing in it opens', () => {
    expect(Object.keys(manifest.dependencies).filter((name) => !opened.has(name))).toEqual([]);
  });

  test('has no package whose reason src/README.md does not give, in one line each', () => {
    const table = read('src/README.md').split('## Which packages')[1]?.split('\n## ')[0] ?? '';
    const named = table
      .split('\n')
      .filter((line) => line.startsWith('| `'))
      .flatMap((line) => [...(line.split('|')[1] ?? '').matchAll(/`([^`]+)`/g)].map((m) => m[1]));
    const needed = { ...manifest.dependencies, ...manifest.optionalDependencies };
    expect(named.sort()).toEqual(Object.keys(needed).sort());
  });

  test('stays light: what comes with it is counted', () => {
    const own = locked.filter(([, of]) => !of.dev && !of.devOptional && of.os === undefined);
    // 347 today, some thousand with all that Decap is built from; raise it only for what is needed.
    expect(own.length).toBeLessThanOrEqual(350);
  });
});

describe('what a package asks for and nothing here opens', () => {
  test('is left out by one empty package, and by nothing else', () => {
    const instead = Object.values(manifest.overrides).flatMap((of) => Object.values(of));
    expect([...new Set(instead)]).toEqual([NOTHING]);
  });

  test('is all that Decap is built from: only its finished file is served', () => {
    const decap = locked.find(([place]) => place === 'node_modules/decap-cms')?.[1];
    expect(Object.keys(manifest.overrides['decap-cms'] ?? {}).sort()).toEqual(
      Object.keys(decap?.dependencies ?? {}).sort(),
    );
  });
});

test.each([
  ['node-', ['linux-arm64', 'linux-x64', 'win-x64']],
  ['@seydx/node-av-', ['darwin-arm64', 'linux-arm64', 'linux-x64', 'win32-x64-msvc']],
  ['@img/sharp-', ['darwin-arm64', 'linux-arm64', 'linux-x64', 'win32-x64']],
  ['@pagefind/', ['darwin-arm64', 'linux-arm64', 'linux-x64', 'windows-x64']],
  ['@rolldown/binding-', ['darwin-arm64', 'linux-arm64-gnu', 'linux-x64-gnu', 'win32-x64-msvc']],
])('every kind of machine finds its own %s* in the lockfile', (family, kinds) => {
  const places = locked.map(([place]) => place);
  const missing = kinds.filter((kind) => !places.includes(`node_modules/${family}${kind}`));
  expect(missing).toEqual([]);
});

function filesIn(folder: string): readonly string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => /\.(?:ts|mjs|astro|mdx)$/.test(name) && !name.endsWith('.d.ts'))
    .map((name) => join(folder, name));
}

/** A receipt brings its letters; those of the site were cut by hand and lie in `styles/letters`. */
function receiptTypefaces(): readonly string[] {
  return Object.values<WrittenScript>(SCRIPTS).flatMap(({ onPaper, letters }) =>
    onPaper === 'every machine has them' ? [] : [nameOf(typefaceFile(onPaper.letters ?? letters))],
  );
}

/** The packages that a file opens: by import, or by a path that is resolved. */
function packagesIn(source: string): readonly string[] {
  return OPENS.flatMap(([pattern, put]) =>
    [...source.matchAll(pattern)].map((match) => nameOf(put.replace('*', match[1] ?? ''))),
  );
}

/** Built-in modules and those of Astro (`node:`, `astro:`) are no packages; names of ours begin with `.` or `#`. */
const OPENS = [
  [/(?:^|[;}\s])(?:from|import) '([@a-z][\w@/.-]*)'/gm, '*'],
  [/\bimport\('([@a-z][\w@/.-]*)'\)/g, '*'],
  [/\bcreateRequire\([^()]*\)\.resolve\('([@a-z][\w@/.-]*)'\)/g, '*'],
] as const;

/** `@scope/name/file` is of the package `@scope/name`. */
function nameOf(path: string): string {
  return path
    .split('/')
    .slice(0, path.startsWith('@') ? 2 : 1)
    .join('/');
}
