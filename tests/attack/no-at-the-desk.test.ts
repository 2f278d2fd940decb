import { expect, test } from 'vitest';
import { stringify } from 'yaml';
import { approve } from '#intake/approve.ts';
import { photographWith } from '#support/media-made-here.ts';
import { type Fields, openRecord } from '#support/small-archive.ts';
import { asText, saving, type SmallDesk, smallDesk } from '#support/small-desk.ts';

const STORY = 'content/stories/first01/story.md';
const maker = (openRecord().consents as readonly Fields[])[0] as Fields;
const photo = (id: string, change: Fields = {}): Fields => ({
  ...{ id, file: `${id}.jpg`, alt: 'Two people at a table' },
  ...change,
});
const record = openRecord({
  photos: [photo('f1', { people: ['p2'] })],
  consents: [maker, { ...maker, person: 'p2', interest: 'depicted', state: 'refused' }],
});

/** A piece with a photograph that p2 said no to; the other one shows `bytes`. */
async function deskWith(other: string): Promise<SmallDesk> {
  return smallDesk(async ({ content, write, story }) => {
    await write('stories/first01/f1.jpg', await photographWith('NO', 7));
    await story('first01', record);
    await write('stories/second1/f2.jpg', await photographWith(other, 7));
    await story('second1', openRecord({ photos: [photo('f2')] }), 'Other words were said.\n');
    await approve({ content, ids: 'all' });
  });
}

/** The photograph is taken out in the form, and that is published. */
async function withoutThePhotograph(desk: SmallDesk) {
  const { body } = await desk.cms('getEntry', { path: STORY });
  const text = asText(body.data, STORY);
  const { rev } = JSON.parse(body.data) as { rev: string };
  const words = text.slice(text.lastIndexOf('\n---\n') + 5);
  const raw = `---\n${stringify({ rev, ...record, photos: [] })}---\n${words}`;
  expect((await desk.cms('persistEntry', saving(STORY, raw, { slug: 'first01' }))).status).toBe(
    200,
  );
  await desk.post('/api/approve', { id: 'first01' });
  return desk.cms('publishUnpublishedEntry', { collection: 'stories', slug: 'first01' });
}

test('a photograph with a no is not taken out of a record while another piece has the same file', async () => {
  const desk = await deskWith('NO');
  const before = desk.git('rev-parse', 'archive');
  const answer = await withoutThePhotograph(desk);
  expect([answer.status, answer.body.error]).toEqual([
    422,
    expect.stringContaining('the same file stands in second1'),
  ]);
  expect(desk.git('rev-parse', 'archive')).toBe(before);
});

test('and is where no other has it', async () => {
  const desk = await deskWith('YES');
  const answer = await withoutThePhotograph(desk);
  expect([answer.status, answer.body.error]).toEqual([200, undefined]);
});

test('the publish question names a photograph that a no in another piece keeps back', async () => {
  const desk = await deskWith('NO');
  const { body } = await desk.post('/api/check', { collection: 'stories', slug: 'second1' });
  expect(body.parts).toContainEqual(
    expect.objectContaining({ part: 'f2', decision: 'withhold', reasons: [expect.anything()] }),
  );
});
