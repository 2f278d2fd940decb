import { join } from 'node:path';
import type { Day, Use } from '#consent/decision.ts';
import type { Register } from '#register/register.ts';
import type { GitStore } from '#repository/git-store.ts';
import type { HideList } from '#hosting/hide-list.ts';
import type { Publisher } from './publisher.ts';
import type { SignIns } from './sign-in.ts';
import type { Uploads } from '#server/cms/stored-files.ts';

/** The browser's side of the desk. */
export interface AdminFiles {
  /**
   * Below `/admin/`, without a slash in front; the page itself is `index.html`. Before somebody is
   * signed in the configuration names nothing of the archive: an exhibition may not be open yet.
   */
  read(
    path: string,
    isSignedIn: boolean,
  ): Promise<
    | {
        readonly body: Uint8Array | string;
        readonly type: string;
        /** Its address names its version: a browser may keep it and never ask again. */
        readonly immutable: boolean;
      }
    | undefined
  >;
  /** The path of by far the largest file, as `read` takes it. */
  readonly largest: string;
  /** The Content-Security-Policy of the page. */
  readonly policy: string;
}

/** What a command of the archive did to a folder: whether it went well, and lines without content. */
export interface ActDone {
  readonly ok: boolean;
  readonly lines: readonly string[];
  /** It was not done because the record cannot be read: a person has to mend it first. */
  readonly unreadable?: boolean | undefined;
}

/** What is taken back: the whole; a part; a use; or what one person said yes to, and no more. */
export interface Withdrawal {
  readonly id: string;
  readonly part?: string | undefined;
  readonly use?: Use | undefined;
  /** Opaque id; a person who is not the contributor takes back their own yes alone. */
  readonly person?: string | undefined;
}

/** Whether all of it goes, and not a part, a use or one person's yes. */
export function isWhole({ part, use, person }: Omit<Withdrawal, 'id'>): boolean {
  return (part ?? use ?? person) === undefined;
}

/** What an address says of a piece that came down (consent.md §4.3): "no longer here", or nothing. */
export type Trace = 'notice' | 'no-trace';

/** A finished site: its folder, and the ids that answer "no longer here". */
export interface FinishedSite {
  readonly folder: string;
  readonly tombstones: readonly string[];
  /** Which files of the search index belong to which contribution; by id, below the folder. */
  readonly fragments?: Fragments | undefined;
}
export type Fragments = Readonly<Record<string, readonly string[]>>;

/** The commands of the archive, as the desk uses them: each works on a folder it is given. */
export interface Commands {
  build(
    content: string,
    out: string,
  ): Promise<
    ActDone & {
      readonly tombstones?: readonly string[] | undefined;
      readonly fragments?: Fragments | undefined;
    }
  >;
  check(content: string): Promise<ActDone>;
  approve(content: string, id: string): Promise<ActDone & { readonly parts: number }>;
  /** Writes into an answer which words of a priority it answers: those that are there now. */
  answered(content: string, id: string): Promise<ActDone>;
  withdraw(content: string, what: Withdrawal): Promise<ActDone>;
  /**
   * Takes pieces out of the served folder and every other that the archive built, and out of what it keeps
   * between two builds: caches, the release tree, logs; and writes the rules for other web servers.
   */
  forget(pieces: ReadonlyMap<string, Trace>, site: FinishedSite): Promise<void>;
}

/** All that the desk works with; passed to every function, so that tests need no port and no clock. */
export interface Desk {
  readonly store: GitStore;
  /** The media store: `<store>/<id>/<file>`. */
  readonly media: string;
  /** Who sent which file and has not saved yet. */
  readonly uploads: Uploads;
  /** Where the desk keeps what must survive a restart. */
  readonly folder: string;
  readonly admin: AdminFiles;
  readonly commands: Commands;
  readonly signIns: SignIns;
  readonly hidden: HideList;
  readonly publisher: Publisher;
  /** The private store: people, receipts, the log. */
  readonly register: Register;
  readonly now: () => number;
  readonly today: () => Day;
  /** Where the settings say that the site is, such as `https://stories.example`. */
  readonly ownOrigin?: string | undefined;
  /** Ends after so many milliseconds; passed in, so that no test depends on how fast a machine is. */
  readonly wait: (ms: number) => Promise<unknown>;
  /** Tells whoever runs the archive that something is wrong: ids, fields and rules, never content. */
  readonly report: (line: string) => void;
  /** One write after the other (decap.md §8.2). */
  readonly inTurn: <T>(work: () => Promise<T>) => Promise<T>;
}

/** Folders of the desk that live as long as its process. */
export function runFolder(folder: string): string {
  return join(folder, `run-${process.pid}`);
}

/** A promise chain: what is asked for later is done later. */
export function makeQueue(): Desk['inTurn'] {
  let last: Promise<unknown> = Promise.resolve();
  return <T>(work: () => Promise<T>): Promise<T> => {
    const turn = last.then(work);
    last = turn.catch(() => undefined);
    return turn;
  };
}
