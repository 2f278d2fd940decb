import { mkdir, readdir, utimes, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { stringify } from 'yaml';
import { beforeEach, describe, expect, test } from 'vitest';
import { photographWith } from '#support/media-made-here.ts';
import { openRecord } from '#support/small-archive.ts';
import { type SmallDesk, saving, smallDesk } from '#support/small-desk.ts';

const ID = 'bread01';
const PATH = `content/stories/${ID}/story.md`;
const KEY = { collection: 'stories', slug: ID };
const DAY = 24 * 60 * 60_000;
let desk: SmallDesk;

beforeEach(async () => {
  desk = await smallDesk((archive) => archive.story('older01', openRecord()));
});

const photo = (file: string) => ({ id: file.slice(0, 2), file, alt: 'Bread' });
const record = (files: readonly string[]) =>
  `---\n${stringify(openRecord({ title: 'One', published_on: undefined, photos: files.map(photo) }))}---\nWe baked.\n`;
const stored = async (id = ID): Promise<readonly string[]> =>
  (await readdir(join(desk.media, id)).catch(() => [])).sort();

async function send(cookie: string): Promise<string> {
  const answer = await desk.open.handle(
    new Request(`http://desk.test/api/media?entry=${ID}&kind=photo`, {
      method: 'POST',
      headers: { cookie, 'sec-fetch-site': 'same-origin', 'content-type': 'image/jpeg' },
      body: new Uint8Array(await photographWith('bread', 7)),
    }),
  );
  return ((await answer.json()) as { file: string }).file;
}

async function save(files: readonly string[], cookie: string): Promise<void> {
  const { body } = await desk.cms('unpublishedEntryDataFile', { ...KEY, path: PATH }, cookie);
  const rev = /"rev":"(\w+)"/.exec(body.data ?? '')?.[1];
  const text =
    rev === undefined ? record(files) : record(files).replace('---\n', `---\nrev: "${rev}"\n`);
  expect((await desk.cms('persistEntry', saving(PATH, text), cookie)).status).toBe(200);
}

/** Every file of the store is named by some version of its record. */
async function nothingUnnamed(): Promise<void> {
  const all = desk
    .git('for-each-ref', '--format=%(refname)', 'refs/heads')
    .split('\n')
    .filter(Boolean);
  for (const id of await readdir(desk.media).catch(() => []))
    for (const file of await stored(id)) {
      const named = all.some((ref) => {
        try {
          return desk.git('show', `${ref}:content/stories/${id}/story.md`).includes(file);
        } catch {
          return false;
        }
      });
      expect([id, file, named]).toEqual([id, file, true]);
    }
}

describe('nothing in the store is without a record', () => {
  test('“Choose another one”: the first goes with the save, whether it was saved before or not', async () => {
    const cookie = await desk.signIn();
    const [first, second] = [await send(cookie), await send(cookie)];
    await save([second], cookie);
    expect(await stored()).toEqual([second]);
    expect((await desk.get(`/api/media/${ID}/${first}`, cookie)).status).toBe(404);
    const third = await send(cookie);
    await save([third], cookie);
    expect(await stored()).toEqual([third]);
    expect((await desk.get(`/api/media/${ID}/${third}`, cookie)).status).toBe(200);
    await nothingUnnamed();
  });

  test('“Take it out” and a deleted draft leave nothing', async () => {
    const cookie = await desk.signIn();
    const [first, second] = [await send(cookie), await send(cookie)];
    await save([first, second], cookie);
    await save([second], cookie);
    expect(await stored()).toEqual([second]);
    expect((await desk.cms('deleteUnpublishedEntry', KEY, cookie)).status).toBe(200);
    expect(await stored()).toEqual([]);
    expect((await desk.get(`/api/media/${ID}/${second}`, cookie)).status).toBe(404);
    await nothingUnnamed();
  });

  test('what the published piece still names stays until the change is published', async () => {
    const cookie = await desk.signIn();
    const first = await send(cookie);
    await save([first], cookie);
    await desk.post('/api/approve', { id: ID }, cookie);
    expect((await desk.cms('publishUnpublishedEntry', KEY, cookie)).status).toBe(200);
    const second = await send(cookie);
    const { data } = (await desk.cms('getEntry', { path: PATH }, cookie)).body;
    const changed = JSON.parse(data);
    changed.record.photos = [photo(second)];
    await desk.cms('persistEntry', saving(PATH, JSON.stringify(changed)), cookie);
    expect(await stored()).toEqual([first, second].sort());
    await desk.post('/api/approve', { id: ID }, cookie);
    expect((await desk.cms('publishUnpublishedEntry', KEY, cookie)).status).toBe(200);
    await desk.open.desk.publisher.settled();
    expect(await stored()).toEqual([second]);
    await nothingUnnamed();
  });

  test('what somebody else sent and has not saved yet waits a day, and then goes', async () => {
    const [mine, theirs] = [await desk.signIn(), await desk.signIn()];
    const unsaved = await send(theirs);
    const first = await send(mine);
    await save([first], mine);
    expect(await stored()).toEqual([first, unsaved].sort());
    await utimes(join(desk.media, ID, unsaved), 0, (desk.clock.now - DAY - 1) / 1000);
    await utimes(join(desk.media, ID, first), 0, (desk.clock.now - DAY - 1) / 1000);
    await desk.again();
    expect(await stored()).toEqual([first]);
  });

  test('while a version of the record cannot be read, everything stays', async () => {
    const folder = join(desk.media, 'older01');
    await mkdir(folder, { recursive: true });
    await writeFile(join(folder, 'f1.jpg'), 'x');
    await utimes(join(folder, 'f1.jpg'), 0, 0);
    await writeFile(join(desk.content, 'stories/older01/story.md'), '---\ntitle: [\n---\n');
    await desk.again();
    expect(await stored('older01')).toEqual(['f1.jpg']);
    await writeFile(join(desk.content, 'stories/older01/story.md'), '---\ntitle: x\n---\n');
    await desk.again();
    expect(await stored('older01')).toEqual([]);
  });
});
