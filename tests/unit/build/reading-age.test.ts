import { expect, test } from 'vitest';
import { hardPages, proseOf, readingAge } from '#build/reading-age.ts';

const page = (body: string, language = 'en') => ({
  file: 'pages/about.mdx',
  fields: { language },
  body,
});
const plain = 'We keep what people here told us. You can read it. '.repeat(20);
const hard = 'Institutional collaboration facilitates multidisciplinary participation. '.repeat(20);

test('a page that readers of eleven do not follow is told, with its age and its longest sentence', () => {
  expect(hardPages([page(plain)])).toEqual([]);
  expect(hardPages([page(hard)])).toMatchObject([
    { rule: 'hard-to-read', file: 'pages/about.mdx' },
  ]);
  const long = `${plain} ${'and so on '.repeat(9)}.`;
  expect(hardPages([page(long)])).toHaveLength(1);
});

test('neither another language nor a line or two is measured', () => {
  expect(hardPages([page(hard, 'ur')])).toEqual([]);
  expect(hardPages([page('Multidisciplinary participation.')])).toEqual([]);
});

test('marks, addresses and components are no words', () => {
  const prose = proseOf(
    '## *One* [two](https://example.org/three)\n\n<Note id="four">five</Note>\n',
  );
  expect(prose.match(/\w+/g)).toEqual(['One', 'two', 'five']);
  expect(readingAge('- one two\n- three').words).toBe(2);
});
