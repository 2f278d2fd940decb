import { mkdtemp, readdir, readFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { canariesIn, canary } from '#support/canary.ts';
import { archive, archiveProcess } from '#support/run-archive.ts';
import { openRecord, smallArchive } from '#support/small-archive.ts';

const DAY = '2026-11-22';

/** An archive with a state folder of its own, and the same addresses as every other. */
async function built(name: string) {
  const home = await mkdtemp(join(tmpdir(), `two-${name}-`));
  const env = { ARCHIVE_STATE: join(home, 'state') };
  const { content, story, write } = await smallArchive();
  await story('same001', openRecord({ title: 'The same address' }));
  await write(
    'exhibitions/spring/index.mdx',
    `---\ntitle: Spring\n---\n${canary(name, 'wall')}\n\n<Work id="same001" />\n`,
  );
  await archive(['approve', '--all', '--content', content], env);
  const out = join(home, 'dist');
  return {
    out,
    build: () => archiveProcess(['build', '--content', content, '--out', out, '--today', DAY], env),
  };
}

test('two archives drawn at once from one working copy take nothing of each other', async () => {
  const names = ['one', 'other'];
  const made = await Promise.all(names.map(built));
  const ran = await Promise.all(made.map(({ build }) => build()));
  expect(ran.map(({ exit }) => exit)).toEqual([0, 0]);
  for (const [index, { out }] of made.entries()) {
    expect([...(await canariesIn(out)).keys()]).toEqual([canary(names[index] ?? '', 'wall')]);
    const home = await readFile(join(out, 'index.html'), 'utf8');
    const style = /href="\/(_astro\/[^"]+\.css)"/.exec(home)?.[1] ?? 'none';
    expect(await readdir(join(out, '_astro'))).toContain(style.replace('_astro/', ''));
  }
});
