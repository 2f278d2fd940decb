/**
 * Asks the index, in the browser. What was typed is laid beside the words of all pieces; Pagefind says which
 * pieces have those that it may be; each is checked against its true text before it is given back. Every
 * word counts and none is a must: pieces with more of them come first.
 */
import type { Candidate, Engine, Filters, Fragment } from './engine.ts';
import {
  hasPhrases,
  type IndexedLine,
  type Match,
  matchesIn,
  type Query,
  queryOf,
} from './match.ts';
import { DIRECT, type Sureness } from './same-word.ts';
import { tokenOf } from './tokens.ts';
import { HALF, type Meant, type WordList, wordsMeant } from './words-meant.ts';

/** A piece that was found; the title is the first line where there is one. */
export interface Hit {
  readonly url: string;
  readonly meta: Fragment['meta'];
  readonly card: Fragment['card'];
  readonly lines: readonly FoundLine[];
  readonly score: number;
}
export interface FoundLine extends IndexedLine {
  readonly matches: readonly Match[];
}

export interface SearchResults {
  /** Nothing has the words themselves: these are guesses. */
  readonly close: boolean;
  readonly first: readonly Hit[];
  /** How many in all; unknown while many are still unchecked. */
  readonly total: number | undefined;
  /** The rest, a screenful at a time; empty at the end. */
  next(): Promise<readonly Hit[]>;
}

const SCREENFUL = 20;
/** So many pieces are read and put in order together: few at first, because each has to come over a slow line. */
const FIRST_TOGETHER = 10;
const TOGETHER = 20;
interface Asked extends Query {
  /** Of each word what it counts: nothing where it stands in every text, unless all of them do. */
  readonly weights: readonly number[];
}

/**
 * Finds what was typed; where no piece has any of it, what is like it. After those with the words come the
 * pieces of the themes and towns that are called so, by `ofPages`.
 */
export async function ask(
  engine: Engine,
  wordList: WordList,
  typed: string,
  filters: Filters,
  ofPages: readonly Filters[] = [],
): Promise<SearchResults> {
  const query = queryOf(typed);
  if (query.words.length === 0) {
    const { results } = typed === '' ? await engine.search(null, { filters }) : { results: [] };
    return answerFrom(results, { ...query, weights: [] }, false);
  }
  const meant = await wordsMeant(wordList, query, filters);
  const asked = { ...query, weights: weightsOf(meant) };
  const others = await piecesOf(engine, ofPages, filters);
  for (const close of [false, true]) {
    const found = await candidates(engine, meant, asked, filters, close);
    const queue = withPiecesOf(found, others);
    const answer = await answerFrom(queue, asked, close);
    if (answer.first.length > 0) return answer;
  }
  return answerFrom([], asked, false);
}

function weightsOf(meant: readonly (readonly Meant[])[]): readonly number[] {
  const weights = meant.map(([surest]) => (surest?.known.isCommon ? 0 : 1));
  return weights.some((weight) => weight > 0) ? weights : weights.map(() => 1);
}

/** The pieces that may have some of the words, those with more of them first. */
async function candidates(
  engine: Engine,
  meant: readonly (readonly Meant[])[],
  { weights }: Asked,
  filters: Filters,
  close: boolean,
): Promise<readonly Candidate[]> {
  const found = new Map<string, { readonly each: Candidate; readonly sure: number[] }>();
  await Promise.all(
    meant.flatMap((words, number) =>
      tokensAsked(words, close).map(async ([token, sureness]) => {
        const { results } = await engine.search(`"${token}"`, { filters });
        for (const each of results) {
          const { sure } = found.get(each.id) ?? { sure: meant.map(() => 0) };
          sure[number] = Math.max(sure[number] ?? 0, sureness);
          found.set(each.id, { each, sure });
        }
      }),
    ),
  );
  return [...found.values()]
    .map(({ each, sure }) => ({ each, worth: worthOf(sure, weights) }))
    .filter(({ worth }) => worth > 0)
    .sort((one, other) => other.worth - one.worth || other.each.score - one.each.score)
    .map(({ each }) => each);
}

/** One token may stand for several spellings. */
function tokensAsked(
  words: readonly Meant[],
  close: boolean,
): readonly (readonly [string, Sureness])[] {
  const tokens = new Map<string, Sureness>();
  for (const { known, sureness } of words) {
    if (!close && sureness < DIRECT && sureness !== HALF) continue;
    const token = tokenOf(known.word);
    tokens.set(token, Math.max(tokens.get(token) ?? 0, sureness));
  }
  return [...tokens];
}

/** More of the words before fewer, then the surer. */
function worthOf(sure: readonly Sureness[], weights: readonly number[]): number {
  return sure.reduce(
    (sum, each, number) =>
      sum + (weights[number] ?? 0) * ((each >= DIRECT ? 1 : 0) + each) + each * COMMON_WORTH,
    0,
  );
}
/** A word that stands everywhere decides only between equals. */
const COMMON_WORTH = 0.01;

/** The pieces of themes and towns. */
async function piecesOf(
  engine: Engine,
  ofPages: readonly Filters[],
  filters: Filters,
): Promise<readonly Candidate[]> {
  if (ofPages.length > 0) await engine.filters?.();
  const searches = ofPages
    .filter((of) => Object.keys(of).every((name) => filters[name] === undefined))
    .map((of) => engine.search(null, { filters: { ...filters, ...of } }));
  return (await Promise.all(searches)).flatMap(({ results }) => results);
}

/** Those with the words first; one that is of a page counts also where the words turn out not to be in it. */
function withPiecesOf(
  found: readonly Candidate[],
  others: readonly Candidate[],
): readonly Candidate[] {
  const byId = new Map([...found, ...others].map((each) => [each.id, each]));
  const ofPage = new Set(others.map(({ id }) => id));
  return [...byId.values()].map((each) => ({
    ...{ id: each.id, score: each.score, isOfPage: ofPage.has(each.id) },
    data: () => each.data(),
  }));
}

async function answerFrom(
  queue: readonly Candidate[],
  asked: Asked,
  close: boolean,
): Promise<SearchResults> {
  const isList = asked.words.length === 0;
  let at = 0;
  let ready: readonly Hit[] = [];
  let missing = 0;
  const next = async (): Promise<readonly Hit[]> => {
    while (ready.length === 0 && at < queue.length) {
      const block = queue.slice(at, at === 0 ? FIRST_TOGETHER : at + TOGETHER);
      at += block.length;
      const read = await Promise.all(
        block.map(async (each) => {
          const fragment = await fragmentOf(each);
          if (fragment === undefined) missing += 1;
          return fragment && hitOf(fragment, asked, close, each.isOfPage);
        }),
      );
      ready = read.filter((hit) => hit !== undefined).sort((one, other) => other.score - one.score);
    }
    const screen = ready.slice(0, SCREENFUL);
    ready = ready.slice(SCREENFUL);
    return screen;
  };
  const first = await next();
  const known = isList ? queue.length - missing : first.length + ready.length;
  return { close, first, total: !isList && at < queue.length ? undefined : known, next };
}

/** A piece that was taken down since the index was made has no fragment any more: it is passed over. */
async function fragmentOf(candidate: Candidate): Promise<Fragment | undefined> {
  try {
    return await candidate.data();
  } catch {
    return undefined;
  }
}

/** A word in the title says a little more of what a piece is about. */
const IN_TITLE = 0.1;

function hitOf(
  { url, content, meta, card }: Fragment,
  asked: Asked,
  close: boolean,
  isOfPage = false,
): Hit | undefined {
  const tongues = meta['tongues']?.split(' ') ?? [];
  const lines = content.split('\n').map((text, at) => {
    const line = { text, language: tongues[at] ?? '' };
    const matches = matchesIn(line, asked);
    return { ...line, matches: matches.filter((match) => counts(match, asked, close)) };
  });
  if (asked.words.length === 0) return { url, meta, card, lines, score: 0 };
  if (!hasPhrases(lines, asked)) return undefined;
  const sure = asked.words.map((_, number) => {
    const best = (at: number) =>
      Math.max(
        0,
        ...(lines[at]?.matches ?? [])
          .filter((match) => match.asked === number)
          .map(({ sureness }) => sureness),
      );
    const anywhere = Math.max(...lines.map((_line, at) => best(at)));
    return anywhere + (meta['title'] !== undefined && best(0) > 0 ? IN_TITLE : 0);
  });
  return sure.some((each) => each > 0) || isOfPage
    ? { url, meta, card, lines, score: worthOf(sure, asked.weights) }
    : undefined;
}

/** What says little is not shown either. */
function counts({ sureness, asked: number }: Match, { weights }: Asked, close: boolean): boolean {
  return (close || sureness >= DIRECT) && (weights[number] ?? 0) > 0;
}
