import { describe, expect, test } from 'vitest';
import { componentsOf, documentText } from '#release/document.ts';
import { parseDocument } from '#release/document-blocks.ts';
import { drawBlocks } from '#release/document-html.ts';
import { quotesAsWords } from '#release/document-quotes.ts';
import { isTagLine } from '#release/document-tags.ts';
import { drawnText } from '#support/drawn-text.ts';

const p = (words: string): string => `<p>${words}</p>\n`;
const ul = (words: string): string => `<ul>\n<li>${words}</li>\n</ul>\n`;

/** What stands in a text, as kinds and names, with the lines of what is refused. */
function outline(written: string): readonly string[] {
  return parseDocument(written).map((block) => {
    if (block.type === 'refused') return `${block.line} ${block.why}`;
    return block.type === 'component' ? block.name : block.type;
  });
}

describe('a tag of the archive', () => {
  test.each([
    ['on its own line', 'a\n<Work id="b" />\nc', `${p('a')}{Work id=b|}${p('c')}`],
    ['within a line', 'a <Work id="b" /> c', `${p('a')}{Work id=b|}${p('c')}`],
    ['over some lines', '<Work\n  id="b"\n/>', '{Work id=b|}'],
    ['with its words on one line', '<Note>a *b*</Note>', '{Note|a <em>b</em>\n}'],
    ['with its words on lines of their own', '<Note>\na\n</Note>', '{Note|a\n}'],
    ['with paragraphs', '<Note>\na\n\nb\n</Note>', `{Note|${p('a')}${p('b')}}`],
    ['around a chapter', '<Chapter title="t">\na\n</Chapter>', `{Chapter title=t|${p('a')}}`],
    ['in another one', '<Note><Work id="a" /></Note>', '{Note|{Work id=a|}}'],
    ['with a list in it', '<Note>\n\n- a\n\n</Note>', '{Note|<ul>\n<li>a</li>\n</ul>\n}'],
    ['in a list', '- a <Note>b</Note>\n- c', '<ul><li>a\n{Note|b\n}</li><li>c\n</li></ul>'],
    [
      'in a list whose items stand apart',
      '3. a\n\n4. <Work id="b" />',
      `<ol start="3"><li>${p('a')}</li><li>{Work id=b|}</li></ol>`,
    ],
    [
      'in a list within a list',
      '- a\n\n  - <Work id="b" />\n',
      `<ul><li>${p('a')}<ul><li>{Work id=b|}</li></ul></li></ul>`,
    ],
    ['in a quotation', '> a\n> <Work id="b" />', `<blockquote>${p('a')}{Work id=b|}</blockquote>`],
    [
      'in a quotation in a list',
      '- > a\n  > <Work id="b" />',
      `<ul><li><blockquote>${p('a')}{Work id=b|}</blockquote></li></ul>`,
    ],
    [
      'in a note beside a list',
      '<Note>\n\n- a\n- b\n\nc\n\n</Note>',
      `{Note|<ul>\n<li>a</li>\n<li>b</li>\n</ul>\n${p('c')}}`,
    ],
    [
      'with any quotation marks',
      '<Chapter title=\'a "b"\'>c</Chapter>',
      `{Chapter title=a "b"|${p('c')}}`,
    ],
    [
      'with letters by reference',
      '<Chapter title="a &amp; b">c</Chapter>',
      `{Chapter title=a & b|${p('c')}}`,
    ],
    ['with two attributes', '<Work id="a" part="b"/>', '{Work id=a part=b|}'],
    [
      'over some lines behind a list',
      '- a\n<Work\n  id="b"\n/>\nc',
      `${ul('a')}{Work id=b|}${p('c')}`,
    ],
    [
      'with its second attribute on another line, behind a list',
      '- a\n<Work id="b"\npart="c" />',
      `${ul('a')}{Work id=b part=c|}`,
    ],
    [
      'with the sign of a tag in an attribute',
      '<Chapter title="<Note>">a</Chapter>',
      `{Chapter title=<Note>|${p('a')}}`,
    ],
    [
      'three in one another',
      '<Note><Note>\n<Note>a</Note></Note></Note>',
      '{Note|{Note|{Note|a\n}}}',
    ],
    [
      'in a quotation with a heading',
      '> # a\n> <Work id="b" />',
      '<blockquote><h1 id="a">a</h1>\n{Work id=b|}</blockquote>',
    ],
    ['two on a line', '<Work id="a" /> <Work id="b" />', '{Work id=a|}{Work id=b|}'],
    ['behind a backslash is text', '\\<Work id="a" /> b', p('&lt;Work id=&quot;a&quot; /&gt; b')],
    ['behind two it is one', 'a \\\\<Work id="b" />', `${p('a \\')}{Work id=b|}`],
  ])('%s', (_name, written, drawn) => {
    expect(drawnText(written)).toBe(drawn);
  });

  test.each([
    ['an attribute without quotation marks', 'a\n\n<Work id=b />', ['paragraph', '3 attribute']],
    ['an attribute without a value', '<Note a>b</Note>', ['1 attribute', 'paragraph']],
    ['an attribute that is given twice', '<Work id="a" id="b" />', ['1 attribute']],
    ['a tag without its end', '<Work id="a"', ['1 not-closed']],
    ['a tag with words in it', '<Note {b}>c</Note>', ['1 attribute', 'paragraph']],
    [
      'a tag that is very long',
      `<Chapter title="${'a'.repeat(2000)}">b</Chapter>`,
      ['1 attribute', 'paragraph'],
    ],
    ['one that is not closed', 'a\n\n<Note>\n\nb', ['paragraph', '3 not-closed', 'paragraph']],
    ['two that are not closed', '<Note>\n<Note>', ['1 not-closed', '2 not-closed']],
    ['one that was never open', 'a\n\n</Note>', ['paragraph', '3 closed-twice']],
    ['the end of another one', '<Note></Quote>', ['1 closed-twice', '1 not-closed']],
    ['thirteen in one another', '<Note>'.repeat(13), ['1 too-deep']],
    ['one behind a tag over two lines', 'a <Work\nid="b" /> <Work c=d />', ['Work', '2 attribute']],
    ['one that an empty line cuts', '<Work\n\nb', ['1 not-closed', 'paragraph']],
    ['one that a line of spaces cuts', '<Work\n \nb', ['1 not-closed', 'paragraph']],
    ['one within a line that a list cuts', 'a <Work\n- b', ['paragraph', '1 not-closed', 'list']],
    [
      'a wrong one with its end, and words behind it',
      '<Work a=b /> c',
      ['1 attribute', 'paragraph'],
    ],
    ['a wrong one without its end, and a line below it', '<Work a=b\nc', ['1 not-closed']],
    [
      'one below a wrong one',
      '<Note>a <Work b=c />\n</Note> <Work d=e />',
      ['Note', '2 attribute'],
    ],
    ['a name that only begins so', '<Works />', ['paragraph']],
    ['a name that is an element', '<a>', ['paragraph']],
  ])('is told when it is wrong: %s', (_name, written, told) => {
    expect(outline(written)).toEqual(expect.arrayContaining([...told]));
  });

  test('has the line on which it begins', () => {
    const body = 'a\nb <Work id="c" />\nd\n\n<Note>\ne <Work\nid="f" />\n<Work id="g" /></Note>\n';
    expect(componentsOf(parseDocument(body)).map(({ name, line }) => `${name} ${line}`)).toEqual([
      ...['Work 2', 'Note 5', 'Work 6', 'Work 8'],
    ]);
  });

  test.each([
    ['whole tags', ' <Work id="a" /> <Note>\t', true],
    ['words before them', 'a <Note>', false],
    ['words behind them', '<Note> a', false],
    ['a wrong one', '<Note><Work id=a />', false],
    ['nothing', '', false],
    ['tags with a tab between them', '<Note>\t</Note>', true],
    ['one that is just as long as a tag may be', `<Work id="${'a'.repeat(1987)}"/>`, true],
    ['one that is longer', `<Work id="${'a'.repeat(1988)}"/>`, false],
    ['many that are longer together', '<Note></Note>'.repeat(200), false],
  ])('stands alone on its line: %s', (_name, line, is) => {
    expect(isTagLine(line)).toBe(is);
  });
});

describe('the words of a document', () => {
  test('are those that a reader sees, a line for each block', () => {
    const body =
      '# a *b*\n\n> c\n\n- d\n- e `f`\n\ng|h\n-|-\ni|j\n\n```\nk\n```\n\n---\n\n<Note>l\\\nm</Note>\n\n[n](/o)\n\n[p]: /q\n';
    expect(documentText(parseDocument(body))).toBe('a b\nc\nd\ne f\ng h\ni j\nk\nl\nm\nn');
    const refused = { type: 'refused', line: 1, why: 'code' } as const;
    expect(documentText([{ type: 'gap' }, { type: 'gap' }, refused, refused])).toBe('');
    expect(documentText(parseDocument('a {b} ~~c~~'))).toBe('a b} c');
  });

  test('its components are found wherever they stand', () => {
    const body = '> <Work id="a" />\n\n- b\n- <Work id="c" />\n';
    expect(componentsOf(parseDocument(body)).map(({ line }) => line)).toEqual([1, 4]);
  });

  test('what holds no component is drawn as one piece, and nothing is none', () => {
    expect(drawBlocks(parseDocument('a\n\nb'))).toEqual([{ html: '<p>a</p>\n<p>b</p>\n' }]);
    expect(drawBlocks(parseDocument('<Work id="a" />'))).toHaveLength(1);
    expect(drawBlocks([{ type: 'gap' }])).toEqual([]);
  });
});

describe('in a quotation words are letters', () => {
  const words = (written: string): string =>
    documentText(parseDocument(`<Quote id="a">${written}</Quote>`)).trim();

  test.each([
    ['a link', '[a](/b) [c]: /d'],
    ['code', '`a` ```'],
    ['brackets', '{a} <b>'],
    ['years and dashes', '1947. a\n- b\n# c\n> d'],
    ['stars that stand alone', 'a * b ** c'],
    ['a comment', '<!-- a -->'],
    ['a table', 'a|b\n-|-\nc|d'],
    ['an import', 'import a\n  export b\nimports'],
    ['letters by number', '&#105;x &#101;'],
    ['stars in a row', 'a ** *** b'],
  ])('%s', (_name, written) => {
    expect(words(written)).toBe(written.replaceAll('  export', 'export'));
  });

  test.each([
    ['emphasis is read', '*a* **b**', 'a b'],
    ['a sign behind its backslash stays that sign', '\\[a\\] \\*b\\*', '[a] *b*'],
    ['a line end by backslash is a line end', 'a\\\nb', 'a\nb'],
    ['what the desk wrote for an import is read', '&#105;mport a', 'import a'],
  ])('but %s', (_name, written, read) => {
    expect(words(written)).toBe(read);
  });

  test('and everything around them stays as it was typed', () => {
    const signs = '*{`[<';
    for (const [before, tag, after] of [
      ...[
        [signs, '<Quote id="a" />', signs],
        [signs, '\\<Quote id="a">', `${signs}</Quote>`],
      ],
      ...[
        [signs, '<Quote id="a">', signs],
        [signs, '<Quotes id="a">', `${signs}</Quote>`],
      ],
      [signs, '<Quote id="a">', `<Note>${signs}</Note></Quote>`],
      [signs, '<Quote id="a">', `<Work id="b" />${signs}</Quote>`],
    ])
      expect(quotesAsWords(`${before}${tag}${after}`)).toBe(`${before}${tag}${after}`);
    expect(quotesAsWords('[ <Quote id="a">[</Quote> [ <Quote id="b">]</Quote> ]')).toBe(
      '[ <Quote id="a">\\[</Quote> [ <Quote id="b">\\]</Quote> ]',
    );
    expect(quotesAsWords('<Quote id="a">b ** c</Quote>')).toBe('<Quote id="a">b \\*\\* c</Quote>');
    expect(quotesAsWords('<Quote id="a" /> [ <Quote id="b">[</Quote>')).toBe(
      '<Quote id="a" /> [ <Quote id="b">\\[</Quote>',
    );
    expect(quotesAsWords('<Quote id="a">\n \timport a import\nexport</Quote>')).toBe(
      '<Quote id="a">\n \t&#105;mport a import\n&#101;xport</Quote>',
    );
  });
});
