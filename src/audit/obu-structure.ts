import type { StructureIssue } from './structure-issue.ts';

/**
 * Holds the picture data of one AVIF item to the units that draw: sequence header, temporal
 * delimiter, frame header, tile group, frame. Metadata and padding units can carry anything
 * (AV1 Bitstream Specification, §5.3 and §6.2.2). Pure.
 */
export function obuIssues(data: Buffer): readonly StructureIssue[] {
  for (let at = 0; at < data.length;) {
    const header = data[at] ?? 0;
    const type = (header >> 3) & 15;
    if (!DRAWS.has(type)) return [{ rule: 'image-metadata', label: `AV1 unit of type ${type}` }];
    at += (header & 4) === 0 ? 1 : 2;
    // A unit without a size goes on to the end.
    if ((header & 2) === 0) return [];
    const size = readLeb128(data, at);
    if (size === undefined || size.next + size.value > data.length) {
      return [{ rule: 'damaged-media', label: 'an AV1 unit is cut short' }];
    }
    at = size.next + size.value;
  }
  return [];
}

const DRAWS: ReadonlySet<number> = new Set([1, 2, 3, 4, 6, 7]);

function readLeb128(data: Buffer, from: number): { value: number; next: number } | undefined {
  let value = 0;
  for (let step = 0; step < 8; step += 1) {
    const byte = data[from + step];
    if (byte === undefined) return undefined;
    value += (byte & 0x7f) * 2 ** (7 * step);
    if (byte < 0x80) return { value, next: from + step + 1 };
  }
  return undefined;
}
