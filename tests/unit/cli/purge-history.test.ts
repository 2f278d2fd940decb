import { execFileSync } from 'node:child_process';
import { existsSync, mkdtempSync } from 'node:fs';
import { cp, mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { stringify } from 'yaml';
import { purgeHistory } from '#cli/purge-history.ts';
import { canariesIn } from '#support/canary.ts';
import { photographWith } from '#support/media-made-here.ts';
import { archive } from '#support/run-archive.ts';
import { openRecord } from '#support/small-archive.ts';

const ID = 'seeds01';
const TITLE = 'What the tin of CNRYtitle held';
const NAME = 'Aminätou CNRYname';
const LINE = 'Every spring CNRYbody counted them out on the kitchen table for us';
const SHORT = 'CNRYverse sat beside me';
const FILE = 'CNRYfile on the balcony.jpg';
const CANARY = /CNRY/i;

let home: string;
let repository: string;
let tips: string;

const git = (folder: string, ...args: readonly string[]): string =>
  execFileSync('git', ['-c', 'core.quotePath=false', ...args], {
    cwd: folder,
    encoding: 'utf8',
    maxBuffer: 100_000_000,
    stdio: ['ignore', 'pipe', 'pipe'],
    env: {
      ...process.env,
      GIT_AUTHOR_NAME: 'Desk',
      GIT_AUTHOR_EMAIL: 'desk@example.org',
      GIT_COMMITTER_NAME: 'Desk',
      GIT_COMMITTER_EMAIL: 'desk@example.org',
    },
  });

const put = async (file: string, text: string | Buffer): Promise<void> => {
  await mkdir(dirname(join(repository, file)), { recursive: true });
  await writeFile(join(repository, file), text);
};
const commit = (message: string, ...args: readonly string[]): void => {
  git(repository, 'add', '-A');
  git(repository, 'commit', '-qm', message, ...args);
};
const record = (change: Record<string, unknown>, body: string): string =>
  `---\n${stringify(openRecord(change))}---\n${body}\n`;

let made: string;

/** A repository in which a piece left its traces everywhere that git has; each test gets a copy. */
beforeAll(async () => {
  made = await mkdtemp(join(tmpdir(), 'purge-'));
  home = made;
  repository = join(home, 'repository');
  await mkdir(repository);
  git(repository, 'init', '-q', '-b', 'main');
  await put('content/settings.yaml', 'name: A small archive\n');
  await put('content/stories/bread01/story.md', record({}, 'We baked, and the street came.'));
  await put('README ü "quoted".md', 'Nothing of it is here.\n');
  commit('Begin');
  git(repository, 'checkout', '-qb', 'early');
  await put('content/pages/early.mdx', `---\ntitle: Early\n---\n${LINE}\n`);
  commit('A page that quotes it before it was there');
  git(repository, 'checkout', '-q', 'main');
  const own = {
    title: TITLE,
    credit: { as: 'chosen-name', name: NAME },
    photos: [{ id: 'f1', file: FILE, alt: 'A tin with CNRYalt on the lid, open on a table' }],
  };
  await put(`content/stories/${ID}/story.md`, record(own, `${LINE}.\n\n${SHORT}\n`));
  await put(`content/stories/${ID}/${FILE}`, await photographWith('CNRYexif', 5));
  commit(`Add ${ID}: ${TITLE}`, '--author', `${NAME} <cnryname@example.org>`);
  git(repository, 'tag', '-a', 'v1', '-m', `With ${TITLE}, by ${NAME}`);
  git(repository, 'notes', 'add', '-m', `Ask ${NAME} again`, 'HEAD');
  git(repository, 'checkout', '-qb', 'side');
  await put(
    'content/exhibitions/spring/index.mdx',
    `---\ntitle: Spring\n---\nWe heard how ${LINE.toLowerCase()}, and more.\n<Work id="${ID}" />\n`,
  );
  await put('backup/old.jpg', await readFile(join(repository, `content/stories/${ID}/${FILE}`)));
  commit('Ausstellung: Frühling');
  git(repository, 'checkout', '-q', 'main');
  await put(
    `content/stories/${ID}/story.md`,
    record({ ...own, title: 'A second CNRYtitle of it' }, `${LINE}, slowly.`),
  );
  commit('Änderung am Text');
  git(repository, 'merge', '-q', '--no-ff', '-m', `Merge side, for ${NAME}`, 'side');
  git(repository, 'checkout', '-qb', `cms/stories/${ID}`);
  await put(
    `content/stories/${ID}/story.md`,
    record(own, 'A draft with CNRYdraft in a line of six words'),
  );
  commit('Draft');
  git(repository, 'checkout', '-q', 'main');
  const workflow = join(home, 'workflow.json');
  await writeFile(
    workflow,
    JSON.stringify({ saves: [{ path: `content/stories/${ID}/story.md` }] }),
  );
  const blob = git(repository, 'hash-object', '-w', workflow).trim();
  git(repository, 'update-ref', `refs/archive/workflow/stories/${ID}`, blob);
  git(repository, 'update-ref', 'refs/archive/workflow/pages/about', blob);
  await put('content/pages/about.mdx', `---\ntitle: About\n---\n${LINE}\n`);
  git(repository, 'stash', '-q', '-u');
  git(repository, 'rm', '-rq', `content/stories/${ID}`);
  await put(`content/withdrawn/${ID}.yaml`, 'withdrawn_on: 2026-11-22\n');
  commit('Withdraw');
  tips = git(repository, 'for-each-ref');
});

async function anotherCopy(): Promise<void> {
  home = await mkdtemp(join(tmpdir(), 'purge-'));
  repository = join(home, 'repository');
  process.env['ARCHIVE_STATE'] = join(home, 'state');
  await cp(join(made, 'repository'), repository, { recursive: true });
}

const run = (more: object = {}) =>
  purgeHistory({
    content: join(repository, 'content'),
    id: ID,
    out: join(home, 'out.git'),
    ...more,
  });

/** Everything that git can show of a repository, searched in a way of its own. */
function everythingIn(folder: string): string {
  const clone = join(mkdtempSync(join(home, 'look-')), 'all.git');
  git(home, 'clone', '-q', '--mirror', '--no-local', folder, clone);
  return [
    git(clone, 'cat-file', '--batch-all-objects', '--batch'),
    git(clone, 'for-each-ref'),
    git(clone, 'log', '--all', '-p', '-m', '--format=full'),
  ].join('\n');
}

describe('purging a withdrawn piece from a history (A28)', () => {
  let ran: Awaited<ReturnType<typeof run>>;
  beforeAll(async () => {
    await anotherCopy();
    expect(everythingIn(repository)).toMatch(CANARY);
    ran = await run();
  });

  test('leaves nothing of it in any object, path, message, name or ref of the copy', async () => {
    const { exit, lines } = ran;
    expect([lines.join('\n'), exit]).toEqual([expect.stringContaining('nothing found'), 0]);
    const all = everythingIn(join(home, 'out.git'));
    expect(all.match(/.{0,40}CNRY.{0,40}/gi)).toBeNull();
    expect([...(await canariesIn(join(home, 'out.git')))]).toEqual([]);
    const places = all.match(new RegExp(`.{0,60}${ID}.{0,20}`, 'g')) ?? [];
    expect(places.filter((place) => !place.includes(`${ID}.yaml`))).toEqual([]);
  });

  test('keeps everything else: branches, merges, tags, notes, the stash, other pieces', async () => {
    const out = join(home, 'out.git');
    const refs = git(out, 'for-each-ref', '--format=%(refname)').trim().split('\n');
    expect(refs).toEqual([
      'refs/archive/workflow/pages/about',
      'refs/heads/early',
      'refs/heads/main',
      'refs/heads/side',
      'refs/notes/commits',
      'refs/stash',
      'refs/tags/v1',
    ]);
    expect(git(out, 'log', '--format=%s', 'main')).toContain('Ausstellung: Frühling');
    expect(git(out, 'log', '--merges', '--format=%s', 'main')).toBe(
      'Merge side, for [withdrawn]\n',
    );
    expect(git(out, 'show', 'main:content/stories/bread01/story.md')).toBe(
      git(repository, 'show', 'main:content/stories/bread01/story.md'),
    );
    expect(git(out, 'rev-parse', 'main~4')).toBe(git(repository, 'rev-parse', 'main~4'));
    expect(git(out, 'show', 'main:content/exhibitions/spring/index.mdx')).toContain(
      'We heard how [withdrawn]',
    );
    expect(git(out, 'ls-tree', '-rz', '--name-only', 'main').split('\0')).toContain(
      'README ü "quoted".md',
    );
    expect(git(out, 'notes', 'show', git(out, 'rev-parse', 'v1^{commit}').trim())).toBe(
      'Ask [withdrawn] again\n',
    );
    expect(git(out, 'fsck', '--strict')).toBe('');
  });

  test('only reads the repository itself', async () => {
    expect(git(repository, 'for-each-ref')).toBe(tips);
    expect(git(repository, 'status', '--porcelain')).toBe('');
    expect(await readdir(join(home, 'state'))).toEqual([]);
  });

  test('names what a host must still purge, and how to put the copy in place', async () => {
    const said = ran.lines.join('\n');
    for (const word of [
      'Forks',
      'requests',
      'deploys',
      'caches',
      'CDN',
      'Search engines',
      'archives',
      'Clones',
      'mirror',
    ])
      expect(said).toContain(word);
    expect(said).not.toMatch(CANARY);
  });
});

describe('purging a history of which something is otherwise', () => {
  beforeEach(anotherCopy);

  test('leaves words that another piece has too, and says how many', async () => {
    await put('content/stories/bread01/story.md', record({ title: TITLE }, 'We baked.'));
    commit('Same title');
    const { lines } = await run();
    expect(lines.join('\n')).toMatch(
      /\d+ phrases were left, because a piece that stays has them too/,
    );
  });

  test('is refused while the piece is still there, for what is no id, and where there is no history', async () => {
    await put(`content/stories/${ID}/story.md`, 'x');
    expect((await run()).lines.join()).toContain('Withdraw it first');
    expect((await run({ id: '../etc' })).exit).toBe(1);
    const { lines } = await run({ id: 'never01', repository: home });
    expect(lines.join()).toContain('no git repository');
  });

  test('finds nothing to do for an id that was never there, and leaves no copy', async () => {
    const { exit, lines } = await run({ id: 'never01' });
    expect([exit, lines.join()]).toEqual([0, expect.stringContaining('Nothing of it was found')]);
    expect(existsSync(join(home, 'out.git'))).toBe(false);
  });

  test('is no success when a picture elsewhere still says it, and --also takes that picture out', async () => {
    const { default: sharp } = await import('sharp');
    const picture = await sharp({ create: { width: 9, height: 9, channels: 3, background: 'red' } })
      .withExif({ IFD0: { ImageDescription: LINE } })
      .jpeg()
      .toBuffer();
    await put('poster/spring.jpg', picture);
    commit('Poster');
    const first = await run();
    expect(first.lines.join('\n')).toContain('still there: blob');
    expect([first.exit, existsSync(join(home, 'out.git'))]).toEqual([1, false]);
    expect((await run({ also: ['poster/spring.jpg'] })).exit).toBe(0);
  });
});

test('one command withdraws it, notes it, and purges the history', async () => {
  await anotherCopy();
  git(repository, 'revert', '--no-edit', 'HEAD');
  const content = join(repository, 'content');
  const said = await archive([
    'withdraw',
    ID,
    '--content',
    content,
    '--purge-history',
    '--no-build',
  ]);
  expect([said.out, said.exit]).toEqual([expect.stringContaining('nothing found'), 0]);
  expect(said.out + said.err).not.toMatch(CANARY);
  const [copy = ''] = await readdir(join(home, 'state', 'purged'));
  expect(everythingIn(join(home, 'state', 'purged', copy))).not.toMatch(CANARY);
  const list = await archive(['never-again', '--content', content]);
  expect(list.out).toContain('1 withdrawal on the list');
  const part = ['withdraw', ID, '--part', 'f1', '--purge-history', '--content', content];
  expect((await archive(part)).exit).toBe(2);
});

describe('after the purge', () => {
  beforeEach(anotherCopy);

  test('a push from an old clone is refused, by merge, by its old commits and by its path', async () => {
    const stale = join(home, 'stale');
    git(home, 'clone', '-q', repository, stale);
    await run();
    const out = join(home, 'out.git');
    const refused = (...args: readonly string[]): string => {
      try {
        git(stale, 'push', '-q', out, ...args);
        return 'taken';
      } catch (error) {
        return String((error as { stderr?: string }).stderr);
      }
    };
    git(stale, 'fetch', '-q', out, 'main');
    git(
      stale,
      'merge',
      '-q',
      '--allow-unrelated-histories',
      '-X',
      'ours',
      '-m',
      'Merge',
      'FETCH_HEAD',
    );
    expect(refused('HEAD:refs/heads/main')).toContain('from before something was taken out');
    expect(refused('origin/side:refs/heads/again')).toContain(
      'from before something was taken out',
    );
    expect(refused('origin/early:refs/heads/early-again')).toContain('from before something');
    git(stale, 'reset', '-q', '--hard', 'FETCH_HEAD');
    await mkdir(join(stale, `content/stories/${ID}`), { recursive: true });
    await writeFile(join(stale, `content/stories/${ID}/story.md`), 'again');
    git(stale, 'add', '-A');
    git(stale, 'commit', '-qm', 'By hand');
    expect(refused('HEAD:refs/heads/main')).toContain('from before something was taken out');
    git(stale, 'reset', '-q', '--hard', 'FETCH_HEAD');
    expect(refused(`HEAD:refs/heads/cms/stories/${ID}`)).toContain('from before');
    await writeFile(join(stale, 'new.txt'), 'something new');
    git(stale, 'add', '-A');
    git(stale, 'commit', '-qm', 'New work');
    expect(refused('HEAD:refs/heads/main')).toBe('taken');
  });

  test('--replace puts it in place of the old one, object for object', async () => {
    const { exit, lines } = await run({ replace: true });
    expect([exit, lines.join('\n')]).toEqual([0, expect.stringContaining('is in place')]);
    const objects = git(
      repository,
      'cat-file',
      '--batch-all-objects',
      '--batch-check=%(objectname)',
    );
    const copy = git(
      join(home, 'out.git'),
      'cat-file',
      '--batch-all-objects',
      '--batch-check=%(objectname)',
    );
    expect(objects).toBe(copy);
    expect(everythingIn(repository)).not.toMatch(CANARY);
    expect(git(repository, 'status', '--porcelain')).toBe('');
    expect(
      await readFile(join(repository, 'content/exhibitions/spring/index.mdx'), 'utf8'),
    ).not.toMatch(CANARY);
    expect(existsSync(join(repository, '.git/hooks/pre-receive'))).toBe(true);
  });

  test('--replace is refused while there is work that is not committed', async () => {
    await put('content/settings.yaml', 'name: Changed\n');
    const { exit, lines } = await run({ replace: true });
    expect([exit, lines.join('\n')]).toEqual([1, expect.stringContaining('not committed')]);
    expect(git(repository, 'for-each-ref')).toBe(tips);
    await rm(join(home, 'out.git'), { recursive: true });
  });
});
