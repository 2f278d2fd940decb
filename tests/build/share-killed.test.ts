import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { recordForm } from '#repository/record-text.ts';
import { photographWith } from '#support/media-made-here.ts';
import { cookieIn, type KilledDesk, killDesk, startDesk } from '#support/killed-desk.ts';
import { archive } from '#support/run-archive.ts';
import { digestIn } from '#support/share-form.ts';
import { openRecord, smallArchive } from '#support/small-archive.ts';
import { DESK_DAY, gitIn } from '#support/small-desk.ts';
import { until } from '#support/until.ts';

const LIMIT = 3_600_000;

/** How many times the archive is killed while people write: a covering sample, or all of it with PROVE=1. */
const KILLS = process.env['PROVE'] === '1' ? 100 : 1;

/** The moments of the kills come from this number, so that a failure can be looked at again: KILL_SEED=… */
const SEED = Number(process.env['KILL_SEED'] ?? 20_261_201);

/** So many write at the same time. */
const WRITERS = 3;

/** What somebody was told is kept, of one form; by their cookie, which outlasts a start. */
interface Told {
  readonly cookie: string;
  words?: string;
  hasPicture?: boolean;
  code?: string;
  /** Words that were put in their place, of which nobody was told yet that they are kept. */
  others?: string;
}

let content: string;
let first: string;
let picture: Uint8Array<ArrayBuffer>;
let token = '';
let running: KilledDesk | undefined;
const told: Told[] = [];

beforeAll(async () => {
  const made = await smallArchive();
  ({ content } = made);
  await made.story('older01', openRecord());
  expect((await archive(['approve', '--all', '--content', content])).exit).toBe(0);
  const git = gitIn(dirname(content));
  git('init', '-q', '-b', 'main');
  git('add', '-A');
  git('commit', '-q', '-m', 'Begin');
  process.env['ARCHIVE_STATE'] = await mkdtemp(`${tmpdir()}/killed-`);
  first = `${process.env['ARCHIVE_STATE']}-first`;
  const args = ['build', '--content', content, '--out', first, '--today', DESK_DAY];
  expect((await archive(args)).out).toContain('nothing withheld found');
  picture = new Uint8Array(await photographWith('killed', 7));
});
afterAll(() => kill());

function kill(): void {
  const { child } = running ?? {};
  running = undefined;
  killDesk(child);
}

async function start(): Promise<KilledDesk> {
  running = await startDesk(content, first);
  return running;
}

function ask(
  { origin }: KilledDesk,
  path: string,
  cookie: string,
  body?: URLSearchParams | FormData,
) {
  const method = body === undefined ? 'GET' : 'POST';
  const headers = { cookie, 'sec-fetch-site': 'same-origin' };
  return fetch(`${origin}${path}`, { method, headers, body: body ?? null, redirect: 'manual' });
}

const fields = (of: Record<string, string>) => new URLSearchParams(of);

/** A link for a group, made at the desk; it goes on opening after each start. */
async function invite(one: KilledDesk): Promise<string> {
  const asked = { do: 'make', role: 'contributor', use: 'group', language: 'en', days: '30' };
  const page = await (await ask(one, '/desk/invitations/', one.cookie, fields(asked))).text();
  return /\/share\/\?code=([\w-]+)/.exec(page)?.[1] ?? '';
}

/** Writes, adds a photograph, looks and sends, again and again; notes what was acknowledged, until nobody answers. */
async function write(one: KilledDesk, name: string): Promise<never> {
  for (let at = 0; ; at += 1) {
    const entered = await ask(one, '/share/', '', fields({ act: 'enter', token }));
    const mine: Told = { cookie: cookieIn(entered) };
    expect(mine.cookie).not.toBe('');
    await ask(one, '/share/', mine.cookie, fields({ act: 'begin' }));
    told.push(mine);
    const words = `Words ${name} ${at}`;
    const saved = await ask(one, '/share/words/', mine.cookie, fields({ words }));
    expect(saved.status).toBe(303);
    mine.words = words;
    const file = new FormData();
    file.set('file', new Blob([picture]), 'a.jpg');
    const taken = await ask(one, '/share/files/pictures/', mine.cookie, file);
    expect(taken.status).toBe(303);
    mine.hasPicture = true;
    const page = await (await ask(one, '/share/look/', mine.cookie)).text();
    const seen = fields({ seen: 'yes', digest: digestIn(page) });
    const sent = await (await ask(one, '/share/look/', mine.cookie, seen)).text();
    mine.code = /([0-9A-Z]{5}-[0-9A-Z]{5})/.exec(sent)?.[1] ?? '';
    expect(mine.code).not.toBe('');
    await change(one, mine, `${words}, changed`);
  }
}

/** What was sent is changed, and sent again. */
async function change(one: KilledDesk, mine: Told, words: string): Promise<void> {
  const { cookie } = mine;
  const [, own = ''] =
    /"(\/mine\/[a-z0-9]+\/)"/.exec(await (await ask(one, '/mine/', cookie)).text()) ?? [];
  const at = own === '' ? ((await ask(one, '/mine/', cookie)).headers.get('location') ?? '') : own;
  expect((await ask(one, at, cookie, fields({ act: 'change' }))).status).toBe(303);
  mine.others = words;
  expect((await ask(one, '/share/words/', cookie, fields({ words }))).status).toBe(303);
  const page = await (await ask(one, '/share/look/', cookie)).text();
  const seen = fields({ seen: 'yes', digest: digestIn(page) });
  const sent = await (await ask(one, '/share/look/', cookie, seen)).text();
  expect(sent).toMatch(/[0-9A-Z]{5}-[0-9A-Z]{5}/);
  mine.words = words;
  delete mine.others;
}

const git = (...args: string[]) => gitIn(dirname(content))(...args);

function refs(below: string): readonly string[] {
  const names = git('for-each-ref', '--format=%(refname)', below).split('\n').filter(Boolean);
  return names.map((name) => name.slice(below.length));
}

type Drafts = ReadonlyMap<string, { readonly id: string; readonly record: unknown }>;

/** Every draft by its words. */
function draftsNow(): Drafts {
  const all = refs('refs/heads/cms/stories/').map((id) => {
    const path = `content/stories/${id}/story.md`;
    const form = recordForm(git('show', `cms/stories/${id}:${path}`), path);
    expect(form).toBeDefined();
    return [form?.words ?? '', { id, record: form?.record }] as const;
  });
  expect(new Set(all.map(([words]) => words)).size).toBe(all.length);
  return new Map(all);
}

/** All that this one was told is kept is there: in the draft where it was sent, and otherwise in their form. */
async function isKept(one: KilledDesk, drafts: Drafts, told: Told): Promise<void> {
  const { cookie, words, hasPicture, code, others = '' } = told;
  if (words === undefined) return;
  const sent = drafts.get(words) ?? drafts.get(others);
  if (code !== undefined) {
    expect(sent, words).toBeDefined();
    const entered = await ask(one, '/mine/', '', fields({ code }));
    expect([words, entered.headers.get('location')]).toEqual([words, `/mine/${sent?.id}/`]);
  }
  const page = await (await ask(one, '/share/pictures/', cookie)).text();
  const [, src] = /src="(\/share\/files\/[^"]+)"/.exec(page) ?? [];
  if (sent !== undefined) {
    if (hasPicture) expect(sent.record, words).toMatchObject({ photos: [{ file: 'f1.jpg' }] });
    const shown = await ask(one, `/stories/${sent.id}/`, '');
    expect([words, shown.status]).toEqual([words, 404]);
    return;
  }
  expect(await (await ask(one, '/share/words/', cookie)).text()).toContain(words);
  if (hasPicture) expect((await ask(one, src ?? '', cookie)).status).toBe(200);
}

function numbers(seed: number): () => number {
  let at = seed;
  return () => {
    at = (at * 1_664_525 + 1_013_904_223) % 4_294_967_296;
    return at / 4_294_967_296;
  };
}

test(
  `killed ${KILLS} times while people write, upload, send and change, the archive loses nothing it acknowledged`,
  async () => {
    process.stderr.write(`Killed ${KILLS} times, at moments from KILL_SEED=${SEED}.\n`);
    const random = numbers(SEED);
    let one = await start();
    token = await invite(one);
    expect(token).not.toBe('');
    for (let round = 0; round < KILLS; round += 1) {
      const before = told.length;
      const names = Array.from({ length: WRITERS }, (_, by) => `${round}.${by}`);
      const work = names.map((name) => write(one, name).catch((error: unknown) => error as Error));
      const has = (of: readonly Told[]) => of.some(({ code }) => code !== undefined);
      // In each second round something was sent to its end; in the others words were kept.
      const isEnough = () => {
        const own = told.slice(before);
        return round % 2 === 0 ? has(own) : own.some(({ words }) => words !== undefined);
      };
      await until(() => isEnough() || one.child.exitCode !== null);
      const after = Math.round(random() * 1_500);
      await wait(after);
      kill();
      for (const { message } of await Promise.all(work))
        expect(message).toMatch(/fetch failed|terminated|closed|reset/i);
      one = await start();
      const drafts = draftsNow();
      for (const each of told.slice(before)) await isKept(one, drafts, each);
      expect(refs('refs/heads/cms/')).toEqual(refs('refs/archive/workflow/'));
      const sent = told.filter(({ code }) => code !== undefined).length;
      process.stderr.write(`Kill ${round + 1}: after ${after} ms; ${sent} sent so far.\n`);
    }
    // None of it was forgotten by a later start either.
    const drafts = draftsNow();
    for (const each of told) await isKept(one, drafts, each);
    const audited = await archive(['audit', first, '--content', content]);
    expect([audited.exit, audited.out]).toEqual([0, expect.any(String)]);
    expect(told.some(({ code }) => code !== undefined)).toBe(true);
  },
  LIMIT,
);
