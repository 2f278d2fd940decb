import { type FSWatcher, watch } from 'node:fs';
import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { getMimeType } from 'hono/utils/mime';
import type { NotBuilt } from '#build/result.ts';
import { MEDIA_NAME } from '#media/formats.ts';
import { EVERYWHERE } from '#hosting/headers.ts';
import type { BuiltSite } from '#server/commands.ts';
import { beingMadePage } from '#server/plain-page.ts';
import { findFile, sendFile } from '#server/site/site-files.ts';
import { takeProcessLock } from '#state/process-lock.ts';
import { runFolder } from '#state/run-folder.ts';
import { type State, stateOf } from '#state/state.ts';
import { type Listening, listenAt } from '#cli/listening.ts';
import { type Outcome, tell } from '#cli/printer.ts';
import { serve } from '#cli/serve.ts';
import { servedAlready } from '#cli/start.ts';
import { readableRepository } from '#cli/content-source.ts';
import { londonDay } from '#cli/today.ts';
import { type AstroDev, astroDev } from './astro-dev.ts';
import { type LetOut, letOut } from './public-site.ts';

/**
 * The site, the desk and the forms while they are worked on: as `npm start` serves them, but every
 * page is drawn when it is asked for, from the source as it is. Answers this machine alone.
 */
export async function serveDev(content: string, onUp: () => void): Promise<Outcome> {
  const state = stateOf(content);
  const alone = await takeProcessLock(join(state.desk, 'serving'));
  if ('heldBy' in alone) return servedAlready(alone.heldBy);
  try {
    const listening = await listenAt({
      ...process.env,
      HOST: undefined,
      ARCHIVE_PROXIES: undefined,
    });
    if ('stopped' in listening) return listening.stopped;
    await alone.say(listening.origin);
    try {
      return await serveHere({ content, state, listening, onUp });
    } finally {
      await listening.close();
    }
  } finally {
    alone.letGo();
  }
}

async function serveHere({
  content,
  state,
  listening,
  onUp,
}: {
  readonly content: string;
  readonly state: State;
  readonly listening: Listening;
  readonly onUp: () => void;
}): Promise<Outcome> {
  const opened = await readableRepository(content);
  if ('stopped' in opened) return opened.stopped;
  const sites = join(runFolder(state.desk), 'worked-on');
  const site = new SiteAtWork(content);
  const first = await site.again(join(sites, 'first'));
  const astro = await astroDev(state);
  site.onChange = () => astro.reload();
  listening.passUpgradesTo(astro.port);
  onUp();
  // Where there is a desk, it gathers what is wanted at the same time.
  let again: () => void = () => void site.build(first.folder);
  const watched = whenChanged(content, () => again());
  try {
    return await serve({
      folder: first.folder,
      ...{ content, repository: opened.repository, listening, owed: false },
      today: londonDay(new Date()),
      workedOn: {
        ...{ sites, site: first },
        build: (_content, out) => site.build(out),
        drawn: (request) => drawnBy(astro, site, state, request),
        pages: async () => astro.pages,
        answered: inlineStylesToo,
        onOpen: (next) => {
          again = next;
        },
      },
    });
  } finally {
    watched.close();
    await astro.close();
    await rm(sites, { recursive: true, force: true });
  }
}

/** What is let out, as often as something changes. */
class SiteAtWork {
  readonly #content: string;
  #last: Extract<LetOut, { ok: true }> | undefined;
  onChange: () => void = () => undefined;

  constructor(content: string) {
    this.#content = content;
  }

  get last() {
    return this.#last;
  }

  /** The site of now; with nothing public in it while nothing could be let out yet. */
  async again(outline: string) {
    await this.build(outline);
    return this.#last?.site ?? { folder: outline, tombstones: [] };
  }

  async build(outline: string): Promise<BuiltSite | NotBuilt> {
    const now = new Date();
    const input = { content: this.#content, outline, day: londonDay(now), at: now.toISOString() };
    const out = await letOut(input);
    if (!out.ok) {
      const stands =
        this.#last === undefined ? 'Nothing is shown until then.' : 'The last release stands.';
      tell([...out.lines, stands].join('\n'));
      return { kind: 'unread', problems: out.problems };
    }
    this.#last = out;
    tell(`Released ${out.stories} contributions.`);
    this.onChange();
    const { tombstones, frame } = out.site;
    return { kind: 'built', tombstones, frame };
  }
}

/** What somebody sees at an address of the site: from the release tree, the index, or drawn by Astro. */
async function drawnBy(
  astro: AstroDev,
  { last }: SiteAtWork,
  state: State,
  request: Request,
): Promise<Response> {
  const { pathname } = new URL(request.url);
  if (last === undefined) return beingMadePage(pathname.split('/')[1] ?? '');
  if (pathname.startsWith('/media/')) {
    const isCopy = MEDIA_NAME.test(pathname.slice('/media/'.length));
    const found = isCopy ? await findFile(state.release, pathname) : undefined;
    return found === undefined
      ? new Response('Not found', { status: 404 })
      : sendFile(request, found);
  }
  if (pathname.startsWith('/pagefind/')) {
    const file = (await last.index()).get(pathname.slice('/pagefind/'.length));
    if (file === undefined) return new Response('Not found', { status: 404 });
    const type = getMimeType(pathname) ?? 'application/octet-stream';
    return new Response(new Uint8Array(file), { headers: { 'Content-Type': type } });
  }
  return astro.ask(request);
}

/** Astro writes the styles of a page that is worked on into the page, which the policy of a finished one forbids. */
function inlineStylesToo(answer: Response): Response {
  const policy = EVERYWHERE['Content-Security-Policy'];
  if (answer.headers.get('Content-Security-Policy') !== policy) return answer;
  const headers = new Headers(answer.headers);
  const wider = policy.replace("style-src 'self'", "style-src 'self' 'unsafe-inline'");
  headers.set('Content-Security-Policy', wider);
  return new Response(answer.body, { status: answer.status, headers });
}

/** Calls `again` once a burst of changes in a folder is over. */
function whenChanged(folder: string, again: () => void): FSWatcher {
  let timer: NodeJS.Timeout | undefined;
  return watch(folder, { recursive: true }, () => {
    clearTimeout(timer);
    timer = setTimeout(again, BURST_MS);
  });
}

/** An editor writes a file in several steps; milliseconds. */
const BURST_MS = 200;
