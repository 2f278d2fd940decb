import { londonDay } from '#schedule/london.ts';
import type { Desk } from './desk-context.ts';
import { hideExpired } from '#withdrawal/hide-expired.ts';
import { clearMediaStore } from '#server/cms/stored-files.ts';
import { siteFreshness } from '#schedule/site-freshness.ts';
import { begunIn, finishBegun } from '#withdrawal/finish-withdrawal.ts';

const MINUTE = 60_000;
/** The day is built from five past midnight, so that two clocks that differ a little agree on it. */
const AFTER_MIDNIGHT = 5 * MINUTE;
/** How long to wait after a build that failed: twice as long each time, and an hour at most. */
const FIRST_WAIT = 5 * MINUTE;
const LONGEST_WAIT = 60 * MINUTE;

/**
 * Builds the site anew when the day has changed in London, because nothing happens at midnight on a
 * static site unless something builds (docs/consent.md §3.4; A12, A13). It looks once a minute at what is
 * served and at the clock, and keeps no alarm of its own: so a machine that slept, a change of the
 * clocks and a new start all come right at the next look.
 */
export class DailyBuild {
  readonly #desk: Desk;
  #tries = 0;
  #notBefore = 0;

  constructor(desk: Desk) {
    this.#desk = desk;
  }

  /** One look; says whether it began a build. */
  async look(): Promise<boolean> {
    const { publisher, hidden, now } = this.#desk;
    // Withdrawn by the command, and nobody has asked for a page since.
    if ((await hidden.refresh()).length > 0) publisher.start();
    await this.#desk.previews.sweep();
    await this.#finishWithdrawals();
    if (publisher.state.state === 'working' || !(await this.#isDue())) return false;
    // The day has changed and its build failed: what ended meanwhile comes down without it.
    if (publisher.state.state === 'failed') await hideExpired(this.#desk);
    // A clock that was put back must not keep the next try away.
    if (now() < this.#notBefore && this.#notBefore - now() <= LONGEST_WAIT) return false;
    this.#notBefore = now() + Math.min(LONGEST_WAIT, FIRST_WAIT * 2 ** this.#tries);
    this.#tries += 1;
    await this.#desk.inTurn(() => clearMediaStore(this.#desk));
    publisher.start();
    return true;
  }

  /** What failed when somebody asked for it is tried again until it is done. */
  async #finishWithdrawals(): Promise<void> {
    const { hidden, inTurn, now, publisher } = this.#desk;
    const before = now() - MINUTE;
    const waiting = begunIn(hidden).length;
    if (waiting === 0) return;
    await inTurn(async () => {
      await publisher.owe().catch(() => undefined);
      await finishBegun(this.#desk, before);
    }).catch(() => undefined);
    if (begunIn(hidden).length < waiting) publisher.start();
  }

  /** Looks now and then every minute; answers with what stops it. */
  start(): () => void {
    const look = (): void => void this.look().catch(() => undefined);
    look();
    const timer = setInterval(look, MINUTE);
    timer.unref();
    return () => clearInterval(timer);
  }

  /** Served is a site for neither today nor, in the first minutes of a day, the day before. */
  async #isDue(): Promise<boolean> {
    const now = this.#desk.now();
    const { builtFor } = await siteFreshness(this.#desk.publisher.site.folder, now);
    const days = [londonDay(new Date(now)), londonDay(new Date(now - AFTER_MIDNIGHT))];
    const due = builtFor === undefined || !days.includes(builtFor);
    if (!due) {
      this.#tries = 0;
      this.#notBefore = 0;
    }
    return due;
  }
}
