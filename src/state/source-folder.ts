import { fileURLToPath } from 'node:url';

/** The folder of the program's own source, `src`. */
export const SOURCE_FOLDER = fileURLToPath(new URL('..', import.meta.url));
