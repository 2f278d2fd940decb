import type { Control } from './control.ts';
import { avifWithXmp, bytesOf, segment, tinyJpeg } from './control-media.ts';

/** The packet the controls expect, and one whose answer about machines is another. */
const PACKET = '<x:xmpmeta xmlns:x="adobe:ns:meta/"><!-- DMI-PROHIBITED --></x:xmpmeta>';
const OTHER_PACKET = PACKET.replace('PROHIBITED', 'ALLOWED');

function jpegWithXmp(...packets: readonly string[]): Buffer {
  const body = (packet: string): Buffer => bytesOf(`http://ns.adobe.com/xap/1.0/\0${packet}`);
  return tinyJpeg({ segments: packets.map((packet) => segment(0xe1, body(packet))) });
}

/** One packet is right in one picture: another, a second or none at all is not. */
export function packetControls(): readonly Control[] {
  const planted = (name: string, bytes: Buffer, ...mustFind: Control['mustFind']): Control => ({
    name,
    file: `media/${name}`,
    bytes,
    packet: PACKET,
    mustFind,
  });
  const missing = { rule: 'rights-missing', label: 'XMP' } as const;
  const metadata = (label: string) => ({ rule: 'image-metadata', label }) as const;
  return [
    planted('packet.jpg', jpegWithXmp(PACKET)),
    planted('packet.avif', avifWithXmp(PACKET)),
    planted('other-packet.jpg', jpegWithXmp(OTHER_PACKET), missing, metadata('APP1 segment')),
    planted('other-packet.avif', avifWithXmp(OTHER_PACKET), missing, metadata('AVIF item mime')),
    planted('two-packets.jpg', jpegWithXmp(PACKET, PACKET), metadata('a second XMP packet')),
    planted('two-packets.avif', avifWithXmp(PACKET, PACKET), metadata('a second XMP packet')),
    planted('no-packet.jpg', tinyJpeg(), missing),
  ];
}
