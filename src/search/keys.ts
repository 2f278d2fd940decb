/**
 * The spelling of a word with variants of one letter made one, and its stem. The same file runs when the
 * index is made and in the reader's browser, so that both sides agree; it imports nothing but what a word
 * is, and how Bengali is said.
 * Pagefind would drop every vowel sign of the Indic scripts (docs/traps/pagefind.md, "What it does to these languages"), so those are spelled
 * out in Latin letters here, vowels kept.
 */
import { BENGALI_LETTERS, BENGALI_ENDINGS, bengaliAsSaid } from './bengali.ts';
import { SHOWS_NOTHING, UNSPACED } from './words.ts';

export type Script = 'indic' | 'tamil' | 'arabic' | 'latin' | 'unspaced';

/** Languages whose endings are known; a query is tried with those of its own script. */
export function tonguesOf(word: string): readonly string[] {
  const script = keyScriptOf(word);
  if (script === 'arabic') return ['ur', 'ar', 'fa'];
  return script === 'latin' ? ['en', 'pl', 'so'] : ['hi', 'ne'];
}

/** The spelling of a word, with variants of the same letter made one. */
export function foldOf(word: string, script: Script): string {
  return FOLDS[script](word.toLowerCase().replace(SHOWS_NOTHING, ''));
}

/** The spelling of a word by the script it is written in. */
export const spellingOf = (word: string): string => foldOf(word, keyScriptOf(word));

/** A spelling without the endings of its language (a tag; its first part counts). */
export function stemOf(fold: string, word: string, language: string): string {
  const script = keyScriptOf(word);
  if (script === 'tamil') return tamil(fold);
  if (script !== 'indic') return STEMS[language.split('-')[0] ?? '']?.(fold) ?? fold;
  let joined = language.startsWith('ne') ? NEPALI : /$^/;
  if (/[\u0a80-\u0aff]/.test(word)) joined = GUJARATI;
  else if (BENGALI_LETTERS.test(word)) joined = BENGALI_ENDINGS;
  // A nasal before a stop is often not written, and sh is often written s.
  return cut(cut(fold, joined, 3), INDIC, 3)
    .replace(/M(?=.)/g, '')
    .replace(/S/g, 's');
}

/** Whether two words are written with the same letters: Gurmukhi is not Devanagari. */
export function sameLetters(one: string, other: string): boolean {
  const script = keyScriptOf(one);
  const block = (word: string): number => (word.codePointAt(0) ?? 0) >> 7;
  return script === keyScriptOf(other) && (script !== 'indic' || block(one) === block(other));
}

/** The script of a word, by its first letter that is not Latin. */
export function keyScriptOf(word: string): Script {
  for (const character of word) {
    const code = character.codePointAt(0) ?? 0;
    if (isTamil(code)) return 'tamil';
    if (isIndic(code)) return 'indic';
    if (/\p{Script=Arabic}/u.test(character)) return 'arabic';
    if (UNSPACED.test(character)) return 'unspaced';
  }
  return 'latin';
}

// Devanagari, Bengali, Gurmukhi, Gujarati and Tamil stand in Unicode in one order, 128 places each.
function isIndic(code: number): boolean {
  return (code >= 0x900 && code < 0xb00) || isTamil(code);
}
function isTamil(code: number): boolean {
  return code >= 0xb80 && code < 0xc00;
}
const VOWELS = ' a A i I u U ri  e e e E o o o O'.split(' ');
const CONSONANTS =
  'k kh g gh n c ch j jh n T Th D Dh N t th d dh n n p ph b bh m y r r l L L v S S s h'.split(' ');
const SIGNS = 'A i I u U ri  e e e E o o o O'.split(' ');
const VIRAMA = 0x4d;
const NUKTAS = /[\u093c\u0a3c\u0abc]/g;

const FOLDS: Readonly<Record<Script, (word: string) => string>> = {
  latin: (word) =>
    word
      .normalize('NFKD')
      .replace(/\p{M}/gu, '')
      .replace(/[łđßæøı]/g, (letter) => PLAIN[letter] ?? letter),
  arabic: (word) =>
    word
      .normalize('NFKD')
      .replace(/[\p{M}ءـ]/gu, '')
      .replace(/[كڪيىةهەۃٱ]/g, (letter) => ONE_LETTER[letter] ?? letter),
  indic: (word) =>
    spellOut(word)
      .replace(/[nNm](?=[kgcjTDtdpb])/g, 'M')
      .replace(/M$/, ''),
  tamil: spellOut,
  unspaced: (word) => word.normalize('NFKC'),
};
const PLAIN: Readonly<Record<string, string>> = {
  ł: 'l',
  đ: 'd',
  ß: 'ss',
  æ: 'ae',
  ø: 'o',
  ı: 'i',
};
const ONE_LETTER: Readonly<Record<string, string>> = {
  ك: 'ک',
  ڪ: 'ک',
  ي: 'ی',
  ى: 'ی',
  ة: 'ہ',
  ه: 'ہ',
  ە: 'ہ',
  ۃ: 'ہ',
  ٱ: 'ا',
};

/** Nukta, addak and visarga are often left out by typists, so they say nothing here. */
function spellOut(word: string): string {
  let out = '';
  // ਸ with a dot is its own letter, sh; other dots are spelling.
  const bare = bengaliAsSaid(word.normalize('NFC'))
    .replace(/\u0a38\u0a3c/g, '\u0a36')
    // ੜ is one character, where its sisters are ड and a dot.
    .replace(/\u0a5c/g, '\u0a21')
    .replace(NUKTAS, '');
  const codes = [...bare].map((character) => character.codePointAt(0) ?? 0);
  codes.forEach((code, at) => {
    const place = code & 0x7f;
    if (!isIndic(code)) out += String.fromCodePoint(code);
    else if (place >= 0x15 && place <= 0x39) {
      out += CONSONANTS[place - 0x15] ?? '';
      const next = codes[at + 1] ?? 0;
      if (!isIndic(next) || !endsSchwa(next & 0x7f)) out += 'a';
    } else if (place >= 5 && place <= 0x14) out += vowel(VOWELS[place - 4], code);
    else if (place >= 0x3e && place <= 0x4c) out += vowel(SIGNS[place - 0x3e], code);
    else if (place === 1 || place === 2 || place === 0x70) out += 'M';
    else if (place >= 0x66 && place <= 0x6f) out += String(place - 0x66);
  });
  return out.replace(/(.)a$/, '$1').replace(/([^\d])\1+/g, '$1');
}
function endsSchwa(place: number): boolean {
  return place === VIRAMA || (place >= 0x3e && place <= 0x4c);
}
/** डॉक्टर is also written डाक्टर. */
function vowel(letter = '', code: number): string {
  return code === 0x949 || code === 0x911 ? 'A' : letter;
}

/** Takes an ending off, unless fewer than `least` letters would stay. */
function cut(word: string, ending: RegExp, least: number): string {
  return word.replace(ending, (end) => (word.length - end.length < least ? end : ''));
}

const INDIC = /(iyo|iyA|IA|iA|oe|A|e|o|I|i|u|U)$/;
const NEPALI = /(harU\w*|lAI|le|ko|kI|kA|mA)$/;
const GUJARATI = /(mA|ne|nA|nI|no|nu|thI|e)$/;
const TAMIL = /(kaL.*|ukku|ku|il|in|um|Al|y|E|u)$/;
function tamil(fold: string): string {
  return cut(tamilSteps(fold).at(-1) ?? fold, /a[mnt]$/, 3);
}

/**
 * A word of Tamil without its endings, one after the other: several may be joined, and each step may be the
 * word that was meant. The oblique of a noun in -am is -att-, and its plural -ang-.
 */
export function tamilSteps(fold: string): readonly string[] {
  // A stop at the end belongs to the word that follows.
  let word = fold.replace(/([aeiou])[kctp]$/i, '$1');
  const steps: string[] = [];
  for (let round = 0; round < 4; round += 1) {
    word = cut(word, TAMIL, 3);
    steps.push(word.replace(/a(?:t|n)$/, 'am'), word);
  }
  return [...new Set(steps)];
}

const STEMS: Readonly<Record<string, (word: string) => string>> = {
  ar(word) {
    const bare = word.replace(/^(وال|بال|فال|کال|ولل|لل|ال)(?=..)/, '');
    const open = bare.length > 4 ? bare.replace(/^و(?=...)/, '') : bare;
    return cut(open, /(ات|ون|ین|ان|نا|تی|ہما|ہم|ہا|کم|ک|ی|ہ)$/, 2);
  },
  ur: (word) => cut(word, /(یاں|یوں|وں|یں|ے|ا|ہ|ی)$/, 2),
  fa: (word) => cut(cut(word, /(ہایی|ہای|ہا|انی|ان|ات|ام|ند)$/, 2), /[میہ]$/, 2),
  en(word) {
    let stem = word;
    for (let round = 0; round < 2; round += 1)
      stem = cut(
        stem.replace(/(ies|y)$/, 'i'),
        /(iness|ful|less|ments?|ings?|ness|ers?|ed|ly|es|s|e|i)$/,
        3,
      );
    return stem.replace(/([^aeiou])\1$/, '$1');
  },
  pl: (word) =>
    cut(
      word,
      /(owie|ami|iami|ach|iach|iego|emu|ego|om|ow|em|ie|ia|iu|ym|im|ych|ich|ej|ac|am|[aeiouy])$/,
      3,
    ),
  so(word) {
    const bare = cut(word, /(oyin.*|yaal.*|[tkdgh](ay\w*|ooda|eeda|iisa|ii|aas|[au])|sh[au])$/, 3);
    return cut(bare, /(aa|[aeiou])$/, 3);
  },
};
