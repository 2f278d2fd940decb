import { copyFile, mkdir, mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { approve } from '#intake/approve.ts';
import { stateOf } from '#state/state.ts';
import { receipt } from '#cli/receipt.ts';
import { tasks } from '#cli/care.ts';
import { canariesIn, canary } from '#support/canary.ts';
import { archive } from '#support/run-archive.ts';
import { openRecord } from '#support/small-archive.ts';
import { DESK_DAY, type SmallDesk, saving, smallDesk } from '#support/small-desk.ts';

const PUBLIC = canary('public', 'words');
const ID = 'bread01';
let desk: SmallDesk;
let planted: readonly string[];
let out: string;
let scratch: string;

/**
 * A row in every table with a marker in every column that can hold one, read from the tables
 * themselves, so that a column added later is watched too; and a person behind the real piece.
 */
function plant(file: string): readonly string[] {
  const db = new DatabaseSync(file);
  const markers: string[] = [];
  const mark = (table: string, column: string): string => {
    const marker = canary(table.replaceAll('_', ''), column.replaceAll('_', ''));
    markers.push(marker);
    return marker;
  };
  const person = mark('persons', 'id');
  const copy = mark('copies', 'key');
  const tables = db
    .prepare("SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite_%'")
    .all()
    .map(({ name }) => String(name));
  // The person first, because others point to them; a copy stands before its parts.
  for (const table of tables.sort((a, b) => Number(b === 'persons') - Number(a === 'persons'))) {
    const columns = db.prepare('SELECT name, type FROM pragma_table_info(?)').all(table);
    const values = columns.map(({ name, type }) => {
      const column = String(name);
      const key = `${table}.${column}`;
      if (['persons.id', 'aliases.id', 'guardians.person'].includes(key)) return person;
      if (['copies.key', 'copy_parts.copy'].includes(key)) return copy;
      if (key === 'secrets.name') return 'calendar';
      if (key === 'takings.interpreter') return 'none';
      if (key === 'invitations.use') return 'single';
      if (key === 'events.prev') return '';
      if (type === 'INTEGER') return 1;
      const marker = mark(table, column);
      return type === 'BLOB' ? Buffer.from(marker.padEnd(32, ' ')) : marker;
    });
    db.prepare(`INSERT INTO ${table} VALUES (${columns.map(() => '?').join(', ')})`).run(...values);
  }
  db.prepare('INSERT INTO aliases VALUES (?, ?, ?)').run(ID, 'p1', person);
  db.close();
  return markers;
}

beforeAll(async () => {
  scratch = await mkdtemp(join(tmpdir(), 'private-'));
  out = join(scratch, 'out');
  desk = await smallDesk(async ({ story }) => {
    await story(ID, openRecord({}, { thanks: true }), `We baked. ${PUBLIC}\n`);
  });
  planted = plant(stateOf(desk.content).register);
  const path = `content/stories/${ID}/story.md`;
  const { data } = (await desk.cms('getEntry', { path })).body as { data: string };
  await desk.cms('persistEntry', saving(path, data.replace('baked', 'baked it'), { slug: ID }));
  await desk.post('/api/approve', { id: ID });
  await desk.cms('publishUnpublishedEntry', { collection: 'stories', slug: ID });
  await desk.open.desk.publisher.settled();
  await (await desk.get(`/api/receipt/${ID}/p1`)).text();
  await desk.open.handle(
    new Request(`http://desk.test/thanks/${ID}/`, {
      method: 'POST',
      body: new URLSearchParams({ words: canary('thanks', 'sent') }),
    }),
  );
  desk.git('merge', '-q', '--no-edit', 'archive');
  await approve({ content: desk.content, ids: 'all' });
  await receipt({
    content: desk.content,
    id: ID,
    day: DESK_DAY,
    out: join(scratch, 'receipt.html'),
  });
  await tasks({ content: desk.content, day: DESK_DAY, within: 400, contacts: true });
  const built = await archive(
    ['build', '--content', desk.content, '--out', out, '--today', DESK_DAY],
    { ARCHIVE_STATE: desk.state },
  );
  expect(built.out + built.err).toContain('nothing withheld found');
});
afterAll(async () => {
  desk.register.close();
  await rm(scratch, { recursive: true, force: true });
});

describe('the register stays where it is', () => {
  test('what was planted in it is found there, so the search is worth something', async () => {
    const copy = join(scratch, 'copy');
    await mkdir(copy);
    for (const name of await readdir(desk.state))
      if (name.startsWith('register.sqlite'))
        await copyFile(join(desk.state, name), join(copy, name));
    const found = await canariesIn(copy);
    expect(planted.length).toBeGreaterThan(35);
    expect([...planted, canary('thanks', 'sent')].filter((marker) => !found.has(marker))).toEqual(
      [],
    );
  });

  test('nothing of it is in the built folder', async () => {
    expect([...(await canariesIn(out)).keys()]).toEqual([PUBLIC]);
  });

  test('nothing of it is in the release tree, nor in anything else the archive keeps', async () => {
    expect([...(await canariesIn(stateOf(desk.content).release)).keys()]).toEqual([PUBLIC]);
    const folders = (await readdir(desk.state, { withFileTypes: true }))
      .filter((entry) => entry.isDirectory())
      .map(({ name }) => join(desk.state, name));
    expect(folders.length).toBeGreaterThan(3);
    for (const folder of folders)
      expect([...(await canariesIn(folder)).keys()].filter((marker) => marker !== PUBLIC)).toEqual(
        [],
      );
  });

  test('nothing of it is in any object, name or log of git', async () => {
    const dump = join(scratch, 'objects');
    await mkdir(dump);
    await writeFile(join(dump, 'all'), desk.git('cat-file', '--batch-all-objects', '--batch'));
    await writeFile(
      join(dump, 'refs'),
      desk.git('for-each-ref', '--format=%(refname) %(contents)'),
    );
    expect([...(await canariesIn(dump)).keys()]).toEqual([PUBLIC]);
    expect([...(await canariesIn(join(desk.gitFolder, '.git'))).keys()]).toEqual([PUBLIC]);
  });
});
