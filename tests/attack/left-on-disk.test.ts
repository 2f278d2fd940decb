import { existsSync } from 'node:fs';
import { chmod, mkdir, mkdtemp, readFile, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeEach, describe, expect, test } from 'vitest';
import { restrictAccess } from '#state/restrict-access.ts';
import { writeHostFiles } from '#hosting/host-files.ts';
import { readableSource } from '#cli/content-source.ts';
import { besideTree } from '#release/write-tree.ts';
import { stateOf } from '#state/state.ts';
import { takeBack } from '#withdrawal/take-back.ts';
import { openRecord } from '#support/small-archive.ts';
import { type SmallDesk, smallDesk } from '#support/small-desk.ts';

/** Attacked: a stranger with an account on the same machine, or with the disk in hand. */
/** What a command reads when the desk saved something that the folder does not hold: both together. */
async function togetherAt({ content, git, archive }: SmallDesk): Promise<string> {
  git('checkout', '-q', 'archive');
  await archive.write('themes/bread.yaml', 'name: { en: Bread }\n');
  git('add', '-A');
  git('commit', '-qm', 'Save');
  git('checkout', '-q', 'main');
  const source = await readableSource(content);
  if (!('from' in source) || source.from === content) throw new Error('They were not together.');
  return source.from;
}

const withAStory = () => smallDesk(({ story }) => story('bread01', openRecord()));
const modeOf = async (path: string) => (await stat(path)).mode & 0o777;

describe('what is left on the disk', () => {
  test('a withdrawn piece is in no copy of the content that was put together from folder and desk', async () => {
    const desk = await withAStory();
    const { content } = desk;
    const from = await togetherAt(desk);
    const id = 'bread01';
    expect(existsSync(join(from, 'stories', id))).toBe(true);
    const published = join(stateOf(content).desk, 'content', 'stories', id);
    await mkdir(published, { recursive: true });
    await writeFile(join(published, 'story.md'), 'words');
    await takeBack({
      ...{ content, asked: id, day: '2026-11-22', out: join(content, '..', 'dist') },
      ...{ now: Date.now, meanwhile: () => '', onRegisterClosed: () => undefined },
    });
    expect(existsSync(from)).toBe(false);
    expect(existsSync(published)).toBe(false);
  });

  test('a withdrawal takes away what a build was making when it was cut short', async () => {
    const { content } = await withAStory();
    const { drawing, release } = stateOf(content);
    const unfinished = [drawing, ...besideTree(release)];
    for (const folder of unfinished) await mkdir(join(folder, 'bread01'), { recursive: true });
    await takeBack({
      ...{ content, asked: 'bread01', day: '2026-11-22', out: join(content, '..', 'dist') },
      ...{ now: Date.now, meanwhile: () => '', onRegisterClosed: () => undefined },
    });
    expect(unfinished.filter((folder) => existsSync(folder))).toEqual([]);
  });
});

describe('the folder of the state', () => {
  let root: string;

  beforeEach(async () => {
    root = join(await mkdtemp(join(tmpdir(), 'state-')), 'state');
    process.env['ARCHIVE_STATE'] = root;
  });

  test('is closed to everybody else, also where an earlier version left it open', async () => {
    const state = stateOf('content');
    const copy = join(state.desk, 'content', 'stories');
    for (const folder of [copy, join(state.mediaFolder, 'bread01'), join(state.desk, 'sites', 'a')])
      await mkdir(folder, { recursive: true });
    await writeFile(state.register, '');
    await writeFile(join(state.desk, 'access.sqlite'), '{}');
    for (const open of [state.register, join(state.desk, 'access.sqlite')])
      await chmod(open, 0o644);
    for (const open of [root, state.desk, state.mediaFolder, copy]) await chmod(open, 0o755);
    await restrictAccess(root);
    for (const folder of [
      root,
      state.mediaFolder,
      join(root, 'desk'),
      state.desk,
      join(copy, '..'),
    ])
      expect(await modeOf(folder), folder).toBe(0o700);
    for (const file of [state.register, join(state.desk, 'access.sqlite')])
      expect(await modeOf(file), file).toBe(0o600);
  });

  test('lets a web server by to the rules it needs, which hold ids only, and to nothing else', async () => {
    const state = stateOf('content');
    await mkdir(state.mediaFolder, { recursive: true });
    await writeHostFiles(state, { tombstones: ['gone001'], fragments: {} }, 'dist');
    expect(await modeOf(root)).toBe(0o711);
    expect(await modeOf(state.hosts)).toBe(0o755);
    expect(await modeOf(join(state.hosts, 'hidden.caddy'))).toBe(0o644);
    expect(await modeOf(state.mediaFolder)).toBe(0o700);
    expect(await readFile(join(state.hosts, 'hidden.caddy'), 'utf8')).toContain('gone001');
  });

  test('a copy of the content is closed from the moment it is made', async () => {
    const from = await togetherAt(await withAStory());
    expect(await modeOf(from)).toBe(0o700);
    expect(await modeOf(join(from, 'settings.yaml'))).toBe(0o600);
    expect(await modeOf(join(from, 'stories'))).toBe(0o700);
  });
});
