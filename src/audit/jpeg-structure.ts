import { packetIssues, type StructureIssue } from './structure-issue.ts';

/**
 * Holds a JPEG to what draws it: SOI, a JFIF or Adobe header without a thumbnail, tables, one frame,
 * scans, EOI, and nothing after it (ITU-T T.81, annex B; JFIF 1.02). Every table must be exactly as
 * long as it says, so that nothing can stand behind it. `packet` is the XMP it must carry, once and
 * byte for byte; without it there may be none. Pure; never throws.
 */
export function jpegIssues(bytes: Buffer, packet?: string): readonly StructureIssue[] {
  const issues: StructureIssue[] = [];
  const expected = packet === undefined ? undefined : Buffer.from(`${XMP_NAME}${packet}`, 'utf8');
  let packets = 0;
  let frames = 0;
  let at = 2;
  while (at < bytes.length) {
    if (bytes[at] !== 0xff) return [...issues, damaged('a marker is missing')];
    while (bytes[at + 1] === 0xff) at += 1;
    const marker = bytes[at + 1] ?? 0;
    if (marker === EOI) {
      if (at + 2 < bytes.length) issues.push(afterEnd(bytes.subarray(at + 2)));
      issues.push(...packetIssues(packet, packets));
      return frames === 1 ? issues : [...issues, damaged('there is not exactly one frame')];
    }
    if (marker === SOI) return [...issues, secondPicture];
    const length = at + 4 <= bytes.length ? bytes.readUInt16BE(at + 2) : 0;
    if (length < 2 || at + 2 + length > bytes.length)
      return [...issues, damaged('it is cut short')];
    const body = bytes.subarray(at + 4, at + 2 + length);
    const isPacket = marker === APP1 && expected?.equals(body) === true;
    const issue = isPacket ? undefined : segmentIssue(marker, body);
    if (isPacket) packets += 1;
    if (issue !== undefined) issues.push(issue);
    if (isFrame(marker)) frames += 1;
    if (frames > 1) return [...issues, secondPicture];
    at += 2 + length;
    if (marker === SOS) at = endOfScan(bytes, at);
  }
  return [...issues, damaged('it has no end')];
}

const SOI = 0xd8;
const EOI = 0xd9;
const SOS = 0xda;
const DHT = 0xc4;
const DQT = 0xdb;
const DRI = 0xdd;
const APP0 = 0xe0;
const APP1 = 0xe1;
const APP14 = 0xee;
const COM = 0xfe;

/** What a segment with XMP begins with (XMP part 3, §1.1.3); a continued one begins otherwise. */
const XMP_NAME = 'http://ns.adobe.com/xap/1.0/\0';

const secondPicture: StructureIssue = { rule: 'embedded-picture', label: 'second JPEG picture' };

function damaged(label: string): StructureIssue {
  return { rule: 'damaged-media', label };
}

function afterEnd(rest: Buffer): StructureIssue {
  const isPicture = rest.indexOf(Buffer.from([0xff, 0xd8, 0xff])) >= 0;
  return isPicture ? secondPicture : { rule: 'trailing-bytes', label: 'after the end of the JPEG' };
}

function isFrame(marker: number): boolean {
  return marker >= 0xc0 && marker <= 0xcf && marker !== DHT && marker !== 0xc8 && marker !== 0xcc;
}

function segmentIssue(marker: number, body: Buffer): StructureIssue | undefined {
  if (marker === APP0) return jfifIssue(body);
  if (marker === APP14) {
    const isAdobe = body.length === 12 && body.toString('latin1', 0, 5) === 'Adobe';
    return isAdobe ? undefined : { rule: 'image-metadata', label: 'APP14 segment' };
  }
  if (marker > APP0 && marker <= 0xef) {
    return { rule: 'image-metadata', label: `APP${marker - APP0} segment` };
  }
  if (marker === COM) return { rule: 'image-metadata', label: 'comment segment' };
  return hasExactLength(marker, body)
    ? undefined
    : { rule: 'trailing-bytes', label: `segment ${marker.toString(16)}` };
}

function jfifIssue(body: Buffer): StructureIssue | undefined {
  if (body.toString('latin1', 0, 5) !== 'JFIF\0') {
    return { rule: 'embedded-picture', label: 'APP0 segment that is not a plain JFIF header' };
  }
  if (body[12] !== 0 || body[13] !== 0) {
    return { rule: 'embedded-picture', label: 'JFIF thumbnail' };
  }
  return body.length === 14 ? undefined : { rule: 'trailing-bytes', label: 'JFIF header' };
}

/** Whether a segment is one that draws the picture, and is as long as its own counts say. */
function hasExactLength(marker: number, body: Buffer): boolean {
  if (marker === DRI) return body.length === 2;
  if (marker === SOS) return body.length === 4 + 2 * (body[0] ?? 0);
  if (isFrame(marker)) return body.length === 6 + 3 * (body[5] ?? 0);
  if (marker === DQT) return fillsExactly(body, (at) => ((body[at] ?? 0) >> 4 === 0 ? 65 : 129));
  if (marker === DHT) {
    return fillsExactly(body, (at) => body.subarray(at + 1, at + 17).reduce((a, b) => a + b, 17));
  }
  return false;
}

function fillsExactly(body: Buffer, lengthAt: (at: number) => number): boolean {
  let at = 0;
  while (at < body.length) at += lengthAt(at);
  return at === body.length;
}

/** The next marker after the packed pixels that start at a byte; restarts belong to the pixels. */
function endOfScan(bytes: Buffer, from: number): number {
  for (let at = bytes.indexOf(0xff, from); at >= 0; at = bytes.indexOf(0xff, at + 1)) {
    const next = bytes[at + 1] ?? 0;
    const isInside = next === 0 || next === 0xff || (next >= 0xd0 && next <= 0xd7);
    if (!isInside) return at;
  }
  return bytes.length;
}
