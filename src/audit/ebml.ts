/** One element of an EBML document (RFC 8794). */
export interface Element {
  readonly id: number;
  /** Where its body starts and ends in the bytes that were read. */
  readonly start: number;
  readonly end: number;
}

/**
 * The elements between two bytes, in order; `undefined` when they do not fill that space exactly.
 * An element of unknown size is taken to its parent's end, or, for a cluster, to the next cluster.
 */
export function elementsIn(
  bytes: Buffer,
  from: number,
  to: number,
): readonly Element[] | undefined {
  const elements: Element[] = [];
  for (let at = from; at < to;) {
    const id = readVariable(bytes, at, to, true);
    const size = id === undefined ? undefined : readVariable(bytes, id.next, to, false);
    if (id === undefined || size === undefined) return undefined;
    const end = size.isUnknown
      ? endOfUnknown(bytes, id.value, size.next, to)
      : size.next + size.value;
    if (end > to) return undefined;
    elements.push({ id: id.value, start: size.next, end });
    at = end;
  }
  return elements;
}

/** A whole number of up to six bytes; larger ones do not occur where it is asked. */
export function readUnsigned(body: Buffer): number {
  return body.length === 0 || body.length > 6 ? 0 : body.readUIntBE(0, body.length);
}

interface Variable {
  readonly value: number;
  readonly next: number;
  readonly isUnknown: boolean;
}

function readVariable(
  bytes: Buffer,
  at: number,
  to: number,
  keepsMarker: boolean,
): Variable | undefined {
  const first = bytes[at];
  if (first === undefined || first === 0 || at >= to) return undefined;
  const length = Math.clz32(first) - 23;
  if (at + length > to || (keepsMarker && length > 4)) return undefined;
  const mask = 0xff >> length;
  let value = keepsMarker ? first : first & mask;
  let isUnknown = (first & mask) === mask;
  for (let step = 1; step < length; step += 1) {
    const byte = bytes[at + step] ?? 0;
    value = value * 256 + byte;
    if (byte !== 0xff) isUnknown = false;
  }
  return { value, next: at + length, isUnknown };
}

const CLUSTER = 0x1f43_b675;
const CLUSTER_BYTES = Buffer.from([0x1f, 0x43, 0xb6, 0x75]);

function endOfUnknown(bytes: Buffer, id: number, from: number, to: number): number {
  if (id !== CLUSTER) return to;
  const next = bytes.indexOf(CLUSTER_BYTES, from);
  return next < 0 || next > to ? to : next;
}
