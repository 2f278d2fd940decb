import { PART, UNIT_CLASS, WHOLE } from './fold.ts';

/** Stands for every word that is not in a vocabulary. */
export const UNKNOWN_WORD = 0;

/**
 * The words of a watch list, numbered from 1. Its own table over UTF-16 units, because every word of
 * every reading of every page is looked up: cutting each out as a string took ten times as long.
 */
export class Vocabulary {
  #units = new Uint16Array(4096);
  #starts: number[] = [0, 0];
  #slots = new Int32Array(4096);

  get size(): number {
    return this.#starts.length - 2;
  }

  /** The number of a folded word, which is added when it is new. */
  add(word: string): number {
    let hash = SEED;
    for (let at = 0; at < word.length; at += 1) hash = step(hash, word.charCodeAt(at));
    const known = this.#find(word, 0, word.length, hash);
    if (known !== UNKNOWN_WORD) return known;
    const start = this.#starts.at(-1) ?? 0;
    while (start + word.length > this.#units.length) this.#units = doubled(this.#units);
    for (let at = 0; at < word.length; at += 1) this.#units[start + at] = word.charCodeAt(at);
    this.#starts.push(start + word.length);
    if (this.size * 2 > this.#slots.length) this.#grow();
    else this.#place(hash, this.size);
    return this.size;
  }

  /** Calls `visit` with the number of each word of a folded text in turn, or `UNKNOWN_WORD`. */
  eachWord(folded: string, visit: (word: number) => void): void {
    let start = -1;
    let hash = SEED;
    for (let at = 0; at < folded.length; at += 1) {
      const unit = folded.charCodeAt(at);
      const unitClass = UNIT_CLASS[unit];
      if (unitClass === PART) {
        if (start < 0) {
          start = at;
          hash = SEED;
        }
        hash = step(hash, unit);
        continue;
      }
      if (start >= 0) visit(this.#find(folded, start, at, hash));
      start = -1;
      if (unitClass === WHOLE) visit(this.#find(folded, at, at + 1, step(SEED, unit)));
    }
    if (start >= 0) visit(this.#find(folded, start, folded.length, hash));
  }

  #find(text: string, from: number, to: number, hash: number): number {
    const mask = this.#slots.length - 1;
    for (let slot = hash & mask; ; slot = (slot + 1) & mask) {
      const word = this.#slots[slot] ?? 0;
      if (word === 0) return UNKNOWN_WORD;
      const start = this.#starts[word] ?? 0;
      const length = (this.#starts[word + 1] ?? 0) - start;
      if (length !== to - from) continue;
      let same = 0;
      while (same < length && this.#units[start + same] === text.charCodeAt(from + same)) same += 1;
      if (same === length) return word;
    }
  }

  #place(hash: number, word: number): void {
    const mask = this.#slots.length - 1;
    let slot = hash & mask;
    while (this.#slots[slot] !== 0) slot = (slot + 1) & mask;
    this.#slots[slot] = word;
  }

  #grow(): void {
    this.#slots = new Int32Array(this.#slots.length * 2);
    for (let word = 1; word <= this.size; word += 1) {
      const end = this.#starts[word + 1] ?? 0;
      let hash = SEED;
      for (let at = this.#starts[word] ?? 0; at < end; at += 1) {
        hash = step(hash, this.#units[at] ?? 0);
      }
      this.#place(hash, word);
    }
  }
}

const SEED = 0x1505;

function step(hash: number, unit: number): number {
  const mixed = Math.imul(hash ^ unit, 0x0100_0193);
  return mixed ^ (mixed >>> 15);
}

function doubled(units: Uint16Array): Uint16Array<ArrayBuffer> {
  const larger = new Uint16Array(units.length * 2);
  larger.set(units);
  return larger;
}
