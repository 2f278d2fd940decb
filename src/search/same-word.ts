/**
 * Whether a word of a text is the word that was typed: by its spelling, by another form of it, by how it
 * sounds in another script, or by one slip of a finger.
 */
import { consonantsOf, halvesOf, unlikeness } from './alike.ts';
import {
  foldOf,
  keyScriptOf,
  sameLetters,
  type Script,
  stemOf,
  tamilSteps,
  tonguesOf,
} from './keys.ts';
import { groupsOf } from './sound-groups.ts';
import { soundsOfWord } from './sounds.ts';

/** How surely, from 0 to 1. What is under `DIRECT` is a guess, shown only as a close match. */
export type Sureness = number;
export const DIRECT = 0.4;
const GUESS = 0.25;
/** No word that is said has so many letters; what has more is found as it is spelt. */
const LONGEST_SAID = 60;
const saidAs = (fold: string, script: Script): readonly string[] =>
  fold.length > LONGEST_SAID ? [] : soundsOfWord(fold, script);
const SLIP = 0.3;
const SHORT_BEGINNING = 0.35;
/** What is left of a short Latin word without its ending begins many: `dadi` and Dadku. */
const OF_SHORT_STEM = 0.45;

/** One typed word, or two that were typed beside each other taken as one. */
export interface QueryWord {
  readonly word: string;
  readonly script: Script;
  readonly fold: string;
  /** By language of its script; under `''` that of no known one. */
  readonly stems: Readonly<Record<string, string>>;
  readonly sounds: readonly string[];
  /** Of its stems, where they are others. */
  readonly stemSounds: readonly string[];
  /** The last word may still be being typed. */
  readonly last: boolean;
}

export function queryWord(word: string, last: boolean): QueryWord {
  const script = keyScriptOf(word);
  const fold = foldOf(word, script);
  const stems = Object.fromEntries(
    ['', ...tonguesOf(word)].map((tongue) => [tongue, stemOf(fold, word, tongue)]),
  );
  const others = new Set(Object.values(stems).filter((stem) => stem !== fold));
  return {
    ...{ word, script, fold, last, stems },
    stemSounds: [...others].flatMap((stem) => saidAs(stem, script)),
    sounds: saidAs(fold, script),
  };
}

/** The same words come again in every piece and at every letter typed. */
interface TextWord {
  readonly word: string;
  readonly script: Script;
  readonly fold: string;
  readonly stem: string;
  readonly sounds: readonly string[];
  /** Of its stems, where they are others. */
  readonly stemSounds: readonly string[];
}
const known = new Map<string, TextWord>();
/** A server asks for longer than a reader does. */
const MOST_KNOWN = 60_000;
const ARTICLE = /^(?:[وبفک]?ال|لل)(?=..)/;

export function textWord(word: string, language: string): TextWord {
  const name = `${language} ${word}`;
  const before = known.get(name);
  if (before !== undefined) return before;
  const script = keyScriptOf(word);
  const fold = foldOf(word, script);
  const stem = stemOf(fold, word, language);
  const stems = script === 'tamil' ? tamilSteps(fold) : [stem];
  const others = stems.filter((each) => each !== fold);
  // With the article and without: الغناء is ghina.
  const bare = script === 'arabic' ? fold.replace(ARTICLE, '') : fold;
  const sounds = [...new Set([fold, bare])].flatMap((each) => saidAs(each, script));
  const made = {
    ...{ word, script, fold, stem, sounds },
    stemSounds: others.flatMap((each) => saidAs(each, script)),
  };
  if (known.size >= MOST_KNOWN) known.clear();
  known.set(name, made);
  return made;
}

/** Whether `word` of a text in `language` is what was typed. */
export function surenessOf(typed: QueryWord, word: string, language: string): Sureness {
  const there = textWord(word, language);
  if (there.script === 'unspaced' || typed.script === 'unspaced') return 0;
  const isSame = sameLetters(typed.word, word);
  return (
    (isSame && bySpelling(typed, there, language)) ||
    bySound(typed, there) ||
    (isSame && bySlip(typed, there, language)) ||
    0
  );
}

function bySpelling(typed: QueryWord, there: TextWord, language: string): Sureness {
  if (typed.fold === there.fold) return 1;
  if (typed.fold.length >= 4 && undoubled(typed.fold) === undoubled(there.fold)) return 0.95;
  const stem = stemIn(typed, language);
  if (stem === there.stem) return typed.script === 'latin' && stem.length < 4 ? OF_SHORT_STEM : 0.8;
  if (!typed.last || typed.fold.length < 2 || !there.fold.startsWith(typed.fold)) return 0;
  return typed.fold.length >= SHORTEST_BEGINNING[typed.script] ? 0.7 : SHORT_BEGINNING;
}

function stemIn({ stems }: QueryWord, language: string): string {
  return stems[language.split('-')[0] ?? ''] ?? stems[''] ?? '';
}

const undoubled = (fold: string): string => fold.replace(/(.)\1+/g, '$1');

/** Few Latin letters begin too many words of too many languages: `chai` is not a chair. */
const SHORTEST_BEGINNING: Readonly<Record<Script, number>> = {
  latin: 5,
  arabic: 2,
  indic: 2,
  tamil: 2,
  unspaced: 1,
};

/**
 * How unlike two words may be that are one, by their consonants, one to four or more: where one is typed in
 * Latin letters, and between scripts that say more. Few consonants are the bones of many words.
 */
const LIMITS = {
  latin: [0.1, 0.3, 0.45, 0.55],
  english: [0, 0.28, 0.35, 0.55],
  other: [0.02, 0.12, 0.3, 0.45],
} as const;
/** The stem of a word is less sure than the word. */
const OF_STEM = 0.1;
const AS_ENGLISH = 0.04;

function bySound(typed: QueryWord, there: TextWord): Sureness {
  if (typed.script === 'latin' && there.script === 'latin') return 0;
  let best = 0;
  typed.sounds.forEach((sounds, reading) => {
    // Words that others borrowed of English are long ones.
    if (reading > 0 && (consonantsOf(sounds) < 2 || typed.fold.length < 5)) return;
    for (const [at, of] of there.sounds.entries()) {
      const english = reading + (there.script === 'latin' ? at : 0);
      best = Math.max(best, heard(typed, sounds, there, of, english * AS_ENGLISH));
    }
    for (const of of reading > 0 || there.script === 'latin' ? [] : there.stemSounds)
      best = Math.max(best, heard(typed, sounds, there, of, OF_STEM));
  });
  return best;
}

/** A quick look before the long one: the first consonants must be of one place. */
function isBegunAlike(one: string, other: string): boolean {
  const groups = firstGroups(one);
  return firstGroups(other).some((group) => groups.includes(group));
}
const firsts = new Map<string, readonly string[]>();
function firstGroups(sounds: string): readonly string[] {
  const before = firsts.get(sounds);
  if (before !== undefined) return before;
  const groups = groupsOf(sounds, 1);
  firsts.set(sounds, groups);
  return groups;
}

function heard(
  { script, last }: QueryWord,
  sounds: string,
  there: TextWord,
  of: string,
  more: number,
): Sureness {
  const [one, other] = [consonantsOf(sounds), consonantsOf(of)];
  const isLatin = script === 'latin' || there.script === 'latin';
  const isBegun = isLatin && last && one >= 4 && other > one;
  if (!isBegunAlike(sounds, of)) return 0;
  if (there.script === 'latin' && Math.min(one, other) < 3) return 0;
  if (one > other + halvesOf(of) + 1 || (other > one + halvesOf(sounds) + 1 && !isBegun)) return 0;
  if (more === OF_STEM && there.script === 'tamil' && other < 3) return 0;
  const consonants = Math.max(one, other);
  const few = Math.min(Math.max(consonants, 1), 4) - 1;
  const isEnglish = more > 0 && more < OF_STEM;
  const limit = LIMITS[script !== 'latin' ? 'other' : isEnglish ? 'english' : 'latin'][few] ?? 0;
  const beside = { isLatin, isAbjad: there.script === 'arabic', most: limit * 2 };
  const cost = unlikeness(sounds, of, beside);
  const isShort = more === OF_STEM && consonants < 3 && sounds.replace(/ʰ/g, '').length < 5;
  if (cost <= (isShort ? 0.05 : limit)) return 0.65 - (cost + more) * 0.3;
  if (isBegun && unlikeness(sounds, of, { ...beside, begins: true, most: 0.4 }) <= 0.4) return 0.42;
  return consonants >= 3 && cost <= limit * 2 ? GUESS : 0;
}

/** One letter more, less, other or in its neighbour's place, in a word of five or more. */
function bySlip(typed: QueryWord, there: TextWord, language: string): Sureness {
  if (Math.max(typed.word.length, there.word.length) < 5) return 0;
  const isOne =
    isSlip(typed.fold, there.fold) ||
    isSlip(typed.word.toLowerCase(), there.word.toLowerCase()) ||
    isSlip(stemIn(typed, language), there.stem);
  return isOne ? SLIP : isRelated(typed.fold, there.fold) ? RELATED : 0;
}

/** Words that begin with the same letters for most of their length are often of one family. */
function isRelated(one: string, other: string): boolean {
  const most = Math.max(one.length, other.length);
  const at = sameLettersAtStart(one, other);
  return at >= 4 && at >= most / 2;
}
const RELATED = 0.2;

function sameLettersAtStart(one: string, other: string): number {
  let at = 0;
  while (at < one.length && one[at] === other[at]) at += 1;
  return at;
}

function isSlip(one: string, other: string): boolean {
  if (Math.max(one.length, other.length) < 4 || Math.abs(one.length - other.length) > 1)
    return false;
  const at = sameLettersAtStart(one, other);
  const [a, b] = [one.slice(at), other.slice(at)];
  if (a.slice(1) === b.slice(1) || a.slice(1) === b || a === b.slice(1)) return true;
  return a[0] === b[1] && a[1] === b[0] && a.slice(2) === b.slice(2);
}

/** Whether a word of a text is how a longer typed one begins: «ساؤتھ» of «ساؤتھال». */
export function isHalfOf(typed: QueryWord, word: string, language: string): boolean {
  const { fold, sounds, script } = textWord(word, language);
  if (sameLetters(typed.word, word) && fold.length >= 2 && typed.fold.startsWith(fold)) return true;
  const isLatin = typed.script === 'latin' || script === 'latin';
  return sounds.some(
    (half) =>
      consonantsOf(half) >= 2 &&
      typed.sounds.some(
        (whole) =>
          unlikeness(half, whole, { isLatin, isAbjad: false, begins: true, most: 0.2 }) <= 0.2,
      ),
  );
}
