import { randomUUID } from 'node:crypto';
import { mkdir, readdir, readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { Trace, Withdrawal } from './desk-context.ts';
import { writeWhole } from './write-whole.ts';

/** One withdrawal that the served site does not show yet as it will be built. */
export interface Hidden extends Withdrawal {
  readonly key: string;
  /** What its addresses say meanwhile. */
  readonly trace: Trace;
  /** When it was hidden, ISO 8601. */
  readonly at: string;
  /** An emergency stop: nothing is taken back, and no build ends it (`archive hide`). */
  readonly hold?: boolean | undefined;
  /** Its time ran out while no build worked: nothing was taken back, and the next build ends it. */
  readonly lapsed?: boolean | undefined;
  /** Written into the content; false while it is under way, so that a new start finishes it. */
  readonly done: boolean;
}

/**
 * What is taken down from this moment, before any build: kept in files, so that neither a restart nor
 * a broken build brings it back (architecture.md, "Gateway"). An entry leaves when a site that was
 * built without it is being served. Each entry is a file of its own, `hidden/<id>.<key>.<begun|done>`,
 * because the desk and the command may both write at once; the name alone hides, whatever is in it.
 */
export class HideList {
  readonly #folder: string;
  #entries: readonly Hidden[] = [];
  #names = '';
  readonly #own = new Set<string>();
  #turn: Promise<unknown> = Promise.resolve();

  private constructor(folder: string) {
    this.#folder = folder;
  }

  /** `folder` is the desk's own. */
  static async open(folder: string): Promise<HideList> {
    const list = new HideList(join(folder, 'hidden'));
    await list.#takeOver(join(folder, 'hidden.json'));
    await list.refresh();
    return list;
  }

  get entries(): readonly Hidden[] {
    return this.#entries;
  }

  /** What each hidden contribution's addresses say; of two entries the quieter counts. */
  get traces(): ReadonlyMap<string, Trace> {
    const traces = new Map<string, Trace>();
    for (const { id, trace } of this.#entries)
      traces.set(id, traces.get(id) === 'no-trace' ? 'no-trace' : trace);
    return traces;
  }

  hides(id: string): boolean {
    return this.#entries.some((entry) => entry.id === id);
  }

  /** Reads what others wrote meanwhile; answers with what is new and finished, and was not written here. */
  refresh(): Promise<readonly Hidden[]> {
    // One after the other, so that an older look never takes the place of a newer one.
    const turn = this.#turn.then(() => this.#look());
    this.#turn = turn.catch(() => undefined);
    return turn;
  }

  async #look(): Promise<readonly Hidden[]> {
    const names = (await readdir(this.#folder).catch(absent)).filter((name) => ENTRY.test(name));
    const together = names.sort().join(' ');
    if (together === this.#names) return [];
    const before = new Set(this.#entries.filter(({ done }) => done).map(({ key }) => key));
    this.#entries = await Promise.all(names.map((name) => this.#read(name)));
    this.#names = together;
    return this.#entries.filter(({ key, done }) => done && !before.has(key) && !this.#own.has(key));
  }

  async add(
    what: Withdrawal & Partial<Pick<Hidden, 'trace' | 'at' | 'hold' | 'lapsed'>>,
  ): Promise<Hidden> {
    const key = randomUUID();
    const entry = { trace: 'notice' as const, at: '', ...what, key, done: false };
    this.#own.add(key);
    await this.#write(entry);
    return entry;
  }

  async markDone(entry: Hidden): Promise<void> {
    await this.#write({ ...entry, done: true });
    await rm(this.#fileOf({ ...entry, done: false }), { force: true });
    await this.refresh();
  }

  async forget(entries: readonly Hidden[]): Promise<void> {
    for (const entry of entries)
      for (const done of [true, false]) await rm(this.#fileOf({ ...entry, done }), { force: true });
    await this.refresh();
  }

  async #write(entry: Hidden): Promise<void> {
    await mkdir(this.#folder, { recursive: true });
    await writeWhole(this.#fileOf(entry), JSON.stringify(entry));
    await this.refresh();
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
      // Half a file, or one that went meanwhile: hidden all the same until the next look.
      return { trace: 'notice', at: '', ...known };
    }
  }

  /** The one list of earlier versions. */
  async #takeOver(file: string): Promise<void> {
    const text = await readFile(file, 'utf8').catch((error: NodeJS.ErrnoException) => {
      if (error.code === 'ENOENT') return '[]';
      throw error;
    });
    for (const { id, part, use, key, done } of JSON.parse(text) as Hidden[])
      await this.#write({ id, part, use, key, done, trace: 'notice', at: '' });
    await rm(file, { force: true });
  }
}

const ENTRY = /^[a-z0-9]+\.[0-9a-f-]+\.(?:begun|done)$/;

function absent(error: NodeJS.ErrnoException): string[] {
  if (error.code === 'ENOENT') return [];
  throw error;
}

/** The id of the contribution that an address shows or plays, in any language. */
export function idInAddress(
  path: string,
): { readonly id: string; readonly kind: 'page' | 'media' } | undefined {
  const plain = plainPath(path);
  const page = /^(?:\/+[a-z-]+)?\/+stories\/+([a-z0-9]+)(?:\/|\.|$)/i.exec(plain)?.[1];
  if (page !== undefined) return { id: page.toLowerCase(), kind: 'page' };
  const media = /^\/+media\/+([a-z0-9]+)(?:\/|$)/i.exec(plain)?.[1];
  return media === undefined ? undefined : { id: media.toLowerCase(), kind: 'media' };
}

/** An address as it is meant: letters written as numbers, doubled and backward slashes. */
export function plainPath(path: string): string {
  try {
    return decodeURIComponent(path).replaceAll('\\', '/');
  } catch {
    return path;
  }
}
