import { createHash, randomBytes } from 'node:crypto';
import { readFile, rename } from 'node:fs/promises';
import { join } from 'node:path';
import { parse } from 'hono/utils/cookie';
import { writeWhole } from '#state/write-whole.ts';
import type { DeskRole } from './roles.ts';

/** Someone who signed in. No name of a person is kept: only that an invitation was used. */
export interface Visitor {
  readonly login: string;
  readonly role: DeskRole;
  /** Tells one sign-in from another, and nothing else. */
  readonly mark: string;
}

export const SIGN_IN_COOKIE = 'desk';

/** The secret of the sign-in that a request carries. */
export function secretIn({ headers }: Request): string | undefined {
  return parse(headers.get('Cookie') ?? '', SIGN_IN_COOKIE)[SIGN_IN_COOKIE];
}

interface Kept {
  readonly hash: string;
  readonly until: number;
}
interface Keys {
  readonly invitations: readonly Kept[];
  readonly sessions: readonly Kept[];
}

const INVITATION_LASTS = 15 * 60_000;
/** A working day: a shared machine should not stay open for the next person. */
const SESSION_LASTS = 12 * 3_600_000;

/** Invitations and sign-ins. Only hashes are kept, so that the file opens no door (docs/decisions.md, "The desk's server"). */
export class SignIns {
  readonly #file: string;
  readonly #now: () => number;
  readonly #report: (line: string) => void;
  #turn: Promise<unknown> = Promise.resolve();

  constructor(folder: string, now: () => number, report: (line: string) => void = () => undefined) {
    this.#file = join(folder, 'sign-ins.json');
    this.#now = now;
    this.#report = report;
  }

  /** A code for one sign-in within fifteen minutes. */
  invite(): Promise<string> {
    return this.#change((keys) => {
      const code = randomBytes(24).toString('base64url');
      const invitation = { hash: hashOf(code), until: this.#now() + INVITATION_LASTS };
      return [code, { ...keys, invitations: [...keys.invitations, invitation] }];
    });
  }

  /** Uses a code up; answers with the secret of the sign-in, or nothing. */
  use(code: string): Promise<string | undefined> {
    return this.#change<string | undefined>((keys) => {
      const hash = hashOf(code);
      if (!keys.invitations.some((invitation) => invitation.hash === hash))
        return [undefined, keys];
      const secret = randomBytes(32).toString('base64url');
      const session = { hash: hashOf(secret), until: this.#now() + SESSION_LASTS };
      return [
        secret,
        {
          invitations: keys.invitations.filter((invitation) => invitation.hash !== hash),
          sessions: [...keys.sessions, session],
        },
      ];
    });
  }

  async visitor(secret: string | undefined): Promise<Visitor | undefined> {
    if (secret === undefined) return undefined;
    const hash = hashOf(secret);
    const { sessions } = await this.#read();
    return sessions.some((session) => session.hash === hash)
      ? { login: 'facilitator-1', role: 'facilitator', mark: hash.slice(0, 16) }
      : undefined;
  }

  end(secret: string | undefined): Promise<void> {
    const hash = hashOf(secret ?? '');
    return this.#change((keys) => [
      undefined,
      { ...keys, sessions: keys.sessions.filter((session) => session.hash !== hash) },
    ]);
  }

  #change<T>(work: (keys: Keys) => readonly [T, Keys]): Promise<T> {
    const turn = this.#turn.then(async () => {
      const [answer, keys] = work(await this.#read());
      await writeWhole(this.#file, JSON.stringify(keys));
      return answer;
    });
    this.#turn = turn.catch(() => undefined);
    return turn;
  }

  async #read(): Promise<Keys> {
    const text = await readFile(this.#file, 'utf8').catch(() => '');
    const kept = keysIn(text) ?? (await this.#setAside());
    const open = (keys: readonly Kept[]) => keys.filter(({ until }) => until > this.#now());
    return { invitations: open(kept.invitations), sessions: open(kept.sessions) };
  }

  /** A file that cannot be read opens no door: it is kept beside, and everybody signs in again. */
  async #setAside(): Promise<Keys> {
    const aside = `${this.#file}.damaged`;
    const moved = await rename(this.#file, aside).then(
      () => true,
      () => false,
    );
    if (moved)
      this.#report(
        `The list of sign-ins could not be read and lies in ${aside} now. Everybody signs in again; nothing else is lost.`,
      );
    return NOBODY;
  }
}

const NOBODY: Keys = { invitations: [], sessions: [] };

/** What was kept; nothing when it is not what this room writes. */
function keysIn(text: string): Keys | undefined {
  if (text === '') return NOBODY;
  try {
    const { invitations, sessions } = JSON.parse(text) as Partial<Keys>;
    const isKept = (keys: unknown): keys is readonly Kept[] =>
      Array.isArray(keys) && keys.every((key) => typeof key?.hash === 'string');
    return isKept(invitations) && isKept(sessions) ? { invitations, sessions } : undefined;
  } catch {
    return undefined;
  }
}

function hashOf(secret: string): string {
  return createHash('sha256').update(secret).digest('hex');
}
