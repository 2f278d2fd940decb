import { execFile } from 'node:child_process';
import { mkdtemp, readFile, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { promisify } from 'node:util';
import { describe, expect, test } from 'vitest';
import { Register } from '#register/register.ts';

const NOW = Date.parse('2026-11-22T12:00:00Z');
const run = promisify(execFile);

async function freshFile(): Promise<string> {
  return join(await mkdtemp(join(tmpdir(), 'register-')), 'state', 'register.sqlite');
}

async function fresh(): Promise<{ file: string; register: Register }> {
  const file = await freshFile();
  return { file, register: Register.open(file, () => NOW) };
}

describe('the file of the register', () => {
  test('is for its owner alone, and so is a folder that was made for it', async () => {
    const { file, register } = await fresh();
    register.note({ event: 'opened', actorRole: 'facilitator' });
    expect((await stat(file)).mode & 0o777).toBe(0o600);
    expect((await stat(`${file}-wal`)).mode & 0o777).toBe(0o600);
    expect((await stat(join(file, '..'))).mode & 0o777).toBe(0o700);
    register.close();
  });

  test('is refused when a newer archive made it, and is left as it was', async () => {
    const { file, register } = await fresh();
    register.close();
    const db = new DatabaseSync(file);
    db.exec('PRAGMA user_version = 99');
    db.close();
    expect(() => Register.open(file, () => NOW)).toThrow('register-newer');
    const after = new DatabaseSync(file);
    expect(after.prepare('PRAGMA user_version').get()?.['user_version']).toBe(99);
    after.close();
  });

  test('is written by several processes at once, and the log stays whole', async () => {
    const file = await freshFile();
    const script = `
      const { Register } = await import(${JSON.stringify(join(process.cwd(), 'src/register/register.ts'))});
      const register = Register.open(process.argv[1], () => ${NOW});
      for (let i = 0; i < 50; i += 1) register.note({ event: 'written', actorRole: 'writer', detail: [String(i)] });
      process.stdout.write(register.secret('codes').toString('hex'));
      register.close();`;
    const keys = await Promise.all(
      [1, 2, 3, 4].map(() => run(process.execPath, ['--input-type=module', '-e', script, file])),
    );
    const register = Register.open(file, () => NOW);
    expect(register.events()).toHaveLength(200);
    expect(register.verifyChain()).toEqual({ ok: true });
    expect(new Set(keys.map(({ stdout }) => stdout)).size).toBe(1);
    register.close();
  });
});

describe('people in the register', () => {
  test('are somebody else in each contribution, and one person may be in several', async () => {
    const { register } = await fresh();
    register.savePerson({
      id: 'a1',
      contact: '020 0000 0000',
      safeWay: 'text',
      guardian: { name: 'G' },
    });
    register.savePerson({ id: 'b2', contact: 'by the shop' });
    register.linkPerson({ contribution: 'story1', person: 'p1' }, 'a1');
    register.linkPerson({ contribution: 'story2', person: 'p1' }, 'b2');
    register.linkPerson({ contribution: 'story2', person: 'p2' }, 'a1');
    expect(register.personOf('story1', 'p1')?.contact).toBe('020 0000 0000');
    expect(register.personOf('story2', 'p1')?.contact).toBe('by the shop');
    expect(register.personOf('story2', 'p2')?.guardian?.name).toBe('G');
    expect(register.personOf('story3', 'p1')).toBeUndefined();
    expect(register.aliasesOf('a1')).toHaveLength(2);
    register.savePerson({ id: 'a1', contact: 'new' });
    expect(register.person('a1')).toMatchObject({ contact: 'new', safeWay: undefined });
    expect(register.person('a1')?.guardian).toBeUndefined();
    register.close();
  });
});

describe('receipts in the register', () => {
  test('are found by their code, and older ones of the same person stay good', async () => {
    const { file, register } = await fresh();
    const of = { contribution: 'story1', person: 'p1', day: '2026-11-22' };
    const first = register.issueReceipt(of);
    const second = register.issueReceipt({ ...of, day: '2026-11-23' });
    const kept = { contribution: 'story1', person: 'p1' };
    expect(register.receiptFor(first)).toEqual({ ...kept, issuedOn: '2026-11-22' });
    expect(register.receiptFor(second.toLowerCase())).toEqual({ ...kept, issuedOn: '2026-11-23' });
    expect(register.receiptFor('00000-00000')).toBeUndefined();
    expect(register.receiptFor('nonsense')).toBeUndefined();
    expect(register.events().map(({ event }) => event)).toEqual([
      'receipt-issued',
      'receipt-issued',
    ]);
    register.close();
    const bytes = (await readFile(file)).toString('latin1');
    for (const code of [first, second]) {
      expect(bytes).not.toContain(code);
      expect(bytes).not.toContain(code.replace('-', ''));
    }
  });
});

describe('the log', () => {
  const event = { event: 'published', contribution: 'story1', actorRole: 'facilitator' };

  test('takes no sentence, no name and no reason, and does not repeat what it was given', async () => {
    const { register } = await fresh();
    const refused = [
      { ...event, detail: ['she was afraid'] },
      { ...event, actorRole: 'Amina Khan' },
      { ...event, contribution: 'a story of mine' },
      { ...event, at: 'yesterday' },
      { ...event, event: 'Was withdrawn.' },
    ];
    for (const each of refused) {
      let message = '';
      try {
        register.note(each);
      } catch (error) {
        message = (error as Error).message;
      }
      expect(message).toBe('event-not-a-code');
      expect(message).not.toMatch(/afraid|Amina|mine|yesterday|Was/);
    }
    expect(register.events()).toEqual([]);
    register.close();
  });

  test('cannot be changed, cut or written into the middle of, not even with SQL', async () => {
    const { file, register } = await fresh();
    for (const person of ['p1', 'p2', 'p3']) register.note({ ...event, person });
    register.close();
    const db = new DatabaseSync(file);
    const values = "'x', null, null, '2026-11-22T12:00:00Z', 'nobody', '[]'";
    for (const sql of [
      "UPDATE events SET event = 'other' WHERE seq = 2",
      'DELETE FROM events WHERE seq = 3',
      'DELETE FROM events',
      `INSERT OR REPLACE INTO events VALUES (2, ${values}, '', 'x')`,
      `REPLACE INTO events VALUES (3, ${values}, '', 'x')`,
      `INSERT OR REPLACE INTO events VALUES (2, ${values}, (SELECT hash FROM events WHERE seq = 3), 'x')`,
      `INSERT INTO events VALUES (9, ${values}, '', 'x')`,
      `INSERT INTO events VALUES (4, ${values}, 'not the last digest', 'x')`,
    ])
      expect(() => db.exec(sql), sql).toThrow(/log|event/i);
    db.close();
    const again = Register.open(file, () => NOW);
    expect(again.events()).toHaveLength(3);
    expect(again.verifyChain()).toEqual({ ok: true });
    again.close();
  });

  test('tells where it was changed by somebody who took the guards away first', async () => {
    for (const [sql, brokenAt] of [
      ["UPDATE events SET person = 'p9' WHERE seq = 2", 2],
      ["UPDATE events SET at = '2026-01-01T00:00:00.000Z' WHERE seq = 1", 1],
      ["UPDATE events SET detail = '[' WHERE seq = 3", 3],
      ["UPDATE events SET actor_role = 'admin' WHERE seq = 3", 3],
      ['DELETE FROM events WHERE seq = 2', 2],
    ] as const) {
      const { file, register } = await fresh();
      for (const person of ['p1', 'p2', 'p3']) register.note({ ...event, person, detail: ['f1'] });
      register.close();
      const db = new DatabaseSync(file);
      for (const name of ['events_stay', 'events_are_kept', 'events_follow'])
        db.exec(`DROP TRIGGER ${name}`);
      db.exec(sql);
      db.close();
      const again = Register.open(file, () => NOW);
      expect(again.verifyChain(), sql).toEqual({ ok: false, brokenAt });
      again.close();
    }
  });
});
