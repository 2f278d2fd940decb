import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { WrongCodes } from '#register/wrong-codes.ts';
import { CodeLimits } from '#server/code-limits.ts';
import { clientOf, neighbourhoodsOf, trustedProxies } from '#server/site/client-address.ts';
import { openRecord } from '#support/small-archive.ts';
import { DESK_DAY, type SmallDesk, smallDesk } from '#support/small-desk.ts';

const ID = 'older01';
const MINUTE = 60_000;
let desk: SmallDesk;
let code: string;
const waited: number[] = [];

beforeAll(async () => {
  desk = await smallDesk((archive) => archive.story(ID, openRecord()));
  code = desk.register.issueReceipt({ contribution: ID, person: 'p1', day: DESK_DAY });
});
beforeEach(() => {
  // What was counted before is over.
  desk.clock.now += 20 * MINUTE;
  waited.length = 0;
  desk.clock.wait = async (ms) => void waited.push(ms);
});

const send = (tried: string, address: string) =>
  desk.open.handle(
    new Request('http://desk.test/withdraw/', {
      method: 'POST',
      body: new URLSearchParams({ code: tried }),
    }),
    { address, isSecure: false },
  );

describe('a right code', () => {
  test('opens at once, however many wrong ones come from everywhere else', async () => {
    for (let from = 1; from <= 30; from += 1)
      for (let tried = 0; tried < 10; tried += 1)
        expect((await send(`wrong${tried}`, `198.51.100.${from}`)).status).toBe(404);
    waited.length = 0;
    expect((await send(code, '203.0.113.1')).status).toBe(200);
    expect(waited).toEqual([]);
  });

  test('opens from where many wrong ones come from, after a wait that has an end', async () => {
    for (let tried = 0; tried < 60; tried += 1) await send('wrong', '192.0.2.7');
    waited.length = 0;
    expect((await send(code, '192.0.2.7')).status).toBe(200);
    expect(waited).toHaveLength(1);
    expect(waited[0]).toBeLessThanOrEqual(10_000);
  });

  test('costs nothing, so that somebody may use theirs as often as they like', async () => {
    for (let time = 0; time < 30; time += 1)
      expect((await send(code, '192.0.2.9')).status).toBe(200);
    expect(waited).toEqual([]);
  });
});

describe('guessing', () => {
  test('costs more with each wrong code, and the wait is over with the quarter of an hour', async () => {
    for (let tried = 0; tried < 16; tried += 1) await send('wrong', '192.0.2.7');
    expect(waited).toEqual([1_000, 2_000, 4_000, 8_000, 10_000, 10_000]);
    desk.clock.now += 15 * MINUTE + 1;
    waited.length = 0;
    await send('wrong', '192.0.2.7');
    expect(waited).toEqual([]);
  });

  test('of many at once from one address is no faster: they wait behind each other, and few may', async () => {
    const let_go: (() => void)[] = [];
    const limits = new CodeLimits({
      now: () => 0,
      wait: () => new Promise<void>((done) => let_go.push(done)),
    });
    const turns = Array.from({ length: 100 }, () => limits.turn('192.0.2.7'));
    let [open, busy] = [0, 0];
    for (const turn of turns) void turn.then((may) => (may === undefined ? busy++ : open++));
    for (let step = 0; step < 50; step += 1) await Promise.resolve();
    // Ten are free; one is waiting, four stand behind it, and the rest are told to come again.
    expect([open, busy, let_go.length]).toEqual([10, 85, 1]);
    for (let left = 0; left < 5; left += 1) {
      let_go[left]?.();
      await new Promise((done) => setImmediate(done));
    }
    expect([open, busy, let_go.length]).toEqual([15, 85, 5]);
  });

  test('is counted on by a new start, and no address stands in any file', async () => {
    for (let tried = 0; tried < 12; tried += 1) await send('wrong', '192.0.2.77');
    expect(waited).toEqual([1_000, 2_000]);
    const kept = await Promise.all(
      ['', '-wal'].map((part) =>
        readFile(join(desk.folder, `access.sqlite${part}`), 'latin1').catch(() => ''),
      ),
    );
    expect(kept.join('')).not.toContain('192.0.2.77');
    waited.length = 0;
    const { desk: next } = await desk.again();
    await next.limits.turn('192.0.2.77');
    expect(waited).toEqual([4_000]);
    await next.limits.turn('192.0.2.78');
    expect(waited).toEqual([4_000]);
  });

  test('is forgotten with its quarter of an hour, and its key with the day', async () => {
    const { access } = desk.open.desk;
    const rows = (table: string) => {
      const db = new DatabaseSync(join(desk.folder, 'access.sqlite'), { readOnly: true });
      const all = db.prepare(`SELECT * FROM ${table}`).all();
      db.close();
      return all;
    };
    for (let tried = 0; tried < 3; tried += 1) await send('wrong', '192.0.2.7');
    const [first] = rows('limit_keys');
    desk.clock.now += 15 * MINUTE + 1;
    await send('wrong', '198.51.100.1');
    expect(rows('wrong_codes')).toHaveLength(1);
    expect(rows('limit_keys')).toEqual([first]);
    desk.clock.now += 24 * 60 * MINUTE;
    expect(access.wrongCodes.since('198.51.100.1', 0)).toEqual([]);
    expect(rows('limit_keys')).not.toEqual([first]);
    expect(rows('wrong_codes')).toEqual([]);
  });

  test('while nothing can be kept is counted in memory, and a right code opens', async () => {
    const broken = new DatabaseSync(':memory:');
    const kept = new WrongCodes(broken, () => 0);
    const slow: number[] = [];
    const limits = new CodeLimits({ now: () => 0, wait: async (ms) => slow.push(ms), kept });
    for (let tried = 0; tried < 11; tried += 1) await limits.turn('192.0.2.7');
    expect(slow).toEqual([1_000]);
    (await limits.turn('192.0.2.8'))?.right();
    expect(slow).toEqual([1_000]);
  });

  test('with all addresses of one IPv6 line, or of one customer, counts as one', async () => {
    for (let host = 1; host <= 12; host += 1)
      await send('wrong', `2001:db8:1:2::${host.toString(16)}`);
    expect(waited).toEqual([1_000, 2_000]);
    waited.length = 0;
    for (let line = 0; line < 60; line += 1)
      await send('wrong', `2001:db8:7:${line.toString(16)}::1`);
    expect(waited.length).toBeGreaterThan(10);
    waited.length = 0;
    expect((await send(code, '2001:db8:9::1')).status).toBe(200);
    expect(waited).toEqual([]);
  });

  test('every way of writing an IPv6 address leads to the same line', () => {
    const keys = [
      '2001:db8::1',
      '2001:0DB8:0000:0:0:0:0:2',
      '2001:db8::0:3',
      '2001:db8::1.2.3.4',
    ].map((each) => neighbourhoodsOf(each)[0]?.key);
    expect(new Set(keys)).toEqual(new Set(['2001:db8:0:0/64']));
    expect(neighbourhoodsOf('::')[0]?.key).toBe('0:0:0:0/64');
  });
});

describe('who asks', () => {
  const asker = (direct: string, headers: Record<string, string>, setting?: string) => {
    const proxies = trustedProxies(setting);
    if (proxies === undefined) throw new Error('The setting could not be read.');
    return clientOf({ direct, headers: new Headers(headers), proxies });
  };

  test('is not who a header claims, unless a trusted proxy wrote it', () => {
    const claim = { 'X-Forwarded-For': '10.9.9.9', 'X-Forwarded-Proto': 'https' };
    expect(asker('203.0.113.9', claim)).toEqual({ address: '203.0.113.9', isSecure: false });
    expect(asker('::ffff:127.0.0.1', claim)).toEqual({ address: '10.9.9.9', isSecure: true });
    expect(asker('10.0.0.5', claim)).toEqual({ address: '10.0.0.5', isSecure: false });
    expect(asker('10.0.0.5', claim, '10.0.0.0/24')).toEqual({
      address: '10.9.9.9',
      isSecure: true,
    });
    expect(asker('127.0.0.1', claim, 'none')).toEqual({ address: '127.0.0.1', isSecure: false });
  });

  test('is the last stranger before our proxies, whatever was written in front', () => {
    const forwarded = (list: string) => ({ 'X-Forwarded-For': list });
    const of = (list: string) => asker('127.0.0.1', forwarded(list), '10.0.0.5').address;
    expect(of('1.1.1.1, 198.51.100.7')).toBe('198.51.100.7');
    expect(of('1.1.1.1, 198.51.100.7:4711, 10.0.0.5')).toBe('198.51.100.7');
    expect(of('unknown, [2001:db8::7]:443, 127.0.0.1')).toBe('2001:db8::7');
    expect(of('nonsense')).toBe('127.0.0.1');
  });

  test('a setting that cannot be read is told and not guessed', () => {
    for (const setting of ['proxy.example', '10.0.0.0/64', '10.0.0.1/0', '::/x'])
      expect(trustedProxies(setting)).toBeUndefined();
  });
});
