import { describe, expect, test } from 'vitest';
import { isSafeLink } from '#release/document-addresses.ts';
import { parseInline } from '#release/document-inline.ts';
import { drawnText } from '#support/drawn-text.ts';

/** What is drawn of one paragraph. */
const line = (written: string): string => drawnText(written).replace(/^<p>|<\/p>\n$/g, '');
const link = (url: string, words: string): string => `<a href="${url}">${words}</a>`;

describe('links', () => {
  test.each([
    ['an address', '[a](/b)', link('/b', 'a')],
    ['words with marks', '[*a* `b`](/c)', link('/c', '<em>a</em> <code>b</code>')],
    [
      'a title, which is not drawn',
      '[a](/b  "a title") [c](/d \'a title\')',
      `${link('/b', 'a')} ${link('/d', 'c')}`,
    ],
    ['an address in angle brackets', '[a](</b>)', link('/b', 'a')],
    ['brackets in an address', '[a](/b(cd))', link('/b(cd)', 'a')],
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
    ['in strong words', '**https://a.example**', `<strong>${web}</strong>`],
    ['with two brackets behind it', 'https://a.example))', `${web}))`],
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
    [
      'with one bracket too many',
      'https://a.example/(b))',
      `${link('https://a.example/(b)', 'https://a.example/(b)')})`,
    ],
    [
      'with another in it',
      'www.a.example/https://b',
      link('http://www.a.example/https://b', 'www.a.example/https://b'),
    ],
    [
      'of people beside the web',
      'www@www.ab.example',
      link('mailto:www@www.ab.example', 'www@www.ab.example'),
    ],
    ['of a longer name', 'www.abc.example', link('http://www.abc.example', 'www.abc.example')],
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

describe('a link may lead', () => {
  test.each([
    ...['https://a.example', 'HTTP://a.example', 'tel:1', 'mailto:a@b.example', '/a', '#a', '?a'],
    ...['about', 'about/team', 'a.b?c', 'a-b~c%20d#e'],
  ])('to %s', (url) => {
    expect(isSafeLink(url)).toBe(true);
  });

  test.each([
    ...['javascript:a', 'data:a', 'vbscript:a', 'xhttps://a.example', 'file:///a', 'a:b'],
    ...[
      '//a.example',
      '',
      ' /a',
      '/a b',
      '/a\tb',
      'java\nscript:a',
      '/\\a.example',
      '\\\\a',
      '/\u0000',
    ],
    ...['!/a', 'é/a', 'x mailto:a'],
  ])('not to %j', (url) => {
    expect(isSafeLink(url)).toBe(false);
  });
});
