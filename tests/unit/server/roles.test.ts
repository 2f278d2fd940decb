import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { ACTIONS, DESK_ROLES, mayDo } from '#server/roles.ts';

const SERVER = readdirSync('src/server', { recursive: true, encoding: 'utf8' })
  .filter((name) => name.endsWith('.ts'))
  .map((name) => readFileSync(join('src/server', name), 'utf8'))
  .join('\n');

describe.each(ACTIONS)('the action %s', (action) => {
  test('is asked for before something is done', () => {
    const asked = `(?:needs: |mayDo\\([^)]*, |need\\([^)]*, )'${action}'`;
    // One question for all of these: whom somebody may let in.
    const isInviting = action.startsWith('invite-') && SERVER.includes('mayDo(role, `invite-${');
    expect(isInviting || new RegExp(asked).test(SERVER)).toBe(true);
  });

  test('may be done by nobody who is not known', () => {
    for (const role of [undefined, '', 'Admin', 'constructor', 'length'])
      expect(mayDo(role, action)).toBe(false);
  });
});

test('every role may do something, and none may do what has no row', () => {
  for (const role of DESK_ROLES) {
    expect(ACTIONS.some((action) => mayDo(role, action))).toBe(true);
    for (const other of ['toString', '__proto__', 'delete-everything'])
      expect(mayDo(role, other as 'read')).toBe(false);
  }
});
