import { existsSync } from 'node:fs';
import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeEach, describe, expect, test } from 'vitest';
import { approve } from '#intake/approve.ts';
import { HideList } from '#hosting/hide-list.ts';
import { joinIntoDesk } from '#repository/join.ts';
import { archive, type Ran } from '#support/run-archive.ts';
import { openRecord } from '#support/small-archive.ts';
import { asText, DESK_DAY, saving, type SmallDesk, smallDesk } from '#support/small-desk.ts';

/** What the commands read when the desk has saved what the folder does not hold. */
let desk: SmallDesk;
const file = (id: string): string => join(desk.content, 'stories', id, 'story.md');

beforeEach(async () => {
  desk = await smallDesk(async ({ story, content }) => {
    await story('older01', openRecord({ title: 'Bread on a Friday' }));
    await story('older02', openRecord({ title: 'A kettle that sang' }));
    await approve({ content, ids: 'all' });
  });
});

const run = (command: string, ...more: string[]): Promise<Ran> =>
  archive([command, '--content', desk.content, '--today', DESK_DAY, ...more], {
    ARCHIVE_STATE: desk.state,
  });

/** What is decided for the site, by id; nothing for what is not there. */
async function shown(): Promise<Readonly<Record<string, string>>> {
  const { out } = await run('report', '--json');
  const { rows } = JSON.parse(out) as {
    rows: { id: string; part: string; use: string; decision: string }[];
  };
  const whole = rows.filter(({ part, use }) => part === '(whole)' && use === 'web');
  return Object.fromEntries(whole.map(({ id, decision }) => [id, decision]));
}

const withdrawAtTheDesk = async (body: object): Promise<void> => {
  expect((await desk.post('/api/withdraw', body)).status).toBe(200);
  await desk.open.desk.publisher.settled();
};

async function changeInFolder(id: string, from: string | RegExp, to: string): Promise<void> {
  await writeFile(file(id), (await readFile(file(id), 'utf8')).replace(from, to));
}

/** As somebody does at the desk: open, change, save; published by hand, because it may be held. */
async function changeAtTheDesk(id: string, from: string | RegExp, to: string): Promise<void> {
  const path = `content/stories/${id}/story.md`;
  const { data } = (await desk.cms('getEntry', { path })).body;
  const saved = await desk.cms('persistEntry', saving(path, asText(data, path).replace(from, to)));
  expect(saved.status).toBe(200);
  desk.git('update-ref', 'refs/heads/archive', `refs/heads/cms/stories/${id}`);
}

const commit = (): string => desk.git('commit', '-q', '-am', 'Changed in the folder');
const JOINED = 'What is read is both together: the branch archive and the folder';

describe('build, check and report after the desk saved something', () => {
  test('what was withdrawn at the desk is in no later build, though the folder still holds it', async () => {
    await withdrawAtTheDesk({ id: 'older01' });
    expect(existsSync(file('older01'))).toBe(true);
    const out = `${desk.state}-dist`;
    const built = await run('build', '--out', out);
    expect([built.exit, built.err]).toEqual([0, expect.stringContaining(JOINED)]);
    const pages = await readdir(join(out, 'stories'));
    expect(pages).toContain('older02');
    expect(await readFile(join(out, 'stories/older01/index.html'), 'utf8')).not.toContain('Bread');
    expect(await readFile(join(out, 'index.html'), 'utf8')).not.toContain('Bread on a Friday');
    const audited = await archive(['audit', out, '--content', desk.content], {
      ARCHIVE_STATE: desk.state,
    });
    expect([audited.exit, audited.out]).toEqual([0, expect.stringContaining('Passed')]);
  });

  test('without anything of the desk’s own the folder is read as it lies, and nothing is said', async () => {
    await changeInFolder('older01', 'hold: false', 'hold: true');
    const checked = await run('check');
    expect([checked.exit, checked.err]).toEqual([0, '']);
    expect(await shown()).toEqual({ older01: 'tombstone', older02: 'publish' });
  });

  test('both sides moved on: the new piece of the folder is there, the withdrawn one is not', async () => {
    await withdrawAtTheDesk({ id: 'older01' });
    await desk.archive.story('newer01', openRecord({ hold: true }));
    desk.git('add', '-A');
    commit();
    const before = desk.git('for-each-ref') + desk.git('status', '--porcelain');
    const objects = desk.git('count-objects', '-v');
    const checked = await run('check');
    expect([checked.exit, checked.err]).toEqual([0, expect.stringContaining(JOINED)]);
    expect(await shown()).toEqual({ newer01: 'tombstone', older02: 'publish' });
    expect(desk.git('for-each-ref') + desk.git('status', '--porcelain')).toBe(before);
    expect(desk.git('count-objects', '-v')).toBe(objects);
  });

  test('stopped at the desk, changed in the folder: it stays stopped', async () => {
    await changeAtTheDesk('older01', 'hold: false', 'hold: true');
    await changeInFolder('older01', 'Bread on a Friday', 'Bread on a Monday');
    commit();
    expect(await shown()).toEqual({ older01: 'tombstone', older02: 'publish' });
  });

  test('a use taken back at the desk stays taken back', async () => {
    await withdrawAtTheDesk({ id: 'older01', use: 'web' });
    await desk.archive.story('newer01', openRecord({ hold: true }));
    desk.git('add', '-A');
    commit();
    expect((await shown())['older01']).toBe('withhold');
  });

  test('changed on both sides so that it does not fit: the file is named, and nothing is published', async () => {
    const out = `${desk.state}-dist`;
    await mkdir(join(out, '.well-known'), { recursive: true });
    await writeFile(join(out, '.well-known', 'build.json'), '{}');
    await writeFile(join(out, 'index.html'), 'the last site');
    await withdrawAtTheDesk({ id: 'older01' });
    await changeInFolder('older01', 'Bread on a Friday', 'A title that nobody should read here');
    commit();
    for (const [command = '', ...more] of [['build', '--out', out], ['check'], ['report']]) {
      const ran = await run(command, ...more);
      expect(ran.exit).toBe(1);
      expect(ran.out).toMatch(/^stories\/older01\/story\.md: it was changed in the folder and at/);
      expect(ran.out + ran.err).not.toContain('nobody should read');
    }
    expect(await readFile(join(out, 'index.html'), 'utf8')).toBe('the last site');
    const started = await archive(
      ['start', '--content', desk.content, '--out', out, '--today', DESK_DAY],
      { ARCHIVE_STATE: desk.state, PORT: '0' },
    );
    expect([started.exit, started.out]).toEqual([1, expect.stringContaining('do not fit')]);
  });

  test('a piece like the withdrawn one is not taken for it', async () => {
    const text = await readFile(file('older01'), 'utf8');
    const path = 'content/stories/newer01/story.md';
    await withdrawAtTheDesk({ id: 'older01' });
    expect((await desk.cms('persistEntry', saving(path, text))).status).toBe(200);
    desk.git('update-ref', 'refs/heads/archive', 'refs/heads/cms/stories/newer01');
    await changeInFolder('older01', 'We baked', 'They baked');
    commit();
    expect((await run('check')).out).toContain('stories/older01/story.md');
  });
});

describe('changes of the folder that are not committed', () => {
  test('are read with the desk’s, a withdrawal among them', async () => {
    await withdrawAtTheDesk({ id: 'older01' });
    const words = ['withdraw', 'older02', '--content', desk.content, '--today', DESK_DAY];
    expect((await archive(words, { ARCHIVE_STATE: desk.state })).exit).toBe(0);
    const objects = desk.git('count-objects', '-v');
    const checked = await run('check');
    expect(checked.err).toContain(`${JOINED}, with its changes that are not committed`);
    expect(await shown()).toEqual({});
    expect(desk.git('count-objects', '-v')).toBe(objects);
  });

  test('leave neither a copy of themselves in the repository nor a change of its index', async () => {
    await withdrawAtTheDesk({ id: 'older01' });
    await desk.archive.story('newer01', openRecord({ hold: true }), 'CNRY-uncommitted-0badcafe\n');
    const before = desk.git('status', '--porcelain', '-uall');
    expect(Object.keys(await shown()).sort()).toEqual(['newer01', 'older02']);
    expect(desk.git('status', '--porcelain', '-uall')).toBe(before);
    const blob = desk.git('hash-object', 'content/stories/newer01/story.md').trim();
    expect(() => desk.git('cat-file', '-e', blob)).toThrow();
  });

  test('in a folder that has the desk’s own branch checked out nothing is guessed', async () => {
    desk.git('checkout', '-q', 'archive');
    await withdrawAtTheDesk({ id: 'older01' });
    const checked = await run('check');
    expect([checked.exit, checked.out]).toEqual([1, expect.stringContaining('is checked out')]);
    desk.git('checkout', '-q', '-f', 'main');
    expect((await run('check')).exit).toBe(0);
    expect(await shown()).toEqual({ older02: 'publish' });
  });
});

describe('what is not in the desk’s branch here', () => {
  test('what was withdrawn and committed in the folder goes into it at a start, before the desk builds', async () => {
    await withdrawAtTheDesk({ id: 'older01' });
    await rm(join(desk.content, 'stories', 'older02'), { recursive: true });
    commit();
    expect(await joinIntoDesk(desk.repository)).toEqual([]);
    const held = desk.git('ls-tree', '-r', '--name-only', 'archive');
    expect(held).toContain('settings.yaml');
    expect(held).not.toMatch(/stories\//);
    const before = desk.git('rev-parse', 'archive');
    expect(await joinIntoDesk(desk.repository)).toEqual([]);
    expect(desk.git('rev-parse', 'archive')).toBe(before);
  });

  test('what does not fit does not go into it, and its files are named', async () => {
    await withdrawAtTheDesk({ id: 'older01' });
    await changeInFolder('older01', 'Friday', 'Monday');
    commit();
    const before = desk.git('rev-parse', 'archive');
    expect(await joinIntoDesk(desk.repository)).toEqual(['stories/older01/story.md']);
    expect(desk.git('rev-parse', 'archive')).toBe(before);
  });

  test('a withdrawal that was begun and not finished stops every build', async () => {
    await (await HideList.open(desk.folder)).add({ id: 'older01' });
    const checked = await run('check');
    expect([checked.exit, checked.out]).toEqual([1, expect.stringContaining('was cut short')]);
  });

  test('a copy of the repository that only fetched the desk’s branch follows it', async () => {
    await withdrawAtTheDesk({ id: 'older01' });
    const copy = await mkdtemp(join(tmpdir(), 'copy-'));
    desk.git('clone', '-q', '-b', 'main', desk.gitFolder, copy);
    const state = await mkdtemp(join(tmpdir(), 'copy-state-'));
    const report = ['report', '--json', '--content', join(copy, 'content'), '--today', DESK_DAY];
    const { out } = await archive(report, { ARCHIVE_STATE: state });
    expect(out).toContain('older02');
    expect(out).not.toContain('older01');
    await rm(copy, { recursive: true, force: true });
  });
});
