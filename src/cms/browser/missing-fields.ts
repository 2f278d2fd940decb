import { words } from './words.ts';

type Fields = Readonly<Record<string, unknown>>;

/** What the form calls its fields, by their place in the record (`credit.as`). */
export type Labels = Readonly<Record<string, string>>;

/**
 * Everything that still has to be filled in before a contribution can be shown, in the order and the
 * words of the form, while it is being written. The server decides (`consent/decide.ts`); this only
 * tells it early and all at once, and `tests/unit/cms/missing-fields.test.ts` holds the two together.
 */
export function missingFields(record: Fields, labels: Labels): readonly string[] {
  const say = (name: string): string => labels[name] ?? name;
  const credit = group(record['credit']);
  const review = group(record['review']);
  const needsName = has(credit['as']) && credit['as'] !== 'anonymous' && !has(credit['name']);
  return [
    ...['title', 'language', 'kind'].filter((name) => !has(record[name])).map(say),
    ...(has(credit['as']) ? [] : [say('credit')]),
    ...(needsName ? [say('credit.name')] : []),
    ...list(record['photos']).flatMap((photo) => inPhoto(photo, record, say)),
    ...(review['outcome'] === 'cleared' ? [] : [say('review.outcome')]),
    ...(has(review['on']) ? [] : [say('review.on')]),
    ...(record['hold'] === false ? [] : [words.stillHeld(say('hold'))]),
    ...inConsents(list(record['consents']), say),
  ];
}

function inPhoto(photo: Fields, record: Fields, say: (name: string) => string): readonly string[] {
  if (!has(photo['file'])) return [];
  const which = `${words.part.photo} ${String(photo['id'] ?? '')}`.trim();
  const people = Array.isArray(photo['people']) ? (photo['people'] as string[]) : [];
  const known = new Set(list(record['consents']).map(({ person }) => person));
  return [
    ...(has(photo['alt']) || photo['decorative'] === true
      ? []
      : [`${which}: ${say('photos.alt')}`]),
    ...people.filter((person) => !known.has(person)).map((person) => words.notBelow(which, person)),
  ];
}

/** What every record of a yes says, whoever gave it (docs/consent.md §3.4, rows 6 and 10). */
const ALWAYS = [
  'given_on',
  'expires_on',
  'information_sheet',
  'language',
  'method',
  'age_band',
] as const;
const YOUNG = ['assent_on', 'reconsent_due'] as const;

function inConsents(consents: readonly Fields[], say: (name: string) => string): readonly string[] {
  const isMaker = ({ interest }: Fields): boolean => interest === 'contributor';
  return [
    ...(consents.some(isMaker) ? [] : [words.noMaker(say('consents'))]),
    ...consents.flatMap((consent, at) =>
      inConsent(consent).map((what) => `${words.person(at + 1)}: ${what}`),
    ),
  ];
}

function inConsent(consent: Fields): readonly string[] {
  const { age_band: age } = consent;
  const needed = [
    ...ALWAYS,
    ...(age === 'child' ? (['guardian_on'] as const) : []),
    ...(age === 'child' || age === 'young-person' ? YOUNG : []),
  ];
  const said = consent['state'] === 'given' || consent['state'] === 'renewed';
  const web = group(consent['grants'])['web'];
  return [
    ...(has(consent['person']) ? [] : [words.personCode]),
    ...(said ? [] : [words.state]),
    ...needed.filter((name) => !has(consent[name])).map((name) => words[name]),
    ...(Array.isArray(web) && web.length > 0 ? [] : [words.nothingGranted]),
  ];
}

function has(value: unknown): boolean {
  return value !== undefined && value !== null && value !== '';
}

function group(value: unknown): Fields {
  return typeof value === 'object' && value !== null ? (value as Fields) : {};
}

function list(value: unknown): readonly Fields[] {
  return Array.isArray(value) ? (value as Fields[]) : [];
}
