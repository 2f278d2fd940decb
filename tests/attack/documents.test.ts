import { fc } from '#support/properties.ts';
import { describe, expect, test } from 'vitest';
import { exhibition as exhibitionSchema } from '#records/lists.ts';
import {
  checkMdx,
  EXHIBITION_COMPONENTS,
  PAGE_COMPONENTS,
  treeProblems,
} from '#release/check-mdx.ts';
import { type Block, documentText } from '#release/document.ts';
import { isSafeLink } from '#release/document-addresses.ts';
import { LONGEST_DOCUMENT, parseDocument } from '#release/document-blocks.ts';
import { type DrawnBlock, drawBlocks } from '#release/document-html.ts';
import { checkExhibition } from '#release/check-exhibition.ts';
import { proseToDocument } from '#release/prose.ts';

const PROVE = process.env['PROVE'] !== undefined;
const RUNS = PROVE ? 60_000 : 500;
const FILE = 'exhibitions/spring/index.mdx';

/** Every piece in it is closed: whatever works and quotations there are come out. */
function hung(body: string) {
  return checkExhibition({
    exhibition: {
      id: 'spring',
      file: FILE,
      body,
      fields: exhibitionSchema.parse({ title: 'Spring' }),
    },
    contributions: new Map(),
    day: '2026-11-22',
  });
}

const htmlOf = (drawn: readonly DrawnBlock[]): string =>
  drawn.map((each) => ('html' in each ? each.html : `<!${htmlOf(each.inside)}>`)).join('');
const page = (body: string) => htmlOf(drawBlocks(hung(body).body));

describe('a closed work between two harmless texts', () => {
  test.each([
    ['an import', '<Work id="closed" />import fs from "node:fs"'],
    ['an import across a tag', 'im<Work id="closed" />port fs from "node:fs"'],
    ['an export', '<Quote id="closed">x</Quote>export const a = process.env'],
    ['a script link', '[click]<Work id="closed" />(javascript:alert)'],
    ['a script link by reference', '[click]<Work id="closed" />[a]\n\n[b]: https://a.example'],
    ['a picture', '!<Work id="closed" />[a](https://elsewhere.example/a.png)'],
    ['a tag', '\\<<Work id="closed" />script src="x">'],
    ['a component', '\\<<Work id="closed" />Work id="other" />'],
    ['an expression', '\\<Work id="closed" />\\{process.env}'],
    ['emphasis', '*<Work id="closed" />*stars*<Work id="closed" />*'],
    ['a heading', '#<Work id="closed" /> heading'],
    [
      'a byte order mark before it',
      '\uFEFF\uFEFFOne <Work id="closed" /> two {three}'.replace('{three}', 'three'),
    ],
  ])('%s: the two do not join', (_name, body) => {
    const wall = hung(body);
    expect(wall.problems).toEqual([]);
    expect(treeProblems(wall.body, { file: FILE, allowed: EXHIBITION_COMPONENTS })).toEqual([]);
    const html = page(body);
    expect(html).not.toMatch(
      /<a href="(?!https:\/\/(?:a|elsewhere)\.example)|<script|<img|<Work|<!/,
    );
  });

  test('a byte order mark shifts nothing: exactly the work goes', () => {
    expect(documentText(hung('\uFEFFBefore.\n\n<Work id="closed" />\n\nAfter.').body)).toBe(
      'Before.\nAfter.',
    );
  });

  test('a comment is never printed, wherever it stands', () => {
    for (const body of [
      'A <!-- who --> b',
      '<!--\n\nwho\n\n-->\n\nA',
      '- a <!-- who\n- who --> b',
      '`<!-- who -->`',
    ])
      expect(page(body)).not.toContain('who');
    expect(
      checkMdx({ body: 'A <!-- who', file: FILE, allowed: PAGE_COMPONENTS }).problems.length,
    ).toBe(1);
  });
});

const SIGNS = fc.constantFrom(
  ...[
    '<Work id="closed" />',
    '<Quote id="closed">x</Quote>',
    '<Chapter title="t">',
    '</Chapter>',
    '<Note>',
    '</Note>',
  ],
  ...[
    'import ',
    'export ',
    '{',
    '}',
    '<',
    '>',
    'script',
    '[',
    ']',
    '(',
    ')',
    '](javascript:x)',
    '](/a)',
    '!',
    ' fs',
  ],
  ...[
    '\n',
    '\n\n',
    ' ',
    '\t',
    '- ',
    '1. ',
    '> ',
    '# ',
    '|',
    '\n|-|-|\n',
    '```',
    '`',
    '*',
    '_',
    '~~',
    '\\',
    '&#123;',
  ],
  ...[
    '<!--',
    '-->',
    '[a]: ',
    'javascript:x',
    'data:x',
    '\uFEFF',
    '\r',
    '\u0000',
    'ਪੰਜਾਬ',
    'Work id="closed" />',
    'https://a.example',
  ],
);
const BODIES = fc.array(SIGNS, { maxLength: 50 }).map((signs) => signs.join(''));

/** A rule of its own: nothing in what is drawn is more than words, marks and links to allowed places. */
function drawsOnlyWords(blocks: readonly Block[]): void {
  const html = htmlOf(drawBlocks(blocks)).replace(/<!|(?<=>|^)>/g, '');
  for (const [tag, name = '', rest = ''] of html.matchAll(/<\/?([a-z0-9]+)([^>]*)>/g)) {
    expect(tag, 'a known element').toMatch(
      /^<\/?(?:p|h[1-6]|em|strong|del|code|pre|a|br|hr|ul|ol|li|blockquote|table|thead|tbody|tr|th|td)\b/,
    );
    if (rest !== '') expect(rest).toMatch(/^ (?:id|href|start)="[^"<>]*"$/);
    if (name === 'a' && rest !== '')
      expect(isSafeLink(/"(.*)"/.exec(rest)?.[1]?.replaceAll('&amp;', '&') ?? '')).toBe(true);
  }
}

describe('what was refused before a cut cannot be there after it', () => {
  test('whatever is written', () => {
    fc.assert(
      fc.property(BODIES, (body) => {
        const wall = hung(body);
        if (wall.problems.length > 0) return;
        expect(treeProblems(wall.body, { file: FILE, allowed: EXHIBITION_COMPONENTS })).toEqual([]);
        expect(JSON.stringify(wall.body)).not.toContain('"name":"Work"');
        drawsOnlyWords(wall.body);
      }),
      { numRuns: RUNS },
    );
  });

  test('whatever is typed at the desk', () => {
    fc.assert(
      fc.property(BODIES, (typed) => {
        const wall = hung(proseToDocument(typed));
        if (wall.problems.length === 0) drawsOnlyWords(wall.body);
      }),
      { numRuns: RUNS },
    );
  });
});

describe('a text that is made to be slow or deep', () => {
  const many = (sign: string): string =>
    sign.repeat(Math.floor(((PROVE ? LONGEST_DOCUMENT : 100_000) - 1) / sign.length));
  test.each([
    ...[
      '> ',
      '- ',
      '1. ',
      '*',
      '_a*',
      '*a_ ',
      '**a ',
      '[',
      '![',
      '](',
      '[a](',
      '`',
      '`a',
      '<',
      '<Work id="',
      '<Note a="',
    ],
    ...[
      '<Note>',
      '</Note>',
      '<!--',
      '\\',
      '&amp;',
      '&#1;',
      '{',
      '|',
      'a|',
      '~',
      '[a]: x\n',
      'a@',
      'https://',
      'www.a.',
      '\t',
    ],
    ...[
      '<Work id="a" />',
      '# a\n',
      'export \n\n',
      '- a\n\n',
      '> a\n',
      '```\n',
      '<Note>\n',
      'a  \n',
      '*a **b ',
      '(((',
      ' \n',
      '"\n',
    ],
  ])('%s again and again comes to an end, and so does typing it', (sign) => {
    const body = many(sign);
    const { problems } = hung(body);
    expect(problems.length).toBeLessThan(21);
    if (problems.length === 0) drawBlocks(parseDocument(body));
    const typed = sign.repeat(2000);
    expect(parseDocument(proseToDocument(typed)).length).toBeGreaterThanOrEqual(0);
  });

  test('what once ended the whole server is prose', () => {
    for (const typed of ["export it, don't\\", "import it, don't\\", 'export default () =>\\'])
      expect(documentText(parseDocument(proseToDocument(typed)))).toBe(typed);
  });
});
