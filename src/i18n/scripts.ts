/** A typeface: the package `@fontsource/…` by its name, and which of its files holds the script. */
export interface Typeface {
  readonly typeface: string;
  readonly part: string;
}

/** One script in which people here write, and what a reader's phone is given to show it. */
export interface WrittenScript {
  /** The nearest language: how a text is drawn and spoken of which nobody said the language. */
  readonly language: string;
  readonly letters: Typeface & {
    /** The OpenType scripts that a language's own name needs; absent: all that the typeface has. */
    readonly scripts?: readonly string[];
  };
  /** Languages that people read in another hand than the rest of the script, each with its typeface. */
  readonly inAnotherHand?: Readonly<Record<string, Typeface>>;
  /** What a receipt and the form on paper bring inside them, so that they read the same on every machine. */
  readonly onPaper:
    | 'every machine has them'
    | {
        /** Unicode, first and last: where its letters and signs stand. */
        readonly blocks: readonly (readonly [number, number])[];
        /** Absent: the same as on the site. */
        readonly letters?: Typeface;
      };
}

/**
 * The scripts that the archive has letters of, by their four letters (ISO 15924), Latin last. A
 * language of the interface, and each of those that people are offered to write in, is written in
 * one of these. What a row asks for elsewhere is in README.md, "To add a script".
 */
export const SCRIPTS = {
  Arab: {
    language: 'ur',
    letters: { typeface: 'Noto Nastaliq Urdu', part: 'arabic' },
    inAnotherHand: {
      ar: { typeface: 'Noto Naskh Arabic', part: 'arabic' },
      fa: { typeface: 'Vazirmatn', part: 'arabic' },
    },
    onPaper: {
      blocks: [
        [0x600, 0x6ff],
        [0x750, 0x77f],
        [0x8a0, 0x8ff],
      ],
      // Naskh, so that a whole receipt stays on one sheet.
      letters: { typeface: 'Noto Naskh Arabic', part: 'arabic' },
    },
  },
  Guru: {
    language: 'pa',
    letters: { typeface: 'Noto Sans Gurmukhi', part: 'gurmukhi', scripts: ['gur2'] },
    onPaper: { blocks: [[0xa00, 0xa7f]] },
  },
  Deva: {
    language: 'hi',
    letters: { typeface: 'Noto Sans Devanagari', part: 'devanagari', scripts: ['dev2'] },
    onPaper: { blocks: [[0x900, 0x97f]] },
  },
  Gujr: {
    language: 'gu',
    letters: { typeface: 'Noto Sans Gujarati', part: 'gujarati', scripts: ['gjr2'] },
    onPaper: { blocks: [[0xa80, 0xaff]] },
  },
  Taml: {
    language: 'ta',
    letters: { typeface: 'Noto Sans Tamil', part: 'tamil' },
    onPaper: { blocks: [[0xb80, 0xbff]] },
  },
  Beng: {
    language: 'bn',
    letters: { typeface: 'Noto Sans Bengali', part: 'bengali', scripts: ['bng2'] },
    onPaper: { blocks: [[0x980, 0x9ff]] },
  },
  Latn: {
    language: 'en',
    letters: { typeface: 'Atkinson Hyperlegible', part: 'latin' },
    onPaper: 'every machine has them',
  },
} as const satisfies Readonly<Record<string, WrittenScript>>;

/** The four letters of a script that the archive has letters of. */
export type ScriptCode = keyof typeof SCRIPTS;

/** The typeface of a language: that of its script's row, if people do not read it in another hand. */
export function typefaceOf(language: string, script: ScriptCode): WrittenScript['letters'] {
  const { letters, inAnotherHand }: WrittenScript = SCRIPTS[script];
  return new Map(Object.entries(inAnotherHand ?? {})).get(language) ?? letters;
}

/** The file of a typeface in its package, to be found from where packages are. */
export function typefaceFile({ typeface, part }: Typeface, weight: 400 | 700 = 400): string {
  const name = typeface.toLowerCase().replaceAll(' ', '-');
  return `@fontsource/${name}/files/${name}-${part}-${weight}-normal.woff2`;
}
