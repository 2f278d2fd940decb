import { withAvifPacket } from './avif-packet.ts';
import type { PhotoFormat } from './formats.ts';

/** What a picture says of text and data mining; search engines are apart from all other machines. */
export type Mining = 'prohibited' | 'search-only' | 'allowed';

/** Terms of the PLUS vocabulary that IPTC names for `plus:DataMining` (docs/consent.md §2.7). */
const TERMS: Readonly<Record<Mining, string>> = {
  prohibited: 'DMI-PROHIBITED',
  'search-only': 'DMI-PROHIBITED-EXCEPTSEARCHENGINEINDEXING',
  allowed: 'DMI-ALLOWED',
};

/** The neutral notice: no name, no day, nothing that tells one piece from another. */
export const RIGHTS_NOTICE =
  '© the contributor. Shared with permission on this site. Please ask before you copy.';

/**
 * The one XMP packet a published picture carries: a notice, the address of the page on consent, and
 * what machines may do with it. Nothing else is ever in it (docs/consent.md §2.7, T2, A19, A35). Pure:
 * the same answer gives the same bytes, so that the audit can hold the file against them.
 */
export function rightsPacket(say: {
  readonly mining: Mining;
  /** Absolute address of the page on consent; left out where the site has no address yet. */
  readonly statement?: string | undefined;
}): string {
  const statement =
    say.statement === undefined
      ? ''
      : `<xmpRights:WebStatement>${escaped(say.statement)}</xmpRights:WebStatement>`;
  return [
    '<?xpacket begin="\ufeff" id="W5M0MpCehiHzreSzNTczkc9d"?>',
    '<x:xmpmeta xmlns:x="adobe:ns:meta/">',
    '<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">',
    '<rdf:Description rdf:about=""',
    ' xmlns:dc="http://purl.org/dc/elements/1.1/"',
    ' xmlns:xmpRights="http://ns.adobe.com/xap/1.0/rights/"',
    ' xmlns:plus="http://ns.useplus.org/ldf/xmp/1.0/">',
    `<dc:rights><rdf:Alt><rdf:li xml:lang="x-default">${RIGHTS_NOTICE}</rdf:li></rdf:Alt></dc:rights>`,
    statement,
    `<plus:DataMining>http://ns.useplus.org/ldf/vocab/${TERMS[say.mining]}</plus:DataMining>`,
    '</rdf:Description></rdf:RDF></x:xmpmeta><?xpacket end="r"?>',
  ].join('');
}

/**
 * The picture with the packet in it, its pixels untouched. It is put into the finished bytes and not
 * left to the encoder, so one clean copy serves whatever was granted, and a changed grant changes the
 * bytes and the name at once. Takes only what this room made.
 * @throws when the bytes are not such a picture.
 */
export function withPacket(bytes: Uint8Array, format: PhotoFormat, packet: string): Uint8Array {
  return PUT_IN[format](bytes, packet);
}

const PUT_IN: Readonly<Record<PhotoFormat, (bytes: Uint8Array, packet: string) => Uint8Array>> = {
  avif: (bytes, packet) => withAvifPacket(bytes, Buffer.from(packet, 'utf8')),
  jpeg: withJpegPacket,
};

/** Segment APP1 with the name of its kind (XMP part 3, §1.1.3), after the JFIF header if there is one. */
function withJpegPacket(bytes: Uint8Array, packet: string): Uint8Array {
  if (bytes[0] !== 0xff || bytes[1] !== 0xd8) throw new Error('These bytes are no JPEG.');
  const body = Buffer.from(`http://ns.adobe.com/xap/1.0/\0${packet}`, 'utf8');
  const head = Buffer.from([0xff, 0xe1, 0, 0]);
  head.writeUInt16BE(body.length + 2, 2);
  const hasJfif = bytes[2] === 0xff && bytes[3] === 0xe0;
  const at = hasJfif ? 4 + (bytes[4] ?? 0) * 256 + (bytes[5] ?? 0) : 2;
  return Buffer.concat([bytes.subarray(0, at), head, body, bytes.subarray(at)]);
}

function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}
