import { execFileSync } from 'node:child_process';
import { mkdir, mkdtemp, readdir, readFile, rm, stat, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeEach, describe, expect, test } from 'vitest';
import { copyReadMe } from '#cli/words/copy-read-me.ts';
import { type CopyInput, makeCopy } from '#export/make-copy.ts';
import { proveCopy } from '#export/prove-copy.ts';
import { HideList } from '#hosting/hide-list.ts';
import { approve } from '#intake/approve.ts';
import { Register } from '#register/register.ts';
import { releaseForUse } from '#release/release-for-use.ts';
import { stateOf } from '#state/state.ts';
import { archive } from '#support/run-archive.ts';
import { type Fields, openRecord, smallArchive } from '#support/small-archive.ts';

const DAY = '2026-12-01';
const WHO = 'Dr Somebody, somebody@university.example';
let folder: string;
let content: string;
let out: string;
let made: Awaited<ReturnType<typeof smallArchive>>;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'copy-'));
  process.env['ARCHIVE_STATE'] = join(folder, 'state');
  out = join(folder, 'given', 'research');
  made = await smallArchive();
  content = made.content;
  await piece('bread01', {}, { grants: { research: ['words'] } });
  await piece('quiet01', { title: 'Zebrawood evenings' }, { grants: { web: ['words'] } });
});

async function piece(id: string, change: Fields, maker: Fields = {}): Promise<void> {
  await made.story(id, openRecord(change, maker), `The words of ${id} alone.\n`);
  await approve({ content, ids: [id] });
}

const give = (...more: readonly string[]) =>
  archive([
    ...['export', '--content', content, '--today', DAY, '--use', 'research', '--format', 'csv'],
    ...['--out', out, ...more],
  ]);
const copies = (...more: readonly string[]) =>
  archive(['copies', '--content', content, '--today', DAY, ...more]);

function registered() {
  const register = Register.open(stateOf(content).register, Date.now);
  try {
    return { copies: register.copies.all(), events: register.events() };
  } finally {
    register.close();
  }
}

const isThere = (path: string) =>
  stat(path).then(
    () => true,
    () => false,
  );

/** A copy asked of the room itself, with what its door would hand in. */
const inRoom = (change: Partial<CopyInput> = {}) => {
  const crossed: string[] = [];
  const copy = makeCopy({
    ...{ content, home: content, use: 'research', format: 'csv', out, day: DAY, key: 'k1' },
    readMe: copyReadMe,
    writeDown: () => undefined,
    crossOut: ({ key }) => void crossed.push(key),
    ...change,
  });
  return { copy, crossed };
};

describe('a copy for somebody else', () => {
  test('holds what was granted for its use, is for its owner alone, and is written down', async () => {
    const { exit, out: said } = await give('--for', WHO);
    expect(said).toMatch(/1 part of 1 piece; 1 piece kept back/);
    expect(exit).toBe(0);
    expect((await readdir(out)).sort()).toEqual(['READ-ME.txt', 'research.csv']);
    const text = await readFile(join(out, 'research.csv'), 'utf8');
    expect(text).toContain('The words of bread01 alone.');
    expect(text).not.toMatch(/quiet01|Zebrawood/);
    expect((await stat(out)).mode & 0o777).toBe(0o700);
    expect((await stat(join(out, 'research.csv'))).mode & 0o777).toBe(0o600);
    const { copies: kept, events } = registered();
    expect(kept).toMatchObject([{ use: 'research', format: 'csv', day: DAY, recipient: WHO }]);
    expect(kept[0]?.parts).toEqual([{ contribution: 'bread01', part: 'words' }]);
    expect(await readFile(join(out, 'READ-ME.txt'), 'utf8')).toContain(kept[0]?.key);
    expect(events.filter(({ contribution }) => contribution === 'bread01')).toMatchObject([
      { event: 'copy-written-down', detail: ['research', 'csv', kept[0]?.key] },
    ]);
    expect(JSON.stringify(events)).not.toContain('Somebody');
    expect(await readdir(join(folder, 'given'))).toEqual(['research']);
  });

  test.each(['web', 'search', 'exhibition', 'evidence', 'everything'])(
    'is not made for %s',
    async (use) => {
      const { exit } = await give('--use', use);
      expect(exit).toBe(2);
      expect(await isThere(out)).toBe(false);
    },
  );

  test('is not put over a folder with something in it, a file or a link', async () => {
    await mkdir(out, { recursive: true });
    await writeFile(join(out, 'theirs.txt'), 'theirs');
    expect((await give()).out).toMatch(/would be gone/);
    expect(await readdir(out)).toEqual(['theirs.txt']);
    out = join(out, 'theirs.txt');
    expect((await give()).out).toMatch(/would be gone/);
    expect(await readFile(out, 'utf8')).toBe('theirs');
    await mkdir(join(folder, 'elsewhere'));
    out = join(folder, 'a-link');
    await symlink(join(folder, 'elsewhere'), out);
    expect((await give()).out).toMatch(/would be gone/);
    expect(await readdir(join(folder, 'elsewhere'))).toEqual([]);
    expect(registered().copies).toEqual([]);
  });

  test('is not put into the content, the state, the program, or what git would keep', async () => {
    execFileSync('git', ['init', '--quiet', join(folder, 'checkout')]);
    const places = [content, join(folder, 'state', 'given'), 'src/given'];
    for (const place of [...places, join(folder, 'checkout', 'given')]) {
      out = place;
      const { exit, out: said } = await give();
      if (place !== content) await rm(place, { recursive: true, force: true });
      expect(said, place).toMatch(/No file was written/);
      expect(exit, place).toBeGreaterThan(0);
    }
    expect(registered().copies).toEqual([]);
  });

  test('is not made while a record cannot be read, and names no word of it', async () => {
    await made.story('wrong01', { ...openRecord({ title: 'Zebrawood' }), review: 'cleared' });
    const { exit, out: said } = await give();
    expect(exit).toBe(1);
    expect(said).toMatch(/stories\/wrong01\/story\.md · review/);
    expect(said).not.toContain('Zebrawood');
    expect(await isThere(out)).toBe(false);
    expect(registered().copies).toEqual([]);
  });

  test('is not made while words stand in it that were taken back, though somebody ticked them anew', async () => {
    const text = 'We walked along the canal until the lamps came on, and then we walked home.\n';
    const grants = { research: ['words', 'photo'] };
    const photo = { id: 'f1', file: 'f1.jpg', alt: 'A canal', stands_alone: true };
    await made.write('stories/again01/f1.jpg', 'a picture');
    await made.story('again01', openRecord({ photos: [photo] }, { grants }), text);
    await approve({ content, ids: ['again01'] });
    const back = ['withdraw', 'again01', '--part', 'words', '--content', content, '--no-build'];
    expect((await archive([...back, '--today', DAY])).exit).toBe(0);
    const file = 'stories/again01/story.md';
    const record = await readFile(join(content, file), 'utf8');
    await made.write(file, record.replace('- photo\n', '- photo\n        - words\n'));
    await approve({ content, ids: ['again01'] });
    const { exit, out: said } = await give();
    expect(said).toMatch(/again01.*withdrawn-before/);
    expect(said).not.toContain('canal');
    expect(exit).toBe(1);
    expect(await isThere(out)).toBe(false);
  });

  test('is not made of nothing', async () => {
    const { exit, out: said } = await give('--use', 'press');
    expect(exit).toBe(1);
    expect(said).toMatch(/Nothing was granted for this use/);
    expect(await isThere(out)).toBe(false);
  });

  test('is not made while nobody can tell what is hidden', async () => {
    const { desk } = stateOf(content);
    await mkdir(desk, { recursive: true });
    await writeFile(join(desk, 'hidden'), 'not a folder');
    await expect(inRoom().copy).rejects.toThrow('hide-list-unreadable');
    expect((await give()).err).toMatch(/What is hidden cannot be read/);
    expect(await isThere(out)).toBe(false);
  });

  test('is not made, nor written down, when its proof fails', async () => {
    const written: string[] = [];
    const { copy } = inRoom({
      readMe: (_about, _from, { pieces }) => (pieces > 0 ? 'As in Zebrawood evenings' : 'As in'),
      writeDown: ({ key }) => void written.push(key),
    });
    expect(await copy).toMatchObject({ kind: 'not-fit', report: { verdict: 'failed' } });
    expect(written).toEqual([]);
    expect(await isThere(out)).toBe(false);
  });

  test('is not there when it could not be written down', async () => {
    const { copy } = inRoom({
      writeDown: () => {
        throw new Error('the disk is full');
      },
    });
    await expect(copy).rejects.toThrow('the disk is full');
    expect(await isThere(out)).toBe(false);
  });

  test('is not there, nor written down, when something in it is hidden while it is made', async () => {
    const { copy, crossed } = inRoom({
      writeDown: async () => {
        const hidden = await HideList.open(stateOf(content).desk);
        await hidden.add({ id: 'bread01' });
      },
    });
    expect(await copy).toEqual({ kind: 'hidden-meanwhile', ids: ['bread01'] });
    expect(crossed).toEqual(['k1']);
    expect(await isThere(out)).toBe(false);
  });

  test('is crossed out, and leaves nothing, when another took its place meanwhile', async () => {
    const { copy, crossed } = inRoom({
      writeDown: async () => {
        await mkdir(out, { recursive: true });
        await writeFile(join(out, 'theirs.txt'), 'theirs');
      },
    });
    await expect(copy).rejects.toThrow();
    expect(crossed).toEqual(['k1']);
    expect(await readdir(join(folder, 'given'))).toEqual(['research']);
    expect(await readdir(out)).toEqual(['theirs.txt']);
  });
});

describe('the proof of a copy', () => {
  async function proved(text: string) {
    const { store, scratch } = stateOf(content);
    const released = await releaseForUse({
      ...{ content, store, use: 'research', day: DAY, hidden: new Set<string>() },
      findReturned: async () => [],
    });
    if (!released.ok) throw new Error('not read');
    const about = { key: 'k1', use: 'research', day: DAY } as const;
    const how = { about, format: 'csv', readMe: copyReadMe, scratch } as const;
    const report = await proveCopy([{ name: 'research.csv', text }], released.value, how);
    expect(await isThere(scratch)).toBe(false);
    return report;
  }

  test('passes what was let out', async () => {
    expect(await proved('"The words of bread01 alone."')).toMatchObject({ verdict: 'passed' });
  });

  test.each([
    ['a title', 'Zebrawood evenings', 'quiet01 title'],
    ['words', 'The words of quiet01 alone', 'quiet01 body'],
    ['an id', 'see quiet01', 'quiet01 id'],
    ['a title in base64', Buffer.from('Zebrawood evenings').toString('base64'), 'quiet01 title'],
  ])('fails where it holds %s of a piece that was not granted', async (_what, text, label) => {
    const report = await proved(`"The words of bread01 alone.","${text}"`);
    expect(report.verdict).toBe('failed');
    expect(JSON.stringify(report.findings)).toContain(label);
    expect(JSON.stringify(report.findings)).not.toContain('Zebrawood');
  });
});

describe('who has a copy', () => {
  test('is said by a withdrawal of what is in it, and of nothing else', async () => {
    await give('--for', WHO);
    const withdraw = (...asked: readonly string[]) =>
      archive(['withdraw', '--content', content, '--today', DAY, '--no-build', ...asked]);
    expect((await withdraw('quiet01')).out).not.toContain(WHO);
    expect((await withdraw('bread01', '--use', 'research')).out).toContain(`${WHO} has it`);
  });

  test('is told where something in it is not let out any more, until it is destroyed', async () => {
    await give('--for', WHO);
    const [{ key = '' } = {}] = registered().copies;
    expect((await copies()).out).not.toMatch(/may not be used/);
    const ended = await copies('--today', '2031-06-01');
    expect(ended.out).toMatch(/bread01 \(words\) may not be used any more/);
    await archive(['hide', 'bread01', '--content', content]);
    expect((await copies()).out).toMatch(/bread01 \(words\) may not be used any more/);
    expect((await copies('--destroyed', 'nothing')).exit).toBe(1);
    expect((await copies('--destroyed', key)).exit).toBe(0);
    expect((await copies('--destroyed', key)).exit).toBe(1);
    const after = await copies();
    expect(after.out).toMatch(/Destroyed/);
    expect(after.out).not.toMatch(/may not be used/);
  });

  test('is asked for where nobody wrote it down', async () => {
    expect((await give()).out).toMatch(/name them with --for/);
  });

  test('comes back with a backup of the register, apart from its log', async () => {
    await give('--for', WHO);
    const register = Register.open(stateOf(content).register, Date.now);
    const bundles = register.bundles();
    const kept = register.copies.all();
    register.close();
    expect(JSON.stringify(bundles[0])).not.toContain('Somebody');
    const back = Register.open(join(folder, 'back.sqlite'), Date.now);
    back.takeIn(bundles);
    expect(back.copies.all()).toEqual(kept);
    back.close();
  });
});
