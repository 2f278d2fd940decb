import { join } from 'node:path';

/** What lives in the desk's folder as long as one process: copies of the content, half-made commits. */
export function runFolder(folder: string): string {
  return join(folder, `run-${process.pid}`);
}
