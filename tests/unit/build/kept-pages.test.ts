import { cp, mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { describe, expect, onTestFinished, test } from 'vitest';
import { keptPages, versionOf } from '#build/kept-pages.ts';
import { saidOf } from '#cli/words/fault.ts';
import { filesBelow } from '#state/files-below.ts';
import { canary } from '#support/canary.ts';

const temporary = (name: string) => mkdtemp(join(tmpdir(), name));

/** As much of a program as its pages are made of. */
async function program(): Promise<string> {
  const folder = await temporary('program-');
  for (const name of ['desk', 'site'])
    await cp(`astro.${name}.config.mjs`, join(folder, `astro.${name}.config.mjs`));
  for (const name of ['astro.config.mjs', 'package-lock.json']) await cp(name, join(folder, name));
  await mkdir(join(folder, 'src/pages'), { recursive: true });
  await writeFile(join(folder, 'src/pages/index.astro'), '<p>Here</p>');
  return folder;
}

describe('the compiled pages of a version', () => {
  test.each([
    'astro.config.mjs',
    'astro.desk.config.mjs',
    'astro.site.config.mjs',
    'package-lock.json',
    'src/pages/index.astro',
    'src/pages/new.astro',
  ])('are other ones when %s is another', async (file) => {
    const folder = await program();
    const before = await versionOf(folder);
    expect(await versionOf(folder)).toBe(before);
    await writeFile(join(folder, file), '// something else');
    expect(await versionOf(folder)).not.toBe(before);
  });

  test('are used where they lie, and nothing is written beside them', async () => {
    const kept = await temporary('kept-');
    const version = basename(await keptPages('site'));
    await mkdir(join(kept, 'site-pages', version), { recursive: true });
    let compiled = false;
    const found = await keptPages('site', () => (compiled = true), kept);
    expect(found).toBe(join(kept, 'site-pages', version));
    expect(compiled).toBe(false);
    expect(await readdir(join(kept, 'site-pages'))).toEqual([version]);
  });

  test('where they cannot be kept, the folder, the reason and what to do are told', async () => {
    const file = join(await temporary('read-only-'), 'file');
    await writeFile(file, '');
    for (const pages of ['site', 'desk'] as const) {
      const refused = await keptPages(pages, undefined, file).catch((error: unknown) => error);
      const folder = join(file, `${pages}-pages`);
      expect(refused).toMatchObject({
        fault: 'pages-not-kept',
        facts: { folder, code: 'ENOTDIR' },
      });
      expect(saidOf(refused)).toContain(`${folder} cannot be written to (ENOTDIR)`);
      expect(saidOf(refused)).toContain('Start the archive once as a user who may write there');
      expect(saidOf(refused)).toContain('Nothing was built and nothing was changed.');
    }
  });
});

// Two compiles, which `npm test` has no time for.
test.runIf(process.env['PROVE'])(
  'compiled pages are the same whatever archive is there',
  async () => {
    const content = await temporary('poisoned-');
    for (const name of ['site.json', 'listed.json', 'settings.yaml'])
      await writeFile(join(content, name), `{ ${canary('compiled', name)}`);
    const alone = await compiled();
    process.env['ARCHIVE_RELEASE'] = content;
    process.env['ARCHIVE_STATE'] = content;
    expect(await compiled()).toEqual(alone);
  },
);

/** Every file, without the folder it was made in and the key that Astro draws for islands, of which there are none. */
async function compiled(): Promise<Readonly<Record<string, string>>> {
  const kept = await mkdtemp(join('node_modules', '.cache', 'compiled-'));
  onTestFinished(() => rm(kept, { recursive: true, force: true }));
  const folder = await keptPages('site', undefined, kept);
  const files = (await filesBelow(folder)).map(async (name) => {
    const text = await readFile(join(folder, name), 'latin1');
    return [name, text.replaceAll(/compiled-\w+|begun-\w+|"key":"[^"]+"/g, '')] as const;
  });
  return Object.fromEntries(await Promise.all(files));
}
