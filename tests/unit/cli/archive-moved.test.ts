import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { cp, mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { beforeEach, describe, expect, test } from 'vitest';
import { approve } from '#intake/approve.ts';
import { archiveIdOf, giveIdToOlder } from '#state/archive-id.ts';
import { build } from '#cli/build.ts';
import { check } from '#cli/check.ts';
import { hiddenIn } from '#hosting/hidden-ids.ts';
import { hide } from '#cli/hide.ts';
import { blocklist } from '#cli/blocklist.ts';
import { stateOf } from '#state/state.ts';
import { takenOutWords } from '#cli/words/withdraw.ts';
import { withdraw } from '#withdrawal/withdraw.ts';
import type { Problem } from '#records/problem.ts';
import { openRecord, smallArchive } from '#support/small-archive.ts';
import { smallDesk } from '#support/small-desk.ts';

const DAY = '2026-11-22';
const GONE = 'seeds01';
const BODY =
  'My mother kept the seeds in a tin. Every spring she counted them out on the kitchen table, one for each of us, and one for the bird.\n';

let content: string;
let place: string;
let story: (id: string, fields: Record<string, unknown>, body?: string) => Promise<void>;

beforeEach(async () => {
  ({ content, story } = await smallArchive());
  place = join(content, '..');
  process.env['ARCHIVE_STATE'] = join(place, 'state');
  delete process.env['ARCHIVE_NEVER_AGAIN_KEY'];
  await story(GONE, openRecord({ title: 'What my mother counted in spring' }), BODY);
  await story('bread01', openRecord({}), 'We baked, and the whole street came to eat with us.\n');
  await approve({ content, ids: 'all' });
});

const rulesAt = async (folder: string): Promise<readonly string[]> => {
  const { data } = await check({ content: folder, day: DAY });
  return (data as { problems: readonly Problem[] }).problems.map(({ rule }) => rule);
};
const hideAt = (folder: string, id: string) =>
  hide({
    ...{ content: folder, id, out: join(place, 'dist'), noTrace: false, undo: false },
    now: Date.now,
  });

/** The withdrawn words come back under another id, as from a backup or an import. */
async function putBack(folder: string): Promise<void> {
  await cp(join(place, 'kept'), join(folder, 'stories', 'comeback1'), { recursive: true });
}
const keepACopy = () =>
  cp(join(content, 'stories', GONE), join(place, 'kept'), { recursive: true });

async function moved(): Promise<string> {
  const elsewhere = join(place, 'another', 'path');
  await mkdir(join(place, 'another'));
  await rename(content, elsewhere);
  return elsewhere;
}

describe('an archive that is moved to another path', () => {
  test('knows again what was withdrawn from it before', async () => {
    await keepACopy();
    await withdraw({ content, id: GONE, day: DAY });
    const elsewhere = await moved();
    expect(await rulesAt(elsewhere)).toEqual([]);
    await putBack(elsewhere);
    expect(await rulesAt(elsewhere)).toContain('withdrawn-before');
  });

  test('still hides what was hidden in it, and a running desk at the old path is not disturbed', async () => {
    const before = stateOf(content).desk;
    await hideAt(content, 'bread01');
    expect(stateOf(content).desk).toBe(before);
    const elsewhere = await moved();
    expect([...(await hiddenIn(stateOf(elsewhere)))]).toEqual(['bread01']);
  });

  test('that kept its lists before there were ids gets one, and is found after that', async () => {
    await keepACopy();
    await withdraw({ content, id: GONE, day: DAY });
    await rm(join(content, 'archive-id'));
    await rm(join(place, 'state', 'archives'), { recursive: true });
    expect(giveIdToOlder(stateOf(content), content)).toContain('archive-id');
    expect(giveIdToOlder(stateOf(content), content)).toBeUndefined();
    const elsewhere = await moved();
    await putBack(elsewhere);
    expect(await rulesAt(elsewhere)).toContain('withdrawn-before');
  });

  test('and hidden there leaves the site that was built from the old path too', async () => {
    const out = join(place, 'dist');
    const built = await build({ content, out, day: DAY, at: `${DAY}T12:00:00Z` });
    expect(built.exit).toBe(0);
    const elsewhere = await moved();
    const { data } = await hideAt(elsewhere, 'bread01');
    expect(data).toMatchObject({ ok: true, folders: 1 });
    const page = await readFile(join(out, 'stories', 'bread01', 'index.html'), 'utf8');
    expect(page).not.toContain('We baked');
  });
});

describe('an archive on a machine that never had its lists', () => {
  let elsewhere: string;
  const atHome = () => {
    process.env['ARCHIVE_STATE'] = join(place, 'state');
  };

  beforeEach(async () => {
    await keepACopy();
    await withdraw({ content, id: GONE, day: DAY });
    await hideAt(content, 'bread01');
    elsewhere = join(place, 'clone');
    await cp(content, elsewhere, { recursive: true });
    process.env['ARCHIVE_STATE'] = join(place, 'other-state');
  });

  test('is not built: it says what to bring, and the last site stands', async () => {
    const out = join(place, 'dist');
    await mkdir(out);
    await writeFile(join(out, 'index.html'), 'the last site');
    const built = await build({ content: elsewhere, out, day: DAY, at: `${DAY}T12:00:00Z` });
    expect(built.exit).toBe(1);
    expect(built.lines.join('\n')).toContain('archive-id · lists-missing');
    expect(built.lines.join('\n')).toMatch(/restore.*never-again --import.*--start-anew/);
    expect(await readFile(join(out, 'index.html'), 'utf8')).toBe('the last site');
  });

  test('is not let through by hiding or withdrawing something there', async () => {
    await story('other01', openRecord({}), 'Nobody said this before, and it is not much.\n');
    await cp(join(content, 'stories', 'other01'), join(elsewhere, 'stories', 'other01'), {
      recursive: true,
    });
    await hideAt(elsewhere, 'bread01');
    const done = await withdraw({ content: elsewhere, id: 'other01', day: DAY });
    expect(done).toMatchObject({ kind: 'withdrawn', noted: { kind: 'list-unreadable' } });
    expect(takenOutWords(done).lines.join('\n')).toContain('could not be noted');
    expect(existsSync(join(elsewhere, 'stories', 'other01'))).toBe(false);
    expect(await rulesAt(elsewhere)).toEqual(['lists-missing']);
  });

  test('knows and hides the same once the list is brought there', async () => {
    atHome();
    const [list, key] = [join(place, 'list.json'), join(place, 'key')];
    await blocklist({ content, exportTo: list, exportKeyTo: key });
    process.env['ARCHIVE_STATE'] = join(place, 'other-state');
    process.env['ARCHIVE_NEVER_AGAIN_KEY'] = (await readFile(key, 'utf8')).trim();
    expect((await blocklist({ content: elsewhere, importFrom: list })).exit).toBe(0);
    expect(await rulesAt(elsewhere)).toEqual([]);
    expect([...(await hiddenIn(stateOf(elsewhere)))]).toEqual(['bread01']);
    await putBack(elsewhere);
    expect(await rulesAt(elsewhere)).toContain('withdrawn-before');
  });

  test('goes on without them only when that is said, and only where they are missing', async () => {
    expect((await blocklist({ content: elsewhere, startAnew: true })).exit).toBe(0);
    expect(await rulesAt(elsewhere)).toEqual([]);
    expect((await blocklist({ content: elsewhere, startAnew: true })).exit).toBe(1);
    atHome();
    expect((await blocklist({ content, startAnew: true })).exit).toBe(1);
    await putBack(content);
    expect(await rulesAt(content)).toContain('withdrawn-before');
  });

  test('is closed where the file that says which archive it is cannot be read', async () => {
    await writeFile(join(elsewhere, 'archive-id'), '<<<<<<< ours\n=======\n>>>>>>> theirs\n');
    expect(await rulesAt(elsewhere)).toEqual(['unreadable']);
  });
});

test('tombstones alone are no sign of a list: a fresh folder with some is read as before', async () => {
  await mkdir(join(content, 'withdrawn'));
  await writeFile(
    join(content, 'withdrawn', 'before1.yaml'),
    'withdrawn_on: 2026-01-02\non_withdrawal: notice\n',
  );
  expect(await rulesAt(content)).toEqual([]);
  expect(existsSync(join(content, 'archive-id'))).toBe(false);
});

test('the desk’s branch is asked where the folder does not hold yet what the desk saved, and after a clone', async () => {
  const git = (folder: string, ...args: string[]) =>
    execFileSync('git', ['-c', 'user.name=T', '-c', 'user.email=t@e.invalid', ...args], {
      cwd: folder,
    });
  git(content, 'init', '-q', '-b', 'main');
  git(content, 'add', '-A');
  git(content, 'commit', '-qm', 'Content');
  git(content, 'checkout', '-qb', 'archive');
  await writeFile(join(content, 'archive-id'), `${'ab'.repeat(16)}\n`);
  git(content, 'add', '-A');
  git(content, 'commit', '-qm', 'Withdraw');
  git(content, 'checkout', '-q', 'main');
  const elsewhere = await moved();
  expect(existsSync(join(elsewhere, 'archive-id'))).toBe(false);
  expect(archiveIdOf(elsewhere)).toEqual({ kind: 'id', id: 'ab'.repeat(16) });
  const clone = join(place, 'cloned');
  git(place, 'clone', '-q', elsewhere, clone);
  expect(archiveIdOf(clone)).toEqual({ kind: 'id', id: 'ab'.repeat(16) });
});

test('what is withdrawn at the desk gives the archive one id for good, in its branch and not in the folder', async () => {
  const desk = await smallDesk(async ({ story: add }) => {
    await add('first01', openRecord({ title: 'Bread' }), BODY);
    await add('second1', openRecord({ title: 'Lamps' }), 'The lamps were lit, and nobody left.\n');
  });
  const idInBranch = () => desk.git('show', 'archive:content/archive-id').trim().split('\n').at(-1);
  await approve({ content: desk.content, ids: 'all' });
  expect((await desk.post('/api/withdraw', { id: 'first01' })).status).toBe(200);
  await desk.open.desk.publisher.settled();
  const id = idInBranch();
  expect(id).toMatch(/^[0-9a-f]{32}$/);
  expect((await desk.post('/api/withdraw', { id: 'second1' })).status).toBe(200);
  await desk.open.desk.publisher.settled();
  expect(idInBranch()).toBe(id);
  expect(existsSync(join(desk.content, 'archive-id'))).toBe(false);
  // A clone of it on a machine without the lists is closed, though its folder holds no id.
  const clone = join(place, 'clone of the desk');
  desk.git('clone', '-q', desk.gitFolder, clone);
  process.env['ARCHIVE_STATE'] = join(place, 'third-state');
  expect(stateOf(join(clone, 'content')).listsAreElsewhere).toBe(true);
});
