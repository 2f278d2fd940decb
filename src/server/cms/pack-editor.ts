import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { brotliCompress, brotliDecompress, constants } from 'node:zlib';
import type { EditorFiles } from '#server/desk-context.ts';
import { keepCompressed, etagOf } from '#server/site/compressed-body.ts';
import { NO_EDITOR } from '#server/roles.ts';
import { writeAtomically } from '#state/atomic-write.ts';

const pack = promisify(brotliCompress);
const unpack = promisify(brotliDecompress);

/**
 * Packs the editor's largest file as small as brotli can, which takes about twelve seconds of one core,
 * and keeps it for the next start in the first of the folders that can be written to. Until then it is
 * sent a little larger.
 */
export async function packEditor(admin: EditorFiles, folders: readonly string[]): Promise<void> {
  const found = await admin.read(admin.largest, { ...NO_EDITOR, language: 'en' });
  if (found === undefined) return;
  const bytes = Buffer.from(found.body);
  const mark = etagOf(bytes);
  const files = folders.map((folder) => join(folder, `${mark}.br`));
  const kept = await keptIn(files, bytes);
  const packed = kept ?? (await smallest(bytes));
  keepCompressed(mark, packed);
  if (kept === undefined) await keepIn(files, packed);
}

/** What was packed before, if it is whole. */
async function keptIn(files: readonly string[], bytes: Buffer): Promise<Buffer | undefined> {
  for (const file of files) {
    const kept = await readFile(file).catch(() => undefined);
    const whole = kept && (await unpack(kept).catch(() => undefined));
    if (whole?.equals(bytes)) return kept;
  }
  return undefined;
}

function smallest(bytes: Buffer): Promise<Buffer> {
  return pack(bytes, {
    params: {
      [constants.BROTLI_PARAM_QUALITY]: constants.BROTLI_MAX_QUALITY,
      [constants.BROTLI_PARAM_SIZE_HINT]: bytes.byteLength,
    },
  });
}

async function keepIn(files: readonly string[], packed: Buffer): Promise<void> {
  for (const file of files) {
    const isKept = await writeAtomically(file, packed).then(
      () => true,
      () => false,
    );
    if (isKept) return;
  }
}
