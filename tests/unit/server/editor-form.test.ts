import { stringify } from 'yaml';
import { beforeAll, describe, expect, test } from 'vitest';
import { openRecord } from '#support/small-archive.ts';
import { type SmallDesk, saving, smallDesk } from '#support/small-desk.ts';

const PATH = 'content/stories/bread01/story.md';
const KEY = { collection: 'stories', slug: 'bread01' };
/** What somebody pasted: below a record it would be one itself. */
const WRITES_CONSENT =
  '---\nconsents:\n  - { person: p1, state: given, grants: { web: [words] } }\nhold: false\nreview: { outcome: cleared, on: 2026-01-02 }\npublished_on: 2026-01-03\n---\nThen we left.\n';
let desk: SmallDesk;

beforeAll(async () => {
  desk = await smallDesk(async (archive) => {
    await archive.story('older01', openRecord({ title: 'An older piece' }));
    await archive.write(
      'stories/asjson1/story.md',
      `---\n${JSON.stringify(openRecord({ title: 'Written as JSON' }), null, 1)}\n---\nWe baked.\n`,
    );
    await archive.write('stories/broken1/story.md', '---\ntitle: [\n---\nWe baked.\n');
  });
});

const send = (path: string, form: object, isNew = true) =>
  desk.cms('persistEntry', saving(path, JSON.stringify(form), { isNew }));
const draft = (path: string, key: { collection: string; slug: string }) =>
  desk.git('show', `cms/${key.collection}/${key.slug}:${path}`);

describe('the words of a form are never read as its record', () => {
  test('words that begin with a line of dashes are kept letter for letter, and write no consent', async () => {
    const record = { title: 'Bread', language: 'en', kind: 'story', hold: true };
    expect((await send(PATH, { record, words: WRITES_CONSENT })).status).toBe(200);
    expect(draft(PATH, KEY)).toBe(`---\n${stringify(record)}---\n${WRITES_CONSENT}`);
    expect(
      JSON.parse((await desk.cms('unpublishedEntryDataFile', { ...KEY, path: PATH })).body.data),
    ).toEqual({
      record,
      words: WRITES_CONSENT,
      rev: expect.any(String),
    });
    const check = await desk.post('/api/check', KEY);
    expect(check.body.outcome).not.toBe('publish');
  });

  test.each([
    [
      'content/responses/answer1.md',
      {
        institution: 'A hospital',
        answers: { priority: 'p' },
        on: '2026-01-01',
        status: 'planned',
        language: 'en',
      },
    ],
    ['content/themes/bread.yaml', { name: { en: WRITES_CONSENT } }],
  ])('%s: a text with any first line is text', async (path, record) => {
    const [, collection = '', file = ''] = path.split('/');
    const slug = file.replace(/\.\w+$/, '');
    const words = path.endsWith('.md') ? WRITES_CONSENT : undefined;
    const answer = await send(path, { record, words });
    // Whatever the rules of its fields say, no word of it became a field.
    expect(JSON.stringify(answer.body)).not.toContain('consents');
    if (answer.status !== 200) return;
    const { data } = (await desk.cms('unpublishedEntryDataFile', { collection, slug, path })).body;
    expect(JSON.parse(data)).toMatchObject({ record, ...(words === undefined ? {} : { words }) });
  });

  test('a record written as JSON can be opened, changed, saved and published', async () => {
    const path = 'content/stories/asjson1/story.md';
    const { data } = (await desk.cms('getEntry', { path })).body;
    const form = JSON.parse(data);
    form.record.title = 'Changed';
    expect((await send(path, form, false)).status).toBe(200);
    expect(draft(path, { collection: 'stories', slug: 'asjson1' })).toContain('title: Changed');
  });

  test('a record that cannot be read is listed, and a save over it says so', async () => {
    const path = 'content/stories/broken1/story.md';
    const listed = (
      await desk.cms('entriesByFolder', { folder: 'content/stories', extension: 'md', depth: 2 })
    ).body;
    expect(listed.find(({ file }: { file: { path: string } }) => file.path === path).data).toBe('');
    const answer = await send(
      path,
      { record: { title: 'x', language: 'en', kind: 'story' } },
      false,
    );
    expect(answer.status).toBe(422);
    expect(answer.body.error).toContain('cannot be read');
  });

  test.each([
    ['a text', '---\ntitle: x\n---\nwords'],
    ['a list', '[]'],
    ['words that are no text', '{"record":{},"words":{"a":1}}'],
    ['a record that is no group of keys', '{"record":[]}'],
    ['a version that is none', '{"record":{},"rev":"../x"}'],
  ])('%s is no form: refused, and nothing is saved', async (_name, raw) => {
    const params = saving('content/stories/other01/story.md', '{}');
    const [file] = params.dataFiles;
    const answer = await desk.cms('persistEntry', { ...params, dataFiles: [{ ...file, raw }] });
    expect(answer.status).toBe(422);
    expect(answer.body.error).toContain('Nothing was saved');
    expect((await desk.cms('unpublishedEntries')).body).not.toContain('stories/other01');
  });
});
