import { createHash } from 'node:crypto';
import type { Finding } from './findings.ts';
import { type Layer, layersOf, layersOfText, type ScanMemory } from './layers.ts';
import { isImage } from './media-kind.ts';
import { mediaIssues } from './media-rules.ts';
import { shownPath } from './shown-path.ts';
import { textIssues } from './text-rules.ts';
import { type WatchList, withheldIn } from './watch-list.ts';
import { formIssues } from './well-formed.ts';

/** What reading one file gave. */
export interface FileScan {
  readonly findings: readonly Finding[];
  /** How many further readings its bytes and text gave. */
  readonly decoded: number;
  readonly images: number;
  readonly sounds: number;
}

/**
 * Reads one file in every way the audit knows and returns what may not be published. `file` is its
 * path in the folder. The same thing seen in several readings of a file is one finding, the first.
 */
export async function scanFile(input: {
  readonly file: string;
  readonly bytes: Buffer;
  readonly watch: WatchList;
  readonly memory: ScanMemory;
  readonly ownOrigin?: string;
  /** The one XMP packet this file must carry, if it is a picture that carries one. */
  readonly packet?: string | undefined;
}): Promise<FileScan> {
  const { file, bytes, watch, memory } = input;
  const gathered = new Gathered(shownPath(watch, file));
  for (const layer of layersOfText(file, 'file name', memory)) {
    if (layer.kind === 'text') gathered.addWords(watch, layer);
  }
  if (/\.map(?:\.(?:gz|br))?$/i.test(file)) gathered.add({ rule: 'source-map' }, ['file name']);
  for (const issue of formIssues({ file, bytes })) gathered.add(issue, []);
  for (const layer of layersOf({ name: file, bytes }, memory)) {
    if (layer.kind === 'problem') gathered.add({ rule: layer.rule }, layer.chain);
    else if (layer.kind === 'text') {
      gathered.addWords(watch, layer);
      if (layer.isSource) {
        for (const issue of textIssues({ ...layer, ownOrigin: input.ownOrigin })) {
          gathered.add(issue, layer.chain);
        }
      }
    } else await gathered.addBytes(watch, layer, input);
  }
  return gathered.scan();
}

type TextLayer = Extract<Layer, { kind: 'text' }>;
type BytesLayer = Extract<Layer, { kind: 'bytes' }>;

/** A page that holds a whole withheld book needs one line in the report, not a thousand. */
const MOST_FINDINGS = 100;

/** A few bytes that happen to start like a picture are not one. */
const SMALLEST_GUESSED_MEDIA = 100;

class Gathered {
  #findings = new Map<string, Finding>();
  #file: string;
  #decoded = -1;
  #images = 0;
  #sounds = 0;

  constructor(file: string) {
    this.#file = file;
  }

  add(what: Pick<Finding, 'rule' | 'label'>, chain: readonly string[]): void {
    const key = `${what.rule} ${what.label ?? ''}`;
    if (this.#findings.has(key) || this.#findings.size >= MOST_FINDINGS) return;
    const seenAs = chain.length === 0 ? undefined : chain.join(' > ');
    this.#findings.set(key, { file: this.#file, ...what, seenAs });
  }

  addWords(watch: WatchList, layer: TextLayer): void {
    if (layer.chain.length > 0 && layer.chain[0] !== 'file name') this.#decoded += 1;
    for (const label of withheldIn(watch, layer.text, layer.shortest)) {
      this.add({ rule: 'withheld-words', label }, layer.chain);
    }
  }

  async addBytes(
    watch: WatchList,
    layer: BytesLayer,
    { file, packet }: { readonly file: string; readonly packet?: string | undefined },
  ): Promise<void> {
    const { bytes, chain, media } = layer;
    this.#decoded += 1;
    const withheld = watch.digests.get(createHash('sha256').update(bytes).digest('hex'));
    if (withheld !== undefined) this.add({ rule: 'withheld-file', label: withheld }, chain);
    if (chain.length > 0 && /\.map$/i.test(layer.name)) this.add({ rule: 'source-map' }, chain);
    const isGuess = chain.includes('base64') || chain.includes('hex');
    if (media === undefined || (isGuess && bytes.length < SMALLEST_GUESSED_MEDIA)) return;
    if (isImage(media)) this.#images += 1;
    else this.#sounds += 1;
    // What lies inside another file carries nothing: the packet is for the published picture alone.
    const own = chain.length === 0 ? packet : undefined;
    for (const { rule, label } of await mediaIssues({ kind: media, bytes, file, packet: own })) {
      this.add({ rule, label }, chain);
    }
  }

  scan(): FileScan {
    return {
      findings: [...this.#findings.values()],
      decoded: Math.max(0, this.#decoded),
      images: this.#images,
      sounds: this.#sounds,
    };
  }
}
