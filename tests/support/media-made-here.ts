import sharp from 'sharp';

/** A photograph with a marker in its metadata and a picture that no other has. */
export async function photographWith(marker: string, seed: number): Promise<Buffer> {
  const width = 640;
  const height = 480;
  const pixels = Buffer.alloc(width * height * 3);
  for (let at = 0; at < pixels.length; at += 3) {
    const x = (at / 3) % width;
    const y = Math.floor(at / 3 / width);
    pixels[at] = (x * seed) % 256;
    pixels[at + 1] = (y * (seed + 3)) % 256;
    pixels[at + 2] = (x + y + seed * 40) % 256;
  }
  return sharp(pixels, { raw: { width, height, channels: 3 } })
    .withExif({
      IFD0: { Artist: marker, ImageDescription: marker },
      IFD3: {
        GPSLatitudeRef: 'N',
        GPSLatitude: '51/1 30/1 0/1',
        GPSLongitudeRef: 'W',
        GPSLongitude: '0/1 20/1 0/1',
      },
    })
    .withXmp(
      `<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"><rdf:Description xmlns:dc="http://purl.org/dc/elements/1.1/" dc:creator="${marker}"/></rdf:RDF></x:xmpmeta>`,
    )
    .jpeg()
    .toBuffer();
}

/** Two seconds of a tone as WAV, with a marker in its INFO list. */
export function soundWith(marker: string, hertz: number): Buffer {
  const rate = 16_000;
  const samples = Buffer.alloc(rate * 2 * 2);
  for (let at = 0; at < samples.length / 2; at += 1) {
    samples.writeInt16LE(Math.round(9_000 * Math.sin((2 * Math.PI * hertz * at) / rate)), at * 2);
  }
  const text = Buffer.from(`${marker}${marker.length % 2 === 0 ? '\0\0' : '\0'}`);
  const info = Buffer.concat([Buffer.from('INFOIART'), uint32(text.length), text]);
  const format = Buffer.alloc(16);
  format.writeUInt16LE(1, 0);
  format.writeUInt16LE(1, 2);
  format.writeUInt32LE(rate, 4);
  format.writeUInt32LE(rate * 2, 8);
  format.writeUInt16LE(2, 12);
  format.writeUInt16LE(16, 14);
  const body = Buffer.concat([
    Buffer.from('WAVEfmt '),
    uint32(16),
    format,
    Buffer.from('LIST'),
    uint32(info.length),
    info,
    Buffer.from('data'),
    uint32(samples.length),
    samples,
  ]);
  return Buffer.concat([Buffer.from('RIFF'), uint32(body.length), body]);
}

function uint32(value: number): Buffer {
  const bytes = Buffer.alloc(4);
  bytes.writeUInt32LE(value);
  return bytes;
}
