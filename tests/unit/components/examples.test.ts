import { expect, test } from 'vitest';
import { examplesFrom } from '#components/examples.ts';
import type { Released, Story } from '#release/released.ts';

function piece(id: string, more: Partial<Story>): Released<Story> {
  const story: Story = {
    id,
    kind: 'story',
    language: 'en',
    series: [],
    themes: [],
    places: [],
    contentNotes: [{ topic: 'illness' }],
    images: [],
    translations: [],
    more: [],
    siblings: [],
    uses: {},
    searchable: true,
    openToAi: false,
    openLicence: false,
    example: true,
    thanks: false,
    ...more,
  };
  return story as Released<Story>;
}

test('a real piece never stands as an example', () => {
  const { cards, note } = examplesFrom([piece('real', { example: false })]);
  expect(cards).toEqual([]);
  expect(note).toBeUndefined();
});

test('there is one card of each kind, and the newest stands for it', () => {
  const { cards } = examplesFrom([
    piece('new', {}),
    piece('poem', { kind: 'poem' }),
    piece('old', {}),
  ]);
  expect(cards.map(({ id }) => id).sort()).toEqual(['new', 'poem']);
});
