import type { WordList } from './words-meant.ts';
import { WORD_LIST, type WordListFiles, wordsOfFile } from './word-list.ts';

/** The words that lie in a folder beside the index, each file read once; what failed is asked for again. */
export function wordListAt(folder: string): WordList {
  const read = new Map<string, Promise<unknown>>();
  const once = <T>(name: string, take: (answer: Response) => Promise<T>): Promise<T> => {
    const before = read.get(name);
    if (before !== undefined) return before as Promise<T>;
    const reading = fetch(folder + name).then((answer) => {
      if (!answer.ok) throw new Error(String(answer.status));
      return take(answer);
    });
    // A file that is gone was named by a list that is old.
    reading.catch(() => read.clear());
    read.set(name, reading);
    return reading;
  };
  return {
    list: () => once(WORD_LIST, (answer) => answer.json() as Promise<WordListFiles>),
    file: (name) => once(name, async (answer) => wordsOfFile(await answer.text())),
  };
}
