import { hash } from 'node:crypto';

/** What a fingerprint is of: the same bytes under another kind give another seal. */
export type Sealed = 'words' | 'picture' | 'sound' | 'list';

/** Bytes of a digest that are kept: 128 bits do not meet by chance. */
const KEPT_BYTES = 16;

/**
 * HMAC-SHA256 of a text under the archive's key, cut to 16 bytes and written in base64url. Without the
 * key nobody can try out words against it; a plain digest of a short text can be guessed (docs/consent.md §4.4).
 *
 * Put together from two digests (RFC 2104): `createHmac` spends most of its time on the key, and a
 * check of an archive asks a million times. Throws for a key longer than 64 bytes.
 */
export function seal(key: Uint8Array, kind: Sealed, text: string): string {
  const pads = padsOf(key);
  const inside = hash(
    'sha256',
    Buffer.concat([pads.inner, Buffer.from(`${kind}\0${text}`)]),
    'buffer',
  );
  const outside = hash('sha256', Buffer.concat([pads.outer, inside]), 'buffer');
  return outside.subarray(0, KEPT_BYTES).toString('base64url');
}

/** Bytes that SHA-256 takes at a time. */
const BLOCK = 64;

interface Pads {
  readonly inner: Buffer;
  readonly outer: Buffer;
}

const known = new WeakMap<Uint8Array, Pads>();

function padsOf(key: Uint8Array): Pads {
  const before = known.get(key);
  if (before !== undefined) return before;
  if (key.length > BLOCK) throw new Error('The key is longer than 64 bytes.');
  const padded = Buffer.concat([key, Buffer.alloc(BLOCK - key.length)]);
  const made: Pads = {
    inner: Buffer.from(padded.map((byte) => byte ^ 0x36)),
    outer: Buffer.from(padded.map((byte) => byte ^ 0x5c)),
  };
  known.set(key, made);
  return made;
}
