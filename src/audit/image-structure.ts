import { avifIssues } from './avif-structure.ts';
import { jpegIssues } from './jpeg-structure.ts';
import type { ImageKind } from './media-kind.ts';
import { pngIssues } from './png-structure.ts';
import { packetIssues, type StructureIssue } from './structure-issue.ts';

/**
 * Everything in a picture that the allow-list of its format does not name. `packet` is the one XMP
 * packet it must carry; only what the archive makes can. Pure; never throws.
 */
export function imageIssues(
  kind: ImageKind,
  bytes: Buffer,
  packet?: string,
): readonly StructureIssue[] {
  switch (kind) {
    case 'jpeg':
      return jpegIssues(bytes, packet);
    case 'avif':
      return avifIssues(bytes, packet);
    case 'png':
      return [...pngIssues(bytes), ...packetIssues(packet, 0)];
    case 'ico':
      return [...iconIssues(bytes), ...packetIssues(packet, 0)];
    case 'other-image':
      return packetIssues(packet, 0);
  }
}

/** An icon is a list of pictures: they must fill it, and those that are PNG must be clean. */
function iconIssues(bytes: Buffer): readonly StructureIssue[] {
  const count = bytes.readUInt16LE(4);
  const issues: StructureIssue[] = [];
  let end = 6 + 16 * count;
  for (let number = 0; number < count; number += 1) {
    const entry = 6 + 16 * number;
    if (entry + 16 > bytes.length)
      return [{ rule: 'damaged-media', label: 'the icon is cut short' }];
    const start = bytes.readUInt32LE(entry + 12);
    const stop = start + bytes.readUInt32LE(entry + 8);
    const picture = bytes.subarray(start, stop);
    if (picture.toString('latin1', 1, 4) === 'PNG') issues.push(...pngIssues(picture));
    end = Math.max(end, stop);
  }
  if (end === bytes.length) return issues;
  return [...issues, { rule: 'trailing-bytes', label: 'after the end of the icon' }];
}
