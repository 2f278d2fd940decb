import { describe, expect, test } from 'vitest';
import { ask } from '#search/ask.ts';
import type { Engine } from '#search/engine.ts';
import type { WordList } from '#search/words-meant.ts';
import { wordListFiles } from '#search/make-word-list.ts';
import { anyCard } from '#support/any-card.ts';
import { wordsOfFile } from '#search/word-list.ts';

/** An engine that thinks every piece may have every word; a piece without words cannot be loaded. */
function engineOf(pieces: readonly (string | undefined)[]): Engine {
  const results = pieces.map((content, at) => ({
    id: `${at}`,
    score: 1,
    data: async () => {
      if (content === undefined) throw new Error('410');
      return { url: `/stories/piece${at}/`, content, meta: { tongues: 'en' }, card: anyCard() };
    },
  }));
  return { search: async () => ({ results }) };
}
function wordListIn(pieces: readonly (string | undefined)[]): WordList {
  const lines = pieces.map((text = 'a kettle sang') => ({ text, language: 'en' }));
  const files = new Map(wordListFiles(lines).map(({ path, content }) => [path, `${content}`]));
  return {
    list: async () => JSON.parse(files.get('words.json') ?? ''),
    file: async (name) => wordsOfFile(files.get(name) ?? ''),
  };
}
const found = async (pieces: readonly (string | undefined)[], query: string) => {
  const { first, total, next } = await ask(engineOf(pieces), wordListIn(pieces), query, {
    kind: 'story',
  });
  return { urls: first.map(({ url }) => url), total, rest: await next() };
};

describe('a piece that was taken down since the index was made', () => {
  test('is passed over, and the others are found', async () => {
    expect(
      await found([undefined, 'a kettle sang', undefined, 'the kettle'], 'kettle'),
    ).toMatchObject({
      urls: ['/stories/piece1/', '/stories/piece3/'],
      total: 2,
    });
  });

  test('does not count when a list is asked for without words', async () => {
    expect(await found([undefined, 'one', 'two'], '')).toMatchObject({
      urls: ['/stories/piece1/', '/stories/piece2/'],
      total: 2,
      rest: [],
    });
  });

  test('alone, is as if nothing had been found', async () => {
    expect(await found([undefined], 'kettle')).toMatchObject({ urls: [], total: 0 });
  });

  test('first in the list, does not hide a word that is not finished', async () => {
    expect((await found([undefined, 'a kettle sang'], 'kett')).urls).toEqual(['/stories/piece1/']);
  });
});

test('a word in letters without spaces that the browser cuts in two is tried as one', async () => {
  const pieces = ['รอที่โรงพยาบาลสามชั่วโมง', '等了三个小时没有人会说我的语言'];
  for (const [typed, at] of [
    ['โรงพยา', 0],
    ['没有人', 1],
    ['人会说', 1],
    ['三个小时', 1],
  ] as const) {
    const { first, close } = await ask(engineOf(pieces), wordListIn(pieces), typed, {});
    expect({ typed, urls: first.map(({ url }) => url), close }).toEqual({
      typed,
      urls: [`/stories/piece${at}/`],
      close: false,
    });
  }
});
