import { readingsOf } from './byte-text.ts';
import { unescaped, readingsWithoutTags } from './decode-text.ts';
import { decodedRuns } from './encoded-runs.ts';
import type { FindingRule } from './findings.ts';
import { type MediaFileKind, mediaFileKindOf } from './media-kind.ts';
import { unpack } from './unpack.ts';

/** The most encodings inside one another that are taken off (docs/consent.md, §6). */
export const DEEPEST = 4;

/** The most that everything packed in one file may add up to. */
export const MOST_PER_FILE = 96 * 1024 * 1024;

/** One way to read a file: as bytes, as text, or not at all. `chain` says what was taken off. */
export type Layer =
  | {
      readonly kind: 'bytes';
      readonly bytes: Buffer;
      readonly name: string;
      readonly media: MediaFileKind | undefined;
      readonly chain: readonly string[];
    }
  | {
      readonly kind: 'text';
      readonly text: string;
      readonly name: string;
      readonly chain: readonly string[];
      /** The fewest bytes a hit must have here; above 0 where chance writes short words. */
      readonly shortest: number;
      /** Whether this is the text as a program would read it, before escapes or tags come off. */
      readonly isSource: boolean;
    }
  | { readonly kind: 'problem'; readonly rule: FindingRule; readonly chain: readonly string[] };

/** What is remembered over the whole folder, so that what gave nothing is not tried twice. */
export interface ScanMemory {
  readonly barrenRuns: Set<string>;
  /** Bytes; `MOST_PER_FILE` when it is not given. */
  readonly mostPerFile?: number;
}

/**
 * Every way to read a file that the audit knows, each once: the bytes, what is packed in them, their
 * text in UTF-8 and UTF-16, and that text without escapes and tags and with base64 decoded, up to
 * four deep. Pure; bounded in depth and in bytes, and a bound that is met is itself a problem.
 */
export function* layersOf(
  file: { readonly name: string; readonly bytes: Buffer },
  memory: ScanMemory,
): Generator<Layer> {
  const spent = { bytes: 0 };
  yield* bytesLayers({ ...file, chain: [], isCertain: true }, { memory, spent });
}

interface Context {
  readonly memory: ScanMemory;
  readonly spent: { bytes: number };
}

function isSpent({ spent, memory }: Context): boolean {
  return spent.bytes > (memory.mostPerFile ?? MOST_PER_FILE);
}

interface BytesInHand {
  readonly name: string;
  readonly bytes: Buffer;
  readonly chain: readonly string[];
  /** Whether every step to here was certain, so that a failure to open means something. */
  readonly isCertain: boolean;
}

function* bytesLayers(hand: BytesInHand, context: Context): Generator<Layer> {
  const { name, bytes, chain } = hand;
  const media = mediaFileKindOf(bytes);
  yield { kind: 'bytes', bytes, name, media, chain };
  const texts = readingsOf(bytes, media !== undefined);
  const isText = texts.some((reading) => reading.isPlain);
  for (const reading of texts) {
    const readChain = reading.how === undefined ? chain : [...chain, reading.how];
    yield* textLayers({ ...reading, name, chain: readChain, isSource: true }, context);
  }
  const isKnown = isText || media !== undefined;
  for (const inner of unpack({ bytes, name, isKnown, mustOpen: hand.isCertain })) {
    const innerChain = [...chain, inner.how];
    if ('problem' in inner) yield { kind: 'problem', rule: inner.problem, chain: innerChain };
    else yield* packedLayers({ ...inner, outer: hand, chain: innerChain }, context);
  }
}

interface PackedInHand {
  readonly bytes: Buffer;
  readonly name?: string;
  readonly outer: BytesInHand;
  readonly chain: readonly string[];
}

function* packedLayers(packed: PackedInHand, context: Context): Generator<Layer> {
  const { bytes, chain, outer } = packed;
  const name = packed.name ?? outer.name.replace(/\.(?:gz|br|zst)$/i, '');
  context.spent.bytes += bytes.length;
  if (chain.length > DEEPEST) {
    yield { kind: 'problem', rule: 'nested-too-deep', chain };
  } else if (isSpent(context)) {
    yield { kind: 'problem', rule: 'too-large-to-read', chain };
  } else {
    if (packed.name !== undefined) {
      const nameChain = [...chain, 'file name'];
      const inHand = { text: packed.name, name, chain: nameChain, isPlain: true, isSource: false };
      yield* textLayers({ ...inHand, shortest: 0 }, context);
    }
    yield* bytesLayers({ name, bytes, chain, isCertain: outer.isCertain }, context);
  }
}

interface TextInHand {
  readonly text: string;
  readonly name: string;
  readonly chain: readonly string[];
  readonly shortest: number;
  readonly isPlain: boolean;
  readonly isSource: boolean;
}

/** Every way to read a text, such as a file's name. */
export function* layersOfText(text: string, how: string, memory: ScanMemory): Generator<Layer> {
  const inHand = { text, name: '', chain: [how], shortest: 0, isPlain: true, isSource: false };
  yield* textLayers(inHand, { memory, spent: { bytes: 0 } });
}

function* textLayers(hand: TextInHand, context: Context): Generator<Layer> {
  const { text, name, chain, shortest, isSource } = hand;
  yield { kind: 'text', text, name, chain, shortest, isSource: isSource && hand.isPlain };
  if (hand.isPlain) {
    for (const reading of readingsWithoutTags(text)) {
      const readChain = [...chain, reading.how];
      yield { kind: 'text', text: reading.text, name, chain: readChain, shortest, isSource: false };
      yield* runLayers({ ...hand, text: reading.text, chain: readChain }, context);
    }
  }
  if (chain.length >= DEEPEST) return;
  const inner = hand.isPlain ? unescaped(text) : undefined;
  if (inner !== undefined) {
    const innerHand = { ...hand, text: inner.text, chain: [...chain, inner.how], isSource: false };
    yield* textLayers(innerHand, context);
  }
  yield* runLayers(hand, context);
}

function* runLayers(hand: TextInHand, context: Context): Generator<Layer> {
  if (hand.chain.length >= DEEPEST) return;
  for (const run of decodedRuns(hand.text, context.memory.barrenRuns)) {
    context.spent.bytes += run.bytes.length;
    const chain = [...hand.chain, run.how];
    if (isSpent(context)) {
      yield { kind: 'problem', rule: 'too-large-to-read', chain };
      return;
    }
    yield* bytesLayers({ name: hand.name, bytes: run.bytes, chain, isCertain: false }, context);
  }
}
