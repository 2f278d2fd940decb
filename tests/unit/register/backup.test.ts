import { mkdir, mkdtemp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { Decrypter, generateIdentity, identityToRecipient } from 'age-encryption';
import { beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { backup, forgetPerson, makeKey } from '#cli/backup.ts';
import { restore } from '#cli/restore.ts';
import { showPerson } from '#cli/person.ts';
import { stateOf } from '#state/state.ts';
import { Register } from '#register/register.ts';
import { smallArchive } from '#support/small-archive.ts';

const NOW = Date.parse('2026-11-22T12:00:00Z');
const content = 'content';
const keys: string[] = [];
const recipients: string[] = [];
let folder = '';
let register: Register;
let code = '';

beforeAll(async () => {
  for (const _each of [1, 2, 3]) keys.push(await generateIdentity());
  for (const key of keys) recipients.push(await identityToRecipient(key));
});

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'backup-'));
  process.env['ARCHIVE_STATE'] = join(folder, 'state');
  register = Register.open(stateOf(content).register, () => NOW);
  register.savePerson({
    id: 'a1',
    contact: 'Amina on 020',
    guardian: { name: 'Guardian of Amina' },
  });
  register.savePerson({ id: 'b2', contact: 'Bilal by the shop' });
  register.linkPerson({ contribution: 'stories1', person: 'p1' }, 'a1');
  register.linkPerson({ contribution: 'stories2', person: 'p1' }, 'a1');
  register.linkPerson({ contribution: 'stories2', person: 'p2' }, 'b2');
  const taking = { contribution: 'stories1', person: 'p1', interpreter: 'professional' } as const;
  register.saveConsentCapture({ ...taking, formKept: 'Box 7 of the cupboard' });
  code = register.issueReceipt({ contribution: 'stories1', person: 'p1', day: '2026-11-22' });
  register.issueReceipt({ contribution: 'stories9', person: 'p1', day: '2026-11-22' });
});

const out = () => join(folder, 'kept');
const keep = (to = recipients.slice(0, 2)) => backup({ content, out: out(), recipients: to });
const identityFile = async (key: string): Promise<string> => {
  const file = join(await mkdtemp(join(folder, 'key-')), 'a.key');
  await writeFile(file, `# made in a test\n${key}\n`);
  return file;
};
const bringBack = async (key: string, into = join(folder, 'back', 'register.sqlite')) =>
  restore({ content, from: out(), identity: await identityFile(key), into });

describe('a backup of the register', () => {
  test('comes back whole with either key, receipts, people and log, and with no third', async () => {
    expect((await keep()).exit).toBe(0);
    for (const [index, key] of keys.slice(0, 2).entries()) {
      const into = join(folder, `back${index}`, 'register.sqlite');
      expect(await bringBack(key, into)).toMatchObject({ exit: 0, data: { missing: 0 } });
      const back = Register.open(into, () => NOW);
      expect(back.receiptFor(code)).toMatchObject({ contribution: 'stories1', person: 'p1' });
      expect(back.personOf('stories1', 'p1')).toEqual(register.person('a1'));
      expect(back.consentCaptureOf({ contribution: 'stories1', person: 'p1' })?.formKept).toBe(
        'Box 7 of the cupboard',
      );
      expect(back.secret('fingerprints')).toEqual(register.secret('fingerprints'));
      const old = register.events().filter(({ event }) => event !== 'backup-made');
      expect(back.events().slice(0, -1)).toEqual(old);
      expect(back.verifyChain()).toEqual({ ok: true });
      back.close();
    }
    const third = await bringBack(keys[2]!, join(folder, 'third', 'register.sqlite'));
    expect(third).toMatchObject({ exit: 1 });
    expect(third.lines[0]).toMatch(/does not open/);
  });

  test('has names and bytes that say nothing, for its owner alone', async () => {
    await keep();
    expect((await stat(out())).mode & 0o777).toBe(0o700);
    const names = await readdir(out());
    expect(names).toHaveLength(4);
    for (const name of names) {
      expect(name).toMatch(/^[0-9a-f]{32}\.age$/);
      expect((await stat(join(out(), name))).mode & 0o777).toBe(0o600);
      const bytes = (await readFile(join(out(), name))).toString('latin1');
      expect(bytes).toMatch(/^age-encryption\.org\/v1/);
      expect(bytes).not.toMatch(/Amina|Bilal|stories1|receipt/); // Longer than chance writes in cipher text.
    }
  });

  test('keeps all of one person in one file, and no other file holds a word of them', async () => {
    await keep();
    const texts = await opened();
    const holding = texts.filter((text) => text.includes('Amina'));
    expect(holding).toHaveLength(1);
    for (const words of ['Guardian of Amina', 'Box 7', '020']) expect(holding[0]).toContain(words);
    expect(holding[0]).not.toContain('Bilal');
  });

  test('is refused for one key, for a key given twice, for a secret key and for nonsense', async () => {
    const [one = '', two = ''] = recipients;
    for (const [to, why] of [
      [[one], /two recipients or more/],
      [[], /two recipients or more/],
      [[one, one], /twice/],
      [[one, ` ${one.toUpperCase()} `], /twice/],
      [[one, two, one], /twice/],
      [[one, 'age1nonsense'], /Recipient 2/],
      [[one, keys[1] ?? ''], /Recipient 2/],
    ] as const) {
      const done = await keep([...to]);
      expect(done).toMatchObject({ exit: 1 });
      expect(done.lines[0]).toMatch(why);
      expect(done.lines[0]).not.toContain('SECRET');
      expect(await readdir(folder)).toEqual(['state']);
    }
  });

  test('is written whole or not at all, and never over something', async () => {
    await mkdir(out());
    await writeFile(join(out(), 'mine.txt'), 'mine');
    expect(await keep()).toMatchObject({ exit: 1 });
    expect(await readdir(out())).toEqual(['mine.txt']);
    // A file where the folder above should be: nothing is left lying about.
    const blocked = await backup({ content, out: join(out(), 'mine.txt', 'a'), recipients }).catch(
      (error: unknown) => error,
    );
    expect(blocked).toBeInstanceOf(Error);
    expect(await readdir(out())).toEqual(['mine.txt']);
  });
});

describe('bringing a backup back', () => {
  test('is refused where something is already, which stays as it was', async () => {
    await keep();
    const own = await restore({ content, from: out(), identity: await identityFile(keys[0]!) });
    expect(own).toMatchObject({ exit: 1 });
    expect(own.lines[0]).toMatch(/empty one\. Nothing was changed/);
    expect(register.receiptFor(code)).toBeDefined();
    expect(register.events().at(-1)?.event).toBe('backup-made');
  });

  test('goes into the archive’s own register when that is empty, even if keys were made in it', async () => {
    await keep();
    const before = register.secret('codes');
    register.close();
    await rm(dirname(stateOf(content).register), { recursive: true });
    const empty = Register.open(stateOf(content).register, () => NOW);
    expect(empty.secret('codes')).not.toEqual(before);
    const own = await restore({ content, from: out(), identity: await identityFile(keys[0]!) });
    expect(own).toMatchObject({ exit: 0 });
    expect(empty.secret('codes')).toEqual(before);
    expect(empty.receiptFor(code)).toBeDefined();
  });

  test('works without a person whose file was destroyed, and says that one is missing', async () => {
    await keep();
    const into = join(folder, 'back', 'register.sqlite');
    const forgotten = await forgetPerson({
      content,
      id: 'stories1',
      person: 'p1',
      everywhere: true,
    });
    const { file } = forgotten.data as { file: string };
    expect(await readdir(out())).toContain(file);
    await rm(join(out(), file));
    expect(await bringBack(keys[0]!, into)).toMatchObject({ exit: 0, data: { missing: 1 } });
    const back = Register.open(into, () => NOW);
    expect(back.personOf('stories1', 'p1')).toBeUndefined();
    expect(back.personOf('stories2', 'p2')?.contact).toBe('Bilal by the shop');
    expect(back.verifyChain()).toEqual({ ok: true });
    back.close();
  });

  test('is refused when a file was changed, put in from elsewhere or cut, and leaves nothing', async () => {
    await keep();
    const names = await readdir(out());
    const other = names[1]!;
    const bytes = await readFile(join(out(), other));
    const into = join(folder, 'back', 'register.sqlite');
    const spoil: readonly (() => Promise<void>)[] = [
      () => writeFile(join(out(), other), bytes.subarray(0, bytes.length - 20)),
      () => writeFile(join(out(), 'ffffffffffffffffffffffffffffffff.age'), bytes),
      async () => {
        await backup({ content, out: join(folder, 'second'), recipients });
        await writeFile(join(out(), other), await readFile(join(folder, 'second', other)));
      },
    ];
    for (const doIt of spoil) {
      await doIt();
      expect(await bringBack(keys[0]!, into)).toMatchObject({ exit: 1 });
      const back = Register.open(into, () => NOW);
      expect(back.counts()).toMatchObject({ persons: 0, events: 0 });
      back.close();
      await rm(join(out(), 'ffffffffffffffffffffffffffffffff.age'), { force: true });
      await writeFile(join(out(), other), bytes);
    }
    expect(await bringBack(keys[0]!, into)).toMatchObject({ exit: 0 });
  });
});

describe('a key for backups', () => {
  test('opens what was locked for it, and is never written over another', async () => {
    const file = join(folder, 'deputy.key');
    const made = await makeKey({ out: file });
    const { recipient } = made.data as { recipient: string };
    expect((await stat(file)).mode & 0o777).toBe(0o600);
    expect(made.lines.join('\n')).not.toContain('SECRET');
    expect(await makeKey({ out: file })).toMatchObject({ exit: 1 });
    await keep([recipients[0]!, recipient]);
    const into = join(folder, 'deputy', 'register.sqlite');
    expect(await restore({ content, from: out(), identity: file, into })).toMatchObject({
      exit: 0,
    });
  });
});

describe('forgetting a person', () => {
  test('takes every trace of them out of the file itself, and the receipt still works', async () => {
    const file = stateOf(content).register;
    await forgetPerson({ content, id: 'stories1', person: 'p1', everywhere: true });
    const forgotten = register.events().at(-1);
    expect(forgotten).toMatchObject({ event: 'person-forgotten', contribution: 'stories1' });
    expect(register.receiptFor(code)).toMatchObject({ contribution: 'stories1', person: 'p1' });
    register.close();
    const folderOf = dirname(file);
    for (const name of await readdir(folderOf)) {
      const bytes = (await readFile(join(folderOf, name))).toString('latin1');
      expect(bytes).not.toMatch(/Amina|Box 7/);
    }
    expect((await readFile(file)).toString('latin1')).toContain('Bilal');
  });

  test('keeps their contact while they are in another contribution, and says so', async () => {
    const done = await forgetPerson({ content, id: 'stories1', person: 'p1', everywhere: false });
    expect(done.lines.join(' ')).toMatch(/1 other contribution/);
    expect(register.personOf('stories1', 'p1')).toBeUndefined();
    expect(register.consentCaptureOf({ contribution: 'stories1', person: 'p1' })).toBeUndefined();
    expect(register.personOf('stories2', 'p1')?.contact).toBe('Amina on 020');
  });

  test('says so when there is nobody', async () => {
    const none = await forgetPerson({ content, id: 'stories7', person: 'p1', everywhere: false });
    expect(none).toMatchObject({ exit: 1 });
  });
});

describe('writing a person down', () => {
  test('changes what is given and leaves the rest', async () => {
    const change = { contact: 'a new number', capture: { witnessRole: 'librarian' } };
    await showPerson({ content, id: 'stories1', person: 'p1', change });
    const shown = await showPerson({ content, id: 'stories1', person: 'p1', change: {} });
    expect(shown.lines).toContain('Contact: a new number');
    expect(shown.lines).toContain('Guardian: Guardian of Amina');
    expect(shown.lines).toContain('Witness: librarian');
    expect(shown.lines).toContain('Interpreter: professional');
    expect(register.events().filter(({ event }) => event === 'person-saved')).toHaveLength(1);
  });

  test('can say that somebody is the one from another contribution, but not that two are one', async () => {
    const made = await smallArchive();
    await made.story('stories5', { consents: [{ person: 'p2', interest: 'depicted' }] });
    const as = {
      ...{ content: made.content, person: 'p2', change: {} },
      sameAs: ['stories1', 'p1'] as const,
    };
    await showPerson({ ...as, id: 'stories5' });
    expect(register.personOf('stories5', 'p2')?.id).toBe('a1');
    expect(await showPerson({ ...as, id: 'stories2' })).toMatchObject({ exit: 1 });
    expect(register.personOf('stories2', 'p2')?.id).toBe('b2');
  });
});

async function opened(): Promise<readonly string[]> {
  const decrypter = new Decrypter();
  decrypter.addIdentity(keys[0]!);
  const names = await readdir(out());
  return Promise.all(
    names.map(async (name) => decrypter.decrypt(await readFile(join(out(), name)), 'text')),
  );
}
