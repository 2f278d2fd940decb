import { cp, mkdtemp, readdir, readFile, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { beforeAll, describe, expect, test, vi } from 'vitest';
import { stateOf } from '#state/state.ts';
import { HideList } from '#hosting/hide-list.ts';
import { Register } from '#register/register.ts';
import { photographWith } from '#support/media-made-here.ts';
import { archive } from '#support/run-archive.ts';
import { type Fields, openRecord, smallArchive } from '#support/small-archive.ts';
import { gitIn } from '#support/small-desk.ts';

// Whole builds, on a machine that may have other things to do.
vi.setConfig({ testTimeout: 1_800_000 });

const DAY = '2026-11-22';
let content: string;
let home: string;
let dist: string;
let repository: string;
let write: (file: string, text: string | Uint8Array) => Promise<void>;

const withState = { ARCHIVE_STATE: '' };
const run = (...args: string[]) =>
  archive([...args, '--content', content, '--today', DAY], withState);
const withdraw = (...args: string[]) => run('withdraw', ...args, '--out', dist);
const text = (file: string) => readFile(file, 'utf8');

/** Files of a folder that hold a text, in their bytes or in their name. */
async function holding(folder: string, trace: string): Promise<readonly string[]> {
  const names = await readdir(folder, { recursive: true, withFileTypes: true }).catch(() => []);
  const found: string[] = [];
  for (const entry of names.filter((each) => each.isFile())) {
    const file = join(entry.parentPath, entry.name);
    if (file.includes(trace) || (await readFile(file)).includes(trace)) found.push(file);
  }
  return found;
}

/** Writes the settings on the desk's branch, which is what is built once the desk has changed it. */
async function onBranch(settings: string): Promise<void> {
  const git = gitIn(repository);
  const tree = await mkdtemp(join(home, 'tree-'));
  git('worktree', 'add', '-q', '--force', tree, 'archive');
  await writeFile(join(tree, 'content', 'settings.yaml'), settings);
  gitIn(tree)('commit', '-q', '-a', '-m', 'Settings');
  git('worktree', 'remove', '--force', tree);
}

beforeAll(async () => {
  const made = await smallArchive();
  ({ content, write } = made);
  repository = dirname(content);
  home = await mkdtemp(join(tmpdir(), 'taken-'));
  dist = join(home, 'dist');
  withState.ARCHIVE_STATE = join(home, 'state');
  process.env['ARCHIVE_STATE'] = withState.ARCHIVE_STATE;
  await write(
    'exhibitions/spring/index.mdx',
    '---\ntitle: Spring\n---\nWelcome.\n\n<Work id="goes01" />\n\n<Quote id="goes01">An unmistakable loaf</Quote>\n\n<Work id="stays1" />\n',
  );
  const photo = { photos: [{ id: 'f1', file: 'f1.jpg', alt: 'A picture.', people: ['p2'] }] };
  const friend = {
    ...(openRecord()['consents'] as Fields[])[0],
    person: 'p2',
    interest: 'depicted',
  };
  const shown = openRecord({ title: 'Two friends', ...photo });
  await made.story(
    'goes01',
    openRecord({ title: 'A loaf', work: 'one' }),
    'An unmistakable loaf.\n',
  );
  await made.story('stays1', openRecord({ title: 'What stays', work: 'one' }));
  await made.story('coded1', openRecord({ title: 'By its code' }));
  await made.story('friend', { ...shown, consents: [...(shown['consents'] as Fields[]), friend] });
  await write('stories/friend/f1.jpg', await photographWith('nothing', 777));
  expect((await run('approve', '--all')).exit).toBe(0);
  const git = gitIn(repository);
  git('init', '-q', '-b', 'main');
  git('add', '-A');
  git('commit', '-q', '-m', 'Begin');
  git('branch', 'archive');
  git('branch', 'cms/stories/goes01');
  expect((await run('build', '--out', dist)).exit).toBe(0);
});

describe('one command', () => {
  test('without a build: off the folder that is served, the branch and the caches, and still provable', async () => {
    const before = await text(join(dist, 'exhibitions/spring/index.html'));
    expect(before).toContain('unmistakable');
    const ran = await withdraw('goes01', '--no-build');
    expect(ran.out).toContain('still owed');
    expect(ran.out).toContain('Taken out of 1 built folder, with every mention of it.');
    expect(ran.exit).toBe(0);
    expect(await holding(dist, 'unmistakable')).toEqual([]);
    expect((await holding(dist, 'goes01')).map((file) => file.slice(dist.length)).sort()).toEqual([
      '/stories/goes01/index.html',
      '/ur/stories/goes01/index.html',
    ]);
    expect(await text(join(dist, 'stories/goes01/index.html'))).toBe(
      await text(join(dist, 'gone/index.html')),
    );
    const index = (await holding(join(dist, 'pagefind'), '')).filter((file) => /\.pf_/.test(file));
    const unpacked = await Promise.all(index.map(async (file) => gunzipSync(await readFile(file))));
    expect(unpacked.some((bytes) => bytes.includes('street'))).toBe(true);
    expect(unpacked.some((bytes) => /unmista/.test(bytes.toString('latin1')))).toBe(false);
    const after = await text(join(dist, 'exhibitions/spring/index.html'));
    expect(after).toContain('What stays');
    expect(await holding(join(withState.ARCHIVE_STATE, 'release'), 'unmistakable')).toEqual([]);
    const git = gitIn(repository);
    expect(() => git('cat-file', '-e', 'archive:content/stories/goes01/story.md')).toThrow();
    expect(await holding(join(content, 'stories'), 'unmistakable')).toEqual([]);
    const audited = await archive(['audit', dist, '--content', content], withState);
    expect(audited.out).toContain('Passed');
  });

  test('a desk that starts later knows, and the rules for other hosts name it', async () => {
    const { desk, hosts } = stateOf(content);
    const hidden = await HideList.open(desk);
    expect(hidden.entries).toMatchObject([{ id: 'goes01', done: true, trace: 'notice' }]);
    expect(await text(join(desk, 'build-owed.json'))).toContain('owed');
    expect(await text(join(hosts, 'hidden.nginx.conf'))).toMatch(/goes01.*return 410/);
    expect(await text(join(hosts, 'hidden.caddy'))).toContain('error @down_goes01 410');
    expect(await holding(dist, 'hidden.nginx')).toEqual([]);
  });

  test('by the code of a receipt, with the build', async () => {
    const register = Register.open(stateOf(content).register, Date.now);
    const code = register.issueReceipt({ contribution: 'coded1', person: 'p1', day: DAY });
    const ran = await withdraw(code.toLowerCase());
    expect(ran.out).toContain('made again without it');
    expect(ran.exit).toBe(0);
    expect(await holding(dist, 'By its code')).toEqual([]);
    for (const file of await holding(dist, 'coded1'))
      expect(await text(file)).toBe(await text(file.replace('stories/coded1', 'gone')));
    expect(await holding(dist, 'What stays')).not.toEqual([]);
    expect(register.events().map(({ event }) => event)).toEqual(
      expect.arrayContaining(['receipt-issued', 'hidden', 'withdrawn', 'rebuilt']),
    );
    register.close();
    expect((await withdraw('AAAA-BBBB-CCCC')).exit).toBe(1);
    expect((await withdraw('coded1')).out).toContain('already');
  });

  test('somebody in a picture: the picture goes, the piece stays (A10)', async () => {
    expect(await readdir(join(dist, 'media', 'friend'))).not.toEqual([]);
    const ran = await withdraw('friend', '--person', 'p2');
    expect(ran.exit).toBe(0);
    expect(await text(join(dist, 'stories/friend/index.html'))).toContain('Two friends');
    expect(await readdir(join(dist, 'media', 'friend')).catch(() => [])).toEqual([]);
    expect(await text(join(content, 'stories/friend/story.md'))).toContain('state: withdrawn');
  });

  test('a build that is broken: it is down all the same, and it says what is owed', async () => {
    await onBranch('name: [\n');
    const ran = await withdraw('friend');
    expect([ran.exit, ran.out.includes('still owed')]).toEqual([0, true]);
    expect(await holding(dist, 'Two friends')).toEqual([]);
    await onBranch('name: A small archive\n');
  });
});

describe('the emergency stop (A25)', () => {
  test('needs no content, no git and no build; lasts over builds until it is undone', async () => {
    const elsewhere = join(home, 'no', 'content');
    const ran = await run('hide', 'stays1', '--out', dist);
    expect(ran.exit).toBe(0);
    expect(await holding(dist, 'What stays')).toEqual([]);
    expect(
      (await archive(['hide', 'stays1', '--content', elsewhere, '--out', dist], withState)).exit,
    ).toBe(0);
    const { hosts } = stateOf(content);
    expect(await text(join(hosts, 'hidden.nginx.conf'))).toMatch(/stays1.*return 410/);
    expect(await run('build', '--out', dist)).toMatchObject({ exit: 0 });
    expect(await text(join(hosts, 'hidden.nginx.conf'))).toMatch(/stays1.*return 410/);
    expect(await holding(dist, 'What stays')).toEqual([]);
    expect(await text(join(dist, 'stories/stays1/index.html'))).toContain('no longer here');
    expect((await run('audit', dist)).out).toContain('Passed');
    expect((await run('hide', 'stays1', '--out', dist, '--undo')).exit).toBe(0);
    expect(await run('build', '--out', dist)).toMatchObject({ exit: 0 });
    expect(await text(join(hosts, 'hidden.nginx.conf'))).not.toContain('stays1');
    expect(await text(join(dist, 'stories/stays1/index.html'))).toContain('What stays');
  });
});

describe('folders that were built elsewhere', () => {
  const picture = () => ({
    photos: [{ id: 'f1', file: 'f1.jpg', alt: 'An unmistakable tin' }],
  });
  const photoYes = { grants: { web: ['words', 'photo'], search: ['words'] } };
  let own: Awaited<ReturnType<typeof smallArchive>>;
  let folder: string;
  const at = (path: string, ...args: string[]) =>
    archive([...args, '--content', path, '--today', DAY], withState);

  beforeAll(async () => {
    own = await smallArchive();
    folder = dirname(own.content);
    await own.story('tinned1', openRecord({ title: 'The tin', ...picture() }, photoYes));
    await own.write('stories/tinned1/f1.jpg', await photographWith('m', 321));
    await own.story('other01', openRecord({ title: 'The other' }));
    await own.story('quiet01', openRecord({ title: 'Quiet' }, { on_withdrawal: 'no-trace' }));
    expect((await at(own.content, 'approve', '--all')).exit).toBe(0);
    await cp(own.content, join(folder, 'copy', 'content'), { recursive: true });
  });

  test('each is cleared, also when a copy of the archive was built since', async () => {
    const [one, two, theirs] = ['one', 'two', 'theirs'].map((name) => join(folder, name)) as [
      string,
      string,
      string,
    ];
    for (const out of [one, two])
      expect((await at(own.content, 'build', '--out', out)).exit).toBe(0);
    const copy = join(folder, 'copy', 'content');
    expect((await at(copy, 'build', '--out', theirs)).exit).toBe(0);
    const ran = await at(own.content, 'withdraw', 'tinned1', '--no-build', '--json');
    expect([ran.exit, JSON.parse(ran.out)]).toMatchObject([0, { folders: 2 }]);
    for (const out of [one, two]) {
      expect(await holding(out, 'The tin')).toEqual([]);
      expect(await readdir(join(out, 'media'))).not.toContain('tinned1');
    }
    // Where no notice stays, the second time finds nothing: the receipt tells of the first.
    const quiet = await at(own.content, 'withdraw', 'quiet01', '--no-build', '--json');
    expect([quiet.exit, JSON.parse(quiet.out)]).toMatchObject([0, { folders: 2 }]);
    for (const out of [one, two])
      expect(await readdir(join(out, 'stories'))).not.toContain('quiet01');
    // Another archive with the same pieces withdrew nothing, and loses nothing.
    expect(await text(join(theirs, 'stories/tinned1/index.html'))).toContain('The tin');
    expect((await at(copy, 'check')).exit).toBe(0);
  });

  test('its pictures are in no cache, though no build came after it', async () => {
    const { mediaCache } = stateOf(own.content);
    const kept = await readdir(mediaCache, { recursive: true }).catch(() => []);
    expect(kept.filter((name) => /\.(avif|jpg)$/.test(name))).toEqual([]);
  });

  test('a build that follows ends the hiding, so that what stays is not closed for ever', async () => {
    const out = join(folder, 'one');
    expect((await at(own.content, 'build', '--out', out)).exit).toBe(0);
    expect((await HideList.open(stateOf(own.content).desk)).entries).toEqual([]);
  });

  test('a copy made before one part was taken back does not pass any more', async () => {
    const copy = join(folder, 'copy', 'content');
    const theirs = join(folder, 'theirs');
    const older = join(folder, 'older');
    await cp(theirs, older, { recursive: true });
    expect(
      (await at(copy, 'withdraw', 'tinned1', '--part', 'f1', '--no-build', '--out', theirs)).exit,
    ).toBe(0);
    const ran = await at(copy, 'audit', older);
    expect(ran.out).toContain('media/tinned1/');
    expect(ran.exit).toBe(1);
  });

  test('an attempt that was cut short is finished by the next', async () => {
    const { desk } = stateOf(own.content);
    await (await HideList.open(desk)).add({ id: 'other01' });
    const out = join(folder, 'one');
    expect((await at(own.content, 'build', '--out', out)).out).toContain('cut short');
    expect((await at(own.content, 'withdraw', 'other01', '--out', out)).exit).toBe(0);
    expect((await HideList.open(desk)).entries).toEqual([]);
    expect(await text(join(out, 'stories/other01/index.html'))).toContain('no longer here');
  });

  test('a register that cannot be read keeps nobody from taking a piece down by its id', async () => {
    const state = await mkdtemp(join(home, 'broken-'));
    await writeFile(join(state, 'register.sqlite'), 'not a database at all');
    const ran = await archive(
      [
        ...['withdraw', 'tinned1', '--content', join(folder, 'copy', 'content')],
        ...['--today', DAY, '--no-build'],
      ],
      { ARCHIVE_STATE: state },
    );
    expect(ran.exit).toBe(0);
    expect(await readdir(join(folder, 'copy', 'content', 'stories'))).not.toContain('tinned1');
  });
});
