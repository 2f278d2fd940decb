import { mkdtemp, readFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { archive } from '#support/run-archive.ts';
import { openRecord, smallArchive } from '#support/small-archive.ts';

const SECRET = 'my uncle kept the letters under the third stair for eleven winters';
const OPEN = 'the bread was still warm when the whole street came down to share it';

let content: string;
let dist: string;
let write: (file: string, text: string) => Promise<void>;

const build = () =>
  archive(['build', '--content', content, '--out', dist, '--today', '2026-11-22']);
const page = (path: string) => readFile(join(dist, path, 'index.html'), 'utf8');
const answer = (id: string, on: string, body: string, more = '') =>
  write(
    `responses/${id}.md`,
    `---\ninstitution: Council ${id}\nanswers: { priority: warm-rooms }\non: ${on}\n${more}---\n${body}\n`,
  );

beforeAll(async () => {
  const made = await smallArchive();
  ({ content, write } = made);
  dist = join(await mkdtemp(join(tmpdir(), 'answers-')), 'dist');
  await made.story('hidden7', openRecord({ hold: true, title: 'The third stair' }), `${SECRET}\n`);
  const grants = { web: ['words'], search: ['words'], evidence: ['words'] };
  await made.story('shown7', openRecord({ themes: ['care'] }, { grants }), `${OPEN}\n`);
  await made.story(
    'backed7',
    openRecord({ themes: ['care'] }, { grants }),
    'Said yes, and back.\n',
  );
  await made.story('theme7', openRecord({ themes: ['care'] }, { grants }), 'Of one theme.\n');
  await made.story('asked7', openRecord({ themes: ['care'] }), 'Named, and never asked.\n');
  await write('themes/care.yaml', 'name: { en: Care }\n');
  await write(
    'priorities/warm-rooms.yaml',
    'name: { en: Warm rooms }\nthemes: [care]\npieces: [shown7, asked7, hidden7, backed7]\n',
  );
  expect((await archive(['approve', '--all', '--content', content])).exit).toBe(0);
  await answer(
    'one',
    '2026-11-22',
    `You told us: “${OPEN}”.\n\n# Next\n\n<script>alert(1)</script>\n\n![a map](https://example.org/map.png)`,
    'status: under-way\n',
  );
  await answer('two', '2026-11-23', 'Not until tomorrow.');
  expect((await build()).exit).toBe(0);
});

describe('what an institution answers', () => {
  test('is shown with its day, how far it has come, and the pieces behind the priority', async () => {
    const html = await page('priorities/warm-rooms');
    expect(html).toContain('Council one');
    expect(html).toContain('22 November 2026');
    expect(html).toContain('They have started.');
    expect(html).toContain('<h4>Next</h4>');
    expect(html).toContain('/stories/shown7/');
    expect(await page('priorities')).toContain('They have started.');
  });

  test('no piece stands behind a priority by its theme, or without a yes to that', async () => {
    const html = await page('priorities/warm-rooms');
    expect(await page('themes/care')).toContain('/stories/theme7/');
    for (const id of ['theme7', 'asked7', 'hidden7']) expect(html).not.toContain(id);
    expect(html).toContain('More about this');
  });

  test('says beside itself when nobody noted which words it answers', async () => {
    expect(await page('priorities/warm-rooms')).toContain('data-wording="unknown"');
  });

  test('may quote a piece that is open', async () => {
    expect(await page('priorities/warm-rooms')).toContain(OPEN);
  });

  test('is not let out before its own day', async () => {
    const html = await page('priorities/warm-rooms');
    expect(html).not.toContain('Council two');
    expect(html).not.toContain('Not until tomorrow.');
  });

  test('cannot bring a script or a picture from elsewhere', async () => {
    const html = await page('priorities/warm-rooms');
    expect(html).not.toContain('<script>alert');
    expect(html).not.toMatch(/<img[^>]*map\.png/);
  });

  test('stops the build when it, or a community asset, quotes a piece that is not open', async () => {
    await answer('three', '2026-11-01', `You told us: “${SECRET}”.`);
    await write('assets/a-stair.yaml', `name: { en: A stair }\nabout: { en: "${SECRET}" }\n`);
    const ran = await build();
    expect(ran.exit).toBe(1);
    expect(ran.out + ran.err).toContain('priorities/warm-rooms/index.html');
    expect(ran.out + ran.err).toContain('assets/index.html');
    expect(ran.out + ran.err).not.toContain(SECRET);
    expect(await page('priorities/warm-rooms')).not.toContain('Council three');
  });
});

describe('after the words were changed and a yes was taken back', () => {
  beforeAll(async () => {
    await write('assets/a-stair.yaml', 'name: { en: A stair }\n');
    await answer('three', '2026-11-01', 'We have three rooms.');
    expect((await archive(['answered', '--all', '--content', content])).exit).toBe(0);
    await write(
      'priorities/warm-rooms.yaml',
      'name: { en: Warm rooms all night }\nthemes: [care]\npieces: [shown7, backed7]\n',
    );
    await answer('four', '2026-11-21', 'All night, from January.');
    expect((await archive(['answered', 'four', '--content', content])).exit).toBe(0);
    const back = ['withdraw', 'backed7', '--use', 'evidence', '--content', content, '--no-build'];
    expect((await archive([...back, '--out', dist])).exit).toBe(0);
    expect((await build()).exit).toBe(0);
  });

  test('an answer to the old words says so, in the list too, and one to the new ones does not', async () => {
    const html = await page('priorities/warm-rooms');
    expect(html).toContain('All night, from January.');
    expect(html.match(/data-wording="\w+"/g)).toEqual([
      'data-wording="changed"',
      'data-wording="changed"',
    ]);
    expect(html).toContain('The words people ask this in have changed since.');
    const { out } = await archive(['check', '--content', content]);
    expect(out).toContain('Answer one: it is to words that the priority no longer has');
    expect(out).not.toContain('Answer four');
  });

  test('the piece whose yes was taken back stands behind nothing, and is still in its theme', async () => {
    const html = await page('priorities/warm-rooms');
    expect(html).toContain('/stories/shown7/');
    expect(html).not.toContain('backed7');
    expect(await page('themes/care')).toContain('/stories/backed7/');
  });
});
