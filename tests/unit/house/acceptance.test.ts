import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';

/** The board's table in src/consent/README.md, held against the tests it names. */
const ROW = /^\| (A\d\d) +\| (.+?) +\| (.+?) +\|$/gm;
const IDS = Array.from({ length: 42 }, (_, at) => `A${String(at + 1).padStart(2, '0')}`);

const rows = [...readFileSync('src/consent/README.md', 'utf8').matchAll(ROW)].map(
  ([, id = '', what = '', where = '']) => ({ id, what, where }),
);

/** The words of every `test(` and `describe(` in a file, however its lines are broken. */
function namesIn(file: string): readonly string[] {
  const text = readFileSync(file, 'utf8');
  const calls = text.matchAll(
    /\b(?:test|describe)(?:\.\w+(?:\((?:[^()]|\([^()]*\))*\))?)*\(\s*(['"`])((?:(?!\1)[\s\S])*)\1/g,
  );
  return [...calls].map(([, , name = '']) => name);
}

test('every acceptance test of the consent model is in the table, once and in order', () => {
  expect(rows.map(({ id }) => id)).toEqual(IDS);
});

describe.each(rows)('$id', ({ id, where }) => {
  const files = [...where.matchAll(/`(tests\/[^`]+)`/g)].map(([, file = '']) => file);

  test('names a test of that name, or says why a machine cannot show it', () => {
    if (files.length === 0) return expect(where).toMatch(/^Not by a machine: .{20,}/);
    for (const file of files) {
      expect(existsSync(file), file).toBe(true);
      expect(
        namesIn(file).filter((name) => name.includes(id)),
        file,
      ).not.toEqual([]);
    }
  });
});
