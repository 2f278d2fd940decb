import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import subsetFont from 'subset-font';
import { type WrittenScript, SCRIPTS, typefaceFile } from '#i18n/scripts.ts';

type Blocks = readonly (readonly [first: number, last: number])[];

/** What joins letters or keeps them apart, in every one of these scripts. */
const JOINERS = [0x200c, 0x200d] as const;

/** What the styles of printed pages call them (desk/sheet.css). */
const PAGE_LETTERS = 'Letters of this page';

/**
 * The letters a text is written with, inside a style, so that a receipt reads the same wherever it is
 * opened or printed, and asks for nothing. Empty where Latin letters are enough: every machine has those.
 */
export async function lettersStyle(text: string): Promise<string> {
  const scripts: readonly WrittenScript[] = Object.values(SCRIPTS);
  const faces = await Promise.all(scripts.map((script) => faceFor(script, text)));
  return faces.filter((face) => face !== undefined).join('\n');
}

async function faceFor(script: WrittenScript, text: string): Promise<string | undefined> {
  if (script.onPaper === 'every machine has them') return undefined;
  const { blocks, letters: typeface = script.letters } = script.onPaper;
  const used = [...new Set(text)].filter((letter) => isWithin(letter, blocks));
  if (used.length === 0) return undefined;
  const file = createRequire(import.meta.url).resolve(typefaceFile(typeface));
  const letters = [...used, ...JOINERS.map((point) => String.fromCodePoint(point))].join('');
  const bytes = await subsetFont(await readFile(file), letters, {
    targetFormat: 'woff2',
    noHinting: true,
    // Whose work it is and under which licence stays inside the file.
    preserveNameIds: [0, 14],
  });
  return `@font-face { font-family: '${PAGE_LETTERS}'; font-weight: 400 700;
  src: url(data:font/woff2;base64,${Buffer.from(bytes).toString('base64')}) format('woff2');
  unicode-range: ${[...blocks, JOINERS].map(rangeIn).join(', ')}; }`;
}

function isWithin(letter: string, blocks: Blocks): boolean {
  const point = letter.codePointAt(0) ?? 0;
  return blocks.some(([from, to]) => point >= from && point <= to);
}

function rangeIn([from, to]: readonly [number, number]): string {
  return `u+${from.toString(16)}-${to.toString(16)}`;
}
