import { type Box, boxesIn } from './boxes.ts';

/** One item of an AVIF, as its item information entry tells it. */
export interface AvifItem {
  readonly id: number;
  readonly type: string;
  readonly hasName: boolean;
  /** Plain XMP: its type says so, and it has no name and no further encoding. */
  readonly isXmp: boolean;
}

/** Where some of an item's bytes lie in the file. */
export interface AvifSpan {
  readonly item: number;
  readonly start: number;
  readonly end: number;
}

/**
 * The items in an `iinf` box (ISO/IEC 14496-12, §8.11.6).
 * @throws RangeError when a count points beyond the end.
 */
export function readItems(bytes: Buffer, info: Box): readonly AvifItem[] {
  const header = bytes[info.start] === 0 ? 6 : 8;
  return (boxesIn(bytes, info.start + header, info.end) ?? []).map((box) => {
    const version = bytes[box.start] ?? 0;
    if (version < 2) return { id: -1, type: 'old ', hasName: false, isXmp: false };
    const wide = version === 2 ? 0 : 2;
    const id = wide === 0 ? bytes.readUInt16BE(box.start + 4) : bytes.readUInt32BE(box.start + 4);
    const type = bytes.toString('latin1', box.start + 8 + wide, box.start + 12 + wide);
    const rest = bytes.subarray(box.start + 12 + wide, box.end);
    const isXmp = type === 'mime' && rest.toString('latin1') === XMP_TYPE;
    return { id, type, hasName: rest.some((byte) => byte !== 0), isXmp };
  });
}

/** An empty name, the type, and an empty encoding. */
const XMP_TYPE = '\0application/rdf+xml\0\0';

/**
 * Where the items of an `iloc` box lie (ISO/IEC 14496-12, §8.11.3).
 * @throws RangeError when a count points beyond the end, or when an item lies outside the file.
 */
export function readLocations(bytes: Buffer, locations: Box): readonly AvifSpan[] {
  let at = locations.start + 4;
  const read = (width: number): number => {
    const value =
      width === 0 ? 0 : bytes.readUIntBE(at + Math.max(0, width - 6), Math.min(width, 6));
    at += width;
    return value;
  };
  const version = bytes[locations.start] ?? 0;
  const sizes = read(2);
  const [offsetWidth, lengthWidth] = [sizes >> 12, (sizes >> 8) & 15];
  const [baseWidth, indexWidth] = [(sizes >> 4) & 15, version === 0 ? 0 : sizes & 15];
  const count = read(version < 2 ? 2 : 4);
  const spans: AvifSpan[] = [];
  for (let number = 0; number < count; number += 1) {
    const item = read(version < 2 ? 2 : 4);
    const method = version === 0 ? 0 : read(2) & 15;
    if (method !== 0) throw new RangeError('an item outside the data box');
    read(2);
    const base = read(baseWidth);
    const extents = read(2);
    for (let extent = 0; extent < extents; extent += 1) {
      read(indexWidth);
      const start = base + read(offsetWidth);
      const end = start + read(lengthWidth);
      if (end > bytes.length) throw new RangeError('an item beyond the end');
      spans.push({ item, start, end });
    }
  }
  return spans;
}
