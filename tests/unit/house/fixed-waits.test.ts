import { globSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';

/**
 * A wait of a fixed length is too short on a busy machine and too long on every other. A test waits for
 * the thing itself: `until` (tests/support/until.ts), `expect.poll`, what Playwright waits for, or
 * `frames` where nothing is to happen.
 */
const WAITS = /\bwaitForTimeout\(|\bsetTimeout\b/;

/** Why a file may wait all the same. */
const MAY_WAIT: Readonly<Record<string, string>> = {
  'tests/support/until.ts': 'the pause between two askings',
  'tests/support/ask-page.ts': 'the same, inside a page',
  'tests/build/desk-killed.test.ts':
    'a desk is killed at a moment of chance, whatever it does then',
  'tests/build/share-killed.test.ts':
    'a desk is killed at a moment of chance, whatever it does then',
  'tests/unit/media/stubborn-job.ts': 'stands for work that is slow',
  'tests/attack/bodies.test.ts': 'puts a clock of its own in place of the real one',
};

/** A time limit of a test's own, shorter than those of all: the machine may be ten times slower than this one. */
const LIMIT = /\btimeout: (\d[\d_]*)|^\s*\}, (\d[\d_]*)\);/gm;
const SHORTEST = 120_000;

const FILES = globSync('tests/**/*.ts', { exclude: ['tests/bench/**'] })
  .map((file) => file.replaceAll('\\', '/'))
  .filter((file) => file !== 'tests/unit/house/fixed-waits.test.ts');

const textsOf = (files: readonly string[]) =>
  files.map((file) => [file, readFileSync(file, 'utf8')] as const);

const hasShortLimit = (text: string): boolean =>
  [...text.matchAll(LIMIT)].some(
    ([, limit, last]) => Number((limit ?? last ?? '').replaceAll('_', '')) < SHORTEST,
  );

describe('no test', () => {
  test('waits for a time, but those that have a reason', () => {
    const waiting = textsOf(FILES).flatMap(([file, text]) => (WAITS.test(text) ? [file] : []));
    expect(waiting.toSorted()).toEqual(Object.keys(MAY_WAIT).toSorted());
  });

  test('gives up sooner than all do', () => {
    const short = textsOf(FILES).flatMap(([file, text]) => (hasShortLimit(text) ? [file] : []));
    expect(short).toEqual([]);
  });

  test.each([
    ['await page.waitForTimeout(300);', true, false],
    ["import { setTimeout as wait } from 'node:timers/promises';", true, false],
    ['await new Promise((done) => setTimeout(done, 50));', true, false],
    ['context.setDefaultTimeout(150_000);', false, false],
    ['await box.click({ timeout: 2_000 });', false, true],
    ['test("x", () => {\n}, 30_000);', false, true],
    ['test("x", () => {\n}, 1_800_000);', false, false],
  ])('is passed over: %s', (text, waits, gaveUp) => {
    expect([WAITS.test(text), hasShortLimit(text)]).toEqual([waits, gaveUp]);
  });
});
