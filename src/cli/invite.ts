import { existsSync } from 'node:fs';
import { languagesOn } from '#i18n/languages.ts';
import { Access, accessFile } from '#register/access.ts';
import type { Register } from '#register/register.ts';
import { isOpen } from '#register/invitations.ts';
import { DESK_ROLES, isDeskRole } from '#server/roles.ts';
import { stateOf } from '#state/state.ts';
import type { Outcome } from './printer.ts';
import { noContent, refusedWith, withRegister } from './with-register.ts';

const DAY = 86_400_000;
/** A slip that lies about for longer is better made anew. */
const MOST_DAYS = 365;

interface Invited {
  readonly content: string;
  readonly role: string;
  readonly language?: string | undefined;
  readonly group?: boolean | undefined;
  readonly days: number;
  readonly origin: string;
}

/** Makes an invitation and prints its link, which is shown this once. */
export async function invite(input: Invited): Promise<Outcome> {
  const { content, role, language, days } = input;
  if (!isDeskRole(role))
    return misused(`There is no such role. There are: ${DESK_ROLES.join(', ')}.`);
  if (language !== undefined && !languagesOn('desk').includes(language))
    return misused(
      `The form does not speak that language. It speaks: ${languagesOn('desk').join(', ')}.`,
    );
  if (!Number.isInteger(days) || days < 1 || days > MOST_DAYS)
    return misused(`Say for how many days, a whole number from 1 to ${MOST_DAYS}.`);
  return withAccess(content, (access, register) => {
    const use = input.group === true ? 'group' : 'single';
    const { key, token } = access.invite({ role, language, use, until: Date.now() + days * DAY });
    register.note({ ...BY, event: 'invitation-made', detail: [key, role, use] });
    const at = role === 'contributor' ? '/share/' : '/sign-in/';
    const address = new URL(at, input.origin);
    address.searchParams.set('code', token);
    if (language !== undefined) address.searchParams.set('lang', language);
    return {
      exit: 0,
      lines: [
        address.href,
        use === 'single'
          ? 'Give this link to one person: it opens once. It is shown this once only.'
          : 'Everybody who has this link comes in by it. It is shown this once only.',
        `It ends after ${days} days. Stop it before with --stop ${key}.`,
      ],
      data: { ok: true, key, address: address.href, role, use, days },
    };
  });
}

const misused = (line: string): Outcome => ({ ...refusedWith(line), exit: 2 });

/** Which invitations there are: what each opens, and never the link. */
export function invitations(content: string): Promise<Outcome> {
  return withAccess(content, (access) => {
    const all = access.invitations().map((each) => ({ ...each, open: isOpen(each, Date.now()) }));
    const lines = all.map(({ key, role, language, use, used, until, open }) =>
      [
        ...[key, role, language ?? 'any language', use, `used ${used} times`],
        open ? `opens until ${new Date(until).toISOString().slice(0, 10)}` : 'opens nothing',
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
