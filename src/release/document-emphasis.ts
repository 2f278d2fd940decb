import type { Inline } from './document.ts';

/** A run of `*`, `_` or `~`, and whether emphasis may begin or end with it (CommonMark §6.2). */
export interface DelimiterRun {
  readonly type: 'run';
  readonly sign: string;
  readonly count: number;
  readonly opens: boolean;
  readonly closes: boolean;
}

/** Something on the way to a tree: a node, a run of `*`, `_` or `~`, or the start of a link. */
export type InlineItem =
  Inline | DelimiterRun | { readonly type: 'opens'; readonly picture: boolean };

/** Deeper than this, signs stay signs: a tree is walked by functions that call themselves. */
const DEEPEST = 12;
/** So many runs wait for their other end; this keeps the time in step with the length of the text. */
const MOST_OPEN = 64;

const SPACE = /\s/u;
const PUNCTUATION = /[\p{P}\p{S}]/u;

/** Reads the run that begins at a place of a text. */
export function runAt(text: string, at: number): DelimiterRun {
  const sign = text[at] as string;
  let end = at;
  while (text[end] === sign) end += 1;
  // Two places of a text may be one letter; the ends of the text count as spaces.
  const before = [...text.slice(Math.max(0, at - 2), at)].at(-1) ?? ' ';
  const after = String.fromCodePoint(text.codePointAt(end) ?? 32);
  const left = !SPACE.test(after) && (!PUNCTUATION.test(after) || !isInWord(before));
  const right = !SPACE.test(before) && (!PUNCTUATION.test(before) || !isInWord(after));
  const tight = sign === '_';
  return {
    ...{ type: 'run', sign, count: end - at },
    opens: left && (!tight || !right || PUNCTUATION.test(before)),
    closes: right && (!tight || !left || PUNCTUATION.test(after)),
  };
}

function isInWord(character: string): boolean {
  return !SPACE.test(character) && !PUNCTUATION.test(character);
}

/**
 * Turns runs into emphasis, strong emphasis and strike-through, and what is left of them into text.
 * Pairs are nested twelve deep at most.
 */
export function withEmphasis(items: readonly InlineItem[]): Inline[] {
  const pairing = new Pairing();
  for (const item of items) {
    if (item.type === 'opens') pairing.push({ type: 'text', value: item.picture ? '![' : '[' }, 0);
    else if (item.type === 'run') pairing.run(item);
    else pairing.push(item, 0);
  }
  return pairing.nodes;
}

interface Opener {
  readonly run: DelimiterRun;
  /** Signs of the run that are still free. */
  left: number;
  /** Where the text of the run stands among the nodes. */
  readonly at: number;
}

class Pairing {
  readonly nodes: Inline[] = [];
  readonly #depths: number[] = [];
  readonly #openers: Opener[] = [];

  push(node: Inline, depth: number): void {
    this.nodes.push(node);
    this.#depths.push(depth);
  }

  run(run: DelimiterRun): void {
    const left = run.closes ? this.#close(run) : run.count;
    if (left === 0) return;
    this.push({ type: 'text', value: run.sign.repeat(left) }, 0);
    if (!run.opens) return;
    this.#openers.push({ run, left, at: this.nodes.length - 1 });
    if (this.#openers.length > MOST_OPEN) this.#openers.shift();
  }

  /** Pairs a run with the open ones before it; answers with how many of its signs are left. */
  #close(run: DelimiterRun): number {
    let left = run.count;
    while (left > 0) {
      const found = this.#openers.findLastIndex((opener) => isPair(opener.run, run));
      const opener = this.#openers[found];
      if (opener === undefined) return left;
      const used = Math.min(2, left, opener.left);
      this.#openers.length = found + 1;
      const depth = this.#depths.slice(opener.at + 1).reduce((a, b) => Math.max(a, b), 0) + 1;
      if (depth > DEEPEST) {
        this.#openers.length = found;
        continue;
      }
      const children = this.nodes.splice(opener.at + 1);
      this.#depths.length = opener.at + 1;
      opener.left -= used;
      left -= used;
      this.nodes[opener.at] = { type: 'text', value: run.sign.repeat(opener.left) };
      this.push({ type: kindOf(run.sign, used), children }, depth);
      if (opener.left === 0) this.#openers.length = found;
    }
    return left;
  }
}

/** CommonMark's rule of three; a strike-through needs as many signs on both sides. */
function isPair(open: DelimiterRun, close: DelimiterRun): boolean {
  if (open.sign !== close.sign) return false;
  if (close.sign === '~') return open.count === close.count && open.count <= 2;
  const three = (open.count + close.count) % 3 === 0 && open.count % 3 !== 0;
  return !(three && (open.closes || close.opens));
}

function kindOf(sign: string, used: number): 'emphasis' | 'strong' | 'deleted' {
  if (sign === '~') return 'deleted';
  return used === 2 ? 'strong' : 'emphasis';
}
