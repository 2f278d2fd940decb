import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openRecord } from '#support/small-archive.ts';
import { type SmallDesk, smallDesk } from '#support/small-desk.ts';

const p2 = {
  person: 'p2',
  interest: 'depicted',
  state: 'refused',
  information_sheet: 'v1',
  language: 'ur',
  method: 'paper',
  age_band: 'adult',
};
let desk: SmallDesk;

beforeAll(async () => {
  desk = await smallDesk(async ({ story, write }) => {
    const record = openRecord();
    const [p1] = record['consents'] as object[];
    await story('bread01', { ...record, consents: [p1, p2] });
    await write(
      'settings.yaml',
      'name: A small archive\nurl: https://archive.example\ncontacts:\n  - { label: Call us, kind: phone, value: "020 7946 0000" }\n',
    );
  });
});
afterAll(() => desk.register.close());

const codeIn = (page: string) => /class="code" dir="ltr">([^<]+)</.exec(page)?.[1] ?? '';

describe('receipts at the desk', () => {
  test('are printed with a fresh code each time, known to the register and noted', async () => {
    const before = desk.register.events().length;
    const answers = [
      await desk.get('/api/receipt/bread01/p1'),
      await desk.get('/api/receipt/bread01/p1'),
    ];
    const pages = await Promise.all(answers.map((answer) => answer.text()));
    const [first = '', second = ''] = pages.map(codeIn);
    expect(first).not.toBe(second);
    for (const code of [first, second])
      expect(desk.register.receiptFor(code)).toMatchObject({
        contribution: 'bread01',
        person: 'p1',
      });
    const noted = desk.register.events().slice(before);
    expect(noted.map(({ event, person }) => [event, person])).toEqual([
      ['receipt-issued', 'p1'],
      ['receipt-issued', 'p1'],
    ]);
    const [answer] = answers;
    expect(answer?.headers.get('content-security-policy')).toMatch(
      /^default-src 'none'; style-src 'sha256-/,
    );
    expect(answer?.headers.get('cache-control')).toBe('no-store');
    expect(pages[0]).toContain('020 7946 0000');
    expect(pages[0]).toContain(`https://archive.example/withdraw/?code=${first}`);
  });

  test('are for people who said yes, and only for somebody who is signed in', async () => {
    const before = desk.register.events().length;
    const refused = await desk.get('/api/receipt/bread01/p2');
    expect(refused.status).toBe(404);
    expect(refused.headers.get('content-type')).toContain('text/html');
    expect(await refused.text()).toContain('There is no receipt for this person');
    expect((await desk.get('/api/receipt/bread01/p9')).status).toBe(404);
    expect((await desk.get('/api/receipt/nothere1/p1')).status).toBe(404);
    expect((await desk.get('/api/receipt/..%2Fsettings/p1')).status).toBe(404);
    expect((await desk.get('/api/receipt/bread01/p1', 'desk=no')).status).toBe(401);
    expect(desk.register.events()).toHaveLength(before);
  });

  test('are not made for a look ahead, nor when another site asks', async () => {
    const cookie = await desk.signIn();
    const before = desk.register.events().length;
    const url = 'http://desk.test/api/receipt/bread01/p1';
    const head = await desk.open.handle(new Request(url, { method: 'HEAD', headers: { cookie } }));
    const other = await desk.open.handle(
      new Request(url, { headers: { cookie, 'sec-fetch-site': 'cross-site' } }),
    );
    expect([head.status, other.status]).toEqual([403, 403]);
    expect(desk.register.events()).toHaveLength(before);
  });

  test('speak the language that the register knows for them, before that of their consent', async () => {
    desk.register.savePerson({ id: 'x1', language: 'pa' });
    desk.register.linkPerson({ contribution: 'bread01', person: 'p1' }, 'x1');
    expect(await (await desk.get('/api/receipt/bread01/p1')).text()).toContain('<html lang="pa"');
  });
});
