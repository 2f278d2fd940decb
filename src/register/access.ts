import type { DatabaseSync } from 'node:sqlite';
import type { RegisterEvent } from './event.ts';
import {
  codeOfForm,
  contributionsBegun,
  type Form,
  formOf,
  removeForm,
  resumeForm,
  saveForm,
  sweepForms,
} from './forms.ts';
import {
  type Invitation,
  invitationFor,
  listInvitations,
  makeInvitation,
  type NewInvitation,
  revokeInvitation,
  type Session,
  sessionFor,
  signIn,
  signOut,
  sweepInvitations,
} from './invitations.ts';
import { flushErased, transaction } from './open-file.ts';
import { keyOf } from './secrets.ts';

interface Kept {
  readonly db: () => DatabaseSync;
  /** In milliseconds. */
  readonly now: () => number;
  readonly note: (event: RegisterEvent) => void;
}

/** Who may come in, and who is in: the part of the register that the doors ask at each request. */
export class Access {
  readonly #kept: Kept;

  constructor(kept: Kept) {
    this.#kept = kept;
  }

  /** Makes an invitation, noted in the log. The token opens the door and is shown once. */
  invite(invitation: NewInvitation & { readonly actorRole: string }): {
    readonly key: string;
    readonly token: string;
  } {
    const { actorRole, ...made } = invitation;
    const { note } = this.#kept;
    const [db, now] = [this.#kept.db(), this.#kept.now()];
    return transaction(db, () => {
      sweepInvitations(db, now);
      const { key, token } = makeInvitation(db, made, now);
      note({ event: 'invitation-made', actorRole, detail: [key, made.role, made.use] });
      return { key, token };
    });
  }

  /** The invitation that a token opens now; nothing is used up. */
  invitationFor(token: string): Invitation | undefined {
    return invitationFor(this.#kept.db(), token, this.#kept.now());
  }

  /** Comes in with a token, for `lasts` milliseconds; answers with the secret of the sign-in, or nothing. */
  signIn(token: string, lasts: number): string | undefined {
    const now = this.#kept.now();
    return signIn(this.#kept.db(), { token, until: now + lasts, now });
  }

  /** Whose sign-in a secret is, or nothing. */
  sessionFor(secret: string): Session | undefined {
    return sessionFor(this.#kept.db(), secret, this.#kept.now());
  }

  signOut(secret: string): void {
    signOut(this.#kept.db(), secret);
  }

  /** Stops an invitation and ends every sign-in that came of it; noted in the log. False where none is open. */
  revoke(key: string, actorRole: string): boolean {
    const db = this.#kept.db();
    return transaction(db, () => {
      const isStopped = revokeInvitation(db, key, this.#kept.now());
      if (isStopped) this.#kept.note({ event: 'invitation-revoked', actorRole, detail: [key] });
      return isStopped;
    });
  }

  /** The newest first. */
  invitations(): readonly Invitation[] {
    return listInvitations(this.#kept.db());
  }

  /** What this visitor is writing, or nothing. */
  form({ owner }: Session): Form | undefined {
    return formOf(this.#kept.db(), owner);
  }

  /** Keeps what this visitor wrote so far. */
  saveForm(session: Session, form: Omit<Form, 'savedAt'>): void {
    saveForm(this.#kept.db(), session, { ...form, savedAt: this.#kept.now() });
  }

  /** Takes it out for good, and what was erased out of the file. */
  removeForm({ owner }: Session): void {
    const db = this.#kept.db();
    removeForm(db, owner);
    flushErased(db);
  }

  /** A code to go on with it on another phone, shown once; nothing while there is nothing to go on with. */
  codeOfForm({ owner }: Session): string | undefined {
    const db = this.#kept.db();
    return codeOfForm(db, keyOf(db, 'codes'), owner);
  }

  /** A new sign-in by such a code, for `lasts` milliseconds; nothing for any other. */
  resume(typed: string, lasts: number): string | undefined {
    const db = this.#kept.db();
    return resumeForm(db, { key: keyOf(db, 'codes'), typed, until: this.#kept.now() + lasts });
  }

  /** Takes out what nobody went on with for `after` milliseconds; answers with the ids it was for. */
  sweepForms(after: number): readonly string[] {
    const db = this.#kept.db();
    const left = sweepForms(db, this.#kept.now() - after);
    if (left.length > 0) flushErased(db);
    return left;
  }

  /** The ids of all that is being written. */
  begun(): readonly string[] {
    return contributionsBegun(this.#kept.db());
  }
}
