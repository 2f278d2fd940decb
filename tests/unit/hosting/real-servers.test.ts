import { type ChildProcess, execFileSync, spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { chmod, mkdir, mkdtemp, readFile, writeFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { writeHostFiles } from '#hosting/host-files.ts';
import { stateOf } from '#state/state.ts';
import { EVERYWHERE, headersFile } from '#hosting/headers.ts';
import { until } from '#support/until.ts';

/** The blocks of src/hosting/README.md in the servers themselves; nothing here where they are not installed. */
const NOBODY = 65_534;
const isRoot = process.getuid?.() === 0;
const has = (program: string): boolean =>
  spawnSync('sh', ['-c', `PATH="$PATH:/usr/sbin" command -v ${program}`]).status === 0;

let home: string;
let site: string;
let hosts: string;

beforeAll(async () => {
  home = await mkdtemp(join(tmpdir(), 'hosts-'));
  await chmod(home, 0o755);
  process.env['ARCHIVE_STATE'] = join(home, 'state');
  site = join(home, 'dist');
  const put = async (file: string, text: string) => {
    await mkdir(dirname(join(site, file)), { recursive: true });
    await writeFile(join(site, file), text);
  };
  await put('index.html', 'home');
  await put('404.html', 'nothing here');
  await put('gone/index.html', 'no longer here');
  for (const id of ['open01', 'shut02', 'gone03', 'never4']) {
    await put(`stories/${id}/index.html`, `words of ${id}`);
    await put(`ur/stories/${id}/index.html`, `words of ${id}`);
    await put(`media/${id}/f1-960.jpg`, 'picture');
  }
  await put('pagefind/fragment/mul_1.pf_fragment', 'found');
  const unlisted = { 'X-Robots-Tag': 'noindex, noai, noimageai' };
  await put(
    '_headers',
    headersFile([
      { path: '/*', headers: EVERYWHERE },
      { path: '/media/*', headers: { 'Cache-Control': 'max-age=300, must-revalidate' } },
      { path: '/stories/shut02/*', headers: unlisted },
      { path: '/media/shut02/f1-960.jpg', headers: unlisted },
      {
        path: '/media/open01/f1-960.jpg',
        headers: { 'tdm-reservation': '0', 'X-Robots-Tag': 'all' },
      },
    ]),
  );
  const state = stateOf(join(home, 'content'));
  const { HideList } = await import('#hosting/hide-list.ts');
  const hidden = await HideList.open(state.desk);
  await hidden.add({ id: 'never4', trace: 'no-trace', hold: true });
  const fragments = { gone03: ['pagefind/fragment/mul_1.pf_fragment'] };
  hosts = await writeHostFiles(state, { tombstones: ['gone03'], fragments }, site);
});

const servers = [
  {
    name: 'nginx',
    async start(port: number) {
      const block = await blockOf('nginx', port);
      const temp = ['client_body', 'proxy', 'fastcgi', 'uwsgi', 'scgi'].map(
        (kind) => `${kind}_temp_path ${home}/temp-${kind};`,
      );
      const file = join(home, 'nginx.conf');
      await writeFile(
        file,
        `${isRoot ? 'user nobody nogroup;' : ''}\npid ${home}/nginx.pid;\ndaemon off;\nerror_log ${home}/nginx.log;\nevents {}\nhttp {\naccess_log off;\n${temp.join('\n')}\n${block}\n}\n`,
      );
      return spawn('nginx', ['-p', home, '-c', file], { env: withSbin });
    },
  },
  {
    name: 'caddy',
    async start(port: number) {
      const file = join(home, 'Caddyfile');
      await writeFile(file, `{\n\tadmin off\n}\n${await blockOf('caddy', port)}\n`);
      const own = join(home, 'caddy');
      await mkdir(own, { mode: 0o777 });
      // As the user that Debian gives it: one that owns nothing of the archive.
      return spawn('caddy', ['run', '--config', file, '--adapter', 'caddyfile'], {
        ...(isRoot && { uid: NOBODY, gid: NOBODY }),
        env: { ...withSbin, HOME: own, XDG_DATA_HOME: own, XDG_CONFIG_HOME: own },
      });
    },
  },
];
const withSbin = { ...process.env, PATH: `${process.env['PATH']}:/usr/sbin` };

describe.each(servers)('$name', ({ name, start }) => {
  const absent = !has(name);
  let child: ChildProcess | undefined;
  let origin = '';

  beforeAll(async () => {
    if (absent) return;
    const port = await freePort();
    origin = `http://localhost:${port}`;
    child = await start(port);
    let said = '';
    child.stderr?.on('data', (chunk) => {
      said += String(chunk);
    });
    await until(async () => {
      if (child?.exitCode !== null) throw new Error(said);
      return fetch(origin).catch(() => undefined);
    });
  });

  afterAll(async () => {
    if (child === undefined || child.exitCode !== null) return;
    const ended = once(child, 'exit');
    child.kill('SIGTERM');
    await ended;
  });

  const get = (path: string) => fetch(`${origin}${path}`);

  test.skipIf(absent)('shows what is open, with the headers of every page', async () => {
    for (const path of ['/', '/stories/open01/', '/ur/stories/open01/']) {
      const answer = await get(path);
      expect([path, answer.status]).toEqual([path, 200]);
      for (const [header, value] of Object.entries(EVERYWHERE))
        expect([header, answer.headers.get(header)]).toEqual([header, value]);
    }
  });

  test.skipIf(absent)(
    'says 410 with the page for it, in every language, for media and for a search hit',
    async () => {
      for (const path of [
        '/stories/gone03/',
        '/stories/gone03/index.html',
        '/ur/stories/gone03/',
        '/media/gone03/f1-960.jpg',
        '/pagefind/fragment/mul_1.pf_fragment',
      ]) {
        const answer = await get(path);
        expect([path, answer.status]).toEqual([path, 410]);
        expect((await answer.text()).trim()).toBe('no longer here');
      }
    },
  );

  test.skipIf(absent)(
    'leaves no trace of what is hidden without one: as an address that never was',
    async () => {
      const never = await get('/stories/never9/');
      const hidden = await get('/stories/never4/');
      expect([hidden.status, await hidden.text()]).toEqual([never.status, await never.text()]);
      expect(hidden.status).toBe(404);
      expect((await get('/media/never4/f1-960.jpg')).status).toBe(404);
    },
  );

  test.skipIf(absent)(
    'keeps a page and a single file out of search engines, and lifts it for another',
    async () => {
      const robots = async (path: string) => (await get(path)).headers.get('x-robots-tag');
      expect(await robots('/stories/shut02/')).toBe('noindex, noai, noimageai');
      expect(await robots('/media/shut02/f1-960.jpg')).toBe('noindex, noai, noimageai');
      expect(await robots('/media/open01/f1-960.jpg')).toBe('all');
      const media = await get('/media/open01/f1-960.jpg');
      expect(media.headers.get('tdm-reservation')).toBe('0');
      expect(media.headers.get('cache-control')).toBe('max-age=300, must-revalidate');
      expect((await get('/stories/open01/')).headers.get('cache-control')).toBeNull();
    },
  );

  test.skipIf(absent || !isRoot)(
    'reads its rules as a user who can read nothing else of the archive',
    () => {
      const as = (path: string) =>
        spawnSync('cat', [path], { uid: NOBODY, gid: NOBODY }).status === 0;
      expect(as(join(hosts, `hidden.${name === 'caddy' ? 'caddy' : 'nginx.conf'}`))).toBe(true);
      const desk = stateOf(join(home, 'content')).desk;
      const [entry = ''] = execFileSync('ls', [join(desk, 'hidden')], { encoding: 'utf8' }).split(
        '\n',
      );
      expect(as(join(desk, 'hidden', entry))).toBe(false);
    },
  );
});

/** The block of the README, with the places of this test. */
async function blockOf(language: string, port: number): Promise<string> {
  const readme = await readFile('src/hosting/README.md', 'utf8');
  const block = new RegExp(`\`\`\`${language}\\n([\\s\\S]*?)\`\`\``).exec(readme)?.[1] ?? '';
  return block
    .replaceAll('/path/to/.archive/hosts', hosts)
    .replaceAll('/path/to/dist', site)
    .replaceAll('8080', String(port));
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0);
  await once(server, 'listening');
  const address = server.address();
  server.close();
  return typeof address === 'object' && address !== null ? address.port : 0;
}
