import type { DatabaseSync } from 'node:sqlite';
import type { Day } from '#consent/decision.ts';
import { daysAfter } from '#records/day.ts';
import { type PublicSince, PUBLISHED, publishedDetail } from './care.ts';
import {
  markDone,
  putThanks,
  type Task,
  takeThanks,
  tasksDue,
  type Thanks,
  waitingThanks,
  wasPublished,
} from './care-table.ts';
import { type ChainVerdict, verdictOn } from './chain.ts';
import type { RegisterEvent, StoredEvent } from './event.ts';
import { Copies } from './copies.ts';
import {
  type Bundle,
  bundlesIn,
  type Counts,
  countsOf,
  isEmptyRegister,
  insertBundle,
} from './dump.ts';
import { type Forgotten, forget } from './forget.ts';
import { allEvents, append } from './log.ts';
import { flushErased, RegisterFile, transaction } from './open-file.ts';
import {
  aliasesOf,
  idOf,
  type PersonIn,
  type PersonRecord,
  personById,
  putAlias,
  putPerson,
  putConsentCapture,
  type ConsentCapture,
  consentCaptureOf,
} from './people.ts';
import { issue, KnownCodes, type ReceiptRecord } from './receipts.ts';
import { RegisterRefused } from './refused.ts';
import { keyOf, type SecretName } from './secrets.ts';

/**
 * The private database: who people are and how to reach them, receipts, and a log of what happened that
 * nobody can change (docs/consent.md §3.1, T0). Nothing of it is ever in git or on the site.
 */
export class Register {
  readonly #file: RegisterFile;
  readonly #now: () => number;
  readonly #codes = new KnownCodes();

  private constructor(file: RegisterFile, now: () => number) {
    this.#file = file;
    this.#now = now;
  }

  /** Opens the file, and makes it and its folder when they are not there. `now` in milliseconds. */
  static open(file: string, now: () => number): Register {
    return new Register(RegisterFile.open(file), now);
  }

  /** The same for a server, which has to come up on the worst day too: see `unreadable`. */
  static forServer(file: string, now: () => number): Register {
    const register = new Register(new RegisterFile(file), now);
    if (register.unreadable === undefined)
      register.#codes.learn(register.#db, register.secret('codes'));
    return register;
  }

  /** The name of the file when it cannot be read; nothing when it can. */
  get unreadable(): string | undefined {
    return this.#file.unreadable;
  }

  get #db(): DatabaseSync {
    return this.#file.db;
  }

  close(): void {
    this.#file.close();
  }

  /** Writes a person, or puts this in place of what is kept under that id. */
  savePerson(person: PersonRecord): void {
    putPerson(this.#db, person);
  }

  person(id: string): PersonRecord | undefined {
    return personById(this.#db, id);
  }

  /** Says that the person who is called `person` in a contribution is the one kept under `id`. */
  linkPerson(of: PersonIn, id: string): void {
    putAlias(this.#db, of, id);
  }

  /** The person whom a contribution calls `p1`: an opaque id means somebody else in each contribution. */
  personOf(contribution: string, person: string): PersonRecord | undefined {
    const id = idOf(this.#db, { contribution, person });
    return id === undefined ? undefined : personById(this.#db, id);
  }

  /** What one person is called in each of their contributions. */
  aliasesOf(id: string): readonly PersonIn[] {
    return aliasesOf(this.#db, id);
  }

  saveConsentCapture(capture: ConsentCapture): void {
    putConsentCapture(this.#db, capture);
  }

  consentCaptureOf(of: PersonIn): ConsentCapture | undefined {
    return consentCaptureOf(this.#db, of);
  }

  /**
   * A code for a receipt, shown once: only a keyed hash of it is kept. Noted in the log. A new code
   * for the same person leaves the older ones good: a receipt on paper must go on working.
   */
  issueReceipt(of: {
    readonly contribution: string;
    readonly person: string;
    readonly day: Day;
    readonly actorRole?: string | undefined;
  }): string {
    const { contribution, person, actorRole = 'facilitator' } = of;
    const key = this.secret('codes');
    return transaction(this.#db, () => {
      this.note({ event: 'receipt-issued', contribution, person, actorRole });
      return issue(this.#db, key, of);
    });
  }

  /** Whose receipt this is, however it was typed; nothing for a slip or a code that never was. */
  receiptFor(code: string): ReceiptRecord | undefined {
    return this.#codes.lookUp(() => [this.#db, this.secret('codes')], code);
  }

  /** Writes what happened behind the last event. Throws when a field holds anything but codes. */
  note(event: RegisterEvent): void {
    append(this.#db, event, this.#now());
  }

  events(): readonly StoredEvent[] {
    return allEvents(this.#db);
  }

  verifyChain(): ChainVerdict {
    return verdictOn(this.events());
  }

  /** 32 random bytes, the same for as long as the register lives. */
  secret(name: SecretName): Buffer {
    return keyOf(this.#db, name);
  }

  /**
   * Takes out who a person in a contribution is, and how their consent was taken. When they are in no
   * other contribution, or `everywhere` is said, all that is known of them goes. What stays is the
   * opaque id in the log, and that their receipt still works. Answers with what is left of them and
   * the names of the files in which older backups keep them.
   */
  forgetPerson(of: PersonIn & { readonly everywhere?: boolean | undefined }): Forgotten {
    const forgotten = transaction(this.#db, () => {
      const done = forget(this.#db, of);
      const { contribution, person } = of;
      if (done.found)
        this.note({ event: 'person-forgotten', contribution, person, actorRole: 'facilitator' });
      return done;
    });
    flushErased(this.#db);
    return forgotten;
  }

  /** That pieces are public from a day on, in one step; once, however often it is said. */
  notePublished(...all: readonly PublicSince[]): void {
    transaction(this.#db, () => {
      for (const { on, ...of } of all)
        if (!wasPublished(this.#db, of))
          this.note({ ...of, event: PUBLISHED, detail: publishedDetail(on) });
    });
  }

  /** What is to be done for people and falls due within some days of `day`, made from the log. */
  tasks({ day, within }: { readonly day: Day; readonly within: number }): readonly Task[] {
    const until = daysAfter(day, within);
    return transaction(this.#db, () => tasksDue(this.#db, this.events(), { day, until }));
  }

  /** False when there is no such task, or it was done before. */
  taskDone({ key, day }: { readonly key: string; readonly day: Day }): boolean {
    return transaction(this.#db, () => {
      const who = markDone(this.#db, key, day);
      if (who === undefined) return false;
      this.note({ ...who, event: 'check-in-done', actorRole: 'facilitator' });
      return true;
    });
  }

  /** Keeps thanks until somebody reads them. False when too many wait for this piece already. */
  keepThanks(thanks: Omit<Thanks, 'key'>): boolean {
    return putThanks(this.#db, thanks);
  }

  thanksWaiting(): readonly Thanks[] {
    return waitingThanks(this.#db);
  }

  /** Takes thanks out for good, passed on or dropped, and answers with them. */
  takeThanks({ key, as }: { readonly key: string; readonly as: 'passed' | 'dropped' }) {
    const taken = transaction(this.#db, () => {
      const found = takeThanks(this.#db, key);
      if (found === undefined) return undefined;
      const { contribution } = found;
      this.note({ event: `thanks-${as}`, contribution, actorRole: 'facilitator' });
      return found;
    });
    flushErased(this.#db);
    return taken;
  }

  /** Copies that somebody else has. */
  get copies(): Copies {
    return new Copies(this.#db, (event) => this.note(event));
  }

  /** All of it, in parts that can be kept one by one. */
  bundles(): readonly [Bundle, ...Bundle[]] {
    return bundlesIn(this.#db);
  }

  /** Puts a backup with a whole log into an empty register, all or nothing; else throws `RegisterRefused`. */
  takeIn(bundles: readonly Bundle[]): void {
    transaction(this.#db, () => {
      if (!isEmptyRegister(this.#db)) throw new RegisterRefused({ rule: 'not-empty' });
      insertBundle(this.#db, bundles);
      if (!this.verifyChain().ok) throw new RegisterRefused({ rule: 'log-not-whole' });
      this.note({ event: 'register-restored', actorRole: 'facilitator' });
    });
  }

  /** How much is in it, without a word of what. */
  counts(): Counts {
    return countsOf(this.#db);
  }
}
