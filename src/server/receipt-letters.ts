import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import subsetFont from 'subset-font';

/** One script that a phone or a printer's machine may have no letters for. */
interface Script {
  /** The package of the typeface, and which of its files holds the script. */
  readonly typeface: string;
  readonly part: string;
  /** Unicode, first and last. */
  readonly ranges: readonly (readonly [number, number])[];
}

/** Naskh and not Nastaliq for Urdu: a whole receipt stays on one sheet. */
const SCRIPTS: readonly Script[] = [
  {
    typeface: 'noto-naskh-arabic',
    part: 'arabic',
    ranges: [
      [0x600, 0x6ff],
      [0x750, 0x77f],
      [0x8a0, 0x8ff],
    ],
  },
  { typeface: 'noto-sans-gurmukhi', part: 'gurmukhi', ranges: [[0xa00, 0xa7f]] },
  { typeface: 'noto-sans-devanagari', part: 'devanagari', ranges: [[0x900, 0x97f]] },
  { typeface: 'noto-sans-gujarati', part: 'gujarati', ranges: [[0xa80, 0xaff]] },
  { typeface: 'noto-sans-tamil', part: 'tamil', ranges: [[0xb80, 0xbff]] },
];

/** What joins letters or keeps them apart, in every one of these scripts. */
const JOINERS = [0x200c, 0x200d] as const;

/** What the styles of printed pages call them (desk/receipt.css, desk/paper.css). */
const PAGE_LETTERS = 'Letters of this page';

/**
 * The letters a text is written with, inside a style, so that a receipt reads the same wherever it is
 * opened or printed, and asks for nothing. Empty where Latin letters are enough: every machine has those.
 */
export async function lettersStyle(text: string): Promise<string> {
  const faces = await Promise.all(SCRIPTS.map((script) => faceFor(script, text)));
  return faces.filter((face) => face !== undefined).join('\n');
}

async function faceFor(script: Script, text: string): Promise<string | undefined> {
  const { typeface, part, ranges } = script;
  const used = [...new Set(text)].filter((letter) => isWithin(letter, ranges));
  if (used.length === 0) return undefined;
  const file = createRequire(import.meta.url).resolve(
    `@fontsource/${typeface}/files/${typeface}-${part}-400-normal.woff2`,
  );
  const letters = [...used, ...JOINERS.map((point) => String.fromCodePoint(point))].join('');
  const bytes = await subsetFont(await readFile(file), letters, {
    targetFormat: 'woff2',
    noHinting: true,
    // Whose work it is and under which licence stays inside the file.
    preserveNameIds: [0, 14],
  });
  return `@font-face { font-family: '${PAGE_LETTERS}'; font-weight: 400 700;
  src: url(data:font/woff2;base64,${Buffer.from(bytes).toString('base64')}) format('woff2');
  unicode-range: ${[...ranges, JOINERS].map(rangeIn).join(', ')}; }`;
}

function isWithin(letter: string, ranges: Script['ranges']): boolean {
  const point = letter.codePointAt(0) ?? 0;
  return ranges.some(([from, to]) => point >= from && point <= to);
}

function rangeIn([from, to]: readonly [number, number]): string {
  return `u+${from.toString(16)}-${to.toString(16)}`;
}
