import { cp, mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { stringify } from 'yaml';
import { approve } from '#intake/approve.ts';
import { build } from '#cli/build.ts';
import { buildRecordOf } from '#hosting/build-record.ts';
import { deskOver } from '#cli/open-desk.ts';
import { repositoryOf } from '#state/content-source.ts';
import { stateOf } from '#state/state.ts';
import { Register } from '#register/register.ts';
import { openRecord } from '#support/small-archive.ts';
import { gitIn } from '#support/small-desk.ts';

const DAY = '2026-11-22';
/** In exhibitions, lists, the feed and search, and with pictures. */
const ID = 'g1sepw6z';
const EXAMPLES = 24;

interface Row {
  readonly pieces: number;
  /** Seconds. */
  readonly hidden: number;
  readonly receipt: number;
  readonly rebuilt: number;
  readonly firstBuild: number;
}

/**
 * `npm run bench -- withdrawal [24 1291 10000]`: from the click to hidden, to the receipt, and to the
 * site made again and proved. The example archive, filled up with pieces of words only.
 */
export async function benchWithdrawal(sizes: readonly number[]): Promise<void> {
  const rows: Row[] = [];
  for (const pieces of sizes) rows.push(await measure(pieces));
  say('pieces   first build   click to hidden   to receipt   to rebuilt and audited');
  for (const { pieces, firstBuild, hidden, receipt, rebuilt } of rows)
    say(
      [
        String(pieces).padStart(6),
        `${firstBuild.toFixed(1)} s`.padStart(13),
        `${hidden.toFixed(2)} s`.padStart(17),
        `${receipt.toFixed(2)} s`.padStart(12),
        `${rebuilt.toFixed(1)} s`.padStart(24),
      ].join(' '),
    );
}

async function measure(pieces: number): Promise<Row> {
  const home = await mkdtemp(join(tmpdir(), 'bench-withdrawal-'));
  process.env['ARCHIVE_STATE'] = join(home, 'state');
  const content = join(home, 'archive', 'content');
  const dist = join(home, 'dist');
  await cp('content', content, { recursive: true });
  await fill(content, pieces - EXAMPLES);
  const git = gitIn(join(home, 'archive'));
  git('init', '-q', '-b', 'main');
  git('add', '-A');
  git('commit', '-q', '-m', 'Begin');
  const began = performance.now();
  const built = await build({ content, out: dist, day: DAY, at: `${DAY}T12:00:00Z` });
  if (built.exit !== 0) throw new Error(built.lines.join('\n'));
  const firstBuild = since(began);
  const row = await click({ content, dist });
  await rm(home, { recursive: true, force: true });
  return { pieces, firstBuild, ...row };
}

async function click({ content, dist }: { readonly content: string; readonly dist: string }) {
  const repository = await repositoryOf(content);
  if (repository === undefined) throw new Error('The content is not in git.');
  const record = await buildRecordOf(stateOf(content).built, dist);
  const fragments = record?.fragments;
  const site = { folder: dist, tombstones: record?.tombstones ?? [], fragments };
  const { desk, handle } = await deskOver({ repository, content, site, today: () => DAY });
  const register = Register.open(stateOf(content).register, Date.now);
  const text = await readFile(join(content, 'stories', ID, 'story.md'), 'utf8');
  const person = /person: *(\S+)/.exec(text)?.[1] ?? '';
  const code = register.issueReceipt({ contribution: ID, person, day: DAY });
  const ask = (path: string, init?: RequestInit) =>
    handle(new Request(`http://archive.test${path}`, init));
  const addresses = [`/stories/${ID}/`, `/ur/stories/${ID}/`, `/${fragments?.[ID]?.[0]}`];
  const began = performance.now();
  const sent = ask('/withdraw/', {
    method: 'POST',
    headers: { 'content-type': 'application/x-www-form-urlencoded' },
    body: new URLSearchParams({ code, what: 'all' }).toString(),
  });
  let left: readonly string[] = addresses;
  while (left.length > 0) {
    const statuses = await Promise.all(left.map(async (path) => (await ask(path)).status));
    left = left.filter((_, at) => statuses[at] !== 410);
  }
  const named = (await (await ask('/exhibitions/what-the-roots-hold/')).text()).includes(ID);
  if (named) throw new Error('It is still named.');
  const hidden = since(began);
  await (await sent).text();
  const receipt = since(began);
  await desk.publisher.settled();
  if (desk.publisher.state.state !== 'idle') throw new Error('The site was not made again.');
  register.close();
  return { hidden, receipt, rebuilt: since(began) };
}

/** Pieces of words only, each different, in the lists that the examples are in. */
async function fill(content: string, count: number): Promise<void> {
  if (count <= 0) return;
  const ids = Array.from({ length: count }, (_, at) => `bench${String(at).padStart(5, '0')}`);
  for (const [at, id] of ids.entries()) {
    const record = openRecord({
      title: `A made-up piece, number ${at}`,
      themes: [['loneliness', 'trust', 'grief'][at % 3]],
      places: [['southall', 'acton'][at % 2]],
    });
    const words = `This is made up for measuring, line ${at}. `.repeat(8);
    await mkdir(join(content, 'stories', id), { recursive: true });
    await writeFile(
      join(content, 'stories', id, 'story.md'),
      `---\n${stringify(record)}---\n${words}\n`,
    );
  }
  await approve({ content, ids });
}

function since(began: number): number {
  return (performance.now() - began) / 1000;
}

function say(line: string): void {
  process.stdout.write(`${line}\n`);
}
