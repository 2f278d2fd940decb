import { createHash } from 'node:crypto';
import sharp, { type Sharp } from 'sharp';
import { describe, expect, test } from 'vitest';
import { avifWithXmp, bytesOf, exifSegment, segment, tinyJpeg } from '#audit/control-media.ts';
import { deepScan } from '#audit/deep-scan.ts';
import { rightsPacket, withPacket } from '#media/rights-packet.ts';
import { folderWith, inShort, NOTHING, scanOf, watching } from './folders.ts';

/** A picture with something to see in it: bands of colour and noise. */
function picture(channels: 3 | 4 = 3): Sharp {
  const noise = { type: 'gaussian', mean: 120, sigma: 40 } as const;
  const create = { width: 320, height: 200, channels, background: '#a53c', noise };
  return sharp({ create });
}

const jpeg = await picture().jpeg({ mozjpeg: true }).toBuffer();
const avif = await picture().avif({ quality: 50, effort: 1 }).toBuffer();
const png = await picture().png().toBuffer();

async function found(file: string, bytes: Buffer): Promise<readonly string[]> {
  return (await scanOf({ [file]: bytes })).findings.map(({ rule, label }) => `${rule}: ${label}`);
}

/** A file with some bytes put in at a place. */
function withBytes(file: Buffer, at: number, added: Buffer): Buffer {
  return Buffer.concat([file.subarray(0, at), added, file.subarray(at)]);
}

test('passes the copies that the archive makes', async () => {
  const progressive = await picture().jpeg({ progressive: true }).toBuffer();
  const clear = await picture(4).avif({ quality: 50, effort: 1 }).toBuffer();
  const files = {
    'media/a-960.jpg': jpeg,
    'media/a-480.avif': avif,
    'media/b.avif': clear,
    'media/b.jpg': progressive,
    'media/c.jpg': tinyJpeg(),
    'icon.png': png,
  };
  const scan = await scanOf(files);
  expect(inShort(scan)).toEqual([]);
  expect(scan.counts.images).toBe(6);
});

describe('a JPEG', () => {
  test.each([
    ['Exif', exifSegment({ description: 'x' }), 'image-metadata: APP1 segment'],
    ['a place', exifSegment({ description: 'x' }), 'image-metadata: GPS position'],
    ['a comment', segment(0xfe, bytesOf('hello')), 'image-metadata: comment segment'],
    ['Photoshop data', segment(0xed, bytesOf('Photoshop 3.0\0')), 'image-metadata: APP13 segment'],
    [
      'a colour profile',
      segment(0xe2, bytesOf('ICC_PROFILE\0', 1, 1)),
      'image-metadata: APP2 segment',
    ],
    [
      'a JFIF extension',
      segment(0xe0, bytesOf('JFXX\0', 16)),
      'embedded-picture: APP0 segment that is not a plain JFIF header',
    ],
    [
      'a JFIF thumbnail',
      segment(0xe0, bytesOf('JFIF\0', 1, 1, 0, 0, 1, 0, 1, 1, 1, 9, 9, 9)),
      'embedded-picture: JFIF thumbnail',
    ],
    [
      'words behind a JFIF header',
      segment(0xe0, bytesOf('JFIF\0', 1, 1, 0, 0, 1, 0, 1, 0, 0, 'x')),
      'trailing-bytes: JFIF header',
    ],
    [
      'a long Adobe segment',
      segment(0xee, bytesOf('Adobe', 0, 100, 0, 0, 0, 0, 0, 'words')),
      'image-metadata: APP14 segment',
    ],
    [
      'words behind a table',
      segment(0xdb, bytesOf(0, ...new Array<number>(64).fill(1), 'words')),
      'trailing-bytes: segment db',
    ],
    [
      'words in a restart interval',
      segment(0xdd, bytesOf(0, 0, 'words')),
      'trailing-bytes: segment dd',
    ],
    ['an unknown segment', segment(0xf0, bytesOf('words')), 'trailing-bytes: segment f0'],
  ])('fails with %s', async (_what, added, expected) => {
    expect(await found('media/a.jpg', withBytes(jpeg, 2, added))).toContain(expected);
  });

  test('fails with an Exif thumbnail', async () => {
    const exif = exifSegment({ description: 'x', thumbnail: tinyJpeg() });
    expect(await found('media/a.jpg', withBytes(jpeg, 2, exif))).toContain(
      'embedded-picture: Thumbnail',
    );
  });

  test('fails with words, or a second picture, after its end', async () => {
    expect(await found('media/a.jpg', Buffer.concat([jpeg, bytesOf('x')]))).toEqual([
      'trailing-bytes: after the end of the JPEG',
    ]);
    expect(await found('media/a.jpg', Buffer.concat([jpeg, jpeg]))).toEqual([
      'embedded-picture: second JPEG picture',
    ]);
  });

  test('fails with a second picture before its end, and when it is cut short', async () => {
    const inside = Buffer.concat([jpeg.subarray(0, jpeg.length - 2), jpeg]);
    expect(await found('media/a.jpg', inside)).toEqual(['embedded-picture: second JPEG picture']);
    const cut = jpeg.subarray(0, jpeg.length - 2);
    expect(await found('media/a.jpg', cut)).toEqual(['damaged-media: it has no end']);
    expect(await found('media/a.jpg', jpeg.subarray(0, 30))).toEqual([
      'damaged-media: it is cut short',
    ]);
  });
});

describe('an AVIF', () => {
  test('fails with XMP', async () => {
    expect(await found('media/a.avif', avifWithXmp('<x:xmpmeta/>'))).toContain(
      'image-metadata: AVIF item mime',
    );
    const real = await picture()
      .withXmp('<x:xmpmeta xmlns:x="adobe:ns:meta/"/>')
      .avif({ effort: 1 })
      .toBuffer();
    expect(await found('media/a.avif', real)).toContain('image-metadata: AVIF item mime');
  });

  test('fails with Exif and with a colour profile', async () => {
    const exif = await picture()
      .withExif({ IFD0: { Artist: 'x' } })
      .avif({ effort: 1 })
      .toBuffer();
    expect(await found('media/a.avif', exif)).toContain('image-metadata: AVIF item Exif');
    const profile = await picture().withIccProfile('p3').avif({ effort: 1 }).toBuffer();
    expect(await found('media/a.avif', profile)).toContain('image-metadata: AVIF colour profile');
  });

  test('fails with further boxes, with words after it, and with unused bytes in its data', async () => {
    const free = bytesOf(0, 0, 0, 13, 'free', 'words');
    expect(await found('media/a.avif', Buffer.concat([avif, free]))).toEqual([
      'image-metadata: AVIF box free',
    ]);
    expect(await found('media/a.avif', Buffer.concat([avif, bytesOf('words')]))).toEqual([
      'trailing-bytes: bytes that are no box of the AVIF',
    ]);
    const unused = Buffer.concat([avif, bytesOf('words')]);
    const data = unused.indexOf('mdat') - 4;
    unused.writeUInt32BE(unused.readUInt32BE(data) + 5, data);
    expect(await found('media/a.avif', unused)).toEqual([
      'trailing-bytes: bytes in the AVIF data that no picture uses',
    ]);
  });

  test('fails with a named item, a named handler, metadata units and a second picture', async () => {
    const metadataUnit = Buffer.from(avif);
    metadataUnit[avif.indexOf('mdat') + 4] = 0x2a;
    expect(await found('media/a.avif', metadataUnit)).toContain(
      'image-metadata: AV1 unit of type 5',
    );
    const handler = Buffer.from(avif);
    handler[avif.indexOf('hdlr') + 24] = 0x41;
    expect(await found('media/a.avif', handler)).toContain('image-metadata: AVIF handler name');
    const item = Buffer.from(avif);
    item[avif.indexOf('infe') + 16] = 0x41;
    expect(await found('media/a.avif', item)).toContain('image-metadata: AVIF item name');
    const clear = await picture(4).avif({ effort: 1 }).toBuffer();
    clear.write('thmb', clear.indexOf('auxl'), 'latin1');
    expect(await found('media/a.avif', clear)).toContain('embedded-picture: second AVIF picture');
  });

  test('fails when it is cut short', async () => {
    expect(await found('media/a.avif', avif.subarray(0, 200))).not.toEqual([]);
  });
});

describe('a PNG', () => {
  test('fails with Exif, text, a profile, a time, and bytes after its end', async () => {
    const exif = await picture()
      .withExif({ IFD0: { Artist: 'x' } })
      .png()
      .toBuffer();
    expect(await found('a.png', exif)).toContain('image-metadata: PNG chunk eXIf');
    for (const name of ['tEXt', 'zTXt', 'iTXt', 'iCCP', 'tIME', 'acTL', 'prVt']) {
      const chunk = bytesOf(0, 0, 0, 3, name, 'a\0b', 0, 0, 0, 0);
      expect(await found('a.png', withBytes(png, 33, chunk))).toContain(
        `image-metadata: PNG chunk ${name}`,
      );
    }
    expect(await found('a.png', Buffer.concat([png, bytesOf('x')]))).toEqual([
      'trailing-bytes: after the end of the PNG',
    ]);
  });

  test('is never a contributed file', async () => {
    expect(await found('media/a.png', png)).toEqual(['media-kind: png']);
    const gif = await picture().gif().toBuffer();
    expect(await found('media/a.jpg', gif)).toEqual(['media-kind: other-image']);
  });
});

test('an icon fails with words after its pictures or in them', async () => {
  const head = Buffer.alloc(22);
  head.writeUInt16LE(1, 2);
  head.writeUInt16LE(1, 4);
  head.writeUInt32LE(png.length, 14);
  head.writeUInt32LE(22, 18);
  const icon = Buffer.concat([head, png]);
  expect(await found('favicon.ico', icon)).toEqual([]);
  expect(await found('favicon.ico', Buffer.concat([icon, bytesOf('words')]))).toEqual([
    'trailing-bytes: after the end of the icon',
  ]);
});

test('a picture inside a page or an archive is held to the same rules', async () => {
  const dirty = withBytes(jpeg, 2, exifSegment({ description: 'x' }));
  const page = `<img src="data:image/jpeg;base64,${dirty.toString('base64')}">`;
  const scan = await scanOf({ 'a.html': page });
  expect(scan.findings).toContainEqual({
    file: 'a.html',
    rule: 'image-metadata',
    label: 'GPS position',
    seenAs: 'base64',
  });
  const clean = `<img src="data:image/jpeg;base64,${jpeg.toString('base64')}">`;
  expect(inShort(await scanOf({ 'a.html': clean }))).toEqual([]);
});

test('a withheld original is known by its digest, also when it is packed in a page', async () => {
  const digests = new Map([[createHash('sha256').update(jpeg).digest('hex'), 's1 photo']]);
  const watch = watching({}, [], digests);
  const page = `<img src="data:image/jpeg;base64,${jpeg.toString('base64')}">`;
  const scan = await scanOf({ 'media/9.jpg': jpeg, 'a.html': page, 'media/o.avif': avif }, watch);
  expect(inShort(scan)).toEqual([
    'a.html withheld-file s1 photo',
    'media/9.jpg withheld-file s1 photo',
  ]);
});

describe('the one packet that a picture may carry', () => {
  const PACKET = rightsPacket({ mining: 'prohibited', statement: 'https://example.org/consent/' });
  const OTHER = rightsPacket({ mining: 'allowed', statement: 'https://example.org/consent/' });
  const NAMED = PACKET.replace('<plus:', '<dc:creator>Somebody</dc:creator><plus:');
  const xmpSegment = (text: string): Buffer =>
    segment(0xe1, Buffer.from(`http://ns.adobe.com/xap/1.0/\0${text}`, 'utf8'));
  const withJpeg = (packet: string): Buffer => Buffer.from(withPacket(jpeg, 'jpeg', packet));
  const withAvif = (packet: string): Buffer => Buffer.from(withPacket(avif, 'avif', packet));
  const judged = async (
    file: string,
    bytes: Buffer,
    packet: string | undefined = PACKET,
  ): Promise<readonly string[]> => {
    const packets = new Map(packet === '' ? [] : [[file, packet]]);
    const scan = await deepScan({
      folder: await folderWith({ [file]: bytes }),
      watch: NOTHING,
      packets,
    });
    return scan.findings.map(({ rule, label }) => `${rule}: ${label}`);
  };
  const MISSING = 'rights-missing: XMP';

  test('passes when it is there once, byte for byte', async () => {
    expect(await judged('media/a.jpg', withJpeg(PACKET))).toEqual([]);
    expect(await judged('media/a.avif', withAvif(PACKET))).toEqual([]);
  });

  test.each([
    ['another answer about machines', OTHER],
    ['one property more', NAMED],
    ['one space more', PACKET.replace('<rdf:Alt>', '<rdf:Alt> ')],
    ['another address', PACKET.replace('example.org', 'example.com')],
  ])('fails with %s', async (_what, packet) => {
    expect(await judged('media/a.jpg', withJpeg(packet))).toEqual(
      expect.arrayContaining([MISSING, 'image-metadata: APP1 segment', 'image-metadata: XMP']),
    );
    expect(await judged('media/a.avif', withAvif(packet))).toEqual(
      expect.arrayContaining([MISSING, 'image-metadata: AVIF item mime', 'image-metadata: XMP']),
    );
  });

  test('fails when it is there twice, or beside another, or continued', async () => {
    const twice = withBytes(withJpeg(PACKET), 2, xmpSegment(PACKET));
    expect(await judged('media/a.jpg', twice)).toContain('image-metadata: a second XMP packet');
    const beside = withBytes(withJpeg(PACKET), 2, xmpSegment(OTHER));
    expect(await judged('media/a.jpg', beside)).toContain('image-metadata: APP1 segment');
    const extension = segment(
      0xe1,
      bytesOf('http://ns.adobe.com/xmp/extension/\0', 'x'.repeat(60)),
    );
    expect(await judged('media/a.jpg', withBytes(withJpeg(PACKET), 2, extension))).toContain(
      'image-metadata: APP1 segment',
    );
    expect(await judged('media/a.avif', avifWithXmp(PACKET))).toEqual([]);
    expect(await judged('media/a.avif', avifWithXmp(PACKET, PACKET))).toContain(
      'image-metadata: a second XMP packet',
    );
    expect(await judged('media/a.avif', avifWithXmp(PACKET, OTHER))).toContain(
      'image-metadata: AVIF item mime',
    );
  });

  test('fails with Exif, IPTC, a comment or a thumbnail beside it', async () => {
    const marked = withJpeg(PACKET);
    for (const added of [
      exifSegment({ description: 'x' }),
      exifSegment({ description: 'x', thumbnail: tinyJpeg() }),
      segment(0xed, bytesOf('Photoshop 3.0\0')),
      segment(0xfe, bytesOf('hello')),
    ]) {
      expect(await judged('media/a.jpg', withBytes(marked, 2, added))).not.toEqual([]);
    }
  });

  test('fails when it should be there and is not, in every kind of picture', async () => {
    for (const [file, bytes] of [
      ['media/a.jpg', jpeg],
      ['media/a.avif', avif],
      ['card.png', png],
    ] as const) {
      expect(await judged(file, bytes)).toEqual([MISSING]);
    }
  });

  test('fails where no packet is expected: in the site’s own picture, and inside another file', async () => {
    expect(await judged('card.jpg', withJpeg(PACKET), '')).toContain(
      'image-metadata: APP1 segment',
    );
    const page = Buffer.from(
      `<img src="data:image/jpeg;base64,${withJpeg(PACKET).toString('base64')}">`,
    );
    expect(await judged('a.html', page)).toContain('image-metadata: APP1 segment');
  });

  test('fails in a PNG, whatever it says', async () => {
    const text = bytesOf('XML:com.adobe.xmp\0\0\0\0\0');
    const body = Buffer.concat([text, Buffer.from(PACKET, 'utf8')]);
    const length = Buffer.alloc(4);
    length.writeUInt32BE(body.length);
    const chunk = Buffer.concat([length, bytesOf('iTXt'), body, bytesOf(0, 0, 0, 0)]);
    expect(await judged('card.png', withBytes(png, 33, chunk))).toContain(
      'image-metadata: PNG chunk iTXt',
    );
  });

  test('fails when a reference between its items holds more than it says', async () => {
    const marked = withAvif(PACKET);
    const longer = Buffer.from(marked);
    longer.writeUInt16BE(0, marked.indexOf('cdsc') + 6);
    expect(await judged('media/a.avif', longer)).toContain(
      'damaged-media: the AVIF cannot be followed',
    );
    const strange = Buffer.from(marked);
    strange.write('abcd', marked.indexOf('cdsc'), 'latin1');
    expect(await judged('media/a.avif', strange)).toContain('image-metadata: AVIF box abcd');
  });
});
