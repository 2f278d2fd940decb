import { existsSync } from 'node:fs';
import { languagesOn } from '#i18n/languages.ts';
import { Access, accessFile } from '#register/access.ts';
import type { Register } from '#register/register.ts';
import { isOpen } from '#register/invitations.ts';
import type { InvitationProblem } from '#desk/invitations.ts';
import {
  doorOf,
  invitationLink,
  LONGEST_NOTE,
  MOST_DAYS,
  newInvitation,
  opensDesk,
} from '#server/new-invitation.ts';
import { DESK_ROLES } from '#server/roles.ts';
import { stateOf } from '#state/state.ts';
import type { Outcome } from './printer.ts';
import { noContent, refusedWith, withRegister } from './with-register.ts';

interface Invited {
  readonly content: string;
  readonly role: string;
  readonly language?: string | undefined;
  readonly group?: boolean | undefined;
  readonly days: number;
  readonly note?: string | undefined;
  readonly origin: string;
}

/** What is said of a field that does not fit. */
const WRONG: Readonly<Record<InvitationProblem, string>> = {
  role: `There is no such role. There are: ${DESK_ROLES.join(', ')}.`,
  language: `The form does not speak that language. It speaks: ${languagesOn('desk').join(', ')}.`,
  use: 'A link to the desk is for one person. Only contributors and champions come in by a group’s.',
  days: `Say for how many days, a whole number from 1 to ${MOST_DAYS}.`,
  note: `A note has ${LONGEST_NOTE} letters at most, on one line.`,
};

/** Makes an invitation and prints its link, which is shown this once. */
export async function invite(input: Invited): Promise<Outcome> {
  const { content, role, language = '', days, note = '', origin } = input;
  const use = input.group === true ? 'group' : 'single';
  const fresh = newInvitation({ role, language, use, days, note }, Date.now());
  if (typeof fresh === 'string') return { ...refusedWith(WRONG[fresh]), exit: 2 };
  return withAccess(content, (access, register) => {
    const { key, token, code } = access.invite(fresh, { typed: !opensDesk(role) });
    register.note({ ...BY, event: 'invitation-made', detail: [key, role, use] });
    const address = invitationLink(origin, fresh, token);
    return {
      exit: 0,
      lines: [
        address,
        use === 'single'
          ? 'Give this link to one person: it opens once. It is shown this once only.'
          : 'Everybody who has this link comes in by it. It is shown this once only.',
        ...(code === undefined
          ? []
          : [`Where it cannot be opened, type ${code} at ${new URL(doorOf(role), origin).href}.`]),
        `It ends after ${days} days. Stop it before with --stop ${key}.`,
      ],
      data: { ok: true, key, address, code, role, use, days },
    };
  });
}

/** Which invitations there are: what each opens, and never the link. */
export function invitations(content: string): Promise<Outcome> {
  return withAccess(content, (access) => {
    const all = access.invitations().map((each) => ({ ...each, open: isOpen(each, Date.now()) }));
    const lines = all.map(({ key, role, language, use, used, until, note, open }) =>
      [
        ...[key, role, language ?? 'any language', use, `used ${used} times`],
        open ? `opens until ${new Date(until).toISOString().slice(0, 10)}` : 'opens nothing',
        ...(note === undefined ? [] : [note]),
      ].join(' · '),
    );
    return {
      exit: 0,
      lines: lines.length === 0 ? ['There are no invitations.'] : lines,
      data: { ok: true, invitations: all },
    };
  });
}

/** Stops one, and ends every sign-in that came of it. */
export function stopInvitation(content: string, key: string): Promise<Outcome> {
  return withAccess(content, (access, register) => {
    if (!access.revoke(key))
      return refusedWith(
        'There is no such invitation that still opens. --list says which there are.',
      );
    register.note({ ...BY, event: 'invitation-stopped', detail: [key] });
    return {
      exit: 0,
      lines: ['It opens nothing any more, and whoever came in by it is signed out.'],
      data: { ok: true, key },
    };
  });
}

/** Whoever types it on the archive's own machine. */
const BY = { actorRole: 'facilitator' } as const;

async function withAccess(
  content: string,
  work: (access: Access, register: Register) => Outcome,
): Promise<Outcome> {
  if (!existsSync(content)) return refusedWith(noContent(content));
  return withRegister(content, (register) => {
    const access = Access.open(accessFile(stateOf(content).desk), Date.now);
    try {
      return work(access, register);
    } finally {
      access.close();
    }
  });
}
