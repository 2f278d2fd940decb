import type { Day } from '#consent/decision.ts';
import type { TakingDownFault } from '#withdrawal/withdrawals.ts';
import type { Access } from '#register/access.ts';
import type { Register } from '#register/register.ts';
import type { Repository } from '#repository/repository.ts';
import type { HideList } from '#hosting/hide-list.ts';
import type { CodeLimits } from './code-limits.ts';
import type { Incoming } from './incoming.ts';
import type { Commands } from './commands.ts';
import type { DrawnPages, Drawer } from './draw.ts';
import type { InTurn } from './make-queue.ts';
import type { Previews } from './previews.ts';
import type { Publisher } from './publisher.ts';
import type { EditorRights } from './roles.ts';
import type { SignIns } from './sign-in.ts';
import type { MediaStore } from '#media/store.ts';
import type { Uploads } from '#intake/uploads.ts';

/** Who asks for the editor: what they have of it, and in which language it speaks to them. */
export interface EditorAsker extends EditorRights {
  readonly language: string;
}

/** The browser's side of the desk. */
export interface EditorFiles {
  /**
   * Below `/admin/`, without a slash in front; the page itself is `index.html`. Who sees nothing gets a
   * configuration that names nothing of the archive: an exhibition may not be open yet.
   */
  read(
    path: string,
    asker: EditorAsker,
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

/** All that the desk works with; passed to every function, so that tests need no port and no clock. */
export interface Desk {
  readonly repository: Repository;
  readonly media: MediaStore;
  /** Who sent which file and has not saved yet. */
  readonly uploads: Uploads;
  /** Files that come piece by piece for a form that is written. */
  readonly incoming: Incoming;
  /** Where the desk keeps what must survive a restart. */
  readonly folder: string;
  readonly admin: EditorFiles;
  readonly commands: Commands;
  /** Who may come in and what they are still writing. */
  readonly access: Access;
  readonly signIns: SignIns;
  /** Codes are guessed no faster at one door than at another. */
  readonly limits: CodeLimits;
  /** The pages that are drawn on request. */
  readonly drawer: Drawer;
  readonly pages: () => Promise<DrawnPages>;
  /** What somebody looks at before it is published. */
  readonly previews: Previews;
  readonly hidden: HideList;
  readonly publisher: Publisher;
  /** The private register: people, receipts, the log. */
  readonly register: Register;
  readonly now: () => number;
  readonly today: () => Day;
  /** Where the settings say that the site is, such as `https://stories.example`. */
  readonly ownOrigin?: string | undefined;
  /** Ends after so many milliseconds; passed in, so that no test depends on how fast a machine is. */
  readonly wait: (ms: number) => Promise<unknown>;
  /** Tells whoever runs the archive that something is wrong: ids, fields and rules, never content. */
  readonly report: (line: string) => void;
  /** The same of a withdrawal and of the hide list. */
  readonly onFault: (fault: TakingDownFault) => void;
  /** One write after the other (docs/traps/git.md, "Reading and writing"). */
  readonly inTurn: InTurn;
}
