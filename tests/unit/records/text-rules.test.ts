import { describe, expect, test } from 'vitest';
import { mediaFolder } from '#media/store.ts';
import { readContent } from '#repository/read-content.ts';
import { contribution } from '#records/contribution.ts';
import { parseRecord } from '#records/parse-record.ts';
import { refusedCharacter, withoutRefused } from '#records/text-rules.ts';
import { smallArchive } from '#support/small-archive.ts';

const CONTROLS = [
  ...Array.from({ length: 32 }, (_, code) => code).filter((code) => ![9, 10, 13].includes(code)),
  ...Array.from({ length: 33 }, (_, at) => 0x7f + at),
  ...[0x202d, 0x202e, 0xd800, 0xdfff, 0xfdd0, 0xfffe, 0xffff, 0x1fffe, 0x10ffff],
];

describe('a character that no text may hold', () => {
  test.each(CONTROLS.map((code) => [code.toString(16)]))('U+%s is found, with its line', (hex) => {
    const letter = String.fromCodePoint(Number.parseInt(hex, 16));
    const found = refusedCharacter(`one\r\ntwo\nthr${letter}ee`);
    expect(found).toEqual({ code: `U+${hex.toUpperCase().padStart(4, '0')}`, line: 3 });
    expect(withoutRefused(`a${letter}b`)).toBe('ab');
  });

  test.each([
    ['tabs and line ends', 'a\tb\r\nc\rd'],
    ['joiners', 'ਸ\u200dਾ می\u200cخواهم'],
    ['marks of direction', '\u200f(\u200e1\u061c) \u202a+44 20\u202c \u2068x\u2069'],
    [
      'variation selectors and flags',
      '☎\ufe0f 🏴\u{e0067}\u{e0062}\u{e0065}\u{e006e}\u{e0067}\u{e007f} 👩‍👧',
    ],
    ['soft hyphens, spaces and line separators', 'a\u00ad\u00a0\u3000\u2028\u2029\ufeff'],
  ])('is not: %s', (_name, text) => {
    expect(refusedCharacter(text)).toBe(undefined);
    expect(withoutRefused(text)).toBe(text);
  });
});

/** Every text of a contribution, each by itself. */
const FIELDS = [
  ['title', { title: 'a\u000bb' }],
  ['summary', { summary: 'a\u000bb' }],
  ['credit.name', { credit: { as: 'full-name', name: '\u0002' } }],
  ['content_notes[0].words', { content_notes: [{ topic: 'abuse', words: 'a\u0000' }] }],
  ['photos[0].alt', { photos: [{ id: 'f1', file: 'f1.jpg', alt: '\u0085' }] }],
  [
    'photos[0].caption',
    { photos: [{ id: 'f1', file: 'f1.jpg', alt: 'A picture.', caption: '\u202e' }] },
  ],
  ['translations[0].words', { translations: [{ id: 't1', language: 'en', words: '\uffff' }] }],
  ['more[0].words', { more: [{ id: 'e1', form: 'short', language: 'en', words: '\ud800' }] }],
  ['licence.attribution', { licence: { name: 'x', attribution: 'a\u000cb' } }],
  ['consents[0].information_sheet', { consents: [{ person: 'p1', information_sheet: '\u001b' }] }],
] as const;

test.each(FIELDS)('the field is named: %s', (field, change) => {
  const record = { title: 'a', language: 'en', kind: 'story', ...change };
  const parsed = parseRecord(contribution, record, 'story.md');
  expect(parsed.ok ? [] : parsed.problems).toMatchObject([{ rule: 'refused-character', field }]);
});

describe('in a content folder', () => {
  const story = (words: string) =>
    `---\ntitle: a\nlanguage: en\nkind: sound\nvoice: { id: v1, file: v1.wav, transcript: v1.vtt }\n---\n${words}`;
  test.each([
    ['the words of a story', 'stories/abcdef/story.md', story('One\ntwo\u000b'), 'words, line 2'],
    [
      'a transcript',
      'stories/abcdef/v1.vtt',
      'WEBVTT\n\n00:00.000 --> 00:01.000\n\u0007\n',
      'voice.transcript, line 4',
    ],
    ['a page', 'pages/about.mdx', '---\ntitle: a\n---\nx\u000b', 'words'],
    [
      'an answer',
      'responses/a.md',
      '---\ninstitution: a\nanswers: { priority: b }\non: 2026-01-01\n---\n\u000b',
      'words',
    ],
    ['a theme', 'themes/a.yaml', 'name: "a\\vb"\n', 'name'],
    ['a community word', 'themes/a.yaml', 'community_words: ["\\b"]\n', 'community_words[0]'],
    ['an asset', 'assets/a.yaml', 'about: { en: "\\e" }\n', 'about.en'],
    ['the settings', 'settings.yaml', 'name: a\ntagline: { en: a, ur: "\\x07" }\n', 'tagline.ur'],
  ])('%s is told by file and field', async (_name, file, text, field) => {
    const { content, write } = await smallArchive();
    if (file.startsWith('stories/')) {
      await write('stories/abcdef/story.md', story('One'));
      await write('stories/abcdef/v1.vtt', 'WEBVTT\n');
      await write('stories/abcdef/v1.wav', 'x');
    }
    await write(file, text);
    const { archive, problems } = await readContent({ root: content, store: mediaFolder(content) });
    expect(archive).toBe(undefined);
    const [first] = problems.filter(({ rule }) => rule === 'refused-character');
    expect(first?.field?.replace(/^name\.en$/, 'name')).toBe(field);
  });
});
