/**
 * Bengali is written with letters that it has in common with Hindi and says otherwise: the vowel that is
 * not written is an o, three letters are one sh, and many joined letters are silent. What people type in
 * Latin letters follows the sound, so the sound is what its keys are made of.
 */
export const BENGALI_LETTERS = /[\u0980-\u09ff]/;

/** Bengali letters stand in Unicode in the order of Devanagari, so many places further on. */
const PLACES = 0x80;

/** How letters are said that are written otherwise; in this order. */
const SAID: readonly (readonly [RegExp, string])[] = [
  // য় is y, and য alone is j; ড় and ঢ় are r.
  [/\u09af\u09bc/g, '\u092f'],
  [/[\u09a1\u09a2]\u09bc/g, 'র'],
  [/ক্ষ/g, 'ক্খ'],
  // At the end of a word the vowel is said after joined letters.
  [/্য$/, 'ো'],
  [/(্[ক-হ])$/, '$1ো'],
  // Under another letter য is not said, nor is ব but after ম.
  [/্য/g, ''],
  [/(?<!ম)্ব/g, ''],
  [/য/g, 'জ'],
  [/[শষ]/g, 'স'],
  [/ৎ/g, 'ত্'],
  // ং is ng.
  [/ং/g, 'ঙ্গ্'],
  [/^অ/, 'ও'],
  // The vowel of the first syllable, where none is written; of later ones nobody can tell.
  [/^([ক-হ](?:্[ক-হ])*)(?![া-্])(?=.)/, '$1ো'],
];

/** What is joined to the end of a word, as its keys spell it. */
export const BENGALI_ENDINGS = /(gulo|guli|der|er|ke|te|tA|ti|rA|r)$/;

/** A word of Bengali in letters of Devanagari, as it is said; any other word as it is. */
export function bengaliAsSaid(word: string): string {
  if (!BENGALI_LETTERS.test(word)) return word;
  const said = SAID.reduce((rest, [letters, as]) => rest.replace(letters, as), word);
  return said.replace(/[\u0980-\u09e5]/g, (letter) =>
    String.fromCodePoint((letter.codePointAt(0) ?? 0) - PLACES),
  );
}
