import { describe, expect, test } from 'vitest';
import { type Inline, inlineText } from '#release/document.ts';
import { parseInline, withoutEscapes } from '#release/document-inline.ts';
import { drawnText } from '#support/drawn-text.ts';

/** What is drawn of one paragraph. */
const line = (written: string): string => drawnText(written).replace(/^<p>|<\/p>\n$/g, '');
const link = (url: string, words: string): string => `<a href="${url}">${words}</a>`;

describe('emphasis', () => {
  test.each([
    ['stars and underscores', '*a* _b_', '<em>a</em> <em>b</em>'],
    ['two of them are strong', '**a** __b__', '<strong>a</strong> <strong>b</strong>'],
    ['three are both', '***a***', '<em><strong>a</strong></em>'],
    ['four are strong twice', '****a****', '<strong><strong>a</strong></strong>'],
    ['one or two waves strike through', '~a~ ~~b~~', '<del>a</del> <del>b</del>'],
    ['three waves do not', 'x ~~~a~~~', 'x ~~~a~~~'],
    ['as many waves on both sides', '~a~~ b', '~a~~ b'],
    ['waves are not paired with stars', '~a* *b~', '<del>a* *b</del>'],
    ['stars work within a word', 'a*b*c', 'a<em>b</em>c'],
    ['underscores do not', 'a_b_c', 'a_b_c'],
    ['nor in a word of letters beyond the first plane', '𐐀_b_𐐀', '𐐀_b_𐐀'],
    ['underscores beside brackets and stops', '(_a_). _b_!', '(<em>a</em>). <em>b</em>!'],
    ['underscores between words and signs', 'a_"b"_', 'a_&quot;b&quot;_'],
    ['and the other way round', '_"b"_a', '_&quot;b&quot;_a'],
    [
      'emphasis in strong and strong in it',
      '**a *b* c** *d **e** f*',
      '<strong>a <em>b</em> c</strong> <em>d <strong>e</strong> f</em>',
    ],
    ['a star that nobody closes', 'a *b', 'a *b'],
    ['a star that nobody opened', 'a* b', 'a* b'],
    ['stars with spaces around them', '2 * 3 * 4', '2 * 3 * 4'],
    ['stars against the inner side of a space', '* a *x', '<ul>\n<li>a *x</li>\n</ul>\n'],
    ['one more star than is needed', '**a*', '*<em>a</em>'],
    ['one more at the end', '*a**', '<em>a</em>*'],
    ['pairs that cross: the first that closes counts', '*a _b* c_', '<em>a _b</em> c_'],
    ['the rule of three', 'a**b*c**d', 'a<strong>b*c</strong>d'],
    ['the rule of three counts both runs', 'a*b**c*d', 'a<em>b**c</em>d'],
    ['but not where both are threes', 'a***b***c', 'a<em><strong>b</strong></em>c'],
    ['stars against a sign within a word', 'a*"b"*c', 'a*&quot;b&quot;*c'],
    ['stars around a sign that stands alone', 'a *"b"* c', 'a <em>&quot;b&quot;</em> c'],
    ['stars around an emoji', 'a *😀* b*😀*c', 'a <em>😀</em> b*😀*c'],
    ['stars after an emoji', '😀*"a"*', '😀<em>&quot;a&quot;</em>'],
    ['an emphasis over a line end', '*a\nb*', '<em>a\nb</em>'],
  ])('%s', (_name, written, drawn) => {
    expect(line(written)).toBe(drawn);
  });

  test('pairs stand in one another twelve deep, and further signs stay signs', () => {
    const nested = (deep: number): string => line(`${'*a '.repeat(deep)}b${' a*'.repeat(deep)}`);
    expect(nested(12).match(/<em>/g)?.length).toBe(12);
    expect(nested(12)).not.toContain('*');
    expect(nested(13).match(/<em>/g)?.length).toBe(12);
    expect(nested(13).match(/\*/g)?.length).toBe(2);
  });

  test('of very many open signs the last ones are looked at', () => {
    expect(line(`_a ${'**b '.repeat(63)}c_`)).toMatch(/^<em>a .* c<\/em>$/);
    expect(line(`_a ${'**b '.repeat(64)}c_`)).toMatch(/^_a .* c_$/);
  });
});

describe('signs that stay as they are', () => {
  test.each([
    ['behind a backslash', '\\*a\\* \\[b\\](/c) \\`d\\`', '*a* [b](/c) `d`'],
    ['a backslash before a letter', '\\a C:\\new', '\\a C:\\new'],
    ['a backslash of its own', 'a \\\\ b', 'a \\ b'],
    ['a backslash at the end', 'a\\', 'a\\'],
    ['a sign for less', 'a < b, a <3, <', 'a &lt; b, a &lt;3, &lt;'],
    ['what ends a bracket', 'a} b]', 'a} b]'],
    ['letters by their names and numbers', '&eacute; &amp; &#233; &#xe9;', 'é &amp; é é'],
    ['a name that HTML does not know', '&nosuch; & &', '&amp;nosuch; &amp; &amp;'],
    ['every sign of HTML', '"a" > b', '&quot;a&quot; &gt; b'],
    ['an exclamation', 'So! [a', 'So! [a'],
  ])('%s', (_name, written, drawn) => {
    expect(line(written)).toBe(drawn);
  });

  test('character references are letters in addresses too', () => {
    expect(withoutEscapes('a\\(b &amp; \\c &nosuch;')).toBe('a(b & \\c &nosuch;');
  });
});

describe('code in a line', () => {
  test.each([
    ['shows its signs', '`*a* <b> {c} \\`', '<code>*a* &lt;b&gt; {c} \\</code>'],
    ['may hold fewer backticks', '`` a`b ``', '<code>a`b</code>'],
    ['may hold more of them', '`a``b`', '<code>a``b</code>'],
    ['loses one space on both sides', '`  a  `', '<code> a </code>'],
    ['keeps a space on one side', '` a` `a `', '<code> a</code> <code>a </code>'],
    ['keeps spaces that are alone', 'x ` ` y', 'x <code> </code> y'],
    ['runs over a line end', '`a\nb`', '<code>a b</code>'],
    ['that does not end is a backtick', '``a` b', '``a` b'],
    ['is found once for each pair', '`a` b `c`', '<code>a</code> b <code>c</code>'],
    ['is told from a longer run', '``` a ` b `', '``` a <code>b</code>'],
  ])('%s', (_name, written, drawn) => {
    expect(line(written)).toBe(drawn);
  });
});

describe('the end of a line', () => {
  test.each([
    ['is a break behind two spaces', 'a  \nb', 'a<br>\nb'],
    ['or more of them', 'a    \nb', 'a<br>\nb'],
    ['is none behind one', 'a \nb', 'a\nb'],
    ['is a break behind a backslash', 'a\\\nb', 'a<br>\nb'],
    ['keeps the two lines apart', 'a\nb', 'a\nb'],
    ['says nothing of the spaces at the start of the next', 'a\n   b', 'a\nb'],
    ['behind emphasis is a line end', '*a*\nb', '<em>a</em>\nb'],
  ])('%s', (_name, written, drawn) => {
    expect(line(written)).toBe(drawn);
  });
});

describe('links', () => {
  test.each([
    ['an address', '[a](/b)', link('/b', 'a')],
    ['words with marks', '[*a* `b`](/c)', link('/c', '<em>a</em> <code>b</code>')],
    [
      'a title, which is not drawn',
      '[a](/b "t") [c](/d \'t\')',
      `${link('/b', 'a')} ${link('/d', 'c')}`,
    ],
    ['an address in angle brackets', '[a](</b>)', link('/b', 'a')],
    ['brackets in an address', '[a](/b(c))', link('/b(c)', 'a')],
    ['signs behind a backslash in it', '[a](/b\\)c&amp;d)', link('/b)c&amp;d', 'a')],
    ['spaces around it', '[a]( /b )', link('/b', 'a')],
    ['an address over two lines', '[a](\n/b\n)', link('/b', 'a')],
    ['a link in a link', '[a [b](/c) d](/e)', `[a ${link('/c', 'b')} d](/e)`],
    ['brackets in its words', '[a [b] c](/d)', link('/d', 'a [b] c')],
    ['brackets that stay brackets', '[a] (b) [c', '[a] (b) [c'],
    ['an address with a space is none', '[a](/b c)', '[a](/b c)'],
    ['two links', '[a](/b)[c](/d)', `${link('/b', 'a')}${link('/d', 'c')}`],
    ['what is emphasised around it', '*[a](/b)*', `<em>${link('/b', 'a')}</em>`],
    ['emphasis that crosses its edge', '*[a*](/b)', `*${link('/b', 'a*')}`],
    ['no picture', '!a and ! [b](/c)', `!a and ! ${link('/c', 'b')}`],
    ['an exclamation behind a backslash', '\\![a](/b)', `!${link('/b', 'a')}`],
  ])('%s', (_name, written, drawn) => {
    expect(line(written)).toBe(drawn);
  });

  test.each([
    ['its words', '[The Library]', link('/l', 'The Library')],
    ['its words and empty brackets', '[The Library][]', link('/l', 'The Library')],
    ['other words, in any capitals and spaces', '[here][THE  library ]', link('/l', 'here')],
    [
      'its words where the other words name nothing',
      '[the library][x]',
      `${link('/l', 'the library')}[x]`,
    ],
    ['nothing', '[elsewhere] [a][b]', '[elsewhere] [a][b]'],
    ['nothing, as words that are very long', `[${'a'.repeat(501)}]`, `[${'a'.repeat(501)}]`],
  ])('may name an address by %s', (_name, written, drawn) => {
    const named = `${written}\n\n[the library]: /l\n[the library]: /second\n`;
    expect(line(named)).toBe(drawn);
  });

  test('an address that is not allowed names nothing for the links', () => {
    expect(parseInline('[a]', 1, new Map())).toEqual(parseInline('\\[a\\]', 1, new Map()));
  });

  test('of very many open brackets the last ones are looked at', () => {
    expect(line(`${'['.repeat(64)}a](/b)`)).toContain(link('/b', 'a'));
    expect(line(`[a ${'[b '.repeat(64)}${']'.repeat(64)}](/c)`)).not.toContain('href');
    expect(line(`[a ${'[b '.repeat(63)}${']'.repeat(63)}](/c)`)).toContain('href="/c"');
  });
});

describe('addresses as they are written', () => {
  const web = link('https://a.example', 'https://a.example');
  test.each([
    [
      'of the web',
      'See https://a.example or http://b.example/c?d=e#f',
      `See ${web} or ${link('http://b.example/c?d=e#f', 'http://b.example/c?d=e#f')}`,
    ],
    ['that begin with www', 'www.a.example', link('http://www.a.example', 'www.a.example')],
    [
      'of people',
      'Ask a.b+c@d-e.example now',
      `Ask ${link('mailto:a.b+c@d-e.example', 'a.b+c@d-e.example')} now`,
    ],
    [
      'without the end of the sentence',
      'https://a.example. (https://a.example)!',
      `${web}. (${web})!`,
    ],
    [
      'without the marks around them',
      '“https://a.example” https://a.example?!',
      `“${web}” ${web}?!`,
    ],
    [
      'with brackets of their own',
      'https://a.example/b_(c)',
      link('https://a.example/b_(c)', 'https://a.example/b_(c)'),
    ],
    [
      'in emphasis',
      '*https://a.example* ~~https://a.example~~',
      `<em>${web}</em> <del>${web}</del>`,
    ],
    [
      'with signs that would be marks',
      'https://a.example/b\\_c',
      link('https://a.example/b_c', 'https://a.example/b_c'),
    ],
    ['two behind one another', 'https://a.example https://a.example', `${web} ${web}`],
    ['between tags', '(https://a.example', `(${web}`],
  ])('are links: %s', (_name, written, drawn) => {
    expect(line(written)).toBe(drawn);
  });

  test.each([
    ['within a word', 'xhttps://a.example 1www.a.example éwww.a.example'],
    ['with nothing behind them', 'https:// www. www.a www.a. https://.'],
    ['with a sign before the person', '@a.example a@b'],
    ['in code', '`https://a.example`'],
  ])('are no links %s', (_name, written) => {
    expect(line(written)).not.toContain('href');
  });

  test('a link holds no link', () => {
    expect(line('[https://a.example *b* c](/d)')).toBe(
      link('/d', 'https://a.example <em>b</em> c'),
    );
  });
});

describe('what may not stand in a line is told with its line', () => {
  const refused = (written: string): readonly string[] =>
    parseInline(written, 5, new Map()).flatMap((node: Inline) =>
      node.type === 'refused' ? [`${node.line} ${node.why}`] : [],
    );

  test.each([
    ['code in brackets', 'a {b}', '5 brackets'],
    ['an element', 'a\n<b>', '6 component'],
    ['the end of an element', 'a</b>', '5 component'],
    ['a fragment', '<>', '5 component'],
    ['an order', '<!DOCTYPE html>', '5 component'],
    ['an instruction', '<?xml', '5 component'],
    ['names that only code has', '<$a', '5 component'],
    ['and others', '<_a', '5 component'],
    ['a picture', '![a](/b)', '5 picture'],
    ['behind code over two lines', '`a\nb` {', '6 brackets'],
    ['behind a break', 'a\\\nb  \nc {', '7 brackets'],
    ['behind an address over two lines', '[a](\n/b) {', '6 brackets'],
  ])('%s', (_name, written, told) => {
    expect(refused(written)).toEqual([told]);
  });

  test('a link has the line in which its words end', () => {
    const [, node] = parseInline('a\n[b\nc](/d)', 1, new Map());
    expect(node).toMatchObject({ type: 'link', line: 3 });
  });

  test('and has no words', () => {
    expect(inlineText(parseInline('a `b` *c* {d\\\ne [f](/g)', 1, new Map()))).toBe('a b c d\ne f');
  });
});
