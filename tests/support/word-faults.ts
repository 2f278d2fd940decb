import type { InterfaceLanguage } from '#i18n/languages.ts';

/** One text of a language and where it stands; `form` for a text about a number. */
export interface TextAt {
  readonly at: string;
  readonly text: string;
  readonly form?: string;
}

/** Words that are rightly the same in every language: names of things, and what machines write. */
const SAME_EVERYWHERE = ['MP3', 'Pagefind', 'WCAG', 'AA', 'ico.org.uk', '/withdraw/', 'https'];

/** Words that are rightly as in English in one language alone: cognates, one row a language. */
const SAME_IN: Readonly<Record<string, readonly string[]>> = {};

/** Every text of a tree of words by its path, each form of a number on its own. */
export function textsIn(words: unknown, at = ''): readonly TextAt[] {
  if (typeof words === 'string') return [{ at, text: words }];
  if (words === null || typeof words !== 'object') return [];
  const entries = Object.entries(words);
  if (!Array.isArray(words) && typeof Object(words).other === 'string')
    return entries.map(([form, text]) => ({ at, text: String(text), form }));
  return entries.flatMap(([key, inner]) => textsIn(inner, `${at}/${key}`));
}

/**
 * What is wrong with the words of one language, each as a sentence that says the language, the word
 * and what to do; nothing where all is as it should be.
 */
export function wordFaults(
  tag: string,
  row: InterfaceLanguage,
  english: unknown,
): readonly string[] {
  const texts = textsIn(row.words);
  const reference = textsIn(english);
  return [
    ...missingWords(texts, reference),
    ...lostForms(texts, row),
    ...texts.flatMap((each) => faultsOf(each, { tag, row, reference })),
  ].map((fault) => `${tag}: ${fault}`);
}

function missingWords(texts: readonly TextAt[], reference: readonly TextAt[]): readonly string[] {
  const has = new Set(texts.map(({ at }) => at));
  const known = new Set(reference.map(({ at }) => at));
  return [
    ...[...known].filter((at) => !has.has(at)).map((at) => `${at} is missing. Write it.`),
    ...[...has].filter((at) => !known.has(at)).map((at) => `${at} is not in English. Take it out.`),
  ];
}

/** The forms of numbers that the language has, by `Intl.PluralRules`: all of them and no other. */
function lostForms(texts: readonly TextAt[], { formats }: InterfaceLanguage): readonly string[] {
  const wanted: readonly string[] = new Intl.PluralRules(formats).resolvedOptions()
    .pluralCategories;
  const counted = Map.groupBy(
    texts.filter(({ form }) => form !== undefined),
    ({ at }) => at,
  );
  return [...counted].flatMap(([at, forms]) => {
    const has = forms.map(({ form }) => form ?? '');
    const lost = wanted.filter((form) => !has.includes(form));
    const odd = has.filter((form) => !wanted.includes(form));
    return [
      ...lost.map((form) => `${at} has no form "${form}", which this language has. Write it.`),
      ...odd.map((form) => `${at} has a form "${form}", which this language has not. Take it out.`),
    ];
  });
}

function faultsOf(
  { at, text, form }: TextAt,
  {
    tag,
    row,
    reference,
  }: {
    readonly tag: string;
    readonly row: InterfaceLanguage;
    readonly reference: readonly TextAt[];
  },
): readonly string[] {
  const where = form === undefined ? at : `${at} (${form})`;
  const same = reference.filter((each) => each.at === at);
  if (text.trim() === '') return [`${where} is empty. Write it.`];
  const faults = [...placeFaults(text, form, same)];
  if (/[\u202a-\u202e\u2066-\u2069\u200e\u200f]/.test(text))
    faults.push('holds a sign that turns the direction. The page sets it; take the sign out.');
  if (tag !== 'en') {
    const own = SAME_EVERYWHERE.concat(SAME_IN[tag] ?? []);
    if (same.some((each) => each.text === text) && bare(text, own) !== '')
      faults.push('is still the English. Translate it.');
    else faults.push(...letterFaults(text, row, same, own));
  }
  return faults.map((fault) => `${where} ${fault}`);
}

function placeFaults(
  text: string,
  form: string | undefined,
  same: readonly TextAt[],
): readonly string[] {
  const wanted = new Set(same.flatMap((each) => placesOf(each.text)));
  const has = new Set(placesOf(text));
  const lost = [...wanted].filter((place) => !has.has(place));
  const odd = [...has].filter((place) => !wanted.has(place));
  // A form for few numbers may say the number in words: "one piece".
  const needed = lost.filter((place) => place !== '{count}' || (form ?? 'other') === 'other');
  return [
    ...needed.map((place) => `has lost ${place}, which the English has. Put it in.`),
    ...odd.map((place) => `has ${place}, which the English has not. Take it out.`),
    ...(/[{}]/.test(text.replace(/\{[a-z]+\}/gi, '')) ? ['has a brace that opens no place.'] : []),
  ];
}

/** Letters of another script than the language's; Latin ones only as they stand in the English. */
function letterFaults(
  text: string,
  { script, direction }: InterfaceLanguage,
  same: readonly TextAt[],
  own: readonly string[],
): readonly string[] {
  const said = bare(text, own);
  const foreign =
    said.match(new RegExp(`(?:(?!\\p{Script_Extensions=${script}})[\\p{L}\\p{M}])+`, 'gu')) ?? [];
  const english = same.map((each) => each.text).join(' ');
  const wrong = foreign.filter(
    (letters) => !/^[A-Za-z]+$/.test(letters) || !english.includes(letters),
  );
  const turned =
    direction === 'rtl' ? /\p{Script=Latin}/u : /[\p{Script=Arabic}\p{Script=Hebrew}]/u;
  const hasOwn = new RegExp(`\\p{Script_Extensions=${script}}`, 'u').test(said);
  if (said !== '' && !hasOwn) return [`has no letter of its script (${script}). Translate it.`];
  return wrong.map(
    (letters) =>
      `holds "${letters}", letters of another script than ${script}${turned.test(letters) ? ', read the other way' : ''}.`,
  );
}

/** A text without its places and without the words that are rightly the same. */
function bare(text: string, own: readonly string[]): string {
  const left = own.reduce(
    (rest, word) => rest.replaceAll(word, ''),
    text.replace(/\{[a-z]+\}/gi, ''),
  );
  return left.replace(/[^\p{L}\p{M}]+/gu, ' ').trim();
}

function placesOf(text: string): readonly string[] {
  return text.match(/\{[a-z]+\}/gi) ?? [];
}
