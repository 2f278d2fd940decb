import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { RegisterFile } from '#register/open-file.ts';
import { Register } from '#register/register.ts';
import { STEPS } from '#register/schema.ts';

const NOW = () => Date.parse('2026-11-22T12:00:00Z');
const COPY: Parameters<Register['copies']['add']>[0] = {
  ...{ key: 'c1', use: 'research', format: 'csv', day: '2026-11-22', recipient: 'A university' },
  parts: [
    { contribution: 'bread01', part: 'f1' },
    { contribution: 'bread01', part: 'words' },
    { contribution: 'tea0001', part: 'words' },
  ],
};
let file = '';
let register: Register;

beforeEach(async () => {
  file = join(await mkdtemp(join(tmpdir(), 'copies-')), 'register.sqlite');
  register = Register.open(file, NOW);
});
afterEach(() => register.close());

const events = () => register.events().map(({ event, contribution }) => [event, contribution]);

describe('copies that others have', () => {
  test('are found by each piece in them until they are destroyed, and the log names no one', () => {
    register.copies.add(COPY);
    expect(register.copies.all()).toEqual([{ ...COPY, destroyedOn: undefined }]);
    expect(register.copies.holding('tea0001').map(({ key }) => key)).toEqual(['c1']);
    expect(register.copies.holding('other01')).toEqual([]);
    expect(register.copies.destroyed({ key: 'c1', day: '2026-12-01' })).toBe(true);
    expect(register.copies.destroyed({ key: 'c1', day: '2026-12-02' })).toBe(false);
    expect(register.copies.holding('tea0001')).toEqual([]);
    expect(register.copies.all()[0]?.destroyedOn).toBe('2026-12-01');
    expect(events()).toEqual([
      ['copy-written-down', 'bread01'],
      ['copy-written-down', 'tea0001'],
      ['copy-destroyed', 'bread01'],
      ['copy-destroyed', 'tea0001'],
    ]);
    expect(JSON.stringify(register.events())).not.toContain('university');
    expect(register.verifyChain()).toEqual({ ok: true });
  });

  test('are written down whole or not at all', () => {
    const twice = { ...COPY, parts: [...COPY.parts, { contribution: 'tea0001', part: 'words' }] };
    expect(() => register.copies.add(twice)).toThrow();
    expect(() => register.copies.add({ ...COPY, recipient: 'A\u0007' })).toThrow('character');
    expect([register.copies.all(), events()]).toEqual([[], []]);
  });

  test('that never came to be are gone, and that stays in the log', () => {
    register.copies.add(COPY);
    register.copies.drop('c1');
    expect(register.copies.all()).toEqual([]);
    expect(events().slice(2)).toEqual([
      ['copy-not-made', 'bread01'],
      ['copy-not-made', 'tea0001'],
    ]);
  });

  test('can be written into a register that was made before there were any', async () => {
    const older = join(await mkdtemp(join(tmpdir(), 'copies-')), 'register.sqlite');
    RegisterFile.open(older, STEPS.slice(0, 1)).close();
    const opened = Register.open(older, NOW);
    opened.copies.add(COPY);
    expect(opened.copies.all()).toHaveLength(1);
    opened.close();
  });
});
