/** One box of an ISO base media file (ISO/IEC 14496-12, §4.2). */
export interface Box {
  readonly type: string;
  /** Where its body starts and ends in the bytes that were read. */
  readonly start: number;
  readonly end: number;
}

/** The boxes between two bytes, in order; `undefined` when they do not fill that space exactly. */
export function boxesIn(bytes: Buffer, from: number, to: number): readonly Box[] | undefined {
  const boxes: Box[] = [];
  for (let at = from; at < to;) {
    if (at + 8 > to) return undefined;
    let size = bytes.readUInt32BE(at);
    let header = 8;
    if (size === 1) {
      if (at + 16 > to) return undefined;
      size = Number(bytes.readBigUInt64BE(at + 8));
      header = 16;
    } else if (size === 0) size = to - at;
    if (size < header || at + size > to) return undefined;
    boxes.push({
      type: bytes.toString('latin1', at + 4, at + 8),
      start: at + header,
      end: at + size,
    });
    at += size;
  }
  return boxes;
}
