import { stringify } from 'yaml';
import { beforeEach, describe, expect, test } from 'vitest';
import { recordForm } from '#repository/record-text.ts';
import { openRecord } from '#support/small-archive.ts';
import { saving, type SmallDesk, smallDesk } from '#support/small-desk.ts';

const PATH = 'content/stories/bread01/story.md';
const text = (title: string, more: object = {}) =>
  `---\n${stringify(openRecord({ title, published_on: undefined, ...more }))}---\nWe baked.\n`;
let desk: SmallDesk;

beforeEach(async () => {
  desk = await smallDesk(async (archive) => {
    await archive.story('older01', openRecord({ title: 'An older piece' }));
    await archive.write('themes/bread.yaml', 'name: Bread\n');
  });
});

const draftText = async (cookie?: string): Promise<string> =>
  (
    await desk.cms(
      'unpublishedEntryDataFile',
      { collection: 'stories', slug: 'bread01', path: PATH },
      cookie,
    )
  ).body.data;

describe('drafts', () => {
  test('what is saved is read back letter for letter, with its version and nothing else', async () => {
    const raw = text('ਮੇਰੀ ਦਾਦੀ ਦੀ ਕਹਾਣੀ');
    expect((await desk.cms('persistEntry', saving(PATH, raw))).status).toBe(200);
    const { body } = await desk.cms('unpublishedEntries');
    expect(body).toEqual(['stories/bread01']);
    const entry = (await desk.cms('unpublishedEntry', { collection: 'stories', slug: 'bread01' }))
      .body;
    expect(entry).toMatchObject({ collection: 'stories', slug: 'bread01', status: 'draft' });
    expect(entry.diffs).toEqual([{ id: expect.any(String), path: PATH, newFile: true }]);
    const kept = desk.git('show', `cms/stories/bread01:${PATH}`);
    expect(kept).toBe(raw);
    const { record, words, rev } = JSON.parse(await draftText());
    expect({ record, words }).toEqual(recordForm(raw, PATH));
    expect(rev).toMatch(/^[0-9a-f]{40}$/);
  });

  test('the working copy, its branch and its index are never touched', async () => {
    const before =
      desk.git('status', '--porcelain=v1', '-uall') + desk.git('rev-parse', 'HEAD', 'main');
    await desk.cms('persistEntry', saving(PATH, text('One')));
    await desk.cms('publishUnpublishedEntry', { collection: 'stories', slug: 'bread01' });
    expect(
      desk.git('status', '--porcelain=v1', '-uall') + desk.git('rev-parse', 'HEAD', 'main'),
    ).toBe(before);
  });

  test('history names nobody and repeats no title', async () => {
    await desk.cms('persistEntry', saving(PATH, text('A title with a name in it')));
    const log = desk.git('log', '--all', '--format=%an %ae %cn %ce %B', '--not', 'main').trim();
    expect(log).toBe(
      'Archive desk desk@no-reply.invalid Archive desk desk@no-reply.invalid Save a draft',
    );
  });

  test('a second save by the same sign-in is taken, though Decap still has the first version', async () => {
    await desk.cms('persistEntry', saving(PATH, text('One')));
    expect((await desk.cms('persistEntry', saving(PATH, text('Two')))).status).toBe(200);
    const read = await draftText();
    await desk.cms('persistEntry', saving(PATH, read.replace('Two', 'Three')));
    expect((await desk.cms('persistEntry', saving(PATH, read.replace('Two', 'Four')))).status).toBe(
      200,
    );
    expect(await draftText()).toContain('Four');
  });

  test('a stale save by somebody else gets 409 with the newer text, and nothing is lost', async () => {
    const other = await desk.signIn();
    await desk.cms('persistEntry', saving(PATH, text('One')));
    const [mine, theirs] = [await draftText(), await draftText(other)];
    expect((await desk.cms('persistEntry', saving(PATH, mine.replace('One', 'Mine')))).status).toBe(
      200,
    );
    const refused = await desk.cms(
      'persistEntry',
      saving(PATH, theirs.replace('One', 'Theirs')),
      other,
    );
    expect(refused.status).toBe(409);
    expect(refused.body.newer).toContain('title: Mine');
    expect(refused.body.error).not.toContain('Mine');
    expect(await draftText()).toContain('"title":"Mine"');
  });

  test('many saves at once are all kept, one after the other', async () => {
    const ids = Array.from({ length: 12 }, (_each, index) => `piece${10 + index}`);
    const answers = await Promise.all(
      ids.map((id) => desk.cms('persistEntry', saving(`content/stories/${id}/story.md`, text(id)))),
    );
    expect(answers.map(({ status }) => status)).toEqual(ids.map(() => 200));
    expect(new Set((await desk.cms('unpublishedEntries')).body)).toEqual(
      new Set(ids.map((id) => `stories/${id}`)),
    );
  });

  test('a published piece is changed only by who read the version that is there', async () => {
    const path = 'content/stories/older01/story.md';
    const { data } = (await desk.cms('getEntry', { path })).body;
    const blind = data.replace(/,"rev":"[0-9a-f]{40}"/, '');
    expect((await desk.cms('persistEntry', saving(path, blind))).status).toBe(409);
    expect(
      (await desk.cms('persistEntry', saving(path, data.replace('older', 'newer')))).status,
    ).toBe(200);
    const [entry] = (
      await desk.cms('entriesByFolder', { folder: 'content/stories', extension: 'md', depth: 2 })
    ).body;
    expect(entry.data).toContain('An older piece');
  });

  test('a slug that Decap made from a path in a folder means the same draft', async () => {
    await desk.cms('persistEntry', saving(PATH, text('One'), { slug: 'bread01/story' }));
    expect((await desk.cms('unpublishedEntries')).body).toEqual(['stories/bread01/story']);
    for (const slug of ['bread01', 'bread01/story'])
      expect((await desk.cms('unpublishedEntry', { collection: 'stories', slug })).status).toBe(
        200,
      );
  });

  test('a draft is still whole after something else was published', async () => {
    await desk.cms('persistEntry', saving(PATH, text('One')));
    const theme = 'content/themes/tea.yaml';
    await desk.cms('persistEntry', saving(theme, 'name: Tea\n'));
    expect(
      (await desk.cms('publishUnpublishedEntry', { collection: 'themes', slug: 'tea' })).status,
    ).toBe(200);
    const entry = (await desk.cms('unpublishedEntry', { collection: 'stories', slug: 'bread01' }))
      .body;
    expect(entry.diffs.map(({ path }: { path: string }) => path)).toEqual([PATH]);
  });

  test('one draft that is broken is passed over, and asked for by name it is 404', async () => {
    await desk.cms('persistEntry', saving(PATH, text('One')));
    const blob = desk.git('hash-object', '-w', 'content/settings.yaml').trim();
    desk.git('update-ref', 'refs/archive/workflow/stories/broken1', blob);
    expect((await desk.cms('unpublishedEntries')).body).toEqual(['stories/bread01']);
    expect(
      (await desk.cms('unpublishedEntry', { collection: 'stories', slug: 'broken1' })).status,
    ).toBe(404);
    expect((await desk.cms('unpublishedEntry', { collection: '../x', slug: '.git' })).status).toBe(
      404,
    );
  });

  test('the state of a draft is kept, and a draft that is deleted is gone with it', async () => {
    await desk.cms('persistEntry', saving(PATH, text('One')));
    const key = { collection: 'stories', slug: 'bread01' };
    await desk.cms('updateUnpublishedEntryStatus', { ...key, newStatus: 'pending_publish' });
    expect((await desk.cms('unpublishedEntry', key)).body.status).toBe('pending_publish');
    await desk.cms('deleteUnpublishedEntry', key);
    expect((await desk.cms('unpublishedEntry', key)).status).toBe(404);
    expect(desk.git('for-each-ref', 'refs/heads/cms', 'refs/archive')).toBe('');
  });
});

describe('what may be saved', () => {
  test.each([
    'content/stories/../../.git/config',
    '/etc/passwd',
    'content/stories/bread01/story.mdx',
    'content/stories/Nani-Kaur/story.md',
    'content/stories/bread01/story.md\0.txt',
    'content\\stories\\bread01\\story.md',
    '.git/hooks/post-checkout',
    'content/.git/config',
    'content/withdrawn/bread01.yaml',
    'src/cli/main.ts',
  ])('%j is no place of the desk', async (path) => {
    const saved = await desk.cms('persistEntry', saving(path, text('One'), { slug: 'bread01' }));
    expect(saved.status).toBe(422);
    expect(desk.git('for-each-ref', 'refs/heads/cms')).toBe('');
    expect((await desk.cms('getEntry', { path })).status).toBe(422);
  });

  test('a field that is not known is refused by its name, and what stands in it is not repeated', async () => {
    const raw = text('One', { diagnosis: 'a secret thing' });
    const { status, body } = await desk.cms('persistEntry', saving(PATH, raw));
    expect(status).toBe(422);
    expect(body.error).toContain('diagnosis');
    expect(body.error).not.toContain('secret');
  });

  test('what looks like code in an exhibition is kept as words and read back as typed; a component is one', async () => {
    const path = 'content/exhibitions/spring/index.mdx';
    const key = { collection: 'exhibitions', slug: 'spring' };
    const words = '{process.exit(1)} <script>1</script>\n\n<Note>Hello</Note>\n';
    const form = { record: { title: 'Spring', language: 'en' }, words };
    const saved = await desk.cms('persistEntry', saving(path, JSON.stringify(form), key));
    expect([saved.status, saved.body.error]).toEqual([200, undefined]);
    const kept = desk.git('show', `cms/exhibitions/spring:${path}`);
    expect(kept).not.toMatch(/(?<!\\)\{process|(?<!\\)<script/);
    expect(kept).toContain('<Note>Hello</Note>');
    const { data } = (await desk.cms('unpublishedEntryDataFile', { ...key, path })).body;
    expect(JSON.parse(data).words).toBe(words);
  });

  test('boxes of a form that were left empty are not answers', async () => {
    const raw = text('One', { embargo_until: '', voice: {}, summary: '' });
    expect((await desk.cms('persistEntry', saving(PATH, raw))).status).toBe(200);
    expect(await draftText()).not.toMatch(/embargo_until|voice:|summary/);
  });

  test('a contribution is not deleted, loose media are not taken, and nothing goes round the draft', async () => {
    const path = 'content/stories/older01/story.md';
    const deleted = await desk.cms('deleteFiles', { paths: [path], options: {} });
    expect(deleted.status).toBe(403);
    expect(deleted.body.error).toContain('red button in its form');
    const loose = { asset: { path: 'media/x.jpg', content: 'aa', encoding: 'base64' } };
    expect((await desk.cms('persistMedia', loose)).status).toBe(422);
    const direct = saving(PATH, text('One'));
    const straight = { ...direct, options: { ...direct.options, useWorkflow: false } };
    expect((await desk.cms('persistEntry', straight)).status).toBe(403);
  });

  test('a theme nobody uses is taken off and stays as a draft; what is still in use stays', async () => {
    await desk.archive.write('themes/used.yaml', 'name: Used\n');
    const paths = ['content/themes/bread.yaml'];
    expect((await desk.cms('deleteFiles', { paths, options: {} })).status).toBe(200);
    expect((await desk.cms('getEntry', { path: paths[0] })).body.data).toBeNull();
    const key = { collection: 'themes', slug: 'bread' };
    const draft = (await desk.cms('unpublishedEntry', key)).body;
    expect(draft).toMatchObject({ status: 'draft', diffs: [{ path: paths[0], newFile: true }] });
    const kept = await desk.cms('unpublishedEntryDataFile', { ...key, path: paths[0] });
    expect(kept.body.data).toContain('Bread');
  });
});

test('the note of a draft keeps the form it always had, so that older ones are read and newer ones by older programs', async () => {
  await desk.cms('persistEntry', saving(PATH, text('One')));
  const note = JSON.parse(desk.git('cat-file', 'blob', 'refs/archive/workflow/stories/bread01'));
  expect(Object.keys(note).toSorted()).toEqual(['owner', 'saves', 'slug', 'status', 'updated']);
  for (const save of note.saves) expect(Object.keys(save)).toEqual(['path', 'rev', 'by']);
  expect(note.saves.at(-1).rev).toBe(desk.git('rev-parse', `cms/stories/bread01:${PATH}`).trim());
});
