import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/**
 * The tests fall into five projects. `unit` is what needs no repository of its own, no other program,
 * no built site, no browser and no installed server; a file of `tests/unit` that opens one of these is
 * in `rooms`. Where a file belongs is read from what it imports, so that no list has to be kept.
 */
export const PROJECTS = ['unit', 'rooms', 'attack', 'build', 'browser'] as const;
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

/** Every test file under `tests`, by the project that runs it. */
export function filesOf(root: string): Readonly<Record<Project, readonly string[]>> {
  const files: Record<Project, string[]> = {
    unit: [],
    rooms: [],
    attack: [],
    build: [],
    browser: [],
  };
  for (const file of globSync('tests/**/*.test.ts', { cwd: root }))
    files[projectOf(file.replaceAll('\\', '/'), readFileSync(join(root, file), 'utf8'))].push(file);
  return files;
}

export function projectOf(file: string, text: string): Project {
  const [, folder = ''] = file.split('/');
  if (folder !== 'unit') return PROJECTS.find((each) => each === folder) ?? 'rooms';
  const opens = (what: string) => text.includes(`from '${what}${what.endsWith('/') ? '' : "'"}`);
  if (opens('#support/browser.ts')) return 'browser';
  return PROGRAMS.some(opens) ? 'rooms' : 'unit';
}
