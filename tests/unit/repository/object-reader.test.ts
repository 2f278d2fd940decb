import { execFileSync } from 'node:child_process';
import { chmod, mkdtemp, readFile, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeEach, describe, expect, test } from 'vitest';
import { GitError } from '#repository/git.ts';
import { LARGE_BYTES, ObjectReader } from '#repository/object-reader.ts';
import { TreeReader } from '#repository/tree-reader.ts';
import { countGit } from '#support/count-git.ts';
import { gitIn } from '#support/small-desk.ts';

const started = countGit();
let folder: string;
let git: ReturnType<typeof gitIn>;
let reader: ObjectReader;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'objects-'));
  git = gitIn(folder);
  git('init', '-q', '-b', 'main');
  await commit({ 'one.txt': 'one' });
  reader = new ObjectReader(folder);
});

async function commit(files: Readonly<Record<string, string | Buffer>>): Promise<string> {
  for (const [name, bytes] of Object.entries(files)) await writeFile(join(folder, name), bytes);
  git('add', '-A');
  git('commit', '-q', '-m', 'More');
  return git('rev-parse', 'HEAD').trim();
}

const keep = (bytes: string | Buffer): string =>
  execFileSync('git', ['hash-object', '-w', '--stdin'], { cwd: folder, input: bytes })
    .toString()
    .trim();
const textOf = async (name: string) => (await reader.read(name))?.bytes.toString();

describe('one process of git for all that is read', () => {
  test('answers many questions at once, each with its own answer', async () => {
    const texts = Array.from({ length: 25 }, (_each, index) => `${index}\n`.repeat(index * 400));
    const names = texts.map(keep);
    started();
    expect(await Promise.all(names.map(textOf))).toEqual(texts);
    expect(started().map(({ args }) => args)).toEqual(['cat-file --batch-command']);
  });

  test('sees at once what another program committed', async () => {
    const first = (await reader.info('HEAD^{commit}'))?.name;
    const second = await commit({ 'two.txt': 'two' });
    expect((await reader.info('HEAD^{commit}'))?.name).toBe(second);
    expect(second).not.toBe(first);
    git('gc', '-q', '--prune=now');
    expect(await textOf('HEAD:two.txt')).toBe('two');
    git('update-ref', '-d', 'refs/heads/main');
    expect(await reader.info('refs/heads/main')).toBeUndefined();
  });

  test('says that nothing is there, and answers the next', async () => {
    const names = ['refs/heads/none', `${'0'.repeat(40)}`, 'HEAD:none.txt', '', 'HEAD:one.txt'];
    expect(await Promise.all(names.map(textOf))).toEqual([
      undefined,
      undefined,
      undefined,
      undefined,
      'one',
    ]);
  });

  test('a line break in a name is no second question', async () => {
    const all = await Promise.all([textOf(`x\ncontents HEAD:one.txt`), textOf('HEAD:one.txt')]);
    expect(all).toEqual([undefined, 'one']);
  });

  test('is started again when it was ended from outside, and no question is lost', async () => {
    started();
    await textOf('HEAD:one.txt');
    const [first] = started();
    process.kill(first?.pid ?? 0, 'SIGSTOP');
    const asked = [textOf('HEAD:one.txt'), textOf('HEAD:none.txt'), textOf('HEAD:one.txt')];
    process.kill(first?.pid ?? 0, 'SIGKILL');
    expect(await Promise.all(asked)).toEqual(['one', undefined, 'one']);
    expect(started().length).toBe(1);
  });

  test('a damaged object is refused, and those asked with it are answered', async () => {
    const damaged = keep('damaged '.repeat(2000));
    const file = join(folder, '.git', 'objects', damaged.slice(0, 2), damaged.slice(2));
    await chmod(file, 0o600);
    const bytes = await readFile(file);
    await writeFile(file, bytes.subarray(0, bytes.length - 20));
    const [bad, good] = await Promise.allSettled([textOf(damaged), textOf('HEAD:one.txt')]);
    expect(good).toMatchObject({ status: 'fulfilled', value: 'one' });
    expect(bad).toMatchObject({ status: 'rejected', reason: expect.any(GitError) });
  });

  test('what is large comes whole, by a process of its own', async () => {
    const large = Buffer.alloc(LARGE_BYTES + 1, 'sound');
    const name = keep(large);
    started();
    const [found, small] = await Promise.all([reader.read(name), textOf('HEAD:one.txt')]);
    expect(found?.bytes.equals(large)).toBe(true);
    expect(small).toBe('one');
    expect(started().map(({ args }) => args)).toContain(`cat-file blob ${name}`);
  });

  test('is closed when it has answered, and a later question starts another', async () => {
    started();
    const asked = textOf('HEAD:one.txt');
    reader.close();
    expect(await asked).toBe('one');
    expect(started().length).toBe(1);
    expect(await textOf('HEAD:one.txt')).toBe('one');
    expect(started().length).toBe(1);
  });

  test('a program that never closes it ends all the same', () => {
    const program = `
      import { ObjectReader } from '#repository/object-reader.ts';
      const found = await new ObjectReader(${JSON.stringify(folder)}).read('HEAD:one.txt');
      console.log(found.bytes.toString());`;
    const args = ['--input-type=module', '--eval', program];
    expect(execFileSync(process.execPath, args, { encoding: 'utf8' })).toBe('one\n');
  });

  test('in an empty folder it is refused, and nobody waits', async () => {
    const nowhere = new ObjectReader(await mkdtemp(join(tmpdir(), 'no-git-')));
    await expect(nowhere.info('HEAD')).rejects.toBeInstanceOf(GitError);
  });
});

describe('the files of a commit', () => {
  test('are the same, in the same order, as git lists them', async () => {
    execFileSync('mkdir', ['-p', join(folder, 'a.b'), join(folder, 'a', 'ਪੰਜਾਬੀ')]);
    await commit({ 'a.b/1.md': '1', 'a/ਪੰਜਾਬੀ/2.md': '2', 'a/3 4.md': '3', 'a-b.md': '4' });
    execFileSync('ln', ['-s', '/etc', join(folder, 'a', 'away')]);
    const head = await commit({});
    const trees = new TreeReader(reader);
    const listed = git('-c', 'core.quotePath=false', 'ls-tree', '-r', '--name-only', head);
    const found = await trees.filesBelow(head, '');
    expect(found.map(({ path }) => path)).toEqual(listed.trim().split('\n'));
    expect(found.filter(({ isLink }) => isLink).map(({ path }) => path)).toEqual(['a/away']);
    const below = async (path: string) =>
      (await trees.filesBelow(head, path)).map((file) => file.path);
    expect(await below('a/ਪੰਜਾਬੀ/')).toEqual(['a/ਪੰਜਾਬੀ/2.md']);
    expect(await below('a/3 4.md')).toEqual(['a/3 4.md']);
    expect(await below('a/away/passwd')).toEqual([]);
    expect(await below('a/none/')).toEqual([]);
  });

  test('a name that leads out of its folder is refused', async () => {
    const blob = keep('out');
    const tree = Buffer.concat([Buffer.from('100644 ..\0'), Buffer.from(blob, 'hex')]);
    const name = execFileSync(
      'git',
      ['hash-object', '-w', '--stdin', '-t', 'tree', '--literally'],
      { cwd: folder, input: tree },
    )
      .toString()
      .trim();
    await expect(new TreeReader(reader).filesBelow(name, '')).rejects.toBeInstanceOf(GitError);
  });
});
