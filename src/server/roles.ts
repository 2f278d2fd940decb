/** Who may do what at the desk. An action that is not listed may be done by nobody. */
export type DeskRole = 'facilitator';

const ACTIONS = [
  'read',
  'save',
  'set-status',
  'delete-draft',
  'delete-list',
  'publish',
  'upload',
  'approve',
  'withdraw',
  'check',
  'preview',
  'print-receipt',
  'care',
] as const;
export type Action = (typeof ACTIONS)[number];

const MAY: Readonly<Record<DeskRole, readonly Action[]>> = { facilitator: ACTIONS };

/** The one place where an action is allowed; whoever is not known may do nothing. */
export function mayDo(role: string | undefined, action: string): boolean {
  const allowed: readonly string[] =
    role !== undefined && Object.hasOwn(MAY, role) ? MAY[role as DeskRole] : [];
  return allowed.includes(action);
}
