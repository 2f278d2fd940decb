import { describe, expect, test } from 'vitest';
import { mediaFolder } from '#media/store.ts';
import { approve } from '#intake/approve.ts';
import { admit } from '#release/admit.ts';
import { readContent } from '#repository/read-content.ts';
import { toReleasedStory } from '#release/to-released-story.ts';
import { type Fields, openRecord, smallArchive } from '#support/small-archive.ts';

const NAME = 'CNRY-anonymous-name-0badcafe';

async function told(change: Fields, maker: Fields = {}) {
  const { content, story, write } = await smallArchive();
  await story('told01', openRecord({ summary: 'A summary', ...change }, maker));
  await write('stories/told01/f1.jpg', 'x');
  await approve({ content, ids: 'all' });
  const { archive, problems } = await readContent({ root: content, store: mediaFolder(content) });
  expect(problems).toEqual([]);
  const admission = admit(archive!.contributions[0]!, '2026-11-22');
  return toReleasedStory(admission, { photos: new Map(), sounds: new Map() }, []);
}

describe('what the site is told of a piece', () => {
  test('never a name written beside an anonymous credit, of the maker or of a translator', async () => {
    const credit = { as: 'anonymous', name: NAME };
    const story = await told({
      credit,
      translations: [{ id: 't1', language: 'ur', words: 'x', credit }],
    });
    expect(story.credit).toEqual({ as: 'anonymous' });
    expect(JSON.stringify(story)).not.toContain(NAME);
  });

  test('no person, no date of consent, no sheet, no approval', async () => {
    const text = JSON.stringify(
      await told({}, { information_sheet: NAME, on_withdrawal: 'notice' }),
    );
    for (const private_ of ['p1', NAME, 'sha256', '2031', 'expires', 'adult'])
      expect(text).not.toContain(private_);
  });

  test('thanks may be sent only where a contributor said yes to it and something is open', async () => {
    expect((await told({}, { thanks: true })).thanks).toBe(true);
    expect((await told({}, { thanks: false })).thanks).toBe(false);
    expect((await told({}, {})).thanks).toBe(false);
    expect((await told({ hold: true }, { thanks: true })).thanks).toBe(false);
    const consents = openRecord()['consents'] as Fields[];
    const helper = { ...consents[0], person: 'p2', interest: 'co-creator', thanks: true };
    expect((await told({ consents: [...consents, helper] })).thanks).toBe(false);
    const [maker] = consents;
    expect((await told({ consents: [{ ...maker, thanks: true }, helper] })).thanks).toBe(true);
    const another = { ...maker, person: 'p3' };
    expect((await told({ consents: [{ ...maker, thanks: true }, another] })).thanks).toBe(true);
  });

  test('no title, summary, credit or note when the words are closed', async () => {
    const photos = [{ id: 'f1', file: 'f1.jpg', alt: 'A picture.', stands_alone: true }];
    const notes = [{ topic: 'bereavement', words: 'a sentence of theirs' }];
    const story = await told(
      {
        ...{ photos, content_notes: notes, credit: { as: 'chosen-name', name: NAME } },
        licence: { name: 'CC BY 4.0', url: 'https://example.org/by', attribution: `By ${NAME}` },
      },
      { grants: { web: ['photo'] } },
    );
    expect(story).toMatchObject({ kind: 'story', contentNotes: [] });
    expect(story.licence).toEqual({ name: 'CC BY 4.0', url: 'https://example.org/by' });
    expect([story.title, story.summary, story.credit, story.wordsFile]).toEqual([
      ...[undefined, undefined, undefined, undefined],
    ]);
    expect(JSON.stringify(story)).not.toMatch(/bereavement|a sentence of theirs/);
  });
});
