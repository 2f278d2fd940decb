import { createHash, randomBytes, timingSafeEqual } from 'node:crypto';
import { readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { writeAtomically } from '#state/atomic-write.ts';

const fileIn = (folder: string): string => join(folder, 'calendar.json');

/**
 * Makes the secret of the calendar's address; the one before it opens nothing from this moment.
 * Only its hash is kept in the desk's folder, so whoever reads that file cannot read the calendar.
 */
export async function newCalendarSecret(folder: string): Promise<string> {
  const secret = randomBytes(32).toString('base64url');
  await writeAtomically(fileIn(folder), JSON.stringify({ hash: hashOf(secret).toString('hex') }));
  return secret;
}

/** From this moment no address opens the calendar. */
export async function stopCalendar(folder: string): Promise<void> {
  await rm(fileIn(folder), { force: true });
}

/** Read at each request, so that stopping it needs no restart; what cannot be read opens nothing. */
export async function opensCalendar(folder: string, secret: string): Promise<boolean> {
  try {
    const { hash } = JSON.parse(await readFile(fileIn(folder), 'utf8')) as { hash: string };
    const kept = Buffer.from(hash, 'hex');
    const asked = hashOf(secret);
    return kept.length === asked.length && timingSafeEqual(kept, asked);
  } catch {
    return false;
  }
}

function hashOf(secret: string): Buffer {
  return createHash('sha256').update(secret).digest();
}
