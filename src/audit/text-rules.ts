import type { StructureIssue } from './structure-issue.ts';
import { thirdPartyAddresses } from './third-party.ts';

/**
 * What a text gives away about how it was made, or fetches from elsewhere. `name` is the file's name
 * and decides how its text is read; `ownOrigin` is such as `https://archive.example`. Pure.
 */
export function textIssues(text: {
  readonly text: string;
  readonly name: string;
  readonly ownOrigin?: string;
}): readonly StructureIssue[] {
  const issues: StructureIssue[] = [];
  if (SOURCE_MAP.test(text.text)) {
    issues.push({ rule: 'source-map', label: 'address of a source map' });
  }
  for (const [label, pattern] of MACHINE_PATHS) {
    if (pattern.test(text.text)) issues.push({ rule: 'machine-path', label });
  }
  return [...issues, ...thirdPartyAddresses(text)];
}

const SOURCE_MAP = /[#@]\s*sourceMappingURL\s*=/;

/**
 * Folders that are on a machine and not on a site. Two parts at least, and nothing that an address
 * has before them, so that `/work/` as a page and `either/home/or` in a sentence pass.
 */
const MACHINE_PATHS: readonly (readonly [string, RegExp])[] = [
  ['file address', /\bfile:\/\/\/?[\w%]/i],
  ['home folder', /(?<![\w./%~-])\\?\/home\\?\/[\w.@-]+\\?\/[\w.@-]/],
  ['home folder', /(?<![\w./%~-])\\?\/Users\\?\/[\w.@-]+\\?\/[\w.@-]/],
  ['root folder', /(?<![\w./%~-])\\?\/root\\?\/[\w.@-]/],
  ['work folder', /(?<![\w./%~-])\\?\/work\\?\/[\w.@-]+\\?\/[\w.@-]/],
  ['temporary folder', /(?<![\w./%~-])\\?\/tmp\\?\/[\w.@-]+\\?\/[\w.@-]/],
  ['Windows folder', /\b[A-Za-z]:(?:\\{1,2}|\/)Users(?:\\{1,2}|\/)\w/i],
];
