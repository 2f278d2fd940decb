import { randomUUID } from 'node:crypto';
import { globSync } from 'node:fs';
import type { IncomingMessage } from 'node:http';
import { join, resolve } from 'node:path';
import type { AstroIntegration } from 'astro';
import type { DrawnInput } from '#desk/drawn.ts';
import type { DrawnPages } from '#server/draw.ts';
import { SOURCE_FOLDER } from '#state/source-folder.ts';
import type { State } from '#state/state.ts';

/** Astro's own server for those who change pages, on a port that only this program knows. */
export interface AstroDev {
  readonly port: number;
  /** What it answers at an address of the site, or at one of the styles and scripts of a page. */
  readonly ask: (request: Request) => Promise<Response>;
  /** The pages of the desk, drawn by the same server. */
  readonly pages: DrawnPages;
  /** Something else was let out: pages are drawn anew, and open ones are loaded again. */
  readonly reload: () => void;
  readonly close: () => Promise<void>;
}

/** Of the program, what a page may be made of; content, state and git are not among it. */
const SERVED = ['src', 'public', 'node_modules', '.astro'];
/** By this a request to draw a page of the desk is known. */
const TICKET = 'x-drawn';
/** Where Astro looks for what a page is told. */
const LOCALS = Symbol.for('astro.locals');

/** Starts Astro over the release tree of an archive. Nothing is sent to anybody. */
export async function astroDev(state: State): Promise<AstroDev> {
  Object.assign(process.env, {
    ARCHIVE_RELEASE: state.release,
    ARCHIVE_CACHE: state.astroCache,
    ASTRO_TELEMETRY_DISABLED: '1',
    ASTRO_DISABLE_UPDATE_CHECK: 'true',
    NODE_ENV: 'development',
  });
  const { dev } = await import('astro');
  const waiting = new Map<string, DrawnInput>();
  let reload: AstroDev['reload'] = () => undefined;
  const root = resolve(SOURCE_FOLDER, '..');
  const server = await dev({
    root,
    logLevel: 'warn',
    server: { host: '127.0.0.1', port: 0 },
    integrations: [
      deskPages(waiting, (again) => {
        reload = again;
      }),
    ],
    vite: { server: { fs: { allow: SERVED.map((name) => join(root, name)) } } },
  });
  const { port } = server.address;
  const at = `http://127.0.0.1:${port}`;
  return {
    port,
    ask: (request) => asked(at, request),
    pages: {
      assets: new Map(),
      draw: async (page, drawn) => {
        const ticket = randomUUID();
        waiting.set(ticket, drawn);
        const headers = { Accept: 'text/html', [TICKET]: ticket };
        const answer = await fetch(`${at}/_desk/${page}/`, { headers });
        if (answer.status !== 200) throw new Error(`The page ${page} could not be drawn.`);
        return answer.text();
      },
    },
    reload: () => reload(),
    close: () => server.stop(),
  };
}

/** Puts the pages of the desk beside those of the site, and tells one what it says when it is drawn. */
function deskPages(
  waiting: Map<string, DrawnInput>,
  onServer: (reload: AstroDev['reload']) => void,
): AstroIntegration {
  const home = join(SOURCE_FOLDER, 'desk', 'pages');
  return {
    name: 'pages-of-the-desk',
    hooks: {
      'astro:config:setup': ({ injectRoute }) => {
        for (const file of globSync('**/*.astro', { cwd: home })) {
          const page = file.replaceAll('\\', '/').replace(/\.astro$/, '');
          injectRoute({ pattern: `/_desk/${page}/`, entrypoint: join(home, file) });
        }
      },
      'astro:server:setup': ({ server }) => {
        server.middlewares.use((request: IncomingMessage, _response: unknown, next: () => void) => {
          const ticket = String(request.headers[TICKET] ?? '');
          const drawn = waiting.get(ticket);
          waiting.delete(ticket);
          if (drawn !== undefined) Reflect.set(request, LOCALS, { drawn });
          next();
        });
        onServer(() => {
          // Astro keeps which pages there are until it hears this.
          for (const { hot } of Object.values(server.environments))
            hot.send('astro:content-changed', {});
          server.environments.client.hot.send({ type: 'full-reload' });
        });
      },
    },
  };
}

/** What a browser says of what it wants; a sign-in is not passed on. */
const PASSED_ON = ['Accept', 'If-None-Match', 'Sec-Fetch-Dest', 'Sec-Fetch-Mode', 'Sec-Fetch-Site'];
/** Of the answer as it came over the wire, which is unpacked here. */
const OF_THE_WIRE = ['Connection', 'Content-Encoding', 'Content-Length', 'Keep-Alive'];

async function asked(at: string, { url, method, headers }: Request): Promise<Response> {
  const { pathname, search } = new URL(url);
  const said = PASSED_ON.flatMap((name) => {
    const value = headers.get(name);
    return value === null ? [] : [[name, value] as [string, string]];
  });
  const answer = await fetch(`${at}${pathname}${search}`, {
    method,
    headers: said,
    redirect: 'manual',
  });
  const left = new Headers(answer.headers);
  for (const name of OF_THE_WIRE) left.delete(name);
  return new Response(answer.body, { status: answer.status, headers: left });
}
