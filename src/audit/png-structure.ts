import { type StructureIssue, shownName } from './structure-issue.ts';

/**
 * Holds a PNG to the chunks that draw it, with no text, time, profile, Exif or animation, and
 * nothing after IEND (PNG, third edition, §11). Pure; never throws.
 */
export function pngIssues(bytes: Buffer): readonly StructureIssue[] {
  const issues: StructureIssue[] = [];
  for (let at = 8; at + 12 <= bytes.length;) {
    const length = bytes.readUInt32BE(at);
    const name = bytes.toString('latin1', at + 4, at + 8);
    if (!DRAWS.has(name)) {
      issues.push({ rule: 'image-metadata', label: `PNG chunk ${shownName(name)}` });
    }
    at += 12 + length;
    if (name !== 'IEND') continue;
    if (length > 0 || at < bytes.length) {
      issues.push({ rule: 'trailing-bytes', label: 'after the end of the PNG' });
    }
    return issues;
  }
  return [...issues, { rule: 'damaged-media', label: 'the PNG has no end' }];
}

const DRAWS: ReadonlySet<string> = new Set([
  ...['IHDR', 'PLTE', 'IDAT', 'IEND', 'tRNS', 'gAMA', 'cHRM', 'sRGB', 'sBIT', 'bKGD', 'pHYs'],
  ...['hIST', 'cICP'],
]);
