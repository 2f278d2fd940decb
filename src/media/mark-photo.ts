import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { PHOTO_FORMATS, type PhotoFormat } from './formats.ts';
import type { CleanPhoto, DerivedFile } from './media.ts';
import { withPacket } from './rights-packet.ts';

/** What the copies of a photograph are once the packet is in them: other names, sizes and digests. */
export async function markedPhoto(photo: CleanPhoto, packet: string): Promise<CleanPhoto> {
  const marked = async (file: DerivedFile, format: PhotoFormat): Promise<DerivedFile> => {
    const bytes = withPacket(await readFile(file.file), format, packet);
    const sha256 = createHash('sha256').update(bytes).digest('hex');
    const name = `${sha256.slice(0, 20)}${file.name.slice(file.name.lastIndexOf('.'))}`;
    return { ...file, name, sha256, bytes: bytes.length };
  };
  const copies = await Promise.all(
    PHOTO_FORMATS.map(
      async (format) =>
        [
          format,
          await Promise.all(photo.copies[format].map((copy) => marked(copy, format))),
        ] as const,
    ),
  );
  return {
    notes: photo.notes,
    copies: Object.fromEntries(copies) as unknown as CleanPhoto['copies'],
  };
}
