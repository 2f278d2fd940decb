/**
 * The keys a word is found by: its spelling, its stem, its sound and its bones. The same file runs
 * when the index is made and in the reader's browser, so that both sides agree; it imports nothing
 * but what a word is, and how Bengali is said.
 * Pagefind would drop every vowel sign of the Indic scripts (docs/traps/pagefind.md, "What it does to these languages"), so those are spelled
 * out in Latin letters here, vowels kept.
 */
import { BENGALI_LETTERS, BENGALI_ENDINGS, bengaliAsSaid } from './bengali.ts';
import { SHOWS_NOTHING, UNSPACED } from './words.ts';

export interface Keys {
  /** The spelling, with variants of the same letter made one. */
  readonly fold: string;
  /** Without the endings of the language. */
  readonly stem: string;
  /** How it sounds, comparable with what is typed in Latin letters; empty for a single letter. */
  readonly sound: string;
  /** The sound with its long a, comparable between other scripts; empty for less than three letters. */
  readonly long: string;
  /** The consonants of the sound, for close matches; empty for fewer than three. */
  readonly bones: string;
}

export type Script = 'indic' | 'tamil' | 'arabic' | 'latin' | 'unspaced';

/** Languages whose endings are known; a query is tried with those of its own script. */
export function tonguesOf(word: string): readonly string[] {
  const script = keyScriptOf(word);
  if (script === 'arabic') return ['ur', 'ar', 'fa'];
  return script === 'latin' ? ['en', 'pl', 'so'] : ['hi', 'ne'];
}

/** The keys of one word of a text in `language` (a tag; its first part counts). */
export function keysOf(word: string, language: string): Keys {
  const script = keyScriptOf(word);
  const fold = FOLDS[script](word.toLowerCase().replace(SHOWS_NOTHING, ''));
  if (script === 'unspaced') return { fold, stem: fold, sound: '', long: '', bones: '' };
  const long = soundOf(fold, script);
  const sound = shortened(long.replace(/A/g, ''));
  const bones = sound.replace(/(?!^)[iu]/g, '').replace(/(.)\1+/g, '$1');
  const stem = stemOf(fold, word, script, language.split('-')[0] ?? '');
  return {
    fold,
    stem,
    sound: atLeast(2, sound),
    long: atLeast(3, shortened(long)),
    bones: atLeast(3, bones),
  };
}

function atLeast(letters: number, key: string): string {
  return key.length < letters ? '' : key;
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

function stemOf(fold: string, word: string, script: Script, language: string): string {
  if (script === 'tamil') return tamil(fold);
  if (script !== 'indic') return STEMS[language]?.(fold) ?? fold;
  let joined = language === 'ne' ? NEPALI : /$^/;
  if (/[\u0a80-\u0aff]/.test(word)) joined = GUJARATI;
  else if (BENGALI_LETTERS.test(word)) joined = BENGALI_ENDINGS;
  // A nasal before a stop is often not written, and sh is often written s.
  return cut(cut(fold, joined, 3), INDIC, 2)
    .replace(/M(?=.)/g, '')
    .replace(/S/g, 's');
}

/** Takes an ending off, unless fewer than `least` letters would stay. */
function cut(word: string, ending: RegExp, least: number): string {
  return word.replace(ending, (end) => (word.length - end.length < least ? end : ''));
}

const INDIC = /(iyo|iyA|IA|iA|oe|A|e|o|I|i|u|U)$/;
const NEPALI = /(harU\w*|lAI|le|ko|kI|kA|mA)$/;
const GUJARATI = /(mA|nA|nI|no|nu|thI|e)$/;
const TAMIL = /(kaL.*|ukku|ku|il|in|um|Al|y|E|u)$/;
function tamil(fold: string): string {
  // A stop at the end belongs to the word that follows.
  let word = fold.replace(/([aeiou])[kctp]$/i, '$1');
  for (let round = 0; round < 4; round += 1) word = cut(word, TAMIL, 3);
  // The oblique of a noun in -am is -att-.
  return cut(word, /a[mt]$/, 3);
}

const STEMS: Readonly<Record<string, (word: string) => string>> = {
  ar(word) {
    const bare = word.replace(/^(وال|بال|فال|کال|ولل|لل|ال)(?=..)/, '');
    const open = bare.length > 4 ? bare.replace(/^و(?=...)/, '') : bare;
    return cut(open, /(ات|ون|ین|ان|نا|تی|ہ)$/, 2);
  },
  ur: (word) => cut(word, /(یاں|یوں|وں|یں|ے|ا|ہ|ی)$/, 2),
  fa: (word) => cut(cut(word, /(ہایی|ہای|ہا|انی|ان|ات|ام|ند)$/, 2), /[میہ]$/, 2),
  en(word) {
    let stem = word;
    for (let round = 0; round < 2; round += 1)
      stem = cut(stem.replace(/(ies|y)$/, 'i'), /(iness|ings?|ness|ers?|ed|ly|es|s|e|i)$/, 3);
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

const ARABIC_SOUNDS: Readonly<Record<string, string>> = Object.fromEntries(
  'اA بb پp تt ٹt ثs جj چc حH خk دd ڈd ذj رr ڑr زj ژj سs شs صs ضj طt ظj عA غg فp قk کk گg لl مm نn ںM وu ہH یi ےi'
    .split(' ')
    .map(([letter = '', sound = '']) => [letter, sound]),
);

function soundOf(fold: string, script: Script): string {
  let sound = script === 'arabic' ? arabicSound(fold) : latinSound(fold);
  // Typists leave a nasal before a stop out.
  const nasal = script === 'arabic' ? /n(?=[kgcjtdpb])|M$/g : /[nmM](?=[kgcjtdpb])|M$/g;
  sound = sound.replace(nasal, '').replace(/M/g, 'n');
  const first = /^a/i.test(sound) ? 'a' : '';
  return first + sound.replace(/^A|a/g, '').replace(/(.)\1+/g, '$1');
}
function shortened(sound: string): string {
  const bare = sound.replace(/(.)\1+/g, '$1').toLowerCase();
  return bare.length > 3 ? bare.replace(/(?<![iua])[iua]+$/, '') : bare;
}
function arabicSound(fold: string): string {
  const bare = fold.length > 4 ? fold.replace(/^و?ال/, '') : fold;
  return [...bare.replace(/ہ$/, '')].map((letter) => ARABIC_SOUNDS[letter] ?? '').join('');
}
const SPELT: Readonly<Record<string, string>> = { E: 'ai', O: 'au' };
function latinSound(word: string): string {
  return word
    .replace(/[TDNLSIUEO]/g, (letter) => SPELT[letter] ?? letter.toLowerCase())
    .replace(/tch/g, 'c')
    .replace(/tth|th/g, 't')
    .replace(/([kgcjtdpbszr])h/g, '$1')
    .replace(/ck/g, 'k')
    .replace(/x/g, 'ks')
    .replace(/f/g, 'p')
    .replace(/z/g, 'j')
    .replace(/q/g, 'k')
    .replace(/ee|ai|ei|ay|ey|[ey]/g, 'i')
    .replace(/oo|au|ou|[vwo]/g, 'u')
    .replace(/h/g, 'H');
}
