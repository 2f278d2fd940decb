import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { Access, accessFile } from '#register/access.ts';
import { stateOf } from '#state/state.ts';
import { archive } from '#support/run-archive.ts';
import { smallArchive } from '#support/small-archive.ts';

let content: string;

beforeAll(async () => {
  ({ content } = await smallArchive());
  process.env['ARCHIVE_STATE'] = await mkdtemp(join(tmpdir(), 'state-'));
});

async function invite(...args: readonly string[]) {
  const { exit, out } = await archive(['invite', '--content', content, '--json', ...args]);
  return { exit, data: JSON.parse(out) as Readonly<Record<string, unknown>> };
}
const codeIn = (address: unknown): string =>
  new URL(String(address)).searchParams.get('code') ?? '';

describe('invite', () => {
  test('prints a link that opens the form once, in the language that was said, and notes it', async () => {
    const { exit, data } = await invite('--language', 'ur', '--origin', 'https://stories.example');
    expect(exit).toBe(0);
    expect(String(data['address'])).toMatch(
      /^https:\/\/stories\.example\/share\/\?code=[\w-]+&lang=ur$/,
    );
    const access = Access.open(accessFile(stateOf(content).desk), Date.now);
    const token = codeIn(data['address']);
    expect(access.invitationFor(token)).toMatchObject({ role: 'contributor', use: 'single' });
    expect(access.signIn(token, 1000)).toBeDefined();
    expect(access.signIn(token, 1000)).toBeUndefined();
    access.close();
  });

  test('lists what there is without a link, and stops one by its key', async () => {
    const { data: made } = await invite('--group', '--days', '3');
    const listed = await archive(['invite', '--content', content, '--list']);
    expect(listed.out).toContain(String(made['key']));
    expect(listed.out).not.toContain(codeIn(made['address']));
    expect((await invite('--stop', String(made['key']))).exit).toBe(0);
    expect((await invite('--stop', String(made['key']))).exit).toBe(1);
    const access = Access.open(accessFile(stateOf(content).desk), Date.now);
    expect(access.invitationFor(codeIn(made['address']))).toBeUndefined();
    access.close();
  });

  test.each([
    ['--role', 'owner'],
    ['--role', 'constructor'],
    ['--language', 'xx'],
    ['--days', '0'],
    ['--days', '1.5'],
    ['--days', '4000'],
  ])('makes nothing of %s %s', async (option, value) => {
    const before = (await invite('--list')).data['invitations'];
    expect((await invite(option, value)).exit).toBe(2);
    expect((await invite('--list')).data['invitations']).toEqual(before);
  });

  test('stops nothing that is not there', async () => {
    expect((await invite('--stop', 'nothing')).exit).toBe(1);
  });
});
