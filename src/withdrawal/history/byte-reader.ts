import { Fault } from '#records/fault.ts';

/** Reads lines and counted bytes, in turn, from a stream of bytes. */
export class ByteReader {
  readonly #source: AsyncIterator<Uint8Array>;
  #held: Buffer = Buffer.alloc(0);
  #peeked: string | undefined;

  constructor(source: AsyncIterable<Uint8Array>) {
    this.#source = source[Symbol.asyncIterator]();
  }

  /** The next line without its end, one character for each byte; `undefined` when there is no more. */
  async line(): Promise<string | undefined> {
    const peeked = this.#peeked;
    this.#peeked = undefined;
    return peeked ?? this.#readLine();
  }

  /** The next line, which is read again by `line`. */
  async peek(): Promise<string | undefined> {
    this.#peeked ??= await this.#readLine();
    return this.#peeked;
  }

  /** Exactly so many bytes. Throws when the stream ends before. Not after `peek`. */
  async bytes(count: number): Promise<Buffer> {
    const parts = [this.#held];
    let length = this.#held.length;
    while (length < count) {
      const part = await this.#more();
      if (part === undefined) throw new Fault('stream-cut', {});
      parts.push(part);
      length += part.length;
    }
    const all = parts.length === 1 ? this.#held : Buffer.concat(parts, length);
    this.#held = all.subarray(count);
    return all.subarray(0, count);
  }

  async #readLine(): Promise<string | undefined> {
    for (let from = 0; ;) {
      const end = this.#held.indexOf(10, from);
      if (end >= 0) {
        const line = this.#held.toString('latin1', 0, end);
        this.#held = this.#held.subarray(end + 1);
        return line;
      }
      from = this.#held.length;
      const part = await this.#more();
      if (part !== undefined) this.#held = Buffer.concat([this.#held, part]);
      else if (this.#held.length === 0) return undefined;
      else {
        const rest = this.#held.toString('latin1');
        this.#held = Buffer.alloc(0);
        return rest;
      }
    }
  }

  async #more(): Promise<Buffer | undefined> {
    const next = await this.#source.next();
    return next.done === true ? undefined : Buffer.from(next.value);
  }
}
