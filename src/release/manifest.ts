import type { Use } from '#consent/uses.ts';

/** One file of the release tree, and what lets it be there. */
export interface ManifestFile {
  /** Relative to the release tree. */
  readonly file: string;
  readonly sha256: string;
  /** The contribution and part it comes from; absent for facilitators' own records. */
  readonly contribution?: string | undefined;
  readonly part?: string | undefined;
  readonly uses?: readonly Use[] | undefined;
  /** Media only: the name of its clean copy in the cache, whose bytes hold no packet yet. */
  readonly cached?: string | undefined;
}

/** `manifest.json`: every file of the release tree with its digest and the reason it is there. */
export interface Manifest {
  readonly schema: 'living-roots/release@1';
  /** The London day it was made for. */
  readonly built_for: string;
  readonly files: readonly ManifestFile[];
}
