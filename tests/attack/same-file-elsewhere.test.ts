import { dirname, join } from 'node:path';
import { expect, test } from 'vitest';
import { mediaFolder } from '#media/store.ts';
import { approve } from '#intake/approve.ts';
import { check } from '#cli/check.ts';
import { admit } from '#release/admit.ts';
import { readContent } from '#repository/read-content.ts';
import { photographWith } from '#support/media-made-here.ts';
import { depicted, maker, photo } from '#support/shown-people.ts';
import { type Fields, openRecord, smallArchive } from '#support/small-archive.ts';

const DAY = '2026-11-30';

/** A piece in which a photograph of p2 is held, and one that shows the same bytes and names nobody. */
async function sameBytes(answer: Fields, change: { readonly together?: boolean } = {}) {
  const { content, write, story } = await smallArchive();
  const bytes = await photographWith('SAME', 7);
  const consents = [maker, depicted(answer)];
  const named = photo('f1', { people: ['p2'] });
  if (change.together) {
    await write('stories/first1/f1.jpg', bytes);
    await write('stories/first1/f2.jpg', bytes);
    await story('first1', openRecord({ photos: [named, photo('f2')], consents }));
  } else {
    await write('stories/first1/f1.jpg', bytes);
    await story('first1', openRecord({ photos: [named], consents }));
    await write('stories/second/f2.jpg', bytes);
    await story('second', openRecord({ photos: [photo('f2')] }));
  }
  await approve({ content, ids: 'all' });
  const { archive, problems } = await readContent({
    root: content,
    store: mediaFolder(join(dirname(content), 'media')),
  });
  if (archive === undefined) throw new Error(JSON.stringify(problems));
  const place = archive.contributions.at(-1);
  if (place === undefined) throw new Error('nothing was read');
  return { content, admission: admit(place, DAY) };
}

const NO = { verdict: 'withhold', refusals: [{ reason: 'said-no-elsewhere' }] };

test.each<readonly [string, Fields]>([
  ['withdrew', { state: 'withdrawn', withdrawn_on: '2026-10-01' }],
  ['refused', { state: 'refused' }],
  ['left photographs blank', { grants: { web: ['words'] } }],
])(
  'the bytes of a held photograph, in another piece that names nobody, stay back where a person in it %s',
  async (_, answer) => {
    const { content, admission } = await sameBytes(answer);
    expect(admission.decision.parts.get('f2')).toEqual(NO);
    expect(admission.open.has('words')).toBe(true);
    const { lines, exit } = await check({ content, day: DAY });
    expect(exit).toBe(0);
    expect(lines.join('\n')).toContain(
      'stories/second/story.md, photos[0]: The same file is held back in another place: stories/first1/story.md, photos[0].',
    );
  },
);

test('so do they under the name of another part of the same piece', async () => {
  const { admission } = await sameBytes({ state: 'refused' }, { together: true });
  expect(admission.decision.parts.get('f2')).toEqual(NO);
});

test('a no that is still to come counts from its day', async () => {
  const { admission } = await sameBytes({ withdrawn_on: '2026-12-01' });
  expect(admission.open.has('f2')).toBe(true);
  expect(admit(admission.held, '2026-12-01').open.has('f2')).toBe(false);
});

test('where nobody has answered yet it is told, and somebody is to look', async () => {
  const { content, admission } = await sameBytes({ state: 'requested' });
  expect(admission.open.has('f2')).toBe(true);
  const { lines } = await check({ content, day: DAY });
  expect(lines.join('\n')).toContain('Here it is shown. Look whether it may be.');
});

test('where everybody said yes the same photograph may stand in two pieces, and nothing is said', async () => {
  const { content, admission } = await sameBytes({});
  expect(admission.open.has('f2')).toBe(true);
  const { lines } = await check({ content, day: DAY });
  expect(lines.join('\n')).not.toContain('The same file');
});
