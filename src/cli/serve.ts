import { join, resolve } from 'node:path';
import type { Day } from '#consent/decision.ts';
import { DailyBuild } from '#server/daily-build.ts';
import { frontDoor } from '#server/site/front-door.ts';
import type { FinishedSite } from '#hosting/finished-site.ts';
import type { Repository } from '#repository/repository.ts';
import { faultWords } from '#server/fault-words.ts';
import { HideList } from '#hosting/hide-list.ts';
import type { Client } from '#server/site/client-address.ts';
import { packEditor } from '#server/cms/pack-editor.ts';
import { siteServer } from '#server/site/serve-site.ts';
import { buildRecordOf } from '#hosting/build-record.ts';
import type { Listening } from './listening.ts';
import { deskOver, type WorkedOnHere } from './open-desk.ts';
import { type Outcome, tell } from './printer.ts';
import { isDebug } from '#state/fault.ts';
import { PROGRAM_CACHE } from '#state/source-folder.ts';
import { stateOf } from '#state/state.ts';
import { londonDay } from './today.ts';
import { registerUnreadableWords } from './words/register.ts';

interface ServeInput {
  readonly folder: string;
  readonly content: string;
  readonly listening: Listening;
  /** The content in git; without it there is a site and no desk. */
  readonly repository: Repository | undefined;
  /** The folder is an older site, because the newest could not be built; to be tried again. */
  readonly owed: boolean;
  /** The day the site was built for; another than today stands still. */
  readonly today: Day;
  /** The site is drawn while it is changed, and `folder` only says what is public. */
  readonly workedOn?: WorkedOnHere & {
    readonly site: FinishedSite;
    /** The last word on an answer. */
    readonly answered: (answer: Response) => Response;
    /** Called with the function that makes the site anew, once the desk is open. */
    readonly onOpen: (again: () => void) => void;
  };
}

/** Serves a built folder, and the desk where the content is in git, on this machine until it is stopped. */
export async function serve(input: ServeInput): Promise<Outcome> {
  const { listening } = input;
  const { fetch, lines, daily, pack } = await served(input);
  listening.answerWith(fetch);
  tell(`The archive is at ${listening.origin}/  (Ctrl+C stops it)`);
  for (const line of lines) tell(line);
  // After the first answer, because it takes some seconds of one core.
  void pack?.().catch(() => undefined);
  const stopDaily = daily?.start();
  await new Promise<void>((done) => {
    process.once('SIGINT', () => done());
    process.once('SIGTERM', () => done());
  });
  stopDaily?.();
  await listening.close();
  input.repository?.objects.close();
  return { exit: 0, lines: ['Stopped.'], data: { ok: true } };
}

async function served(input: ServeInput) {
  const { folder: out, content, repository, owed, today } = input;
  const { origin } = input.listening;
  const folder = resolve(out);
  const { workedOn } = input;
  const record = await buildRecordOf(stateOf(content).built, folder);
  const { tombstones = [], fragments, ownOrigin, frame } = record ?? {};
  const site = workedOn?.site ?? { folder, tombstones, fragments, frame };
  if (repository === undefined) return withoutDesk(content, { ...site, drawn: workedOn?.drawn });
  const real = londonDay(new Date()) === today;
  const { desk, handle } = await deskOver({
    repository,
    content,
    site,
    ownOrigin,
    workedOn,
    ...(real ? {} : { today: () => today }),
  });
  workedOn?.onOpen(() => desk.publisher.start());
  if (owed) {
    await desk.publisher.owe();
    desk.publisher.start();
  }
  const code = await desk.signIns.invite();
  const { unreadable } = desk.register;
  return {
    fetch: async (request: Request, asker: Client) =>
      (workedOn?.answered ?? asItIs)(await handle(request, asker)),
    // Whoever changes something starts often, and is the only reader.
    pack: workedOn
      ? undefined
      : () => packEditor(desk.admin, [join(PROGRAM_CACHE, 'editor'), stateOf(content).packed]),
    // Where the day stands still, none follows it.
    daily: real ? new DailyBuild(desk) : undefined,
    lines: [
      ...(unreadable === undefined ? [] : [registerUnreadableWords(unreadable)]),
      `To edit, open this link within 15 minutes and press its button: ${origin}/sign-in/?code=${code}`,
      `To take a piece down for somebody who rings, signed in: ${origin}/desk/withdraw/`,
    ],
  };
}

const asItIs = (answer: Response): Response => answer;

async function withoutDesk(content: string, site: Parameters<typeof siteServer>[0]) {
  const hidden = await HideList.open(stateOf(content).desk, (fault) => tell(faultWords(fault)));
  const open = await siteServer({ ...site, hidden: () => hidden.traces });
  const fetch = frontDoor({
    // What the command takes down is hidden here too.
    answer: async (request) => {
      await hidden.refresh();
      return open.fetch(request);
    },
    isSignedIn: async () => false,
    report: tell,
    debug: isDebug(process.env),
  });
  return {
    fetch,
    lines: ['There is no desk for editing, because the content folder is not in git.'],
    daily: undefined,
    pack: undefined,
  };
}
