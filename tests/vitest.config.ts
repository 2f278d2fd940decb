import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';
import { filesOf, PROJECTS } from './projects.ts';
import { ClosingLine } from './support/closing-line.ts';
import { LongestFirst } from './support/longest-first.ts';

const support = (file: string): string =>
  fileURLToPath(new URL(`./support/${file}`, import.meta.url));

/** `npm test` runs a covering sample; `npm run prove` runs the long matrices too; `npm run mutation` tries the tests themselves. */
export default defineConfig(({ mode }) => {
  const root = fileURLToPath(new URL('..', import.meta.url));
  const files = filesOf(root);
  const projects = PROJECTS.map((name) => ({
    extends: true as const,
    root,
    test: {
      name,
      include: [...files[name]],
    },
  }));
  return {
    test: {
      projects,
      env: {
        ...(mode === 'prove' ? { PROVE: '1' } : {}),
        // Tests run the command hundreds of times; what Node compiled once need not be compiled again.
        NODE_COMPILE_CACHE: fileURLToPath(new URL('../node_modules/.cache/node', import.meta.url)),
      },
      globalSetup: support('run-folder.ts'),
      setupFiles: support('own-environment.ts'),
      // Files share a process and load the program once; each leaves the environment as it was. Not
      // threads: a thread has another stack, and what is too deep to be read is told by it.
      isolate: false,
      sequence: { sequencer: LongestFirst },
      // Each git that is started costs the more the more memory the process has that starts it.
      execArgv: ['--max-semi-space-size=8'],
      // Builds and browsers are real, so a test may take minutes on a slow machine.
      testTimeout: mode === 'prove' ? 7_200_000 : 300_000,
      hookTimeout: 600_000,
      expect: { poll: { timeout: 120_000 } },
      maxWorkers: 2,
      reporters: ['default', new ClosingLine()],
    },
  };
});
