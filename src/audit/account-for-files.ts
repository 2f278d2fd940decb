import type { Finding } from './findings.ts';

/** What the release manifest and the site's own list say must be in the folder. */
export interface ExpectedFiles {
  /** Path → SHA-256 in hexadecimal, for every file whose bytes are known beforehand. */
  readonly exact: ReadonlyMap<string, string>;
  /** Files whose bytes are not known beforehand, but which must be there. */
  readonly present: ReadonlySet<string>;
  /** Files that may be there, such as `_astro/x.[hash].css`. The whole path must match. */
  readonly allowed: readonly RegExp[];
}

/**
 * Compares what is in a folder with what should be: every file explained and none missing
 * (docs/consent.md, T4 and A30). Pure. Paths are relative, with `/`; digests are SHA-256 in hexadecimal.
 */
export function accountForFiles(input: {
  readonly expected: ExpectedFiles;
  readonly found: ReadonlyMap<string, string>;
}): readonly Finding[] {
  const { expected, found } = input;
  const findings: Finding[] = [];
  for (const [file, digest] of found) {
    const released = expected.exact.get(file);
    if (released !== undefined) {
      if (released !== digest) findings.push({ file, rule: 'changed-file' });
    } else if (!expected.present.has(file) && !isAllowed(file, expected.allowed)) {
      findings.push({ file, rule: 'unexplained-file' });
    }
  }
  for (const file of new Set([...expected.exact.keys(), ...expected.present])) {
    if (!found.has(file)) findings.push({ file, rule: 'missing-file' });
  }
  return findings.sort((one, other) => (one.file < other.file ? -1 : 1));
}

// A pattern that matches only part of a path would explain `deep/_astro/x.css.map` as well, and with
// the `m` flag one line of a name with a line break in it; both are closed here, not left to callers.
function isAllowed(file: string, allowed: readonly RegExp[]): boolean {
  return allowed.some(({ source, flags }) =>
    new RegExp(`^(?:${source})$`, flags.replace('m', '')).test(file),
  );
}
