import { describe, expect, test } from 'vitest';
import { saidOf } from '#cli/words/fault.ts';
import { Fault } from '#records/fault.ts';
import { GitError } from '#repository/git.ts';

const SECRET = 'Asha Begum, 4 Plum Road';

describe('what whoever runs the archive is told of a fault', () => {
  test('is in words, with the facts that the room gave', () => {
    const told = saidOf(new Fault('hide-list-not-written', { id: 'bread01', folder: '/srv/desk' }));
    expect(told).toContain('bread01 could not be put on the hide list in /srv/desk');
    expect(told).toContain('Nothing was changed.');
  });

  test('of git is its command and exit, and not what git said', () => {
    expect(saidOf(new GitError('update-ref', 128, Buffer.from(SECRET)))).toBe(
      'git update-ref did not succeed (exit 128).',
    );
  });

  test('is the first line of what another fault of ours says', () => {
    expect(saidOf(new Error('The list is not here.\n    at x'))).toBe('The list is not here.');
  });

  test('is its kind alone where its words can quote what was being read', () => {
    let fault: unknown;
    try {
      JSON.parse(SECRET);
    } catch (error) {
      fault = error;
    }
    expect(saidOf(fault)).toMatch(/nobody foresaw \(SyntaxError\)/);
    expect(saidOf(fault)).not.toContain('Asha');
    expect(saidOf(SECRET)).not.toContain('Asha');
  });
});
