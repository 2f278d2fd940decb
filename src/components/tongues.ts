import type { Released, ReleasedMore, Story } from '#release/released.ts';

/** The words of a piece in one language, or in one other form: short, or easy to read. */
export interface Tongue {
  /** Where it stands on the page of the piece. */
  readonly anchor: string;
  readonly language: string;
  readonly wordsFile: string;
  /** The teller's own words. */
  readonly told: boolean;
  /** A short or an easy version; absent where it is the whole. */
  readonly form?: ReleasedMore['form'] | undefined;
  readonly title?: string | undefined;
  readonly credit?: Story['credit'];
  /** Unfolded when the page comes. */
  readonly isOpen: boolean;
}

/**
 * The languages and forms a piece can be read in on a page in the language `ui`, in the order of the
 * page: what the reader can read, then the teller's own words, then the rest. Three and more whole
 * versions one after another would bury what follows, so the rest of those comes folded.
 */
export function tonguesOn(story: Released<Story>, ui: string): readonly Tongue[] {
  const { language, wordsFile, translations, more } = story;
  const mayFold = translations.length > 1;
  const whole = [
    ...(wordsFile === undefined
      ? []
      : [{ anchor: 'as-told', language, wordsFile, told: true, isOpen: true }]),
    ...translations.map((each) => ({
      ...each,
      anchor: `in-${each.language}`,
      told: false,
      isOpen: !mayFold || each.language === ui,
    })),
  ];
  const others = more.map((each) => ({
    ...each,
    anchor: `${each.form}-${each.language}`,
    told: false,
    isOpen: true,
  }));
  return [...readableFirst(whole, ui), ...readableFirst(others, ui)];
}

function readableFirst<T extends { readonly language: string }>(
  tongues: readonly T[],
  ui: string,
): readonly T[] {
  return tongues.toSorted((a, b) => Number(b.language === ui) - Number(a.language === ui));
}
