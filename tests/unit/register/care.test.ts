import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeEach, describe, expect, test } from 'vitest';
import { approve } from '#intake/approve.ts';
import { taskDone, tasks } from '#cli/care.ts';
import { stateOf } from '#state/state.ts';
import { withdraw } from '#withdrawal/withdraw.ts';
import { Register } from '#register/register.ts';
import { openRecord, smallArchive } from '#support/small-archive.ts';

let register: Register;
const NOW = Date.parse('2026-06-01T12:00:00Z');
const story = { contribution: 'bread01', person: 'p1' };
const facilitator = { actorRole: 'facilitator' };

beforeEach(async () => {
  process.env['ARCHIVE_STATE'] = await mkdtemp(join(tmpdir(), 'care-'));
  register = Register.open(stateOf('content').register, () => NOW);
});

const due = (day: string, within: number) =>
  register.tasks({ day, within }).map(({ dueOn, person }) => `${dueOn} ${person}`);

describe('asking tellers how they are', () => {
  test('falls due two weeks after the first day in public and on that day each year', () => {
    register.notePublished({ ...story, ...facilitator, on: '2026-06-20' });
    expect(due('2026-06-20', 13)).toEqual([]);
    expect(due('2026-06-20', 14)).toEqual(['2026-07-04 p1']);
    expect(due('2026-06-20', 800)).toEqual(['2026-07-04 p1', '2027-06-20 p1', '2028-06-20 p1']);
  });

  test('counts from the first day, however often it is published', () => {
    register.notePublished({ ...story, ...facilitator, on: '2026-06-20' });
    register.notePublished({ ...story, ...facilitator, on: '2026-09-01' });
    expect(register.events()).toHaveLength(1);
    expect(due('2026-10-01', 0)).toEqual(['2026-07-04 p1']);
  });

  test('of what is over only the last is left, and one visit makes up for the older ones', () => {
    register.notePublished({ ...story, ...facilitator, on: '2024-02-29' });
    expect(due('2026-11-22', 30)).toEqual(['2026-02-28 p1']);
    const [open] = register.tasks({ day: '2026-11-22', within: 0 });
    expect(register.taskDone({ key: open!.key, day: '2026-11-22' })).toBe(true);
    expect(register.taskDone({ key: open!.key, day: '2026-11-22' })).toBe(false);
    expect(due('2026-11-22', 30)).toEqual([]);
    expect(due('2026-11-22', 100)).toEqual(['2027-02-28 p1']);
  });

  test('stops for somebody who was forgotten, and for a piece that was taken down as a whole', () => {
    for (const person of ['p1', 'p2'])
      register.notePublished({ ...facilitator, contribution: 'bread01', person, on: '2026-06-20' });
    const person = { contribution: 'bread01', person: 'p1' };
    register.note({ ...facilitator, ...person, event: 'withdrawn', detail: ['f1'] });
    expect(due('2026-07-04', 0)).toEqual(
      expect.arrayContaining(['2026-07-04 p1', '2026-07-04 p2']),
    );
    register.savePerson({ id: 'x1', contact: 'c' });
    register.linkPerson(person, 'x1');
    register.forgetPerson(person);
    expect(due('2026-07-04', 0)).toEqual(['2026-07-04 p2']);
    register.note({ ...facilitator, contribution: 'bread01', event: 'withdrawn' });
    expect(due('2027-07-04', 0)).toEqual([]);
  });

  test('is listed by id and safe way; names and contacts only when they are asked for', async () => {
    const archive = await smallArchive();
    await archive.story('bread01', openRecord());
    await archive.story('paper01', openRecord({ example: true }));
    await archive.story('given01', openRecord({}, { method: 'licence' }));
    await archive.story('draft01', openRecord({ published_on: undefined }));
    await approve({ content: archive.content, ids: 'all' });
    register.savePerson({ id: 'x1', name: 'Amina', contact: '020', safeWay: 'text, no names' });
    register.linkPerson(story, 'x1');
    const input = { content: archive.content, day: '2026-07-01', within: 30, contacts: false };
    const without = await tasks(input);
    expect(without.lines).toHaveLength(1);
    expect(without.lines[0]).toMatch(/^[0-9a-f]{10} {2}2026-07-04 {2}ask p1 of bread01/);
    expect(without.lines[0]).toContain('text, no names');
    expect(JSON.stringify(without)).not.toMatch(/Amina|020/);
    const shown = await tasks({ ...input, contacts: true });
    expect(shown.lines[0]).toMatch(/Amina; 020$/);
    const key = without.lines[0]?.slice(0, 10) ?? '';
    expect(await taskDone({ ...input, key })).toMatchObject({ exit: 0 });
    expect(await taskDone({ ...input, key })).toMatchObject({ exit: 1 });
    expect((await tasks(input)).lines).toEqual(['Nothing to do within 30 days.']);
    expect(register.events().at(-1)).toMatchObject({ ...story, event: 'check-in-done' });
  });

  test('says nothing of a piece whose folder is gone', async () => {
    const archive = await smallArchive();
    await archive.story('bread01', openRecord());
    const input = { content: archive.content, day: '2026-07-10', within: 0, contacts: false };
    expect((await tasks(input)).lines).toHaveLength(1);
    await withdraw({ content: archive.content, id: 'bread01', day: '2026-07-10' });
    expect((await tasks(input)).lines).toEqual(['Nothing to do within 0 days.']);
  });
});
