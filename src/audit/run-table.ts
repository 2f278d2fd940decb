/** Only runs at least this long are looked for inside other runs. */
export const SHORTEST_RUN = 8;

/**
 * Unbroken runs of characters (markers, reference numbers, addresses, file names) that must be found
 * even when they are glued to something else. One pass over a text, whatever the number of runs:
 * a rolling hash of eight UTF-16 units, then an exact comparison.
 */
export class RunTable {
  #byHash = new Map<number, { readonly run: string; readonly label: number }[]>();
  #known = new Set<string>();
  #maybe = new Uint8Array(1 << 17);

  get size(): number {
    return this.#known.size;
  }

  /** Adds a folded run; one shorter than eight units is left to the word sequences. */
  add(run: string, label: number): void {
    if (run.length < SHORTEST_RUN || this.#known.has(run)) return;
    this.#known.add(run);
    const hash = hashOf(run);
    const same = this.#byHash.get(hash);
    if (same === undefined) this.#byHash.set(hash, [{ run, label }]);
    else same.push({ run, label });
    const bit = hash & 0xf_ffff;
    this.#maybe[bit >> 3] = (this.#maybe[bit >> 3] ?? 0) | (1 << (bit & 7));
  }

  /** Calls `hit` with the run and its label for every watched run inside a folded text. */
  inside(folded: string, hit: (run: string, label: number) => void): void {
    if (this.#known.size === 0 || folded.length < SHORTEST_RUN) return;
    let hash = hashOf(folded);
    for (let end = SHORTEST_RUN; ; end += 1) {
      const bit = hash & 0xf_ffff;
      if (((this.#maybe[bit >> 3] ?? 0) & (1 << (bit & 7))) !== 0) {
        for (const { run, label } of this.#byHash.get(hash) ?? []) {
          if (this.#known.has(run) && folded.startsWith(run, end - SHORTEST_RUN)) hit(run, label);
        }
      }
      if (end >= folded.length) return;
      const leaving = Math.imul(folded.charCodeAt(end - SHORTEST_RUN), LEAVING);
      hash = (Math.imul(hash - leaving, BASE) + folded.charCodeAt(end)) | 0;
    }
  }

  /** Stops watching a run, because it is public. */
  drop(run: string): void {
    this.#known.delete(run);
  }
}

const BASE = 0x0100_0193;
let power = 1;
for (let step = 1; step < SHORTEST_RUN; step += 1) power = Math.imul(power, BASE);
const LEAVING = power;

function hashOf(text: string): number {
  let hash = 0;
  for (let at = 0; at < SHORTEST_RUN; at += 1) {
    hash = (Math.imul(hash, BASE) + text.charCodeAt(at)) | 0;
  }
  return hash;
}
