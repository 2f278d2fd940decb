import { existsSync } from 'node:fs';
import { mkdir, mkdtemp, readdir, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeEach, describe, expect, test } from 'vitest';
import { mediaFolder } from '#media/store.ts';
import { check } from '#cli/check.ts';
import { importFrom } from '#cli/import.ts';
import { admit } from '#release/admit.ts';
import { readContent } from '#repository/read-content.ts';
import { photographWith, soundWith } from '#support/media-made-here.ts';
import { archive } from '#support/run-archive.ts';

const DAY = '2026-11-22';
const MARK = 'tamarind';

let home: string;
let content: string;
let table: string;

beforeEach(async () => {
  home = join(await mkdtemp(join(tmpdir(), 'import-')), 'in');
  content = join(home, '..', 'content');
  table = join(home, 'in.csv');
  await mkdir(home);
  await writeFile(join(home, 'a.md'), '# A\n\nOne.\n');
  await writeFile(join(home, 'b.md'), '# B\n\nTwo.\n');
  await writeFile(join(home, 'c.wav'), soundWith('m', 300));
});

const sheet = async (csv: string | Buffer, grant?: readonly ['web']) => {
  await writeFile(table, csv);
  return importFrom({ content, from: table, grant, day: DAY });
};

const folder = async (entries: readonly object[], grant?: readonly ['web']) => {
  await writeFile(join(home, 'manifest.json'), JSON.stringify({ entries }));
  return importFrom({ content, from: home, grant, day: DAY });
};

const stories = () => readdir(join(content, 'stories'));

const held = async () => {
  const { archive: read, problems } = await readContent({
    root: content,
    store: mediaFolder(content),
  });
  expect(problems).toEqual([]);
  return read?.contributions ?? [];
};

/** What an outcome says, and that nothing of it was written. */
const refusal = ({ exit, lines, data }: Awaited<ReturnType<typeof importFrom>>): string => {
  expect(exit).toBe(1);
  expect(existsSync(content)).toBe(false);
  expect(data).toMatchObject({ ok: false });
  return lines.join('\n');
};

describe('a row that the archive would refuse is named and nothing is written', () => {
  test.each([
    ['kind', 'Story', 'kind · unknown-value'],
    ['language', `${MARK}!`, 'language · not-allowed'],
    ['told', '2023-05-04', 'told · not-allowed'],
    ['credit_as', MARK, 'credit_as · unknown-value'],
    ['themes', MARK, 'themes[0] · does-not-exist'],
    ['places', MARK, 'places[0] · does-not-exist'],
    ['series', 'A Name', 'series[0] · not-allowed'],
    ['title', '', 'title · missing'],
  ])('%s', async (column, cell, told) => {
    const good = { title: 'A', language: 'en', kind: 'story', words: 'w', licence: 'CC0-1.0' };
    const bad = { ...good, [column]: cell };
    const names = Object.keys(bad) as (keyof typeof bad)[];
    const lines = [good, bad].map((row) => names.map((name) => row[name as 'title']).join(','));
    const outcome = await sheet(`${names.join(',')}\n${lines.join('\n')}\n`, ['web']);
    const said = refusal(outcome);
    expect(said).toContain(`row 3 of the spreadsheet · ${told}`);
    expect(said).toContain('1 problem. Nothing was imported.');
    expect(said).not.toContain(MARK);
  });

  test('every problem of every row is told at once, by the row of the spreadsheet', async () => {
    const said = refusal(
      await sheet(
        `title,language,kind,themes,photo\na,en,Story,${MARK},\n\nb,!,story,,${MARK}.jpg\n,en,poem,,\n`,
      ),
    );
    expect(said).toContain('row 2 of the spreadsheet · kind · unknown-value');
    expect(said).toContain('row 2 of the spreadsheet · themes[0] · does-not-exist');
    expect(said).toContain('row 4 of the spreadsheet · language · not-allowed');
    expect(said).toContain('row 4 of the spreadsheet · photo · file-missing');
    expect(said).toContain('row 5 of the spreadsheet · title · missing');
    expect(said).toContain('5 problems. Nothing was imported.');
  });

  test('a photograph by the name of code', async () => {
    await writeFile(join(home, 'x.MDX'), 'x');
    const said = refusal(await sheet('title,language,kind,photo\na,en,story,x.MDX\n'));
    expect(said).toContain('row 2 of the spreadsheet · mdx-not-allowed');
  });

  test('letters that are not UTF-8 are not changed into others', async () => {
    // A Russian word as Windows writes it, which read as Western letters would be another.
    const csv = Buffer.from('title,language,kind\n\xcf\xf0\xe8\xe2\xe5\xf2,ru,story\n', 'latin1');
    expect(refusal(await sheet(csv))).toContain('unreadable');
  });

  test('an id that was withdrawn does not come in again', async () => {
    const row = 'title,language,kind\na,en,story\n';
    await sheet(row);
    const [id = ''] = await stories();
    content = join(home, '..', 'other');
    await mkdir(join(content, 'withdrawn'), { recursive: true });
    await writeFile(join(content, 'withdrawn', `${id}.yaml`), 'withdrawn_on: 2026-09-01\n');
    const outcome = await sheet(row);
    expect(outcome.exit).toBe(1);
    expect(outcome.lines.join()).toContain('row 2 of the spreadsheet · withdrawn-but-present');
    expect(existsSync(join(content, 'stories'))).toBe(false);
  });

  test('a theme the archive has is taken, and the archive still reads', async () => {
    await mkdir(join(content, 'themes'), { recursive: true });
    await writeFile(join(content, 'themes', 'food.yaml'), 'name: Food\n');
    expect((await sheet('title,language,kind,themes\na,en,story,food\n')).exit).toBe(0);
    expect((await check({ content, day: DAY })).exit).toBe(0);
  });

  test('a list of the archive that cannot be read stops the import', async () => {
    await mkdir(join(content, 'themes'), { recursive: true });
    await writeFile(join(content, 'themes', 'food.yaml'), 'nmae: Food\n');
    const outcome = await sheet('title,language,kind,themes\na,en,story,food\n');
    expect(outcome.exit).toBe(1);
    expect(outcome.lines.join()).toContain('themes/food.yaml');
    expect(existsSync(join(content, 'stories'))).toBe(false);
  });
});

describe('an entry that the archive would refuse is named and nothing is written', () => {
  test('a bad language', async () => {
    const entries = [
      { path: 'a.md', kind: 'story', lang: 'en' },
      { path: 'c.wav', kind: 'speech', lang: `${MARK}!`, licence: 'CC0-1.0' },
    ];
    const said = refusal(await folder(entries, ['web']));
    expect(said).toContain('manifest.json, entries[1] · lang · not-allowed');
    expect(said).toContain('1 problem. Nothing was imported.');
    expect(said).not.toContain(MARK);
  });

  test('a story that is not UTF-8', async () => {
    await writeFile(join(home, 'l.md'), Buffer.from('# Caf\xe9\n', 'latin1'));
    const said = refusal(await folder([{ path: 'l.md', kind: 'story', lang: 'en' }]));
    expect(said).toContain('manifest.json, entries[0] · path · unreadable');
  });

  test('a WebVTT transcript that no build could read', async () => {
    const transcript = `WEBVTT\n\n00:00 --> soon\n${MARK}\n`;
    const said = refusal(await folder([{ path: 'c.wav', kind: 'speech', lang: 'en', transcript }]));
    expect(said).toContain('manifest.json, entries[0] · transcript · media-unreadable');
    expect(said).not.toContain(MARK);
  });

  test('a file that is not there, with what else is wrong in the entry', async () => {
    const said = refusal(await folder([{ path: 'z.md', kind: 'story', lang: '!' }]));
    expect(said).toContain('manifest.json, entries[0] · path · file-missing');
    expect(said).toContain('manifest.json, entries[0] · lang · not-allowed');
  });
});

describe('two that would make the same contribution', () => {
  test('rows', async () => {
    const said = refusal(await sheet('title,language,kind\na,en,story\nb,en,story\na,en,story\n'));
    expect(said).toContain(
      'row 4 of the spreadsheet · duplicate-id: This makes the same contribution as row 2 of the spreadsheet.',
    );
  });

  test.each(['a.md', './a.md', 'link.md'])('entries: a.md and %s', async (path) => {
    await symlink('a.md', join(home, 'link.md'));
    const entries = ['a.md', 'b.md', path].map((each) => ({ path: each, kind: 'story' }));
    expect(refusal(await folder(entries))).toContain(
      'manifest.json, entries[2] · path · duplicate-id: This makes the same contribution as manifest.json, entries[0].',
    );
  });
});

describe('a photograph of a row', () => {
  const outside = () => join(home, '..', 'outside.jpg');
  test.each([
    ['a path that climbs out', () => '../outside.jpg'],
    ['a whole path', outside],
    ['a link that leads out', () => 'link.jpg'],
  ])('%s is refused in the words of the manifest', async (_name, photo) => {
    await writeFile(outside(), await photographWith('m', 3));
    await symlink(outside(), join(home, 'link.jpg'));
    const bySheet = refusal(await sheet(`title,language,kind,photo\na,en,story,${photo()}\n`));
    const byFolder = refusal(await folder([{ path: photo(), kind: 'story' }]));
    const words = (said: string) => said.split('file-missing: ')[1];
    expect(bySheet).toContain('row 2 of the spreadsheet · photo · file-missing');
    expect(words(bySheet)).toBe(words(byFolder));
  });
});

describe('a grant for pieces without a licence', () => {
  test('leaves them held and says how many and which', async () => {
    const outcome = await sheet(
      'title,language,kind,words,credit_as,licence\na,en,story,w,anonymous,CC0-1.0\nb,en,story,w,anonymous,\nc,en,story,w,anonymous,Unknown\n',
      ['web'],
    );
    expect(outcome.exit).toBe(0);
    const [a, b, c] = (await held()).toSorted((x, y) => (x.fields.title < y.fields.title ? -1 : 1));
    expect([...admit(a!, DAY).open.keys()]).toEqual(['words']);
    for (const each of [b!, c!]) {
      expect(each.fields).toMatchObject({ hold: true, consents: [] });
      expect(each.fields.published_on).toBeUndefined();
      expect(each.fields.review).toBeUndefined();
    }
    const said = outcome.lines.join('\n');
    expect(said).toContain('3 contributions imported: 1 granted for web by its licence, 2 held.');
    const ids = [b!.id, c!.id];
    expect(said).toContain(`1 was held, no-licence: no licence is given: ${b!.id}.`);
    expect(said).toMatch(/1 was held, licence-not-known: .*\./);
    for (const id of ids) expect(said).toContain(id);
    expect(
      (outcome.data as { heldForWantOfLicence: string[] }).heldForWantOfLicence.toSorted(),
    ).toEqual(ids.toSorted());
  });

  test('also those of a manifest', async () => {
    await folder([{ path: 'a.md', kind: 'story', lang: 'en', licence: ' ' }], ['web']);
    const [only] = await held();
    expect(only?.fields).toMatchObject({ hold: true, consents: [] });
    expect(only?.fields.licence).toBeUndefined();
  });
});

describe('a clip', () => {
  const VTT = 'WEBVTT\n\nNOTE by hand\n\n00:00.250 --> 00:01.000\n<v A>One &amp; two.\n';

  test('of a story has the work of the story', async () => {
    await folder([
      { path: 'a.md', kind: 'story', lang: 'en', story_id: 'x:1' },
      { path: 'c.wav', kind: 'speech', lang: 'en', story_id: 'x:1' },
    ]);
    expect((await held()).map(({ fields }) => fields.work)).toEqual(['x-1', 'x-1']);
  });

  test.each([
    ['as written', VTT],
    ['after a mark of byte order', `\uFEFF${VTT}`],
  ])('keeps a transcript that is WebVTT, %s', async (_name, transcript) => {
    await folder([{ path: 'c.wav', kind: 'speech', lang: 'en', transcript }]);
    const [clip] = await held();
    expect(clip?.transcript?.replace(/^\uFEFF/, '')).toBe(VTT);
    expect(clip?.fields.title).toBe('One & two.');
  });
});

describe('a piece that cannot be put in place', () => {
  test('is left out whole, and it is said which are in', async () => {
    const rows = 'title,language,kind,licence\na,en,story,CC0-1.0\nb,en,story,CC0-1.0\n';
    await sheet(rows, ['web']);
    const ids = (await held()).toSorted((x, y) => (x.fields.title < y.fields.title ? -1 : 1));
    const [a, b] = ids.map(({ id }) => id);
    content = join(home, '..', 'other');
    await mkdir(join(content, 'stories', b!), { recursive: true });
    await writeFile(join(content, 'stories', b!, 'left.txt'), 'x');
    const outcome = await sheet(rows, ['web']);
    expect(outcome.exit).toBe(1);
    const said = outcome.lines.join('\n');
    expect(said).toContain('row 3 of the spreadsheet · not-written');
    expect(said).toContain(`1 of 2 contributions are in, whole: ${a}.`);
    expect(outcome.data).toMatchObject({ ok: false, imported: [a] });
    expect((await readdir(join(content, 'stories'))).toSorted()).toEqual([a, b].toSorted());
    expect(await readdir(join(content, 'stories', b!))).toEqual(['left.txt']);
    const record = await readdir(join(content, 'stories', a!));
    expect(record).toEqual(['story.md']);
  });

  test('does not come of two imports at once', async () => {
    const photo = await photographWith('m', 3);
    const rows = Array.from({ length: 24 }, (_, row) => `t${row},en,photograph,${row}.jpg`);
    for (const row of rows.keys()) await writeFile(join(home, `${row}.jpg`), photo);
    await writeFile(table, `title,language,kind,photo\n${rows.join('\n')}\n`);
    const both = await Promise.all(
      [1, 2].map(() => importFrom({ content, from: table, day: DAY })),
    );
    expect(both.map(({ exit }) => exit)).toEqual([0, 0]);
    expect((await held()).length).toBe(24);
    expect((await stories()).length).toBe(24);
  });

  test('has its approvals from the moment it is there', async () => {
    const rows = 'title,language,kind,licence\na,en,story,CC0-1.0\n';
    await sheet(rows, ['web']);
    const [only] = await held();
    expect(Object.keys(only?.fields.consents[0]?.approved ?? {})).toEqual(['words']);
  });
});

describe('with --json an error is JSON on stdout', () => {
  const run = async (...args: string[]) => {
    const ran = await archive(['import', '--content', content, '--json', ...args], {
      ARCHIVE_STATE: join(home, '..', 'state'),
    });
    return { ...ran, data: JSON.parse(ran.out) as { ok: boolean; error?: string } };
  };

  test('a row that is refused', async () => {
    await writeFile(table, 'title,language,kind\na,en,Story\n');
    const ran = await run('--from', table);
    expect(ran.exit).toBe(1);
    expect(ran.data).toMatchObject({ ok: false, problems: [{ field: 'kind' }] });
  });

  test('a content folder that cannot be made', async () => {
    await writeFile(table, 'title,language,kind\na,en,story\n');
    content = join(table, 'content');
    const ran = await run('--from', table);
    expect(ran.exit).toBe(1);
    expect(ran.data.ok).toBe(false);
  });

  test('a wrong use', async () => {
    const ran = await run('--from', table, '--grant', 'everything');
    expect(ran.exit).toBe(2);
    expect(ran.data).toMatchObject({ ok: false });
    expect(ran.data.error).toContain('--grant');
    expect(ran.err).toContain('--grant');
  });
});
