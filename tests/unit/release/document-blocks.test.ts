import { fc } from '#support/properties.ts';
import { describe, expect, test } from 'vitest';
import type { Block } from '#release/document.ts';
import { LONGEST_DOCUMENT, parseDocument } from '#release/document-blocks.ts';
import { drawBlocks } from '#release/document-html.ts';
import { drawnText } from '#support/drawn-text.ts';

const p = (words: string): string => `<p>${words}</p>\n`;
const h = (level: number, words: string, id = words): string =>
  `<h${level} id="${id}">${words}</h${level}>\n`;
const list = (...items: string[]): string =>
  `<ul>\n${items.map((item) => `<li>${item}</li>\n`).join('')}</ul>\n`;
const numbered = (start: string, ...items: string[]): string =>
  `<ol${start}>\n${items.map((item) => `<li>${item}</li>\n`).join('')}</ol>\n`;
const quoted = (inside: string): string => `<blockquote>${inside}</blockquote>\n`;
const code = (words: string): string => `<pre><code>${words}\n</code></pre>\n`;
const rule = '<hr>\n';

/** What is refused in a text, with its line. */
function refused(written: string): readonly string[] {
  const found = (nodes: readonly unknown[]): readonly string[] =>
    nodes.flatMap((node) => {
      if (Array.isArray(node)) return found(node);
      if (typeof node !== 'object' || node === null) return [];
      if ('why' in node && 'line' in node) return [`${node.line} ${node.why}`];
      return found(Object.values(node));
    });
  return found(parseDocument(written));
}

describe('paragraphs', () => {
  test.each([
    ['end at an empty line', 'a\nb\n\nc', p('a\nb') + p('c')],
    ['end at a line of spaces', 'a\n \t\nb', p('a') + p('b')],
    ['lose the spaces at their start', '   a\n\n      b', p('a') + p('b')],
    ['have one kind of line end', 'a\r\nb\rc\r\n\r\nd', p('a\nb\nc') + p('d')],
    ['have no marks of byte order', '\uFEFFa\uFEFFb', p('ab')],
    ['are not code because they are indented', '\tindented\n', p('indented')],
    ['keep a tab between their words', 'a\tb', p('a\tb')],
  ])('%s', (_name, written, drawn) => {
    expect(drawnText(written)).toBe(drawn);
  });
});

describe('headings', () => {
  test.each([
    ['with much space', '#  \t a  \t#', h(1, 'a')],
    ['of six levels', '# a\n###### b', h(1, 'a') + h(6, 'b')],
    ['but not of seven', '####### a', p('####### a')],
    ['need a space', '#a', p('#a')],
    [
      'may end with their signs',
      '## a ##\n## b##\n##\tc',
      h(2, 'a') + h(2, 'b##', 'b') + h(2, 'c'),
    ],
    ['may be empty', '#\n## ##', '<h1></h1>\n<h2></h2>\n'],
    ['end a paragraph', 'a\n# b\nc', p('a') + h(1, 'b') + p('c')],
    ['may be indented', '  # a', h(1, 'a')],
    ['may end with spaces behind their signs', '# a # ', h(1, 'a')],
    ['may hold their sign', '# a # b', h(1, 'a # b', 'a--b')],
    ['are lines of = or - below one', 'a\n=\n\nb\n--- ', h(1, 'a') + h(2, 'b')],
    ['of two lines', 'a\n  b\n===', h(1, 'a\nb', 'ab')],
    ['no line of = without words', '\n===', p('===')],
    ['no line of = and other words', 'a\n=== b', p('a\n=== b')],
    ['no line of = that is indented', 'a\n    ===', p('a\n===')],
    ['hold marks', '# *a* `b`', '<h1 id="a-b"><em>a</em> <code>b</code></h1>\n'],
    ['have names of small letters', '# So? A b_C-d: é!', h(1, 'So? A b_C-d: é!', 'so-a-b_c-d-é')],
    [
      'have names that are counted',
      '# a\n# A\n# a',
      h(1, 'a') + h(1, 'A', 'a-1') + h(1, 'a', 'a-2'),
    ],
    ['of signs alone have none', '# !\n# !', '<h1>!</h1>\n<h1>!</h1>\n'],
  ])('%s', (_name, written, drawn) => {
    expect(drawnText(written)).toBe(drawn);
  });
});

describe('lines and code', () => {
  test.each([
    ['three signs are a line', '---\n***\n___\n - - -\n* *\t*\n_ _ _', rule.repeat(6)],
    ['two are none', '**\n\n__', p('**') + p('__')],
    ['mixed ones are none', '-*-', p('-*-')],
    ['and none with words', '***\n*** a', `${rule}${p('*** a')}`],
    ['a line ends a paragraph', 'a\n***\nb', p('a') + rule + p('b')],
    [
      'code is shown as it is typed',
      '```\n*a*\n\n <b> {c}\n```\nd',
      code('*a*\n\n &lt;b&gt; {c}') + p('d'),
    ],
    ['with waves', '~~~\na\n~~~', code('a')],
    ['with the name of its language, which is not drawn', '``` js\na\n```', code('a')],
    ['of longer fences', '````\n```\n`````\nb', code('```') + p('b')],
    ['not ended by other words', '```\n``` a\n```', code('``` a')],
    ['nor by other signs', '~~~\n```\n~~~', code('```')],
    ['to the end of the text', '```\na\n', code('a\n')],
    ['with no lines', '```\n```', code('')],
    ['ends a paragraph', 'a\n```\nb\n```', p('a') + code('b')],
    ['ended by a fence with spaces behind it', '```\na\n``` \nb', code('a') + p('b')],
    ['keeps its columns, where it begins with a tab', '```\n \ta\n```', code('    a')],
    ['keeps its tabs', '```\na\tb\n```', code('a\tb')],
    ['no fence within a line', 'a ~~~\n\n[b]: /c\n\n[b]', p('a ~~~') + p('<a href="/c">b</a>')],
    [
      'no fence with a backtick behind it, before an address',
      '``` a`\n\n[b]: /c\n\n[b]',
      p('``` a`') + p('<a href="/c">b</a>'),
    ],
    ['no fence of two signs', '``\na\n``', p('<code>a</code>')],
    ['no fence with a backtick behind it', '``` a`\nb', p('``` a`\nb')],
    ['its lines name no addresses', '```\n[a]: /b\n```\n[a]', code('[a]: /b') + p('[a]')],
  ])('%s', (_name, written, drawn) => {
    expect(drawnText(written)).toBe(drawn);
  });
});

describe('lists', () => {
  test.each([
    ['of signs', '- a\n- b', list('a', 'b')],
    ['of other signs', '* a\n+ b', list('a') + list('b')],
    ['of numbers', '1. a\n7. b', numbered('', 'a', 'b')],
    ['of numbers from another on', '3. a\n4. b', numbered(' start="3"', 'a', 'b')],
    ['of nought', '0. a', numbered(' start="0"', 'a')],
    ['with brackets', '1) a\n2) b', numbered('', 'a', 'b')],
    ['with stops behind brackets', '1) a\n1. b', numbered('', 'a') + numbered('', 'b')],
    ['with numbers that are too long', '1234567890. a', p('1234567890. a')],
    ['without a space', '-a\n1.b', p('-a\n1.b')],
    ['with items that stand apart', '- a\n\n- b', list('<p>a</p>', '<p>b</p>')],
    ['with two paragraphs in one', '- a\n\n  b\n- c', list('<p>a</p>\n<p>b</p>', '<p>c</p>')],
    ['that ends with an empty line', '- a\n- b\n\nc', list('a', 'b') + p('c')],
    ['with more lines', '- a\n  b\nc\n- d', list('a\nb\nc', 'd')],
    ['in lists', '- a\n  - b\n    c\n- d', list(`a\n${list('b\nc').trim()}`, 'd')],
    ['with wide marks', '1.  a\n    b\n\n    c', numbered('', '<p>a\nb</p>\n<p>c</p>')],
    ['with words far from the mark', '-      a\n  b', list('a\nb')],
    ['with an empty item', '-\n- a\n-', list('', 'a', '')],
    [
      'with headings and code',
      '- # a\n- ```\n  b\n  ```',
      list(h(1, 'a').trim(), code('b').trim()),
    ],
    ['that a paragraph goes over to', 'a\n- b', p('a') + list('b')],
    ['that begins with 1 within a paragraph', 'a\n1. b', p('a') + numbered('', 'b')],
    ['no list of other numbers within one', 'a\n2. b\n11. c', p('a\n2. b\n11. c')],
    ['no empty list within one', 'a\n*\nb', p('a\n*\nb')],
    ['that a heading ends', '- a\n# b', list('a') + h(1, 'b')],
    ['that a line ends', '- a\n***\n- b', list('a') + rule + list('b')],
    ['with a line of signs', '- a\n- - -', list('a') + rule],
    ['that does not go on after a heading', '- # a\nb', list(h(1, 'a').trim()) + p('b')],
    ['of long numbers', '10. a\n11. b', numbered(' start="10"', 'a', 'b')],
    [
      'that goes on in a list of long numbers',
      '- 10. a\nb',
      list(numbered(' start="10"', 'a\nb').trim()),
    ],
    ['in the item, four spaces behind the mark', '-    a\n\n     b', list('<p>a</p>\n<p>b</p>')],
    ['that does not go on after an empty line', '- a\n\nb', list('a') + p('b')],
    ['that a tag ends', '- a\n<Work id="b" />', `${list('a')}{Work id=b|}`],
    ['with a tab', '-\ta\n\n\tb', p('-\ta') + p('b')],
    ['before one of numbers', '- a\n2. b', list('a') + numbered(' start="2"', 'b')],
    ['before one of other numbers', '1) a\n2. b', numbered('', 'a') + numbered(' start="2"', 'b')],
    ['before an empty one', '- a\n*', list('a') + list('')],
    ['with a line of spaces in an item', '- a\n  \n  b', list('<p>a</p>\n<p>b</p>')],
    ['with five spaces behind the mark', '-     a\n\n  b', list('<p>a</p>\n<p>b</p>')],
    ['with four spaces behind the mark', '-    a\n\n  b', list('a') + p('b')],
    ['in lists, that goes on', '- - - a\nb', list(list(list('a\nb').trim()).trim())],
    [
      'of long numbers in a list, that a heading ends',
      '- 10. # a\nb',
      list(numbered(' start="10"', h(1, 'a').trim()).trim()) + p('b'),
    ],
    ['with a line that is a year', '- a\n  1947.\nb', list('a\n1947.\nb')],
    ['behind tabs', '- a\n\t- b\n\t\t- c', list(`a\n${list(`b\n${list('c').trim()}`).trim()}`)],
  ])('%s', (_name, written, drawn) => {
    expect(drawnText(written)).toBe(drawn);
  });

  test('of many tabs stay in reach', () => {
    expect(drawnText(`- a\n\n${'\t'.repeat(9000)}b`)).toBe(list('<p>a</p>\n<p>b</p>'));
    expect(drawnText('- a\n \t- b')).toBe(list(`a\n${list('b').trim()}`));
  });
});

describe('quotations', () => {
  test.each([
    ['of one line', '> a', quoted(p('a'))],
    ['without a space', '>a\n  > b', quoted(p('a\nb'))],
    ['that go on without their mark', '> a\nb\n> c', quoted(p('a\nb\nc'))],
    ['that end at an empty line', '> a\n\nb', quoted(p('a')) + p('b')],
    ['that end at a heading', '> a\n# b', quoted(p('a')) + h(1, 'b')],
    ['that do not go on after a heading', '> # a\nb', quoted(h(1, 'a')) + p('b')],
    ['nor after an empty line of theirs', '> a\n>\nb', quoted(p('a')) + p('b')],
    ['with two paragraphs', '> a\n>\n> b', quoted(p('a') + p('b'))],
    ['in quotations', '> a\n>> b', quoted(p('a') + quoted(p('b')))],
    ['with lists', '> - a\n> - b', quoted(list('a', 'b'))],
    ['in lists', '- > a\n  b\n- c', list(quoted(p('a\nb')).trim(), 'c')],
    ['with a list that goes on', '> - a\nb', quoted(list('a\nb'))],
    ['that a tag ends', '> a\n<Work id="b" />', `${quoted(p('a'))}{Work id=b|}`],
    ['that end a paragraph', 'a\n> b', p('a') + quoted(p('b'))],
    ['of nothing', '>', quoted('')],
    ['with spaces between their words', '>a b', quoted(p('a b'))],
    ['that a list ends', '> a\n2. b', quoted(p('a')) + numbered(' start="2"', 'b')],
    ['that a quotation of nothing ends', '> >\nb', quoted(quoted('')) + p('b')],
    ['that end at a line of spaces', '> a\n \nb', quoted(p('a')) + p('b')],
    [
      'that an empty line parts',
      '> a\n\n> b\n \n> c',
      quoted(p('a')) + quoted(p('b')) + quoted(p('c')),
    ],
    ['that do not go on after a line of spaces', '> a\n>   \nb', quoted(p('a')) + p('b')],
  ])('%s', (_name, written, drawn) => {
    expect(drawnText(written)).toBe(drawn);
  });
});

describe('comments and addresses with a name', () => {
  test.each([
    ['a comment with the start of another', '<!-- a <!-- b --> c', p('c')],
    ['an address without a space', '[a]:/b\n\n[a]', p('<a href="/b">a</a>')],
    [
      'an address whose name has spaces',
      '[a  B]: /c\n\n[a b] [ab]',
      p('<a href="/c">a b</a> [ab]'),
    ],
    ['a comment is not drawn', 'a <!-- b --> c', p('a  c')],
    ['over more lines', 'a <!-- b\n\nc --> d', p('a') + p('d')],
    ['two of them', '<!-- a -->b<!-- c -->', p('b')],
    ['one that looks as if it held another', 'a<!-- <!-- -->b', p('ab')],
    ['one of nothing', 'a<!---->b', p('ab')],
    ['an address with a name is not drawn', 'a\n\n[b]: /c\n[d]: </e> "f"\n', p('a')],
    ['it may be indented', '   [b]: /c\n\n[b]', p('<a href="/c">b</a>')],
    ['but not far', '    [b]: /c', p('[b]: /c')],
    [
      'with a title in any marks',
      "[a]: /b 'c'\n[d]: /e (f)\n\n[a] [d]",
      p('<a href="/b">a</a> <a href="/e">d</a>'),
    ],
    [
      'with a title of more words',
      '[a]:  /b   "c d"\n[e]: /f \'g h\'\n[i]: /j (k l)\n\n[a] [e] [i]',
      p('<a href="/b">a</a> <a href="/f">e</a> <a href="/j">i</a>'),
    ],
    ['not where it may not lead', '[a]: javascript:b\n[a]: /c\n\n[a]', p('<a href="/c">a</a>')],
    ['a comment behind signs of one', '\\<!-- a --> <!-- b -->c', p('&lt;!-- a --&gt; c')],
    ['not with other words behind it', '[a]: /b c\n\n[a]', p('[a]: /b c') + p('[a]')],
    ['signs behind a backslash in it', '[a]: /b\\*\n\n[a]', p('<a href="/b*">a</a>')],
  ])('%s', (_name, written, drawn) => {
    expect(drawnText(written)).toBe(drawn);
  });

  test('a comment behind a backslash is none, and its lines stay', () => {
    expect(refused('\\<!-- a -->')).toEqual([]);
    expect(refused('<!-- a\nb -->\n{')).toEqual(['3 brackets']);
    expect(refused('<!-- a')).toEqual(['1 component']);
  });

  test('an address is kept with its line, to be checked', () => {
    expect(parseDocument('a\n\n[b]: javascript:c')).toContainEqual({
      ...{ type: 'definition', url: 'javascript:c', line: 3 },
    });
  });
});

describe('what is refused, and where', () => {
  test.each([
    ['what is longer than any page', 'a'.repeat(LONGEST_DOCUMENT + 1), ['1 too-long']],
    ['nothing that is just as long', 'a'.repeat(LONGEST_DOCUMENT), []],
    ['an import', 'a\n\nimport b', ['3 code']],
    ['an export', '  export * from', ['1 code']],
    ['an import of names', 'import{a} from "b"', ['1 code']],
    ['no word that begins with one', 'imports\n\nexported\n\nan import', []],
    ['no import that goes on', 'a\nimport b', []],
    ['quotations thirteen deep', `${'> '.repeat(13)}a`, ['1 too-deep']],
    ['none twelve deep', `${'> '.repeat(12)}a`, []],
    ['lists thirteen deep, with their line', `a\n\n${'- '.repeat(13)}a`, ['3 too-deep']],
    ['brackets in a list, with their line', '- a\n- b\n  {c}', ['3 brackets']],
    ['brackets in a heading', 'a\n\n# {b}', ['3 brackets']],
    ['brackets in a heading with a line below', 'a\n\nb\n{c}\n===', ['4 brackets']],
    ['brackets behind an empty start', '<Note>\n{a}\n</Note>', ['2 brackets']],
    ['brackets below a tag in a line', 'a <Note>\n{b}\n</Note>', ['2 brackets']],
  ])('%s', (_name, written, told) => {
    expect(refused(written)).toEqual(told);
  });

  test('whatever stands before it, it has its own line', () => {
    const before = fc.constantFrom(
      ...['a', '- b\n  c', '> d\ne', '\tf', '# g', 'h\n===', '***', 'i  \nj', 'k\\\nl', '`m\nn`'],
      ...['<!-- o\n\np -->', '```\n{q}\n```', '<Work\nid="r"\n/>', '[s]: /t', '|u|\n|-|\n|v|'],
      ...[
        '[w](\n/x)',
        '<Note>\ny\n</Note>',
        'z <Work id="a"\n/> b',
        '\uFEFF',
        '<Note>c\nd</Note>e',
      ],
    );
    const wrong = fc.constantFrom(
      '{x}',
      '- {x}',
      '> {x}',
      '# {x}',
      '*{x}*',
      '[{x}](/y)',
      '1. > {x}',
    );
    const lineEnd = fc.constantFrom('\n', '\r\n', '\r');
    fc.assert(
      fc.property(fc.array(before, { maxLength: 6 }), wrong, lineEnd, (lines, last, end) => {
        const text = [...lines, last].join('\n\n');
        const line = text.split('\n').length;
        expect(refused(text.replaceAll('\n', end))).toEqual([`${line} brackets`]);
      }),
    );
  });

  test('what is too long or too deep is one block that nothing draws', () => {
    const long = [{ type: 'refused', line: 1, why: 'too-long' }];
    expect(parseDocument('a'.repeat(LONGEST_DOCUMENT + 1))).toEqual(long);
    expect(() => drawnText(`${'> '.repeat(13)}a`)).toThrow('document-not-checked');
  });

  test('a line of a table has its number', () => {
    expect(refused('a|b\n-|-\nc|d\ne|{f}')).toEqual(['4 brackets']);
  });

  test('and nothing of it is drawn', () => {
    const blocks: readonly Block[] = [{ type: 'refused', line: 1, why: 'code' }];
    expect(() => drawBlocks(blocks)).toThrow('document-not-checked');
    expect(() => drawnText('a {b}')).toThrow('document-not-checked');
  });
});
