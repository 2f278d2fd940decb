/** Where a text has what was typed. */
import { foldOf, keyScriptOf, spellingOf } from './keys.ts';
import {
  DIRECT,
  type QueryWord,
  queryWord,
  type Sureness,
  surenessOf,
  textWord,
} from './same-word.ts';
import { SHOWS_NOTHING, type Word, wordsIn } from './words.ts';

/** What was typed, taken apart. */
export interface Query {
  readonly words: readonly QueryWord[];
  /** Each two neighbours as one word: «می خوانم» is also «می‌خوانم»; `at` is the first of the two. */
  readonly pairs: readonly { readonly at: number; readonly word: QueryWord }[];
  /** Between quotation marks: these must stand one after the other, as they are spelt. */
  readonly phrases: readonly (readonly string[])[];
}

/** A piece of true text in one language. */
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

const QUOTED = /["“”„«»]([^"“”„«»]+)["“”„«»]/g;

/** What was typed, word by word. */
export function queryOf(typed: string): Query {
  const found = wordsIn(typed).map(({ word }) => word);
  const words = found.map((word, at) => queryWord(word, at === found.length - 1));
  const pairs = found.slice(1).map((next, at) => ({
    at,
    word: queryWord(`${found[at]}${next}`, at === found.length - 2),
  }));
  const phrases = [...typed.matchAll(QUOTED)].map(([, inside = '']) =>
    wordsIn(inside).map(({ word }) => spellingOf(word)),
  );
  return { words, pairs, phrases: phrases.filter((phrase) => phrase.length > 0) };
}

/** Two words that are written as one, or one as two, are a little less sure. */
const JOINED = 0.95;

/** The words of a line that were asked for, guesses too. */
export function matchesIn({ text, language }: IndexedLine, query: Query): readonly Match[] {
  const words = wordsIn(text);
  return words.flatMap(({ word, at }, place) => {
    const next = words[place + 1];
    const matches: Match[] = [];
    const add = (asked: number, sureness: Sureness, end = at + word.length): void => {
      if (sureness > 0) matches.push({ at, word: text.slice(at, end), sureness, asked });
    };
    query.words.forEach((each, number) => {
      if (each.script === 'unspaced') {
        const match = unspaced(text, words, place, each);
        if (match) matches.push({ ...match, asked: number });
        return;
      }
      const alone = surenessOf(each, word, language);
      const both = alone < DIRECT && next ? asOne(each, word, next.word, language) : 0;
      if (both > alone) add(number, both, (next?.at ?? at) + (next?.word ?? '').length);
      else add(number, alone);
    });
    for (const { at: first, word: pair } of query.pairs) {
      const sureness = surenessOf(pair, word, language) * JOINED;
      for (const number of [first, first + 1]) add(number, sureness);
    }
    return matches;
  });
}

/** Two words that only sound a little like one are two. */
const SURE_OF_TWO = 0.58;

/** «ساؤتھ ہال» is what somebody typed as one word. */
function asOne(typed: QueryWord, word: string, next: string, language: string): Sureness {
  const { fold } = textWord(word, language);
  if (typed.word.length < 5 || fold.length < 2 || fold.length >= typed.fold.length + 2) return 0;
  const sureness = surenessOf({ ...typed, last: false }, `${word}${next}`, language);
  return sureness < SURE_OF_TWO ? 0 : sureness * JOINED;
}

/** Whether every phrase stands in one of these lines. */
export function hasPhrases(lines: readonly IndexedLine[], { phrases }: Query): boolean {
  if (phrases.length === 0) return true;
  const spelt = lines.map(({ text }) => wordsIn(text).map(({ word }) => spellingOf(word)));
  return phrases.every((phrase) =>
    spelt.some((line) =>
      line.some((_, from) => phrase.every((word, at) => line[from + at] === word)),
    ),
  );
}

/**
 * What was typed may be several words of the text («没有人» is «没有» and «人»), or part of one: as a
 * word it begins where one begins, and ends where one ends unless it is still being typed. Anywhere
 * else it is only close: 京都 is no word of 東京都. A text of several words in one row needs no
 * beginning, because a word is cut otherwise in other company.
 */
function unspaced(
  text: string,
  words: readonly Word[],
  from: number,
  { fold, last }: QueryWord,
): Omit<Match, 'asked'> | undefined {
  const at = words[from]?.at ?? 0;
  const match = (sureness: Sureness) => ({ at, word: text.slice(at, end), sureness });
  let row = '';
  let end = at;
  let first = 0;
  for (const next of following(words, from)) {
    if (text.slice(end, next.at).replace(SHOWS_NOTHING, '') !== '') return undefined;
    row += foldOf(next.word, 'unspaced');
    end = next.at + next.word.length;
    first ||= row.length;
    if (row === fold) return match(1);
    if (last && beginsWord(fold) && row.startsWith(fold)) return match(0.7);
    if (row.slice(0, first + fold.length - 1).includes(fold)) return match(0.25);
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
  return fold.length >= 2 || /^\p{Script=Han}/u.test(fold);
}
