import { mkdtemp, readFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { describe, expect, test } from 'vitest';
import { Register } from '#register/register.ts';

const START = Date.parse('2026-12-01T09:00:00Z');
const DAY = 86_400_000;

async function fresh() {
  const file = join(await mkdtemp(join(tmpdir(), 'register-')), 'register.sqlite');
  let now = START;
  const register = Register.open(file, () => now);
  return {
    file,
    register,
    later: (ms: number) => {
      now += ms;
    },
    invite: (more: Partial<Parameters<Register['access']['invite']>[0]> = {}) =>
      register.access.invite({
        ...{ role: 'contributor', use: 'single', until: START + DAY, actorRole: 'facilitator' },
        ...more,
      }),
  };
}

describe('an invitation', () => {
  test('for one person opens once, and looking at it before uses nothing up', async () => {
    const { register, invite } = await fresh();
    const { token } = invite({ language: 'ur' });
    expect(register.access.invitationFor(token)).toMatchObject({
      role: 'contributor',
      language: 'ur',
    });
    const secret = register.access.signIn(token, DAY) ?? '';
    expect(register.access.sessionFor(secret)).toMatchObject({
      role: 'contributor',
      language: 'ur',
    });
    expect(register.access.invitationFor(token)).toBeUndefined();
    expect(register.access.signIn(token, DAY)).toBeUndefined();
    register.close();
  });

  test('for a group opens for each, and each is somebody else', async () => {
    const { register, invite } = await fresh();
    const { token } = invite({ use: 'group' });
    const sessions = [1, 2, 3].map(() =>
      register.access.sessionFor(register.access.signIn(token, DAY) ?? ''),
    );
    expect(sessions.every((each) => each !== undefined)).toBe(true);
    expect(new Set(sessions.map((each) => each?.owner)).size).toBe(3);
    expect(new Set(sessions.map((each) => each?.mark)).size).toBe(3);
    expect(register.access.invitations().map(({ used }) => used)).toEqual([3]);
    register.close();
  });

  test('opens nothing from the instant on which it ends', async () => {
    const { register, invite, later } = await fresh();
    const { token } = invite();
    later(DAY - 1);
    expect(register.access.invitationFor(token)).toBeDefined();
    later(1);
    expect(register.access.invitationFor(token)).toBeUndefined();
    expect(register.access.signIn(token, DAY)).toBeUndefined();
    register.close();
  });

  test('that is taken back opens nothing, and ends every sign-in that came of it and no other', async () => {
    const { register, invite } = await fresh();
    const [one, other] = [invite({ use: 'group' }), invite()];
    const secrets = [one.token, one.token, other.token].map((each) =>
      register.access.signIn(each, DAY),
    );
    expect(register.access.revoke(one.key, 'facilitator')).toBe(true);
    expect(register.access.revoke(one.key, 'facilitator')).toBe(false);
    expect(register.access.signIn(one.token, DAY)).toBeUndefined();
    const open = secrets.map((secret) => register.access.sessionFor(secret ?? '') !== undefined);
    expect(open).toEqual([false, false, true]);
    register.close();
  });

  test('is known by no text that is kept: neither token nor secret stands in the file', async () => {
    const { file, register, invite } = await fresh();
    const { token } = invite();
    const secret = register.access.signIn(token, DAY) ?? '';
    register.close();
    const bytes = (await readFile(file)).toString('latin1');
    expect(secret.length).toBeGreaterThan(20);
    expect([token, secret].map((each) => bytes.includes(each))).toEqual([false, false]);
  });

  test('is noted in the log when it is made and taken back, by role and without a name', async () => {
    const { register, invite } = await fresh();
    const { key } = invite();
    register.access.revoke(key, 'admin');
    expect(
      register.events().map(({ event, actorRole, detail }) => [event, actorRole, ...detail]),
    ).toEqual([
      ['invitation-made', 'facilitator', key, 'contributor', 'single'],
      ['invitation-revoked', 'admin', key],
    ]);
    expect(register.verifyChain().ok).toBe(true);
    register.close();
  });

  test('of a form that this archive does not write opens nothing', async () => {
    const { file, register, invite } = await fresh();
    const { token } = invite();
    const db = new DatabaseSync(file);
    db.exec('PRAGMA ignore_check_constraints = ON');
    db.exec("UPDATE invitations SET use = 'always'");
    db.close();
    expect(register.access.invitationFor(token)).toBeUndefined();
    expect(register.access.signIn(token, DAY)).toBeUndefined();
    expect(register.access.invitations()).toEqual([]);
    register.close();
  });
});

describe('a sign-in', () => {
  test('ends on its instant, and at once by signing out', async () => {
    const { register, invite, later } = await fresh();
    const { token } = invite({ use: 'group' });
    const [first = '', second = ''] = [
      register.access.signIn(token, 1000),
      register.access.signIn(token, DAY),
    ];
    later(1000);
    expect(register.access.sessionFor(first)).toBeUndefined();
    expect(register.access.sessionFor(second)).toBeDefined();
    register.access.signOut(second);
    expect(register.access.sessionFor(second)).toBeUndefined();
    register.close();
  });

  test('is the same person’s each time only by one invitation', async () => {
    const { register, invite } = await fresh();
    const owners = [invite(), invite()].map(
      ({ token }) => register.access.sessionFor(register.access.signIn(token, DAY) ?? '')?.owner,
    );
    expect(new Set(owners).size).toBe(2);
    register.close();
  });

  test('is not in a backup: whoever was sent away does not come in again by a restore', async () => {
    const { register, invite } = await fresh();
    const { token } = invite();
    register.access.signIn(token, DAY);
    const kept = register.bundles();
    register.close();
    const { register: other } = await fresh();
    other.takeIn(kept);
    expect(other.access.signIn(token, DAY)).toBeUndefined();
    expect(other.access.invitations()).toEqual([]);
    other.close();
  });
});
