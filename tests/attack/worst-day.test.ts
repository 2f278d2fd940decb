import { execFileSync, spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { beforeEach, describe, expect, test } from 'vitest';
import { registerUnreadableWords } from '#cli/words/register.ts';
import type { Commands } from '#server/commands.ts';
import { stateOf } from '#state/state.ts';
import { DailyBuild } from '#server/daily-build.ts';
import { Register } from '#register/register.ts';
import { openRecord } from '#support/small-archive.ts';
import { DESK_DAY, NOT_BUILT, signingIn, type SmallDesk, smallDesk } from '#support/small-desk.ts';

const ID = 'older01';
let desk: SmallDesk;
let code: string;

beforeEach(() => open());

async function open(commands: Partial<Commands> = {}): Promise<void> {
  desk = await smallDesk(async (archive) => {
    await archive.story(ID, openRecord());
    await archive.story('other02', openRecord({ title: 'Soup' }));
  }, commands);
  code = desk.register.issueReceipt({ contribution: ID, person: 'p1', day: DESK_DAY });
  const { folder } = desk.open.desk.publisher.site;
  await mkdir(join(folder, 'stories', ID), { recursive: true });
  await writeFile(join(folder, 'stories', ID, 'index.html'), 'Bread whole');
}

const take = (form: Record<string, string> = { what: 'all' }) =>
  desk.open.handle(
    new Request('http://desk.test/withdraw/', {
      method: 'POST',
      body: new URLSearchParams({ code, ...form }),
    }),
  );
const pageNow = async () =>
  (await desk.open.handle(new Request(`http://desk.test/stories/${ID}/`))).status;
const liveText = () => desk.git('show', `archive:content/stories/${ID}/story.md`);
const damaged = (file: string) => writeFile(file, 'not a database at all'.repeat(400));

describe('nothing can be written', () => {
  // A file where the folder should be: no user of any machine can write into it.
  const closeList = async () => {
    await rm(join(desk.folder, 'hidden'), { recursive: true, force: true });
    await writeFile(join(desk.folder, 'hidden'), '');
  };
  beforeEach(closeList);

  test('it is hidden all the same, and the receipt says what is owed', async () => {
    // The next site is not ready while this looks: on it the piece would be gone, and not hidden.
    await open({ build: () => new Promise(() => undefined) });
    await closeList();
    const receipt = await take();
    expect(receipt.status).toBe(200);
    const said = await receipt.text();
    expect(said).toContain('It is hidden');
    expect(said).toContain('data-owed="written"');
    expect(await pageNow()).toBe(410);
    expect(desk.reported.join('\n')).toMatch(/older01 is hidden.*could not be written down/);
    expect(desk.reported.join('\n')).not.toContain('Bread');
  });

  test('it is written with the first request after it can be, and a new start knows it', async () => {
    await take();
    await rm(join(desk.folder, 'hidden'));
    expect(await pageNow()).toBe(410);
    expect(await readdir(join(desk.folder, 'hidden'))).toHaveLength(1);
    Object.assign(desk.open, await desk.again());
    await desk.open.desk.publisher.settled();
    expect(() => liveText()).toThrow();
  });
});

test('the receipt speaks of what is owed in the language of its reader', async () => {
  await rm(join(desk.folder, 'hidden'), { recursive: true, force: true });
  await writeFile(join(desk.folder, 'hidden'), '');
  const cookie = await desk.signIn();
  const answer = await desk.open.handle(
    new Request(`http://desk.test/desk/withdraw/${ID}/`, {
      method: 'POST',
      headers: { cookie, 'sec-fetch-site': 'same-origin' },
      body: new URLSearchParams({ what: 'all' }),
    }),
  );
  const said = await answer.text();
  for (const words of [
    'could not write that down',
    'لکھ کر نہیں رکھ سکا',
    'ਲਿਖ ਕੇ ਨਹੀਂ',
    'लिखकर नहीं',
  ])
    expect(said).toContain(words);
});

describe('the content cannot be read or changed', () => {
  test('the desk’s branch was deleted: it is put back where it was, and the piece goes', async () => {
    const tip = desk.git('rev-parse', 'archive');
    desk.git('update-ref', '-d', 'refs/heads/archive');
    expect((await take()).status).toBe(200);
    expect(desk.git('rev-parse', 'archive^')).toBe(tip);
    expect(() => liveText()).toThrow();
    expect(await pageNow()).toBe(410);
  });

  test('the repository is gone: it is hidden without its trace, and taken out when it is back', async () => {
    const git = join(desk.gitFolder, '.git');
    const { rename } = await import('node:fs/promises');
    await rename(git, `${git}-away`);
    const choose = await (await take({ what: '' })).text();
    expect(choose).toContain('cannot read what is in it just now');
    expect(choose.match(/type="radio"/g)).toHaveLength(1);
    const receipt = await (await take({ what: 'me' })).text();
    expect(receipt).toContain('data-owed="taken"');
    expect(await pageNow()).toBe(404);
    await rename(`${git}-away`, git);
    desk.clock.now += 2 * 60_000;
    await new DailyBuild(desk.open.desk).look();
    await desk.open.desk.publisher.settled();
    expect(() => liveText()).toThrow();
    expect(desk.open.desk.hidden.entries).toEqual([]);
  });

  test('one that cannot be finished keeps none of the others from it', async () => {
    const { withdraw } = desk.open.desk.commands;
    const faulty = await desk.again({
      build: async () => NOT_BUILT,
      withdraw: async (content, what) => {
        if (what.id === ID) throw new Error('disk full');
        return withdraw(content, what);
      },
    });
    Object.assign(desk.open, faulty);
    await take();
    await faulty.desk.hidden.add({ id: 'other02', at: '2026-11-22T11:00:00.000Z' });
    desk.clock.now += 2 * 60_000;
    await new DailyBuild(faulty.desk).look();
    const states = faulty.desk.hidden.entries.map(({ id, done }) => `${id} ${done}`).sort();
    expect(states).toEqual([`${ID} false`, 'other02 true']);
  });
});

describe('the register is damaged', () => {
  const file = () => stateOf(desk.content).register;
  const damage = async () => {
    for (const end of ['', '-wal', '-shm']) await rm(`${file()}${end}`, { force: true });
    await damaged(file());
  };
  const reopened = async () => {
    const register = Register.forServer(file(), () => desk.clock.now);
    Object.assign(desk.open, await desk.again({}, register));
    return register;
  };

  test('while it is in use: a code that was given out before still takes its piece down', async () => {
    const register = await reopened();
    expect((await take({ what: '' })).status).toBe(200);
    await damage();
    register.close();
    const receipt = await take();
    expect([receipt.status, await pageNow()]).toEqual([200, 410]);
    expect(() => liveText()).toThrow();
  });

  test('before the start: the site is served, the file is named, and what to do is said', async () => {
    await damage();
    const register = await reopened();
    expect(registerUnreadableWords(register.unreadable ?? '')).toContain(file());
    expect(await pageNow()).toBe(200);
    const answer = await take();
    expect(answer.status).toBe(503);
    expect(await answer.text()).toContain('We cannot look at codes just now');
    // For somebody who rings, it needs no register.
    const signed = await desk.open.handle(
      signingIn('http://desk.test', await desk.open.desk.signIns.invite()),
    );
    const cookie = signed.headers.get('set-cookie')?.split(';')[0] ?? '';
    const done = await desk.post('/api/withdraw', { id: ID }, cookie);
    expect([done.status, await pageNow()]).toEqual([200, 410]);
    expect(await readFile(file(), 'utf8')).toContain('not a database');
  });

  test('no page of the desk that needs it is empty', async () => {
    await damage();
    await reopened();
    const cookie = await desk.signIn();
    const care = await desk.get('/desk/care/', cookie);
    expect(care.status).toBe(500);
    expect(await care.text()).toContain('Something went wrong on our side');
    expect((await desk.get('/desk/', cookie)).status).toBe(200);
  });
});

const PRLIMIT = '/usr/bin/prlimit';

/** A real process that may write no byte any more, as on a disk that is full. */
describe.skipIf(!existsSync(PRLIMIT))('the disk is full', () => {
  interface Child {
    readonly origin: string;
    readonly limit: (bytes: string) => void;
    readonly stop: () => Promise<void>;
  }
  async function start(): Promise<Child> {
    const site = join(desk.state, 'site');
    const child = spawn(process.execPath, ['tests/support/desk-child.ts', desk.content, site], {
      env: { ...process.env, ARCHIVE_STATE: desk.state },
    });
    let said = '';
    child.stderr.on('data', (chunk) => {
      said += String(chunk);
    });
    const port = await new Promise<number>((done, fail) => {
      let told = '';
      child.stdout.on('data', (chunk) => {
        told += String(chunk);
        const found = /"port":(\d+)/.exec(told)?.[1];
        if (found !== undefined) done(Number(found));
      });
      child.on('exit', () => fail(new Error(said)));
    });
    return {
      origin: `http://localhost:${port}`,
      limit: (bytes) =>
        void execFileSync(PRLIMIT, ['--pid', String(child.pid), `--fsize=${bytes}:unlimited`]),
      stop: () =>
        new Promise((done) => {
          child.once('exit', () => done());
          child.kill('SIGKILL');
        }),
    };
  }

  test('a code hides its piece, says what is owed, and all of it is made good later', async () => {
    const one = await start();
    const page = async (from: Child) => (await fetch(`${from.origin}/stories/${ID}/`)).status;
    expect(await page(one)).toBe(200);
    one.limit('0');
    const receipt = await fetch(`${one.origin}/withdraw/`, {
      method: 'POST',
      body: new URLSearchParams({ code, what: 'all' }),
    });
    const said = await receipt.text();
    expect([receipt.status, said.includes('It is hidden')]).toEqual([200, true]);
    expect(said).toContain('data-owed="written"');
    expect(said).toContain('data-owed="taken"');
    expect(await page(one)).toBe(410);
    // Killed on that day: the name of an empty file hides it over the next start.
    await one.stop();
    const two = await start();
    expect(await page(two)).toBe(404);
    await two.stop();
    expect(dirname(desk.folder)).toContain(desk.state);
  });
});
