import { createHash, createHmac, randomBytes } from 'node:crypto';
import type { DatabaseSync } from 'node:sqlite';
import { CODE_BYTES, codeFrom, readCode } from './code.ts';
import { transaction } from './open-file.ts';

/** `single`: opens once, for one person. `group`: opens for everybody who has it, until it ends. */
export const INVITATION_USES = ['single', 'group'] as const;
export type InvitationUse = (typeof INVITATION_USES)[number];

/** Who may come in with it, and for how long. Instants are in milliseconds since 1970. */
export interface NewInvitation {
  /** What whoever comes in may do: a row of the table of roles. */
  readonly role: string;
  /** The interface language that meets them; the browser's where it is not said. */
  readonly language?: string | undefined;
  readonly use: InvitationUse;
  /** The instant from which it opens nothing. */
  readonly until: number;
  /** What it is for, in words of the desk's own; never a name. */
  readonly note?: string | undefined;
}

/** What an invitation is opened with. Both are shown once: only digests are kept. */
export interface MadeInvitation {
  readonly key: string;
  /** For a link or a square to scan. */
  readonly token: string;
  /** Short enough to be typed, where it was asked for. */
  readonly code: string | undefined;
}

/** An invitation as it is listed: what it opens, and never the words that open it. */
export interface Invitation extends NewInvitation {
  /** Its name in lists. Who knows it can stop the invitation and open nothing. */
  readonly key: string;
  readonly madeAt: number;
  /** How often somebody came in with it. */
  readonly used: number;
  readonly revokedAt: number | undefined;
}

/** One sign-in. */
export interface Session {
  /** The key of the invitation that it came of. */
  readonly invitation: string;
  readonly role: string;
  readonly language: string | undefined;
  /**
   * Whose drafts are theirs: says nothing of who they are. The same for each sign-in with one
   * single invitation; another for each with a group's, so that nobody there is named or mixed up.
   */
  readonly owner: string;
  /** Tells one sign-in from another, and nothing else. */
  readonly mark: string;
}

/** Makes an invitation; with a code that can be typed where `key` is given, the key of its digest. */
export function makeInvitation(
  db: DatabaseSync,
  { role, language, use, until, note }: NewInvitation,
  { now, key: codes }: { readonly now: number; readonly key: Buffer | undefined },
): MadeInvitation {
  const token = randomBytes(24).toString('base64url');
  const key = randomBytes(6).toString('hex');
  const code = codes && codeFrom(randomBytes(CODE_BYTES));
  db.prepare(
    `INSERT INTO invitations (key, hash, role, language, use, made_at, until, used, note, code)
     VALUES (?, ?, ?, ?, ?, ?, ?, 0, ?, ?)`,
  ).run(
    ...([key, secretDigest(token), role, language ?? null, use, now, until, note ?? null] as const),
    code === undefined || codes === undefined ? null : keyed(codes, readCode(code) ?? code),
  );
  return { key, token, code };
}

/** The invitation that a token would open now; looking at it uses nothing up. */
export function invitationFor(
  db: DatabaseSync,
  token: string,
  now: number,
): Invitation | undefined {
  const row = db.prepare('SELECT * FROM invitations WHERE hash = ?').get(secretDigest(token));
  const found = row && invitationIn(row);
  return found !== undefined && isOpen(found, now) ? found : undefined;
}

/**
 * Comes in: makes a sign-in until the instant `until`, and uses a single invitation up. The secret is
 * for the visitor's browser alone. Nothing for a token that opens nothing; why is not told.
 */
export function signIn(
  db: DatabaseSync,
  { token, until, now }: { readonly token: string; readonly until: number; readonly now: number },
): string | undefined {
  return transaction(db, () => {
    const invitation = invitationFor(db, token, now);
    return invitation && enter(db, invitation, until);
  });
}

/** The same with the code of an invitation, as somebody typed it. */
export function signInByCode(
  db: DatabaseSync,
  {
    key,
    typed,
    until,
    now,
  }: {
    readonly key: Buffer;
    readonly typed: string;
    readonly until: number;
    readonly now: number;
  },
): string | undefined {
  const code = readCode(typed);
  if (code === undefined) return undefined;
  return transaction(db, () => {
    const row = db.prepare('SELECT * FROM invitations WHERE code = ?').get(keyed(key, code));
    const found = row && invitationIn(row);
    return found !== undefined && isOpen(found, now) ? enter(db, found, until) : undefined;
  });
}

function enter(db: DatabaseSync, { key, role, language, use }: Invitation, until: number): string {
  db.prepare('UPDATE invitations SET used = used + 1 WHERE key = ?').run(key);
  const owner = use === 'single' ? key : randomBytes(6).toString('hex');
  return openSession(db, { invitation: key, role, language, owner, until });
}

/** Makes a sign-in until the instant `until`, and answers with its secret. */
export function openSession(
  db: DatabaseSync,
  session: Omit<Session, 'mark'> & { readonly until: number },
): string {
  const { invitation, role, language, owner, until } = session;
  const { secret, digest } = freshSecret();
  db.prepare(
    'INSERT INTO sessions (hash, invitation, role, language, owner, until) VALUES (?, ?, ?, ?, ?, ?)',
  ).run(digest, invitation, role, language ?? null, owner, until);
  return secret;
}

/** Whose sign-in a secret is; nothing when it ended, was taken back or never was. */
export function sessionFor(db: DatabaseSync, secret: string, now: number): Session | undefined {
  const hash = secretDigest(secret);
  const row = db.prepare('SELECT * FROM sessions WHERE hash = ? AND until > ?').get(hash, now);
  if (row === undefined) return undefined;
  return {
    invitation: String(row['invitation']),
    role: String(row['role']),
    language: textIn(row['language']),
    owner: String(row['owner']),
    mark: hash.toString('hex').slice(0, 16),
  };
}

export function signOut(db: DatabaseSync, secret: string): void {
  db.prepare('DELETE FROM sessions WHERE hash = ?').run(secretDigest(secret));
}

/** Stops an invitation and ends every sign-in that came of it. False where there is no such open one. */
export function revokeInvitation(db: DatabaseSync, key: string, now: number): boolean {
  return transaction(db, () => {
    const stopped = db
      .prepare('UPDATE invitations SET revoked_at = ? WHERE key = ? AND revoked_at IS NULL')
      .run(now, key);
    db.prepare('DELETE FROM sessions WHERE invitation = ?').run(key);
    // What was begun with it stays for its facilitator to see to, and its code opens nothing more.
    db.prepare('UPDATE forms SET code = NULL WHERE invitation = ?').run(key);
    return stopped.changes > 0;
  });
}

/** Every invitation that was not swept away, the newest first. */
export function listInvitations(db: DatabaseSync): readonly Invitation[] {
  return db
    .prepare('SELECT * FROM invitations ORDER BY made_at DESC, key')
    .all()
    .map(invitationIn)
    .filter((each) => each !== undefined);
}

/** How long an invitation that opens nothing is still listed. */
const LISTED_FOR = 90 * 86_400_000;

/** Takes out what is over: sign-ins at once, invitations when nobody asks for them any more. */
export function sweepInvitations(db: DatabaseSync, now: number): void {
  transaction(db, () => {
    db.prepare('DELETE FROM sessions WHERE until <= ?').run(now);
    db.prepare(
      'DELETE FROM invitations WHERE until <= ? AND key NOT IN (SELECT invitation FROM sessions)',
    ).run(now - LISTED_FOR);
  });
}

/** Does it let anybody in at this instant? */
export function isOpen({ use, used, until, revokedAt }: Invitation, now: number): boolean {
  return revokedAt === undefined && until > now && (use === 'group' || used === 0);
}

/** A row that is not what this room writes opens nothing. */
function invitationIn(row: Readonly<Record<string, unknown>>): Invitation | undefined {
  const use = INVITATION_USES.find((each) => each === row['use']);
  if (use === undefined) return undefined;
  return {
    key: String(row['key']),
    role: String(row['role']),
    language: textIn(row['language']),
    use,
    madeAt: Number(row['made_at']),
    until: Number(row['until']),
    used: Number(row['used']),
    revokedAt: row['revoked_at'] === null ? undefined : Number(row['revoked_at']),
    note: textIn(row['note']),
  };
}

const textIn = (value: unknown): string | undefined =>
  typeof value === 'string' ? value : undefined;

/** A secret for one browser, and what is kept of it. */
export function freshSecret(): { readonly secret: string; readonly digest: Buffer } {
  const secret = randomBytes(32).toString('base64url');
  return { secret, digest: secretDigest(secret) };
}

/** Another word than for receipts and forms, so that no code opens what another kind opens. */
function keyed(key: Buffer, code: string): Buffer {
  return createHmac('sha256', key).update(`invitation ${code}`).digest();
}

/** Random enough that a plain digest tells nothing: 24 bytes and more. */
export function secretDigest(secret: string): Buffer {
  return createHash('sha256').update(secret).digest();
}
