import { mkdir, readdir, readFile, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import type { Day } from '#consent/decision.ts';
import type { Register } from '#register/register.ts';
import { followedCalendar } from '#server/routes/calendar-feed.ts';
import { cookieIn, deskRoutes } from '#server/routes/desk.ts';
import type { AdminFiles, Desk } from './desk-context.ts';
import { makeQueue } from './make-queue.ts';
import type { Commands } from './commands.ts';
import type { FinishedSite } from '#hosting/finished-site.ts';
import { isRunning } from '#state/lock.ts';
import { runFolder } from '#state/run-folder.ts';
import { faultWords } from './fault-words.ts';
import { careDesk } from '#server/routes/care-desk.ts';
import { deskWithdrawPage } from '#server/routes/desk-withdraw.ts';
import { frontDoor } from '#server/site/front-door.ts';
import { type DrawnPages, drawerOf } from './draw.ts';
import { frameInSettings } from './frame-in-settings.ts';
import type { Repository } from '#repository/repository.ts';
import { gitLine } from '#repository/git.ts';
import { HideList } from '#hosting/hide-list.ts';
import { withdrawPage } from '#server/routes/withdraw-page.ts';
import { finishBegun } from '#withdrawal/finish-withdrawal.ts';
import { Previews } from './previews.ts';
import { previewPage } from '#server/routes/preview.ts';
import { Publisher } from './publisher.ts';
import { type Drawn as SiteDrawn, siteServer } from '#server/site/serve-site.ts';
import { SignIns } from './sign-in.ts';
import { signInPage } from '#server/routes/sign-in-page.ts';
import { clearMediaStore } from '#server/cms/stored-files.ts';
import { Uploads } from '#intake/uploads.ts';
import type { MediaStore } from '#media/store.ts';
import { thanksDoor } from '#server/routes/thanks.ts';
import type { Asker } from '#server/site/who-asks.ts';

export interface OpenDeskInput {
  readonly repository: Repository;
  readonly media: MediaStore;
  readonly folder: string;
  readonly admin: AdminFiles;
  readonly commands: Commands;
  readonly site: FinishedSite;
  readonly register: Register;
  readonly now: () => number;
  readonly today: () => Day;
  readonly wait: Desk['wait'];
  readonly report: Desk['report'];
  /** Places in the program are reported with each fault. */
  readonly debug?: boolean | undefined;
  readonly ownOrigin?: string | undefined;
  /** The built pages; asked for when one is drawn. */
  readonly pages: () => Promise<DrawnPages>;
  /** While the site is worked on: who draws it, and where the desk notes what is public. */
  readonly workedOn?: WorkedOn | undefined;
}

/** A site that lies in no folder, because somebody is changing it. */
export interface WorkedOn {
  readonly drawn: SiteDrawn;
  /** Stands in for the folder of the sites that the desk builds, so that those stay as they are. */
  readonly sites: string;
}

/** The site and the desk behind one door. */
export interface OpenDesk {
  readonly desk: Desk;
  /** `asker`: who asks on the network, for limits; it is kept in memory only. */
  handle(request: Request, asker?: Asker): Promise<Response>;
}

/**
 * Opens the desk over a finished site: first makes good what an earlier run left undone, then answers
 * requests. The public site is served as it is, except what was withdrawn since it was built.
 */
export async function openDesk(input: OpenDeskInput): Promise<OpenDesk> {
  const { repository, folder, now, commands, site: first } = input;
  await sweep(repository, folder);
  const onFault: Desk['onFault'] = (fault) => input.report(faultWords(fault));
  const hidden = await HideList.open(folder, onFault);
  const { drawn, sites = folder } = input.workedOn ?? {};
  const serverOf = (site: FinishedSite) =>
    siteServer({ ...site, drawn, hidden: () => hidden.traces });
  let site = await serverOf(first);
  const previews = new Previews(join(runFolder(folder), 'previews'), now, (id) => hidden.hides(id));
  const publisher = new Publisher({
    repository,
    commands,
    hidden,
    folder,
    sites,
    site: first,
    now,
    register: input.register,
    takesDown: () => previews.sweep(),
    switched: async (next) => {
      site = await serverOf(next);
    },
  });
  const signIns = new SignIns(folder, now, input.report);
  const desk: Desk = {
    ...input,
    uploads: new Uploads(),
    signIns,
    previews,
    hidden,
    onFault,
    publisher,
    drawer: drawerOf(
      input.pages,
      async () => publisher.site.frame ?? (await frameInSettings(repository)),
    ),
    inTurn: makeQueue(),
  };
  await makeGood(desk);
  const routes = deskRoutes(desk);
  const withdrawing = withdrawPage(desk);
  const thanks = thanksDoor(desk);
  const answer = async (request: Request, asker: Asker): Promise<Response> => {
    const { pathname } = new URL(request.url);
    if (/^\/(?:api|admin)(?:\/|$)/.test(pathname)) return routes.fetch(request);
    const signingIn = await signInPage(desk, request, { asker, secret: cookieIn(request) });
    if (signingIn !== undefined) return signingIn;
    const asset = await desk.drawer.asset(request);
    if (asset !== undefined) return asset;
    // Withdrawn by the command meanwhile: hidden from here on, and the site is built without it.
    if ((await hidden.refresh()).length > 0) publisher.start();
    if (/^\/desk(?:\/|$)/.test(pathname)) {
      const page =
        (await deskWithdrawPage(desk, request, cookieIn(request))) ??
        (await careDesk(desk, request, cookieIn(request))) ??
        (await previewPage(desk, request, cookieIn(request))) ??
        (await routes.fetch(request));
      return withForms(page);
    }
    const own =
      (await followedCalendar(desk, request)) ??
      (await withdrawing(request, asker)) ??
      (await thanks(request));
    return own ?? site.fetch(request);
  };
  const isSignedIn = async (request: Request) =>
    (await signIns.visitor(cookieIn(request))) !== undefined;
  return {
    desk,
    handle: frontDoor({ answer, isSignedIn, report: input.report, debug: input.debug }),
  };
}

/** Under "no-referrer" a form says "Origin: null", and some browsers say nothing else of where it is from. */
function withForms(page: Response): Response {
  const headers = new Headers(page.headers);
  headers.set('Referrer-Policy', 'same-origin');
  return new Response(page.body, { status: page.status, headers });
}

/** Finishes the withdrawals that were begun, then builds if a build is owed. */
async function makeGood(desk: Desk): Promise<void> {
  const { hidden, publisher } = desk;
  await finishBegun(desk);
  await clearMediaStore(desk);
  const isOwed = hidden.entries.some(({ hold }) => hold !== true);
  if (isOwed) await publisher.owe().catch(() => undefined);
  if (isOwed || (await publisher.isOwed())) publisher.start();
}

/** A step of git on our refs takes some milliseconds; a lock this old was left by a process that is gone. */
const LOCK_IS_OLD = 2_000;

/** Takes away the folders of runs that are over, half-made copies and git locks that nobody holds. */
async function sweep(repository: Repository, folder: string): Promise<void> {
  await mkdir(folder, { recursive: true, mode: 0o700 });
  for (const name of await readdir(folder)) {
    const run = /^run-(\d+)$/.exec(name)?.[1];
    const left = run === undefined ? /^content\..+|\.new$/.test(name) : !isRunning(Number(run));
    if (left) await rm(join(folder, name), { recursive: true, force: true });
  }
  await mkdir(runFolder(folder), { recursive: true, mode: 0o700 });
  const gitFolder = await gitLine(repository.folder, ['rev-parse', '--absolute-git-dir']);
  if (gitFolder === undefined) return;
  for (const below of ['refs/heads', 'refs/archive', '.'])
    for (const name of await lockFiles(join(gitFolder, below), below !== '.')) await outlast(name);
}

/** Waits until a lock is let go, or is old enough to be nobody's. */
async function outlast(lock: string): Promise<void> {
  for (;;) {
    const made = (await stat(lock).catch(() => undefined))?.mtimeMs;
    if (made === undefined) return;
    if (Date.now() - made > LOCK_IS_OLD) return rm(lock, { force: true });
    await wait(100);
  }
}

async function lockFiles(folder: string, deep: boolean): Promise<readonly string[]> {
  const entries = await readdir(folder, { recursive: deep, withFileTypes: true }).catch(() => []);
  return entries
    .filter((entry) => entry.isFile())
    .filter(({ name }) => (deep ? name.endsWith('.lock') : name === 'packed-refs.lock'))
    .map(({ parentPath, name }) => join(parentPath, name));
}

/** The site that the desk built last, when it is still there. */
export async function lastSite(folder: string): Promise<FinishedSite | undefined> {
  try {
    const site = JSON.parse(await readFile(join(folder, 'site.json'), 'utf8')) as FinishedSite;
    await stat(join(site.folder, 'index.html'));
    return site;
  } catch {
    return undefined;
  }
}
