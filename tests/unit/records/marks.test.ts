import { readdirSync, readFileSync } from 'node:fs';
import { fc } from '#support/properties.ts';
import { describe, expect, test } from 'vitest';
import { readWords, visibleText } from '#records/marks.ts';
import { wordsToHtml } from '#release/words.ts';
import { asTyped, elementsIn, shownWords } from '#support/shown-words.ts';

const AS_TYPED: Readonly<Record<string, string>> = {
  'labelled lines of an interview': '[Nurse]: How are you today?\n\n[Me]: Fine.\n\n[Me]: Sharifa.',
  'years at the start of paragraphs':
    '1947. The line was drawn.\n\n1965. I came.\n\n1984. I stopped.',
  'a bracket that closes and was not opened': 'ab](https://b.example/c)',
  'a second bracket that closes': '[Me] says a](https://b.example/c)',
  'brackets with an address near them': '[a]:https://b.example/c)',
  'hashes behind words': 'I came ##\nhome',
  'a line above a rule of dashes': 'I never went back\n---\nThat was all.',
  'a line above signs of equality': 'One\n===\nTwo',
  'dialogue dashes': '- Where did you go?\n- Nowhere.\n— Nowhere?',
  'bullets of any kind': '* one\n* two\n+ three\n• four',
  'a poem with indents': 'Out of habit\n    I made tea\n        for two.',
  'an indented paragraph': 'One\n\n    میں نے چائے بنائی\n\n\tTwo',
  'names with low lines': '__init__ and snake_case_name and _this_ and ____',
  'sums and stars': '2 * 3 * 4 = 24, 2*3*4, a * b, ***, * * *, **',
  'stars around no word': '*-* *…* **!** *"?"*',
  'stars that end inside a word': '*a*b **c**2',
  'faces and paths': '(*_*) (*^_^*) src/*/index/*.ts ¯\\_(ツ)_/¯',
  'what a word hides in itself': 'un*believ*able و*ہ*',
  'a comment': 'before <!-- testimony --> after\n<!-- a line -->',
  'signs of code': 'I <3 you {smile} `tick` ```\nlet x\n```',
  'words that look like code': 'import the rice from home\nexport what is left',
  backslashes: 'C:\\new\\*.txt \\ \\\\ \\n \\# \\[ \\*\nend\\\nof line',
  'character references': '&amp; &lt;b&gt; &#35; &copy;',
  tags: '<b>bold</b> <script>alert(1)</script> <img src=x onerror=y>',
  quotations: '> he said\n>> she said\nand > then',
  'a table': '| a | b |\n|---|---|\n| c | d |',
  'definitions and footnotes': '[a]: https://x.example/ "t"\n[^1]: note\na[^1] [b][a] [c]',
  'boxes to tick': '- [x] rice\n- [ ] salt',
  'addresses as they are':
    'https://a.example/?b=c&d=e <https://f.example> g@h.example www.i.example',
  'pictures by address': '![words](https://e.example/x.png)',
  'links to where none may go':
    '[x](javascript:alert(1)) [y](data:text/html,z) [w](/page) [v](#id)',
  'links with more in them': '[x](https://a.example "title") [ ](https://a.example) [](tel:1)',
  'hashes that head nothing':
    '#tag\n#\n##\n\n#\n\n# \n\n####### seven\n # behind a space\ntext\n# in a paragraph',
  'quotation marks and dots': '"straight" -- quotes... \'more\' 1/2 (c)',
  'joiners and marks': 'ਸਿੰਘ\u200cਸ\u200dਾ می‌خواهم \u200fא\u200e',
  'two forms of a letter': 'e\u0301 is not \u00e9; \u0a38\u0a3c \u0a36',
  'spaces of every kind': 'a\u00a0b  c\td\u2003e\u3000f',
  'many empty lines': 'one\n\n\n\ntwo\n\n\nthree',
  'strikes and highs': '~~gone~~ ==high== H~2~O x^2^ :smile: $x$ ---\n***\n___',
};

describe('words that hold no mark are shown as they were typed', () => {
  test.each(Object.entries(AS_TYPED))('%s', (_name, words) => {
    const html = wordsToHtml(words);
    expect(shownWords(html)).toBe(asTyped(words));
    expect(visibleText(words)).toBe(asTyped(words));
    expect(elementsIn(html).filter((name) => name !== 'p' && name !== 'br')).toEqual([]);
  });

  test('line ends of every system are line ends', () => {
    expect(visibleText('a\r\nb\rc\nd\r\n\r\ne')).toBe('a\nb\nc\nd\n\ne');
  });

  test('nothing typed is nothing shown', () => {
    expect([wordsToHtml(''), wordsToHtml(' \n\t\n'), visibleText('\n\n')]).toEqual(['', '', '']);
  });
});

describe('the marks', () => {
  test.each([
    ['emphasis', 'so *very* cold', '<p>so <em>very</em> cold</p>'],
    ['strong words', '**Never** again', '<p><strong>Never</strong> again</p>'],
    ['both', '***all***', '<p><strong><em>all</em></strong></p>'],
    ['emphasis in strong words', '**a *b* c**', '<p><strong>a <em>b</em> c</strong></p>'],
    ['strong words in emphasis', '*a **b** c*', '<p><em>a <strong>b</strong> c</em></p>'],
    ['emphasis over a line end', '*a\nb*', '<p><em>a<br>b</em></p>'],
    ['emphasis with quotation marks', '(*"Yes"*)', '<p>(<em>&quot;Yes&quot;</em>)</p>'],
    ['emphasis in Urdu', 'یہ *سچ* ہے۔', '<p>یہ <em>سچ</em> ہے۔</p>'],
    ['emphasis after a danda', '*ਸੱਚ।* ਹਾਂ', '<p><em>ਸੱਚ।</em> ਹਾਂ</p>'],
    ['the last of two that open', '*a *b*', '<p>*a <em>b</em></p>'],
    ['no crossing', '*a **b* c**', '<p><em>a **b</em> c**</p>'],
    ['no emphasis over an empty line', '*a\n\nb*', '<p>*a</p>\n<p>b*</p>'],
    [
      'a link',
      '[a](https://b.example/c?d=e&f)',
      '<p><a href="https://b.example/c?d=e&amp;f">a</a></p>',
    ],
    [
      'a link with brackets in it',
      '[a](https://b.example/c_(d)_e).',
      '<p><a href="https://b.example/c_(d)_e">a</a>.</p>',
    ],
    ['a telephone', '[call](tel:+44111)', '<p><a href="tel:+44111">call</a></p>'],
    ['an address', '[write](mailto:a@b.example)', '<p><a href="mailto:a@b.example">write</a></p>'],
    [
      'emphasis in a link',
      '[*a* b](http://c.example)',
      '<p><a href="http://c.example"><em>a</em> b</a></p>',
    ],
    [
      'a link in emphasis',
      '*see [a](http://c.example)*',
      '<p><em>see <a href="http://c.example">a</a></em></p>',
    ],
    [
      'no emphasis across a link',
      '*a [b*](http://c.example)',
      '<p>*a <a href="http://c.example">b*</a></p>',
    ],
    [
      'a label before a link',
      '[Me]: [a](http://c.example)',
      '<p>[Me]: <a href="http://c.example">a</a></p>',
    ],
    ['a heading', '# Home\nWe left.', '<h2>Home</h2>\n<p>We left.</p>'],
    ['headings under each other', '# A\n## B\n\n# C', '<h2>A</h2>\n<h3>B</h3>\n<h2>C</h2>'],
    ['a heading with a mark', '# *A*', '<h2><em>A</em></h2>'],
    ['a heading without words', '##\na\n\n### \nb', '<p>a</p>\n<p>b</p>'],
    ['a heading behind several spaces', '#   Home', '<h2>Home</h2>'],
    [
      'two links with nothing between them',
      '[a](tel:1)[b](tel:2)',
      '<p><a href="tel:1">a</a><a href="tel:2">b</a></p>',
    ],
    [
      'no emphasis that begins before a link and ends in it',
      '*[a*](http://c.example)',
      '<p>*<a href="http://c.example">a*</a></p>',
    ],
    [
      'emphasis across brackets that are no link',
      '*a \\[b*](http://c.example)',
      '<p><em>a [b</em>](http://c.example)</p>',
    ],
  ])('%s', (_name, words, html) => {
    expect(wordsToHtml(words)).toBe(html);
  });

  test.each([
    ['stars', '\\*not marked\\*', '*not marked*'],
    ['stars, one backslash', '\\*not marked*', '*not marked*'],
    ['two stars', '\\*\\*not marked\\*\\*', '**not marked**'],
    ['a link', '\\[a](https://b.example)', '[a](https://b.example)'],
    ['a heading', '\\# one', '# one'],
  ])('a backslash before a mark keeps it from being one: %s', (_name, words, seen) => {
    expect(visibleText(words)).toBe(seen);
    expect(shownWords(wordsToHtml(words))).toBe(seen);
    expect(elementsIn(wordsToHtml(words))).toEqual(['p']);
  });

  test('headings begin under those of the page and skip no level', () => {
    const levels = (words: string, top: 2 | 3 | 4) =>
      elementsIn(wordsToHtml(words, top)).filter((name) => name !== 'p');
    expect(levels('# One\n\n#### Two\n\n# Three', 2)).toEqual(['h2', 'h3', 'h2']);
    expect(levels('### One\n\n## Two', 3)).toEqual(['h3', 'h3']);
    expect(levels('# a\n## b\n### c\n#### d', 4)).toEqual(['h4', 'h5', 'h6', 'h6']);
  });
});

/** Words made of what has been taken for a mark somewhere, and of letters of many scripts. */
const NASTY = fc
  .array(
    fc.constantFrom(
      ...'* ** *** \\ \\* \\\\ [ ] ( ) ]( [a] (https://b.example/c) https:// tel:1 # ## _ __ ` ``` > - + 1. --- === | ~ ~~ < <3 <b> <!-- --> & &amp; { } ! ^ : $ = " \''.split(
        ' ',
      ),
      ...[
        '\n',
        '\n\n',
        '\n\n\n',
        '\r\n',
        ' ',
        '  ',
        '    ',
        '\t',
        '\u00a0',
        '\u200c',
        '\u200d',
        '\u200f',
      ],
      ...[
        'a',
        'word',
        'چائے',
        'ਹਾਂ',
        'कि',
        'நீ',
        'e\u0301',
        '1947',
        '🙂',
        '\u{1f468}\u200d\u{1f469}',
        '中',
      ],
    ),
    { maxLength: 60 },
  )
  .map((parts) => parts.join(''));
const RUNS = { numRuns: process.env['PROVE'] ? 5_000 : 500 };
const ANY = fc.oneof(
  NASTY,
  fc.string({ unit: 'grapheme', maxLength: 80 }),
  fc.string({ unit: 'binary', maxLength: 80 }).map((text) => text.replaceAll('\0', '')),
);

/** Is what a reader sees what was typed, less marks alone? Every way in which it could be is tried. */
function onlyMarksGo(words: string): boolean {
  const typed = asTyped(words);
  let places = pastMarks(typed, [0]);
  for (const seen of visibleText(words).split('')) {
    const here = [...places].filter((at) => typed[at] === seen).map((at) => at + 1);
    places = pastMarks(typed, here);
  }
  return places.has(typed.length);
}

/** The places of a text that are reached from some by leaving marks out. */
function pastMarks(typed: string, from: readonly number[]): ReadonlySet<number> {
  const places = new Set(from);
  // What is added on the way is visited too.
  for (const at of places) for (const end of endsOfMark(typed, at)) places.add(end);
  return places;
}

function endsOfMark(typed: string, at: number): readonly number[] {
  const here = (pattern: RegExp): string => {
    pattern.lastIndex = at;
    return pattern.exec(typed)?.[0] ?? '';
  };
  const until = (mark: string, ends: RegExp): readonly number[] =>
    [...mark.matchAll(ends)].map(({ index }) => at + index + 1);
  return [
    ...until(here(/[*\\[]/y), /./g),
    ...until(here(/\]\((?:https?:\/\/|tel:|mailto:)\S+/iy), /\)/g),
    ...until(here(/\n?#{1,6}[ \t]*\n?/y), /[#\s]/g),
    // Headings without words first or last in the text: the gap beside them is none.
    ...until(here(/^(?:#{2,6}\s+)+|\s*(?:#{2,6}\s*)+$/y), /[#\s]/g),
  ];
}

describe('of any words', () => {
  test('what is drawn is what is searched, quoted and looked for', () => {
    fc.assert(
      fc.property(ANY, (words) => {
        const afterHeading = readWords(words).some(({ level }) => level > 0);
        const shown = shownWords(wordsToHtml(words));
        // Under a heading the page leaves room, whether a line was left empty there or not.
        if (afterHeading) expect(flat(shown)).toBe(flat(visibleText(words)));
        else expect(shown).toBe(visibleText(words));
      }),
      RUNS,
    );
  });

  test('without stars, brackets and hashes every character stands in its place', () => {
    fc.assert(
      fc.property(ANY, (words) => {
        const plain = words.replace(/[*[#]/g, '');
        expect(visibleText(plain)).toBe(asTyped(plain));
      }),
      RUNS,
    );
  });

  test('only marks are taken away, and nothing is put in', () => {
    for (const words of [
      '[a](https://b.example/c)(https://b.example/c)',
      '[a](tel:1)b)',
      '# a # b',
    ])
      expect(onlyMarksGo(words)).toBe(true);
    fc.assert(fc.property(ANY, onlyMarksGo), RUNS);
  });

  test('nothing but the elements of marks is drawn, and no link leads anywhere else', () => {
    fc.assert(
      fc.property(ANY, (words) => {
        const html = wordsToHtml(words);
        for (const name of elementsIn(html)) expect(name).toMatch(/^(?:p|br|em|strong|a|h[2-6])$/);
        for (const [, url] of html.matchAll(/href="([^"]*)"/g))
          expect(url).toMatch(/^(?:https?:\/\/|tel:|mailto:)./i);
      }),
      RUNS,
    );
  });
});

function flat(text: string): string {
  return text.replace(/\n+/g, '\n');
}

const CORPORA = new URL('../../../../shared/corpora/stories/', import.meta.url);

describe('of real stories in twelve languages', () => {
  test('every character that is not a mark stands as it was typed', (context) => {
    const languages = list(CORPORA).filter((name) => /^[a-z]{2}$/.test(name));
    if (languages.length === 0) context.skip();
    for (const language of languages)
      for (const name of list(new URL(`${language}/`, CORPORA)).filter(isAsked)) {
        const words = readFileSync(
          new URL(`${language}/${encodeURIComponent(name)}`, CORPORA),
          'utf8',
        );
        expect(flat(shownWords(wordsToHtml(words)))).toBe(flat(visibleText(words)));
        const less = (text: string): string =>
          flat(asTyped(text.replace(/^#{2,6}[ \t]*$/gm, '')))
            .replace(/^#{1,6}[ \t]+(?=\S)|\*|\[|\]\(https?:[^\s)]*\)/gm, '')
            .replace(/^\s+|\s+$/g, '');
        expect(less(visibleText(words))).toBe(less(words));
      }
  });
});

/** One in four of them; `npm run prove` reads them all. */
function isAsked(_name: string, at: number): boolean {
  return process.env['PROVE'] !== undefined || at % 4 === 0;
}

function list(folder: URL): readonly string[] {
  try {
    return readdirSync(folder);
  } catch {
    return [];
  }
}
