import { createServer, type IncomingMessage, type Server } from 'node:http';
import { type AddressInfo, connect, isIP, type Socket } from 'node:net';
import type { Duplex } from 'node:stream';
import { getRequestListener } from '@hono/node-server';
import { LONGEST_BODY_MS } from '#server/site/front-door.ts';
import { beingMadePage } from '#server/plain-page.ts';
import { type Client, clientOf, trustedProxies } from '#server/site/client-address.ts';
import type { Outcome } from './printer.ts';

/** Where the server is reached, and what it does with the requests that come. */
export interface Listening {
  readonly origin: string;
  /** The address it listens on. */
  readonly bound: string;
  /** Until this is called, every page says that the site is being made. */
  readonly answerWith: (answer: (request: Request, asker: Client) => Promise<Response>) => void;
  /** From now on a connection that asks to become a WebSocket is handed to this port of the machine. */
  readonly passUpgradesTo: (port: number) => void;
  readonly close: () => Promise<void>;
}

/** The address and port to listen on, and whom to believe, as the environment says. */
interface Place {
  readonly host: string;
  readonly port: number;
  readonly proxies: NonNullable<ReturnType<typeof trustedProxies>>;
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

/**
 * Takes the port before anything else is done, and keeps it: so a port that is taken, and a setting
 * that cannot be meant, are told at once and not after a build.
 */
export async function listenAt(env: NodeJS.ProcessEnv): Promise<Listening | { stopped: Outcome }> {
  const place = placeIn(env);
  if (typeof place === 'string') return stopped(place, 2);
  let answer: (request: Request, asker: Client) => Promise<Response> = async () =>
    beingMadePage('en');
  const listener = getRequestListener((request, bindings) => {
    const { incoming } = bindings as { incoming?: { socket?: { remoteAddress?: string } } };
    const direct = incoming?.socket?.remoteAddress ?? '';
    return answer(request, clientOf({ direct, headers: request.headers, proxies: place.proxies }));
  });
  const passed = new Set<Duplex>();
  const server = createServer(PATIENCE, listener);
  server.setTimeout(SILENCE_MS);
  const why = await new Promise<NodeJS.ErrnoException | undefined>((done) => {
    server.once('error', done);
    server.listen(place.port, place.host, () => done(undefined));
  });
  if (why !== undefined) return stopped(whyNot(why, place), 1);
  return {
    origin: originOf(server, place),
    bound: (server.address() as AddressInfo).address,
    answerWith: (next) => {
      answer = next;
    },
    passUpgradesTo: (port) => {
      server.on('upgrade', (request, socket, head) => {
        passed.add(socket);
        socket.on('close', () => passed.delete(socket));
        passOn(request, socket as Socket, head, port);
      });
    },
    close: () =>
      new Promise((done) => {
        server.close(() => done());
        // A browser may keep its connection open for minutes.
        server.closeAllConnections();
        for (const socket of passed) socket.destroy();
      }),
  };
}

/** The request as it came, and from then on whatever either side sends. */
function passOn(request: IncomingMessage, socket: Socket, head: Buffer, port: number): void {
  const onward = connect(port, '127.0.0.1');
  const pairs = request.rawHeaders.flatMap((name, at, all) =>
    at % 2 === 0 ? [`${name}: ${all[at + 1] ?? ''}`] : [],
  );
  onward.write([`GET ${request.url ?? '/'} HTTP/1.1`, ...pairs, '', ''].join('\r\n'));
  onward.write(head);
  // It says nothing while nobody changes anything.
  socket.setTimeout(0);
  socket.on('error', () => onward.destroy()).on('close', () => onward.destroy());
  onward.on('error', () => socket.destroy()).on('close', () => socket.destroy());
  socket.pipe(onward).pipe(socket);
}

function placeIn(env: NodeJS.ProcessEnv): Place | string {
  const { PORT = '4321', HOST = '127.0.0.1', ARCHIVE_PROXIES } = env;
  if (!/^\d{1,5}$/.test(PORT) || Number(PORT) > 65_535)
    return 'PORT is not a number of a port: 0 to 65535, such as PORT=4322.';
  if (isIP(HOST) === 0 && !/^[A-Za-z0-9](?:[A-Za-z0-9.-]{0,251}[A-Za-z0-9])?$/.test(HOST))
    return 'HOST is not an address to listen on: 127.0.0.1 for this machine alone, 0.0.0.0 or :: for every machine that can reach it.';
  const proxies = trustedProxies(ARCHIVE_PROXIES);
  if (proxies === undefined)
    return 'ARCHIVE_PROXIES names a machine in a way that cannot be read. Write addresses with commas between them, such as 10.0.0.5, 2001:db8::/64; or none.';
  return { host: HOST, port: Number(PORT), proxies };
}

function whyNot({ code }: NodeJS.ErrnoException, { host, port }: Place): string {
  switch (code) {
    case 'EADDRINUSE':
      return `Port ${port} is in use already. Choose another: PORT=${port === 65_535 ? 4322 : port + 1} npm start`;
    case 'EACCES':
      return `Port ${port} may not be used by you. Choose one above 1023: PORT=4322 npm start`;
    case 'EADDRNOTAVAIL':
    case 'ENOTFOUND':
    case 'EAI_AGAIN':
      return `HOST=${host} is not an address of this machine. Leave it out for this machine alone, or say HOST=0.0.0.0 for every machine that can reach it.`;
    default:
      return `The archive cannot listen on port ${port} of ${host} (${code ?? 'unknown'}).`;
  }
}

function stopped(why: string, exit: 1 | 2): { stopped: Outcome } {
  return {
    stopped: {
      exit,
      lines: [why, 'Nothing was built and nothing was changed.'],
      data: { ok: false, why },
    },
  };
}

/** As it is typed into a browser: this machine by its name, wherever else it listens too. */
function originOf(server: Server, { host }: Place): string {
  const { port } = server.address() as AddressInfo;
  const here = ['127.0.0.1', '0.0.0.0', '::', '::1', 'localhost'].includes(host);
  const name = here ? 'localhost' : isIP(host) === 6 ? `[${host}]` : host;
  return `http://${name}:${port}`;
}
