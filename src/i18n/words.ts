import { en, type Words } from './en/site.ts';
import { hi } from './hi/site.ts';
import { directionOf, type Direction } from './language.ts';
import { pa } from './pa/site.ts';
import { ur } from './ur/site.ts';

/** The interface in one language, with the language the words are really in. */
export interface Interface {
  readonly words: Words;
  /** The language of the words: `en` when the asked language has no file of its own yet. */
  readonly lang: string;
  readonly dir: Direction;
}

/** A map, because what is asked for may come from an address: `constructor` is no language. */
const written: ReadonlyMap<string, Words> = new Map(Object.entries({ en, ur, pa, hi }));

/** The words for an interface language; English, marked as English, when it has none yet. */
export function interfaceIn(language: string): Interface {
  const words = written.get(language);
  return words === undefined
    ? { words: en, lang: 'en', dir: 'ltr' }
    : { words, lang: language, dir: directionOf(language) };
}
