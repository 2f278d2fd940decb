import { type IndexedLine, matchesIn, type Query, queryOf } from './match.ts';
import { DIRECT } from './same-word.ts';

/** A page that is no piece: a theme, a town, an exhibition, or one of the site's own. */
export interface SearchablePage {
  readonly url: string;
  readonly title: string;
  readonly language: string;
  /** What kind of page it is, in the words of the interface. */
  readonly about: string;
  readonly lines: readonly IndexedLine[];
  /** By which of the index's filters its pieces are found. */
  readonly filter?: Readonly<Record<string, string>> | undefined;
}

export interface PageHit {
  readonly page: SearchablePage;
  /** Every word that was typed is of it. */
  readonly isWhole: boolean;
}

const MOST = 6;

/**
 * The pages that have most of what was typed, the surest first. A word that few pages have says more; one
 * that none has says nothing of pages.
 */
export function findPages(pages: readonly SearchablePage[], typed: string): readonly PageHit[] {
  const query = queryOf(typed);
  const all = pages.map((page) => ({ page, sure: surenessIn(page, query) }));
  const weights = query.words.map((_, at) => {
    const having = all.filter(({ sure }) => (sure[at] ?? 0) > 0).length;
    return having === 0 ? 0 : Math.log(1 + pages.length / having);
  });
  const whole = weights.reduce((sum, each) => sum + each, 0);
  const isKnown = weights.filter((each) => each > 0).length * 2 > weights.length;
  return all
    .map(({ page, sure }) => {
      const score = sure.reduce((sum, each, at) => sum + each * (weights[at] ?? 0), 0);
      const share = weights.reduce((sum, each, at) => sum + (sure[at] ? each : 0), 0) / whole;
      return { page, score, share };
    })
    .filter(({ share }) => share >= LEAST_SHARE)
    .sort((one, other) => other.score - one.score)
    .slice(0, MOST)
    .map(({ page, share }) => ({ page, isWhole: share === 1 && isKnown }));
}
const LEAST_SHARE = 0.3;

function surenessIn({ lines }: SearchablePage, query: Query): readonly number[] {
  const sure = query.words.map(() => 0);
  lines.forEach((line, at) => {
    for (const { asked, sureness } of matchesIn(line, query))
      if (sureness >= DIRECT)
        sure[asked] = Math.max(sure[asked] ?? 0, sureness + (at === 0 ? IN_NAME : 0));
  });
  return sure;
}
const IN_NAME = 0.1;
