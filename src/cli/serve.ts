import { resolve } from 'node:path';
import { serve as listen } from '@hono/node-server';
import type { Day } from '#consent/decision.ts';
import { DailyBuild } from '#gateway/daily-build.ts';
import type { GitStore } from '#gateway/git-store.ts';
import { frontDoor, LONGEST_BODY_MS } from '#gateway/front-door.ts';
import { HideList } from '#gateway/hide-list.ts';
import { siteServer } from '#gateway/serve-site.ts';
import { askerOf, proxiesIn } from '#gateway/who-asks.ts';
import { buildRecordOf } from './build-record.ts';
import { deskOver } from './open-desk.ts';
import { type Outcome, tell } from './printer.ts';
import { stateOf } from './state.ts';
import { londonDay } from './today.ts';

interface ServeInput {
  readonly folder: string;
  readonly content: string;
  readonly port: number;
  /** The content in git; without it there is a site and no desk. */
  readonly store: GitStore | undefined;
  /** The folder is an older site, because the newest could not be built; to be tried again. */
  readonly owed: boolean;
  /** The day the site was built for; another than today stands still. */
  readonly today: Day;
}

/** Serves a built folder, and the desk where the content is in git, on this machine until it is stopped. */
export async function serve(input: ServeInput): Promise<Outcome> {
  const proxies = proxiesIn(process.env['ARCHIVE_PROXIES']);
  if (proxies === undefined) return wrongProxies();
  const { fetch, lines, daily } = await served(input);
  return new Promise((done) => {
    const server = listen(
      {
        fetch: (request, env) => {
          const direct = connectionOf(env)?.remoteAddress ?? '';
          return fetch(request, askerOf({ direct, headers: request.headers, proxies }));
        },
        port: input.port,
        serverOptions: PATIENCE,
      },
      () => {
        tell(`The archive is at http://localhost:${input.port}/  (Ctrl+C stops it)`);
        for (const line of lines) tell(line);
      },
    );
    if ('setTimeout' in server) server.setTimeout(SILENCE_MS);
    server.on('error', (error: NodeJS.ErrnoException) => {
      const why =
        error.code === 'EADDRINUSE'
          ? `Port ${input.port} is in use already. Choose another: PORT=4322 npm start`
          : `The site could not be served (${error.code ?? 'unknown'}).`;
      done({ exit: 1, lines: [why], data: { ok: false, code: error.code } });
    });
    const stopDaily = daily?.start();
    const stop = (): void => {
      stopDaily?.();
      server.close(() => done({ exit: 0, lines: ['Stopped.'], data: { ok: true } }));
      // A browser may keep its connection open for minutes.
      if ('closeAllConnections' in server) server.closeAllConnections();
    };
    process.once('SIGINT', stop);
    process.once('SIGTERM', stop);
  });
}

/** Somebody who sends slowly, or nothing, does not keep a connection from others; milliseconds. */
const PATIENCE = {
  headersTimeout: 15_000,
  requestTimeout: LONGEST_BODY_MS,
  connectionsCheckingInterval: 5_000,
  keepAliveTimeout: 10_000,
};
/** A connection on which nothing moves is closed; a code that waits its turn takes less. */
const SILENCE_MS = 120_000;

function connectionOf(env: object): { readonly remoteAddress?: string } | undefined {
  return (env as { incoming?: { socket?: { remoteAddress?: string } } }).incoming?.socket;
}

function wrongProxies(): Outcome {
  const why =
    'ARCHIVE_PROXIES names a machine in a way that cannot be read. Write addresses with commas between them, such as 10.0.0.5, 2001:db8::/64; or none. Nothing was started.';
  return { exit: 2, lines: [why], data: { ok: false } };
}

async function served({ folder: out, content, port, store, owed, today }: ServeInput) {
  const folder = resolve(out);
  const record = await buildRecordOf(stateOf(content).built, folder);
  const { tombstones = [], fragments, ownOrigin } = record ?? {};
  const site = { folder, tombstones, fragments };
  if (store === undefined) {
    const hidden = await HideList.open(stateOf(content).desk, tell);
    const open = await siteServer({ ...site, hidden: () => hidden.traces });
    return {
      // What the command takes down is hidden here too.
      fetch: frontDoor({
        answer: async (request) => {
          await hidden.refresh();
          return open.fetch(request);
        },
        isSignedIn: async () => false,
        report: tell,
      }),
      lines: ['There is no desk for editing, because the content folder is not in git.'],
      daily: undefined,
    };
  }
  const real = londonDay(new Date()) === today;
  const { desk, handle } = await deskOver({
    store,
    content,
    site,
    ownOrigin,
    ...(real ? {} : { today: () => today }),
  });
  if (owed) {
    await desk.publisher.owe();
    desk.publisher.start();
  }
  const code = await desk.signIns.invite();
  return {
    fetch: handle,
    // Where the day stands still, none follows it.
    daily: real ? new DailyBuild(desk) : undefined,
    lines: [
      `To edit, open this link once within 15 minutes: http://localhost:${port}/sign-in/?code=${code}`,
      `To take a piece down for somebody who rings, signed in: http://localhost:${port}/desk/withdraw/`,
    ],
  };
}
