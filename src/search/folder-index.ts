import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setImmediate as others } from 'node:timers/promises';
import { gunzipSync } from 'node:zlib';
import type { Candidate, Engine, Fragment } from './engine.ts';
import { tokensOf } from './tokens.ts';
import { WORD_LIST, wordsOfFile } from './word-list.ts';
import type { WordList } from './words-meant.ts';

/** A piece of the index: where its fragment lies, and what it is filtered by. */
interface Indexed {
  readonly file: string;
  readonly url: string;
  readonly filters: Readonly<Record<string, readonly string[]>>;
}

/**
 * The index that lies in the folder of a built site, for whoever asks it outside of a browser: which pieces
 * have which words is read out of their fragments and held in memory, their texts are not. Between two
 * fragments others have their turn. `isHidden` is asked of each address whenever it would be found.
 * @throws where the folder has no index, or one that cannot be read
 */
export async function folderIndex(
  folder: string,
  isHidden: (url: string) => boolean = () => false,
): Promise<{ readonly engine: Engine; readonly wordList: WordList }> {
  const home = join(folder, 'pagefind', 'fragment');
  const pieces: Indexed[] = [];
  const byToken = new Map<string, number[]>();
  for (const name of (await readdir(home)).sort()) {
    if (!name.endsWith('.pf_fragment')) continue;
    const file = join(home, name);
    const { url, filters, content } = await fragmentIn(file);
    for (const token of new Set(linesOf(content).flatMap(tokensOf))) {
      const there = byToken.get(token);
      if (there) there.push(pieces.length);
      else byToken.set(token, [pieces.length]);
    }
    pieces.push({ file, url, filters });
    await others();
  }
  const engine: Engine = {
    search: async (term, { filters }) => ({
      results: (term === null ? pieces.keys().toArray() : (byToken.get(term.slice(1, -1)) ?? []))
        .flatMap((at) => pieces[at] ?? [])
        .filter((piece) => !isHidden(piece.url) && isOf(piece, filters))
        .map(candidateOf),
    }),
  };
  return { engine, wordList: wordListIn(join(folder, 'pagefind')) };
}

function isOf({ filters }: Indexed, asked: Readonly<Record<string, string>>): boolean {
  return Object.entries(asked).every(([name, value]) => filters[name]?.includes(value) ?? false);
}

const candidateOf = ({ file, url }: Indexed): Candidate => ({
  id: url,
  score: 1,
  data: () => fragmentIn(file),
});

/** Every line that `tokensOf` reads; of which language it is does not matter to it. */
const linesOf = (content: string) => content.split('\n').map((text) => ({ text, language: '' }));

async function fragmentIn(
  file: string,
): Promise<Fragment & { readonly filters: Indexed['filters'] }> {
  const text = gunzipSync(await readFile(file)).toString('utf8');
  return JSON.parse(text.slice(text.indexOf('{')));
}

function wordListIn(home: string): WordList {
  const read = (name: string): Promise<string> => readFile(join(home, name), 'utf8');
  return {
    list: async () => JSON.parse(await read(WORD_LIST)),
    file: async (name) => wordsOfFile(await read(name)),
  };
}
