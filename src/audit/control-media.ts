import { crc32, deflateRawSync } from 'node:zlib';

/** A JPEG of one grey block, whole and clean, with segments before its tables and bytes after it. */
export function tinyJpeg(
  extra: { readonly segments?: readonly Buffer[]; readonly after?: Buffer } = {},
): Buffer {
  const jfif = segment(0xe0, bytesOf('JFIF\0', 1, 1, 0, 0, 1, 0, 1, 0, 0));
  const table = segment(0xdb, bytesOf(0, ...new Array<number>(64).fill(16)));
  const frame = segment(0xc0, bytesOf(8, 0, 8, 0, 8, 1, 1, 0x11, 0));
  // Two code tables with one code each: no difference, and no further coefficients.
  const dc = segment(0xc4, bytesOf(0x00, 1, ...new Array<number>(15).fill(0), 0));
  const ac = segment(0xc4, bytesOf(0x10, 1, ...new Array<number>(15).fill(0), 0));
  const scan = segment(0xda, bytesOf(1, 1, 0, 0, 63, 0));
  const end = bytesOf(0x3f, 0xff, 0xd9);
  const parts = [bytesOf(0xff, 0xd8), jfif, ...(extra.segments ?? []), table, frame, dc, ac, scan];
  return Buffer.concat([...parts, end, extra.after ?? Buffer.alloc(0)]);
}

/** One JPEG segment with its marker and length. */
export function segment(marker: number, body: Buffer): Buffer {
  const length = body.length + 2;
  return Buffer.concat([bytesOf(0xff, marker, length >> 8, length & 255), body]);
}

/** An Exif segment with a description, a place, and, when given, a thumbnail. */
export function exifSegment(exif: {
  readonly description: string;
  readonly thumbnail?: Buffer;
}): Buffer {
  const words = Buffer.from(`${exif.description}\0`, 'latin1');
  const thumbnail = exif.thumbnail ?? Buffer.alloc(0);
  const hasThumbnail = thumbnail.length > 0;
  const gps = 8 + 2 + 2 * 12 + 4;
  const degrees = gps + 2 + 4 * 12 + 4;
  const second = degrees + 48;
  const text = second + (hasThumbnail ? 2 + 3 * 12 + 4 : 0);
  const picture = text + words.length;
  const main = directory(
    [
      [0x010e, 2, words.length, text],
      [0x8825, 4, 1, gps],
    ],
    hasThumbnail ? second : 0,
  );
  const place = directory([
    [1, 2, 2, 0x4e00_0000],
    [2, 5, 3, degrees],
    [3, 2, 2, 0x5700_0000],
    [4, 5, 3, degrees + 24],
  ]);
  const numbers = Buffer.alloc(48);
  for (const [index, value] of [51, 1, 30, 1, 0, 1, 0, 1, 22, 1, 0, 1].entries()) {
    numbers.writeUInt32BE(value, index * 4);
  }
  const inside = directory([
    [0x0103, 3, 1, 6 << 16],
    [0x0201, 4, 1, picture],
    [0x0202, 4, 1, thumbnail.length],
  ]);
  const header = bytesOf('Exif\0\0MM', 0, 42, 0, 0, 0, 8);
  const parts = [header, main, place, numbers, ...(hasThumbnail ? [inside] : []), words, thumbnail];
  return segment(0xe1, Buffer.concat(parts));
}

type DirectoryEntry = readonly [tag: number, type: number, count: number, value: number];

function directory(entries: readonly DirectoryEntry[], next = 0): Buffer {
  const bytes = Buffer.alloc(2 + entries.length * 12 + 4);
  bytes.writeUInt16BE(entries.length, 0);
  for (const [index, [tag, type, count, value]] of entries.entries()) {
    const at = 2 + index * 12;
    bytes.writeUInt16BE(tag, at);
    bytes.writeUInt16BE(type, at + 2);
    bytes.writeUInt32BE(count, at + 4);
    bytes.writeUInt32BE(value, at + 8);
  }
  bytes.writeUInt32BE(next, 2 + entries.length * 12);
  return bytes;
}

/** An AVIF whose further items are XMP. Its picture data is one empty unit: no reader draws it. */
export function avifWithXmp(...packets: readonly string[]): Buffer {
  const words = packets.map((xmp) => Buffer.from(xmp, 'utf8'));
  const before = (index: number): number =>
    words.slice(0, index).reduce((sum, { length }) => sum + length, 0);
  const picture = bytesOf(0x12, 0);
  const count = words.length + 1;
  const make = (offset: number): Buffer =>
    Buffer.concat([
      box('ftyp', bytesOf('avif', 0, 0, 0, 0, 'avifmif1miaf')),
      box(
        'meta',
        bytesOf(0, 0, 0, 0),
        box('hdlr', bytesOf(0, 0, 0, 0, 0, 0, 0, 0, 'pict'), Buffer.alloc(13)),
        box('pitm', bytesOf(0, 0, 0, 0, 0, 1)),
        box(
          'iloc',
          bytesOf(0, 0, 0, 0, 0x44, 0, 0, count),
          extent(1, offset, picture.length),
          ...words.map(({ length }, index) =>
            extent(index + 2, offset + picture.length + before(index), length),
          ),
        ),
        box(
          'iinf',
          bytesOf(0, 0, 0, 0, 0, count),
          box('infe', bytesOf(2, 0, 0, 0, 0, 1, 0, 0, 'av01\0')),
          ...words.map((_, index) =>
            box('infe', bytesOf(2, 0, 0, 0, 0, index + 2, 0, 0, XMP_ITEM)),
          ),
        ),
        box('iprp', box('ipco')),
      ),
      box('mdat', picture, ...words),
    ]);
  return make(make(0).length - before(words.length) - picture.length);
}

const XMP_ITEM = 'mime\0application/rdf+xml\0\0';

function extent(item: number, start: number, length: number): Buffer {
  const bytes = Buffer.alloc(14);
  bytes.writeUInt16BE(item, 0);
  bytes.writeUInt16BE(1, 4);
  bytes.writeUInt32BE(start, 6);
  bytes.writeUInt32BE(length, 10);
  return bytes;
}

function box(type: string, ...bodies: readonly Buffer[]): Buffer {
  const body = Buffer.concat(bodies);
  const header = Buffer.alloc(8);
  header.writeUInt32BE(body.length + 8, 0);
  header.write(type, 4, 'latin1');
  return Buffer.concat([header, body]);
}

/** Silent frames of MP3, with what stands before and after them. */
export function tinyMp3(extra: { readonly before?: Buffer; readonly after?: Buffer } = {}): Buffer {
  const frame = Buffer.alloc(144);
  frame.writeUInt32BE(0xfff3_48c4, 0);
  const frames = [frame, frame, frame, frame];
  return Buffer.concat([
    extra.before ?? Buffer.alloc(0),
    ...frames,
    extra.after ?? Buffer.alloc(0),
  ]);
}

/** An ID3v2.3 tag that holds one title. */
export function id3Title(title: string): Buffer {
  const words = bytesOf(0, title);
  const frame = Buffer.concat([bytesOf('TIT2', 0, 0, 0, words.length, 0, 0), words]);
  return Buffer.concat([bytesOf('ID3', 3, 0, 0, 0, 0, 0, frame.length), frame]);
}

/** A WebM with one Opus track and one block; with a title when one is given. */
export function tinyWebm(title?: string): Buffer {
  const head = bytesOf('OpusHead', 1, 1, 0, 0, 0x80, 0xbb, 0, 0, 0, 0, 0);
  const named = title === undefined ? Buffer.alloc(0) : element(0x7ba9, Buffer.from(title, 'utf8'));
  const track = element(
    0xae,
    ...[element(0xd7, bytesOf(1)), element(0x73c5, bytesOf(1)), element(0x83, bytesOf(2))],
    ...[element(0x86, bytesOf('A_OPUS')), element(0x63a2, head)],
    element(0xe1, element(0x9f, bytesOf(1))),
  );
  return Buffer.concat([
    element(0x1a45_dfa3, element(0x4282, bytesOf('webm'))),
    element(
      0x1853_8067,
      element(0x1549_a966, element(0x2a_d7b1, bytesOf(0x0f, 0x42, 0x40)), named),
      element(0x1654_ae6b, track),
      element(0x1f43_b675, element(0xe7, bytesOf(0)), element(0xa3, bytesOf(0x81, 0, 0, 0, 0xfc))),
    ),
  ]);
}

function element(id: number, ...bodies: readonly Buffer[]): Buffer {
  const body = Buffer.concat(bodies);
  const hex = id.toString(16);
  const size = Buffer.from([0x40 | (body.length >> 8), body.length & 255]);
  return Buffer.concat([Buffer.from(hex, 'hex'), size, body]);
}

/** A zip archive with one packed file. */
export function tinyZip(name: string, content: string): Buffer {
  const whole = Buffer.from(content, 'utf8');
  const body = deflateRawSync(whole);
  const header = Buffer.alloc(26);
  header.writeUInt16LE(20, 0);
  header.writeUInt16LE(8, 4);
  header.writeUInt32LE(crc32(whole), 10);
  header.writeUInt32LE(body.length, 14);
  header.writeUInt32LE(whole.length, 18);
  header.writeUInt16LE(name.length, 22);
  const local = Buffer.concat([bytesOf('PK', 3, 4), header, bytesOf(name), body]);
  const central = Buffer.concat([
    bytesOf('PK', 1, 2, 20, 0),
    header,
    Buffer.alloc(14),
    bytesOf(name),
  ]);
  const end = Buffer.alloc(18);
  end.writeUInt16LE(1, 4);
  end.writeUInt16LE(1, 6);
  end.writeUInt32LE(central.length, 8);
  end.writeUInt32LE(local.length, 12);
  return Buffer.concat([local, central, bytesOf('PK', 5, 6), end]);
}

/** Bytes written as numbers and Latin-1 texts. */
export function bytesOf(...parts: readonly (number | string)[]): Buffer {
  return Buffer.concat(
    parts.map((part) =>
      typeof part === 'number' ? Buffer.from([part]) : Buffer.from(part, 'latin1'),
    ),
  );
}
