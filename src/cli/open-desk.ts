import { existsSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { adminFiles } from '#cms/admin-files.ts';
import { deskLists } from '#cms/desk-lists.ts';
import type { EditorFiles, Desk } from '#server/desk-context.ts';
import type { FinishedSite } from '#hosting/finished-site.ts';
import type { Repository } from '#repository/repository.ts';
import type { Commands } from '#server/commands.ts';
import { lastSite, type OpenDesk, openDesk, type WorkedOn } from '#server/open-desk.ts';
import { Register } from '#register/register.ts';
import { deskPages } from './desk-pages.ts';
import { deskCommands } from './desk-commands.ts';
import { tell } from './printer.ts';
import { isDebug } from '#state/fault.ts';
import { stateOf } from '#state/state.ts';
import { londonDay } from './today.ts';

/** The desk over the content in git and a finished site. `day` stands still when one was asked for. */
export function deskOver(input: {
  readonly repository: Repository;
  readonly content: string;
  readonly site: FinishedSite;
  readonly ownOrigin?: string | undefined;
  readonly today?: Desk['today'];
  readonly workedOn?: WorkedOnHere | undefined;
}): Promise<OpenDesk> {
  const { repository, site, ownOrigin, workedOn } = input;
  const content = resolve(input.content);
  const state = stateOf(content);
  const today = input.today ?? (() => londonDay(new Date()));
  return openDesk({
    repository,
    site,
    ownOrigin,
    media: state.store,
    folder: state.desk,
    admin: editorFiles(content, state.desk),
    commands: { ...deskCommands(content, today), ...(workedOn && { build: workedOn.build }) },
    register: Register.forServer(state.register, Date.now),
    now: Date.now,
    today,
    wait: (ms) => wait(ms, undefined, { ref: false }),
    report: tell,
    debug: isDebug(process.env),
    pages: workedOn?.pages ?? deskPages,
    workedOn,
  });
}

/** What `npm run dev` puts in the place of a finished site, of the built pages and of a build. */
export interface WorkedOnHere extends WorkedOn {
  readonly pages: Desk['pages'];
  readonly build: Commands['build'];
}

/** For whoever sees everything: the editor's files, its lists read from what the desk last published, or from the content folder. */
export function editorFiles(content: string, desk: string): EditorFiles {
  const published = join(desk, 'content');
  const lists = () => deskLists(existsSync(published) ? published : content);
  const open = adminFiles(lists);
  const shut = adminFiles(async () => ({ ...(await lists()), lists: NOTHING }));
  return {
    policy: open.policy,
    largest: open.largest.slice('/admin/'.length),
    read: (path, asker) => {
      const address = `/admin/${path === 'index.html' ? '' : path}`;
      return (asker.sees === 'everything' ? open : shut).read(address, asker);
    },
  };
}

const NOTHING = {
  themes: [],
  places: [],
  series: [],
  exhibitions: [],
  priorities: [],
  pieces: [],
};

/**
 * The folder to serve after the first build: the one just built, and the desk's own older sites go;
 * or, when the build failed, the last site the desk built, with what was withdrawn since taken out.
 */
export async function toServe(content: string, built: string, ok: boolean): Promise<string> {
  const { desk } = stateOf(content);
  if (!ok) return (await lastSite(desk))?.folder ?? built;
  await rm(join(desk, 'site.json'), { force: true });
  await rm(join(desk, 'sites'), { recursive: true, force: true });
  return built;
}
