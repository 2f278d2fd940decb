import { describe, expect, onTestFinished, test } from 'vitest';
import { RECORD_LIMITS } from '#records/limits.ts';
import { parseDocument } from 'yaml';
import { editFrontMatter } from '#repository/edit-front-matter.ts';
import { plainAliases } from '#repository/plain-aliases.ts';
import { recordForm, recordText } from '#repository/record-text.ts';

const file = (record: string, words = 'Words.\n'): string => `---\n${record}---\n${words}`;
/** The file with `hold: true` put into its record. */
const withHold = (text: string): string | undefined =>
  editFrontMatter(text, (record) => record.set('hold', true));

describe('a change in the record at the top of a file', () => {
  test('leaves the words, the comments and the order of the keys as they were', () => {
    const long = `title: ${'Bread and '.repeat(30)}tea`;
    const words = '---\nhold: false\n---\r\n\n *a*';
    expect(withHold(file(`# ours\n${long}\nhold: false # ask\nlanguage: en\n`, words))).toBe(
      file(`# ours\n${long}\nhold: true # ask\nlanguage: en\n`, words),
    );
  });

  test.each([
    [
      'with spaces behind its lines',
      '--- \t\na: b\n---\t\nW',
      '--- \t\na: b\nhold: true\n---\t\nW',
    ],
    ['with other line ends', '---\r\na: b\r\n---\r\nW', '---\r\na: b\nhold: true\n---\r\nW'],
    ['that ends with the file', '---\na: b\n---', '---\na: b\nhold: true\n---'],
    ['with hyphens in it', '---\na: b---\n---\nW', '---\na: b---\nhold: true\n---\nW'],
    [
      'of words that look like days and answers',
      '---\na: yes\nb: 2026-06-01\n---\n',
      '---\na: yes\nb: 2026-06-01\nhold: true\n---\n',
    ],
  ])('is made in one %s', (_name, before, after) => {
    expect(withHold(before)).toBe(after);
  });

  test.each([
    ['there is none', 'Words.\n'],
    ['something stands before it', 'x\n---\na: b\n---\n'],
    ['it does not end', '---\na: b\n'],
    ['its first line goes on', '---a: b\n---\n'],
    ['it is no YAML', '---\na: [b\n---\n'],
    ['it says a thing twice', '---\na: b\na: c\n---\n'],
    ['an alias stands for nothing', '---\na: *none\n---\n'],
    ['an alias stands for what it lies in', '---\na: &x\n  b: *x\n---\n'],
  ])('is not made where %s', (_name, text) => {
    expect(withHold(text)).toBeUndefined();
  });

  test('is not made in a record that is too long to be read', () => {
    expect(withHold(file(`a: ${'b'.repeat(RECORD_LIMITS.letters)}\n`))).toBeUndefined();
  });

  test('prints nothing of what the record says, however odd it is', () => {
    const { emitWarning } = process;
    const printed: unknown[] = [];
    process.emitWarning = (...warning: unknown[]) => void printed.push(warning);
    onTestFinished(() => {
      process.emitWarning = emitWarning;
    });
    expect(withHold(file('? [Bread]\n: &x b\nc: *x\n'))).toContain('hold: true');
    expect(printed).toEqual([]);
  });

  test('is made in a record without a word in it', () => {
    expect(withHold('---\n---\nW')).toBe('---\nhold: true\n---\nW');
  });
});

describe('what is written once and meant twice', () => {
  const unfolded = (yaml: string): string => {
    const record = parseDocument(yaml);
    plainAliases(record);
    return record.toString();
  };

  test('is written out, so that a change in one is none in the other', () => {
    expect(unfolded('a: &x\n  b: c\nd: *x\n')).toBe('a:\n  b: c\nd:\n  b: c\n');
    const changed = editFrontMatter(file('a: &x\n  b: c\nd: *x\n'), (record) =>
      record.setIn(['d', 'b'], 'e'),
    );
    expect(changed).toBe(file('a:\n  b: c\nd:\n  b: e\n'));
  });

  test('is written out within what is itself written twice', () => {
    expect(unfolded('a: &x [1]\nb: &y\n  c: *x\nd: *y\ne: *x\n')).toBe(
      'a: [ 1 ]\nb:\n  c: [ 1 ]\nd:\n  c: [ 1 ]\ne: [ 1 ]\n',
    );
  });

  test('is the nearest before it, where a name is given twice', () => {
    expect(unfolded('a: &x 1\nb: *x\nc: &x 2\nd: *x\n')).toBe('a: 1\nb: 1\nc: 2\nd: 2\n');
  });

  test('is the nearest as it was written, and none that a copy brings along', () => {
    expect(unfolded('a: &x [&y 1]\nb: &y 2\nc: *x\nd: *y\n')).toBe(
      'a: [ 1 ]\nb: 2\nc: [ 1 ]\nd: 2\n',
    );
  });

  test('keeps the comments and the gaps of the place it is written to', () => {
    expect(unfolded('a: &x [1] # first\n\n# before\nb: *x # second\n')).toBe(
      'a: [ 1 ] # first\n\n# before\nb: [ 1 ] # second\n',
    );
    expect(unfolded('- &x [1] # first\n\n# before\n- *x\n')).toBe(
      '- [ 1 ] # first\n\n# before\n- [ 1 ]\n',
    );
  });

  test('leaves a record that has none as it was, names and all', () => {
    expect(unfolded('a: &x 1\nb:   c\n')).toBe('a: &x 1\nb: c\n');
  });

  test.each([
    ['stands for nothing', 'a: *none\n', /alias/],
    ['stands for what it lies in', 'a: &x\n  b: *x\n', /not an alias of anything/],
    ['stands for more than can be held', bomb(), /alias/],
  ])('is refused where it %s', (_name, yaml, error) => {
    expect(() => unfolded(yaml)).toThrow(error);
  });
});

function bomb(): string {
  const lines = ['a0: &a0 [x, x, x, x, x, x, x, x, x]'];
  for (let at = 1; at < 9; at += 1)
    lines.push(`a${at}: &a${at} [${new Array(9).fill(`*a${at - 1}`).join(', ')}]`);
  return `${lines.join('\n')}\n`;
}

describe('a record and its words, taken apart', () => {
  test.each([
    ['a list is no record', '- a\n', 'x.yaml'],
    ['a word is no record', 'a\n', 'x.yml'],
    ['YAML with a fault is none', 'a: [\n', 'x.yaml'],
    ['words alone are none', 'Words.\n', 'x.md'],
  ])('%s', (_name, text, path) => {
    expect(recordForm(text, path)).toBeUndefined();
  });

  test('a record without a word in it is an empty one', () => {
    expect(recordForm('', 'x.yaml')).toEqual({ record: {} });
    expect(recordForm('---\n---\nW', 'x.md')).toEqual({ record: {}, words: 'W' });
  });

  test('a record is written as YAML or above its words, in lines of any length', () => {
    const title = 'Bread and '.repeat(30).trim();
    expect(recordText({ record: { title } }, 'x.yaml')).toBe(`title: ${title}\n`);
    expect(recordText({ record: { title } }, 'x.yml')).toBe(`title: ${title}\n`);
    expect(recordText({ record: { title } }, 'x.yaml.md')).toBe(`---\ntitle: ${title}\n---\n`);
    expect(recordText({ record: { title }, words: 'W' }, 'x.md')).toBe(
      `---\ntitle: ${title}\n---\nW`,
    );
  });

  test('a text that YAML would take for something else stays that text', () => {
    const record = { a: 'true', b: '12', c: 'null', d: '~', e: 'yes', f: '0o7' };
    expect(recordForm(recordText({ record }, 'x.yaml') ?? '', 'x.yaml')).toEqual({ record });
  });

  test('a record that would not be read as it is, is not written', () => {
    expect(recordText({ record: [] as never }, 'x.yaml')).toBeUndefined();
    expect(recordText({ record: { a: undefined, b: new Date(0) } }, 'x.yaml')).toBeUndefined();
  });
});
