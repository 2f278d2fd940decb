import type { SelectOption } from '#cms/fields.ts';
import { isDay, YEARS_OF_A_YES, yearsAfter } from '#records/day.ts';

export type SelectOptions = Readonly<Record<string, readonly SelectOption[]>>;
export type Consent = Readonly<Record<string, unknown>> & { readonly person?: string };

/**
 * The record with one key changed, kept in the order of the format; an emptied key goes. The day of a
 * yes brings its end with it, where none is written yet.
 */
export function changed(consent: Consent, key: string, value: unknown): Consent {
  const all: Record<string, unknown> = { ...consent, [key]: value };
  if (key === 'given_on' && !all['expires_on']) all['expires_on'] = endOf(String(value));
  const known = ORDER.filter((name) => all[name] !== undefined && all[name] !== '');
  const further = Object.keys(all).filter((name) => !ORDER.includes(name));
  return Object.fromEntries([...known, ...further].map((name) => [name, all[name]]));
}

/** The last day of a yes that was given on a day; nothing while the day is being typed. */
const endOf = (day: string): string | undefined =>
  isDay(day) && day >= '1000' ? yearsAfter(day, YEARS_OF_A_YES) : undefined;

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
  choices: SelectOptions,
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
