import { randomUUID } from 'node:crypto';
import { mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { writeAtomically } from '#state/atomic-write.ts';
import type { Hidden, ToHide, Trace } from './hidden.ts';
import type { HideFault } from './hide-fault.ts';
import { Fault } from '#records/fault.ts';

/**
 * What is taken down from this moment, before any build: kept in files, so that neither a restart nor
 * a broken build brings it back (docs/decisions.md, "The desk's server"). An entry leaves when a site that was
 * built without it is being served. Each entry is a file of its own, `hidden/<id>.<key>.<begun|done>`,
 * because the desk and the command may both write at once; the name alone hides, whatever is in it.
 */
export class HideList {
  readonly #folder: string;
  readonly #onFault: (fault: HideFault) => void;
  /** As the files say. */
  #kept: readonly Hidden[] = [];
  /** Hidden from this moment, and not in a file yet: a disk may be full. By key. */
  readonly #unwritten = new Map<string, Hidden>();
  #names = '';
  readonly #own = new Set<string>();
  readonly #told = new Set<string>();
  #turn: Promise<unknown> = Promise.resolve();

  private constructor(folder: string, onFault: (fault: HideFault) => void) {
    this.#folder = folder;
    this.#onFault = onFault;
  }

  /** `folder` is the desk's own. */
  static async open(
    folder: string,
    onFault: (fault: HideFault) => void = () => undefined,
  ): Promise<HideList> {
    const list = new HideList(join(folder, 'hidden'), onFault);
    await list.#takeOver(join(folder, 'hidden.json'));
    await list.refresh();
    return list;
  }

  get entries(): readonly Hidden[] {
    const kept = this.#kept.filter(({ key }) => !this.#unwritten.has(key));
    return [...kept, ...this.#unwritten.values()];
  }

  /** What each hidden contribution's addresses say; of two entries the quieter counts. */
  get traces(): ReadonlyMap<string, Trace> {
    const traces = new Map<string, Trace>();
    for (const { id, trace } of this.entries)
      traces.set(id, traces.get(id) === 'no-trace' ? 'no-trace' : trace);
    return traces;
  }

  hides(id: string): boolean {
    return this.entries.some((entry) => entry.id === id);
  }

  /** Reads what others wrote meanwhile; answers with what is new and finished, and was not written here. */
  refresh(): Promise<readonly Hidden[]> {
    // One after the other, so that an older look never takes the place of a newer one.
    const turn = this.#turn.then(() => this.#look());
    this.#turn = turn.catch(() => undefined);
    return turn;
  }

  async #look(): Promise<readonly Hidden[]> {
    const written = await this.#writeLeft();
    let names: readonly string[];
    try {
      names = await readdir(this.#folder).catch(absent);
    } catch (error) {
      // What is known stays hidden; what others hid meanwhile is seen when the folder can be read again.
      const { code } = error as NodeJS.ErrnoException;
      this.#onFault({ kind: 'list-unreadable', code });
      return [];
    }
    if (written.length === 0 && namesIn(names) === this.#names) return [];
    const before = new Set(this.#kept.filter(({ done }) => done).map(({ key }) => key));
    this.#kept = await this.#files(names);
    // Only now, so that it was hidden at each moment; and not when it was changed while it was written.
    for (const entry of written)
      if (this.#unwritten.get(entry.key) === entry) this.#unwritten.delete(entry.key);
    return this.#kept.filter(({ key, done }) => done && !before.has(key) && !this.#own.has(key));
  }

  async #files(names: readonly string[]): Promise<readonly Hidden[]> {
    const entries = names.filter((name) => ENTRY.test(name)).sort();
    const kept = await Promise.all(entries.map((name) => this.#read(name)));
    this.#names = namesIn(names);
    return kept;
  }

  /**
   * Hides from this moment, and then writes it down. Where it cannot be written it stays hidden all the
   * same, and is written at a later look (`isWritten`).
   */
  async add(what: ToHide): Promise<Hidden> {
    return this.write(this.inMemory(what));
  }

  /** Hides from this moment, in memory alone. */
  inMemory(what: ToHide): Hidden {
    const key = randomUUID();
    const entry = { trace: 'notice' as const, at: '', ...what, key, done: false };
    this.#own.add(key);
    this.#unwritten.set(key, entry);
    return entry;
  }

  /** Writes down what is hidden in memory, as `entry` says it now. */
  async write(entry: Hidden): Promise<Hidden> {
    this.#unwritten.set(entry.key, entry);
    await this.refresh();
    return entry;
  }

  isWritten({ key }: Hidden): boolean {
    return !this.#unwritten.has(key);
  }

  /** For a command that ends: what is in memory alone would end with it. Throws, and names no content. */
  mustBeWritten(entry: Hidden): Hidden {
    if (this.isWritten(entry)) return entry;
    throw new Fault('hide-list-not-written', { id: entry.id, folder: this.#folder });
  }

  async markDone(entry: Hidden): Promise<void> {
    await this.write({ ...entry, done: true });
  }

  async forget(entries: readonly Hidden[]): Promise<void> {
    for (const entry of entries) {
      this.#unwritten.delete(entry.key);
      for (const done of [true, false])
        await rm(this.#fileOf({ ...entry, done }), { force: true }).catch(() =>
          // It stays hidden: less is shown, and the next build tries again.
          this.#onFault({ kind: 'stays-hidden', id: entry.id }),
        );
    }
    await this.refresh();
  }

  /** One after the other; what cannot be written is tried again at the next look. */
  async #writeLeft(): Promise<readonly Hidden[]> {
    const written: Hidden[] = [];
    for (const entry of [...this.#unwritten.values()]) {
      const file = this.#fileOf(entry);
      try {
        await mkdir(this.#folder, { recursive: true, mode: 0o700 });
        await writeAtomically(file, JSON.stringify(entry));
        if (entry.done) await rm(this.#fileOf({ ...entry, done: false }), { force: true });
        written.push(entry);
      } catch (error) {
        this.#tellOnce(entry, (error as NodeJS.ErrnoException).code);
        // A name alone takes no room on most disks, and hides.
        if (!entry.done)
          await writeFile(file, '', { flag: 'wx', mode: 0o600 }).catch(() => undefined);
      }
    }
    return written;
  }

  /** Once, and not at each try. */
  #tellOnce({ id, key }: Hidden, code = 'unknown'): void {
    if (this.#told.has(key)) return;
    this.#told.add(key);
    this.#onFault({ kind: 'not-written', id, code });
  }

  #fileOf({ id, key, done }: Pick<Hidden, 'id' | 'key' | 'done'>): string {
    return join(this.#folder, `${id}.${key}.${done ? 'done' : 'begun'}`);
  }

  async #read(name: string): Promise<Hidden> {
    const [id = '', key = '', state] = name.split('.');
    const known = { id, key, done: state === 'done' };
    try {
      const text = await readFile(join(this.#folder, name), 'utf8');
      return { ...(JSON.parse(text) as Hidden), ...known };
    } catch {
      // Half a file, or one that went meanwhile: hidden until a person has looked, because nobody can
      // tell how much of it was meant; and without a trace, because that says the least.
      return { trace: 'no-trace', at: '', hold: true, ...known };
    }
  }

  /** The one list of earlier versions. Where it is damaged, each id in it stays hidden. */
  async #takeOver(file: string): Promise<void> {
    const text = await readFile(file, 'utf8').catch((error: NodeJS.ErrnoException) => {
      if (error.code === 'ENOENT') return '[]';
      throw error;
    });
    for (const entry of earlierIn(text)) {
      this.#own.add(entry.key);
      this.#unwritten.set(entry.key, entry);
    }
    await this.#look();
    if (this.#unwritten.size === 0) await rm(file, { force: true });
  }
}

function earlierIn(text: string): readonly Hidden[] {
  try {
    return (JSON.parse(text) as Hidden[]).map(({ id, part, use, key, done }) => ({
      ...{ id, part, use, key, done },
      trace: 'notice',
      at: '',
    }));
  } catch {
    return [...text.matchAll(/"id"\s*:\s*"([a-z0-9]+)"/g)].map(([, id = '']) => ({
      ...{ id, key: randomUUID(), done: false, hold: true },
      trace: 'no-trace',
      at: '',
    }));
  }
}

const namesIn = (names: readonly string[]): string =>
  names
    .filter((name) => ENTRY.test(name))
    .sort()
    .join(' ');

const ENTRY = /^[a-z0-9]+\.[0-9a-f-]+\.(?:begun|done)$/;

function absent(error: NodeJS.ErrnoException): string[] {
  if (error.code === 'ENOENT') return [];
  throw error;
}
