import { join, resolve } from 'node:path';
import { keptPages } from '#build/kept-pages.ts';
import { deskPages } from './desk-pages.ts';
import type { Day } from '#consent/decision.ts';
import { takeProcessLock } from '#state/process-lock.ts';
import { build } from './build.ts';
import { buildRecordOf } from '#hosting/build-record.ts';
import { type Listening, listenAt } from './listening.ts';
import { toServe } from './open-desk.ts';
import { refusedPlace } from '#hosting/out-folder.ts';
import { type Outcome, printOutcome, tell } from './printer.ts';
import { serve } from './serve.ts';
import { readableRepository, readableSource } from './content-source.ts';
import { buildWatch, placeWords } from './words/build.ts';
import { stateOf } from '#state/state.ts';

interface StartInput {
  readonly content: string;
  readonly out: string;
  readonly day: Day;
  /** The moment of the build, ISO. */
  readonly at: string;
  readonly json: boolean;
  /** HOST, PORT and ARCHIVE_PROXIES say where it listens, and whom it believes. */
  readonly env: NodeJS.ProcessEnv;
}

/**
 * Builds, then serves the site and its desk; where the build fails, the last site of ours, if there is
 * one. What stands in the way of serving is found before anything is built; and one archive is served
 * by one process, because a second one would take its folders from under the first.
 */
export async function start(input: StartInput): Promise<Outcome> {
  const { content, out } = input;
  const refused = await refusedPlace({ content, out });
  if (refused !== undefined) return placeWords(out, refused);
  const alone = await takeProcessLock(join(stateOf(content).desk, 'serving'));
  if ('heldBy' in alone) return servedAlready(alone.heldBy);
  try {
    const listening = await listenAt(input.env);
    if ('stopped' in listening) return listening.stopped;
    await alone.say(listening.origin);
    try {
      return await buildAndServe(input, listening);
    } finally {
      await listening.close();
    }
  } finally {
    alone.letGo();
  }
}

/** Said by a second start of the same archive; `origin` is empty while the first has no address yet. */
export function servedAlready(origin: string): Outcome {
  const at = origin === '' ? '' : ` at ${origin}/`;
  return {
    exit: 1,
    lines: [
      `This archive is being served already${at}, by another start on this machine.`,
      'Use that one, or stop it first (Ctrl+C where it runs). Nothing was built and nothing was changed.',
    ],
    data: { ok: false, served: origin },
  };
}

async function buildAndServe(input: StartInput, listening: Listening): Promise<Outcome> {
  const { content, out, day, at, json } = input;
  const opened = await readableRepository(content);
  if ('stopped' in opened) return opened.stopped;
  const { repository } = opened;
  const source = await readableSource(content);
  if ('stopped' in source) return source.stopped;
  if (source.uncommitted && repository !== undefined) tell(NOT_COMMITTED);
  // Before anything is built: the desk and `/withdraw/` have to be there whatever becomes of the site.
  if (repository !== undefined)
    await Promise.all([deskPages(), keptPages('site', () => buildWatch.step('compile'))]);
  const built = await build({ content: source.from, out, day, at, home: content });
  printOutcome(built, json);
  const ok = built.exit === 0;
  const folder = await toServe(content, out, ok);
  // The last site stands, without what came down since, when it is one that this archive built.
  const stands = (await buildRecordOf(stateOf(content).built, resolve(folder))) !== undefined;
  if (!ok && (repository === undefined || !stands)) return { ...built, lines: [] };
  return serve({ folder, content, repository, owed: !ok, listening, today: day });
}

const NOT_COMMITTED =
  'The content folder has changes that are not committed. They are in this first site, but the desk builds from what is committed. Commit them and start again, or what you took back may be shown again.';
