import { resolve } from 'node:path';

/**
 * The folder of the release tree that this process reads: `ARCHIVE_RELEASE`, or `.archive/release`.
 * Set by the build command for the Astro build it starts.
 */
export function releaseFolder(): string {
  return resolve(process.env['ARCHIVE_RELEASE'] ?? '.archive/release');
}
