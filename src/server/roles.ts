/** Who may sign in: a contributor writes on the form and sees nothing of the desk; a facilitator looks after the pieces. */
export const DESK_ROLES = ['contributor', 'facilitator'] as const;
export type DeskRole = (typeof DESK_ROLES)[number];

const FACILITATORS: readonly DeskRole[] = ['facilitator'];
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
  share: EVERYBODY,
} as const satisfies Readonly<Record<string, readonly DeskRole[]>>;
export type Action = keyof typeof MAY;

/** Every action, in the order of the table. */
export const ACTIONS = Object.keys(MAY) as readonly Action[];

/** The one place where an action is allowed; whoever is not known may do nothing. */
export function mayDo(role: string | undefined, action: Action): boolean {
  const allowed: readonly string[] = Object.hasOwn(MAY, action) ? MAY[action] : [];
  return role !== undefined && allowed.includes(role);
}

/** Is a word that was read from somewhere one of the roles? */
export function isDeskRole(role: string): role is DeskRole {
  return (DESK_ROLES as readonly string[]).includes(role);
}
