import { execFileSync } from 'node:child_process';
import { mkdtemp, readdir, readFile, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Command, CommanderError } from 'commander';
import { beforeAll, describe, expect, test } from 'vitest';
import { Register } from '#register/register.ts';
import { approve } from '#cli/approve.ts';
import { COMMANDS } from '#cli/commands.ts';
import { stateOf } from '#state/state.ts';
import { copiesElsewhere } from '#withdrawal/copies-elsewhere.ts';
import { archive, type Ran } from '#support/run-archive.ts';
import { openRecord, smallArchive } from '#support/small-archive.ts';

let folder: string;
let content: string;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'commands-'));
  const made = await smallArchive();
  content = made.content;
  const depicted = {
    person: 'p2',
    interest: 'depicted',
    state: 'refused',
  };
  const record = openRecord();
  await made.story('bread01', { ...record, consents: [...(record['consents'] as []), depicted] });
  await made.write('settings.yaml', 'name: A small archive\nurl: https://archive.example\n');
  process.env['ARCHIVE_STATE'] = join(folder, 'state');
});

/** The commands as main.ts has them, without starting a program for each. */
async function said(...args: string[]): Promise<Ran> {
  let ran: Ran = { exit: 0, out: '', err: '' };
  const program = new Command().exitOverride().configureOutput({ writeErr: () => undefined });
  const [name = ''] = args;
  const listed = COMMANDS[name];
  const command = program
    .command(`${name} ${listed?.takes ?? ''}`.trim())
    .option('--content <folder>')
    .option('--today <day>', '', '2026-11-22')
    .option('--json', '', false);
  (await listed?.load())?.declare(command, async (_options, work) => {
    const { exit, lines } = await work;
    ran = { exit, out: `${lines.join('\n')}\n`, err: '' };
  });
  try {
    await program.parseAsync([...args, '--content', content], { from: 'user' });
  } catch (error) {
    if (!(error instanceof CommanderError)) throw error;
    return { exit: 2, out: '', err: error.message };
  }
  return ran;
}

describe('a print that was made elsewhere', () => {
  test('is written down with the day, listed with the copies, and named by a withdrawal', async () => {
    const note = ['copies', '--note', 'bread01', '--use', 'print', '--for', 'The library'];
    const noted = await said(...note, '--on', '2026-11-02');
    expect([noted.exit, noted.out]).toEqual([0, expect.stringContaining('of 2026-11-02')]);
    expect(noted.out).toContain('for The library');
    const [, key = ''] = /([0-9a-f]{16}): print/.exec(noted.out) ?? [];
    expect((await said('copies')).out).toContain(`${key}: print, elsewhere, of 2026-11-02`);
    const register = Register.open(stateOf(content).register, Date.now);
    expect(copiesElsewhere(register, { id: 'bread01' })).toMatchObject([{ key }]);
    expect(copiesElsewhere(register, { id: 'bread01', use: 'press' })).toEqual([]);
    register.close();
    expect((await said('copies', '--destroyed', key)).exit).toBe(0);
  });

  test('is written down where nobody granted it, and is to be called back', async () => {
    const { exit, out } = await said('copies', '--note', 'bread01', '--use', 'ai');
    expect([exit, out]).toEqual([0, expect.stringContaining('is not granted for this use')]);
    expect((await said('copies')).out).toContain('may not be used any more');
  });

  test.each([
    ['a piece that is not there', ['--note', 'never01', '--use', 'print']],
    ['a part that is not there', ['--note', 'bread01', '--use', 'print', '--parts', 'words,f9']],
    ['a day to come', ['--note', 'bread01', '--use', 'print', '--on', '2026-12-24']],
    ['no use', ['--note', 'bread01']],
    ['a use that hands nothing out', ['--note', 'bread01', '--use', 'web']],
  ])('is not written down of %s', async (_what, asked) => {
    const before = (await said('copies')).out;
    expect((await said('copies', ...asked)).exit).toBeGreaterThan(0);
    expect((await said('copies')).out).toBe(before);
  });
});

describe('the commands of the register', () => {
  test('write a person down, show them, and count without telling', async () => {
    const written = await said(
      'person',
      'bread01',
      'p1',
      '--contact',
      'Amina',
      '--safe-way',
      'text',
      '--language',
      'ur',
    );
    expect(written).toMatchObject({ exit: 0 });
    expect((await said('person', 'bread01', 'p1')).out).toBe(
      'Contact: Amina\nSafe way: text\nLanguage: ur\n',
    );
    const counted = await said('register');
    expect(counted.out).toMatch(/^persons: 1\n[\s\S]*The log is whole\./);
    expect(counted.out).not.toMatch(/Amina|bread01/);
    expect((await said('person', 'bread01', 'p7')).exit).toBe(1);
    expect((await said('person', 'bread01', 'p1', '--interpreter', 'family')).exit).toBe(2);
    expect((await said('person', 'A name', 'p1', '--contact', 'x')).exit).toBe(1);
  });

  test('write nobody down under an id that no contribution or draft has, or whom its record does not name', async () => {
    const counted = await said('register');
    for (const [id, who] of [
      ['bread02', 'p1'],
      ['bread01', 'p7'],
    ] as const) {
      const refused = await said('person', id, who, '--contact', 'Amina on 020');
      expect(refused.exit).toBe(1);
      expect(refused.out).toContain('Nothing was written down.');
      expect(refused.out).not.toContain('Amina');
      expect((await said('person', id, who, '--same-as', 'bread01/p1')).exit).toBe(1);
    }
    expect((await said('register')).out).toBe(counted.out);
  });

  test('put no code and no key where git would take it along', async () => {
    const checkout = await mkdtemp(join(tmpdir(), 'checkout-'));
    execFileSync('git', ['init', '-q'], { cwd: checkout });
    await writeFile(join(checkout, '.gitignore'), '.archive/\n');
    const open = join(checkout, 'receipts', 'one.html');
    const refused = await said('receipt', 'bread01', '--person', 'p1', '--out', open);
    expect(refused).toMatchObject({ exit: 1 });
    expect(refused.out).toContain('No code was made.');
    expect((await said('make-key', '--out', join(checkout, 'key'))).exit).toBe(1);
    expect(await readdir(checkout)).toEqual(['.git', '.gitignore']);
    const ignored = join(checkout, '.archive', 'receipts', 'one.html');
    const written = await said('receipt', 'bread01', '--person', 'p1', '--out', ignored);
    expect(written.exit).toBe(0);
    expect((await stat(ignored)).mode & 0o777).toBe(0o600);
  });

  test('approve says how to give a receipt; the receipt is in their language and its code is known', async () => {
    const approved = await approve({ content, ids: ['bread01'] });
    expect(approved.lines.join('\n')).toContain('archive -- receipt bread01');
    const file = join(folder, 'receipt.html');
    expect(await said('receipt', 'bread01', '--out', file)).toMatchObject({ exit: 0 });
    expect((await stat(file)).mode & 0o777).toBe(0o600);
    const page = await readFile(file, 'utf8');
    expect(page).toContain('<html lang="ur" dir="rtl">');
    const text = await said('receipt', 'bread01', '--language', 'en', '--person', 'p1');
    expect(text.out).toContain('✓ on this website: Yes – Words, Pictures, Voice');
    const code = /code=([0-9A-Z-]+)/.exec(text.out)?.[1] ?? '';
    const register = Register.open(join(folder, 'state', 'register.sqlite'), Date.now);
    expect(register.receiptFor(code)).toEqual({
      contribution: 'bread01',
      person: 'p1',
      issuedOn: '2026-11-22',
    });
    expect(register.verifyChain().ok).toBe(true);
    register.close();
    expect(await said('receipt', 'bread01', '--person', 'p2')).toMatchObject({ exit: 1 });
    expect(await said('receipt', 'nothere1')).toMatchObject({ exit: 1 });
  });

  test('keep the register for two keys and bring it back with one', async () => {
    const keys = await Promise.all(
      ['one', 'two'].map((name) => said('make-key', '--out', join(folder, name))),
    );
    const [one = '', two = ''] = keys.map(({ out }) => out.split('\n')[0] ?? '');
    const out = join(folder, 'kept');
    expect((await said('backup', '--out', out, '--recipient', one)).exit).toBe(1);
    expect(await readdir(folder)).not.toContain('kept');
    expect((await said('backup', '--out', out, '--recipient', one, '--recipient', two)).exit).toBe(
      0,
    );
    const into = join(folder, 'again.sqlite');
    const back = await said(
      'restore',
      '--from',
      out,
      '--identity',
      join(folder, 'two'),
      '--into',
      into,
    );
    expect(back.out).toContain('1 people');
    const over = await said('restore', '--from', out, '--identity', join(folder, 'two'));
    expect(over).toMatchObject({ exit: 1 });
    expect(over.out).toContain('Nothing was changed');
    expect((await said('forget-person', 'bread01', 'p1')).out).toMatch(
      /destroy the file [0-9a-f]{32}\.age/,
    );
    expect((await said('person', 'bread01', 'p1')).exit).toBe(1);
  });

  test('stand in the program itself', async () => {
    const shown = await archive(['register', '--content', content, '--json']);
    expect(shown.exit).toBe(0);
    expect(JSON.parse(shown.out)).toMatchObject({ ok: true, chain: { ok: true } });
  });

  test('list what is to be done and the thanks that wait, and refuse what cannot be', async () => {
    expect((await said('tasks')).exit).toBe(0);
    expect((await said('tasks', '--done', 'nothing')).exit).toBe(1);
    expect((await said('thanks')).out).toBe('No thanks are waiting.\n');
    expect((await said('thanks', '--drop', 'nothing')).exit).toBe(1);
    expect((await said('thanks', '--drop', 'a', '--pass', 'b')).exit).toBe(2);
  });
});
