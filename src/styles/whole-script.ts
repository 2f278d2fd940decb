import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { openTypeface, shaperOf, type Shaped } from './letter-shapes.ts';

/** Scripts with so many joined letters that the site has a small file of the common ones and a whole one. */
export const JOINING_SCRIPTS = {
  devanagari: {
    languages: ['hi', 'ne'],
    words: /(?<![\u200c\u200d])(?:[\u200c\u200d]*[\u0900-\u097f])+/gu,
  },
  gujarati: {
    languages: ['gu'],
    words: /(?<![\u200c\u200d])(?:[\u200c\u200d]*[\u0a80-\u0aff])+/gu,
  },
  bengali: {
    languages: ['bn'],
    words: /(?<![\u200c\u200d])(?:[\u200c\u200d]*[\u0980-\u09ff])+/gu,
  },
} as const;

type JoiningScript = keyof typeof JOINING_SCRIPTS;

/**
 * Whether a text has a word that the small file would draw otherwise than the whole script: then its
 * page brings the whole one, though it weighs twice as much, so that no mark of anybody's words is
 * lost. Asks the shaper that browsers use, word by word, while the site is built.
 */
export async function needsWholeScript(text: string): Promise<boolean> {
  for (const script of Object.keys(JOINING_SCRIPTS) as JoiningScript[]) {
    for (const [word] of text.matchAll(JOINING_SCRIPTS[script].words)) {
      if (!(await isDrawnAlike(word, script))) return true;
    }
  }
  return false;
}

/** The same words come back on every page, so each is asked about once. */
const asked = new Map<string, boolean>();
const opened = new Map<JoiningScript, Promise<readonly [small: Shaped, whole: Shaped]>>();

async function isDrawnAlike(word: string, script: JoiningScript): Promise<boolean> {
  const known = asked.get(word);
  if (known !== undefined) return known;
  const pair = opened.get(script) ?? Promise.all([open(script), open(`${script}-whole`)]);
  opened.set(script, pair);
  const [small, whole] = await pair;
  const alike = JOINING_SCRIPTS[script].languages.every(
    (language) => drawing(small, word, language) === drawing(whole, word, language),
  );
  asked.set(word, alike);
  return alike;
}

/** The outlines of a word one after another; joiners have none. */
function drawing({ shape, outline }: Shaped, word: string, language: string): string {
  return shape(word, language).map(outline).join(' ').trim().replaceAll(/ {2,}/g, ' ');
}

/** Found from where the build is run, because Astro bundles this file into another folder. */
async function open(name: string): Promise<Shaped> {
  const file = await readFile(join(process.cwd(), 'src/styles/letters', `${name}.woff2`));
  return shaperOf(await openTypeface(file));
}
