import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';

/** Small files after faults that people reported, one folder each: kept outside the project. */
const CASES = resolve('../shared/cases');
export const areCasesThere = existsSync(CASES);

/** The bytes of a case by its place, or of what was made like it. */
export async function caseBytes(
  place: string,
  own: () => Promise<Buffer> | Buffer,
): Promise<Buffer> {
  const file = join(CASES, place);
  return existsSync(file) ? readFile(file) : own();
}

/** The same of a text. */
export async function caseText(place: string, own: string): Promise<string> {
  return (await caseBytes(place, () => Buffer.from(own))).toString('utf8');
}
