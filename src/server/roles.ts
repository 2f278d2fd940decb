import { COLLECTION_NAMES, type Collection } from '#records/collections.ts';

/**
 * Who may sign in. A contributor writes on the form, or in the editor their own drafts alone; a champion writes
 * on the form for others too; neither sees anything of the desk. A facilitator looks after the pieces, and an
 * admin after who comes in as well.
 */
export const DESK_ROLES = ['contributor', 'champion', 'facilitator', 'admin'] as const;
export type DeskRole = (typeof DESK_ROLES)[number];

/** What somebody has of the editor. */
export interface EditorRights {
  /** `own-drafts`: what they began or sent themselves and nobody has published; of all else not even that it is there. */
  readonly sees: 'everything' | 'own-drafts' | 'nothing';
  /** The collections they write, and of a record what: `answers` are the questions of the form and nothing besides. */
  readonly writes: Readonly<Partial<Record<Collection, 'all-fields' | 'answers'>>>;
}

const wholly = (collections: readonly Collection[]): EditorRights['writes'] =>
  Object.fromEntries(collections.map((name) => [name, 'all-fields']));

/**
 * What each role sees in the editor and may write there: asked by the server at each call, and by what makes the
 * editor's configuration. Who may do what with it stands below.
 */
export const EDITOR: Readonly<Record<DeskRole, EditorRights>> = {
  contributor: { sees: 'own-drafts', writes: { stories: 'answers' } },
  champion: { sees: 'nothing', writes: {} },
  facilitator: {
    sees: 'everything',
    writes: wholly(COLLECTION_NAMES.filter((name) => name !== 'settings')),
  },
  admin: { sees: 'everything', writes: wholly(COLLECTION_NAMES) },
};

/** Of whoever is not signed in: the page alone, with nothing of the archive in it. */
export const NO_EDITOR: EditorRights = { sees: 'nothing', writes: {} };

const CONTRIBUTORS: readonly DeskRole[] = ['contributor'];
const IN_EDITOR: readonly DeskRole[] = DESK_ROLES.filter((role) => EDITOR[role].sees !== 'nothing');
const ADMINS: readonly DeskRole[] = ['admin'];
const FACILITATORS: readonly DeskRole[] = ['facilitator', 'admin'];
const CHAMPIONS: readonly DeskRole[] = ['champion', 'facilitator', 'admin'];
const EVERYBODY: readonly DeskRole[] = DESK_ROLES;

/** Who may do what at the desk. An action without a row may be done by nobody, and asking for it does not compile. */
const MAY = {
  /** Opens the editor, which holds what the table above says. */
  editor: IN_EDITOR,
  /** Begins, changes and sends what is their own, in the editor. */
  'own-drafts': CONTRIBUTORS,
  /** Sees everything that is drafted or published, but for what a contributor saved and never sent. */
  read: FACILITATORS,
  save: FACILITATORS,
  'set-status': FACILITATORS,
  'delete-draft': FACILITATORS,
  'delete-list': FACILITATORS,
  publish: FACILITATORS,
  upload: FACILITATORS,
  /** Covers or cuts away faces in a picture of a piece. */
  'safe-copy': FACILITATORS,
  approve: FACILITATORS,
  withdraw: FACILITATORS,
  check: FACILITATORS,
  preview: FACILITATORS,
  'print-receipt': FACILITATORS,
  care: FACILITATORS,
  /** Writes down that a copy which somebody has is destroyed. */
  copies: FACILITATORS,
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
