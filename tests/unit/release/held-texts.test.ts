import { describe, expect, test } from 'vitest';
import type { Archive, HeldContribution } from '#repository/archive.ts';
import { contributionTexts, facilitatorTexts, strings } from '#release/held-texts.ts';
import { approved, EVERY_PART, held } from '#support/held.ts';

const DAY = '2026-11-22';
const VTT = (words: string) => `WEBVTT\n\n00:00.000 --> 00:01.000\n${words}\n`;

describe('the contributor’s own texts in a piece', () => {
  const lines = (one: HeldContribution): readonly string[] =>
    contributionTexts(one).map(({ field, text }) => `${field}: ${text}`);

  test('are its words in every form, with marks both as typed and as read', () => {
    const one = held(
      {
        ...EVERY_PART,
        photos: [
          {
            ...{ id: 'f1', file: 'f1.jpg', alt: 'A table', caption: 'Ours' },
            safe: { file: 'f1-safe.jpg', alt: 'A blurred table', caption: 'Blurred' },
          },
        ],
        translations: [
          { id: 't1', language: 'ur', title: 'T', summary: 'S', words: 'Other **words**' },
        ],
        more: [{ id: 'm1', form: 'easy-read', language: 'en', words: 'Easy *words*' }],
      },
      {},
      { body: 'We *baked*.\n', transcript: VTT('Spoken'), safeTranscript: VTT('Masked') },
    );
    expect(lines(one)).toEqual([
      ...['title: Bread on a Friday', 'summary: A summary of it'],
      ...['body: We *baked*.\n', 'body: We baked.'],
      ...['t1.title: T', 't1.summary: S', 't1.words: Other **words**', 't1.words: Other words'],
      ...['m1.words: Easy *words*', 'm1.words: Easy words'],
      ...['voice.transcript: Spoken', 'voice.safe.transcript: Masked'],
      ...['f1.alt: A table', 'f1.caption: Ours'],
      ...['f1.safe.alt: A blurred table', 'f1.safe.caption: Blurred'],
    ]);
  });

  test('each say which part they go with, which must be open, and whether they fall with the words', () => {
    const one = held(EVERY_PART, {}, { transcript: VTT('Spoken'), safeTranscript: VTT('Masked') });
    const told = contributionTexts(one).map(({ file, field, part, shownWith, ofTheWords }) => {
      expect(file).toBe('stories/told01/story.md');
      return [field, part, shownWith, ofTheWords];
    });
    expect(told).toEqual([
      ['title', 'words', 'words', true],
      ['summary', 'words', 'words', true],
      ['body', 'words', 'words', true],
      ['t1.title', 't1', 't1', true],
      ['t1.summary', 't1', 't1', true],
      ['t1.words', 't1', 't1', true],
      ['m1.words', 'm1', 'm1', true],
      ['voice.transcript', 'v1', 'v1-transcript', true],
      ['voice.safe.transcript', 'v1', 'v1-transcript', true],
      ['f1.alt', 'f1', 'f1', false],
      ['f1.caption', 'f1', 'f1', false],
      ['a1.alt', 'a1', 'a1', false],
    ]);
  });

  test('are none where nothing is written, or only spaces', () => {
    const bare = held({ summary: ' \n' }, {}, { body: ' \n' });
    expect(lines(bare)).toEqual(['title: Bread on a Friday']);
  });
});

describe('the texts that facilitators and institutions wrote', () => {
  const document = (folder: string, id: string, fields: object, body: string) => ({
    ...{ id, file: `${folder}/${id}`, fields, body },
  });
  const archive = (contributions: readonly HeldContribution[]): Archive =>
    ({
      root: '',
      contributions,
      withdrawn: new Map(),
      settings: { name: 'A small archive', contacts: [{ label: { en: 'Call' }, value: '0' }] },
      exhibitions: [
        document(
          'exhibitions',
          'spring',
          { title: 'Spring' },
          'Welcome.\n\n<Quote id="told01">We baked</Quote>\n',
        ),
      ],
      pages: [document('pages', 'about', { title: 'About' }, 'Us\n')],
      responses: [document('responses', 'one', { answers: { priority: 'warm' } }, 'Yes\n')],
      lists: {
        themes: new Map([['care', { community_words: ['kin', 'ours'] }]]),
        places: new Map([['p', { name: { en: 'P' } }]]),
        series: new Map([['s', { name: { en: 'S' } }]]),
        priorities: new Map([['w', { name: { en: 'W' } }]]),
        assets: new Map([['a', { name: { en: 'A' } }]]),
      },
    }) as unknown as Archive;
  const told = (...contributions: readonly HeldContribution[]) =>
    facilitatorTexts(archive(contributions), DAY).map(
      ({ file, field, text }) => `${file} ${field}: ${text.replaceAll('\n', ' ').trim()}`,
    );
  const REST = [
    ...['pages/about title: About', 'pages/about body: Us'],
    ...['responses/one answers.priority: warm', 'responses/one body: Yes'],
    ...['themes/care.yaml community_words[0]: kin', 'themes/care.yaml community_words[1]: ours'],
    ...['places/p.yaml name.en: P', 'series/s.yaml name.en: S', 'priorities/w.yaml name.en: W'],
    ...['assets/a.yaml name.en: A', 'settings.yaml name: A small archive'],
    ...['settings.yaml contacts[0].label.en: Call', 'settings.yaml contacts[0].value: 0'],
  ];

  test('are those of exhibitions, pages, answers, lists and settings, each with its field', () => {
    const quoted = approved(held({}, { grants: { web: ['words'], exhibition: ['words'] } }));
    expect(told(quoted)).toEqual([
      'exhibitions/spring title: Spring',
      'exhibitions/spring body: Welcome. We baked',
      ...REST,
    ]);
  });

  test('do not hold a quotation that fell from the wall with its piece', () => {
    const gone = approved(held({}, { withdrawn_on: DAY, grants: { web: ['words'] } }));
    expect(told(gone)).toEqual([
      'exhibitions/spring title: Spring',
      'exhibitions/spring body: Welcome.',
      ...REST,
    ]);
  });

  test('are found however deep they stand, and numbers, days and nothing are no texts', () => {
    expect(strings('x.yaml', { a: [{ b: 'one' }, 'two'], c: { d: ['three'] } })).toEqual([
      { file: 'x.yaml', field: 'a[0].b', text: 'one' },
      { file: 'x.yaml', field: 'a[1]', text: 'two' },
      { file: 'x.yaml', field: 'c.d[0]', text: 'three' },
    ]);
    expect(strings('x.yaml', { a: 1, b: null, c: undefined, d: true })).toEqual([]);
  });
});
