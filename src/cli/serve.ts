import { resolve } from 'node:path';
import { serve as listen } from '@hono/node-server';
import { siteServer } from '#gateway/serve-site.ts';
import { buildRecordOf } from './build-record.ts';
import { type Outcome, tell } from './printer.ts';
import { stateOf } from './state.ts';

/** Serves a built folder on this machine until it is stopped. */
export async function serve(input: {
  readonly folder: string;
  readonly content: string;
  readonly port: number;
}): Promise<Outcome> {
  const folder = resolve(input.folder);
  const record = await buildRecordOf(stateOf(input.content).built, folder);
  const site = await siteServer({ folder, tombstones: record?.tombstones ?? [] });
  return new Promise((done) => {
    const server = listen({ fetch: site.fetch, port: input.port }, () => {
      tell(`The archive is at http://localhost:${input.port}/  (Ctrl+C stops it)`);
    });
    server.on('error', (error: NodeJS.ErrnoException) => {
      const why =
        error.code === 'EADDRINUSE'
          ? `Port ${input.port} is in use already. Choose another: PORT=4322 npm start`
          : `The site could not be served (${error.code ?? 'unknown'}).`;
      done({ exit: 1, lines: [why], data: { ok: false, code: error.code } });
    });
    const stop = (): void => {
      server.close(() => done({ exit: 0, lines: ['Stopped.'], data: { ok: true } }));
      // A browser may keep its connection open for minutes.
      if ('closeAllConnections' in server) server.closeAllConnections();
    };
    process.once('SIGINT', stop);
    process.once('SIGTERM', stop);
  });
}
