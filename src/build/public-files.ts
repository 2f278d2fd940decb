import { copyFile, mkdir, rm } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { fileDigest } from '#repository/content-files.ts';
import { Fault } from '#records/fault.ts';

/**
 * The files of `public/` that the program brings with it, by their sha256: no other is published,
 * whoever put it there. One that is changed on purpose gets its new sha256 here.
 */
export const PUBLIC_FILES: Readonly<Record<string, string>> = {
  'card.png': '842279af0d2c55491efda5383b54a9f76961835f34becb09458c344443ce2aae',
  'favicon.svg': 'c311e26ae1d47e8650edcc47eb52c95bfdb336c8458767cf8355892d423e34b8',
};

/** Copies them into a fresh folder, from which the site takes them. @throws where one is not as it was shipped */
export async function gatherPublic(from: string, to: string): Promise<void> {
  await rm(to, { recursive: true, force: true });
  await mkdir(to, { recursive: true });
  for (const [file, digest] of Object.entries(PUBLIC_FILES)) {
    await mkdir(dirname(join(to, file)), { recursive: true });
    await copyFile(join(from, file), join(to, file)).catch(() => undefined);
    if ((await fileDigest(join(to, file))) !== digest)
      throw new Fault('public-file-changed', { file });
  }
}
