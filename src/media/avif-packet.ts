/**
 * An AVIF with a second item that is XMP: one more entry for what it is, where it lies, and which
 * picture it describes (HEIF, ISO/IEC 23008-12 §6.2 and annex C.2). The picture keeps its bytes. Pure.
 * @throws when the file is not built as libheif builds ours.
 */
export function withAvifPacket(source: Uint8Array, packet: Uint8Array): Uint8Array {
  const bytes = Buffer.from(source);
  const top = boxesIn(bytes, 0, bytes.length);
  const [kind, meta, data] = top;
  const isOurs = kind?.type === 'ftyp' && meta?.type === 'meta' && data?.type === 'mdat';
  if (!isOurs || top.length !== 3) throw new Error(NOT_OURS);
  const grown = (place: Place): Buffer => {
    const inside = boxesIn(bytes, meta.start + 4, meta.end).map((part) => {
      const body = bytes.subarray(part.start, part.end);
      if (part.type === 'iinf') return box('iinf', withEntry(body));
      if (part.type === 'iloc') return box('iloc', withPlace(body, place));
      if (part.type === 'iref') throw new Error(NOT_OURS);
      return box(part.type, body);
    });
    return box('meta', bytes.subarray(meta.start, meta.start + 4), ...inside, DESCRIBES);
  };
  const before = kind.end;
  // The size of `meta` does not depend on the numbers in it, so it can be measured with any.
  const shift = before + grown({ shift: 0, at: 0, length: 0 }).length + 8 - data.start;
  const place = { shift, at: data.end + shift, length: packet.length };
  return Buffer.concat([
    bytes.subarray(0, before),
    grown(place),
    box('mdat', bytes.subarray(data.start, data.end), packet),
  ]);
}

const NOT_OURS = 'This AVIF is not built as ours are.';

/** The picture is item 1 and alone, so the packet is item 2. */
const [PICTURE, PACKET] = [1, 2];

interface Place {
  /** How many bytes further on the picture lies now. */
  readonly shift: number;
  /** Where the packet starts. */
  readonly at: number;
  readonly length: number;
}

interface Box {
  readonly type: string;
  readonly start: number;
  readonly end: number;
}

function boxesIn(bytes: Buffer, from: number, to: number): readonly Box[] {
  const boxes: Box[] = [];
  for (let at = from; at < to;) {
    const size = at + 8 <= to ? bytes.readUInt32BE(at) : 0;
    if (size < 8 || at + size > to) throw new Error(NOT_OURS);
    boxes.push({ type: bytes.toString('latin1', at + 4, at + 8), start: at + 8, end: at + size });
    at += size;
  }
  return boxes;
}

function box(type: string, ...bodies: readonly Uint8Array[]): Buffer {
  const head = Buffer.alloc(8);
  const length = bodies.reduce((sum, body) => sum + body.length, 8);
  head.writeUInt32BE(length, 0);
  head.write(type, 4, 'latin1');
  return Buffer.concat([head, ...bodies]);
}

/** `iref`: the packet describes (`cdsc`) the picture. */
const DESCRIBES = box('iref', Buffer.alloc(4), box('cdsc', uint16(PACKET, 1, PICTURE)));

/** `iinf`: one picture, and now one item of type `mime` that is `application/rdf+xml`. */
function withEntry(body: Buffer): Buffer {
  if (body.length < 6 || body.readUInt32BE(0) !== 0 || body.readUInt16BE(4) !== 1) {
    throw new Error(NOT_OURS);
  }
  const entry = box(
    'infe',
    Buffer.from([2, 0, 0, 0]),
    uint16(PACKET, 0),
    Buffer.from('mime\0application/rdf+xml\0\0', 'latin1'),
  );
  return Buffer.concat([body.subarray(0, 4), uint16(2), body.subarray(6), entry]);
}

/** `iloc`, version 0 with four bytes for each offset, length and base: one item in one piece. */
function withPlace(body: Buffer, { shift, at, length }: Place): Buffer {
  const isPlain =
    body.length === 26 &&
    body.readUInt32BE(0) === 0 &&
    body.readUInt32BE(4) === 0x4440_0001 &&
    body.readUInt16BE(8) === PICTURE &&
    body.readUInt16BE(16) === 1;
  if (!isPlain) throw new Error(NOT_OURS);
  const moved = Buffer.from(body);
  moved.writeUInt16BE(2, 6);
  moved.writeUInt32BE(body.readUInt32BE(12) + shift, 12);
  return Buffer.concat([
    moved,
    uint16(PACKET, 0),
    uint32(at),
    uint16(1),
    uint32(0),
    uint32(length),
  ]);
}

function uint16(...numbers: readonly number[]): Buffer {
  const bytes = Buffer.alloc(numbers.length * 2);
  for (const [index, number] of numbers.entries()) bytes.writeUInt16BE(number, index * 2);
  return bytes;
}

function uint32(number: number): Buffer {
  const bytes = Buffer.alloc(4);
  bytes.writeUInt32BE(number);
  return bytes;
}
