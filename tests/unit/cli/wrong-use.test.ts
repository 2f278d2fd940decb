import { existsSync } from 'node:fs';
import { mkdir, mkdtemp, readFile, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeEach, describe, expect, test } from 'vitest';
import { backup } from '#cli/backup.ts';
import { calendar } from '#cli/calendar.ts';
import { hiddenIn } from '#hosting/hidden-ids.ts';
import { hide } from '#cli/hide.ts';
import { blocklist } from '#cli/blocklist.ts';
import { receipt } from '#cli/receipt.ts';
import { report } from '#cli/report.ts';
import { stateOf } from '#state/state.ts';
import { archive } from '#support/run-archive.ts';
import { smallArchive } from '#support/small-archive.ts';

let content: string;
let home: string;
const mine = () => join(home, 'mine.txt');

beforeEach(async () => {
  ({ content } = await smallArchive());
  home = await mkdtemp(join(tmpdir(), 'wrong-use-'));
  process.env['ARCHIVE_STATE'] = join(home, 'state');
  await writeFile(mine(), 'mine');
});

const hideIt = (id: string, undo: boolean) =>
  hide({ content, id, out: join(home, 'dist'), noTrace: false, undo, now: Date.now });

describe('a command that is used wrongly', () => {
  test('does not say that a piece is shown again when another one is hidden', async () => {
    await mkdir(join(content, 'stories', 'bread01'), { recursive: true });
    await hideIt('bread01', false);
    const slip = await hideIt('bread02', true);
    expect(slip.exit).toBe(1);
    expect(slip.lines.join(' ')).toContain('bread01 is hidden.');
    expect([...(await hiddenIn(stateOf(content)))]).toEqual(['bread01']);
    expect((await hideIt('bread01', true)).exit).toBe(0);
    expect([...(await hiddenIn(stateOf(content)))]).toEqual([]);
  });

  test('writes over no file that it did not write', async () => {
    const day = '2026-11-22';
    const wrong = [
      await report({ content, day, within: 90, ics: mine() }),
      await receipt({ content, id: 'bread01', day, out: mine() }),
      await blocklist({ content, exportTo: mine() }),
      await blocklist({ content, exportKeyTo: mine() }),
    ];
    expect(wrong.map(({ exit }) => exit)).toEqual([1, 1, 1, 1]);
    for (const { lines } of wrong) expect(lines.join(' ')).toContain('of that name already');
    expect(await readFile(mine(), 'utf8')).toBe('mine');
    const ics = join(home, 'days.ics');
    for (const _again of [1, 2])
      expect((await report({ content, day, within: 90, ics })).exit).toBe(0);
  });

  test('keeps nothing for a content folder that is not there', async () => {
    const typo = join(content, '..', 'contnet');
    const recipients = ['age1a', 'age1b'];
    for (const outcome of [
      await calendar({ content: typo, origin: 'http://localhost', make: true }),
      await backup({ content: typo, out: join(home, 'backup'), recipients }),
    ]) {
      expect(outcome.exit).toBe(1);
      expect(outcome.lines.join(' ')).toContain('no content folder');
    }
    expect(existsSync(join(home, 'state'))).toBe(false);
  });

  test('is told when two of its options would do two things, or one of them nothing', async () => {
    const env = { ARCHIVE_STATE: join(home, 'state') };
    for (const args of [
      ['never-again', '--import', mine(), '--allow', 'bread01'],
      ['never-again', '--part', 'f1'],
    ])
      expect((await archive([...args, '--content', content], env)).exit).toBe(2);
    expect(existsSync(join(home, 'state'))).toBe(false);
  });
});
