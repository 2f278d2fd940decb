import { randomUUID } from 'node:crypto';
import { readdir, readFile, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { Register } from '#register/register.ts';
import type { Commands } from './commands.ts';
import type { Failed } from './not-built-words.ts';
import type { FinishedSite } from '#hosting/finished-site.ts';
import { allOf, type Repository, liveTip } from '#repository/repository.ts';
import type { Hidden } from '#hosting/hidden.ts';
import type { HideList } from '#hosting/hide-list.ts';
import { note } from '#withdrawal/finish-withdrawal.ts';
import { writeOut } from '#repository/write-out.ts';
import { writeAtomically } from '#state/atomic-write.ts';

export interface PublisherState {
  readonly state: 'idle' | 'working' | 'failed';
  readonly since: string;
  /** Why the last build failed, while nothing newer is being made. */
  readonly failed?: Failed;
}

/**
 * Builds the site from the live branch, in the background, into a fresh folder, and switches to it
 * when all of it passed. That a build is owed stands in a file before anything is changed, so that a
 * new start makes it good.
 */
export class Publisher {
  readonly #input: PublisherInput;
  #site: FinishedSite;
  #state: PublisherState;
  #wanted = 0;
  /** Withdrawals under way, each of which ends in a build. */
  readonly #expected = new Set<Promise<void>>();
  #working: Promise<void> | undefined;
  readonly #takenDown = new Set<string>();

  constructor(input: PublisherInput) {
    this.#input = input;
    this.#site = input.site;
    this.#state = this.#told('idle');
  }

  get site(): FinishedSite {
    return this.#site;
  }

  get state(): PublisherState {
    const { state, since } = this.#state;
    return this.#expected.size > 0 && state !== 'working'
      ? { state: 'working', since }
      : this.#state;
  }

  /** Notes that what is served is not what the live branch says. Before the change, not after it. */
  async owe(): Promise<void> {
    await writeAtomically(this.#marker, JSON.stringify({ owed: true }));
  }

  async isOwed(): Promise<boolean> {
    return (await readFile(this.#marker, 'utf8').catch(() => '')) !== '';
  }

  /** Starts a build, or gathers this wish into one more build after the one under way. */
  start(): void {
    this.#wanted += 1;
    if (this.#working !== undefined) return;
    this.#state = this.#told('working');
    this.#working = this.#work().finally(() => {
      this.#working = undefined;
    });
  }

  /**
   * A build once this work is done, and until then the site is not up to date. A build also when it
   * failed, because what is hidden must leave the disk; none when it changed nothing.
   */
  startAfter(work: Promise<{ readonly changed: boolean }>): void {
    const over = work
      .catch(() => ({ changed: true }))
      .then(({ changed }) => {
        this.#expected.delete(over);
        if (changed) this.start();
      });
    this.#expected.add(over);
  }

  /** Waits until nothing is being built, nor will be once a withdrawal under way is done. */
  async settled(): Promise<void> {
    for (;;) {
      const [next = this.#working] = this.#expected;
      if (next === undefined) return;
      await next;
    }
  }

  async #work(): Promise<void> {
    let failed: Failed | undefined;
    while (this.#wanted > 0) {
      this.#wanted = 0;
      failed = await this.#buildOnce().catch(() => ({ kind: 'broke-off' }) as const);
    }
    this.#state = failed === undefined ? this.#told('idle') : { ...this.#told('failed'), failed };
  }

  /** Answers with why it failed; with nothing when the new site is served. */
  async #buildOnce(): Promise<Failed | undefined> {
    const { repository, commands, hidden, folder, sites, switched, takesDown } = this.#input;
    const settled = hidden.entries.filter(({ done, hold }) => done && hold !== true);
    const down = hidden.entries.filter(({ hold }) => hold !== true);
    await takesDown().catch(() => undefined);
    await this.#takeDown(down).catch(() => undefined);
    const tip = await liveTip(repository);
    const content = join(folder, 'content');
    const fresh = `${content}.${randomUUID()}`;
    await writeOut(repository, await allOf(repository, tip), fresh);
    await rm(content, { recursive: true, force: true });
    await rename(fresh, content);
    const out = join(sites, 'sites', randomUUID());
    const built = await commands.build(content, out);
    if (built.kind !== 'built') {
      await rm(out, { recursive: true, force: true });
      return built;
    }
    const { kind: _, ...known } = built;
    this.#site = { folder: out, ...known };
    await switched(this.#site);
    await writeAtomically(join(sites, 'site.json'), JSON.stringify(this.#site));
    await hidden.forget(settled);
    for (const entry of settled.filter(({ expired }) => expired !== true))
      note(this.#input, 'rebuilt', entry, 'desk');
    if (this.#wanted === 0 && (await liveTip(repository)) === tip)
      await rm(this.#marker, { force: true });
    await this.#forgetOldSites(out);
    return undefined;
  }

  /** Off every built folder and out of the caches, once; readers are kept from it already. */
  async #takeDown(down: readonly Hidden[]): Promise<void> {
    const fresh = down.filter(({ key }) => !this.#takenDown.has(key));
    if (fresh.length === 0) return;
    const { hidden, commands } = this.#input;
    const ids = new Set(fresh.map(({ id }) => id));
    const pieces = new Map([...hidden.traces].filter(([id]) => ids.has(id)));
    await commands.forget(pieces, this.#site);
    for (const { key } of fresh) this.#takenDown.add(key);
  }

  /** What was withdrawn should not lie about in a site that nobody is shown. */
  async #forgetOldSites(current: string): Promise<void> {
    const sites = join(this.#input.sites, 'sites');
    for (const name of await readdir(sites).catch(() => []))
      if (join(sites, name) !== current)
        await rm(join(sites, name), { recursive: true, force: true });
  }

  get #marker(): string {
    return join(this.#input.folder, 'build-owed.json');
  }

  #told(state: PublisherState['state']): PublisherState {
    return { state, since: new Date(this.#input.now()).toISOString() };
  }
}

export interface PublisherInput {
  readonly repository: Repository;
  readonly commands: Commands;
  readonly hidden: HideList;
  readonly folder: string;
  /** Holds the sites it builds; `folder`, but while the site is worked on. */
  readonly sites: string;
  readonly site: FinishedSite;
  readonly now: () => number;
  readonly register: Register;
  /** Called before each build, while what is to come down is still hidden: what else holds any of it lets it go. */
  readonly takesDown: () => Promise<void>;
  /** Called when a new site is whole, before the old one goes. */
  readonly switched: (site: FinishedSite) => Promise<void>;
}
