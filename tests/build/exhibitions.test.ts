import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeAll, expect, test } from 'vitest';
import { editRecord } from '#repository/edit-record.ts';
import { canariesIn, canary } from '#support/canary.ts';
import { sameEachTime } from '#support/folder-bytes.ts';
import { photographWith } from '#support/media-made-here.ts';
import { archive } from '#support/run-archive.ts';
import { openRecord, smallArchive } from '#support/small-archive.ts';

const DAY = '2026-11-22';
const AT = `${DAY}T09:00:00Z`;
const ID = 'friend1';
const mark = (field: string): string => canary('friend', field);
const ALL_USES = { web: ['words', 'photo'], search: ['words'], exhibition: ['words', 'photo'] };

let home: string;
let env: Record<string, string>;
let content: string;

const build = async (name: string, from: string) => {
  const out = join(home, name);
  const ran = await archive(['build', '--content', from, '--out', out, '--at', AT], env);
  expect(ran.out + ran.err).toContain('nothing withheld found');
  return { out, said: ran.out };
};

beforeAll(async () => {
  home = await mkdtemp(join(tmpdir(), 'walls-'));
  env = { ARCHIVE_STATE: join(home, 'state') };
  const made = await smallArchive();
  ({ content } = made);
  const photo = {
    id: 'f1',
    file: 'f1.jpg',
    alt: mark('alt'),
    caption: mark('caption'),
    people: ['p2'],
  };
  const record = openRecord({ title: 'At the pump', photos: [photo] }, { grants: ALL_USES });
  const [maker] = record['consents'] as object[];
  const friend = { ...maker, person: 'p2', interest: 'depicted' };
  await made.story(ID, { ...record, consents: [maker, friend] });
  await made.write(`stories/${ID}/f1.jpg`, await photographWith(mark('exif'), 5));
  await made.story('stays01', openRecord({ title: 'What stays' }));
  await made.write(
    'exhibitions/spring/index.mdx',
    `---\ntitle: Spring\n---\nWelcome.\n\n<Chapter title="By the pump">\n\n<Work id="${ID}" part="f1" />\n\n</Chapter>\n\n<Work id="stays01" />\n`,
  );
  expect((await archive(['approve', '--all', '--content', content], env)).exit).toBe(0);
});

test('a person in a photograph says stop: it is gone everywhere, the story stays, the exhibition closes up (A10)', async () => {
  const before = await build('before', content);
  expect([...(await canariesIn(before.out)).keys()].sort()).toEqual(
    [mark('alt'), mark('caption')].sort(),
  );
  const wall = 'exhibitions/spring/index.html';
  expect(await readFile(join(before.out, wall), 'utf8')).toContain('By the pump');

  const never = join(home, 'never');
  await cp(content, never, { recursive: true });
  await editRecord(join(content, 'stories', ID, 'story.md'), (record) => {
    record.setIn(['consents', 1, 'state'], 'withdrawn');
    record.setIn(['consents', 1, 'withdrawn_on'], DAY);
  });
  const after = await build('after', content);
  expect([...(await canariesIn(after.out))]).toEqual([]);
  expect(after.said).toContain(
    `Exhibition spring: ${ID}/f1 is not shown (not-cleared). It was withdrawn. This person said stop.`,
  );
  expect(await readFile(join(after.out, 'stories', ID, 'index.html'), 'utf8')).toContain(
    'At the pump',
  );

  // The same archive as if there had never been a photograph, nor a place for it on the wall.
  await editRecord(join(never, 'stories', ID, 'story.md'), (record) => {
    record.delete('photos');
    record.deleteIn(['consents', 1]);
  });
  await rm(join(never, 'stories', ID, 'f1.jpg'));
  const text = `---\ntitle: Spring\n---\nWelcome.\n\n<Work id="stays01" />\n`;
  await writeFile(join(never, 'exhibitions/spring/index.mdx'), text);
  const reference = await build('reference', never);
  const [mine, theirs] = [await sameEachTime(after.out), await sameEachTime(reference.out)];
  for (const bytes of [mine, theirs]) delete bytes['.well-known/build.json'];
  expect(mine).toEqual(theirs);
});
