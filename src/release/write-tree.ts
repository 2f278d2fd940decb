import { createHash } from 'node:crypto';
import { existsSync, renameSync } from 'node:fs';
import { copyFile, mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import type { Use } from '#consent/uses.ts';
import { withPacket } from '#media/rights-packet.ts';
import type { MediaCopy } from './clean-parts.ts';
import type { ManifestFile } from './manifest.ts';
import { Fault } from '#records/fault.ts';

type Origin = Pick<ManifestFile, 'contribution' | 'part'> & { readonly uses?: readonly Use[] };

/**
 * A release tree being made, in a folder of its own that nothing reads. `finish` writes the manifest
 * and puts the whole in place of the last one; until then the last one stands.
 */
export class TreeWriter {
  readonly #folder: string;
  readonly #files: ManifestFile[] = [];

  private constructor(folder: string) {
    this.#folder = folder;
  }

  static async begin(folder: string): Promise<TreeWriter> {
    const [next] = besideTree(folder);
    await rm(next, { recursive: true, force: true });
    await mkdir(next, { recursive: true, mode: 0o700 });
    const writer = new TreeWriter(next);
    for (const name of ['contributions', 'exhibitions', 'pages', 'media'])
      await mkdir(join(next, name));
    return writer;
  }

  async text(file: string, text: string, origin: Origin = {}): Promise<void> {
    mustBeOpen(file, origin);
    await this.#place(file);
    await writeFile(join(this.#folder, file), text);
    this.#files.push({ file, sha256: sha256(text), ...origin });
  }

  async json(file: string, value: unknown, origin: Origin = {}): Promise<void> {
    await this.text(file, `${JSON.stringify(value, null, 1)}\n`, origin);
  }

  /**
   * Puts a clean copy in place, a picture with its packet, and makes sure that its bytes are the ones
   * that were named before.
   */
  async copy(copy: MediaCopy, origin: Origin): Promise<void> {
    const { from, to: file, sha256: digest, notice } = copy;
    mustBeOpen(file, origin);
    await this.#place(file);
    if (notice === undefined) await copyFile(from, join(this.#folder, file));
    else {
      const marked = withPacket(await readFile(from), notice.format, notice.packet);
      await writeFile(join(this.#folder, file), marked);
    }
    if (sha256(await readFile(join(this.#folder, file))) !== digest) {
      throw new Fault('clean-copy-changed', { file });
    }
    this.#files.push({ file, sha256: digest, ...origin, cached: basename(from) });
  }

  /** Puts the finished tree in place of the one in `folder`. */
  async finish(folder: string, builtFor: string): Promise<readonly ManifestFile[]> {
    const files = this.#files.toSorted((a, b) => (a.file < b.file ? -1 : 1));
    const manifest = { schema: 'living-roots/release@1', built_for: builtFor, files };
    await writeFile(join(this.#folder, 'manifest.json'), `${JSON.stringify(manifest, null, 1)}\n`);
    const [, last] = besideTree(folder);
    await rm(last, { recursive: true, force: true });
    // At once: what this process draws meanwhile, as `npm run dev` does, would find no tree.
    if (existsSync(folder)) renameSync(folder, last);
    renameSync(this.#folder, folder);
    await rm(last, { recursive: true, force: true });
    return files;
  }

  async #place(file: string): Promise<void> {
    await mkdir(dirname(join(this.#folder, file)), { recursive: true });
  }
}

/** Where the tree in `folder` is made, and where the one before it waits to go: there only after a crash. */
export const besideTree = (folder: string): readonly [next: string, last: string] => [
  `${folder}.next`,
  `${folder}.last`,
];

/** The last look before a part is written: without a yes to `web` it may not be in the tree at all. */
function mustBeOpen(file: string, { part, uses }: Origin): void {
  if (part !== undefined && !uses?.includes('web')) {
    throw new Fault('part-not-let-out', { file });
  }
}

export function sha256(bytes: string | Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex');
}
