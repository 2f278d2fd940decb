import { SCRIPTS } from './scripts.ts';

/**
 * What a language needs to be shown rightly: direction, names, dates and amounts.
 * Everything is worked out when the site is built, never in the reader's browser.
 */
export type Direction = 'ltr' | 'rtl';

/** Scripts written from right to left (Unicode, `Bidi_Class` R and AL), with Nastaliq's own code. */
const RIGHT_TO_LEFT = new Set(
  [
    'Adlm Arab Aran Armi Avst Chrs Cprt Elym Gara Hatr Hebr Hung Khar Lydi Mand Mani Mend Merc Mero',
    'Narb Nbat Nkoo Orkh Ougr Palm Phli Phlp Phlv Phnx Prti Rohg Samr Sarb Sidt Sogd Sogo Syrc Syre',
    'Syrj Syrn Thaa Todr Yezi',
  ].flatMap((line) => line.split(' ')),
);

/** The direction of a language tag, by the script it is written in: `pa` ltr, `pa-Arab` rtl. */
export function directionOf(tag: string): Direction {
  return RIGHT_TO_LEFT.has(scriptOf(tag)) ? 'rtl' : 'ltr';
}

/** The four-letter script a tag is written in; `Latn` for a tag nobody knows. */
export function scriptOf(tag: string): string {
  try {
    return new Intl.Locale(tag).maximize().script ?? 'Latn';
  } catch {
    return 'Latn';
  }
}

const LETTERS = Object.entries(SCRIPTS).map(
  ([script, { language }]) => [new RegExp(`\\p{Script=${script}}`, 'u'), language] as const,
);

/**
 * A guess at the language of a text of which nobody said it, by its letters: enough to choose the
 * typeface, and the nearest voice for whoever listens. Undefined for letters the site has no typeface of.
 */
export function languageByLetters(text: string): string | undefined {
  return LETTERS.find(([letters]) => letters.test(text))?.[1];
}

/** Names that people use and that Intl does not give: Punjabi in its Arabic script is Shahmukhi. */
const OWN_NAMES: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  'pa-Arab': {
    ...{ en: 'Punjabi (Shahmukhi)', ur: 'پنجابی (شاہ مکھی)', 'pa-Arab': 'پنجابی' },
    ...{ ar: 'البنجابية (شاه موخي)', fa: 'پنجابی (شاه‌مکهی)' },
  },
};

/** The name of `tag` in the language `shownIn`: `pa` in `ur` is «پنجابی». */
export function languageName(tag: string, shownIn: string): string {
  const own = OWN_NAMES[tag]?.[shownIn];
  if (own !== undefined) return own;
  const name = displayNames(shownIn).of(tag) ?? tag;
  return tag === shownIn ? name.charAt(0).toLocaleUpperCase(tag) + name.slice(1) : name;
}

/** What speakers call their own language: «ਪੰਜਾਬੀ», «اردو», «Polski». */
export function endonym(tag: string): string {
  return languageName(tag, tag);
}

/** A year, a month or a day in words: `2023`, `May 2023`, `22 November 2026`. Gregorian, 0–9. */
export function dateWords(date: string, shownIn: string): string {
  const [year = '', month, day] = date.split('-');
  if (month === undefined) return year;
  const at = new Date(`${year}-${month}-${day ?? '01'}T00:00:00Z`);
  const options: Intl.DateTimeFormatOptions = { year: 'numeric', month: 'long', timeZone: 'UTC' };
  if (day !== undefined) options.day = 'numeric';
  return dateFormat(shownIn, JSON.stringify(options)).format(at);
}

/** A moment on the clocks of London, where the days of the archive begin: `22 November 2026 at 12:05`. */
export function momentWords(iso: string, shownIn: string): string {
  const at = new Date(iso);
  if (Number.isNaN(at.getTime())) return iso;
  const options = {
    ...{ dateStyle: 'long', timeStyle: 'short', hourCycle: 'h23' },
    timeZone: 'Europe/London',
  };
  return dateFormat(shownIn, JSON.stringify(options)).format(at);
}

export function listWords(items: readonly string[], shownIn: string): string {
  return listFormat(shownIn).format(items);
}

/**
 * What stands between the members of a list in a language: of a pair, between the first of more, and before
 * the last of more. For whoever writes a list where Intl may not know the language.
 */
export function listJoins(shownIn: string): readonly string[] {
  const between = (items: readonly string[]): readonly string[] =>
    listFormat(shownIn)
      .formatToParts(items)
      .flatMap(({ type, value }) => (type === 'literal' ? [value] : []));
  const [pair = ', '] = between(['1', '2']);
  const [middle = ', ', last = pair] = between(['1', '2', '3']);
  return [pair, middle, last];
}

/** How long a recording is, the same on cards and on its page: to the minute and never less than one, `3 minutes`. */
export function minutesWords(seconds: number, shownIn: string): string {
  return unit(Math.max(1, Math.round(seconds / 60)), 'minute', shownIn);
}

/** `0:07`, `12:40`: the time beside a line of a transcript. */
export function clockTime(seconds: number): string {
  const whole = Math.floor(seconds);
  return `${Math.floor(whole / 60)}:${String(whole % 60).padStart(2, '0')}`;
}

/** A size that tells a reader on mobile data what it costs: `190 kB`, `1.2 MB`. */
export function sizeWords(bytes: number, shownIn: string): string {
  return bytes < 1_000_000
    ? unit(Math.max(1, Math.round(bytes / 1000)), 'kilobyte', shownIn)
    : unit(Math.round(bytes / 100_000) / 10, 'megabyte', shownIn);
}

export function numberWords(value: number, shownIn: string): string {
  return numberFormat(shownIn, '').format(value);
}

function unit(value: number, name: string, shownIn: string): string {
  return numberFormat(shownIn, name).format(value);
}

/** Dates and digits must match a poster on a wall, so the calendar and digits are said, not left. */
function locale(tag: string): string {
  return `${tag === 'en' ? 'en-GB' : tag}-u-ca-gregory-nu-latn`;
}

const displayNames = remembered((tag) => new Intl.DisplayNames([tag], { type: 'language' }));
const listFormat = remembered((tag) => new Intl.ListFormat(locale(tag), { type: 'conjunction' }));
const dateFormat = remembered(
  (tag, options) => new Intl.DateTimeFormat(locale(tag), JSON.parse(options ?? '{}')),
);
const numberFormat = remembered((tag, name) => {
  if (name === undefined || name === '') return new Intl.NumberFormat(locale(tag));
  const unitDisplay = name.endsWith('byte') ? 'short' : 'long';
  return new Intl.NumberFormat(locale(tag), { style: 'unit', unit: name, unitDisplay });
});

/** Making a formatter costs far more than using it, and thousands of pages use the same few. */
function remembered<T>(
  make: (tag: string, detail?: string) => T,
): (tag: string, detail?: string) => T {
  const made = new Map<string, T>();
  return (tag, detail) => {
    const key = `${tag} ${detail ?? ''}`;
    const found = made.get(key) ?? make(tag, detail);
    made.set(key, found);
    return found;
  };
}
