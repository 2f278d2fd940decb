import { describe, expect, test } from 'vitest';
import { type Inline, inlineText } from '#release/document.ts';
import { parseInline, withoutEscapes } from '#release/document-inline.ts';
import { drawnText } from '#support/drawn-text.ts';

/** What is drawn of one paragraph. */
const line = (written: string): string => drawnText(written).replace(/^<p>|<\/p>\n$/g, '');

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
    ['a star that ended one begins no other', '*a*b*', '<em>a</em>b*'],
    ['one more at the end', '*a**', '<em>a</em>*'],
    ['pairs that cross: the first that closes counts', '*a _b* c_', '<em>a _b</em> c_'],
    ['the rule of three', 'a**b*c**d', 'a<strong>b*c</strong>d'],
    ['the rule of three counts both runs', 'a*b**c*d', 'a<em>b**c</em>d'],
    ['the rule of three where one run can only end', 'a**b* c', 'a**b* c'],
    ['and where one can only begin', '**a*b', '**a*b'],
    ['but not where both are threes', 'a***b***c', 'a<em><strong>b</strong></em>c'],
    ['stars against a sign within a word', 'a*"b"*c', 'a*&quot;b&quot;*c'],
    ['stars around a sign that stands alone', 'a *"b"* c', 'a <em>&quot;b&quot;</em> c'],
    ['stars around an emoji', 'a *😀* b*😀*c', 'a <em>😀</em> b*😀*c'],
    ['stars before a sign behind a word', 'a*. b*', 'a*. b*'],
    ['stars behind a sign before a word', '*a .*b', '*a .*b'],
    ['underscores that end within a word', '_a_b', '_a_b'],
    ['underscores that begin within one', 'a_b_', 'a_b_'],
    ['strike-through by two and not by one of them', '~~a~ b~~', '<del>a~ b</del>'],
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
    expect(line(`${'*a '.repeat(12)}b${' a*'.repeat(12)} *c*`).match(/<em>/g)?.length).toBe(13);
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
    ['letters of two places', '&Afr;', '𝔄'],
    ['what would begin a picture', '![a', '![a'],
    ['a name that only begins with one', '&notit; &copyright;', '&amp;notit; &amp;copyright;'],
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
    ['begins behind a backtick that is a sign', '\\``a`', '`<code>a</code>'],
    ['does not begin where none ends', '\\``a', '``a'],
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
    ['a picture with a link in its words', '![a [b](/c) d](/e)', '5 picture'],
    ['behind code over two lines', '`a\nb` {', '6 brackets'],
    ['behind a break', 'a\\\nb  \nc {', '7 brackets'],
    ['behind an address over two lines', '[a](\n/b) {', '6 brackets'],
  ])('%s', (_name, written, told) => {
    expect(refused(written)).toEqual([told]);
  });

  test('a line end may come first', () => {
    expect(inlineText(parseInline('\na', 1, new Map()))).toBe('\na');
  });

  test('a link has the line in which its words end', () => {
    const [, node] = parseInline('a\n[b\nc](/d)', 1, new Map());
    expect(node).toMatchObject({ type: 'link', line: 3 });
  });

  test('and has no words', () => {
    expect(inlineText(parseInline('a `b` *c* {d\\\ne [f](/g)', 1, new Map()))).toBe('a b c d\ne f');
  });
});
