import ExifReader from 'exifreader';
import { parseBuffer } from 'music-metadata';
import type { StructureIssue } from './structure-issue.ts';

/**
 * A second opinion on a picture, from a reader that knows Exif, GPS, XMP, IPTC, colour profiles,
 * maker's notes and thumbnails in every format it can open. Each kind found is one issue, but for
 * XMP that is the expected packet and nothing more.
 */
export function pictureTags(bytes: Buffer, packet?: string): readonly StructureIssue[] {
  let groups: Record<string, unknown>;
  try {
    groups = { ...ExifReader.load(bytes, { expanded: true, includeUnknown: true }) };
  } catch {
    // The reader throws when there is nothing to read, and when the file is damaged; the structural
    // check has already refused the second.
    return [];
  }
  const issues: StructureIssue[] = [];
  for (const group of Object.keys(groups)) {
    if (DRAWS.has(group) || (group === 'xmp' && isPacket(groups[group], packet))) continue;
    const rule = group === 'Thumbnail' ? 'embedded-picture' : 'image-metadata';
    issues.push({ rule, label: GROUP_NAMES.get(group) ?? group });
  }
  return issues;
}

/** The reader joins all XMP it finds, so more than the packet is not the packet. */
function isPacket(found: unknown, packet: string | undefined): boolean {
  const isRead = typeof found === 'object' && found !== null && '_raw' in found;
  return isRead && packet !== undefined && found._raw === packet;
}

/** Groups that only repeat size, depth and colour type. */
const DRAWS: ReadonlySet<string> = new Set(['file', 'jfif', 'png', 'pngFile', 'gif']);

const GROUP_NAMES: ReadonlyMap<string, string> = new Map([
  ['exif', 'Exif'],
  ['gps', 'GPS position'],
  ['xmp', 'XMP'],
  ['iptc', 'IPTC'],
  ['icc', 'colour profile'],
  ['makerNotes', 'maker’s notes'],
  ['mpf', 'further pictures'],
  ['photoshop', 'Photoshop data'],
  ['pngText', 'PNG text'],
]);

/**
 * A second opinion on a recording, from a reader that knows ID3, APE, Vorbis, MP4 and Matroska tags.
 * Only the name of the program that encoded it may be there. Each tag found is one issue, by its name.
 */
export async function soundTags(
  bytes: Buffer,
  mimeType?: string,
): Promise<readonly StructureIssue[]> {
  try {
    const { native, common, format } = await parseBuffer(bytes, { mimeType }, { duration: false });
    const names = new Set<string>();
    for (const [kind, tags] of Object.entries(native)) {
      for (const { id, value } of tags) {
        const isThere = value !== undefined && value !== null && value !== '';
        if (isThere && !ENCODER.test(id)) names.add(`${kind} ${id.slice(0, 32)}`);
      }
    }
    const issues: StructureIssue[] = [...names].map((label) => ({ rule: 'sound-metadata', label }));
    if ((common.picture?.length ?? 0) > 0)
      issues.push({ rule: 'embedded-picture', label: 'cover' });
    if ((format.chapters?.length ?? 0) > 0)
      issues.push({ rule: 'sound-metadata', label: 'chapters' });
    return issues;
  } catch {
    // A file this reader cannot open is for the structural check to refuse.
    return [];
  }
}

const ENCODER = /(?:^|:)(?:encod(?:er|ing|ersettings)|TSSE|©too|(?:writing|muxing)_?app)$/i;
