export interface Choice {
  readonly value: string;
  readonly label: string;
}
export type Choices = Readonly<Record<string, readonly Choice[]>>;
export type Consent = Readonly<Record<string, unknown>> & { readonly person?: string };

/** How long a yes lasts when nothing else is said (docs/content-format.md). */
const YEARS = 5;

/**
 * The record with one key changed, kept in the order of the format; an emptied key goes. The day of a
 * yes brings its end with it, where none is written yet.
 */
export function changed(consent: Consent, key: string, value: unknown): Consent {
  const all: Record<string, unknown> = { ...consent, [key]: value };
  if (key === 'given_on' && !all['expires_on']) all['expires_on'] = yearsAfter(String(value));
  const known = ORDER.filter((name) => all[name] !== undefined && all[name] !== '');
  const further = Object.keys(all).filter((name) => !ORDER.includes(name));
  return Object.fromEntries([...known, ...further].map((name) => [name, all[name]]));
}

/** The same day, years later; of 29 February the 28th, so that a yes never lasts longer than that. */
function yearsAfter(day: string): string | undefined {
  const [, year, rest = ''] = /^(\d{4})(-\d{2}-\d{2})$/.exec(day) ?? [];
  if (year === undefined || Number(year) < 1000) return undefined;
  return `${Number(year) + YEARS}${rest === '-02-29' ? '-02-28' : rest}`;
}

const ORDER: readonly string[] = [
  'person',
  'interest',
  'state',
  'given_on',
  'expires_on',
  'withdrawn_on',
  'information_sheet',
  'language',
  'method',
  'age_band',
  'assent_on',
  'guardian_on',
  'reconsent_due',
  'capacity',
  'grants',
  'exhibitions',
  'approved',
  'on_withdrawal',
  'thanks',
];

/** The grants with one box ticked or cleared. A use without a kind is left out: absent means no. */
export function granted(
  consent: Consent,
  box: { readonly use: string; readonly kind: string; readonly yes: boolean },
  choices: Choices,
): Consent {
  const grants = (consent['grants'] ?? {}) as Record<string, readonly string[]>;
  const now = new Set(grants[box.use] ?? []);
  if (box.yes) now.add(box.kind);
  else now.delete(box.kind);
  const kinds = (choices['kind'] ?? []).map(({ value }) => value).filter((kind) => now.has(kind));
  const all = { ...grants, [box.use]: kinds };
  const kept = (choices['use'] ?? [])
    .map(({ value }) => [value, all[value] ?? []] as const)
    .filter(([, list]) => list.length > 0);
  return changed(consent, 'grants', kept.length === 0 ? undefined : Object.fromEntries(kept));
}
