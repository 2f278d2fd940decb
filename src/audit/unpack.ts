import {
  brotliDecompressSync,
  gunzipSync,
  inflateRawSync,
  inflateSync,
  zstdDecompressSync,
} from 'node:zlib';
import type { FindingRule } from './findings.ts';
import { isTooLarge, zipEntries } from './unzip.ts';

/** Bytes that were packed inside other bytes, or why they could not be had. */
export type Unpacked =
  | { readonly bytes: Buffer; readonly how: string; readonly name?: string }
  | { readonly problem: FindingRule; readonly how: string };

/** What the bytes are to be taken for, as far as is known before unpacking. */
export interface PackedFile {
  readonly bytes: Buffer;
  readonly name: string;
  /** Whether they read as plain text or are a known media file: then nothing is guessed. */
  readonly isKnown: boolean;
  /** Whether a failure means anything: a guess from base64 may fail, a `.gz` may not. */
  readonly mustOpen: boolean;
}

/** The most that one packed file may unpack to. A larger one is reported and not read. */
export const MOST_UNPACKED = 32 * 1024 * 1024;

/** Everything packed inside some bytes: gzip, zlib, brotli, zstd, raw deflate, zip. Pure. */
export function* unpack(file: PackedFile): Generator<Unpacked> {
  const { bytes } = file;
  if (bytes.length < 4) return;
  const start = bytes.readUInt32BE(0);
  if (start >>> 8 === 0x1f8b08) yield* tryTo('gunzip', file, gunzipSync, file.mustOpen);
  else if (start === 0x28b52ffd) yield* tryTo('unzstd', file, zstdDecompressSync, file.mustOpen);
  else if (start === 0x504b0304) yield* unzip(file);
  else if (/\.(?:br|gz|zst|zip)$/i.test(file.name) || !file.isKnown) yield* guess(file);
  if (bytes.subarray(0, 5).toString('latin1') === '%PDF-') yield* pdfStreams(bytes);
}

/** The recipe of a guess: bytes with no sign of what they are, tried in the ways that have none. */
function* guess(file: PackedFile): Generator<Unpacked> {
  const isBrotli = /\.br$/i.test(file.name);
  if (!isBrotli && file.bytes.length > MOST_GUESSED) return;
  let opened = false;
  for (const [how, open] of SIGNLESS) {
    for (const found of tryTo(how, file, open, false)) {
      opened = true;
      yield found;
    }
  }
  const says = /\.(br|gz|zst|zip)$/i.exec(file.name)?.[1];
  if (!opened && says !== undefined && file.mustOpen) {
    yield { problem: 'unreadable-file', how: says.toLowerCase() };
  }
}

const MOST_GUESSED = 8 * 1024 * 1024;

type Open = (bytes: Buffer, options: { maxOutputLength: number }) => Buffer;

const SIGNLESS: readonly (readonly [string, Open])[] = [
  ['brotli', brotliDecompressSync],
  ['inflate', inflateSync],
  ['inflate-raw', inflateRawSync],
];

function* tryTo(how: string, file: PackedFile, open: Open, mustOpen: boolean): Generator<Unpacked> {
  try {
    const bytes = open(file.bytes, { maxOutputLength: MOST_UNPACKED });
    if (bytes.length > 0) yield { bytes, how };
  } catch (error) {
    if (isTooLarge(error)) yield { problem: 'too-large-to-read', how };
    else if (mustOpen) yield { problem: 'unreadable-file', how };
  }
}

function* unzip(file: PackedFile): Generator<Unpacked> {
  for (const entry of zipEntries(file.bytes, MOST_UNPACKED)) {
    if (typeof entry !== 'string') yield { bytes: entry.bytes, how: 'unzip', name: entry.name };
    else if (file.mustOpen) yield { problem: entry, how: 'unzip' };
  }
}

function* pdfStreams(bytes: Buffer): Generator<Unpacked> {
  for (let at = bytes.indexOf('stream'); at >= 0; at = bytes.indexOf('stream', at + 6)) {
    if (bytes.toString('latin1', at - 3, at) === 'end') continue;
    const from = at + (bytes[at + 6] === 0x0d ? 8 : 7);
    const end = bytes.indexOf('endstream', from);
    if (end < 0) return;
    const packed = { bytes: bytes.subarray(from, end), name: '', isKnown: true, mustOpen: false };
    yield* tryTo('pdf-stream', packed, inflateSync, false);
    at = end;
  }
}
