import type { FinishedSite, Fragments } from '#hosting/finished-site.ts';
import type { Trace } from '#hosting/hidden.ts';
import type { TakenOut } from '#withdrawal/result.ts';
import type { Withdrawal } from '#withdrawal/withdrawal.ts';

/** What a command of the archive did to a folder: whether it went well, and lines without content. */
export interface ActDone {
  readonly ok: boolean;
  readonly lines: readonly string[];
}

/** The commands of the archive, as the desk uses them: each works on a folder it is given. */
export interface Commands {
  build(
    content: string,
    out: string,
  ): Promise<
    ActDone & {
      readonly tombstones?: readonly string[] | undefined;
      readonly fragments?: Fragments | undefined;
      readonly frame?: FinishedSite['frame'];
    }
  >;
  check(content: string): Promise<ActDone>;
  approve(content: string, id: string): Promise<ActDone & { readonly parts: number }>;
  /** Writes into an answer which words of a priority it answers: those that are there now. */
  answered(content: string, id: string): Promise<ActDone>;
  withdraw(content: string, what: Withdrawal): Promise<TakenOut>;
  /**
   * Takes pieces out of the served folder and every other that the archive built, and out of what it keeps
   * between two builds: caches, the release tree, logs; and writes the rules for other web servers.
   */
  forget(pieces: ReadonlyMap<string, Trace>, site: FinishedSite): Promise<void>;
}
