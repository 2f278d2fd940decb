import type { NotBuilt } from '#build/result.ts';
import type { FinishedSite } from '#hosting/finished-site.ts';
import type { Trace } from '#hosting/hidden.ts';
import type { Problem } from '#records/problem.ts';
import type { TakenOut } from '#withdrawal/result.ts';
import type { Preview, PreviewInput } from '#release/preview.ts';
import type { Withdrawal } from '#withdrawal/withdrawal.ts';

/** A site stands in the folder, proved; what has to be known of it to serve it. */
export type BuiltSite = { readonly kind: 'built' } & Omit<FinishedSite, 'folder'>;

/** A preview as the desk asks for it: the blocklist is the archive's own, and its clean copies are read. */
export type PreviewRequest = Pick<
  PreviewInput,
  'content' | 'of' | 'day' | 'folder' | 'mediaAt' | 'hidden' | 'knowOthers'
>;

/** The commands of the archive, as the desk uses them: each works on a folder it is given. */
export interface Commands {
  build(content: string, out: string): Promise<BuiltSite | NotBuilt>;
  /** Everything that stands in the way of a build; none where all of it reads. */
  check(content: string): Promise<readonly Problem[]>;
  withdraw(content: string, what: Withdrawal): Promise<TakenOut>;
  /** What the public would see of the one record in a folder, into a tree that nothing is served from. */
  preview(asked: PreviewRequest): Promise<Preview>;
  /**
   * Takes pieces out of the served folder and every other that the archive built, and out of what it keeps
   * between two builds: caches, the release tree, logs; and writes the rules for other web servers.
   */
  forget(pieces: ReadonlyMap<string, Trace>, site: FinishedSite): Promise<void>;
}
