import { mkdtemp, readFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { Access } from '#register/access.ts';
import { Register } from '#register/register.ts';

const START = Date.parse('2026-12-01T09:00:00Z');
const DAY = 86_400_000;

async function fresh() {
  const file = join(await mkdtemp(join(tmpdir(), 'access-')), 'access.sqlite');
  let now = START;
  const access = Access.open(file, () => now);
  const invite = (use: 'single' | 'group') =>
    access.invite({ role: 'contributor', language: 'ur', use, until: START + DAY });
  const enter = (token: string) => {
    const session = access.sessionFor(access.signIn(token, DAY) ?? '');
    if (session === undefined) throw new Error('Nobody came in.');
    return session;
  };
  const later = (ms: number) => {
    now += ms;
  };
  return { file, access, invite, enter, later };
}

describe('what somebody is still writing', () => {
  test('is theirs alone, and what they save last is what stays', async () => {
    const { access, invite, enter } = await fresh();
    const { token } = invite('group');
    const [one, other] = [enter(token), enter(token)];
    access.saveForm(one, { contribution: 'aaaaaa', answers: '{"title":"first"}' });
    access.saveForm(one, { contribution: 'aaaaaa', answers: '{"title":"second"}' });
    expect(access.form(one)).toMatchObject({
      contribution: 'aaaaaa',
      answers: '{"title":"second"}',
    });
    expect(access.form(other)).toBeUndefined();
    expect(access.begun()).toEqual(['aaaaaa']);
    access.close();
  });

  test('goes on elsewhere by its code, as the same owner in the same language', async () => {
    const { access, invite, enter } = await fresh();
    const session = enter(invite('group').token);
    expect(access.codeOfForm(session)).toBeUndefined();
    access.saveForm(session, { contribution: 'aaaaaa', answers: '{}' });
    const code = access.codeOfForm(session) ?? '';
    const again = access.sessionFor(
      access.signInByCode(code.toLowerCase().replace('-', ' '), DAY) ?? '',
    );
    expect(again).toMatchObject({ owner: session.owner, language: 'ur', role: 'contributor' });
    expect(again?.mark).not.toBe(session.mark);
    access.close();
  });

  test('opens by its last code only, by no code of a receipt, and opens no receipt', async () => {
    const { file, access, invite, enter } = await fresh();
    const session = enter(invite('single').token);
    access.saveForm(session, { contribution: 'aaaaaa', answers: '{}' });
    const [first = '', last = ''] = [access.codeOfForm(session), access.codeOfForm(session)];
    const register = Register.open(join(dirname(file), 'register.sqlite'), () => START);
    const receipt = register.issueReceipt({
      contribution: 'aaaaaa',
      person: 'p1',
      day: '2026-12-01',
    });
    expect(
      [first, receipt, 'AAAAA-AAAAA', ''].map((each) => access.signInByCode(each, DAY)),
    ).toEqual([...[undefined, undefined, undefined, undefined]]);
    expect(access.signInByCode(last, DAY)).toBeDefined();
    expect(register.receiptFor(last)).toBeUndefined();
    register.close();
    access.close();
  });

  test('stays when its invitation is taken back, and its code opens nothing more', async () => {
    const { access, invite, enter } = await fresh();
    const { key, token } = invite('group');
    const session = enter(token);
    access.saveForm(session, { contribution: 'aaaaaa', answers: '{}' });
    const code = access.codeOfForm(session) ?? '';
    access.revoke(key);
    expect(access.signInByCode(code, DAY)).toBeUndefined();
    expect(access.begun()).toEqual(['aaaaaa']);
    access.close();
  });

  test('leaves no word in the file when it is sent, or when nobody went on with it', async () => {
    const { file, access, invite, enter, later } = await fresh();
    const { token } = invite('group');
    const [sent, left] = [enter(token), enter(token)];
    access.saveForm(sent, { contribution: 'aaaaaa', answers: '{"words":"marker-of-one"}' });
    access.saveForm(left, { contribution: 'bbbbbb', answers: '{"words":"marker-of-two"}' });
    access.removeForm(sent);
    expect(access.sweepForms(30 * DAY)).toEqual([]);
    later(30 * DAY + 1);
    expect(access.sweepForms(30 * DAY)).toEqual(['bbbbbb']);
    expect(access.begun()).toEqual([]);
    for (const part of ['', '-wal']) {
      const bytes = (await readFile(`${file}${part}`).catch(() => Buffer.of())).toString('latin1');
      expect(bytes.includes('marker-of-')).toBe(false);
    }
    access.close();
  });
});
