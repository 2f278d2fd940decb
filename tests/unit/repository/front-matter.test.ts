import { describe, expect, test } from 'vitest';
import { readFrontMatter, readYaml } from '#repository/front-matter.ts';

const tooMuch = {
  ok: false,
  problem: {
    ...{ file: 'a.md', field: undefined, rule: 'too-much' },
    what: 'This record holds more, or has groups deeper within each other, than the archive reads.',
    next: 'Put back an earlier version of it, or make several records of it. It was not read.',
  },
};
const letters = (count: number) => `---\ntitle: a\n---\n`.padEnd(count, 'x');
const lists = (depth: number) => `${'['.repeat(depth)}${']'.repeat(depth)}`;

describe('a record that holds more than any could', () => {
  test('is told as too much, and its words are not read either', () => {
    expect(readFrontMatter(letters(2_000_000), 'a.md').ok).toBe(true);
    expect(readFrontMatter(letters(2_000_001), 'a.md')).toEqual(tooMuch);
  });

  test.each([
    ['entries', `themes: [${'a,'.repeat(51_000)}a]\n`],
    ['lists within each other', `themes: ${lists(3_000)}\n`],
  ])('is told as too much for its %s', (_name, yaml) => {
    expect(readYaml(yaml, 'a.md')).toEqual(tooMuch);
  });
});

describe('YAML that a reader could only guess at', () => {
  test.each([
    ['a list that goes on where its line began', 'a: [b,\nc]\n', 2],
    ['a text that goes on where its line began', 'a: "x\ny"\n', 1],
    ['a tab for a space', 'a:\n\t- b\n', 2],
    ['a bracket too many', 'a: {b: c}}\n', 1],
    ['a type of its own', 'a: !odd b\n', 1],
    ['a key that stands twice', 'a: b\nc:\n  d: 1\n  d: 2\n', 4],
    ['a name for a value that is not there', 'a: *b\n', 1],
  ])('is told by its line: %s', (_name, yaml, line) => {
    expect(readYaml(yaml, 'a.md')).toMatchObject({
      problem: { field: `line ${line}`, rule: 'not-yaml' },
    });
  });

  test('is not a key that is a list, nor the same key in two groups', () => {
    expect(readYaml('[a]: 1\n[b]: 2\n', 'a.md')).toMatchObject({ ok: true });
    expect(readYaml('a: { x: 1 }\nb: { x: 1 }\n', 'a.md')).toMatchObject({ ok: true });
  });
});

test('the reader of YAML prints nothing of what a record says, whatever is used as a key', async () => {
  const printed: string[] = [];
  const hear = ({ message }: Error) => void printed.push(message);
  process.on('warning', hear);
  readYaml('? {my SECRET: 1}\n: y\n', 'a.md');
  await new Promise((done) => setImmediate(done));
  process.off('warning', hear);
  expect(printed).toEqual([]);
});
