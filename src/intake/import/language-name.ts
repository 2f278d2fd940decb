import REGISTRY from 'language-subtag-registry/data/json/registry.json' with { type: 'json' };
import { LANGUAGES } from '#i18n/languages.ts';
import { registeredTag } from '#records/language-tag.ts';

/** Names that people in London write and that neither IANA nor Unicode lists as they write them. */
const ALSO: Readonly<Record<string, string>> = {
  farsi: 'fa',
  mandarin: 'zh',
  sorani: 'ckb',
  'kurdish (sorani)': 'ckb',
  'kurdish (kurmanji)': 'ku',
  kurmanji: 'ku',
  shahmukhi: 'pa-Arab',
  gurmukhi: 'pa',
  پنجابی: 'pa-Arab',
  سرائیکی: 'skr',
  हिंदी: 'hi',
  عربی: 'ar',
};
const ALSO_IN_BRACKETS: Readonly<Record<string, string>> = {
  simplified: 'Hans',
  traditional: 'Hant',
  shahmukhi: 'Arab',
  perso_arabic: 'Arab',
  uk: 'GB',
  usa: 'US',
};

/** The languages in which a name is looked for, besides the language's own. */
const NAMED_IN = Object.keys(LANGUAGES);

interface Subtag {
  readonly Type: string;
  readonly Subtag?: string;
  readonly Description: readonly string[];
  readonly Deprecated?: string;
}

/**
 * The tag of a language as people write it: a tag in any case or with an underscore, a code of three
 * letters, or a name in English, in the language itself or in one of the interface, with a script or
 * country in brackets: `pa_IN`, `pan`, `Panjabi`, `ਪੰਜਾਬੀ`, `Chinese (Simplified)`. Undefined for
 * what is no language, or could be two.
 */
export function tagOfLanguage(written: string): string | undefined {
  const text = written.trim();
  if (text.length > 100) return undefined;
  const tag = registeredTag(text.replaceAll('_', '-'));
  // `Ga` and `En` are names of languages, and not the tags of the same letters.
  if (tag !== undefined) return /^[A-Z][a-z]+$/.test(text) && named(text, tag) ? undefined : tag;
  return byName(text) ?? byCode(text.replaceAll('_', '-'));
}

function byName(text: string): string | undefined {
  const whole = names().get(folded(text));
  const [, name, detail] = /^([^()[\]]*)[([]([^()[\]]+)[)\]]$/.exec(text) ?? [];
  if (whole !== undefined || name === undefined || detail === undefined) return whole || undefined;
  const language = names().get(folded(name));
  const within = details().get(folded(detail));
  if (!language || within === undefined) return undefined;
  return registeredTag([language.split('-')[0], within].join('-'));
}

/** A code of three letters, where the register has one of two: `pan`, `eng`. */
function byCode(text: string): string | undefined {
  if (!/^[a-z]{3}(?:-|$)/i.test(text)) return undefined;
  try {
    return registeredTag(Intl.getCanonicalLocales(text)[0] ?? '');
  } catch {
    return undefined;
  }
}

/** Whether a text is the name of another language than that of the tag. */
function named(text: string, tag: string): boolean {
  const other = names().get(folded(text));
  return other !== undefined && other !== tag;
}

/** Letters of the Arabic script that two keyboards write differently are one. */
function folded(text: string): string {
  return text
    .normalize('NFC')
    .toLowerCase()
    .replaceAll('\u064a', '\u06cc')
    .replaceAll('\u0643', '\u06a9')
    .replace(/[\s_-]+/g, ' ')
    .trim();
}

const subtags = (): readonly Subtag[] => REGISTRY as unknown as readonly Subtag[];

/** Name → tag; an empty tag where a name is that of several languages. */
const names = once(() => {
  const found = new Map<string, string>();
  const known = subtags().filter(
    ({ Type, Deprecated, Subtag: tag }) =>
      Type === 'language' && Deprecated === undefined && /^[a-z]{2,3}$/.test(tag ?? ''),
  );
  const shown = NAMED_IN.map((each) => namesIn(each));
  for (const { Subtag: tag = '', Description } of known)
    for (const name of Description) add(found, name, tag);
  // What Unicode calls a language goes before: its `Greek` is the one that is spoken.
  const common = new Map<string, string>();
  for (const { Subtag: tag = '' } of known) {
    // `arb` is the standard form of Arabic, and Unicode calls it by the name of the whole language.
    if (Intl.getCanonicalLocales(tag)[0] !== tag) continue;
    const own = Intl.DisplayNames.supportedLocalesOf(tag).length > 0 ? [namesIn(tag)] : [];
    for (const of of [...shown, ...own]) add(common, of(tag) ?? '', tag);
  }
  const also = Object.entries(ALSO).map(([name, tag]): [string, string] => [folded(name), tag]);
  return new Map([...found, ...common, ...also]);
});

/** Names of scripts and countries → subtag, as they stand in brackets. */
const details = once(() => {
  const found = new Map<string, string>();
  for (const { Type, Subtag: tag = '', Description, Deprecated } of subtags())
    if ((Type === 'script' || Type === 'region') && Deprecated === undefined && !tag.includes('..'))
      for (const name of [tag, ...Description]) add(found, name, tag);
  const also = Object.entries(ALSO_IN_BRACKETS);
  return new Map([...found, ...also.map(([name, tag]) => [folded(name), tag] as const)]);
});

function namesIn(language: string): (tag: string) => string | undefined {
  const display = new Intl.DisplayNames([language, 'en'], { type: 'language', fallback: 'none' });
  return (tag) => display.of(tag);
}

function add(to: Map<string, string>, name: string, tag: string): void {
  const key = folded(name);
  if (key === '') return;
  const before = to.get(key);
  // A language with a code of two letters goes before its own kinds, which have three.
  if (before === undefined || tag.length < before.length) to.set(key, tag);
  else if (before !== tag && before.length === tag.length) to.set(key, '');
}

function once<T>(make: () => T): () => T {
  let made: T | undefined;
  return () => (made ??= make());
}
