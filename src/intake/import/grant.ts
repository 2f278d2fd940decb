import { KINDS, type Day } from '#consent/decision.ts';
import type { Use } from '#consent/uses.ts';
import { YEARS_OF_A_YES, yearsAfter } from '#records/day.ts';
import { licenceBy } from './licence-by.ts';
import { type Licence, usesNotAllowed } from './licences.ts';

/** Why a piece stays held though a grant was asked for. */
export type HeldRule =
  | 'no-licence'
  | 'licence-not-known'
  | 'licence-not-open'
  | 'use-not-allowed'
  /** Something is written beside the licence that a person must read. */
  | 'remark-beside-licence'
  | 'licences-differ';

interface GrantAsked {
  /** Uses asked for; without it nothing is granted. */
  readonly grant?: readonly Use[] | undefined;
  readonly day: Day;
  /** What the source says of the licence of the piece itself. */
  readonly licence: string | undefined;
  /** What the file itself says of it, which must be the same. */
  readonly inFile?: string | undefined;
  /** What the source says of its parts, each by itself; one that is empty says nothing. */
  readonly ofParts?: readonly (string | null | undefined)[];
  readonly language: string | undefined;
}

/** What a licence did for one piece. */
export interface LicenceGrant {
  /** Why it is held, where a grant was asked for and not given. */
  readonly held?: HeldRule | undefined;
  readonly granted: boolean;
  /** Review, hold and consent, for the record. */
  readonly fields: object;
}

/** What a source says of its licence, if it names one. */
export function licenceIn(text: string | null | undefined): string | undefined {
  return text?.trim() || undefined;
}

const FILE = '(?:readme|licen[cs]e|copying|copyright|notice)(?:\\.(?:md|txt|rst|html))?';

/** All that may stand beside a licence: where it is written, and that its version is not. */
const WHERE_IT_STANDS = new RegExp(
  `^(?:(?:see |in |per )?(?:the )?(?:${FILE}|file)(?: says)?|(?:per-story )?table in ${FILE}|version not (?:stated|given|named))$`,
  'i',
);

/**
 * The licence that a text names, or the rule by which nobody can rest on it. The text is one licence
 * by its name or address; beside it may stand the same licence again, and where it was found.
 */
export function readLicence(text: string | undefined): Licence | HeldRule {
  if (text === undefined || text.trim() === '') return 'no-licence';
  const whole = licenceBy(text);
  if (whole !== undefined) return whole;
  const parts = text
    .split(/[()[\];,]|(?=https?:\/\/)/i)
    .map((part) => part.trim())
    .filter(Boolean);
  const named = parts.flatMap((part) => licenceBy(part) ?? []);
  const [first, ...others] = named;
  if (first === undefined || licenceBy(parts[0] ?? '') === undefined) return 'licence-not-known';
  const left = parts.filter((part) => licenceBy(part) === undefined);
  if (!left.every((part) => WHERE_IT_STANDS.test(part))) return 'remark-beside-licence';
  if (!others.every((other) => saysTheSame(first, other))) return 'licences-differ';
  return named.find(({ id, family }) => id !== family) ?? first;
}

const saysTheSame = (a: Licence, b: Licence): boolean =>
  a.family === b.family && (a.id === b.id || [a, b].some(({ id, family }) => id === family));

/** Whether what a file says of its licence is what its manifest says, or all there is. */
export function sameLicence(inFile: string, listed: string | undefined): boolean {
  return listed === undefined || typeof readLicence(`${listed}; ${inFile}`) !== 'string';
}

/** The rule by which a text allows less than was asked; none where it allows all of it. */
function ruleAgainst(text: string | undefined, asked: readonly Use[]): HeldRule | undefined {
  const read = readLicence(text);
  if (typeof read === 'string') return read;
  if (read.terms === 'not-open') return 'licence-not-open';
  return usesNotAllowed(read, asked).length > 0 ? 'use-not-allowed' : undefined;
}

/**
 * A grant rests on a licence (docs/content-format.md, "Commands"): exactly an open one, that allows every
 * use asked for, in each place where the source names one. Every other piece is held, as all are
 * without a grant. Consent runs for five years.
 */
export function licenceGrantOf({ grant, day, language, ...asked }: GrantAsked): LicenceGrant {
  if (grant === undefined) return { granted: false, fields: { hold: true } };
  const { licence, inFile } = asked;
  const parts = (asked.ofParts ?? []).flatMap((each) => licenceIn(each) ?? []);
  const whole = inFile ? `${licence ?? ''}; ${inFile}` : licence;
  const [held] = [whole, ...parts].flatMap((text) => ruleAgainst(text, grant) ?? []);
  if (licence === undefined || held !== undefined)
    return {
      granted: false,
      held: licence === undefined ? 'no-licence' : held,
      fields: { hold: true },
    };
  const consent = {
    person: 'p1',
    interest: 'contributor',
    state: 'given',
    given_on: day,
    expires_on: yearsAfter(day, YEARS_OF_A_YES),
    information_sheet: licence,
    language,
    method: 'licence',
    age_band: 'adult',
    grants: Object.fromEntries(grant.map((use) => [use, [...KINDS]])),
    ...(grant.includes('exhibition') && { exhibitions: 'any' }),
  };
  return {
    granted: true,
    fields: {
      review: { outcome: 'cleared', on: day },
      hold: false,
      published_on: day,
      consents: [consent],
    },
  };
}

/** The licence as a record keeps it: in the source's words, or by its name where an address stood. */
export function licenceFields(text: string, attribution: string): object {
  const read = readLicence(text);
  const known = typeof read === 'string' ? undefined : read;
  const isAddress = /^(?:https?:\/\/|www\.)/i.test(text);
  return {
    name: known !== undefined && isAddress ? known.id : text,
    ...(known?.url !== undefined && { url: known.url }),
    ...(attribution && { attribution }),
  };
}
