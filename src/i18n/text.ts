/** Names the places of a text to the compiler; nothing of it is there when the program runs. */
declare const places: unique symbol;

/**
 * A text with places to fill, written `{name}`: `Page {page} of {pages}` is a
 * `Text<'page' | 'pages'>`. A translation that loses a place is an error before anything runs.
 */
export type Text<Place extends string> = Holding<Place> & Places<Place>;

/**
 * A text about a number, `{count}`, in the forms that a language has for numbers: those of
 * `Intl.PluralRules`. `one` may say the number in words; `other` is there in every language.
 */
export type Counted<Place extends string> = Forms & {
  readonly other: Holding<Place>;
} & Places<Place>;

type Forms = { readonly [form in Intl.LDMLPluralRule]?: string };

/** What `fill` reads off a text: which places it has. */
interface Places<Place extends string> {
  readonly [places]?: Place;
}

/** A text that has every one of the places. */
type Holding<Place extends string> = Every<
  Place extends string ? `${string}{${Place}}${string}` : never
>;

type Every<Pattern> = (Pattern extends string ? (each: Pattern) => void : never) extends (
  all: infer All extends string,
) => void
  ? All
  : never;

type PlacesIn<English extends string> = English extends `${string}{${infer Place}}${infer Rest}`
  ? Place | PlacesIn<Rest>
  : never;

/** The type of every translation of some English words: the same keys, list items and places. */
export type Like<English> = English extends string
  ? [PlacesIn<English>] extends [never]
    ? string
    : Text<PlacesIn<English>>
  : English extends { readonly other: infer Other extends string }
    ? Counted<PlacesIn<Other>>
    : { readonly [key in keyof English]: Like<English[key]> };

/**
 * Fills the places of a text: the one way in which a name, a day or a number comes into words. A
 * text about a number also needs the language, whose rules say which form the number takes; the
 * number is written in it with the digits of a poster, 0 to 9.
 */
export function fill<Place extends string>(
  text: string & Places<Place>,
  values: Readonly<Record<NoInfer<Place>, string>>,
): string;
export function fill<Place extends string>(
  text: Forms & Places<Place> & { readonly other: string },
  values: Readonly<Record<Exclude<NoInfer<Place>, 'count'>, string>> & { readonly count: number },
  language: string,
): string;
export function fill(
  text: string | (Forms & { readonly other: string }),
  values: Readonly<Record<string, string | number>>,
  language = 'en',
): string {
  const count = values['count'];
  const form =
    typeof text === 'string' || typeof count !== 'number'
      ? undefined
      : new Intl.PluralRules(language).select(count);
  const chosen = typeof text === 'string' ? text : ((form && text[form]) ?? text.other);
  return chosen.replace(/\{([a-z]+)\}/gi, (place, name: string) => {
    const value = Object.hasOwn(values, name) ? values[name] : undefined;
    return typeof value === 'number' ? written(value, language) : (value ?? place);
  });
}

function written(value: number, language: string): string {
  return value.toLocaleString(`${language}-u-nu-latn`);
}
