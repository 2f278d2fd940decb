import { describe, expect, test } from 'vitest';
import type { Command } from '#withdrawal/history/fast-stream.ts';
import { isGonePath, redactedBytes, rewriterFor } from '#withdrawal/history/rewrite.ts';
import { redacted, type Wanted } from '#withdrawal/history/wanted.ts';

const ID = 'seeds01';
const wanted: Wanted = {
  id: ID,
  runs: new Set(['she counted them out on the', 'counted them out on the table']),
  phrases: new Set(['amina k', 'seeds in spring']),
  files: new Set(['f'.repeat(40)]),
  addresses: new Set(['a.k@example.org']),
  paths: new Set(['docs/scan.pdf']),
};

describe('taking a piece out of a text', () => {
  test.each([
    [
      'a line of it',
      'We read: She counted them out, on the TABLE. Then tea.',
      'We read: [withdrawn]. Then tea.',
    ],
    ['a line of it over two lines', 'She counted\n  them out on the table', '[withdrawn]'],
    ['its id', `related: [${ID}, other01]`, 'related: [[withdrawn], other01]'],
    ['an address', 'Write to A.K@Example.org.', 'Write to [withdrawn].'],
    ['its title, a name', 'Seeds in Spring, by AMINA K.', '[withdrawn], by [withdrawn].'],
    ['a title in an address', 'see /seeds-in-spring/ there', 'see /[withdrawn]/ there'],
    ['a text in JSON', '{"q":"She\\ncounted them out on the table"}', '{"q":"[withdrawn]"}'],
    ['a work on a wall', `Come.\n<Work id="${ID}" part="f1" />\nGo.`, 'Come.\n[withdrawn]\nGo.'],
    ['a quotation', `<Quote id="${ID}">Any words\nof it</Quote>!`, '[withdrawn]!'],
  ])('takes %s', (_, before, after) => {
    expect(redacted(before, wanted)).toBe(after);
  });

  test('leaves what only looks like it', () => {
    const text = 'xseeds012 and Amina Khan: she counted them, out on a table, seeds in the spring.';
    expect(redacted(text, wanted)).toBe(text);
  });

  test('keeps every other byte: line ends, a mark at the start, letters that are not UTF-8', () => {
    const utf8 = Buffer.from('\uFEFFone\r\nAmina K\r\n');
    expect(redactedBytes(utf8, wanted)).toEqual(Buffer.from('\uFEFFone\r\n[withdrawn]\r\n'));
    const latin1 = Buffer.from('caf\xe9 Amina K\n', 'latin1');
    expect(redactedBytes(latin1, wanted)).toEqual(Buffer.from('caf\xe9 [withdrawn]\n', 'latin1'));
    const binary = Buffer.from('\0Amina K\xff', 'latin1');
    expect(redactedBytes(binary, wanted)).toBe(binary);
  });
});

test('a path that says the id, the title or a file name goes; the record of the withdrawal stays', () => {
  const gone = [
    `content/stories/${ID}/f1.jpg`,
    `a/${ID}.txt`,
    'x/seeds-in-spring.mdx',
    'docs/scan.pdf',
  ];
  expect(gone.filter((path) => !isGonePath(path, wanted))).toEqual([]);
  const stays = [
    `content/withdrawn/${ID}.yaml`,
    'content/stories/other01/f1.jpg',
    'docs/scan2.pdf',
  ];
  expect(stays.filter((path) => isGonePath(path, wanted))).toEqual([]);
});

test('a file of the piece goes wherever it lies, and a name somebody typed as an author', () => {
  const rewrite = rewriterFor(wanted);
  const blob: Command = {
    kind: 'blob',
    mark: 'mark :1',
    original: 'f'.repeat(40),
    data: Buffer.from('x'),
  };
  expect(rewrite(blob)).toBeUndefined();
  const commit: Command = {
    kind: 'commit',
    ref: 'refs/heads/main',
    mark: 'mark :2',
    original: 'b'.repeat(40),
    heads: [
      'author Amina K <amina.k@example.org> 1 +0000',
      'committer Desk <desk@example.org> 1 +0000',
    ],
    message: Buffer.from(`Add ${ID}\n`),
    parents: [],
    changes: [
      { line: 'M 100644 :1 backup/x.jpg', path: 'backup/x.jpg', from: ':1' },
      { line: 'M 100644 :9 kept.txt', path: 'kept.txt', from: ':9' },
      { line: `D content/stories/${ID}/story.md`, path: `content/stories/${ID}/story.md` },
    ],
  };
  expect(rewrite(commit)).toEqual({
    ...commit,
    heads: [
      'author [withdrawn] <withdrawn@no-reply.invalid> 1 +0000',
      'committer Desk <desk@example.org> 1 +0000',
    ],
    message: Buffer.from('Add [withdrawn]\n'),
    changes: [commit.changes[1]],
  });
});
