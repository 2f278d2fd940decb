import {
  brotliCompressSync,
  deflateRawSync,
  deflateSync,
  gzipSync,
  zstdCompressSync,
} from 'node:zlib';
import { describe, expect, test } from 'vitest';
import { bytesOf, tinyZip } from '#audit/control-media.ts';
import { type Layer, layersOf } from '#audit/layers.ts';
import { inShort, scanOf, watching } from './folders.ts';

const secret = 'the blue door on Norwood Lane';
const watch = watching({ 's1 title': secret });
const hex = [...Buffer.from(secret)].map((byte) => byte.toString(16).padStart(2, '0'));
const base64 = Buffer.from(secret).toString('base64');
// Long enough that every packer really packs it, and does not store the words as they are.
const long = `${Array.from({ length: 400 }, (_, n) => `page ${n}`).join(', ')} ${secret}`;
const punjabi = 'ਮੇਰੀ ਮਾਂ ਦੀ ਨੀਲੀ ਕਿਤਾਬ';

const cases: readonly (readonly [string, string | Uint8Array, string | undefined])[] = [
  ['a.txt', `x ${secret} y`, undefined],
  ['a.html', `<p hidden>${secret}</p>`, undefined],
  ['a.html', `<p>the bl<b>ue do</b>or on <!-- x -->Norw<wbr>ood Lane`, 'joined-across-tags'],
  ['a.html', '<p>the blue</p><p>door on</p><p>Norwood Lane', 'without-tags'],
  ['a.html', `<p>${hex.map((h) => `&#x${h};`).join('')}`, 'entity'],
  ['a.html', `<p>the&nbsp;blue&#32;door&nbsp;on Norwood Lane`, 'entity'],
  ['a.html', `<a href="?q=${encodeURIComponent(secret)}">`, 'percent'],
  ['a.js', `let a="${hex.map((h) => `\\u00${h}`).join('')}"`, 'json-escape'],
  ['a.js', `let a="${hex.map((h) => `\\x${h}`).join('')}"`, 'json-escape'],
  [
    'a.json',
    JSON.stringify({ a: JSON.stringify(hex.map((h) => `\\u00${h}`).join('')) }),
    'json-escape > json-escape > json-escape',
  ],
  ['a.txt', `k=${base64}`, 'base64'],
  ['a.txt', `/some/path/${base64}`, 'base64'],
  ['a.txt', `xy${base64}`, 'base64'],
  ['a.txt', hex.join(''), 'hex'],
  [
    'a.txt',
    Buffer.from(`${'- '.repeat(20)}${secret}`)
      .toString('base64')
      .replace(/(.{76})/g, '$1\r\n'),
    'base64',
  ],
  ['a.html', `<i>${base64.slice(0, 9)}<b>${base64.slice(9)}`, 'joined-across-tags > base64'],
  ['a.txt', encodeURIComponent(encodeURIComponent(secret)), 'percent > percent'],
  ['a.gz', gzipSync(long), 'gunzip'],
  ['a.html.br', brotliCompressSync(long), 'brotli'],
  ['a.bin', brotliCompressSync(long), 'brotli'],
  ['a.bin', deflateSync(long), 'inflate'],
  ['a.bin', deflateRawSync(long), 'inflate-raw'],
  ['a.zst', zstdCompressSync(long), 'unzstd'],
  ['a.zip', tinyZip('a.txt', secret), 'unzip'],
  ['a.zip', tinyZip(`${secret}.txt`, 'x'), undefined],
  ['a.zip', streamed(tinyZip('a.txt', secret)), 'unzip'],
  ['a.txt', gzipSync(secret).toString('base64'), 'base64 > gunzip'],
  ['a.gz', gzipSync(gzipSync(gzipSync(base64))), 'gunzip > gunzip > gunzip > base64'],
  ['a.txt', Buffer.from(secret, 'utf16le'), 'utf-16le'],
  ['a.txt', Buffer.from(`\ufeff${secret}`, 'utf16le').swap16(), 'utf-16be'],
  ['a.bin', Buffer.concat([bytesOf(1, 2, 255), Buffer.from(secret, 'utf16le')]), 'utf-16le'],
];

test.each(cases)('finds withheld words in %s (case %#)', async (file, content, seenAs) => {
  const { findings } = await scanOf({ [file]: content }, watch);
  expect(findings.map(({ rule, label }) => `${rule} ${label}`)).toEqual([
    'withheld-words s1 title',
  ]);
  if (seenAs !== undefined) expect(findings[0]?.seenAs).toBe(seenAs);
});

test.each(cases)(
  'finds nothing in %s (case %#) when the words are public',
  async (file, content) => {
    const open = watching({ 's1 title': secret }, [secret]);
    expect(inShort(await scanOf({ [file]: content }, open))).toEqual([]);
  },
);

test('reports every file that holds the same encoded words', async () => {
  const scan = await scanOf({ 'a.txt': `k=${base64}`, 'b.txt': `/x/${base64}`, c: base64 }, watch);
  expect(inShort(scan)).toEqual(
    ['a.txt', 'b.txt', 'c'].map((file) => `${file} withheld-words s1 title`),
  );
});

test('finds words in another script in UTF-16, where no byte is zero', async () => {
  const bytes = Buffer.from(punjabi, 'utf16le');
  const scan = await scanOf({ 'a.bin': bytes }, watching({ t: punjabi }));
  expect(inShort(scan)).toEqual(['a.bin withheld-words t']);
});

test('finds accented words in Latin-1', async () => {
  const bytes = Buffer.from('<p>la casa de María José en Córdoba</p>'.repeat(3), 'latin1');
  const scan = await scanOf({ 'a.txt': bytes }, watching({ t: 'María José' }));
  expect(inShort(scan)).toEqual(['a.txt withheld-words t']);
});

test('finds an accented name written with entities', async () => {
  const scan = await scanOf(
    { 'a.html': 'Mar&iacute;a Jos&eacute;' },
    watching({ t: 'María José' }),
  );
  expect(inShort(scan)).toEqual(['a.html withheld-words t']);
});

test('reads the words of a search index one by one', async () => {
  const words = ['ashatiya', 'winter'].flatMap((word) => [0x60 + word.length, word]);
  const index = gzipSync(bytesOf('pagefind_dcd', 0x82, ...words));
  const { findings } = await scanOf({ 'en.pf_index': index }, watching({ n: 'Ashatiya' }));
  expect(findings).toEqual([
    { file: 'en.pf_index', rule: 'withheld-words', label: 'n', seenAs: 'gunzip > cbor' },
  ]);
});

describe('bounds', () => {
  test('reports packing that is deeper than it reads', async () => {
    let bytes: Buffer = Buffer.from('x');
    for (let step = 0; step < 6; step += 1) bytes = gzipSync(bytes);
    expect(inShort(await scanOf({ 'a.gz': bytes }))).toEqual(['a.gz nested-too-deep']);
  });

  test('reports a file that unpacks to more than it will hold, and does not hold it', async () => {
    const bomb = gzipSync(Buffer.alloc(64 * 1024 * 1024));
    expect(inShort(await scanOf({ 'a.gz': bomb }))).toEqual(['a.gz too-large-to-read']);
  });

  test('reports packed files that are too large together', () => {
    const part = gzipSync(Buffer.alloc(400, ' '));
    const bytes = Buffer.concat(['a', 'b', 'c'].map((name) => storedEntry(`${name}.gz`, part)));
    const problems = (mostPerFile: number): readonly Layer[] =>
      [...layersOf({ name: 'a.zip', bytes }, { barrenRuns: new Set(), mostPerFile })].filter(
        ({ kind }) => kind === 'problem',
      );
    expect(problems(1000)).toEqual([
      { kind: 'problem', rule: 'too-large-to-read', chain: ['unzip', 'gunzip'] },
    ]);
    expect(problems(2000)).toEqual([]);
  });

  test('passes an archive with many empty folders, and reports one with a password', async () => {
    const empty = ['a/', 'b/', 'c/', 'd/', 'e/', 'f/'].map((name) =>
      storedEntry(name, Buffer.alloc(0)),
    );
    expect(inShort(await scanOf({ 'a.zip': Buffer.concat(empty) }))).toEqual([]);
    const locked = storedEntry('a', Buffer.from('x'));
    locked[6] = 1;
    expect(inShort(await scanOf({ 'a.zip': locked }))).toEqual(['a.zip unreadable-file']);
  });

  test('reports a packed file that cannot be opened', async () => {
    const cut = gzipSync('x'.repeat(1000)).subarray(0, 20);
    expect(inShort(await scanOf({ 'a.gz': cut, 'b.br': bytesOf(1, 2, 3, 4, 5) }))).toEqual([
      'a.gz unreadable-file',
      'b.br unreadable-file',
    ]);
  });

  test('reads a large page with many open brackets and quotes in a moment', async () => {
    const hostile = `${'<a "'.repeat(50_000)}${'<!--'.repeat(50_000)}${'&#'.repeat(50_000)}`;
    const before = process.cpuUsage();
    expect(inShort(await scanOf({ 'a.html': hostile }, watch))).toEqual([]);
    // Of the processor, in microseconds: a busy machine takes longer over the same work.
    expect(process.cpuUsage(before).user).toBeLessThan(4_000_000);
  });
});

/** The archive as a program writes it that does not know the size beforehand. */
function streamed(zip: Buffer): Buffer {
  const bytes = Buffer.from(zip);
  bytes.fill(0, 14, 26);
  bytes[6] = 8;
  return bytes;
}

/** A stored zip entry; several may follow one another. */
function storedEntry(name: string, body: Buffer): Buffer {
  const header = Buffer.alloc(30);
  header.write('PK\x03\x04', 'latin1');
  header.writeUInt32LE(body.length, 18);
  header.writeUInt32LE(body.length, 22);
  header.writeUInt16LE(name.length, 26);
  return Buffer.concat([header, Buffer.from(name), body]);
}
