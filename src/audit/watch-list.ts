import { fold, wordsOf } from './fold.ts';
import { PhraseTable, SHINGLE } from './phrase-table.ts';
import { RunTable } from './run-table.ts';
import { UNKNOWN_WORD, Vocabulary } from './vocabulary.ts';

/** One withheld text: a title, a name, a body, a file name, an alternative text. */
export interface WatchEntry {
  /** The id and the field, such as `7q3k9x title`; the only thing a report will show. */
  readonly label: string;
  readonly text: string;
}

/** What must not be found. Built by `makeWatchList`; read by `withheldIn` and the deep scan. */
export interface WatchList {
  /** SHA-256 of each withheld original → its label. */
  readonly digests: ReadonlyMap<string, string>;
  readonly labels: readonly string[];
  readonly vocabulary: Vocabulary;
  readonly phrases: PhraseTable;
  readonly runs: RunTable;
}

/**
 * Makes the list of what must not be found. Pure; time and memory grow with the words given.
 *
 * - A text of fewer than six words is watched as that sequence of words; a longer one as each of
 *   its runs of six words, so that a quotation from its middle is seen too.
 * - A run without spaces that has a digit or a joint in it (`CNRY-a-b-1a2b`, `IMG_4711.jpg`, an
 *   address, a reference number) is also watched inside longer runs.
 * - Two to five words are also watched written as one, as in an address made from a name.
 * - Whatever also occurs in a released text is public and is not watched. This is what keeps
 *   common words quiet: a single word is watched only when no released text has it, so `released`
 *   must hold the interface's own words as well as the released stories. Length alone will not do:
 *   a first name is short, and it matters most.
 * - A single word of one or two letters is never watched: it proves nothing.
 */
export function makeWatchList(input: {
  readonly entries: readonly WatchEntry[];
  readonly digests: ReadonlyMap<string, string>;
  readonly released: Iterable<string>;
}): WatchList {
  const labels: string[] = [];
  const vocabulary = new Vocabulary();
  const phrases = new PhraseTable();
  const runs = new RunTable();
  const joins: (readonly [sequence: number, joined: number])[] = [];
  for (const { label, text } of input.entries) {
    const about = labels.push(label) - 1;
    const folded = fold(text).trim();
    const words = wordsOf(folded);
    const join = addPhrases({ words, label: about, phrases, vocabulary });
    if (join !== undefined) joins.push(join);
    if (isRunToWatch(folded)) runs.add(folded, about);
  }
  const watch: WatchList = { digests: input.digests, labels, vocabulary, phrases, runs };
  for (const text of input.released) dropPublic(watch, text);
  for (const [sequence, joined] of joins) {
    if (!phrases.isWatched(sequence)) phrases.drop(joined);
  }
  return watch;
}

/**
 * The labels of what a text holds of the watch list, each once. `shortest` is the fewest bytes a
 * hit must have: compressed sound and pixels hold any three letters somewhere by chance.
 */
export function withheldIn(watch: WatchList, text: string, shortest = 0): readonly string[] {
  const labels = new Set<number>();
  const folded = fold(text);
  eachPhrase(watch, folded, (phrase) => {
    if (watch.phrases.bytesOf(phrase) >= shortest) labels.add(watch.phrases.labelOf(phrase));
  });
  watch.runs.inside(folded, (_run, label) => labels.add(label));
  return [...labels].map((label) => watch.labels[label] ?? 'unknown');
}

interface EntryWords {
  readonly words: readonly string[];
  readonly label: number;
  readonly phrases: PhraseTable;
  readonly vocabulary: Vocabulary;
}

/** Adds an entry's words; returns the phrases of its whole and its joined form when it has both. */
function addPhrases(entry: EntryWords): readonly [number, number] | undefined {
  const { words } = entry;
  if (words.length === 0 || (words.length === 1 && isTooShort(words[0] ?? ''))) return undefined;
  const whole = addSequence(words, entry);
  const joined = words.join('');
  if (words.length === 1 || words.length >= SHINGLE || joined.length < JOINED_LENGTH) {
    return undefined;
  }
  return [whole, addSequence([joined], entry)];
}

function addSequence(sequence: readonly string[], entry: EntryWords): number {
  const ids = Int32Array.from(sequence, (word) => entry.vocabulary.add(word));
  const length = Math.min(ids.length, SHINGLE);
  let last = -1;
  for (let from = 0; from + length <= ids.length; from += 1) {
    const bytes = Buffer.byteLength(sequence.slice(from, from + length).join(''));
    last = entry.phrases.add(ids, from, length, { label: entry.label, bytes });
  }
  return last;
}

/** A joined form shorter than this may be an ordinary word: `to day`, `car pet`. */
const JOINED_LENGTH = 8;

function isTooShort(word: string): boolean {
  const letters = word.match(/\p{L}|\p{N}/gu) ?? [];
  // Two digits or letters occur everywhere by chance; two Han or Gurmukhi letters can be a name.
  return letters.length < 3 && Buffer.byteLength(word) < 6;
}

function isRunToWatch(folded: string): boolean {
  return !/\s/.test(folded) && (/\p{N}/u.test(folded) || /[^\p{L}\p{M}]/u.test(folded));
}

function dropPublic(watch: WatchList, text: string): void {
  const folded = fold(text);
  eachPhrase(watch, folded, (phrase) => watch.phrases.drop(phrase));
  watch.runs.inside(folded, (run) => watch.runs.drop(run));
}

function eachPhrase(watch: WatchList, folded: string, hit: (phrase: number) => void): void {
  // The last six words are enough; they are kept twice over so that they always lie side by side.
  const window = new Int32Array(SHINGLE * 2);
  let count = 0;
  let run = 0;
  watch.vocabulary.eachWord(folded, (word) => {
    if (word === UNKNOWN_WORD) {
      run = 0;
      return;
    }
    run += 1;
    const at = count % SHINGLE;
    count += 1;
    window[at] = word;
    window[at + SHINGLE] = word;
    watch.phrases.endingAt(window, at + SHINGLE, run, hit);
  });
}
