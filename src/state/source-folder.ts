import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The folder of the program's own source, `src`. */
export const SOURCE_FOLDER = fileURLToPath(new URL('..', import.meta.url));

/** What is made once for each version of the program, beside the packages it is made of: nothing of an archive. */
export const PROGRAM_CACHE = join(SOURCE_FOLDER, '..', 'node_modules', '.cache');
