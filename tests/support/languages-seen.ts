/**
 * What a test looks at in language after language, where each costs a browser or a desk. `npm test` sees each
 * in English, in Urdu and in two languages more, dealt out in the order of this list, so that it costs the same
 * however many languages there are, and each is seen in more than one place; `npm run prove` sees all in all.
 */
const LOOKED_AT = [
  'the form on paper',
  'photographs of the form',
  'the receipt on one sheet',
  'the letters of the receipt',
  'the receipt on a phone',
  'the receipt and axe',
  'the page of the day',
  'the page for looking after people',
  'the page where thanks are sent',
  'a withdrawal',
  'the answer beside the form',
] as const;
export type LookedAt = (typeof LOOKED_AT)[number];

/** The two that are always seen: the first, and one that runs from right to left in letters of its own. */
const ALWAYS: readonly string[] = ['en', 'ur'];
const OTHERS = 2;

/** The languages among `all` in which something is looked at, in their order. */
export function languagesSeen(what: LookedAt, all: readonly string[]): readonly string[] {
  if (process.env['PROVE']) return all;
  const others = all.filter((language) => !ALWAYS.includes(language));
  const from = LOOKED_AT.indexOf(what) * OTHERS;
  const dealt = Array.from({ length: OTHERS }, (_, at) => others[(from + at) % others.length]);
  return all.filter((language) => ALWAYS.includes(language) || dealt.includes(language));
}

/** Everything that is looked at so, for the test of this list. */
export const allLookedAt: readonly LookedAt[] = LOOKED_AT;
