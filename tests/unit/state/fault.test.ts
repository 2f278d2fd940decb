import { describe, expect, test } from 'vitest';
import { Fault } from '#records/fault.ts';
import { ConflictError } from '#repository/repository.ts';
import { frontDoor } from '#server/site/front-door.ts';
import { isDebug, kindOf, placesOf } from '#state/fault.ts';

const SECRET = 'Asha Begum, 4 Plum Road';

/** What a record holds, in every form in which a message could carry it past a reader of stacks. */
const FAULTS: Readonly<Record<string, () => Error>> = {
  'on one line': () => new Error(SECRET),
  'over several lines': () => new Error(`first\n${SECRET}\n    ${SECRET}`),
  'in the form of a place': () => new Error(`x\n    at ${SECRET} (/srv/x.ts:1:1)`),
  'in the form of a place, at the end': () => new Error(`x\n    at /srv/Asha-Begum.ts:1:1`),
  'quoted by a reader of JSON': () => thrownBy(() => JSON.parse(`{"name": ${SECRET}}`)),
  'in the name': () => Object.assign(new Error('x'), { name: `${SECRET}\n    at /a.ts:1:1` }),
  'in a cause': () => new Error('x', { cause: new Error(SECRET) }),
  'as the cause of itself': () => {
    const error = new Error(SECRET);
    error.cause = error;
    return error;
  },
  'changed later': () => {
    const error = new Error(`x\n    at /srv/Asha-Begum.ts:1:1`);
    error.message = 'another';
    return error;
  },
};

function thrownBy(work: () => unknown): Error {
  try {
    work();
  } catch (error) {
    return error as Error;
  }
  throw new Error('nothing was thrown');
}

describe('where something failed', () => {
  test.each(Object.entries(FAULTS))('is told without what it says: %s', (_how, make) => {
    const told = [kindOf(make()), ...placesOf(make())].join('\n');
    expect(told).not.toMatch(/Asha|Begum|Plum/);
  });

  test('is told as places in files of the program', () => {
    const places = placesOf(new Error(SECRET));
    expect(places[0]).toMatch(/^ {4}at .*fault\.test\.ts:\d+:\d+\)?$/);
    expect(places.every((line) => line.startsWith('    at '))).toBe(true);
    for (const words of ['', 'E', 'at', 'fault'])
      expect(placesOf(new Error(words))).toHaveLength(places.length);
  });

  test('is told for what caused it too', () => {
    const error = new Error('x', { cause: new TypeError('y') });
    expect(placesOf(error)).toContain('  caused by TypeError');
    expect(placesOf('no error at all')).toEqual([]);
  });

  test('a fault of a room is of the kind that its code says', () => {
    expect(kindOf(new Fault('overtaken', {}))).toBe('overtaken');
    expect(kindOf(new ConflictError())).toBe('overtaken');
  });

  test('is wanted only where ARCHIVE_DEBUG is 1', () => {
    expect([{}, { ARCHIVE_DEBUG: '0' }, { ARCHIVE_DEBUG: '1' }].map(isDebug)).toEqual([
      false,
      false,
      true,
    ]);
  });
});

describe.each([false, true])('a fault of the server, debug %s', (debug) => {
  test('shows places to whoever runs it only then, and content to nobody', async () => {
    const reported: string[] = [];
    const door = frontDoor({
      answer: () => Promise.reject(new Error(SECRET)),
      isSignedIn: async () => false,
      report: (line) => void reported.push(line),
      debug,
    });
    const answer = await door(new Request('http://desk.test/stories/x/'));
    const [first, ...places] = reported;
    expect(first).toBe('An answer failed: GET /stories: Error');
    expect(places.some((line) => line.includes('fault.test.ts'))).toBe(debug);
    expect(places.length > 0).toBe(debug);
    expect((await answer.text()) + reported.join()).not.toMatch(/Asha|fault\.test\.ts:\d+.*<\/p>/);
  });
});
