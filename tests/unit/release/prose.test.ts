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
