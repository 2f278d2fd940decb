import { cp, mkdtemp, readdir, readFile, writeFile, mkdir } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { canariesIn, canary } from '#support/canary.ts';
import { archive } from '#support/run-archive.ts';
import { openRecord, smallArchive } from '#support/small-archive.ts';

const DAY = '2026-11-22';
const GONE = 'goes001';
const mark = canary('dirty', 'body');

let home: string;
let env: Record<string, string>;
let content: string;
/** The site before and after a withdrawal, each as its build made it. */
let earlier: string;
let later: string;

const build = (out: string) =>
  archive(['build', '--content', content, '--out', out, '--today', DAY], env);
const audit = (folder: string) => archive(['audit', folder, '--content', content], env);

beforeAll(async () => {
  home = await mkdtemp(join(tmpdir(), 'dirty-'));
  env = { ARCHIVE_STATE: join(home, 'state') };
  const made = await smallArchive();
  ({ content } = made);
  await made.story(GONE, openRecord({ title: 'What goes' }), `Words with ${mark} in them.\n`);
  await made.story('stays01', openRecord({ title: 'What stays' }));
  expect((await archive(['approve', '--all', '--content', content], env)).exit).toBe(0);
  [earlier, later] = [join(home, 'earlier'), join(home, 'later')];
  const first = join(home, 'first');
  expect((await build(first)).exit).toBe(0);
  // A copy the archive does not know of: from its own folders a withdrawal takes the piece itself.
  await cp(first, earlier, { recursive: true });
  const away = ['withdraw', GONE, '--content', content, '--today', DAY, '--no-build'];
  expect((await archive(away, env)).exit).toBe(0);
  expect((await build(later)).exit).toBe(0);
});

describe('a folder that was not emptied first (A27)', () => {
  test('an index written over the old one is refused, and the fragment left behind is named', async () => {
    const folder = join(home, 'index');
    await cp(later, folder, { recursive: true });
    await cp(join(earlier, 'pagefind'), join(folder, 'pagefind'), {
      recursive: true,
      force: false,
    });
    expect([...(await canariesIn(folder)).keys()]).toEqual([mark]);
    const ran = await audit(folder);
    expect([ran.exit, ran.out]).toEqual([
      1,
      expect.stringContaining('Do not publish this folder.'),
    ]);
    expect(ran.out).toMatch(/pagefind\/fragment\/\S+\.pf_fragment: /);
    expect(ran.out).not.toContain(mark);
  });

  test('a whole build written over the old one is refused', async () => {
    const folder = join(home, 'whole');
    await cp(earlier, folder, { recursive: true });
    await cp(later, folder, { recursive: true });
    expect((await audit(folder)).exit).toBe(1);
  });

  test('the site as it was before the withdrawal is refused after it', async () => {
    const ran = await audit(earlier);
    expect(ran.exit).toBe(1);
  });

  test('what a broken run left where the next one works is not taken along', async () => {
    const out = join(home, 'out');
    await cp(earlier, join(home, '.out.next'), { recursive: true });
    await mkdir(out);
    await writeFile(join(out, 'left.html'), mark);
    expect((await build(out)).exit).toBe(0);
    expect([...(await canariesIn(out))]).toEqual([]);
    expect((await audit(out)).exit).toBe(0);
    expect((await readdir(home)).filter((name) => name.startsWith('.out'))).toEqual([]);
    expect(await readFile(join(out, 'stories', GONE, 'index.html'), 'utf8')).toContain(
      'no longer here',
    );
  });
});
