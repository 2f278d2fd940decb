import ExifReader from 'exifreader';
import { createHash } from 'node:crypto';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import sharp, { type Sharp } from 'sharp';
import { describe, expect, onTestFinished, test } from 'vitest';
import { mediaIssues } from '#audit/media-rules.ts';
import { interfaceIn } from '#i18n/words.ts';
import { cleanPhoto } from '#media/clean-photo.ts';
import { PHOTO_FORMATS, type PhotoFormat } from '#media/formats.ts';
import { markedPhoto } from '#media/mark-photo.ts';
import type { CleanPhoto } from '#media/media.ts';
import { RIGHTS_NOTICE, rightsPacket, withPacket } from '#media/rights-packet.ts';
import { photographWith } from '#support/media-made-here.ts';

const noise = { type: 'gaussian', mean: 120, sigma: 40 } as const;
const picture = (): Sharp =>
  sharp({ create: { width: 320, height: 200, channels: 3, background: '#a53', noise } });
const made = {
  avif: await picture().avif({ quality: 50, effort: 1 }).toBuffer(),
  jpeg: await picture().jpeg({ mozjpeg: true }).toBuffer(),
} as const satisfies Readonly<Record<PhotoFormat, Buffer>>;
const PACKET = rightsPacket({ mining: 'prohibited', statement: 'https://example.org/consent/' });

describe('the packet', () => {
  test.each([
    ['prohibited', 'DMI-PROHIBITED'],
    ['search-only', 'DMI-PROHIBITED-EXCEPTSEARCHENGINEINDEXING'],
    ['allowed', 'DMI-ALLOWED'],
  ] as const)('says %s in the words of PLUS', (mining, term) => {
    expect(rightsPacket({ mining })).toContain(
      `<plus:DataMining>http://ns.useplus.org/ldf/vocab/${term}</plus:DataMining>`,
    );
  });

  test('holds the notice, the page on consent and the answer about machines, and nothing else', () => {
    const marked = Buffer.from(withPacket(made.jpeg, 'jpeg', PACKET));
    const { xmp } = ExifReader.load(marked, { expanded: true });
    expect(Object.keys(xmp ?? {}).sort()).toEqual(
      ['DataMining', 'WebStatement', '_raw', 'about', 'rights'].sort(),
    );
    expect(xmp?.['WebStatement']?.description).toBe('https://example.org/consent/');
    expect(xmp?.['rights']?.description).toBe(RIGHTS_NOTICE);
  });

  test('says the same as the page, and no address where the site has none', () => {
    expect(RIGHTS_NOTICE).toBe(interfaceIn('en').words.copyright);
    expect(rightsPacket({ mining: 'prohibited' })).not.toContain('WebStatement');
  });

  test('is not broken by an address with signs of XML in it', () => {
    const packet = rightsPacket({ mining: 'allowed', statement: 'https://a.b/?x=1&y=<b>' });
    expect(packet).toContain('>https://a.b/?x=1&amp;y=&lt;b&gt;<');
  });
});

describe.each(PHOTO_FORMATS)('a picture as %s', (format) => {
  const pixels = (bytes: Uint8Array): Promise<Buffer> => sharp(bytes).raw().toBuffer();

  test('is the same picture with the packet in it', async () => {
    const marked = withPacket(made[format], format, PACKET);
    expect(await pixels(marked)).toEqual(await pixels(made[format]));
    expect((await sharp(marked).metadata()).xmp?.toString('utf8')).toBe(PACKET);
    expect(ExifReader.load(Buffer.from(marked), { expanded: true }).xmp?._raw).toBe(PACKET);
  });

  test('holds nothing else that the audit knows of', async () => {
    const bytes = Buffer.from(withPacket(made[format], format, PACKET));
    const asked = { kind: format, bytes, file: 'media/a' };
    expect(await mediaIssues({ ...asked, packet: PACKET })).toEqual([]);
    expect(await mediaIssues(asked)).not.toEqual([]);
  });

  test('is refused when it is not built as ours are', () => {
    expect(() => withPacket(Buffer.from('no picture at all'), format, PACKET)).toThrow();
  });
});

test('an AVIF with a second item, a reference or a piece cut off is refused', () => {
  const marked = Buffer.from(withPacket(made.avif, 'avif', PACKET));
  expect(() => withPacket(marked, 'avif', PACKET)).toThrow('not built as ours');
  const cut = marked.subarray(0, marked.length - 3);
  expect(() => withPacket(cut, 'avif', PACKET)).toThrow('not built as ours');
});

test('a packet that says another thing makes another file under another name', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'marked-'));
  onTestFinished(() => rm(folder, { recursive: true, force: true }));
  await writeFile(join(folder, 'a.jpg'), await photographWith('CANARY', 5));
  const clean = await cleanPhoto({ file: join(folder, 'a.jpg'), cacheFolder: join(folder, 'c') });
  if (!clean.ok) throw new Error(clean.problem.rule);
  const closed = await markedPhoto(clean.value, PACKET);
  const open = await markedPhoto(clean.value, rightsPacket({ mining: 'allowed' }));
  const copiesOf = ({ copies }: CleanPhoto) =>
    PHOTO_FORMATS.flatMap((format) => copies[format].map((file) => ({ format, file })));
  for (const [index, { format, file }] of copiesOf(closed).entries()) {
    const bytes = withPacket(await readFile(file.file), format, PACKET);
    expect(createHash('sha256').update(bytes).digest('hex')).toBe(file.sha256);
    expect(file.bytes).toBe(bytes.length);
    expect(file.name).toMatch(/^[0-9a-f]{20}\.\w+$/);
    expect(file.sha256.startsWith(file.name.slice(0, 20))).toBe(true);
    expect(copiesOf(open)[index]?.file.name).not.toBe(file.name);
  }
});
