import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdtemp, readdir, readFile, rm, stat } from 'node:fs/promises';
import { cpus, tmpdir, totalmem } from 'node:os';
import { join } from 'node:path';
import { benchSearch } from './search.ts';
import { benchWithdrawal } from './withdrawal.ts';

/**
 * `npm run bench`: how long whole commands take, what they need and what they make. Stated as
 * measured on this machine, now; never asserted in a test.
 */
interface Measured {
  readonly what: string;
  readonly seconds: number;
  /** The largest of the command's processes, in MiB. */
  readonly peak: number;
}

const [asked, ...sizes] = process.argv.slice(2);
if (asked === 'withdrawal') {
  await benchWithdrawal(sizes.length > 0 ? sizes.map(Number) : [24, 1291, 10_000]);
  process.exit(0);
}
if (asked === 'search') {
  const [dist = 'dist', ...pieces] = sizes;
  await benchSearch(dist, pieces.length > 0 ? pieces.map(Number) : [55, 10_000]);
  process.exit(0);
}

const home = await mkdtemp(join(tmpdir(), 'bench-'));
const corpora = '../shared/corpora';
say(`${cpus().length} cores, ${Math.round(totalmem() / 2 ** 30)} GiB, Node ${process.version}`);

await measureSite('the example archive', 'content');
if (existsSync(join(corpora, 'manifest.json'))) {
  const content = join(home, 'imported');
  show(
    await run('import of the corpora', [
      'import',
      '--from',
      corpora,
      '--grant',
      'web,search',
      '--content',
      content,
    ]),
  );
  await measureSite('the imported archive', content);
}
await rm(home, { recursive: true, force: true });

async function measureSite(name: string, content: string): Promise<void> {
  const out = join(home, 'dist');
  const pieces = (await readdir(join(content, 'stories'))).length;
  show(
    await run(`${name}, ${pieces} pieces: first build`, [
      'build',
      '--content',
      content,
      '--out',
      out,
    ]),
  );
  show(
    await run(`${name}: build again, media cached`, ['build', '--content', content, '--out', out]),
  );
  show(await run(`${name}: audit`, ['audit', out]));
  const { files, bytes } = await sizeOf(out);
  say(`  ${files} files, ${(bytes / 1e6).toFixed(1)} MB`);
}

async function sizeOf(folder: string): Promise<{ files: number; bytes: number }> {
  const entries = (await readdir(folder, { recursive: true, withFileTypes: true })).filter(
    (entry) => entry.isFile(),
  );
  const sizes = await Promise.all(
    entries.map(async ({ parentPath, name }) => (await stat(join(parentPath, name))).size),
  );
  return { files: sizes.length, bytes: sizes.reduce((sum, size) => sum + size, 0) };
}

function run(what: string, args: readonly string[]): Promise<Measured> {
  return new Promise((done, fail) => {
    const began = performance.now();
    const child = spawn(process.execPath, ['src/cli/main.ts', ...args], {
      stdio: ['ignore', 'ignore', 'ignore'],
    });
    let peak = 0;
    const timer = setInterval(async () => {
      peak = Math.max(peak, ...(await memoryOfFamily(child.pid ?? 0)));
    }, 250);
    child.on('error', fail);
    child.on('close', (code) => {
      clearInterval(timer);
      if (code !== 0) return fail(new Error(`${what}: exit ${code}`));
      done({ what, seconds: (performance.now() - began) / 1000, peak });
    });
  });
}

/** Resident memory of a process and of everything it started, in MiB, where /proc tells it. */
async function memoryOfFamily(pid: number): Promise<readonly number[]> {
  const status = await readFile(`/proc/${pid}/status`, 'utf8').catch(() => '');
  const own = Number(/^VmRSS:\s+(\d+)/m.exec(status)?.[1] ?? 0) / 1024;
  const children = await readFile(`/proc/${pid}/task/${pid}/children`, 'utf8').catch(() => '');
  const below = await Promise.all(
    children
      .split(' ')
      .filter(Boolean)
      .map((child) => memoryOfFamily(Number(child))),
  );
  return [own, ...below.flat()];
}

function show({ what, seconds, peak }: Measured): void {
  say(`${what}: ${seconds.toFixed(1)} s, largest process ${Math.round(peak)} MiB`);
}

function say(line: string): void {
  process.stdout.write(`${line}\n`);
}
