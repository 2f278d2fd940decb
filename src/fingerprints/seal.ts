import { createHmac } from 'node:crypto';

/** What a fingerprint is of: the same bytes under another kind give another seal. */
export type Sealed = 'words' | 'picture' | 'sound' | 'list';

/** Bytes of a digest that are kept: 128 bits do not meet by chance. */
const KEPT_BYTES = 16;

/**
 * HMAC-SHA256 of a text under the archive's key, cut to 16 bytes and written in base64url. Without the
 * key nobody can try out words against it; a plain digest of a short text can be guessed (consent.md §4.4).
 */
export function seal(key: Uint8Array, kind: Sealed, text: string): string {
  return createHmac('sha256', key)
    .update(`${kind}\0${text}`)
    .digest()
    .subarray(0, KEPT_BYTES)
    .toString('base64url');
}
