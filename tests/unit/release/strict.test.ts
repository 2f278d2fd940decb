import { describe, expect, test } from 'vitest';
import {
  checkMdx,
  EXHIBITION_COMPONENTS,
  PAGE_COMPONENTS,
  treeProblems,
} from '#release/check-mdx.ts';
import { componentsOf, documentText } from '#release/document.ts';
import { readFrontMatter, readYaml } from '#repository/front-matter.ts';

const check = (body: string, allowed = EXHIBITION_COMPONENTS) =>
  checkMdx({ body, file: 'x.mdx', allowed });
const problem = (line: number, what: string, next: string) => ({
  ...{ file: 'x.mdx', field: `line ${line} of the text`, rule: 'not-allowed', what },
  next: `${next} Nothing was published.`,
});
const CODE = 'There is an import or export here, which is code.';
const BRACKETS = 'There is something in curly brackets here, which is code.';
const NO_BRACKETS = 'Take the brackets out, or write \\{ for the sign itself.';
const NOT_CLOSED = 'A tag that begins here is not closed.';
const NOT_OPEN = 'A tag is closed here that is not open.';
const PICTURE = 'A picture is put in by address here.';
const LINK = 'A link here goes somewhere not allowed.';
const UNKNOWN = 'There is a component here that is not allowed.';
const LITERAL = 'An attribute here is not plain text in quotation marks.';
const ATTRIBUTES = 'The attributes of this component are not right.';
const WORK = 'Show a work with <Work id="…" />.';
const GOOD_LINK = 'Link to http(s), tel or mailto.';
const QUOTED = 'Write it as name="text".';
const CLOSE = 'Put its closing tag behind its words.';
const OPEN = 'Take it out, or open it before its words.';
const USE = 'Use one of: Work, Quote, Chapter, Note.';

describe('what is refused in the text of a page, and how it is said', () => {
  test.each([
    [
      'an import',
      "import a from 'b'\n",
      [problem(1, CODE, 'Take it out, or begin the line with another word.')],
    ],
    ['brackets in a line', 'One.\n\nTwo {3}.\n', [problem(3, BRACKETS, NO_BRACKETS)]],
    ['brackets alone', '{1 + 1}\n', [problem(1, BRACKETS, NO_BRACKETS)]],
    ['a picture', '![a](/a.png)\n', [problem(1, PICTURE, WORK)]],
    [
      'a picture by reference',
      '![a][b]\n\n[b]: https://a.example/a.png\n',
      [problem(1, PICTURE, WORK)],
    ],
    ['a link that runs something', '[a](javascript:a)\n', [problem(1, LINK, GOOD_LINK)]],
    [
      'a link that only names a good way',
      '[a](javascript:https:)\n',
      [problem(1, LINK, GOOD_LINK)],
    ],
    ['a link to another host', '[a](//other.example/)\n', [problem(1, LINK, GOOD_LINK)]],
    ['a link with no address', '[a]()\n', [problem(1, LINK, GOOD_LINK)]],
    ['an address by reference', '[a][b]\n\n[b]: javascript:a\n', [problem(3, LINK, GOOD_LINK)]],
    ['an unknown component', '<Script />\n', [problem(1, UNKNOWN, USE)]],
    ['a fragment', '<>words</>\n', [problem(1, UNKNOWN, USE)]],
    ['an attribute without a value', '<Note a />\n', [problem(1, LITERAL, QUOTED)]],
    [
      'an expression beside a good attribute',
      '<Work id="a" part={b} />\n',
      [problem(1, LITERAL, QUOTED)],
    ],
    ['attributes spread', '<Work id="a" {...b} />\n', [problem(1, LITERAL, QUOTED)]],
    [
      'an attribute that is not listed',
      '<Work id="a" b="c" />\n',
      [problem(1, ATTRIBUTES, 'It takes: id, part.')],
    ],
    [
      'a work without its id',
      '<Work part="f1" />\n',
      [problem(1, ATTRIBUTES, 'It takes: id, part.')],
    ],
    ['a quotation without its id', '<Quote>x</Quote>\n', [problem(1, ATTRIBUTES, 'It takes: id.')]],
    [
      'a chapter without its title',
      '<Chapter>\n\nx\n\n</Chapter>\n',
      [problem(1, ATTRIBUTES, 'It takes: title.')],
    ],
    [
      'a note with an attribute',
      '<Note a="b">x</Note>\n',
      [problem(1, ATTRIBUTES, 'It takes: none.')],
    ],
  ])('%s', (_name, body, problems) => {
    expect(check(body).problems).toEqual(problems);
  });

  test.each([
    ['a tag that is not closed', '<Chapter title="x">\n\nwords\n', 1, NOT_CLOSED, CLOSE],
    ['a tag that is closed where nothing is open', 'words\n\n</Note>\n', 3, NOT_OPEN, OPEN],
    ['tags that cross', '<Note>\n\n<Quote id="a">x</Note></Quote>\n', 3, NOT_OPEN, OPEN],
    [
      'lists in lists in lists',
      `${'- '.repeat(40)}x\n`,
      1,
      'Too much stands inside one another here.',
      'Take it apart.',
    ],
    [
      'a text without end',
      'word '.repeat(100_000),
      1,
      'This text is too long to be one page.',
      'Make two of it.',
    ],
  ])('%s', (_name, body, line, what, next) => {
    expect(check(body).problems).toContainEqual(problem(line, what, next));
  });

  test.each([
    ...['> {a}', '- {a}', 'b|c\n-|-\nd|{a}', '# {a}', '*{a}*', '**{a}**', '~~{a}~~', '[{a}](/b)'],
    ...['<Note>{a}</Note>', '- > <Note>*{a}*</Note>'],
  ])('wherever it stands: %s', (body) => {
    expect(check(body).problems.map(({ what }) => what)).toEqual([BRACKETS]);
  });

  test('in the order of the lines, each thing of a line once', () => {
    const body = '[b]: javascript:a\n\n{x} {y}\n\n[c]: javascript:d\n\n{z}\n';
    expect(check(body).problems.map(({ field }) => field)).toEqual(
      [1, 3, 5, 7].map((line) => `line ${line} of the text`),
    );
  });

  test('a tree that holds what nobody knows is no document', () => {
    const told = { file: 'x.mdx', allowed: PAGE_COMPONENTS };
    const odd = { type: 'odd' } as never;
    expect(() => treeProblems([odd], told)).toThrow('document-part-not-known');
    expect(() => treeProblems([{ type: 'paragraph', children: [odd] }], told)).toThrow(
      'document-part-not-known',
    );
    expect(treeProblems([{ type: 'gap' }], told)).toEqual([]);
  });

  test('a text that is all wrong is told in a few lines', () => {
    expect(check('{x}\n'.repeat(500)).problems.length).toBe(20);
  });

  test.each([
    ['a page of the site', '[a](/consent/)\n'],
    ['a place on the page', '[a](#here)\n'],
    ['another site', '[a](https://a.example) [b](http://a.example)\n'],
    ['a telephone', '[a](tel:116123)\n'],
    ['a letter', '[a](mailto:a@example.org)\n'],
    ['an address by reference', '[a][b]\n\n[b]: https://a.example\n'],
    [
      'every component',
      '<Chapter title="x">\n\n<Work id="a" part="f1" />\n\n<Quote id="a">x</Quote>\n\n<Note>x</Note>\n\n</Chapter>\n',
    ],
  ])('not %s', (_name, body) => {
    expect(check(body).problems).toEqual([]);
  });

  test('a page may hold a note and nothing that shows a work', () => {
    expect(check('<Note>x</Note>\n', PAGE_COMPONENTS).problems).toEqual([]);
    expect(check('<Note a="b">x</Note>\n', PAGE_COMPONENTS).problems).toEqual([
      problem(1, ATTRIBUTES, 'It takes: none.'),
    ]);
    expect(check('<Work id="a" />\n', PAGE_COMPONENTS).problems).toEqual([
      problem(1, UNKNOWN, 'Use one of: Note.'),
    ]);
  });

  test('a line of hyphens is a line, and not the start of a record', () => {
    expect(check('---\na: {b}\n---\n').problems).toEqual([problem(2, BRACKETS, NO_BRACKETS)]);
  });
});

describe('what is found in the text', () => {
  test('each component with its line, its attributes, its words and what is inside', () => {
    const quote = '<Quote id="b">the *street*\ncame</Quote>';
    const body = `One ${quote} two.\n\n<Chapter title="T">\n\nWords.\n\nMore.\n\n<Work\n  id="a"\n  part="f1"\n/>\n\n</Chapter>\n`;
    const { blocks, problems } = check(body);
    expect(problems).toEqual([]);
    expect(
      componentsOf(blocks).map(({ name, attributes, children, line }) => [
        ...[name, attributes, documentText(children), line],
      ]),
    ).toEqual([
      ['Quote', { id: 'b' }, 'the street\ncame', 1],
      ['Chapter', { title: 'T' }, 'Words.\nMore.\n', 4],
      ['Work', { id: 'a', part: 'f1' }, '', 10],
    ]);
  });

  test('a component inside a list or a quotation is found as well', () => {
    for (const body of ['- <Quote id="a">x</Quote>\n', '> one\n> <Quote id="a">x</Quote>\n'])
      expect(componentsOf(check(body).blocks).map(({ name }) => name)).toEqual(['Quote']);
  });
});

describe('the record at the top of a file', () => {
  const noMatter = {
    ok: false,
    problem: {
      ...{ file: 'a.md', rule: 'no-front-matter' },
      what: 'The record at the top of this file, between two lines of ---, could not be found.',
      next: 'Put it back, then run "npm run archive -- check".',
    },
  };
  const notYaml = (line: number) => ({
    ok: false,
    problem: {
      ...{ file: 'a.md', field: `line ${line}`, rule: 'not-yaml' },
      what: `The record could not be read: line ${line} is not valid YAML.`,
      next: `Correct line ${line}, then run "npm run archive -- check".`,
    },
  });

  test.each([
    ['is told from the words', '---\na: b\n---\nWords\n', { a: 'b' }, 'Words\n'],
    ['may end with the file', '---\na: b\n---', { a: 'b' }, ''],
    ['may be empty', '---\n---\nWords', null, 'Words'],
    ['may have other line ends', '---\r\na: b\r\n---\r\nWords\r\n', { a: 'b' }, 'Words\r\n'],
    ['may have spaces behind its lines', '--- \t\na: b\n---\t \nWords', { a: 'b' }, 'Words'],
    ['ends at the first line of hyphens', '---\na: b\n---\n---\nc', { a: 'b' }, '---\nc'],
    [
      'keeps hyphens within a line',
      '---\na: x --- y\nb: z---\n---\nW',
      { a: 'x --- y', b: 'z---' },
      'W',
    ],
    [
      'keeps a day as text, and yes as text',
      '---\na: 2026-06-01\nb: yes\n---\n',
      { a: '2026-06-01', b: 'yes' },
      '',
    ],
  ])('%s', (_name, text, data, body) => {
    expect(readFrontMatter(text, 'a.md')).toEqual({ ok: true, data, body });
  });

  test.each([
    ['there is none', 'Words\n'],
    ['something stands before it', 'x\n---\na: b\n---\n'],
    ['an empty line stands before it', '\n---\na: b\n---\n'],
    ['it does not end', '---\na: b\n'],
    ['its first line goes on', '---a: b\n---\nc: d\n---\n'],
    ['its first line is too long', '----\na: b\n---\n'],
    ['its last line goes on', '---\na: b\n---x\n'],
  ])('is missing where %s', (_name, text) => {
    expect(readFrontMatter(text, 'a.md')).toEqual(noMatter);
  });

  test('is told by the line when it is no YAML', () => {
    expect(readFrontMatter('---\na: b\na: c\n---\n', 'a.md')).toEqual(notYaml(3));
    expect(readFrontMatter('---\na: [b\n---\n', 'a.md')).toMatchObject({ ok: false });
    expect(readYaml('a: b\na: c\n', 'a.md')).toEqual(notYaml(2));
    expect(readYaml('a: !odd b\n', 'a.md')).toEqual(notYaml(1));
  });

  test('may not unfold into more than it is', () => {
    const lines = ['a: &a [x, x, x, x, x, x, x, x, x]'];
    for (const [from, to] of ['ab', 'bc', 'cd', 'de']) {
      lines.push(`${to}: &${to} [${new Array(9).fill(`*${from}`).join(', ')}]`);
    }
    expect(readYaml(`${lines.join('\n')}\n`, 'a.md')).toEqual(notYaml(1));
    expect(readYaml(`${lines.join('\n')}\n`, 'a.md', 1)).toEqual(notYaml(2));
    const many = `a: &a [x]\nb: [${new Array(30).fill('*a').join(', ')}]\n`;
    expect(readYaml(many, 'a.md')).toEqual(notYaml(1));
    const few = `a: &a x\nb: [${new Array(15).fill('*a').join(', ')}]\n`;
    expect(readYaml(few, 'a.md')).toMatchObject({ ok: true });
  });
});
