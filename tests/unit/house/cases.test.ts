import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';

/** Faults that people reported, one folder each, with a table of what is right: kept outside the project. */
const CASES = '../shared/cases';
const ROW = /^\| `([\w-]+)/gm;

describe.skipIf(!existsSync(CASES))('reported faults', () => {
  const rows = (): readonly string[] => [
    ...[...readFileSync(join(CASES, 'README.md'), 'utf8').matchAll(ROW)].map(([, row = '']) => row),
    ...readdirSync(CASES, { withFileTypes: true })
      .filter((entry) => entry.isDirectory())
      .map(({ name }) => name),
  ];

  test('each has a test that begins with the name of its folder', () => {
    const tests = readdirSync('tests', { recursive: true, encoding: 'utf8' })
      .filter((file) => file.endsWith('.test.ts'))
      .map((file) => readFileSync(join('tests', file), 'utf8'))
      .join('\n');
    const named = new Set(
      [...tests.matchAll(/['"`]([\w-]+)(?:\/[\w.-]+)?['"`:]/g)].map(([, name]) => name),
    );
    expect(rows().length).toBeGreaterThan(0);
    expect(rows().filter((row) => !named.has(row))).toEqual([]);
  });
});
