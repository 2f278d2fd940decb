/**
 * Whether a text really has what was typed. Pagefind answers an unknown word with the longest
 * beginning of it that it knows, so each of its answers is checked here against the true text.
 */
import { keysOf, type Keys, type Script, sameLetters, keyScriptOf, tonguesOf } from './keys.ts';
import { SHOWS_NOTHING, type Word, wordsIn } from './words.ts';

/** How surely a word of the text is a word that was typed; more is surer. */
export type Sureness = 0 | 1 | 2 | 3 | 4;

/** One typed word, with the keys it may have in each language of its script. */
export interface QueryWord {
  readonly word: string;
  readonly keys: Keys;
  readonly stems: Readonly<Record<string, string>>;
  readonly script: Script;
  /** The last word may still be being typed. */
  readonly last: boolean;
  /** Several words made one. */
  readonly joined: boolean;
}

/** A piece of true text in one language, and where its words stand. */
export interface IndexedLine {
  readonly text: string;
  readonly language: string;
}

/** A word of a text that was asked for. */
export interface Match {
  readonly at: number;
  readonly word: string;
  readonly sureness: Sureness;
  /** Which of the asked words. */
  readonly asked: number;
}

const SHORTEST_BEGINNING = 2;

/** What was typed, word by word; `joined` makes one word of it («می خوانم» is also «می‌خوانم»). */
export function askedIn(query: string, joined = false): readonly QueryWord[] {
  const typed = wordsIn(query).map(({ word }) => word);
  const words = joined ? [typed.join('')] : typed;
  return words.map((word, at) => ({
    word,
    keys: keysOf(word, ''),
    stems: Object.fromEntries(tonguesOf(word).map((tongue) => [tongue, keysOf(word, tongue).stem])),
    script: keyScriptOf(word),
    last: at === words.length - 1,
    joined: joined && typed.length > 1,
  }));
}

/** The words of a line that were asked for; `close` is the looser round, for when nothing was found. */
export function matchesIn(
  line: IndexedLine,
  asked: readonly QueryWord[],
  close: boolean,
): readonly Match[] {
  const words = wordsIn(line.text);
  return words.flatMap(({ word, at }, place) => {
    const script = keyScriptOf(word);
    return asked.flatMap((each, number) => {
      if (script === 'unspaced') {
        const match =
          each.script === script ? unspaced(line, words, place, each, close) : undefined;
        return match === undefined ? [] : [{ ...match, asked: number }];
      }
      const keys = remembered(word, line.language);
      const same = sameLetters(word, each.word);
      const direct = directly(keys, each, script, line.language);
      const sureness =
        (same ? direct : capped(direct)) ||
        (same ? 0 : bySound(keys, each, script)) ||
        (close ? byBones(keys, each) : 0);
      return sureness === 0 ? [] : [{ at, word, sureness, asked: number }];
    });
  });
}

/**
 * What was typed may be several words of the text («没有人» is «没有» and «人»), or part of one: as a
 * word it begins where one begins, and ends where one ends unless it is still being typed. Anywhere
 * else it is only close: 京都 is no word of 東京都. A text of several words in one row needs no
 * beginning, because a word is cut otherwise in other company.
 */
function unspaced(
  { text, language }: IndexedLine,
  words: readonly Word[],
  from: number,
  { keys: { fold }, last, joined }: QueryWord,
  close: boolean,
): Omit<Match, 'asked'> | undefined {
  const at = words[from]?.at ?? 0;
  const match = (sureness: Sureness) => ({ at, word: text.slice(at, end), sureness });
  let row = '';
  let end = at;
  let first = 0;
  for (const next of following(words, from)) {
    if (text.slice(end, next.at).replace(SHOWS_NOTHING, '') !== '') return undefined;
    row += remembered(next.word, language).fold;
    end = next.at + next.word.length;
    first ||= row.length;
    if (row === fold) return match(4);
    if (last && beginsWord(fold) && row.startsWith(fold)) return match(3);
    const begunHere = row.slice(0, first + fold.length - 1);
    if ((joined || close) && begunHere.includes(fold)) return match(joined ? 2 : 1);
    if (row.length >= first + fold.length) return undefined;
  }
  return undefined;
}

function* following(words: readonly Word[], from: number): Generator<Word> {
  for (let place = from; place < words.length; place += 1) {
    const next = words[place];
    if (next === undefined || keyScriptOf(next.word) !== 'unspaced') return;
    yield next;
  }
}

/** One Chinese letter is as much as the beginning of a word elsewhere. */
function beginsWord(fold: string): boolean {
  return fold.length >= SHORTEST_BEGINNING || /^\p{Script=Han}/u.test(fold);
}

/** The same words come again in every piece and at every letter typed. */
const known = new Map<string, Keys>();
function remembered(word: string, language: string): Keys {
  const name = `${language} ${word}`;
  const keys = known.get(name) ?? keysOf(word, language);
  known.set(name, keys);
  return keys;
}

function directly(keys: Keys, asked: QueryWord, script: Script, language: string): Sureness {
  const { fold } = asked.keys;
  if (script !== asked.script) return 0;
  if (keys.fold === fold) return 4;
  const begun = asked.last && fold.length >= SHORTEST_BEGINNING;
  if (begun && keys.fold.startsWith(fold)) return 3;
  if (keys.stem === (asked.stems[language.split('-')[0] ?? ''] ?? asked.keys.stem)) return 2;
  return begun && keys.stem.startsWith(fold) ? 2 : 0;
}

/** The same word in another script is less sure than in the letters that were typed. */
function capped(sureness: Sureness): Sureness {
  return sureness === 0 ? 0 : 1;
}

/** Latin letters may stand for any script; Latin words themselves are found as they are spelt. */
function bySound(keys: Keys, asked: QueryWord, script: Script): Sureness {
  if (script === 'latin') return 0;
  if (script === 'indic' && asked.script === script)
    return flat(keys.fold) === flat(asked.keys.fold) ? 1 : 0;
  if (asked.script !== 'latin') return alike(keys.long, asked.keys.long) ? 1 : 0;
  const typed = script === 'tamil' ? voiceless(asked.keys.sound) : asked.keys.sound;
  // Arabic script leaves short vowels out, so only its consonants can agree.
  return alike(keys.sound, typed) || (script === 'arabic' && byBones(keys, asked) === 1) ? 1 : 0;
}

function byBones(keys: Keys, asked: QueryWord): Sureness {
  return alike(keys.bones, asked.keys.bones) ? 1 : 0;
}

function alike(one: string, other: string): boolean {
  return one !== '' && one === other;
}

/** Sisters among the Indic scripts spell a word alike but for these: कहानी is ਕਹਾਣੀ. */
function flat(fold: string): string {
  return fold.replace(/[TDNLSIU]/g, (letter) => letter.toLowerCase());
}

/** Tamil writes k, t and p for g, d and b too. */
export function voiceless(sound: string): string {
  return sound.replace(/[gdb]/g, (letter) => ({ g: 'k', d: 't', b: 'p' })[letter] ?? letter);
}
