import { mkdir, mkdtemp, readFile, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { beforeAll, expect, test } from 'vitest';
import { stringify } from 'yaml';
import { approve } from '#intake/approve.ts';
import { deskCommands } from '#cli/desk-commands.ts';
import type { Commands } from '#server/commands.ts';
import { notBuiltWords } from '#server/not-built-words.ts';
import { canariesIn, canary } from '#support/canary.ts';
import { sameEachTime } from '#support/folder-bytes.ts';
import { photographWith } from '#support/media-made-here.ts';
import { openRecord } from '#support/small-archive.ts';
import { DESK_DAY, NOT_BUILT, gitIn, type SmallDesk, smallDesk } from '#support/small-desk.ts';

const mark = (field: string): string => canary('pushed', field);
const SECRET = 'the sentence that nobody outside this room has ever been allowed to read';
let desk: SmallDesk;
let clone: string;
let git: (...args: string[]) => string;

beforeAll(async () => {
  let real: Commands | undefined;
  desk = await smallDesk(
    async ({ content, story }) => {
      await story('older01', openRecord({ title: 'What was here' }));
      await approve({ content, ids: 'all' });
    },
    {
      build: async (content, out) => real?.build(content, out) ?? NOT_BUILT,
    },
  );
  real = deskCommands(
    desk.content,
    () => DESK_DAY,
    () => desk.clock.now,
  );
  clone = join(await mkdtemp(join(tmpdir(), 'admin-')), 'clone');
  gitIn(dirname(clone))('clone', '-q', '-b', 'archive', desk.gitFolder, clone);
  git = gitIn(clone);
  expect((await rebuilt()).state).toBe('idle');
});

/** What an administrator can do with git alone, past the desk and its checks. */
async function push(files: Record<string, string | Uint8Array>): Promise<void> {
  for (const [file, text] of Object.entries(files)) {
    const path = join(clone, 'content', file);
    await mkdir(dirname(path), { recursive: true });
    await writeFile(path, text);
  }
  git('add', '-A');
  git('commit', '-q', '-m', 'Straight to the branch');
  git('push', '-q', 'origin', 'HEAD:archive');
}

async function rebuilt() {
  desk.open.desk.publisher.start();
  await desk.open.desk.publisher.settled();
  return desk.open.desk.publisher.state;
}
const served = () => desk.open.desk.publisher.site.folder;
const story = (fields: object, body: string) => `---\n${stringify(fields)}---\n${body}\n`;

test('what nobody cleared is kept back though it was pushed to the branch, and the rest is built (A37)', async () => {
  const before = await sameEachTime(served());
  const photos = [{ id: 'f1', file: 'f1.jpg', alt: mark('alt') }];
  const notApproved = openRecord({ title: mark('title'), photos });
  await push({
    'stories/pushed1/story.md': story(notApproved, `Words with ${mark('body')}.`),
    'stories/pushed1/f1.jpg': await photographWith(mark('exif'), 3),
    'stories/pushed2/story.md': story(
      { title: mark('bare'), language: 'en', kind: 'story' },
      `${mark('words')}`,
    ),
  });
  const made = await rebuilt();
  expect([made.state, made.failed]).toEqual(['idle', undefined]);
  expect([...(await canariesIn(served()))]).toEqual([]);
  expect(await readFile(join(served(), 'stories/older01/index.html'), 'utf8')).toContain(
    'What was here',
  );
  expect(await sameEachTime(served())).toEqual(before);
});

test.each([
  [
    'a record with a field that consent does not know',
    {
      'stories/pushed3/story.md': story(
        { ...openRecord({ title: mark('typo') }), cleared: true },
        mark('typo'),
      ),
    },
    'stories/pushed3/story.md',
  ],
  [
    'withheld words pasted into an exhibition',
    {
      'stories/pushed4/story.md': story(openRecord({ hold: true, title: 'Home' }), SECRET),
      'exhibitions/spring/index.mdx': `---\ntitle: Spring\n---\nOnce there was ${SECRET}.\n`,
    },
    'pushed4',
  ],
])('%s fails the build; the live site stands, byte for byte', async (_name, files, says) => {
  const [folder, before] = [served(), await sameEachTime(served())];
  const tip = git('rev-parse', 'HEAD').trim();
  await push(files);
  const state = await rebuilt();
  expect(state.state).toBe('failed');
  const told = (state.failed === undefined ? [] : notBuiltWords(state.failed)).join('\n');
  expect(told).toContain(says);
  expect(told).not.toMatch(/CNRY|nobody outside/);
  expect(served()).toBe(folder);
  expect(await sameEachTime(served())).toEqual(before);
  expect((await desk.get('/stories/older01/')).status).toBe(200);
  git('reset', '-q', '--hard', tip);
  git('push', '-q', '--force', 'origin', 'HEAD:archive');
});
