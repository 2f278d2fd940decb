import type { ChildProcessByStdio } from 'node:child_process';
import type { Readable, Writable } from 'node:stream';
import { GitError, git, startGit } from './git.ts';

/** What git knows of an object before its bytes are read. */
export interface ObjectInfo {
  readonly name: string;
  readonly type: 'blob' | 'commit' | 'tag' | 'tree';
  /** In bytes. */
  readonly size: number;
}

interface Found extends ObjectInfo {
  /** Only where the bytes were asked for. */
  readonly bytes?: Buffer;
}

interface PendingRead {
  readonly line: string;
  readonly withBytes: boolean;
  readonly done: (found: Found | undefined) => void;
  readonly fail: (error: unknown) => void;
  /** Git ended while this was the one it was answering. */
  failed: boolean;
}

/** A record or a page of text: what is larger is read by a process of its own, past the others. */
export const LARGE_BYTES = 8_000_000;

/** A process that nobody asks goes, and with it its hold on packs that are gone from the disk since. */
const IDLE_MS = 60_000;

/**
 * Reads objects and refs of one repository through one git process that lives as long as it is
 * wanted (`git cat-file --batch-command`). It is started by the first question, started again when
 * it ended, and does not keep this program from ending. Questions are answered in their order, and a
 * ref is looked up anew each time, so another program's commit is seen at once.
 */
export class ObjectReader {
  readonly #folder: string;
  #child: ChildProcessByStdio<Writable, Readable, null> | undefined;
  #asked: PendingRead[] = [];
  #chunks: Buffer[] = [];
  #held = 0;
  /** The head of the answer whose bytes are still coming. */
  #coming: ObjectInfo | undefined;
  /** Reads under way; each asks twice. */
  #reading = 0;
  #closing = false;
  #idle: NodeJS.Timeout | undefined;

  constructor(folder: string) {
    this.#folder = folder;
  }

  /** The object that a name means (an id, a ref, `ref^{commit}`), or nothing when there is none. */
  info(name: string): Promise<ObjectInfo | undefined> {
    return this.#ask('info', name);
  }

  /** The same with its bytes, however many they are. Rejects with a GitError when it is damaged. */
  async read(name: string): Promise<(ObjectInfo & { readonly bytes: Buffer }) | undefined> {
    this.#reading += 1;
    try {
      const info = await this.info(name);
      if (info === undefined) return undefined;
      if (info.size > LARGE_BYTES)
        return { ...info, bytes: await git(this.#folder, ['cat-file', info.type, info.name]) };
      const { bytes } = (await this.#ask('contents', info.name)) ?? {};
      return bytes && { ...info, bytes };
    } finally {
      this.#reading -= 1;
      this.#restIfDone();
    }
  }

  /** Ends the process once it has answered. A question asked later starts another. */
  close(): void {
    this.#closing = true;
    this.#restIfDone();
  }

  #ask(command: 'info' | 'contents', name: string): Promise<Found | undefined> {
    // A line is a question, and no object has such a name.
    if (/[\n\0]/.test(name) || name === '') return Promise.resolve(undefined);
    return new Promise((done, fail) => {
      const line = `${command} ${name}\n`;
      this.#send({ line, withBytes: command === 'contents', done, fail, failed: false });
    });
  }

  #send(asked: PendingRead): void {
    this.#asked.push(asked);
    clearTimeout(this.#idle);
    const child = this.#running();
    holdOpen(child, true);
    child.stdin.write(asked.line);
  }

  #running(): ChildProcessByStdio<Writable, Readable, null> {
    if (this.#child !== undefined) return this.#child;
    const child = startGit(this.#folder, ['cat-file', '--batch-command']);
    this.#child = child;
    let over = false;
    const ended = (error?: Error): void => {
      if (over) return;
      over = true;
      if (this.#child === child) this.#ended(error);
    };
    child.stdin.on('error', () => undefined);
    child.stdout.on('data', (chunk: Buffer) => this.#child === child && this.#take(chunk));
    child.on('error', ended);
    child.on('close', () => ended());
    return child;
  }

  /** What was being answered is asked once more, of a fresh process; a second time it is given up. */
  #ended(error?: Error): void {
    this.#child = undefined;
    this.#chunks = [];
    this.#held = 0;
    this.#coming = undefined;
    const [first, ...rest] = this.#asked;
    this.#asked = [];
    if (first === undefined) return;
    if (error !== undefined || first.failed)
      first.fail(error ?? new GitError('cat-file', -1, Buffer.alloc(0)));
    else this.#send({ ...first, failed: true });
    for (const asked of rest) this.#send(asked);
  }

  #take(chunk: Buffer): void {
    this.#chunks.push(chunk);
    this.#held += chunk.length;
    let more = true;
    while (more) more = this.#answerNext();
    this.#restIfDone();
  }

  /** Where nothing is asked, the process waits a while for more, and keeps nobody waiting for it. */
  #restIfDone(): void {
    const child = this.#child;
    if (child === undefined || this.#asked.length + this.#reading > 0) return;
    holdOpen(child, false);
    clearTimeout(this.#idle);
    if (!this.#closing) {
      this.#idle = setTimeout(() => this.close(), IDLE_MS).unref();
      return;
    }
    this.#child = undefined;
    this.#closing = false;
    child.stdin.end();
  }

  /** Answers the first question when all of its answer has come. */
  #answerNext(): boolean {
    const [asked] = this.#asked;
    if (asked === undefined) return false;
    if (this.#coming !== undefined) {
      const bytes = this.#cut(this.#coming.size + 1)?.subarray(0, -1);
      if (bytes === undefined) return false;
      return this.#answer(asked, { ...this.#coming, bytes });
    }
    const line = this.#cutLine();
    if (line === undefined) return false;
    const [, name = '', type, size] =
      /^([0-9a-f]{40,64}) (blob|commit|tag|tree) (\d+)$/.exec(line) ?? [];
    if (type === undefined) return this.#answer(asked, undefined);
    const info = { name, type: type as ObjectInfo['type'], size: Number(size) };
    if (!asked.withBytes) return this.#answer(asked, info);
    this.#coming = info;
    return true;
  }

  #answer(asked: PendingRead, found: Found | undefined): true {
    this.#coming = undefined;
    this.#asked.shift();
    asked.done(found);
    return true;
  }

  #cut(length: number): Buffer | undefined {
    if (this.#held < length) return undefined;
    const all = this.#chunks.length === 1 ? this.#chunks[0] : Buffer.concat(this.#chunks);
    if (all === undefined) return undefined;
    this.#chunks = all.length === length ? [] : [all.subarray(length)];
    this.#held -= length;
    return all.subarray(0, length);
  }

  #cutLine(): string | undefined {
    let before = 0;
    for (const chunk of this.#chunks) {
      const end = chunk.indexOf(10);
      if (end >= 0) return this.#cut(before + end + 1)?.toString('utf8', 0, before + end);
      before += chunk.length;
    }
    return undefined;
  }
}

/** Whether this program waits for the process: only while something was asked. */
function holdOpen(child: ChildProcessByStdio<Writable, Readable, null>, hold: boolean): void {
  const streams = [child.stdin, child.stdout] as readonly { ref?(): void; unref?(): void }[];
  for (const each of [child, ...streams]) hold ? each.ref?.() : each.unref?.();
}
