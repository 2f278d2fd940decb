import { randomUUID } from 'node:crypto';
import { join } from 'node:path';
import { afterAll, inject } from 'vitest';

/** Files that share a process leave its environment as they found it. */
const before = { ...process.env };

/** What a file builds is its own: it waits for no other file, and leaves the archive of this folder alone. */
process.env['ARCHIVE_STATE'] = join(inject('runFolder'), 'states', randomUUID());

afterAll(() => {
  for (const name of Object.keys(process.env)) if (!(name in before)) delete process.env[name];
  Object.assign(process.env, before);
});
