import { KINDS, type Day, type Use } from '#consent/decision.ts';

interface Asked {
  /** Uses the licence allows; nothing was granted without it. */
  readonly grant?: readonly Use[] | undefined;
  readonly day: Day;
  readonly licence: string | undefined;
  readonly language: string | undefined;
}

interface Standing {
  readonly granted: boolean;
  /** Review, hold and consent, for the record. */
  readonly fields: object;
}

/** What is written where there is no licence; none of it lets anybody publish. */
const NO_LICENCE =
  /^(?:none|no licen[cs]e|unlicen[cs]ed|unknown|unclear|n\/?a|all rights reserved|[-–—?.]+)\.?$/i;

/** What a source says of its licence, if it names one. */
export function licenceIn(text: string | null | undefined): string | undefined {
  return text?.trim() || undefined;
}

/**
 * A grant rests on a licence (content-format.md, "Commands"): a piece that has none is held, as
 * every piece is without a grant. Consent runs for five years.
 */
export function standingOf({ grant, day, licence, language }: Asked): Standing {
  if (grant === undefined || licence === undefined || NO_LICENCE.test(licence))
    return { granted: false, fields: { hold: true } };
  const expires = `${Number(day.slice(0, 4)) + 5}${day.slice(4)}`.replace(/-02-29$/, '-02-28');
  const consent = {
    person: 'p1',
    interest: 'contributor',
    state: 'given',
    given_on: day,
    expires_on: expires,
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
