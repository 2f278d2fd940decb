/**
 * Asks the index, in the browser. Pagefind says which pieces may have the words; each is checked
 * against its true text before it is given back, so nothing is shown that does not have them.
 */
import { type QueryWord, askedIn, type IndexedLine, type Match, matchesIn } from './match.ts';
import { searchTermsOf } from './tokens.ts';

/** What this file needs of Pagefind. */
export interface Engine {
  search(
    term: string | null,
    options: { readonly filters: Filters },
  ): Promise<{ readonly results: readonly Candidate[] }>;
}
export type Filters = Readonly<Record<string, string>>;
interface Candidate {
  readonly id: string;
  readonly score: number;
  data(): Promise<Fragment>;
}
interface Fragment {
  readonly url: string;
  readonly content: string;
  readonly meta: Readonly<Record<string, string | undefined>>;
}

/** A piece that was found; the title is the first line where there is one. */
export interface Hit {
  readonly url: string;
  readonly meta: Fragment['meta'];
  readonly lines: readonly FoundLine[];
  readonly score: number;
}
export interface FoundLine extends IndexedLine {
  readonly matches: readonly Match[];
}

export interface SearchResults {
  /** Nothing has the words themselves: these only sound like them. */
  readonly close: boolean;
  readonly first: readonly Hit[];
  /** How many in all; unknown while many are still unchecked. */
  readonly total: number | undefined;
  /** The rest, a screenful at a time; empty at the end. */
  next(): Promise<readonly Hit[]>;
}

const SCREENFUL = 20;
/** So many pieces are read and put in order together. */
const TOGETHER = 40;

/** Tries the words; then all of them written as one; then what only sounds alike. */
export async function ask(engine: Engine, query: string, filters: Filters): Promise<SearchResults> {
  const asked = askedIn(query);
  if (asked.length === 0) {
    const { results } = query === '' ? await engine.search(null, { filters }) : { results: [] };
    return answerFrom(results, [], false);
  }
  const rounds: (readonly [readonly QueryWord[], boolean])[] = [
    [asked, false],
    ...(asked.length > 1 ? [[askedIn(query, true), false] as const] : []),
    [asked, true],
  ];
  for (const [words, close] of rounds) {
    const answer = await answerFrom(await candidates(engine, words, filters, close), words, close);
    if (answer.first.length > 0) return answer;
  }
  return answerFrom([], [], false);
}

async function answerFrom(
  queue: readonly Candidate[],
  asked: readonly QueryWord[],
  close: boolean,
): Promise<SearchResults> {
  let at = 0;
  let ready: readonly Hit[] = [];
  let missing = 0;
  const next = async (): Promise<readonly Hit[]> => {
    while (ready.length === 0 && at < queue.length) {
      const block = queue.slice(at, at + TOGETHER);
      at += TOGETHER;
      const read = await Promise.all(
        block.map(async (each) => {
          const fragment = await fragmentOf(each);
          if (fragment === undefined) missing += 1;
          return fragment && hitOf(fragment, asked, close);
        }),
      );
      ready = read.filter((hit) => hit !== undefined).sort((one, other) => other.score - one.score);
    }
    const screen = ready.slice(0, SCREENFUL);
    ready = ready.slice(SCREENFUL);
    return screen;
  };
  const first = await next();
  const known = asked.length === 0 ? queue.length - missing : first.length + ready.length;
  return { close, first, total: asked.length > 0 && at < queue.length ? undefined : known, next };
}

/** The pieces that may have every word, the likeliest first. */
async function candidates(
  engine: Engine,
  asked: readonly QueryWord[],
  filters: Filters,
  close: boolean,
): Promise<readonly Candidate[]> {
  const [first, ...others] = await Promise.all(
    asked.map(async (word) => {
      const scores = new Map<string, { readonly each: Candidate; readonly score: number }>();
      const answers = searchTermsOf(word, close).map(async ({ term, weight, begins }) => {
        const { results } = await engine.search(begins ? term : `"${term}"`, { filters });
        return begins && !(await reallyBegins(results, word))
          ? []
          : results.map((each) => ({ each, weight }));
      });
      for (const { each, weight } of (await Promise.all(answers)).flat()) {
        const score = (scores.get(each.id)?.score ?? 0) + each.score * weight;
        scores.set(each.id, { each, score });
      }
      return scores;
    }),
  );
  return [...(first?.values() ?? [])]
    .filter(({ each }) => others.every((scores) => scores.has(each.id)))
    .map(({ each, score }) => ({
      each,
      score: others.reduce((sum, scores) => sum + (scores.get(each.id)?.score ?? 0), score),
    }))
    .sort((one, other) => other.score - one.score)
    .map(({ each }) => each);
}

/**
 * For a beginning that no word has, Pagefind gives all pieces with some shorter one. Either every
 * answer is meant or none is, so one look at one that can be read saves reading them all.
 */
async function reallyBegins(results: readonly Candidate[], word: QueryWord): Promise<boolean> {
  for (const each of results) {
    const fragment = await fragmentOf(each);
    if (fragment !== undefined) return hitOf(fragment, [word], false) !== undefined;
  }
  return false;
}

/** A piece that was taken down since the index was made has no fragment any more: it is passed over. */
async function fragmentOf(candidate: Candidate): Promise<Fragment | undefined> {
  try {
    return await candidate.data();
  } catch {
    return undefined;
  }
}

function hitOf(
  { url, content, meta }: Fragment,
  asked: readonly QueryWord[],
  close: boolean,
): Hit | undefined {
  const tongues = meta['tongues']?.split(' ') ?? [];
  const lines = content.split('\n').map((text, at) => {
    const line = { text, language: tongues[at] ?? '' };
    return { ...line, matches: matchesIn(line, asked, close) };
  });
  // Title first among the equally sure.
  const scores = asked.map((_, number) =>
    Math.max(
      0,
      ...lines.flatMap(({ matches }, at) =>
        matches
          .filter((match) => match.asked === number)
          .map(({ sureness }) => sureness * 2 + (at === 0 && meta['title'] !== undefined ? 1 : 0)),
      ),
    ),
  );
  if (scores.includes(0)) return undefined;
  return { url, meta, lines, score: scores.reduce((sum, each) => sum + each, 0) };
}
