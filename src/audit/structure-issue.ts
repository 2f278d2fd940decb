import type { FindingRule } from './findings.ts';

/** Something in a media file that the allow-list of its format does not name. */
export interface StructureIssue {
  readonly rule: FindingRule;
  /** The part of the format, such as `APP1 segment`; never what it holds. */
  readonly label: string;
}

/** Four letters of a box or chunk name, with anything unprintable shown as a dot. */
export function shownName(name: string): string {
  return name.replace(/[^\x21-\x7e]/g, '.');
}

/** A picture that must carry its packet carries it exactly once (docs/consent.md, A19). */
export function packetIssues(
  expected: string | undefined,
  found: number,
): readonly StructureIssue[] {
  if (expected === undefined || found === 1) return [];
  return found === 0
    ? [{ rule: 'rights-missing', label: 'XMP' }]
    : [{ rule: 'image-metadata', label: 'a second XMP packet' }];
}
