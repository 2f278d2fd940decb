import { randomUUID } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Withdrawal } from './desk-context.ts';
import { writeWhole } from './write-whole.ts';

/** One withdrawal that the served site does not show yet as it will be built. */
export interface Hidden extends Withdrawal {
  readonly key: string;
  /** Written into the content; false while it is under way, so that a new start finishes it. */
  readonly done: boolean;
}

/**
 * What is taken down from this moment, before any build: kept in a file, so that neither a restart
 * nor a broken build brings it back (architecture.md, "Gateway"). An entry leaves when a site that
 * was built without it is being served.
 */
export class HideList {
  readonly #file: string;
  #entries: readonly Hidden[];

  private constructor(file: string, entries: readonly Hidden[]) {
    this.#file = file;
    this.#entries = entries;
  }

  static async open(folder: string): Promise<HideList> {
    const file = join(folder, 'hidden.json');
    const text = await readFile(file, 'utf8').catch((error: NodeJS.ErrnoException) => {
      if (error.code === 'ENOENT') return '[]';
      throw error;
    });
    return new HideList(file, JSON.parse(text) as Hidden[]);
  }

  get entries(): readonly Hidden[] {
    return this.#entries;
  }

  hides(id: string): boolean {
    return this.#entries.some((entry) => entry.id === id);
  }

  async add(what: Withdrawal): Promise<Hidden> {
    const entry = { ...what, key: randomUUID(), done: false };
    await this.#put([...this.#entries, entry]);
    return entry;
  }

  async markDone({ key }: Hidden): Promise<void> {
    await this.#put(
      this.#entries.map((entry) => (entry.key === key ? { ...entry, done: true } : entry)),
    );
  }

  async forget(entries: readonly Hidden[]): Promise<void> {
    const keys = new Set(entries.map(({ key }) => key));
    if (keys.size > 0) await this.#put(this.#entries.filter(({ key }) => !keys.has(key)));
  }

  async #put(entries: readonly Hidden[]): Promise<void> {
    this.#entries = entries;
    await writeWhole(this.#file, JSON.stringify(entries));
  }
}

/** The id of the contribution that an address shows or plays, in any language. */
export function idInAddress(
  path: string,
): { readonly id: string; readonly kind: 'page' | 'media' } | undefined {
  const plain = plainPath(path);
  const page = /^(?:\/[a-z-]+)?\/+stories\/+([a-z0-9]+)(?:\/|\.|$)/i.exec(plain)?.[1];
  if (page !== undefined) return { id: page.toLowerCase(), kind: 'page' };
  const media = /^\/+media\/+([a-z0-9]+)(?:\/|$)/i.exec(plain)?.[1];
  return media === undefined ? undefined : { id: media.toLowerCase(), kind: 'media' };
}

function plainPath(path: string): string {
  try {
    return decodeURIComponent(path).replaceAll('\\', '/');
  } catch {
    return path;
  }
}
