import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/**
 * The tests fall into two projects. `unit` is what needs no repository of its own, no other program,
 * no built site, no browser and no installed server; `programs` is the rest. Where a file of `tests/unit`
 * belongs is read from what it imports, so that no list has to be kept. Two and no more: each loads the
 * program anew.
 */
export const PROJECTS = ['unit', 'programs'] as const;
export type Project = (typeof PROJECTS)[number];

/** What starts other programs: git, Pagefind, the processes that read media, Astro, Node, a browser. A room ends in a slash. */
export const PROGRAMS: readonly string[] = [
  'node:child_process',
  'pagefind',
  '#build/build.ts',
  '#build/check.ts',
  '#build/draw-site.ts',
  '#build/kept-pages.ts',
  '#cli/',
  '#media/clean-photo.ts',
  '#media/clean-sound.ts',
  '#media/run-job.ts',
  '#search/index-site.ts',
  '#support/browser.ts',
  '#support/desk-page.ts',
  '#support/printed-receipt.ts',
  '#support/run-archive.ts',
  '#support/served-site.ts',
  '#support/small-desk.ts',
  '#support/started.ts',
];

/**
 * What takes long on every machine, the longest first: begun last, one of them would be waited for alone. The
 * rest goes as Vitest orders it, by the time it took here before, or by its size.
 */
export const LONGEST: readonly string[] = [
  'tests/browser/desk-words.test.ts',
  'tests/browser/desk-whole.test.ts',
  'tests/browser/desk-journey.test.ts',
  'tests/browser/every-page.test.ts',
  'tests/build/take-down.test.ts',
  'tests/unit/server/own-drafts.test.ts',
  'tests/build/promises.test.ts',
  'tests/build/every-state.test.ts',
  'tests/browser/drawn-pages.test.ts',
  'tests/build/preview-as-built.test.ts',
  'tests/build/share-killed.test.ts',
];

/** Every test file under `tests`, by the project that runs it. */
export function filesOf(root: string): Readonly<Record<Project, readonly string[]>> {
  const files: Record<Project, string[]> = { unit: [], programs: [] };
  for (const file of globSync('tests/**/*.test.ts', { cwd: root }))
    files[projectOf(file.replaceAll('\\', '/'), readFileSync(join(root, file), 'utf8'))].push(file);
  return files;
}

export function projectOf(file: string, text: string): Project {
  if (!file.startsWith('tests/unit/')) return 'programs';
  const opens = (what: string) => text.includes(`from '${what}${what.endsWith('/') ? '' : "'"}`);
  return PROGRAMS.some(opens) ? 'programs' : 'unit';
}
