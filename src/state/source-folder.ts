import { fileURLToPath } from 'node:url';

/** The folder of the program's own source, `src`. */
export const SOURCE = fileURLToPath(new URL('..', import.meta.url));
