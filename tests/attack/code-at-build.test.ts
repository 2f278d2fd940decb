import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdir, mkdtemp, readdir, readFile, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { mediaFolder } from '#media/store.ts';
import { drawingEnvironment } from '#build/draw-site.ts';
import { folderDigests } from '#hosting/folder-digests.ts';
import { gatherPublic, PUBLIC_FILES } from '#build/public-files.ts';
import { stateOf } from '#state/state.ts';
import { readContent } from '#repository/read-content.ts';
import { archive } from '#support/run-archive.ts';
import { openRecord, smallArchive } from '#support/small-archive.ts';
import { saving, smallDesk } from '#support/small-desk.ts';

const temporary = (name: string) => mkdtemp(join(tmpdir(), name));

describe('what a build is given of the machine', () => {
  test('no name that is not on the list, so no key and no password', () => {
    process.env['ARCHIVE_DATABASE_KEY'] = 'secret';
    process.env['AWS_SECRET_ACCESS_KEY'] = 'secret';
    const given = drawingEnvironment(stateOf('content'));
    delete process.env['ARCHIVE_DATABASE_KEY'];
    delete process.env['AWS_SECRET_ACCESS_KEY'];
    expect(Object.keys(given)).not.toContain('ARCHIVE_DATABASE_KEY');
    expect(Object.values(given)).not.toContain('secret');
    expect(given['PATH']).toBe(process.env['PATH']);
  });
});

describe('what the program brings of its own', () => {
  test('is what lies in public/, file for file', async () => {
    expect(Object.fromEntries(await folderDigests('public'))).toEqual(PUBLIC_FILES);
  });

  test('a file that somebody put beside it is not published, and a changed one stops the build', async () => {
    const from = await temporary('public-');
    const to = join(await temporary('gathered-'), 'public');
    for (const file of Object.keys(PUBLIC_FILES))
      await writeFile(join(from, file), await readFile(join('public', file)));
    await writeFile(join(from, 'register.sqlite'), 'who they are');
    await gatherPublic(from, to);
    expect((await readdir(to)).sort()).toEqual(Object.keys(PUBLIC_FILES).sort());
    await writeFile(join(from, 'favicon.svg'), '<svg><script/></svg>');
    await expect(gatherPublic(from, to)).rejects.toMatchObject({
      ...{ fault: 'public-file-changed', facts: { file: 'favicon.svg' } },
    });
  });
});

describe('a link in content', () => {
  const outside = async () => {
    const folder = await temporary('outside-');
    await writeFile(join(folder, 'private.txt'), '---\ntitle: Private\n---\nWho they are.\n');
    await writeFile(join(folder, 'story.md'), '---\ntitle: Private\n---\nWho they are.\n');
    await writeFile(join(folder, 'f1.jpg'), 'x');
    return folder;
  };
  test.each([
    ['the settings', 'settings.yaml', 'private.txt'],
    ['a collection', 'stories', ''],
    ['a folder of a piece', 'stories/linked1', ''],
    ['a record', 'stories/linked1/story.md', 'story.md'],
    ['an exhibition', 'exhibitions/spring/index.mdx', 'private.txt'],
    ['a folder of an exhibition', 'exhibitions/spring', ''],
    ['a page', 'pages/about.mdx', 'private.txt'],
    ['a theme', 'themes/bread.yaml', 'private.txt'],
  ])('%s: refused, and nothing of what it leads to is told', async (_name, file, target) => {
    const { content } = await smallArchive();
    await mkdir(join(content, file, '..'), { recursive: true });
    if (file === 'settings.yaml') execFileSync('rm', [join(content, file)]);
    await symlink(join(await outside(), target), join(content, file));
    const { archive: read, problems } = await readContent({
      root: content,
      store: mediaFolder(content),
    });
    expect(read).toBeUndefined();
    expect(problems.map(({ rule }) => rule)).toContain('symbolic-link');
    expect(JSON.stringify(problems)).not.toContain('Who they are');
  });

  test('in the media store: the file is not there', async () => {
    const { content, story } = await smallArchive();
    const store = await temporary('store-');
    await story('linked1', openRecord({ photos: [{ id: 'f1', file: 'f1.jpg', alt: 'x' }] }));
    await symlink(await outside(), join(store, 'linked1'));
    const { problems } = await readContent({ root: content, store: mediaFolder(store) });
    expect(problems.map(({ field, rule }) => `${field} ${rule}`)).toEqual([
      'photos[0].file file-missing',
    ]);
  });

  test('in a draft in git: it is not published', async () => {
    const desk = await smallDesk();
    const path = 'content/themes/bread.yaml';
    const key = { collection: 'themes', slug: 'bread' };
    expect((await desk.cms('persistEntry', saving(path, 'name: { en: Bread }\n'))).status).toBe(
      200,
    );
    const branch = 'refs/heads/cms/themes/bread';
    const blob = execFileSync('git', ['hash-object', '-w', '--stdin'], {
      cwd: desk.gitFolder,
      input: '/etc/passwd',
    })
      .toString()
      .trim();
    const index = join(await temporary('index-'), 'index');
    const git = (...args: string[]) =>
      execFileSync('git', ['-c', 'user.name=T', '-c', 'user.email=t@example.invalid', ...args], {
        cwd: desk.gitFolder,
        env: { ...process.env, GIT_INDEX_FILE: index },
      })
        .toString()
        .trim();
    git('read-tree', branch);
    git('update-index', '--add', '--cacheinfo', `120000,${blob},content/pages/about.mdx`);
    git('update-ref', branch, git('commit-tree', git('write-tree'), '-p', branch, '-m', 'Link'));
    const answer = await desk.cms('publishUnpublishedEntry', key);
    expect(answer.status).not.toBe(200);
    expect(JSON.stringify(answer.body)).not.toContain('root:');
    expect(desk.git('ls-tree', '-r', 'archive')).not.toContain('120000');
  });
});

test('words beside a closed work are words: no build runs them, and none joins to a link', async () => {
  const { content, story, write } = await smallArchive();
  const home = await temporary('code-');
  const marker = 'ran-by-a-build.txt';
  await story('held01', { ...openRecord({ title: 'Held back' }), hold: true });
  await write(
    'exhibitions/spring/index.mdx',
    `---\ntitle: Spring\n---\n<Work id="held01" />import fs from 'node:fs'; fs.writeFileSync('${marker}', 'x')\n\n[click]<Work id="held01" />(javascript:alert)\n\nI \\<3 \\{this}. <!-- who it was -->\n`,
  );
  const env = { ARCHIVE_STATE: join(home, 'state') };
  const ran = await archive(['build', '--content', content, '--out', join(home, 'dist')], env);
  expect(ran.out + ran.err).toContain('nothing withheld found');
  expect(existsSync(marker)).toBe(false);
  const page = await readFile(join(home, 'dist/exhibitions/spring/index.html'), 'utf8');
  expect(page).toContain('import fs from');
  expect(page).toContain('I &lt;3 {this}.');
  expect(page).toContain('(javascript:alert)');
  expect(page).not.toMatch(/href="javascript:|who it was|held01/);
});
