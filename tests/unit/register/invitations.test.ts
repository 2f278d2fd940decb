import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { describe, expect, test } from 'vitest';
import { Access } from '#register/access.ts';
import type { NewInvitation } from '#register/invitations.ts';

const START = Date.parse('2026-12-01T09:00:00Z');
const DAY = 86_400_000;

async function fresh() {
  const file = join(await mkdtemp(join(tmpdir(), 'access-')), 'access.sqlite');
  let now = START;
  const access = Access.open(file, () => now);
  return {
    file,
    access,
    later: (ms: number) => {
      now += ms;
    },
    invite: (more: Partial<NewInvitation> = {}) =>
      access.invite({ role: 'contributor', use: 'single', until: START + DAY, ...more }),
  };
}

describe('an invitation', () => {
  test('for one person opens once, and looking at it before uses nothing up', async () => {
    const { access, invite } = await fresh();
    const { token } = invite({ language: 'ur' });
    expect(access.invitationFor(token)).toMatchObject({
      role: 'contributor',
      language: 'ur',
    });
    const secret = access.signIn(token, DAY) ?? '';
    expect(access.sessionFor(secret)).toMatchObject({
      role: 'contributor',
      language: 'ur',
    });
    expect(access.invitationFor(token)).toBeUndefined();
    expect(access.signIn(token, DAY)).toBeUndefined();
    access.close();
  });

  test('for a group opens for each, and each is somebody else', async () => {
    const { access, invite } = await fresh();
    const { token } = invite({ use: 'group' });
    const sessions = [1, 2, 3].map(() => access.sessionFor(access.signIn(token, DAY) ?? ''));
    expect(sessions.every((each) => each !== undefined)).toBe(true);
    expect(new Set(sessions.map((each) => each?.owner)).size).toBe(3);
    expect(new Set(sessions.map((each) => each?.mark)).size).toBe(3);
    expect(access.invitations().map(({ used }) => used)).toEqual([3]);
    access.close();
  });

  test('opens nothing from the instant on which it ends', async () => {
    const { access, invite, later } = await fresh();
    const { token } = invite();
    later(DAY - 1);
    expect(access.invitationFor(token)).toBeDefined();
    later(1);
    expect(access.invitationFor(token)).toBeUndefined();
    expect(access.signIn(token, DAY)).toBeUndefined();
    access.close();
  });

  test('that is taken back opens nothing, and ends every sign-in that came of it and no other', async () => {
    const { access, invite } = await fresh();
    const [one, other] = [invite({ use: 'group' }), invite()];
    const secrets = [one.token, one.token, other.token].map((each) => access.signIn(each, DAY));
    expect(access.revoke(one.key)).toBe(true);
    expect(access.revoke(one.key)).toBe(false);
    expect(access.signIn(one.token, DAY)).toBeUndefined();
    const open = secrets.map((secret) => access.sessionFor(secret ?? '') !== undefined);
    expect(open).toEqual([false, false, true]);
    access.close();
  });

  test('is known by no text that is kept: neither token nor secret stands in the file', async () => {
    const { file, access, invite } = await fresh();
    const { token } = invite();
    const secret = access.signIn(token, DAY) ?? '';
    access.close();
    const bytes = (await readFile(file)).toString('latin1');
    expect(secret.length).toBeGreaterThan(20);
    expect([token, secret].map((each) => bytes.includes(each))).toEqual([false, false]);
  });

  test('of a form that this archive does not write opens nothing', async () => {
    const { file, access, invite } = await fresh();
    const { token } = invite();
    const db = new DatabaseSync(file);
    db.exec('PRAGMA ignore_check_constraints = ON');
    db.exec("UPDATE invitations SET use = 'always'");
    db.close();
    expect(access.invitationFor(token)).toBeUndefined();
    expect(access.signIn(token, DAY)).toBeUndefined();
    expect(access.invitations()).toEqual([]);
    access.close();
  });
});

describe('a sign-in', () => {
  test('ends on its instant, and at once by signing out', async () => {
    const { access, invite, later } = await fresh();
    const { token } = invite({ use: 'group' });
    const [first = '', second = ''] = [access.signIn(token, 1000), access.signIn(token, DAY)];
    later(1000);
    expect(access.sessionFor(first)).toBeUndefined();
    expect(access.sessionFor(second)).toBeDefined();
    access.signOut(second);
    expect(access.sessionFor(second)).toBeUndefined();
    access.close();
  });

  test('is the same person’s each time only by one invitation', async () => {
    const { access, invite } = await fresh();
    const owners = [invite(), invite()].map(
      ({ token }) => access.sessionFor(access.signIn(token, DAY) ?? '')?.owner,
    );
    expect(new Set(owners).size).toBe(2);
    access.close();
  });

  test('is over when the file was damaged: that is set aside and named, and somebody new can come in', async () => {
    for (const damage of ['no database', '{"invitations":[]}']) {
      const { file, access, invite } = await fresh();
      const { token } = invite({ use: 'group' });
      const secret = access.signIn(token, DAY) ?? '';
      access.close();
      for (const part of ['-wal', '-shm']) await rm(`${file}${part}`, { force: true });
      await writeFile(file, damage.repeat(200));
      const again = Access.open(file, () => START);
      expect(again.setAside).toBe(`${file}.damaged`);
      expect(await readFile(`${file}.damaged`, 'utf8')).toContain(damage);
      expect(again.sessionFor(secret)).toBeUndefined();
      expect(again.invitationFor(token)).toBeUndefined();
      const next = again.invite({ role: 'facilitator', use: 'single', until: START + DAY });
      expect(again.signIn(next.token, DAY)).toBeDefined();
      again.close();
    }
  });

  test('is not over when a newer archive made the file: that is left as it was', async () => {
    const { file, access } = await fresh();
    access.close();
    const db = new DatabaseSync(file);
    db.exec('PRAGMA user_version = 99');
    db.close();
    expect(() => Access.open(file, () => START)).toThrow('register-newer');
  });
});
