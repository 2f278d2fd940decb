import { renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import type { DatabaseSync } from 'node:sqlite';
import { ACCESS_STEPS } from './access-schema.ts';
import {
  codeOfForm,
  contributionsBegun,
  type Form,
  formFor,
  formOf,
  removeForm,
  resumeForm,
  saveForm,
  takeForm,
  sweepForms,
} from './forms.ts';
import {
  type Invitation,
  invitationFor,
  listInvitations,
  type MadeInvitation,
  makeInvitation,
  type NewInvitation,
  revokeInvitation,
  openSession,
  type Session,
  sessionFor,
  signIn,
  signInByCode,
  signOut,
  sweepInvitations,
} from './invitations.ts';
import { AskedPeople } from './asked-people.ts';
import { OwnPieces } from './own-pieces.ts';
import { flushErased, RegisterFile, transaction } from './open-file.ts';
import { keyOf } from './secrets.ts';
import { WrongCodes } from './wrong-codes.ts';
import { endSignIn, endSignInsOf, listSignIns, type OpenSignIn } from './sign-ins.ts';

/** Where it lies in the folder of the desk. */
export const accessFile = (folder: string): string => join(folder, 'access.sqlite');

/**
 * Who may come in, who is in, and what they are still writing: what the doors ask at each request. A file
 * beside the register and not in it, so that facilitators can sign in and take a piece down on the day on
 * which the register cannot be read. It is in no backup (docs/decisions.md, "Sign-in without accounts").
 */
export class Access {
  readonly #db: DatabaseSync;
  readonly #now: () => number;
  /** Where a damaged file was put, when there was one: then everybody comes in anew. */
  readonly setAside: string | undefined;
  /** Wrong codes, by where they came from. */
  readonly wrongCodes: WrongCodes;
  /** Who looks at what they shared. */
  readonly pieces: OwnPieces;
  /** Links for people who are in what somebody else shared. */
  readonly asked: AskedPeople;

  private constructor(db: DatabaseSync, now: () => number, setAside: string | undefined) {
    this.#db = db;
    this.#now = now;
    this.setAside = setAside;
    this.wrongCodes = new WrongCodes(db, now);
    this.pieces = new OwnPieces(db, now);
    this.asked = new AskedPeople(db, now);
  }

  /** Opens the file, and makes it when it is not there or is damaged. @throws where it cannot be written */
  static open(file: string, now: () => number): Access {
    try {
      return new Access(opened(file), now, undefined);
    } catch (error) {
      if (!isDamage(error)) throw error;
      const damaged = `${file}.damaged`;
      renameSync(file, damaged);
      for (const beside of ['-wal', '-shm']) rmSync(`${file}${beside}`, { force: true });
      return new Access(opened(file), now, damaged);
    }
  }

  /** Makes an invitation, where `typed` with a code that can be typed. What opens it is shown once. */
  invite(invitation: NewInvitation, { typed = false } = {}): MadeInvitation {
    const now = this.#now();
    return transaction(this.#db, () => {
      sweepInvitations(this.#db, now);
      const key = typed ? keyOf(this.#db, 'codes') : undefined;
      return makeInvitation(this.#db, invitation, { now, key });
    });
  }

  close(): void {
    this.#db.close();
  }

  /** The invitation that a token opens now; nothing is used up. */
  invitationFor(token: string): Invitation | undefined {
    return invitationFor(this.#db, token, this.#now());
  }

  /** Comes in with a token, for `lasts` milliseconds; answers with the secret of the sign-in, or nothing. */
  signIn(token: string, lasts: number): string | undefined {
    const now = this.#now();
    return signIn(this.#db, { token, until: now + lasts, now });
  }

  /** Whose sign-in a secret is, or nothing. */
  sessionFor(secret: string): Session | undefined {
    return sessionFor(this.#db, secret, this.#now());
  }

  signOut(secret: string): void {
    signOut(this.#db, secret);
  }

  /** Everybody who is signed in. */
  signIns(): readonly OpenSignIn[] {
    return listSignIns(this.#db, this.#now());
  }

  /** Ends one by its mark. False where none is open. */
  endSignIn(mark: string): boolean {
    return endSignIn(this.#db, mark);
  }

  /** Ends all that came of an invitation, which goes on opening; answers with how many there were. */
  endSignInsOf(key: string): number {
    return endSignInsOf(this.#db, key);
  }

  /** Stops an invitation and ends every sign-in that came of it. False where none is open. */
  revoke(key: string): boolean {
    return revokeInvitation(this.#db, key, this.#now());
  }

  /** The newest first. */
  invitations(): readonly Invitation[] {
    return listInvitations(this.#db);
  }

  /** What this visitor is writing, or nothing. */
  form({ owner }: Session): Form | undefined {
    return formOf(this.#db, owner);
  }

  /** The owner of the form that changes a contribution, where one is begun. */
  ownerOfForm(contribution: string): string | undefined {
    return formFor(this.#db, contribution);
  }

  /**
   * A sign-in that came of no invitation, for whoever may change one contribution by the code of its receipt:
   * for `lasts` milliseconds; answers with its secret.
   */
  signInAs(session: Omit<Session, 'mark'>, lasts: number): string {
    return openSession(this.#db, { ...session, until: this.#now() + lasts });
  }

  /** The form for a contribution is this visitor's from now on, whoever began it. */
  takeForm(session: Session, contribution: string): void {
    takeForm(this.#db, session, contribution);
  }

  /** Keeps what this visitor wrote so far; of a form that is begun, which versions it was opened on stays. */
  saveForm(session: Session, form: Omit<Form, 'savedAt'>): void {
    saveForm(this.#db, session, { ...form, savedAt: this.#now() });
  }

  /** Takes it out for good, and what was erased out of the file. */
  removeForm({ owner }: Session): void {
    removeForm(this.#db, owner);
    flushErased(this.#db);
  }

  /** A code to go on with it on another phone, shown once; nothing while there is nothing to go on with. */
  codeOfForm({ owner }: Session): string | undefined {
    return codeOfForm(this.#db, keyOf(this.#db, 'codes'), owner);
  }

  /**
   * A new sign-in by such a code or by that of an invitation, for `lasts` milliseconds; nothing for
   * any other.
   */
  signInByCode(typed: string, lasts: number): string | undefined {
    const now = this.#now();
    const asked = { key: keyOf(this.#db, 'codes'), typed, until: now + lasts, now };
    return resumeForm(this.#db, asked) ?? signInByCode(this.#db, asked);
  }

  /** Takes out what nobody went on with for `after` milliseconds; answers with the ids it was for. */
  sweepForms(after: number): readonly string[] {
    const left = sweepForms(this.#db, this.#now() - after);
    if (left.length > 0) flushErased(this.#db);
    return left;
  }

  /** The ids of all that is being written. */
  begun(): readonly string[] {
    return contributionsBegun(this.#db);
  }
}

const opened = (file: string): DatabaseSync => RegisterFile.open(file, ACCESS_STEPS).db;

/** SQLite says that the file is none of its own, or is broken. */
function isDamage(error: unknown): boolean {
  const { errcode } = error as { readonly errcode?: number };
  return errcode === SQLITE_CORRUPT || errcode === SQLITE_NOTADB;
}
const SQLITE_CORRUPT = 11;
const SQLITE_NOTADB = 26;
