import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { fileURLToPath } from 'node:url';
import subsetFont from 'subset-font';
import { type WrittenScript, type ScriptCode, SCRIPTS, typefaceFile } from '#i18n/scripts.ts';
import { COMMON_SYLLABLES } from './common-syllables.ts';
import {
  ACCENTS,
  ARABIC,
  BENGALI,
  DANDA,
  DEVANAGARI,
  FARSI,
  GUJARATI,
  JOINERS,
  LATIN,
  URDU,
  joinedRanges,
} from './letter-ranges.ts';
import { keepShapes, openTypeface, shaperOf } from './letter-shapes.ts';
import { type Cut, face } from './letter-cut.ts';
import { ownNameRules, ownNames } from './own-names.ts';
import { JOINING_SCRIPTS } from './whole-script.ts';

/** What turns a consonant into its half: the sign that joins, and the joiner that asks for it alone. */
const HALF = {
  devanagari: '\u094d\u200d',
  gujarati: '\u0acd\u200d',
  bengali: '\u09cd\u200d',
} as const;

/** How consonants join, and where marks stand: what is left out is the fine spacing of rare pairs. */
const JOINING = [
  ...[
    'akhn',
    'rphf',
    'blwf',
    'half',
    'pstf',
    'cjct',
    'nukt',
    'rkrf',
    'vatu',
    'init',
    'pres',
    'abvs',
  ],
  ...['blws', 'psts', 'haln', 'locl', 'abvm', 'blwm', 'mark', 'mkmk'],
];

const { Latn, Guru, Deva, Gujr, Taml, Beng, Arab } = SCRIPTS;
const LATIN_FURTHER = { ...Latn.letters, part: 'latin-ext' };

/** What is cut for each script; the first is drawn in the typeface that its row names. */
const CUTS_OF: Readonly<Record<ScriptCode, readonly Cut[]>> = {
  Latn: [
    ...bothWeights(plain(face('latin', Latn.letters, LATIN))),
    ...bothWeights(face('latin-accents', Latn.letters, ACCENTS)),
    ...bothWeights(face('latin-further', LATIN_FURTHER, [[0x100, 0x17f], [0x218, 0x21b]])), // prettier-ignore
  ],
  Guru: [face('gurmukhi', Guru.letters, [DANDA, [0xa01, 0xa76], JOINERS])],
  Deva: joining('devanagari', Deva, DEVANAGARI),
  Gujr: joining('gujarati', Gujr, GUJARATI),
  Taml: [face('tamil', Taml.letters, [[0xb82, 0xbfa], JOINERS])],
  Beng: joining('bengali', Beng, BENGALI),
  Arab: [
    face('nastaliq', Arab.letters, URDU),
    face('naskh', Arab.inAnotherHand.ar, ARABIC),
    face('farsi', Arab.inAnotherHand.fa, FARSI),
  ],
};

const CUTS: readonly Cut[] = [...Object.values(CUTS_OF).flat(), ...ownNames()];

/** All files of one family name the same weights: a browser takes the letters of one set of weights only. */
function bothWeights(cut: Cut): readonly Cut[] {
  return [
    { ...cut, weight: '400' },
    { ...cut, name: `${cut.name}-bold`, weight: '700' },
  ];
}

/**
 * A script with many joined letters, twice: the bare letters, each consonant as it stands before
 * another, and the common syllables; and the whole of it (whole-script.ts).
 */
function joining(
  name: keyof typeof JOINING_SCRIPTS,
  { letters }: WrittenScript,
  ranges: Cut['ranges'],
): readonly Cut[] {
  const whole = face(name, letters, ranges);
  const halves = lettersOf(whole).map((letter) => letter + HALF[name]);
  const texts = [...halves, ...COMMON_SYLLABLES[name].split(' ')];
  const only = { texts, languages: JOINING_SCRIPTS[name].languages };
  return [
    { ...whole, only, ...(letters.scripts && { scripts: letters.scripts }) },
    { ...whole, name: `${name}-whole`, family: `${whole.family} Whole` },
  ];
}

/** Without the other figures that fractions and columns have: a page of words needs none. */
function plain(cut: Cut): Cut {
  return { ...cut, only: { texts: [], languages: ['en'] } };
}

/**
 * Cuts the letters of the site out of the open typefaces, one file a script, so that a page loads
 * only the scripts it shows and no more of them than its languages use. The cut files are kept here,
 * so that a build needs no tool for it; `tests/unit/styles/letters.test.ts` cuts them again and
 * compares. Run `npm run letters` after a change, then look at the pages.
 *
 * @returns every file this script makes, by name: the letters and the style sheet that names them
 */
export async function cutLetters(): Promise<ReadonlyMap<string, Uint8Array>> {
  const files = new Map<string, Uint8Array>();
  for (const cut of CUTS) files.set(`${cut.name}.woff2`, await cutOne(cut));
  const style = `${HEAD}\n${[...CUTS.map(ruleFor), DIGITS, ...ownNameRules()].join('\n\n')}\n`;
  return files.set('letters.css', Buffer.from(style));
}

async function cutOne(cut: Cut): Promise<Uint8Array> {
  const weight = cut.weight === '700' ? 700 : 400;
  const file = createRequire(import.meta.url).resolve(typefaceFile(cut.letters, weight));
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
  return joinedRanges(ranges)
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
