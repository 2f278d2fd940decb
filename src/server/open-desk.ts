import { mkdir, readdir, readFile, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { Hono } from 'hono';
import { createMiddleware } from 'hono/factory';
import type { Day } from '#consent/decision.ts';
import type { Register } from '#register/register.ts';
import { boardRoutes } from '#server/routes/board-desk.ts';
import { calendarRoutes } from '#server/routes/calendar-feed.ts';
import { dailyRoutes } from '#server/routes/daily-routes.ts';
import { invitationRoutes } from '#server/routes/invitations.ts';
import { editorRoutes } from '#server/routes/desk.ts';
import type { Env } from '#server/routes/env.ts';
import type { EditorFiles, Desk } from './desk-context.ts';
import { Incoming } from './incoming.ts';
import { makeQueue } from './make-queue.ts';
import { CodeLimits } from './code-limits.ts';
import type { Commands } from './commands.ts';
import type { FinishedSite } from '#hosting/finished-site.ts';
import { isRunning } from '#state/lock.ts';
import { runFolder } from '#state/run-folder.ts';
import { faultWords } from './fault-words.ts';
import { careRoutes } from '#server/routes/care-desk.ts';
import { deskWithdrawRoutes } from '#server/routes/desk-withdraw.ts';
import { frontDoor } from '#server/site/front-door.ts';
import { DRAWN_AREAS, packPage } from '#server/site/pack-page.ts';
import { mayBring } from './may-bring.ts';
import { type DrawnPages, drawerOf } from './draw.ts';
import { frameInSettings } from './frame-in-settings.ts';
import type { Repository } from '#repository/repository.ts';
import { gitLine } from '#repository/git.ts';
import { HideList } from '#hosting/hide-list.ts';
import { withdrawRoutes } from '#server/routes/withdraw-page.ts';
import { finishBegun } from '#withdrawal/finish-withdrawal.ts';
import { mineRoutes } from '#server/routes/mine.ts';
import { Previews } from './previews.ts';
import { ownDraftRoutes } from '#server/routes/own-drafts.ts';
import { paperRoutes } from '#server/routes/paper-desk.ts';
import { previewRoutes } from '#server/routes/preview.ts';
import { Publisher } from './publisher.ts';
import { type Drawn as SiteDrawn, siteServer } from '#server/site/serve-site.ts';
import { Access, accessFile } from '#register/access.ts';
import { SignIns } from './sign-in.ts';
import { signInRoutes } from '#server/routes/sign-in-page.ts';
import { clearMediaStore } from '#server/cms/stored-files.ts';
import { Uploads } from '#intake/uploads.ts';
import type { MediaStore } from '#media/store.ts';
import { shareRoutes } from '#server/routes/share.ts';
import { thanksRoutes } from '#server/routes/thanks.ts';
import type { Client } from '#server/site/client-address.ts';

export interface OpenDeskInput {
  readonly repository: Repository;
  readonly media: MediaStore;
  readonly folder: string;
  readonly admin: EditorFiles;
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
  handle(request: Request, asker?: Client): Promise<Response>;
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
  const access = Access.open(accessFile(folder), now);
  if (access.setAside !== undefined) input.report(setAsideWords(access.setAside));
  const signIns = new SignIns(access, now);
  const desk: Desk = {
    ...input,
    uploads: new Uploads(),
    incoming: new Incoming(join(folder, 'incoming')),
    access,
    signIns,
    limits: new CodeLimits({ ...input, kept: access.wrongCodes }),
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
  const addresses = addressesOf(desk, () => site);
  return {
    desk,
    handle: frontDoor({
      answer: async (request, asker) => addresses.fetch(request, { asker }),
      isSignedIn: async (request) => mayBring(desk, request),
      report: input.report,
      debug: input.debug,
    }),
  };
}

/** What whoever runs the archive is told when who may come in had to begin anew. */
function setAsideWords(file: string): string {
  return `The list of sign-ins and invitations could not be read and lies in ${file} now. Everybody comes in by a new link, and what somebody was still writing is in that file alone. Nothing else is lost.`;
}

/** Who answers at which address, in the order in which they are asked; the site has all the rest. */
function addressesOf(desk: Desk, site: () => Hono): Hono<Env> {
  const { drawer, hidden, publisher } = desk;
  const app = new Hono<Env>();
  // Told in plain words, and reported, by the front door.
  app.onError((error) => {
    throw error;
  });
  app.route('/', editorRoutes(desk));
  app.route('/', signInRoutes(desk));
  app.get('/_desk/*', async ({ req }, next) => (await drawer.asset(req.raw)) ?? next());
  app.use(async (_context, next) => {
    // Withdrawn by the command meanwhile: hidden from here on, and the site is built without it.
    if ((await hidden.refresh()).length > 0) publisher.start();
    await next();
  });
  for (const area of DRAWN_AREAS) app.use(area, packPage);
  app.use('/desk/*', withForms);
  app.route('/', deskWithdrawRoutes(desk));
  app.route('/', careRoutes(desk));
  app.route('/', paperRoutes(desk));
  app.route('/', invitationRoutes(desk));
  app.route('/', mineRoutes(desk));
  app.route('/', previewRoutes(desk));
  app.route('/', boardRoutes(desk));
  app.route('/', dailyRoutes(desk));
  app.route('/', calendarRoutes(desk));
  app.route('/', withdrawRoutes(desk));
  app.route('/', thanksRoutes(desk));
  app.route('/', ownDraftRoutes(desk));
  app.route('/', shareRoutes(desk));
  app.all('*', ({ req }) => site().fetch(req.raw));
  return app;
}

/** Under "no-referrer" a form says "Origin: null", and some browsers say nothing else of where it is from. */
const withForms = createMiddleware<Env>(async (context, next) => {
  await next();
  context.header('Referrer-Policy', 'same-origin');
});

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
