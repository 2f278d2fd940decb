import { createHash } from 'node:crypto';
import { brotliCompressSync, deflateSync, gzipSync } from 'node:zlib';
import {
  avifWithXmp,
  bytesOf,
  exifSegment,
  id3Title,
  segment,
  tinyJpeg,
  tinyMp3,
  tinyWebm,
  tinyZip,
} from './control-media.ts';
import type { Control } from './control.ts';
import { formControls } from './control-forms.ts';
import { packetControls } from './control-packets.ts';
import type { Finding } from './findings.ts';

/** The marker that belongs to one control: its own words, which stand nowhere else. */
export function markerOf(name: string): string {
  const end = createHash('sha256').update(`control ${name}`).digest('hex').slice(0, 8);
  // A search index holds single words, and only a word without digits or joints tests that reading.
  if (name === 'index')
    return `cnry${end.replace(/\d/g, (digit) => 'ghijklmnop'.charAt(Number(digit)))}`;
  return `CNRY-control-${name}-${end}`;
}

/** How a control's marker is named in a finding. */
export function labelOf(name: string): string {
  return `control ${name}`;
}

/** The bytes of the withheld original that one control plants under another name. */
export const WITHHELD_ORIGINAL: Buffer = bytesOf(...new Array<number>(64).fill(7), 'original');

/** One control for every encoding and place (docs/consent.md, A01), and the clean files that must pass. */
export function controls(): readonly Control[] {
  return [
    ...textControls(),
    ...packedControls(),
    ...mediaControls(),
    ...packetControls(),
    ...formControls(),
    ...otherControls(),
    ...clean(),
  ];
}

function words(name: string, file: string, write: (marker: string) => string | Buffer): Control {
  const written = write(markerOf(name));
  const bytes = typeof written === 'string' ? Buffer.from(written, 'utf8') : written;
  return { name, file, bytes, mustFind: [{ rule: 'withheld-words', label: labelOf(name) }] };
}

function textControls(): readonly Control[] {
  const hex = (text: string): string[] => [...Buffer.from(text)].map((byte) => byte.toString(16));
  return [
    words('plain', 'plain.html', (m) => `<p>${m}</p>`),
    words('hidden', 'hidden.html', (m) => `<div hidden data-x="${m}"></div>`),
    words('comment', 'comment.html', (m) => `<!-- ${m} -->`),
    words(
      'split',
      'split.html',
      (m) => `<p>${m.slice(0, 9)}<b>${m.slice(9, 16)}</b>${m.slice(16)}</p>`,
    ),
    words('entity', 'entity.html', (m) =>
      hex(m)
        .map((h) => `&#x${h};`)
        .join(''),
    ),
    words(
      'percent',
      'percent.html',
      (m) =>
        `<a href="/?q=${hex(m)
          .map((h) => `%${h}`)
          .join('')}">x</a>`,
    ),
    words(
      'json',
      'json.json',
      (m) =>
        `{"a":"${hex(m)
          .map((h) => `\\u00${h}`)
          .join('')}"}`,
    ),
    words('base64', 'base64.html', (m) => `<i data-v="${Buffer.from(m).toString('base64')}"></i>`),
    words('data-uri', 'data-uri.css', (m) => {
      const text = Buffer.from(`<svg>${m}</svg>`).toString('base64url');
      return `a{background:url(data:image/svg+xml;base64,${text})}`;
    }),
    words('hex', 'hex.txt', (m) => hex(m).join('')),
    words('utf-16le', 'utf-16le.txt', (m) => Buffer.from(`\ufeff${m} .`, 'utf16le')),
    words('utf-16be', 'utf-16be.txt', (m) => Buffer.from(`\ufeff${m} .`, 'utf16le').swap16()),
    words('width', 'width.txt', (m) => [...m].join('\u200b')),
  ];
}

function packedControls(): readonly Control[] {
  const pagefind = (m: string): Buffer => gzipSync(`pagefind_dcd{"url":"/x/","content":"${m}"}`);
  return [
    words('gzip', 'gzip.html.gz', (m) => gzipSync(m)),
    words('brotli', 'brotli.html.br', (m) => brotliCompressSync(m)),
    words('inflate', 'inflate.bin', (m) => deflateSync(m)),
    words('zip', 'zip.zip', (m) => tinyZip('a.txt', m)),
    words('pdf', 'pdf.pdf', (m) => {
      const page = deflateSync(`BT (${m}) Tj ET`).toString('latin1');
      const before = `%PDF-1.4\n1 0 obj\n<< /Length ${page.length} /Filter /FlateDecode >>\nstream\n`;
      return Buffer.from(`${before}${page}\nendstream\nendobj\n%%EOF\n`, 'latin1');
    }),
    words('fragment', 'pagefind/fragment/en_1.pf_fragment', pagefind),
    words('index', 'pagefind/index/en_1.pf_index', (m) =>
      gzipSync(bytesOf('pagefind_dcd', 0x82, 0x63, 'one', 0x60 + m.length, m)),
    ),
    words('nested', 'nested.html', (m) => `<i data-v="${gzipSync(m).toString('base64')}"></i>`),
  ];
}

function mediaControls(): readonly Control[] {
  const finds = (control: Control, ...more: Control['mustFind']): Control => ({
    ...control,
    mustFind: [...control.mustFind, ...more],
  });
  const thumbnail = tinyJpeg();
  const xmp = (m: string): string => `http://ns.adobe.com/xap/1.0/\0<x:xmpmeta>${m}</x:xmpmeta>`;
  return [
    finds(
      words('exif', 'media/exif.jpg', (m) =>
        tinyJpeg({ segments: [exifSegment({ description: m })] }),
      ),
      { rule: 'image-metadata', label: 'GPS position' },
      { rule: 'image-metadata', label: 'APP1 segment' },
    ),
    finds(
      words('thumbnail', 'media/thumbnail.jpg', (m) =>
        tinyJpeg({ segments: [exifSegment({ description: m, thumbnail })] }),
      ),
      { rule: 'embedded-picture', label: 'Thumbnail' },
    ),
    finds(
      words('jpeg-comment', 'media/comment.jpg', (m) =>
        tinyJpeg({ segments: [segment(0xfe, bytesOf(m))] }),
      ),
      { rule: 'image-metadata', label: 'comment segment' },
    ),
    finds(
      words('jpeg-xmp', 'media/xmp.jpg', (m) =>
        tinyJpeg({ segments: [segment(0xe1, bytesOf(xmp(m)))] }),
      ),
      { rule: 'image-metadata', label: 'APP1 segment' },
    ),
    finds(
      words('avif-xmp', 'media/xmp.avif', (m) => avifWithXmp(`<x:xmpmeta>${m}</x:xmpmeta>`)),
      {
        rule: 'image-metadata',
        label: 'AVIF item mime',
      },
    ),
    finds(
      words('trailing', 'media/trailing.jpg', (m) => tinyJpeg({ after: bytesOf(m) })),
      {
        rule: 'trailing-bytes',
        label: 'after the end of the JPEG',
      },
    ),
    finds(
      words('id3', 'media/id3.mp3', (m) => tinyMp3({ before: id3Title(m) })),
      {
        rule: 'sound-metadata',
        label: 'ID3v2 tag',
      },
    ),
    finds(
      words('webm-title', 'media/title.webm', (m) => tinyWebm(m)),
      {
        rule: 'sound-metadata',
        label: 'WebM Title',
      },
    ),
  ];
}

function otherControls(): readonly Control[] {
  const nameMarker = markerOf('file-name');
  const plainRule = (name: string, file: string, text: string, rule: Finding['rule']): Control => ({
    name,
    file,
    bytes: Buffer.from(text),
    mustFind: [{ rule }],
  });
  return [
    { ...words('file-name', `stories/${nameMarker}.html`, () => '<p>nothing</p>') },
    plainRule(
      'source-map',
      'script.js',
      'let a;\n//# sourceMappingURL=script.js.map',
      'source-map',
    ),
    plainRule('machine-path', 'path.js', 'const a = "/home/someone/site/a.js";', 'machine-path'),
    plainRule(
      'third-party',
      'third.html',
      '<img src="https://other.invalid/a.png">',
      'third-party-address',
    ),
    {
      name: 'original',
      file: 'media/original.bin',
      bytes: WITHHELD_ORIGINAL,
      mustFind: [{ rule: 'withheld-file', label: labelOf('original') }],
    },
  ];
}

/** A scan that accuses everything proves as little as one that accuses nothing. */
function clean(): readonly Control[] {
  const passes = (name: string, file: string, bytes: Buffer): Control => ({
    name,
    file,
    bytes,
    mustFind: [],
  });
  return [
    passes(
      'clean-page',
      'clean.html',
      Buffer.from('<!doctype html><p>Good morning. <a href="https://x.invalid">x</a>'),
    ),
    passes('clean-jpeg', 'media/clean.jpg', tinyJpeg()),
    passes('clean-mp3', 'media/clean.mp3', tinyMp3()),
    passes('clean-webm', 'media/clean.webm', tinyWebm()),
  ];
}
