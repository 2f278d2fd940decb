import { words as ar } from './ar/all.ts';
import { words as en } from './en/all.ts';
import { words as fa } from './fa/all.ts';
import { words as gu } from './gu/all.ts';
import { words as hi } from './hi/all.ts';
import { words as ne } from './ne/all.ts';
import { words as pa } from './pa/all.ts';
import { words as pl } from './pl/all.ts';
import type { ScriptCode } from './scripts.ts';
import { words as so } from './so/all.ts';
import type { Words } from './subjects.ts';
import { words as ta } from './ta/all.ts';
import { words as ur } from './ur/all.ts';

/** What is drawn in a language: the public site; receipts and what a code opens; the desk. */
export type Area = 'site' | 'receipts' | 'desk';

/** One language in which the archive itself speaks. */
export interface InterfaceLanguage {
  /** What its speakers call it. */
  readonly name: string;
  readonly direction: 'ltr' | 'rtl';
  /** The script it is written in, of whose letters the archive has a file. */
  readonly script: ScriptCode;
  /** The tag by which `Intl` writes its dates and numbers and chooses its plural forms. */
  readonly formats: string;
  /** Who speaks it every day and has read every word aloud, and when; or that nobody has. */
  readonly checked:
    | { readonly by: string; readonly on: string }
    | 'the archive is written in it'
    | 'no speaker has checked';
  /** Where it may be chosen. Settings choose among these for the site. */
  readonly offeredOn: readonly Area[];
  readonly words: Words;
}

const EVERYWHERE = ['site', 'receipts', 'desk'] as const;

/**
 * The languages of the interface, by their tag. To add one is a row here and a folder beside this
 * file, and a row in scripts.ts if the archive has no letters of its script (README.md);
 * `tests/unit/i18n/languages.test.ts` walks this table.
 */
export const LANGUAGES = {
  en: {
    name: 'English',
    direction: 'ltr',
    script: 'Latn',
    formats: 'en-GB',
    checked: 'the archive is written in it',
    offeredOn: EVERYWHERE,
    words: en,
  },
  ur: {
    name: 'اردو',
    direction: 'rtl',
    script: 'Arab',
    formats: 'ur',
    checked: 'no speaker has checked',
    offeredOn: EVERYWHERE,
    words: ur,
  },
  pa: {
    name: 'ਪੰਜਾਬੀ',
    direction: 'ltr',
    script: 'Guru',
    formats: 'pa',
    checked: 'no speaker has checked',
    offeredOn: EVERYWHERE,
    words: pa,
  },
  hi: {
    name: 'हिन्दी',
    direction: 'ltr',
    script: 'Deva',
    formats: 'hi',
    checked: 'no speaker has checked',
    offeredOn: EVERYWHERE,
    words: hi,
  },
  ar: {
    name: 'العربية',
    direction: 'rtl',
    script: 'Arab',
    formats: 'ar',
    checked: 'no speaker has checked',
    offeredOn: EVERYWHERE,
    words: ar,
  },
  so: {
    name: 'Soomaali',
    direction: 'ltr',
    script: 'Latn',
    formats: 'so',
    checked: 'no speaker has checked',
    offeredOn: EVERYWHERE,
    words: so,
  },
  pl: {
    name: 'Polski',
    direction: 'ltr',
    script: 'Latn',
    formats: 'pl',
    checked: 'no speaker has checked',
    offeredOn: EVERYWHERE,
    words: pl,
  },
  ta: {
    name: 'தமிழ்',
    direction: 'ltr',
    script: 'Taml',
    formats: 'ta',
    checked: 'no speaker has checked',
    offeredOn: EVERYWHERE,
    words: ta,
  },
  gu: {
    name: 'ગુજરાતી',
    direction: 'ltr',
    script: 'Gujr',
    formats: 'gu',
    checked: 'no speaker has checked',
    offeredOn: EVERYWHERE,
    words: gu,
  },
  fa: {
    name: 'فارسی',
    direction: 'rtl',
    script: 'Arab',
    formats: 'fa',
    checked: 'no speaker has checked',
    offeredOn: EVERYWHERE,
    words: fa,
  },
  ne: {
    name: 'नेपाली',
    direction: 'ltr',
    script: 'Deva',
    formats: 'ne',
    checked: 'no speaker has checked',
    offeredOn: EVERYWHERE,
    words: ne,
  },
} as const satisfies Readonly<Record<string, InterfaceLanguage>>;

/** The tag of a language of the interface. */
export type InterfaceTag = keyof typeof LANGUAGES;

/** The language in which the archive was written, which is shown where another has no words. */
export const FIRST: InterfaceTag = 'en';

/** A map, because what is asked for may come from an address: `constructor` is no language. */
const BY_TAG: ReadonlyMap<string, InterfaceLanguage> = new Map(Object.entries(LANGUAGES));

/** The row of a language, or nothing for what is no language of the interface. */
export function languageOf(tag: string): InterfaceLanguage | undefined {
  return BY_TAG.get(tag);
}

/** The languages that an area is offered in, in the order of the table; English is the first. */
export function languagesOn(area: Area): readonly string[] {
  return [...BY_TAG].filter(([, row]) => row.offeredOn.includes(area)).map(([tag]) => tag);
}

/** Has a speaker read every word of a language, so that no page need say that nobody has? */
export function isChecked(tag: string): boolean {
  const checked = languageOf(tag)?.checked;
  return checked !== undefined && checked !== 'no speaker has checked';
}

/** The languages whose words no speaker has read yet, in the order of the table. */
export function uncheckedLanguages(): readonly string[] {
  return [...BY_TAG.keys()].filter((tag) => !isChecked(tag));
}
