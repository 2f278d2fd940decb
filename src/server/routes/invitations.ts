import { Hono, type HonoRequest } from 'hono';
import type { SlipView } from '#components/invitation-slip.ts';
import type { Invitations } from '#desk/invitations.ts';
import { deskAddress } from '#desk/drawn.ts';
import { endonym } from '#i18n/language.ts';
import { languagesOn } from '#i18n/languages.ts';
import {
  type Invitation,
  isOpen,
  type MadeInvitation,
  type NewInvitation,
} from '#register/invitations.ts';
import type { OpenSignIn } from '#register/sign-ins.ts';
import type { Desk } from '#server/desk-context.ts';
import {
  doorOf,
  type InvitationAsked,
  invitationLink,
  newInvitation,
  opensDesk,
} from '#server/new-invitation.ts';
import { isFromOwnPage } from '#server/own-page.ts';
import { squareOf } from '#server/consent-receipt.ts';
import { DESK_ROLES, isDeskRole, mayDo, mayInvite } from '#server/roles.ts';
import { secretIn, type Visitor } from '#server/sign-in.ts';
import { signInFirst } from '#server/sign-in-first.ts';
import { type Env, eitherWay } from './env.ts';
import { languageAsked } from './language-asked.ts';
import { seeOther } from './see-other.ts';
import { originAsked } from './sign-in-page.ts';
import { formFieldsOf } from './withdraw-page.ts';

const ADDRESS = '/desk/invitations/';

/**
 * `/desk/invitations/`: who is let in, and sent away again. What opens an invitation is shown once, on
 * the answer to the form that made it; lists hold nothing by which somebody could come in.
 */
export function invitationRoutes(desk: Desk): Hono<Env> {
  const routes = new Hono<Env>();
  routes.on('ALL', eitherWay('/desk/invitations'), async (context, next) => {
    const { req } = context;
    const visitor = await desk.signIns.visitor(secretIn(req.raw));
    if (visitor === undefined || !mayDo(visitor.role, 'sign-ins'))
      return signInFirst(desk, languageAsked(req));
    context.set('visitor', visitor);
    return next();
  });
  routes.on('GET', eitherWay('/desk/invitations'), ({ req, var: { visitor } }) =>
    listPage(atOf(desk, req, visitor)),
  );
  routes.on('POST', eitherWay('/desk/invitations'), async ({ req, env, var: { visitor } }) => {
    const at = atOf(desk, req, visitor);
    if (!isFromOwnPage(req.raw)) return listPage(at, { problem: 'elsewhere' }, 403);
    const form = await formFieldsOf(req.raw);
    return form.get('do') === 'make'
      ? make(at, form, originAsked(desk, req.raw, env.asker))
      : end(at, form.get('do') ?? '', form.get('key') ?? '');
  });
  return routes;
}

interface At {
  readonly desk: Desk;
  readonly visitor: Visitor;
  readonly language: string;
}

function atOf(desk: Desk, req: HonoRequest, visitor: Visitor): At {
  return { desk, visitor, language: languageAsked(req) };
}

/** Makes one and shows it; where something does not fit, the form again as it was filled in. */
async function make(at: At, form: URLSearchParams, origin: string): Promise<Response> {
  const { desk, visitor } = at;
  const field = (name: string): string => form.get(name) ?? '';
  const asked: InvitationAsked = {
    ...{ role: field('role'), language: field('language'), use: field('use') },
    ...{ days: Number(field('days').trim() || 'none'), note: field('note') },
  };
  const filled = { ...asked, days: field('days').slice(0, 10), note: asked.note.slice(0, 200) };
  if (isDeskRole(asked.role) && !mayInvite(visitor.role, asked.role))
    return listPage(at, { asked: filled, problem: 'role' }, 403);
  const fresh = newInvitation(asked, desk.now());
  if (typeof fresh === 'string') return listPage(at, { asked: filled, problem: fresh }, 422);
  const made = desk.access.invite(fresh, { typed: !opensDesk(fresh.role) });
  note(at, 'invitation-made', [made.key, fresh.role, fresh.use]);
  const link = invitationLink(origin, fresh, made.token);
  const slip = slipOf(fresh, made, { link, origin, language: at.language });
  const says = { link, slip };
  return desk.drawer.page({ page: 'desk/invitation', says, language: at.language });
}

function slipOf(
  { role, use, language, until }: NewInvitation,
  { code }: MadeInvitation,
  how: { readonly link: string; readonly origin: string; readonly language: string },
): SlipView {
  const address = new URL(doorOf(role), how.origin).href.replace(/^https?:\/\//, '');
  return {
    ...{ use, opensDesk: opensDesk(role), language: language ?? how.language },
    until: new Date(until).toISOString().slice(0, 10),
    typed: code === undefined ? undefined : { address, code },
    square: squareOf(how.link),
  };
}

/** Stops an invitation, or ends what came of it, or one sign-in: of whom one may invite, and one's own. */
async function end(at: At, what: string, key: string): Promise<Response> {
  const { access } = at.desk;
  const role = roleOf(at.desk, what, key);
  if (role === undefined) return listPage(at, { problem: 'over' }, 409);
  const isOwn = what === 'end' && key === at.visitor.mark;
  if (!isOwn && !mayEnd(at.visitor, role)) return listPage(at, { problem: 'role' }, 403);
  if (what === 'stop') access.revoke(key);
  else if (what === 'end-all') access.endSignInsOf(key);
  else access.endSignIn(key);
  note(at, what === 'stop' ? 'invitation-stopped' : 'sign-ins-ended', [key]);
  return seeOther(deskAddress(ADDRESS, at.language));
}

/** Whose it is that should end; nothing for what is over, or is none of these acts. */
function roleOf({ access, now }: Desk, what: string, key: string): string | undefined {
  if (what === 'end') return access.signIns().find(({ mark }) => mark === key)?.role;
  if (what !== 'stop' && what !== 'end-all') return undefined;
  return access.invitations().find((each) => each.key === key && isListed(each, now()))?.role;
}

/** One that still opens; or that was used up, and may have somebody in by it. */
function isListed(invitation: Invitation, now: number): boolean {
  return isOpen(invitation, now) || (invitation.revokedAt === undefined && invitation.used > 0);
}

function mayEnd({ role }: Visitor, invited: string): boolean {
  return isDeskRole(invited) ? mayInvite(role, invited) : mayInvite(role, 'admin');
}

/** In the log, unless it cannot be read just now: then people are let in and sent away all the same. */
function note({ desk, visitor }: At, event: string, detail: readonly string[]): void {
  const { register, report } = desk;
  if (register.unreadable === undefined) register.note({ event, actorRole: visitor.role, detail });
  else report(`The register cannot be read, so this is not in its log: ${event}.`);
}

const EMPTY = { role: 'contributor', language: '', use: 'single', days: '14', note: '' } as const;

function listPage(
  at: At,
  more: Partial<Pick<Invitations, 'asked' | 'problem'>> = {},
  status = 200,
): Promise<Response> {
  const { desk, visitor, language } = at;
  const signIns = desk.access.signIns();
  const all = desk.access.invitations();
  const now = desk.now();
  const says: Invitations = {
    asked: EMPTY,
    roles: DESK_ROLES.filter((role) => mayInvite(visitor.role, role)),
    languages: languagesOn('desk').map((tag) => ({ tag, name: endonym(tag) })),
    open: all
      .filter((each) => isOpen(each, now))
      .flatMap((each) => shownInvitation(each, { visitor, signIns })),
    signIns: signIns.flatMap(({ mark, role, until, invitation }) =>
      isDeskRole(role)
        ? {
            ...{ mark, role, until: new Date(until).toISOString() },
            note: all.find(({ key }) => key === invitation)?.note,
            isOwn: mark === visitor.mark,
            mayEnd: mark === visitor.mark || mayEnd(visitor, role),
          }
        : [],
    ),
    ...more,
  };
  return desk.drawer.page({
    ...{ page: 'desk/invitations', says, language, status },
    inLanguage: (other) => `${ADDRESS}?lang=${other}`,
  });
}

function shownInvitation(
  { key, role, use, language, until, used, note: written }: Invitation,
  { visitor, signIns }: { readonly visitor: Visitor; readonly signIns: readonly OpenSignIn[] },
): Invitations['open'] {
  if (!isDeskRole(role)) return [];
  return [
    {
      ...{ key, role, use, used, note: written, until: new Date(until).toISOString() },
      language: language === undefined ? undefined : endonym(language),
      inside: signIns.filter(({ invitation }) => invitation === key).length,
      mayStop: mayEnd(visitor, role),
    },
  ];
}
