import type { DerivedType } from '#media/formats.ts';

/**
 * Walks a clean copy part by part and names every part that has no business being there. Written
 * from the formats, apart from the code that makes the copies; an empty list means clean.
 */
export function strayPartsOf(bytes: Uint8Array, type: DerivedType): readonly string[] {
  return STRAY_PARTS[type](Buffer.from(bytes));
}

const STRAY_PARTS: Readonly<Record<DerivedType, (bytes: Buffer) => readonly string[]>> = {
  'image/jpeg': strayJpegParts,
  'image/avif': strayAvifParts,
  'audio/webm': (bytes) => strayWebmParts(bytes, 0, bytes.length),
  'audio/mpeg': strayMp3Parts,
};

/** Tables, frame header and scan; a JFIF header without a thumbnail; nothing after the end. */
function strayJpegParts(bytes: Buffer): readonly string[] {
  const stray: string[] = [];
  let at = 2;
  while (at < bytes.length) {
    const marker = bytes.readUInt16BE(at);
    if (marker === 0xffd9) {
      if (at + 2 !== bytes.length) stray.push('bytes after the end');
      return stray;
    }
    const length = bytes.readUInt16BE(at + 2);
    const isJfif =
      marker === 0xffe0 && length === 16 && bytes.toString('latin1', at + 4, at + 8) === 'JFIF';
    const isPicture = [0xffdb, 0xffc4, 0xffc0, 0xffc2, 0xffda, 0xffdd].includes(marker);
    if (!isJfif && !isPicture) stray.push(marker.toString(16));
    at += 2 + length;
    if (marker === 0xffda) at = afterScan(bytes, at);
  }
  return [...stray, 'no end'];
}

function afterScan(bytes: Buffer, from: number): number {
  let at = from;
  while (at + 1 < bytes.length) {
    const next = bytes[at + 1] ?? 0;
    if (bytes[at] === 0xff && next !== 0 && !(next >= 0xd0 && next <= 0xd7)) return at;
    at += 1;
  }
  return bytes.length;
}

const AVIF_BOXES =
  'ftyp meta mdat hdlr pitm iloc iinf infe iprp ipco ispe pixi av1C colr ipma'.split(' ');
/** Where the boxes inside a box begin, after its own fields. */
const INSIDE: Readonly<Record<string, number>> = { meta: 4, iprp: 0, ipco: 0, iinf: 6 };

function strayAvifParts(bytes: Buffer): readonly string[] {
  const stray: string[] = [];
  let at = 0;
  while (at < bytes.length) {
    const length = bytes.readUInt32BE(at);
    const kind = bytes.toString('latin1', at + 4, at + 8);
    const body = bytes.subarray(at + 8, at + length);
    if (length < 8 || at + length > bytes.length) return [...stray, 'broken box'];
    if (!AVIF_BOXES.includes(kind)) stray.push(kind);
    if (kind === 'colr' && body.toString('latin1', 0, 4) !== 'nclx') stray.push('colour profile');
    if (kind === 'infe' && body.toString('latin1', 8, 12) !== 'av01') stray.push('second item');
    if (kind === 'hdlr' && body.subarray(24).some((byte) => byte !== 0)) stray.push('handler name');
    const inner = INSIDE[kind];
    if (inner !== undefined) stray.push(...strayAvifParts(body.subarray(inner)));
    at += length;
  }
  return stray;
}

const EBML_PARENTS = [
  0x1a45dfa3, 0x18538067, 0x1549a966, 0x1654ae6b, 0xae, 0xe1, 0x1f43b675, 0xa0, 0x1c53bb6b, 0xbb,
  0xb7, 0x114d9b74, 0x4dbb,
];
const EBML_PLAIN = [
  0x4286, 0x42f7, 0x42f2, 0x42f3, 0x4282, 0x4287, 0x4285, 0x53ab, 0x53ac, 0x2ad7b1, 0x4d80, 0x5741,
  0x4489, 0xd7, 0x73c5, 0x83, 0x9c, 0x22b59c, 0x86, 0x63a2, 0x56aa, 0x56bb, 0xb5, 0x9f, 0x6264,
  0xe7, 0xa3, 0xa1, 0x9b, 0xb3, 0xf7, 0xf1, 0xec,
];

function strayWebmParts(bytes: Buffer, from: number, to: number): readonly string[] {
  const stray: string[] = [];
  let at = from;
  while (at < to) {
    const idLength = Math.clz32(bytes[at] ?? 0) - 23;
    const id = bytes.readUIntBE(at, idLength);
    at += idLength;
    const sizeLength = Math.clz32(bytes[at] ?? 0) - 23;
    const size = Number(
      BigInt(`0x${bytes.toString('hex', at, at + sizeLength)}`) &
        ((1n << BigInt(7 * sizeLength)) - 1n),
    );
    at += sizeLength;
    if (EBML_PARENTS.includes(id)) stray.push(...strayWebmParts(bytes, at, at + size));
    else if (!EBML_PLAIN.includes(id)) stray.push(id.toString(16));
    const isFiller = id === 0xec && bytes.subarray(at, at + size).some((byte) => byte !== 0);
    if (isFiller) stray.push('words in filler');
    at += size;
  }
  return at === to ? stray : [...stray, 'broken element'];
}

/** Frames of 144 bytes from the first byte to the last; no ID3, APE or Lyrics before or after. */
function strayMp3Parts(bytes: Buffer): readonly string[] {
  const stray: string[] = [];
  if (bytes.toString('latin1', 13, 17) !== 'Info') stray.push('no Info frame');
  for (let at = 0; at < bytes.length; at += 144) {
    if (bytes[at] !== 0xff || (bytes[at + 1] ?? 0) >> 1 !== 0x79)
      stray.push(`not a frame at ${at}`);
  }
  return bytes.length % 144 === 0 ? stray : [...stray, 'bytes after the end'];
}
