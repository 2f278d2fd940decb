import { mkdtemp, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { builtPages, DeskPagesError } from '#cli/desk-pages.ts';

test('where the drawn pages cannot be kept, the folder, the reason and what to do are named', async () => {
  const file = join(await mkdtemp(join(tmpdir(), 'read-only-')), 'file');
  await writeFile(file, '');
  const kept = join(file, 'desk-pages');
  const refused = await builtPages(kept).catch((error: unknown) => error);
  expect(refused).toBeInstanceOf(DeskPagesError);
  const { message } = refused as DeskPagesError;
  expect(message).toContain(`${kept} cannot be written to (ENOTDIR)`);
  expect(message).toContain('Start the archive once as a user who may write there');
  expect(message).toContain('Nothing was built and nothing was changed.');
});
