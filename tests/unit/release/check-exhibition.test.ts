import { describe, expect, test } from 'vitest';
import { exhibition as exhibitionSchema } from '#records/lists.ts';
import type { HeldContribution } from '#repository/archive.ts';
import { checkExhibition } from '#release/check-exhibition.ts';
import { approved, held } from '#support/held.ts';
import type { Fields } from '#support/small-archive.ts';
import { drawnWall } from '#support/drawn-text.ts';
import { wallText } from '#support/exhibition-text.ts';

const DAY = '2026-11-22';
const ALL = ['words', 'photo'];
const PIECE: Fields = {
  summary: 'Bread and tea',
  photos: [{ id: 'f1', file: 'f1.jpg', alt: 'A picture.', stands_alone: true }],
  translations: [
    { id: 't1', language: 'ur', title: 'Roti', words: 'The other street' },
    { id: 't2', language: 'hi' },
  ],
};

function hung(
  body: string,
  maker: Fields = {},
  change: Fields = {},
  rest: Partial<HeldContribution> = {},
) {
  const grants = { web: ALL, exhibition: ALL };
  const piece = approved(held({ ...PIECE, ...change }, { grants, ...maker }, rest));
  const wall = checkExhibition({
    exhibition: {
      ...{ id: 'spring', file: 'exhibitions/spring/index.mdx', body },
      fields: exhibitionSchema.parse({ title: 'Spring' }),
    },
    contributions: new Map([['told01', piece]]),
    day: DAY,
  });
  return wall;
}

function hang(body: string, maker: Fields = {}, change: Fields = {}) {
  const wall = hung(body, maker, change);
  return {
    ...wall,
    body: wallText(wall.body),
    gaps: wall.gaps.map(({ exhibition, work, reason }) => `${exhibition} ${work} ${reason}`),
  };
}

describe('what hangs', () => {
  test('a whole work: every part of it that is open', () => {
    const body = '<Work id="told01" />';
    expect(hang(body)).toEqual({
      ...{ body, gaps: [], problems: [] },
      works: ['told01', 'told01/words', 'told01/f1', 'told01/t1', 'told01/t2'],
    });
  });

  test('one part, labelled with its title only where the words may hang too', () => {
    const body = '<Work id="told01" part="f1" />\n';
    const label = ['told01/words', 'told01/t1', 'told01/t2'];
    expect(hang(body).works).toEqual(['told01/f1', ...label]);
    const photoOnly = { grants: { web: ['photo'], exhibition: ['photo'] } };
    expect(hang(body, photoOnly).works).toEqual(['told01/f1']);
    expect(hang('<Work id="told01" part="words" />\n').works).toEqual(label);
  });

  test('a part that is closed leaves a gap, and one that is not there another', () => {
    const words = { grants: { web: ALL, exhibition: ['words'] } };
    expect(hang('<Work id="told01" part="f1" />\n', words)).toMatchObject({
      ...{ works: [], gaps: ['spring told01/f1 not-cleared'] },
    });
    expect(hang('<Work id="told01" part="f9" />\n').gaps).toEqual([
      'spring told01/f9 nothing-to-show',
    ]);
    expect(hang('<Work id="gone01" part="f9" />\n').gaps).toEqual(['spring gone01/f9 not-here']);
  });

  test('a safe copy where the site shows the safe copy too', () => {
    const safe = { file: 'f1-safe.jpg', covers: [], checked_on: DAY };
    const photos = [{ id: 'f1', file: 'f1.jpg', alt: 'A picture.', needs_safe: true, safe }];
    expect(hang('<Work id="told01" part="f1" />\n', {}, { photos }).works).toEqual([
      ...['told01/f1', 'told01/words', 'told01/t1', 'told01/t2'],
    ]);
  });

  test('no safe copy where the site shows the approved one', () => {
    const person = { person: 'p2', interest: 'depicted', state: 'given', given_on: '2026-06-01' };
    const full = {
      expires_on: '2031-06-01',
      information_sheet: 'v1',
      language: 'en',
      method: 'paper',
    };
    const safe = { file: 'f1-safe.jpg', covers: ['p2'], checked_on: DAY };
    const photos = [{ id: 'f1', file: 'f1.jpg', alt: 'A picture.', people: ['p2'], safe }];
    const maker = { ...held({}, { grants: { web: ALL, exhibition: ALL } }).fields.consents[0] };
    const consents = [maker, { ...person, ...full, age_band: 'adult', grants: { web: ['photo'] } }];
    expect(hang('<Work id="told01" part="f1" />\n', {}, { photos, consents })).toMatchObject({
      ...{ works: [], gaps: ['spring told01/f1 safe-copy-only'] },
    });
  });

  test('no safe copy that was granted for the site alone', () => {
    const safe = { file: 'f1-safe.jpg', covers: [], checked_on: DAY };
    const photos = [{ id: 'f1', file: 'f1.jpg', alt: 'A picture.', needs_safe: true, safe }];
    const site = { grants: { web: ALL, exhibition: ['words'] } };
    expect(hang('<Work id="told01" part="f1" />\n', site, { photos }).works).toEqual([]);
  });

  test('nothing that was granted for the exhibition and not for the site', () => {
    const notThere = { grants: { web: ['words'], exhibition: ALL } };
    expect(hang('<Work id="told01" part="f1" />\n', notThere).works).toEqual([]);
  });

  test('nothing where a work has no id, and that is told', () => {
    const wall = hung('<Work />');
    expect([wall.body, wall.works]).toEqual([[{ type: 'gap' }], []]);
    expect(wall.problems.map(({ field }) => field)).toEqual(['line 1 of the text']);
  });

  test('a note or a chapter that never held a work stays as it is', () => {
    const body = '<Note>Words of ours</Note>\n\n<Chapter title="x" />';
    expect(hang(body)).toMatchObject({ body, works: [], gaps: [] });
  });

  test('a chapter stays while one of its works does, and loses the other', () => {
    const { body } = hang(
      '<Chapter title="x">\n\n<Work id="gone01" />\n\n<Work id="told01" />\n\n</Chapter>\n',
    );
    expect(body).toContain('<Chapter title="x">');
    expect(body).toContain('<Work id="told01" />');
    expect(body).not.toContain('gone01');
  });

  test('what is taken out is taken out whole, and all else is as it was', () => {
    const { body, gaps } = hang(
      [
        ...['First.', '<Work id="gone01" />', 'Second.'],
        ...['<Chapter title="goes">\n\n<Note><Quote id="gone02">x</Quote></Note>\n\n</Chapter>'],
        ...['Third.', '<Work id="gone03" />', 'Last.\n'],
      ].join('\n\n'),
    );
    expect(body.split(/\n+/).filter((line) => line.trim() !== '')).toEqual([
      ...['First.', 'Second.', 'Third.', 'Last.'],
    ]);
    expect(gaps.map((gap) => gap.split(' ')[1])).toEqual(['gone01', 'gone02', 'gone03']);
  });

  test('words of ours between works that went keep the chapter', () => {
    const { body } = hang(
      'Long before it there are words.\n\n<Chapter title="x">\n\n<Work id="gone01" />\n\nOurs.\n\n<Work id="gone02" />\n\n</Chapter>\n',
    );
    expect(body).toContain('Ours.');
    expect(body).toContain('<Chapter title="x">');
    const emptied = hang(
      'Long before it there are words.\n\n<Chapter title="x">\n\n<Work id="gone01" />\n\n<Work id="gone02" />\n\n</Chapter>\n',
    );
    expect(emptied.body).not.toContain('Chapter');
  });
});

describe('where a work was in a list or a quotation', () => {
  const drawn = (body: string): string => drawnWall(hung(body).body);
  const GONE = '<Work id="gone01" />';
  const HERE = '<Work id="told01" />';

  test.each([
    ['an item that held only it goes', `- ${GONE}\n- b`, '<ul>\n<li>b</li>\n</ul>\n'],
    ['an item with words stays', `- a ${GONE}\n- b`, '<ul>\n<li>a</li>\n<li>b</li>\n</ul>\n'],
    ['a list that held only such items goes', `a\n\n- ${GONE}\n- ${GONE}`, '<p>a</p>\n'],
    ['a list in it goes too', `- a\n- - ${GONE}`, '<ul>\n<li>a</li>\n</ul>\n'],
    ['the others hang on', `- ${GONE}\n- ${HERE}`, '<ul><li>{Work id=told01|}</li></ul>'],
    ['an item that never held anything stays', `-\n- ${GONE}`, '<ul>\n<li></li>\n</ul>\n'],
    ['a quotation that held only it goes', `a\n\n> ${GONE}`, '<p>a</p>\n'],
    ['a quotation with words stays', `> a\n> ${GONE}`, '<blockquote><p>a</p>\n</blockquote>\n'],
    ['a quotation in a note that held only it goes', `<Note>\n> ${GONE}\n\n</Note>`, ''],
    ['a quotation that never held anything stays', '>', '<blockquote></blockquote>\n'],
    ['an address with a name keeps no item', `- ${GONE}\n\n  [a]: /b`, ''],
  ])('%s', (_name, body, html) => {
    expect(drawn(body)).toBe(html);
  });

  test('a work in a list hangs only with its consents, as anywhere', () => {
    expect(hang(`- ${HERE}\n- ${GONE}\n\n> ${HERE}`)).toMatchObject({
      works: ['told01', 'told01/words', 'told01/f1', 'told01/t1', 'told01/t2'],
      gaps: ['spring gone01 not-here'],
    });
  });
});

describe('a quotation that hangs', () => {
  test.each([
    ['the words', 'We baked,\n and the **street** came.', 'told01/words'],
    ['the title', 'Bread on a Friday', 'told01/words'],
    ['the summary', 'Bread and tea', 'told01/words'],
    ['a translation', 'The other street', 'told01/t1'],
    ['the title of a translation', 'Roti', 'told01/t1'],
  ])('may come from %s', (_name, words, work) => {
    const wall = hang(`<Quote id="told01">${words}</Quote>\n`);
    expect(wall.problems).toEqual([]);
    expect(wall.works).toEqual([work]);
    expect(wall.body).toContain('<Quote id="told01">');
  });

  test.each([
    ['a sentence with a link in it', 'ask the library first', 'told01/words'],
    ['marks and all', 'so very cold', 'told01/words'],
    ['over a line and its indent', 'It rained, we went home.', 'told01/words'],
    ['letters in another Unicode form', 'the cafe\u0301 shut', 'told01/words'],
    ['a caption', 'Our table', 'told01/f1'],
    ['further words', 'We bake bread.', 'told01/m1'],
    ['the summary of a translation', 'خلاصہ', 'told01/t1'],
  ])('may hold %s', (_name, words, work) => {
    const body =
      'It was so *very* cold, ask [the library](https://library.example) first.\n\nThe caf\u00e9: the caf\u00e9 shut.\nIt rained,\n    we went home.\n';
    const change = {
      photos: [
        { id: 'f1', file: 'f1.jpg', alt: 'A picture.', caption: 'Our table', stands_alone: true },
      ],
      translations: [{ id: 't1', language: 'ur', summary: 'خلاصہ' }],
      more: [{ id: 'm1', form: 'easy-read', language: 'en', words: 'We bake **bread**.' }],
    };
    const wall = hung(`<Quote id="told01">${words}</Quote>\n`, {}, change, { body });
    expect(wall.problems).toEqual([]);
    expect(wall.works).toEqual([work]);
  });

  test.each([
    ['years', '1947. The line.\n\n1965. I came.\n\n1984. I stopped.'],
    ['labels', 'He said:\n[Me]: Fine.\n[Nurse]: Good.'],
    ['dashes, bullets and stars', '- Where?\n- Nowhere.\n\n* one\n* two\n\n***\n2 * 3 * 4'],
    ['a line above a rule', 'I never went back\n---\nThat was all.\n===\n# no heading'],
    ['a poem', 'Out of habit\n    I made tea\n        for two.\n\n    The end.'],
    ['signs of code', '__init__ `tick` {smile} C:\\new &amp; <b>x</b>\n```\n| a |\n|---|\n~~~'],
    ['a comment', 'before <!-- testimony --> after'],
    ['orders to bring in and out', 'We went.\n\nimport the rice from home\n\nexport it, don\\t'],
    ['quotations', '> he said\n>> she said'],
  ])('holds words as they were typed: %s', (_name, words) => {
    for (const gap of ['', '\n\n']) {
      const body = `Ours.\n\n<Quote id="told01">${gap}${words}${gap}</Quote>\n\nOurs too.\n`;
      const wall = hung(body, {}, {}, { body: `First.\n\n${words}\n` });
      expect([wall.problems, wall.works]).toEqual([[], ['told01/words']]);
    }
  });

  test.each(['undefined', 'Stryker was here!', 'Webaked,', 'the streetcame'])(
    'may not say what the piece does not: %s',
    (words) => {
      const wall = hang(
        `Before.\n\n<Quote id="told01">${words}</Quote>\n`,
        {},
        { summary: undefined },
      );
      expect(wall.problems).toEqual([
        {
          ...{ file: 'exhibitions/spring/index.mdx', field: 'Quote of told01' },
          ...{ rule: 'quote-not-exact', what: 'These are not the exact words of the piece.' },
          next: 'Copy the words again from the piece. Nothing was published.',
        },
      ]);
      expect(wall.works).toEqual([]);
      expect(wall.body.trim()).toBe('Before.');
    },
  );

  test('hangs by the part that is open, where two say the same', () => {
    const photos = [
      { id: 'f1', file: 'f1.jpg', alt: 'A picture.', caption: 'Bread and tea', stands_alone: true },
    ];
    const closed = { grants: { web: ALL, exhibition: ['photo'] } };
    const wall = hung('<Quote id="told01">Bread and tea</Quote>\n', closed, { photos });
    expect([wall.works, wall.gaps]).toEqual([['told01/f1'], []]);
  });

  test('may come from what is said in the recording', () => {
    const voice = { id: 'v1', file: 'v1.wav', transcript: 'v1.vtt' };
    const transcript = 'WEBVTT\n\n00:00.000 --> 00:02.000\nWe sang at the oven.\n';
    const grants = { web: [...ALL, 'voice'], exhibition: [...ALL, 'voice'] };
    const wall = hung(
      '<Quote id="told01">sang at the</Quote>',
      { grants },
      { voice },
      { transcript },
    );
    expect([wall.problems, wall.works]).toEqual([[], ['told01/v1-transcript']]);
    expect(
      hung('<Quote id="told01">WEBVTT</Quote>', { grants }, { voice }, { transcript }).problems
        .length,
    ).toBe(1);
  });

  test('goes where its own part is closed, and says so', () => {
    const closed = { grants: { web: ALL, exhibition: ['photo'] } };
    for (const words of ['The other street', 'Bread on a Friday', 'Nowhere said']) {
      const wall = hang(`<Quote id="told01">${words}</Quote>\n`, closed);
      expect([wall.works, wall.problems]).toEqual([[], []]);
      expect(wall.gaps).toEqual(['spring told01 not-cleared']);
    }
  });
});

describe('why a gap is there, for facilitators', () => {
  const why = (body: string, maker: Fields = {}, change: Fields = {}) =>
    hung(body, maker, change).gaps.map((gap) => ({
      reason: gap.reason,
      why: gap.why.map(({ reason, person }) => `${reason} ${person ?? '-'}`),
    }));
  const PART = '<Work id="told01" part="f1" />\n';

  test('one part: what closes that part, each thing once, and nothing of the others', () => {
    const onlyWords = { grants: { web: ['words'], exhibition: ['words'] } };
    expect(why(PART, onlyWords)).toEqual([{ reason: 'not-cleared', why: ['not-granted p1'] }]);
    const notHere = { grants: { web: ALL, exhibition: ['words'] } };
    expect(why(PART, notHere)).toEqual([{ reason: 'not-cleared', why: ['not-granted p1'] }]);
  });

  test('the whole piece: what stops it, also where no part was looked at', () => {
    const held = { hold: true, published_on: '2026-06-20' };
    expect(why(PART, {}, held)).toEqual([{ reason: 'not-cleared', why: ['held -'] }]);
    expect(why('<Work id="told01" />\n', {}, held)).toEqual([
      { reason: 'not-cleared', why: ['held -'] },
    ]);
    expect(why('<Work id="told01" />\n', { grants: {} })).toEqual([
      { reason: 'not-cleared', why: ['not-granted p1'] },
    ]);
  });

  test('two people with the same answer are both named', () => {
    const waiting = { person: 'p2', interest: 'co-creator', state: 'requested' };
    const two = { grants: { web: ['words'], exhibition: ['words'] } };
    const wall = hung(PART, two, {});
    expect(wall.gaps[0]?.why).toEqual([{ reason: 'not-granted', person: 'p1' }]);
    const piece = approved(held({ ...PIECE }, two));
    const together = {
      ...piece,
      fields: {
        ...piece.fields,
        consents: [...piece.fields.consents, { ...piece.fields.consents[0], ...waiting }],
      },
    } as typeof piece;
    const both = checkExhibition({
      exhibition: {
        ...{ id: 'spring', file: 'exhibitions/spring/index.mdx', body: PART },
        fields: exhibitionSchema.parse({ title: 'Spring' }),
      },
      contributions: new Map([['told01', together]]),
      day: DAY,
    });
    expect(both.gaps[0]?.why).toEqual([
      { reason: 'not-granted', person: 'p1' },
      { reason: 'not-yet-answered', person: 'p2' },
    ]);
  });

  test('each reason of one person, and each person of one reason', () => {
    const p2 = { person: 'p2', interest: 'co-creator' };
    const maker = held({}, { grants: { web: ['words'], exhibition: ['words'] } }).fields
      .consents[0];
    const consents = [maker, { ...maker, ...p2 }];
    expect(why(PART, {}, { consents })).toEqual([
      { reason: 'not-cleared', why: ['not-granted p1', 'not-granted p2'] },
    ]);
    const unnamed = { grants: { web: ['words'], exhibition: ALL }, exhibitions: [] };
    expect(why(PART, unnamed)).toEqual([
      { reason: 'not-cleared', why: ['not-granted p1', 'exhibition-not-named p1'] },
    ]);
  });

  test('what is not here, or not a part of it, has no reason of consent', () => {
    expect(why('<Work id="gone01" />\n')).toEqual([{ reason: 'not-here', why: [] }]);
    expect(why('<Work id="told01" part="f9" />\n')).toEqual([
      { reason: 'nothing-to-show', why: [] },
    ]);
  });
});
