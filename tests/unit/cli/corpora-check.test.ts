import { existsSync, readdirSync, statSync } from 'node:fs';
import { copyFile, mkdir, readFile, rm } from 'node:fs/promises';
import { dirname, extname, join, relative } from 'node:path';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { approve } from '#intake/approve.ts';
import { check } from '#cli/check.ts';
import type { Problem } from '#records/problem.ts';
import { openRecord, smallArchive } from '#support/small-archive.ts';

const WHOLE = process.env['PROVE'] === '1';
// Each file is looked at in a process of its own, which takes its time on a busy machine.
vi.setConfig(WHOLE ? { hookTimeout: 7_200_000 } : { hookTimeout: 300_000 });

/** Files from the world, kept outside the project. */
const SHARED = '../shared';
const SOUND = 'tests/support/media-files/float.wav';

/** As what a file is given to the archive; `none` is no matter of a record. */
type Given = 'photo' | 'sound' | 'transcript' | 'words' | 'none';

/**
 * What is refused, by folder and by what the files were given as, with how many of them; all else is taken. Each of
 * these was looked into with other readers: what is called damaged lacks bytes that its own header counts, fails its
 * own checksum, or holds pixels or sound that another reader does not decode either. Two PNG have a palette that the
 * rules of PNG forbid and whole pixels behind it: libpng, and with it most browsers, refuses them too.
 */
const REFUSED: Readonly<Record<string, Readonly<Record<string, number>>>> = {
  'cases words': { 'refused-character': 1, 'not-allowed': 1 },
  'audio/speech transcript': { 'media-unreadable': 5 },
  'audio/tags sound': { 'media-unreadable': 11, 'media-type-not-taken': 2 },
  'collections photo': { 'media-type-not-taken': 1 },
  'images/heic-avif photo': { 'media-unreadable': 2 },
  'images/malformed/drew photo': { 'media-unreadable': 1 },
  'images/malformed/exiv2-poc photo': { 'media-unreadable': 9, 'media-type-not-taken': 3 },
  'images/malformed/fuzzed photo': {
    'media-unreadable': 3,
    'media-type-not-taken': 6,
    'media-other-kind': 7,
  },
  'images/malformed/imagetestsuite-gif photo': { 'media-unreadable': 2, 'media-type-not-taken': 1 },
  'images/malformed/imagetestsuite-jpg photo': {
    'media-unreadable': 15,
    'media-type-not-taken': 7,
  },
  'images/malformed/imagetestsuite-png photo': { 'media-unreadable': 27 },
  'images/malformed/jhead photo': { 'media-unreadable': 4, 'media-type-not-taken': 1 },
  'images/malformed/pillow photo': { 'media-unreadable': 5, 'media-type-not-taken': 1 },
  'images/malformed/pngsuite photo': { 'media-unreadable': 1, 'media-type-not-taken': 2 },
  'images/sidecars photo': { 'media-type-not-taken': 1 },
  'texts photo': { 'media-type-not-taken': 17 },
};

interface Row {
  readonly id: string;
  readonly file: string;
  readonly folder: string;
  readonly given: Given;
}

function givenAs(file: string): Given {
  if (/LICEN[CS]E|_licences|README|manifest\.json$|\.ya?ml$|\.csv$/.test(file)) return 'none';
  if (/\.(vtt|srt)$/.test(file)) return 'transcript';
  if (/\/audio\/|\/sound-/.test(file)) return file.endsWith('.txt') ? 'transcript' : 'sound';
  return /\.(md|txt)$/.test(file) ? 'words' : 'photo';
}

function rowsOf(): readonly Row[] {
  const files = ['cases', 'corpora'].flatMap((name) =>
    readdirSync(join(SHARED, name), { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => join(entry.parentPath, entry.name))
      .toSorted(),
  );
  return files.map((file, at) => ({
    id: `file${String(at).padStart(4, '0')}`,
    file,
    folder: relative(SHARED, dirname(file))
      .replace('corpora/', '')
      .replace(/^(cases|stories|collections|texts|audio\/speech|images\/illustrations)\/.*/, '$1'),
    given: givenAs(file),
  }));
}

/** All of the cases, and of each folder the first small file that it gives as one thing. */
function sampleOf(all: readonly Row[]): readonly Row[] {
  const seen = new Set<string>();
  return all.filter(({ file, folder, given }) => {
    if (folder === 'cases') return true;
    const key = `${folder} ${given}`;
    if (statSync(file).size > 60_000 || seen.has(key)) return false;
    seen.add(key);
    return true;
  });
}

type Archive = Awaited<ReturnType<typeof smallArchive>>;

async function put({ id, file, given }: Row, { content, story, write }: Archive): Promise<void> {
  const name = `${given === 'photo' ? 'f1' : 'v1'}${extname(file).toLowerCase()}`;
  if (given === 'words') {
    const text = await readFile(file, 'utf8');
    // A record as it is, or words for one.
    return file.endsWith('/story.md')
      ? write(`stories/${id}/story.md`, text)
      : story(id, openRecord(), text);
  }
  await mkdir(join(content, 'stories', id), { recursive: true });
  await copyFile(file, join(content, 'stories', id, name));
  if (given === 'photo')
    return story(id, openRecord({ photos: [{ id: 'f1', file: name, alt: 'A picture' }] }));
  if (given === 'sound') return story(id, openRecord({ voice: { id: 'v1', file: name } }));
  await write(`stories/${id}/said.wav`, await readFile(SOUND));
  const voice = { id: 'v1', file: 'said.wav', transcript: name };
  return story(id, openRecord({ voice }));
}

describe.skipIf(!existsSync(SHARED))('every file from the world, in one check', () => {
  let home = '';
  let exit = 0;
  let lines: readonly string[] = [];
  let rows: readonly Row[] = [];
  const problems = new Map<string, readonly Problem[]>();
  const noted = new Set<string>();

  beforeAll(async () => {
    const archive = await smallArchive();
    const { content } = archive;
    home = dirname(content);
    process.env['ARCHIVE_STATE'] = join(home, 'state');
    rows = (WHOLE ? rowsOf() : sampleOf(rowsOf())).filter(({ given }) => given !== 'none');
    for (const row of rows) await put(row, archive);
    await approve({ content, ids: 'all' });
    const told = await check({ content, day: '2026-11-30', media: true });
    ({ exit, lines } = told);
    const data = told.data as Record<'problems' | 'later' | 'notes', readonly Problem[]>;
    const idOf = ({ file }: { readonly file: string }): string => file.split('/')[1] ?? '';
    for (const problem of [...data.problems, ...data.later])
      problems.set(idOf(problem), [...(problems.get(idOf(problem)) ?? []), problem]);
    for (const note of data.notes) noted.add(idOf(note));
  });
  afterAll(() => rm(home, { recursive: true, force: true }));

  /** How many files of each folder were taken, and how many refused by which rule. */
  function counted(): ReadonlyMap<string, Readonly<Record<string, number>>> {
    const table = new Map<string, Record<string, number>>();
    for (const { id, folder, given } of rows) {
      const counts = table.get(`${folder} ${given}`) ?? {};
      table.set(`${folder} ${given}`, counts);
      const what = problems.get(id)?.[0]?.rule ?? (noted.has(id) ? 'taken, with a note' : 'taken');
      counts[what] = (counts[what] ?? 0) + 1;
    }
    return table;
  }

  test('each is taken, or refused by a rule that is true of it', () => {
    for (const [key, counts] of counted()) {
      const refused = Object.entries(counts).filter(([what]) => !what.startsWith('taken'));
      const expected = REFUSED[key] ?? {};
      if (WHOLE) expect({ key, ...Object.fromEntries(refused) }).toEqual({ key, ...expected });
      else for (const [rule] of refused) expect(Object.keys(expected), key).toContain(rule);
    }
    if (WHOLE) expect(Object.keys(REFUSED).filter((key) => !counted().has(key))).toEqual([]);
  });

  test('the run ends, and tells each that is refused in lines of its own, with what to do', () => {
    expect(exit).toBe(1);
    for (const { id, file } of rows) {
      const own = lines.filter((line) => line.startsWith(`stories/${id}/story.md · `));
      expect(own.length, file).toBe(problems.get(id)?.length ?? 0);
      for (const problem of problems.get(id) ?? []) expect(problem.next, file).not.toBe('');
    }
    const all = [...problems.values()].flat().length;
    expect(lines.at(-1)).toBe(`${all} problems. Nothing was changed.`);
  });

  test.runIf(WHOLE)('the table', () => {
    const told = [...counted()].map(([key, counts]) => {
      const cells = Object.entries(counts).map(([what, count]) => `${what} ${count}`);
      return `${key.replace('images/malformed/', 'malformed/').padEnd(38)}${cells.toSorted().reverse().join(' · ')}`;
    });
    process.stdout.write(`\n${told.join('\n')}\n${rows.length} files, ${problems.size} refused\n`);
  });
});
