import { beforeAll, describe, expect, test } from 'vitest';
import { type SmallDesk, saving, smallDesk } from '#support/small-desk.ts';

const PLACES = [
  ['content/exhibitions/spring/index.mdx', { collection: 'exhibitions', slug: 'spring' }],
  ['content/pages/about.mdx', { collection: 'pages', slug: 'about' }],
] as const;
let desk: SmallDesk;

beforeAll(async () => {
  desk = await smallDesk();
});

describe.each(PLACES)('prose typed into %s', (path, key) => {
  const save = async (words: string) => {
    const read = (await desk.cms('unpublishedEntryDataFile', { ...key, path })).body.data;
    const rev = read === undefined ? undefined : JSON.parse(read).rev;
    const form = JSON.stringify({ record: { title: 'Spring' }, words, rev });
    return desk.cms('persistEntry', saving(path, form, { isNew: rev === undefined }));
  };

  test('is taken, kept as prose and given back as it was typed', async () => {
    const typed =
      "I <3 this {really}.\n\nexport it, don't\\\n\nimport the rice from home\n\n<Note>And {this}</Note>\n";
    expect((await save(typed)).status).toBe(200);
    expect(desk.git('show', `cms/${key.collection}/${key.slug}:${path}`)).toContain(
      "I \\<3 this \\{really}.\n\n&#101;xport it, don't\\\n\n&#105;mport the rice from home\n\n<Note>And \\{this}</Note>\n",
    );
    const { data } = (await desk.cms('unpublishedEntryDataFile', { ...key, path })).body;
    expect(JSON.parse(data).words).toBe(typed);
  });

  test('is refused with its line where a component or a link in it is wrong', async () => {
    const answer = await save('One.\n\n<Note a="b">x</Note>\n\n[a](javascript:x)\n');
    expect(answer.status).toBe(422);
    expect(answer.body.error).toContain('line 3 of the text');
    expect(answer.body.error).toContain('line 5 of the text');
    expect(answer.body.error).not.toContain('MDX');
  });
});
