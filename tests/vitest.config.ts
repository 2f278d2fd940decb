import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';
import { ClosingLine } from './support/closing-line.ts';

/** `npm test` runs a covering sample; `npm run prove` runs the long matrices too; `npm run mutation` tries the tests themselves. */
export default defineConfig(({ mode }) => ({
  test: {
    include: ['tests/**/*.test.ts'],
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
}));
