import { readFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import sharp from 'sharp';
import { beforeEach, expect, test } from 'vitest';
import { mediaFolder } from '#media/store.ts';
import { approve } from '#intake/approve.ts';
import { check } from '#cli/check.ts';
import { withdraw } from '#withdrawal/withdraw.ts';
import { admit } from '#release/admit.ts';
import { readContent } from '#repository/read-content.ts';
import { photographWith, soundWith } from '#support/media-made-here.ts';
import { depicted, maker, photo } from '#support/shown-people.ts';
import { type Fields, openRecord, smallArchive } from '#support/small-archive.ts';

const DAY = '2026-11-30';

let archive: Awaited<ReturnType<typeof smallArchive>>;
beforeEach(async () => {
  archive = await smallArchive();
  process.env['ARCHIVE_STATE'] = join(dirname(archive.content), 'state');
});

async function admission(id: string) {
  const { archive: read, problems } = await readContent({
    root: archive.content,
    store: mediaFolder(join(dirname(archive.content), 'media')),
  });
  const held = read?.contributions.find((each) => each.id === id);
  if (held === undefined) throw new Error(JSON.stringify(problems));
  return admit(held, DAY);
}

test.each<readonly [string, { readonly part?: string }]>([
  ['the whole piece', {}],
  ['the photograph', { part: 'f1' }],
])(
  'a photograph that somebody in it said no to stays back in another piece when %s with their no is withdrawn',
  async (_, what) => {
    const { content, write, story } = archive;
    const bytes = await photographWith('NO', 7);
    await write('stories/first1/f1.jpg', bytes);
    const named = photo('f1', { people: ['p2'] });
    const consents = [maker, depicted({ state: 'refused' })];
    await story('first1', openRecord({ photos: [named], consents }));
    await write('stories/second/f2.jpg', bytes);
    await story('second', openRecord({ photos: [photo('f2')] }), 'Other words were said here.\n');
    await approve({ content, ids: 'all' });
    expect((await admission('second')).open.has('f2')).toBe(false);

    expect((await withdraw({ content, id: 'first1', day: DAY, ...what })).kind).toBe('withdrawn');
    const { exit, lines } = await check({ content, day: DAY });
    expect([exit, lines.join('\n')]).toEqual([
      1,
      expect.stringContaining('stories/second/story.md · photos[0].file · withdrawn-before'),
    ]);
  },
);

test.each<readonly [string, Fields]>([
  ['said no', { state: 'refused' }],
  ['was not asked yet', { state: 'requested' }],
])('a safe copy that is the same picture again hides nobody who %s', async (_, answer) => {
  const { content, write, story } = archive;
  const bytes = await photographWith('FACE', 7);
  await write('stories/first1/f1.jpg', bytes);
  await write('stories/first1/f1-safe.jpg', bytes);
  const safe = { file: 'f1-safe.jpg', alt: 'A table', covers: ['p2'], checked_on: '2026-06-14' };
  const consents = [maker, depicted(answer)];
  await story('first1', openRecord({ photos: [photo('f1', { people: ['p2'], safe })], consents }));
  await approve({ content, ids: 'all' });
  expect((await admission('first1')).open.has('f1')).toBe(false);
  const { lines } = await check({ content, day: DAY });
  expect(lines.join('\n')).toContain('stories/first1/story.md, photos[0].safe.file');
});

test('a safe copy that is a photograph held in another piece stays back as that one does', async () => {
  const { content, write, story } = archive;
  const bytes = await photographWith('FACE', 7);
  await write('stories/first1/f1.jpg', bytes);
  const consents = [maker, depicted({ state: 'refused' })];
  await story('first1', openRecord({ photos: [photo('f1', { people: ['p2'] })], consents }));
  await write('stories/second/f2.jpg', await photographWith('OTHER', 9));
  await write('stories/second/f2-safe.jpg', bytes);
  const safe = { file: 'f2-safe.jpg', alt: 'A table', covers: ['p3'], checked_on: '2026-06-14' };
  await story('second', openRecord({ photos: [photo('f2', { people: ['p3'], safe })] }));
  await approve({ content, ids: 'all' });
  expect((await admission('second')).decision.parts.get('f2')).toEqual({
    verdict: 'withhold',
    refusals: [{ reason: 'said-no-elsewhere' }],
  });
});

test('a recording is hidden no better by itself', async () => {
  const { content, write, story } = archive;
  const bytes = soundWith('VOICE', 7);
  await write('stories/first1/v1.wav', bytes);
  await write('stories/first1/v1-safe.wav', bytes);
  const safe = { file: 'v1-safe.wav', covers: ['p2'], checked_on: '2026-06-14' };
  const consents = [maker, depicted({ interest: 'voice', state: 'refused' })];
  const voice = { id: 'v1', file: 'v1.wav', people: ['p2'], safe };
  await story('first1', openRecord({ voice, consents }));
  await approve({ content, ids: 'all' });
  expect((await admission('first1')).open.has('v1')).toBe(false);
});

test('a part goes with the no to it, and the same file under another part is known again', async () => {
  const { content, write, story } = archive;
  await write('stories/first1/f1.jpg', await photographWith('NO', 7));
  const photos = [photo('f1', { people: ['p2'] }), photo('f2', { file: 'f1.jpg' })];
  const consents = [maker, depicted({ state: 'refused' })];
  await story('first1', openRecord({ photos, consents }));
  await approve({ content, ids: 'all' });
  expect((await admission('first1')).open.has('f2')).toBe(false);
  await withdraw({ content, id: 'first1', part: 'f1', day: DAY });
  expect((await check({ content, day: DAY })).exit).toBe(1);
});

test('a photograph of which the safe copy alone is shown is told where it is shown itself', async () => {
  const { content, write, story } = archive;
  const bytes = await photographWith('FACE', 7);
  await write('stories/first1/f1.jpg', bytes);
  await write('stories/first1/f1-safe.jpg', await photographWith('SAFE', 9));
  const safe = { file: 'f1-safe.jpg', alt: 'A table', covers: ['p2'], checked_on: '2026-06-14' };
  await story('first1', openRecord({ photos: [photo('f1', { people: ['p2'], safe })] }));
  await write('stories/second/f2.jpg', bytes);
  await story('second', openRecord({ photos: [photo('f2')] }));
  await approve({ content, ids: 'all' });
  const { lines } = await check({ content, day: DAY });
  expect(lines.join('\n')).toContain('Here it is shown. Look whether it may be.');
});

test('a photograph to which somebody said no, saved again with other bytes, is told where it is shown', async () => {
  const { content, write, story } = archive;
  const file = 'content/stories/ic1jp5zk/f1.jpg';
  await write('stories/first1/f1.jpg', await readFile(file));
  const consents = [maker, depicted({ state: 'refused' })];
  await story('first1', openRecord({ photos: [photo('f1', { people: ['p2'] })], consents }));
  await write('stories/second/f2.jpg', await sharp(file).resize(500).jpeg().toBuffer());
  await write('stories/second/f3.jpg', await readFile('content/stories/g1sepw6z/f1.jpg'));
  await story('second', openRecord({ photos: [photo('f3'), photo('f2')] }));
  await approve({ content, ids: 'all' });
  const { exit, data } = await check({ content, day: DAY });
  expect(exit).toBe(0);
  expect((data as { alike: unknown }).alike).toEqual([
    { file: 'stories/second/story.md', field: 'photos[1]', like: { id: 'first1', part: 'f1' } },
  ]);
});
