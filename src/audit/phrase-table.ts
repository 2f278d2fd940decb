/** The longest run of words that is looked for: a longer text is watched as all its runs of six. */
export const SHINGLE = 6;

/**
 * A table of word sequences of one to six words. Words are numbers (their place in the watch list's
 * own vocabulary, from 1), kept one after another in `ids`; a phrase is a start and a length in it.
 * Open addressing over typed arrays, because a large archive withholds about a million sequences
 * and every word of every page is asked for up to six of them.
 */
export class PhraseTable {
  #ids = new Int32Array(1024);
  #idsUsed = 0;
  #starts: number[] = [];
  #lengths: number[] = [];
  #labels: number[] = [];
  #bytes: number[] = [];
  #dropped = new Set<number>();
  #slots = new Int32Array(2048);
  // Two sieves before the table: few short phrases, and a million long ones, which would fill the
  // small sieve and keep it out of the processor's nearest memory.
  #maybeShort = new Uint8Array(1 << 15);
  #maybeLong = new Uint8Array(1 << 21);

  get size(): number {
    return this.#starts.length - this.#dropped.size;
  }

  /**
   * Adds the phrase `words[from..from+length)` and returns its number; one that is already there
   * keeps its first label.
   */
  add(
    words: Int32Array,
    from: number,
    length: number,
    about: { label: number; bytes: number },
  ): number {
    const hash = hashBackwards(words, from + length - 1, length);
    const known = this.#indexOf(hash, words, from, length);
    if (known >= 0) return known;
    const start = this.#keep(words.subarray(from, from + length));
    this.#starts.push(start);
    this.#lengths.push(length);
    this.#labels.push(about.label);
    this.#bytes.push(about.bytes);
    if (this.#starts.length * 2 > this.#slots.length) this.#grow();
    else this.#place(hash, this.#starts.length - 1);
    const sieve = length === SHINGLE ? this.#maybeLong : this.#maybeShort;
    const byte = (hash >>> 3) & (sieve.length - 1);
    sieve[byte] = (sieve[byte] ?? 0) | (1 << (hash & 7));
    return this.#starts.length - 1;
  }

  /**
   * Calls `hit` for every phrase that ends at `words[end]`, where `run` words up to and including
   * it are in the vocabulary without a gap.
   */
  endingAt(words: Int32Array, end: number, run: number, hit: (phrase: number) => void): void {
    const longest = Math.min(run, SHINGLE);
    let hash = SEED;
    for (let length = 1; length <= longest; length += 1) {
      hash = mix(hash, words[end - length + 1] ?? 0);
      const sieve = length === SHINGLE ? this.#maybeLong : this.#maybeShort;
      if (((sieve[(hash >>> 3) & (sieve.length - 1)] ?? 0) & (1 << (hash & 7))) === 0) continue;
      const phrase = this.#indexOf(hash, words, end - length + 1, length);
      if (phrase >= 0 && !this.#dropped.has(phrase)) hit(phrase);
    }
  }

  /** Stops watching a phrase, because it is public. */
  drop(phrase: number): void {
    this.#dropped.add(phrase);
  }

  isWatched(phrase: number): boolean {
    return !this.#dropped.has(phrase);
  }

  labelOf(phrase: number): number {
    return this.#labels[phrase] ?? 0;
  }

  /** How many bytes of UTF-8 the words of a phrase have: how unlikely it is to appear by chance. */
  bytesOf(phrase: number): number {
    return this.#bytes[phrase] ?? 0;
  }

  #indexOf(hash: number, words: Int32Array, from: number, length: number): number {
    const mask = this.#slots.length - 1;
    for (let slot = hash & mask; ; slot = (slot + 1) & mask) {
      const phrase = (this.#slots[slot] ?? 0) - 1;
      if (phrase < 0) return -1;
      if (this.#lengths[phrase] === length && this.#same(phrase, words, from, length)) {
        return phrase;
      }
    }
  }

  #same(phrase: number, words: Int32Array, from: number, length: number): boolean {
    const start = this.#starts[phrase] ?? 0;
    for (let step = 0; step < length; step += 1) {
      if (this.#ids[start + step] !== words[from + step]) return false;
    }
    return true;
  }

  #place(hash: number, phrase: number): void {
    const mask = this.#slots.length - 1;
    let slot = hash & mask;
    while (this.#slots[slot] !== 0) slot = (slot + 1) & mask;
    this.#slots[slot] = phrase + 1;
  }

  #grow(): void {
    this.#slots = new Int32Array(this.#slots.length * 2);
    for (let phrase = 0; phrase < this.#starts.length; phrase += 1) {
      const length = this.#lengths[phrase] ?? 0;
      const end = (this.#starts[phrase] ?? 0) + length - 1;
      this.#place(hashBackwards(this.#ids, end, length), phrase);
    }
  }

  #keep(words: Int32Array): number {
    const start = this.#idsUsed;
    if (start + words.length > this.#ids.length) {
      const larger = new Int32Array(this.#ids.length * 2);
      larger.set(this.#ids);
      this.#ids = larger;
    }
    this.#ids.set(words, start);
    this.#idsUsed += words.length;
    return start;
  }
}

const SEED = 0x2f0b_4c47;

function mix(hash: number, id: number): number {
  const mixed = Math.imul(hash ^ Math.imul(id, 0x9e37_79b1), 0x85eb_ca6b);
  return mixed ^ (mixed >>> 15);
}

function hashBackwards(words: Int32Array, end: number, length: number): number {
  let hash = SEED;
  for (let step = 0; step < length; step += 1) hash = mix(hash, words[end - step] ?? 0);
  return hash;
}
