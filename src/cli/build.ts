import { build as buildSite, type BuildInput } from '#build/build.ts';
import type { Outcome } from './printer.ts';
import { buildWatch, buildWords } from './words/build.ts';

/** Builds the site and tells of it while it runs, and how it ended. */
export async function build(input: Omit<BuildInput, 'watch'>): Promise<Outcome> {
  return buildWords(await buildSite({ ...input, watch: buildWatch }));
}
