import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { brotliCompress, brotliDecompress, constants } from 'node:zlib';
import type { EditorFiles } from '#server/desk-context.ts';
import { keepCompressed, etagOf } from '#server/site/compressed-body.ts';
import { writeAtomically } from '#state/atomic-write.ts';

const pack = promisify(brotliCompress);
const unpack = promisify(brotliDecompress);

/**
 * Packs the editor's largest file as small as brotli can, which takes about twelve seconds of one core,
 * and keeps it in `folder` for the next start. Until then it is sent a little larger.
 */
export async function packEditor(admin: EditorFiles, folder: string): Promise<void> {
  const found = await admin.read(admin.largest, undefined);
  if (found === undefined) return;
  const bytes = Buffer.from(found.body);
  const mark = etagOf(bytes);
  const file = join(folder, `${mark}.br`);
  const kept = await readFile(file).catch(() => undefined);
  const whole = kept && (await unpack(kept).catch(() => undefined));
  if (kept !== undefined && whole?.equals(bytes)) return keepCompressed(mark, kept);
  const packed = await pack(bytes, {
    params: {
      [constants.BROTLI_PARAM_QUALITY]: constants.BROTLI_MAX_QUALITY,
      [constants.BROTLI_PARAM_SIZE_HINT]: bytes.byteLength,
    },
  });
  keepCompressed(mark, packed);
  await writeAtomically(file, packed);
}
