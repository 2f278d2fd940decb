import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import subsetFont from 'subset-font';
import { type InterfaceLanguage, LANGUAGES } from '#i18n/languages.ts';
import { COMMON_SYLLABLES } from './common-syllables.ts';
import { keepShapes, openTypeface, shaperOf } from './letter-shapes.ts';
import { JOINING_SCRIPTS } from './whole-script.ts';

/**
 * Cuts the letters of the site out of the open typefaces, one file a script, so that a page loads
 * only the scripts it shows and no more of them than its languages use. The cut files are kept here,
 * so that a build needs no tool for it; `tests/unit/styles/letters.test.ts` cuts them again and
 * compares. Run `node src/styles/cut-letters.ts` after a change, then look at the pages.
 */
interface Cut {
  /** Name of the file here, without its ending. */
  readonly name: string;
  /** What the style sheets call it. */
  readonly family: string;
  readonly typeface: string;
  /** Which of the typeface's files holds the script. */
  readonly part: string;
  readonly ranges: readonly (readonly [number, number])[];
  /**
   * Latin is cut in both weights; the frame of a story has nothing bold in it, so that it brings
   * one. Of all else the regular letters stand for the bold ones too: a second file would cost a
   * page 10 to 115 kB, and letters that the browser smears are hard to read.
   */
  readonly weight: '400' | '700' | '400 700';
  /** Keeps only the shapes that these texts are drawn with, beside the bare letters. */
  readonly only?: { readonly texts: readonly string[]; readonly languages: readonly string[] };
  /** OpenType scripts to keep; absent: all. */
  readonly scripts?: readonly string[];
}

const JOINERS = [0x200c, 0x200d] as const;
const DANDA = [0x964, 0x965] as const;

/** Basic letters, with the marks that English prose has; those of programs come with the accents. */
const LATIN = [
  [0x20, 0x22], [0x25, 0x29], [0x2c, 0x3b], [0x3f, 0x3f], [0x41, 0x5a], [0x61, 0x7a], [0xa0, 0xa0], [0xa3, 0xa3], [0xa9, 0xa9], [0xb0, 0xb0], [0xb7, 0xb7],
  [0xe9, 0xe9], [0x2013, 0x2014], [0x2018, 0x2019], [0x201c, 0x201d], [0x2026, 0x2026],
] as const; // prettier-ignore

/** What Latin has beside the basic letters. */
const ACCENTS = [
  [0x23, 0x24], [0x2a, 0x2b], [0x3c, 0x3e], [0x40, 0x40], [0x5b, 0x60], [0x7b, 0x7e], [0xa1, 0xa2], [0xa4, 0xa8], [0xaa, 0xaf],
  [0xb1, 0xb6], [0xb8, 0xe8], [0xea, 0xff],
] as const; // prettier-ignore

/** The Arabic letters of Urdu and of Punjabi in Shahmukhi, with the vowel marks and the digits. */
const URDU = [
  [0x20, 0x20], [0x60c, 0x60c], [0x61b, 0x61b], [0x61f, 0x61f],
  [0x621, 0x63a], [0x641, 0x656], [0x66a, 0x66c], [0x670, 0x670], [0x679, 0x679],
  [0x67e, 0x67e], [0x686, 0x686], [0x688, 0x688], [0x691, 0x691], [0x698, 0x698],
  [0x6a9, 0x6a9], [0x6af, 0x6af], [0x6ba, 0x6ba], [0x6be, 0x6be], [0x6c0, 0x6c3],
  [0x6cc, 0x6cc], [0x6d2, 0x6d4], [0x6f0, 0x6f9], [0x768, 0x768], [0x8c7, 0x8c7],
  [0x2018, 0x2019], [0x201c, 0x201d], JOINERS,
] as const; // prettier-ignore

/** Arabic, with the letters that Pashto and Kurdish add. */
const ARABIC = [
  [0x20, 0x20], [0x60c, 0x60c], [0x61b, 0x61b], [0x61f, 0x61f], [0x621, 0x63a],
  [0x640, 0x655], [0x660, 0x66c], [0x670, 0x671], [0x67c, 0x67c], [0x67e, 0x67e],
  [0x681, 0x681], [0x685, 0x686], [0x689, 0x689], [0x693, 0x693], [0x695, 0x696],
  [0x698, 0x698], [0x69a, 0x69a], [0x6a4, 0x6a4], [0x6a9, 0x6a9], [0x6ab, 0x6ab],
  [0x6af, 0x6af], [0x6b5, 0x6b5], [0x6bc, 0x6bc], [0x6c6, 0x6c6], [0x6cc, 0x6ce],
  [0x6d0, 0x6d0], [0x6d5, 0x6d5], [0xab, 0xab], [0xbb, 0xbb], JOINERS,
] as const; // prettier-ignore

const FARSI = [
  [0x20, 0x20], [0x60c, 0x60c], [0x61b, 0x61b], [0x61f, 0x61f], [0x621, 0x63a],
  [0x641, 0x655], [0x660, 0x66c], [0x670, 0x670], [0x67e, 0x67e], [0x686, 0x686],
  [0x698, 0x698], [0x6a9, 0x6a9], [0x6af, 0x6af], [0x6c0, 0x6c0], [0x6cc, 0x6cc],
  [0x6f0, 0x6f9], [0xab, 0xab], [0xbb, 0xbb], JOINERS,
] as const; // prettier-ignore

/** Modern Hindi, Nepali and Marathi; the marks of Vedic chant are left out. */
const DEVANAGARI = [
  [0x901, 0x903], [0x905, 0x90b], [0x90d, 0x90d], [0x90f, 0x911], [0x913, 0x928],
  [0x92a, 0x930], [0x932, 0x933], [0x935, 0x939], [0x93c, 0x943], [0x945, 0x945],
  [0x947, 0x949], [0x94b, 0x94d], [0x950, 0x950], [0x958, 0x95e], [0x964, 0x970], JOINERS,
] as const; // prettier-ignore

/** What turns a consonant into its half: the sign that joins, and the joiner that asks for it alone. */
const HALF = { devanagari: '\u094d\u200d', gujarati: '\u0acd\u200d' } as const;

const GUJARATI = [DANDA, [0xa81, 0xaf1], JOINERS] as const;

/** How consonants join, and where marks stand: what is left out is the fine spacing of rare pairs. */
const JOINING = [
  ...['akhn', 'rphf', 'blwf', 'half', 'cjct', 'nukt', 'rkrf', 'pres', 'abvs', 'blws', 'psts'],
  ...['haln', 'locl', 'abvm', 'blwm', 'mark', 'mkmk'],
];

const CUTS: readonly Cut[] = [
  ...bothWeights(plain(face('latin', 'Atkinson Hyperlegible', 'latin', LATIN))),
  ...bothWeights(face('latin-accents', 'Atkinson Hyperlegible', 'latin', ACCENTS)),
  ...bothWeights(face('latin-further', 'Atkinson Hyperlegible', 'latin-ext', [[0x100, 0x17f], [0x218, 0x21b]])), // prettier-ignore
  face('gurmukhi', 'Noto Sans Gurmukhi', 'gurmukhi', [DANDA, [0xa01, 0xa76], JOINERS]),
  common(
    'devanagari',
    face('devanagari', 'Noto Sans Devanagari', 'devanagari', DEVANAGARI),
    'dev2',
  ),
  whole(face('devanagari', 'Noto Sans Devanagari', 'devanagari', DEVANAGARI)),
  common('gujarati', face('gujarati', 'Noto Sans Gujarati', 'gujarati', GUJARATI), 'gjr2'),
  whole(face('gujarati', 'Noto Sans Gujarati', 'gujarati', GUJARATI)),
  face('tamil', 'Noto Sans Tamil', 'tamil', [[0xb82, 0xbfa], JOINERS]),
  face('nastaliq', 'Noto Nastaliq Urdu', 'arabic', URDU),
  face('naskh', 'Noto Naskh Arabic', 'arabic', ARABIC),
  face('farsi', 'Vazirmatn', 'arabic', FARSI),
  ...ownNames(),
];

function face(name: string, typeface: string, part: string, ranges: Cut['ranges']): Cut {
  return { name, family: typeface, typeface, part, ranges, weight: '400 700' };
}

/** All files of one family name the same weights: a browser takes the letters of one set of weights only. */
function bothWeights(cut: Cut): readonly Cut[] {
  return [
    { ...cut, weight: '400' },
    { ...cut, name: `${cut.name}-bold`, weight: '700' },
  ];
}

/** The bare letters, each consonant as it stands before another, and the common syllables. */
function common(script: keyof typeof JOINING_SCRIPTS, cut: Cut, tag: string): Cut {
  const halves = lettersOf(cut).map((letter) => letter + HALF[script]);
  const texts = [...halves, ...COMMON_SYLLABLES[script].split(' ')];
  return { ...cut, only: { texts, languages: JOINING_SCRIPTS[script].languages }, scripts: [tag] };
}

/** Without the other figures that fractions and columns have: a page of words needs none. */
function plain(cut: Cut): Cut {
  return { ...cut, only: { texts: [], languages: ['en'] } };
}

function whole(cut: Cut): Cut {
  return { ...cut, name: `${cut.name}-whole`, family: `${cut.family} Whole` };
}

/** The name of each language of the interface in its own letters; Latin ones are on every page. */
function ownNames(): readonly Cut[] {
  return Object.entries<InterfaceLanguage>(LANGUAGES)
    .filter(([, { script }]) => script !== 'Latn')
    .map(([tag, row]) => ownName(tag, row));
}

/** A language's name for itself, for the menu: the whole script would cost every page 10 to 115 kB. */
function ownName(language: string, { name: word, letters }: InterfaceLanguage): Cut {
  const { typeface, part, scripts } = letters;
  const points = [...new Set([...word].map((letter) => letter.codePointAt(0) ?? 0))].sort();
  const cut = face(`name-${language}`, typeface, part, points.map((point) => [point, point] as const)); // prettier-ignore
  const only = { texts: [word], languages: [language] };
  return { ...cut, family: 'Names of languages', only, ...(scripts && { scripts }) };
}

/** Every file this script makes, by name: the letters and the style sheet that names them. */
export async function cutLetters(): Promise<ReadonlyMap<string, Uint8Array>> {
  const files = new Map<string, Uint8Array>();
  for (const cut of CUTS) files.set(`${cut.name}.woff2`, await cutOne(cut));
  const style = `${HEAD}\n${[...CUTS.map(ruleFor), DIGITS].join('\n\n')}\n`;
  return files.set('letters.css', Buffer.from(style));
}

async function cutOne(cut: Cut): Promise<Uint8Array> {
  const name = cut.typeface.toLowerCase().replaceAll(' ', '-');
  const file = createRequire(import.meta.url).resolve(
    `@fontsource/${name}/files/${name}-${cut.part}-${cut.weight === '700' ? 700 : 400}-normal.woff2`,
  );
  if (cut.only) return cutToShapes(await readFile(file), cut, cut.only);
  return subsetFont(await readFile(file), lettersOf(cut).join(''), {
    targetFormat: 'woff2',
    // Phones and today's screens do not use hints, which are half of the Latin file.
    noHinting: true,
    // Whose work it is and under which licence stays inside the file.
    preserveNameIds: [0, 14],
  });
}

async function cutToShapes(
  file: Uint8Array,
  cut: Cut,
  { texts, languages }: NonNullable<Cut['only']>,
): Promise<Uint8Array> {
  const typeface = await openTypeface(file);
  const { shape } = await shaperOf(typeface);
  const letters = lettersOf(cut);
  return keepShapes(typeface, {
    points: letters.map((letter) => letter.codePointAt(0) ?? 0),
    shapes: languages.flatMap((language) =>
      [...letters, ...texts].flatMap((text) => shape(text, language)),
    ),
    features: cut.scripts && JOINING,
    scripts: cut.scripts,
  });
}

function lettersOf({ ranges }: Pick<Cut, 'ranges'>): readonly string[] {
  return ranges.flatMap(([from, to]) =>
    Array.from({ length: to - from + 1 }, (_, index) => String.fromCodePoint(from + index)),
  );
}

function ruleFor(cut: Cut): string {
  return rule(cut.family, cut.name, unicodeRange(cut.ranges), cut.weight);
}

function rule(family: string, file: string, range: string, weight: Cut['weight']): string {
  return `@font-face {
  font-family: '${family}';
  src: url('./${file}.woff2') format('woff2');
  font-weight: ${weight};
  font-display: swap;
  unicode-range: ${range};
}`;
}

function unicodeRange(ranges: Cut['ranges']): string {
  const hex = (point: number) => point.toString(16);
  return ranges
    .map(([from, to]) => (from === to ? `u+${hex(from)}` : `u+${hex(from)}-${hex(to)}`))
    .join(', ');
}

const HEAD = '/* Made by cut-letters.ts: change it there. Licences: OFL.txt. */';

/**
 * Latin letters and digits only, to stand first where the script is not Latin: a name or a number is
 * then not in Nastaliq, and the spaces and marks between the words still are. As regular as those.
 */
const DIGITS = rule('Latin letters', 'latin', 'u+30-39, u+41-5a, u+61-7a, u+e9', '400 700');

export const LETTERS = fileURLToPath(new URL('letters/', import.meta.url));

if (import.meta.main) {
  await mkdir(LETTERS, { recursive: true });
  for (const [name, bytes] of await cutLetters()) await writeFile(join(LETTERS, name), bytes);
}
