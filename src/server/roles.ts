/**
 * Who may sign in. A contributor writes on the form; a champion writes on it for others too; neither sees
 * anything of the desk. A facilitator looks after the pieces, and an admin after who comes in as well.
 */
export const DESK_ROLES = ['contributor', 'champion', 'facilitator', 'admin'] as const;
export type DeskRole = (typeof DESK_ROLES)[number];

const ADMINS: readonly DeskRole[] = ['admin'];
const FACILITATORS: readonly DeskRole[] = ['facilitator', 'admin'];
const CHAMPIONS: readonly DeskRole[] = ['champion', 'facilitator', 'admin'];
const EVERYBODY: readonly DeskRole[] = DESK_ROLES;

/** Who may do what at the desk. An action without a row may be done by nobody, and asking for it does not compile. */
const MAY = {
  read: FACILITATORS,
  save: FACILITATORS,
  'set-status': FACILITATORS,
  'delete-draft': FACILITATORS,
  'delete-list': FACILITATORS,
  publish: FACILITATORS,
  upload: FACILITATORS,
  approve: FACILITATORS,
  withdraw: FACILITATORS,
  check: FACILITATORS,
  preview: FACILITATORS,
  'print-receipt': FACILITATORS,
  care: FACILITATORS,
  /** The settings of the archive as a draft, beside `save`, `publish` and the others that it takes. */
  settings: ADMINS,
  /** Who is signed in, and which invitations open; ending what one may make as well. */
  'sign-ins': FACILITATORS,
  'invite-contributor': FACILITATORS,
  'invite-champion': FACILITATORS,
  'invite-facilitator': ADMINS,
  'invite-admin': ADMINS,
  share: EVERYBODY,
  'share-for-others': CHAMPIONS,
} as const satisfies Readonly<Record<string, readonly DeskRole[]>> &
  Readonly<Record<`invite-${DeskRole}`, readonly DeskRole[]>>;
export type Action = keyof typeof MAY;

/** Every action, in the order of the table. */
export const ACTIONS = Object.keys(MAY) as readonly Action[];

/** The one place where an action is allowed; whoever is not known may do nothing. */
export function mayDo(role: string | undefined, action: Action): boolean {
  const allowed: readonly string[] = Object.hasOwn(MAY, action) ? MAY[action] : [];
  return role !== undefined && allowed.includes(role);
}

/** Whom somebody may let in, and may send away again. */
export function mayInvite(role: string | undefined, invited: DeskRole): boolean {
  return mayDo(role, `invite-${invited}`);
}

/** Is a word that was read from somewhere one of the roles? */
export function isDeskRole(role: string): role is DeskRole {
  return (DESK_ROLES as readonly string[]).includes(role);
}
