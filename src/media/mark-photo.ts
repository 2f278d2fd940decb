import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import type { CleanPhoto, DerivedFile } from './media.ts';
import { withPacket } from './rights-packet.ts';

/** What the copies of a photograph are once the packet is in them: other names, sizes and digests. */
export async function markedPhoto(photo: CleanPhoto, packet: string): Promise<CleanPhoto> {
  const marked = async (file: DerivedFile): Promise<DerivedFile> => {
    const bytes = withPacket(await readFile(file.file), file.type, packet);
    const sha256 = createHash('sha256').update(bytes).digest('hex');
    const name = `${sha256.slice(0, 20)}${file.name.slice(file.name.lastIndexOf('.'))}`;
    return { ...file, name, sha256, bytes: bytes.length };
  };
  return {
    notes: photo.notes,
    avif: await Promise.all(photo.avif.map(marked)),
    jpeg: await marked(photo.jpeg),
  };
}
