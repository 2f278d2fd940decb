import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';
import { filesOf, PROJECTS } from './projects.ts';
import { ClosingLine } from './support/closing-line.ts';

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
      // Nothing is shared in `unit`, so its files need no process of their own and load the program
      // once. Processes, not threads: a thread has another stack, and what is too deep to be read is
      // told by it.
      ...(name === 'unit' ? { isolate: false } : {}),
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
      globalSetup: fileURLToPath(new URL('./support/run-folder.ts', import.meta.url)),
      // Builds and browsers are real, so a test may take minutes on a slow machine.
      testTimeout: mode === 'prove' ? 7_200_000 : 300_000,
      hookTimeout: 600_000,
      maxWorkers: 2,
      reporters: ['default', new ClosingLine()],
    },
  };
});
