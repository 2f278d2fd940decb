/**
 * Cuts the letters of the site anew and keeps them in `letters/`: `npm run letters`.
 */
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { cutLetters, LETTERS } from './cut-letters.ts';

await mkdir(LETTERS, { recursive: true });
for (const [name, bytes] of await cutLetters()) await writeFile(join(LETTERS, name), bytes);
