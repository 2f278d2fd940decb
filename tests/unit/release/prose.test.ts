import { fc } from '#support/properties.ts';
import { describe, expect, test } from 'vitest';
import { checkMdx, EXHIBITION_COMPONENTS } from '#release/check-mdx.ts';
import { documentText } from '#release/document.ts';
import { parseDocument } from '#release/document-blocks.ts';
import { withOneLineEnd } from '#release/document-source.ts';
import { documentToProse, proseToDocument } from '#release/prose.ts';

const RUNS = process.env['PROVE'] ? 30_000 : 400;
const check = (body: string) => checkMdx({ body, file: 'x.mdx', allowed: EXHIBITION_COMPONENTS });
const shown = (typed: string) => documentText(parseDocument(proseToDocument(typed))).trim();

describe('what is typed into an exhibition or a page is prose', () => {
  test.each([
    'I <3 this',
    '{',
    'A smile {like this} and a < b > c',
    'export the rice',
    'import the rice from home',
    "export it, don't\\",
    '<script>alert(1)</script> and <b>bold</b> are words here',
    '}{ {{ }} <!-- never ended',
    'He said </p> <br/> &lt;',
    '<https://example.org/>',
    '<Workshop id="a"> is no tag of ours',
  ])('%s', (typed) => {
    expect(check(proseToDocument(typed)).problems).toEqual([]);
    expect(documentToProse(proseToDocument(typed))).toBe(typed);
    expect(shown(typed)).toBe(typed.replace('&lt;', '<'));
  });

  test('a line in a list, a quotation or a chapter may begin with import or export', () => {
    const typed =
      '- import rice\n- b\n\n> export tea\n\n<Chapter title="x">\n\nimport c\n\n</Chapter>\n';
    expect(check(proseToDocument(typed)).problems).toEqual([]);
    expect(documentToProse(proseToDocument(typed))).toBe(typed);
  });

  test('what looks like code over the edge of a list is prose, and so is the import in it', () => {
    const typed = '{```\n- export {```';
    expect(check(proseToDocument(typed)).problems).toEqual([]);
    expect(documentToProse(proseToDocument(typed))).toBe(typed);
  });

  test.each([
    ['behind code', '`{a}` {b}', '`{a}` \\{b}'],
    ['between two codes', '`{a}` {b} `{c}`', '`{a}` \\{b} `{c}`'],
    ['in code that is not ended in its paragraph', '`a\n\n{b}`', '`a\n\n\\{b}`'],
    ['in what follows code with an empty line', '`{a}`\n\n{b}', '`{a}`\n\n\\{b}'],
    ['around fenced code', '{a}\n~~~\n{b}\n\n{c}\n~~~\n{d}', '\\{a}\n~~~\n{b}\n\n{c}\n~~~\n\\{d}'],
    [
      'behind a backtick in fenced code',
      '```\n`{a}\n```\n{b} `{c}`',
      '```\n`{a}\n```\n\\{b} `{c}`',
    ],
    ['in code that a fence cuts', '`{a\n```\n{b}`\n```\n{c}', '`\\{a\n```\n{b}`\n```\n\\{c}'],
    ['in fenced code behind a tab', '\t~~~\n{a}\n\t~~~\n{b}', '\t~~~\n{a}\n\t~~~\n\\{b}'],
    ['in fenced code that does not end', '```\n{a}', '```\n{a}'],
    ['behind a backtick that is only a sign', '\\`{a}`', '\\`\\{a}`'],
    ['in code with longer runs', '`` {a}` {b}`` {c}', '`` {a}` {b}`` \\{c}'],
    ['behind a backtick in a comment', 'a <!-- `{ --> {b}` {c}', 'a <!-- `{ --> \\{b}` \\{c}'],
    ['behind a comment', '<!-- a\n -->`{b}` {c}', '<!-- a\n -->`{b}` \\{c}'],
    ['beside comments', '{a} <!-- {b} --> {c} <!-- {d', '\\{a} <!-- {b} --> \\{c} \\<!-- \\{d'],
    ['in the shortest comment', '<!--->{a}--> {b}', '<!--->{a}--> \\{b}'],
    ['behind a comment that is only signs', '\\<!-- {a} -->', '\\<!-- \\{a} -->'],
    ['in code over two lines of a quotation', '> `{a\n> {b}`', '> `{a\n> {b}`'],
    ['in what is no code over two items', '- `{a\n- {b}`', '- `\\{a\n- \\{b}`'],
    ['in a table', '|a|\n|-|\n|{b}|', '|a|\n|-|\n|\\{b}|'],
    ['in what is no code over two cells', '|`{a|b`|\n|-|-|', '|`\\{a|b`|\n|-|-|'],
    ['in an element over two items', '- `<b>\n- c`', '- `\\<b>\n- c`'],
    ['in a longer comment', '<!-- who it was {a} --> {b}', '<!-- who it was {a} --> \\{b}'],
    ['at the end of a line of code', '~~~\na{\n~~~', '~~~\na{\n~~~'],
    ['alone in code', '`{` {a}', '`{` \\{a}'],
    ['behind backticks that do not end', '`{x}` ``{a}`', '`{x}` ``\\{a}`'],
    ['in an import right behind a comment', '<!-- a -->import b', '<!-- a -->&#105;mport b'],
    ['right behind code', '`{a}`{b}', '`{a}`\\{b}'],
    ['right behind a comment of nothing', '<!---->{a} `{b}`', '<!---->\\{a} `{b}`'],
    ['between two comments', '<!-- a -->{b}<!-- {c} -->{d}', '<!-- a -->\\{b}<!-- {c} -->\\{d}'],
    ['in the name of a language', '``` {a}\n{b}\n```\n{c}', '``` {a}\n{b}\n```\n\\{c}'],
    ['between a fence and backticks', '```\n{a}\n```\n{b} ```', '```\n{a}\n```\n\\{b} ```'],
    ['between backticks and a fence', '``` {a}`\n{b}\n```', '``` \\{a}`\n\\{b}\n```'],
    ['in what a line of spaces cuts', '`{x}`\n\n`{a\n \n{b}`', '`{x}`\n\n`\\{a\n \n\\{b}`'],
    ['behind code and two backslashes', '`{x}` \\\\`{a}`', '`{x}` \\\\`{a}`'],
    ['behind code and a backtick that is a sign', '`{x}` \\`{a}`', '`{x}` \\`\\{a}`'],
    ['behind two codes', '``{a}`` `{b}` {c} ``{d}``', '``{a}`` `{b}` \\{c} ``{d}``'],
    ['behind a backslash at a line end', '`a` {b} \\\n{c}', '`a` \\{b} \\\n\\{c}'],
    ['in an import', 'a\n\nexport {b}\n\nimport c', 'a\n\n&#101;xport \\{b}\n\n&#105;mport c'],
    ['in an import that a comment parts', 'im<!-- x -->port a', '&#105;m<!-- x -->port a'],
    [
      'in an import behind a long comment',
      '<!-- a\nb -->\nimport c',
      '<!-- a\nb -->\n&#105;mport c',
    ],
  ])('a sign has its backslash where it needs one: %s', (_name, typed, kept) => {
    expect(proseToDocument(typed)).toBe(kept);
    expect(documentToProse(kept)).toBe(typed);
    expect(check(kept).problems).toEqual([]);
  });

  test('a reference with a comment in it is nothing that was put there', () => {
    expect(documentToProse('&#10<!-- x -->5;mport a')).toBe('&#10<!-- x -->5;mport a');
    expect(documentToProse('&#105;mport &#105;x')).toBe('import &#105;x');
  });

  test('our own tags and comments stay what they are, and words in them are prose', () => {
    const typed = '<!-- {ask} -->\n\n<Quote id="a">I <3 you {x}</Quote>\n\n<Work id="a" />\n';
    const kept = proseToDocument(typed);
    expect(kept).toBe(
      '<!-- {ask} -->\n\n<Quote id="a">I \\<3 you \\{x}</Quote>\n\n<Work id="a" />\n',
    );
    expect(documentToProse(kept)).toBe(typed);
    expect(check(kept).problems).toEqual([]);
  });

  test('code is shown as it is typed', () => {
    for (const typed of ['`{x} <b>` and {y}', '```\n{x}\n<b>\n```\n\n{y}', '`` a ` {b} ``'])
      expect(documentToProse(proseToDocument(typed))).toBe(typed);
    expect(proseToDocument('`{x} <b>` and {y}')).toBe('`{x} <b>` and \\{y}');
  });

  test('a tag of ours that is wrong is told, with its line', () => {
    const { problems } = check(proseToDocument('One\n\n<Work id=a />\n'));
    expect(problems.map(({ field }) => field)).toEqual(['line 3 of the text']);
  });

  test('a word on the line of a wrong tag is left as it is', () => {
    expect(proseToDocument('<Work id=import />')).toBe('<Work id=import />');
    expect(proseToDocument('<Note>\n\nan import\n')).toBe('<Note>\n\nan import\n');
  });

  test('code beside a wrong tag stays as it is typed', () => {
    expect(proseToDocument('<Note>\n\n`{x}`\n')).toBe('<Note>\n\n`{x}`\n');
  });

  test('a backslash that somebody typed in code is shown', () => {
    expect(documentToProse('`\\{a}`')).toBe('`\\{a}`');
  });

  test('a long comment is not printed after it was edited', () => {
    const secret = `<!-- ${'who it was '.repeat(2000)} -->`;
    expect(shown(`One.\n\n${secret}\n\nTwo.`)).toBe('One.\nTwo.');
  });
});

const SIGNS = fc.constantFrom(
  ...[
    '{',
    '}',
    '<',
    '>',
    '\\',
    '`',
    '```',
    '~~~',
    '\n',
    '\n\n',
    ' ',
    'import ',
    'export ',
    'im',
    'port ',
    'x',
    '\r',
    '\uFEFF',
    '<!-- im -->',
    '*',
  ],
  ...[
    '- ',
    '> ',
    '# ',
    '|',
    '<!--',
    '-->',
    '[',
    '](',
    ')',
    '&#105;',
    '<b>',
    '<3',
    '\t',
    '!',
    '1. ',
    'ਕ',
  ],
);
const TYPED = fc.array(SIGNS, { maxLength: 40 }).map((signs) => signs.join(''));

test('nothing that is typed is refused as code, and what was typed comes back', () => {
  fc.assert(
    fc.property(TYPED, (typed) => {
      const kept = proseToDocument(typed);
      const whats = check(kept).problems.map(({ what }) => what);
      for (const what of whats) expect(what).toMatch(/link|picture|inside one another/);
      expect(proseToDocument(documentToProse(kept))).toBe(kept);
      const text = withOneLineEnd(typed);
      if (!/\\[{<]|&#/.test(text)) expect(documentToProse(kept)).toBe(text);
    }),
    { numRuns: RUNS },
  );
});
