import { describe, expect, test } from 'vitest';
import { licenceBy } from '#intake/import/licence-by.ts';
import { storyWords } from '#intake/import/words.ts';
import { neighbourhoodsOf } from '#server/site/client-address.ts';
import { plainTextToVtt } from '#media/transcript.ts';
import { oldMarksIn } from '#records/old-marks.ts';
import { refusedCharacter } from '#records/text-rules.ts';
import { queryWord, surenessOf } from '#search/same-word.ts';
import { JOINING_SCRIPTS } from '#styles/whole-script.ts';

/** Half a million of each: a pattern that looks again from every letter would be at it for an hour. */
const MANY = 500_000;

describe('a text made to be slow is read in the time of any other', () => {
  test('joiners without letters, where the letters a page brings are chosen', () => {
    for (const { words } of Object.values(JOINING_SCRIPTS))
      expect(`a${'\u200d'.repeat(MANY)}b`.match(words)).toBe(null);
    expect('क\u200dक \u200dख'.match(JOINING_SCRIPTS.devanagari.words)).toEqual([
      'क\u200dक',
      '\u200dख',
    ]);
  });

  test('one sound over and over, where words are laid beside one another', () => {
    for (const syllable of ['ia', 'na', 'رہ', 'का'])
      expect(surenessOf(queryWord('kahani', true), syllable.repeat(MANY), 'en')).toBe(0);
    expect(surenessOf(queryWord('ia'.repeat(MANY), true), 'kahani', 'en')).toBe(0);
  });

  test('spaces in a plain transcript', () => {
    expect(plainTextToVtt(`a.${' '.repeat(MANY)}b.`, 10)).toContain('WEBVTT');
  });

  test('spaces below a line of a table, where old marks are looked for', () => {
    expect(oldMarksIn(`a | b\n${' '.repeat(MANY)}x\n`)).not.toContain('table');
    expect(oldMarksIn('a | b\n--- | :--\n')).toContain('table');
  });

  test('digits in place of an address of the net', () => {
    expect(neighbourhoodsOf(`::${'1'.repeat(MANY)}x`).length).toBeGreaterThan(0);
  });

  test('a licence, a closing list of credits, and a text without a refused character', () => {
    expect(licenceBy(`https://creativecommons.org${'/'.repeat(MANY)}x`)).toBe(undefined);
    expect(storyWords(`# a\n${'\n* Text: a'.repeat(MANY / 10)}\nb`).credits).toEqual([]);
    expect(refusedCharacter(' '.repeat(MANY))).toBe(undefined);
  });
});
