const MINUTES = 15;
const WINDOW = MINUTES * 60_000;
/** A family on one line may mistype; a machine that guesses tries far more. */
const EACH = 10;
/** Over all addresses, so that many machines together are no faster. */
const ALL = 300;

/** Counts wrong codes only, in memory only: no address of a reader is ever written down. */
export class CodeLimits {
  readonly #now: () => number;
  #wrong: readonly { readonly from: string; readonly at: number }[] = [];

  constructor(now: () => number) {
    this.#now = now;
  }

  /** Minutes to wait before another code is looked at; 0 when it may be looked at now. */
  waitFor(from: string): number {
    const since = this.#now() - WINDOW;
    this.#wrong = this.#wrong.filter(({ at }) => at > since);
    const own = this.#wrong.filter((each) => each.from === from);
    const full = this.#wrong.length >= ALL ? this.#wrong : own.length >= EACH ? own : [];
    const first = full[0];
    return first === undefined ? 0 : Math.max(1, Math.ceil((first.at - since) / 60_000));
  }

  wrong(from: string): void {
    this.#wrong = [...this.#wrong, { from, at: this.#now() }];
  }
}
