import { beforeEach, describe, expect, test } from 'vitest';
import { stringify } from 'yaml';
import { openRecord } from '#support/small-archive.ts';
import { saving, type SmallDesk, smallDesk } from '#support/small-desk.ts';

const ID = 'unready1';
const STORY = `content/stories/${ID}/story.md`;
/** Nobody has said yes to it. */
const record = { ...openRecord({ published_on: undefined }), consents: [], hold: true };
let desk: SmallDesk;

beforeEach(async () => {
  desk = await smallDesk((archive) => archive.story('older01', openRecord()));
});

const live = () => desk.git('ls-tree', '-r', '--name-only', 'archive');
const text = `---\n${stringify(record)}---\nWords that nobody let out.\n`;

describe('a story saved under the name of another collection', () => {
  test('is refused, by whatever name it is called', async () => {
    for (const collectionName of [
      'pages',
      'exhibitions',
      'themes',
      'settings',
      'constructor',
      '',
    ]) {
      const call = saving(STORY, text);
      const answer = await desk.cms('persistEntry', {
        ...call,
        options: { ...call.options, collectionName },
      });
      expect([collectionName, answer.status]).toEqual([collectionName, 422]);
    }
    expect(desk.git('for-each-ref', 'refs/heads/cms')).toBe('');
  });

  test('that is there all the same, put past the desk, is not published', async () => {
    // As an older version of the desk would have left it.
    desk.git('checkout', '-q', '-b', 'made', 'archive');
    await desk.archive.write(`stories/${ID}/story.md`, text);
    desk.git('add', '-A');
    desk.git('commit', '-q', '-m', 'Past the desk');
    const note = JSON.stringify({
      status: 'pending_publish',
      owner: 'x',
      slug: 'about',
      updated: '',
      saves: [],
    });
    await desk.archive.write('../note.json', note);
    const blob = desk.git('hash-object', '-w', 'note.json').trim();
    desk.git('update-ref', 'refs/heads/cms/pages/about', 'made');
    desk.git('update-ref', 'refs/archive/workflow/pages/about', blob);
    desk.git('checkout', '-q', 'main');
    const before = live();
    const answer = await desk.cms('publishUnpublishedEntry', {
      collection: 'pages',
      slug: 'about',
    });
    expect([answer.status, answer.body.error]).toEqual([
      422,
      expect.stringContaining('besides its own piece'),
    ]);
    expect(live()).toBe(before);
  });
});

test('a record is not saved into the draft of another one, nor moved to another place', async () => {
  const call = saving(STORY, text);
  const other = {
    ...call,
    dataFiles: call.dataFiles.map((file) => ({ ...file, slug: 'older01' })),
  };
  expect((await desk.cms('persistEntry', other)).status).toBe(422);
  const moved = {
    ...call,
    dataFiles: call.dataFiles.map((file) => ({ ...file, newPath: 'content/pages/about.mdx' })),
  };
  expect((await desk.cms('persistEntry', moved)).status).toBe(422);
  for (const path of [
    'content/stories/../pages/x.mdx',
    'content/withdrawn/older01.yaml',
    '.git/config',
  ])
    expect((await desk.cms('persistEntry', saving(path, text))).status).toBe(422);
  expect(desk.git('for-each-ref', 'refs/heads/cms')).toBe('');
});

test('names that every object has are no collections', async () => {
  for (const collection of ['constructor', '__proto__', 'toString', 'withdrawn'])
    for (const [action, status] of [
      ['publishUnpublishedEntry', 404],
      ['deleteUnpublishedEntry', 404],
      ['unpublishedEntry', 404],
      ['hasOwnProperty', 422],
    ] as const)
      expect((await desk.cms(action, { collection, slug: 'older01' })).status).toBe(status);
  for (const collection of ['constructor', '__proto__'])
    expect((await desk.post('/api/check', { collection, slug: 'older01' })).status).toBe(422);
});
