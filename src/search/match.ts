/**
 * Whether a text really has what was typed. Pagefind answers an unknown word with the longest
 * beginning of it that it knows, so each of its answers is checked here against the true text.
 */
import { keysOf, type Keys, type Script, scriptOf, tonguesOf, voiceless, wordsIn } from './keys.ts';

/** How surely a word of the text is a word that was typed; more is surer. */
export type Sureness = 0 | 1 | 2 | 3 | 4;

/** One typed word, with the keys it may have in each language of its script. */
export interface Asked {
  readonly keys: Keys;
  readonly stems: Readonly<Record<string, string>>;
  readonly script: Script;
  /** The last word may still be being typed. */
  readonly last: boolean;
}

/** A piece of true text in one language, and where its words stand. */
export interface Line {
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
export function askedIn(query: string, joined = false): readonly Asked[] {
  const typed = wordsIn(query).map(({ word }) => word);
  const words = joined ? [typed.join('')] : typed;
  return words.map((word, at) => ({
    keys: keysOf(word, ''),
    stems: Object.fromEntries(tonguesOf(word).map((tongue) => [tongue, keysOf(word, tongue).stem])),
    script: scriptOf(word),
    last: at === words.length - 1,
  }));
}

/** The words of a line that were asked for; `close` is the looser round, for when nothing was found. */
export function matchesIn(line: Line, asked: readonly Asked[], close: boolean): readonly Match[] {
  return wordsIn(line.text).flatMap(({ word, at }) => {
    const keys = keysOf(word, line.language);
    const script = scriptOf(word);
    return asked.flatMap((each, number) => {
      const sureness =
        directly(keys, each, script, line.language) || bySound(keys, each, script, close);
      return sureness === 0 ? [] : [{ at, word, sureness, asked: number }];
    });
  });
}

function directly(keys: Keys, asked: Asked, script: Script, language: string): Sureness {
  const { fold } = asked.keys;
  if (script !== asked.script) return 0;
  if (keys.fold === fold) return 4;
  const begun = asked.last && fold.length >= SHORTEST_BEGINNING;
  if (begun && keys.fold.startsWith(fold)) return 3;
  if (keys.stem === (asked.stems[language.split('-')[0] ?? ''] ?? asked.keys.stem)) return 2;
  return begun && keys.stem.startsWith(fold) ? 2 : 0;
}

/** Latin letters may stand for any script; Latin words themselves are found as they are spelt. */
function bySound(keys: Keys, asked: Asked, script: Script, close: boolean): Sureness {
  const same = (one: string, other: string): boolean => one !== '' && one === other;
  const bones = same(keys.bones, asked.keys.bones);
  if (close && bones) return 1;
  if (script === 'latin' || script === asked.script) return 0;
  if (asked.script !== 'latin') return same(keys.long, asked.keys.long) ? 1 : 0;
  const typed = script === 'tamil' ? voiceless(asked.keys.sound) : asked.keys.sound;
  // Arabic script leaves short vowels out, so only its consonants can agree.
  return same(keys.sound, typed) || (bones && script === 'arabic') ? 1 : 0;
}
