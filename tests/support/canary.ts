import { createHash } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { brotliDecompressSync, gunzipSync, inflateSync } from 'node:zlib';
import ExifReader from 'exifreader';

/** A marker that can be found again wherever it went: `CNRY-<case>-<field>-<8 hex>` (docs/consent.md §6). */
export function canary(name: string, field: string): string {
  const digest = createHash('sha256').update(`${name} ${field}`).digest('hex').slice(0, 8);
  return `CNRY-${name}-${field}-${digest}`;
}

const MARKER = /CNRY-[a-z0-9]+-[a-z0-9]+-[0-9a-f]{8}/gi;

/**
 * Every marker in a folder, in any encoding this knows. Written apart from the audit on purpose, so
 * that a fault in one is not a fault in the other.
 */
export async function canariesIn(folder: string): Promise<ReadonlyMap<string, string>> {
  const found = new Map<string, string>();
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  for (const { parentPath, name, ...entry } of entries.filter((each) => each.isFile())) {
    void entry;
    const path = join(parentPath, name);
    for (const text of [path, ...textsOf(await readFile(path))]) {
      for (const [marker] of text.matchAll(MARKER)) found.set(marker, path);
    }
  }
  return found;
}

function textsOf(bytes: Buffer): readonly string[] {
  const layers = [bytes, ...unpacked(bytes)];
  return layers.flatMap((layer) => {
    const text = layer.toString('utf8');
    const stripped = text
      .replace(/<!--|-->|<[^>]*>/g, '')
      .replace(/&#x?0*2d;|&#45;|&hyphen;/gi, '-');
    return [
      text,
      stripped,
      layer.toString('utf16le'),
      decoded(text),
      ...base64In(text),
      ...metadataOf(layer),
    ];
  });
}

function unpacked(bytes: Buffer): readonly Buffer[] {
  return [gunzipSync, inflateSync, brotliDecompressSync].flatMap((unpack) => {
    try {
      const inner = unpack(bytes, { maxOutputLength: 50_000_000 });
      return inner.length > 0 ? [inner] : [];
    } catch {
      return [];
    }
  });
}

function decoded(text: string): string {
  return text
    .replace(/\\u([0-9a-f]{4})/gi, (_all, hex: string) =>
      String.fromCharCode(Number.parseInt(hex, 16)),
    )
    .replace(/%([0-9a-f]{2})/gi, (_all, hex: string) =>
      String.fromCharCode(Number.parseInt(hex, 16)),
    );
}

function base64In(text: string): readonly string[] {
  return [...text.matchAll(/[A-Za-z0-9+/_-]{40,}={0,2}/g)].map(([run]) =>
    Buffer.from(run, 'base64').toString('utf8'),
  );
}

function metadataOf(bytes: Buffer): readonly string[] {
  try {
    return [JSON.stringify(ExifReader.load(bytes, { expanded: true }))];
  } catch {
    return [];
  }
}
