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
  await made.story('shown7', openRecord({ themes: ['care'] }), `${OPEN}\n`);
  await write('themes/care.yaml', 'name: { en: Care }\n');
  await write('priorities/warm-rooms.yaml', 'name: { en: Warm rooms }\nthemes: [care]\n');
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
    expect(html).not.toContain('map.png');
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
