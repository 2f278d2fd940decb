import { parse } from 'hono/utils/cookie';
import type { Access } from '#register/access.ts';
import type { Session } from '#register/invitations.ts';
import { type DeskRole, isDeskRole, mayDo } from './roles.ts';

/** Someone who signed in. No name of a person is kept: only that an invitation was used. */
export interface Visitor extends Session {
  /** Whose drafts are theirs, as a draft says it; those of facilitators are everybody's of them. */
  readonly login: string;
  readonly role: DeskRole;
}

export const SIGN_IN_COOKIE = 'desk';

/** The secret of the sign-in that a request carries. */
export function secretIn({ headers }: Request): string | undefined {
  return parse(headers.get('Cookie') ?? '', SIGN_IN_COOKIE)[SIGN_IN_COOKIE];
}

const LINK_LASTS = 15 * 60_000;
/** A working day: a shared machine should not stay open for the next person. */
const SESSION_LASTS = 12 * 3_600_000;

/** Sign-ins at this archive, for the doors; who may come in is kept by the register's room. */
export class SignIns {
  readonly #access: Access;
  readonly #now: () => number;

  constructor(access: Access, now: () => number) {
    this.#access = access;
    this.#now = now;
  }

  /** A code for one sign-in within fifteen minutes, for whoever started the archive: the first admin comes in by it. */
  invite(role: DeskRole = 'admin'): Promise<string> {
    const until = this.#now() + LINK_LASTS;
    return later(() => this.#access.invite({ role, use: 'single', until }).token);
  }

  /** Uses a code up; answers with the secret of the sign-in, or nothing. */
  use(code: string): Promise<string | undefined> {
    return later(() => this.#access.signIn(code, SESSION_LASTS));
  }

  /** Comes in by a code that was typed, of an invitation or of a form to go on with: the secret of a new sign-in, or nothing. */
  useCode(code: string): Promise<string | undefined> {
    return later(() => this.#access.signInByCode(code, SESSION_LASTS));
  }

  /** Comes in without an invitation, to change what was shared; answers with the secret of the sign-in. */
  forOne(whose: Pick<Session, 'invitation' | 'owner'>, language: string): string {
    return this.#access.signInAs({ ...whose, role: 'contributor', language }, SESSION_LASTS);
  }

  /** Whose sign-in a secret is; nothing where its role is none of ours. */
  visitor(secret: string | undefined): Promise<Visitor | undefined> {
    return later(() => {
      const session = secret === undefined ? undefined : this.#access.sessionFor(secret);
      if (session === undefined || !isDeskRole(session.role)) return undefined;
      const { role } = session;
      const login = mayDo(role, 'publish') ? 'facilitator-1' : session.owner;
      return { ...session, role, login };
    });
  }

  end(secret: string | undefined): Promise<void> {
    return later(() => this.#access.signOut(secret ?? ''));
  }
}

/** The file is asked at once; what it throws is the caller's to catch, as with everything that waits. */
async function later<T>(work: () => T): Promise<T> {
  return work();
}
