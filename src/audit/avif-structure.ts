import { type Box, boxesIn } from './boxes.ts';
import { type AvifItem, readItems, readLocations } from './avif-items.ts';
import { obuIssues } from './obu-structure.ts';
import { packetIssues, type StructureIssue, shownName } from './structure-issue.ts';

/**
 * Holds an AVIF to one picture and its transparency: `ftyp`, `meta` and `mdat`, items of type
 * `av01`, properties that draw, and picture data that fills `mdat` with nothing between or after
 * (AV1 Image File Format 1.1; ISO/IEC 23008-12). `packet` is the XMP it must carry, once and byte for
 * byte; without it there may be none. Pure; never throws.
 */
export function avifIssues(bytes: Buffer, packet?: string): readonly StructureIssue[] {
  try {
    return issuesOf(bytes, packet);
  } catch (error) {
    // A count that points beyond the end makes a read fail; that is the file's fault, and a finding.
    if (error instanceof RangeError) return [damaged];
    throw error;
  }
}

const damaged: StructureIssue = { rule: 'damaged-media', label: 'the AVIF cannot be followed' };

function issuesOf(bytes: Buffer, packet: string | undefined): readonly StructureIssue[] {
  const top = boxesIn(bytes, 0, bytes.length);
  if (top === undefined) {
    return [{ rule: 'trailing-bytes', label: 'bytes that are no box of the AVIF' }];
  }
  const issues: StructureIssue[] = [];
  for (const box of top) issues.push(...outside(box, TOP));
  const meta = only(top, 'meta');
  const data = only(top, 'mdat');
  if (meta === undefined || data === undefined) return [...issues, damaged];
  const inside = boxesIn(bytes, meta.start + 4, meta.end);
  if (inside === undefined) return [...issues, damaged];
  for (const box of inside) issues.push(...outside(box, META));
  issues.push(...handlerIssues(bytes, inside));
  issues.push(...propertyIssues(bytes, inside));
  issues.push(...referenceIssues(bytes, inside));
  issues.push(...itemIssues({ bytes, meta: inside, data, packet }));
  return issues;
}

const TOP: ReadonlySet<string> = new Set(['ftyp', 'meta', 'mdat']);
const META: ReadonlySet<string> = new Set(['hdlr', 'pitm', 'iloc', 'iinf', 'iprp', 'iref']);
const PROPERTIES: ReadonlySet<string> = new Set([
  ...['ispe', 'pixi', 'av1C', 'colr', 'auxC', 'irot', 'imir', 'pasp', 'clap', 'a1op', 'lsel'],
]);

function outside(box: Box, allowed: ReadonlySet<string>): readonly StructureIssue[] {
  if (allowed.has(box.type)) return [];
  return [{ rule: 'image-metadata', label: `AVIF box ${shownName(box.type)}` }];
}

function only(boxes: readonly Box[], type: string): Box | undefined {
  const found = boxes.filter((box) => box.type === type);
  return found.length === 1 ? found[0] : undefined;
}

/** Version, handler type and reserved bytes, then a name, which must be empty or the encoder's. */
function handlerIssues(bytes: Buffer, meta: readonly Box[]): readonly StructureIssue[] {
  const handler = only(meta, 'hdlr');
  if (handler === undefined) return [damaged];
  const name = bytes.toString('latin1', handler.start + 20, handler.end).replace(/\0+$/, '');
  const isPlain = name === '' || name === 'libavif' || name === 'libheif' || name === 'pict';
  return isPlain ? [] : [{ rule: 'image-metadata', label: 'AVIF handler name' }];
}

function propertyIssues(bytes: Buffer, meta: readonly Box[]): readonly StructureIssue[] {
  const properties = only(meta, 'iprp');
  if (properties === undefined) return [damaged];
  const issues: StructureIssue[] = [];
  for (const box of boxesIn(bytes, properties.start, properties.end) ?? []) {
    issues.push(...outside(box, new Set(['ipco', 'ipma'])));
    if (box.type !== 'ipco') continue;
    for (const property of boxesIn(bytes, box.start, box.end) ?? []) {
      issues.push(...outside(property, PROPERTIES));
      // A colour profile is a file of its own, with names, dates and a copyright text.
      const isProfile =
        property.type === 'colr' &&
        bytes.toString('latin1', property.start, property.start + 4) !== 'nclx';
      if (isProfile) issues.push({ rule: 'image-metadata', label: 'AVIF colour profile' });
    }
  }
  return issues;
}

/** Which item belongs to which: transparency, and what describes a picture; nothing behind them. */
function referenceIssues(bytes: Buffer, meta: readonly Box[]): readonly StructureIssue[] {
  return meta
    .filter((box) => box.type === 'iref')
    .flatMap((references) => {
      const width = bytes[references.start] === 0 ? 2 : 4;
      const boxes = boxesIn(bytes, references.start + 4, references.end);
      if (boxes === undefined) return [damaged];
      return boxes.flatMap((box) => {
        const count = bytes.readUInt16BE(box.start + width);
        const isExact = box.end - box.start === width + 2 + count * width;
        return isExact ? outside(box, REFERENCES) : [damaged];
      });
    });
}

const REFERENCES: ReadonlySet<string> = new Set(['auxl', 'prem', 'cdsc', 'thmb']);

function itemIssues(file: {
  readonly bytes: Buffer;
  readonly meta: readonly Box[];
  readonly data: Box;
  readonly packet: string | undefined;
}): readonly StructureIssue[] {
  const { bytes, meta, data, packet } = file;
  const info = only(meta, 'iinf');
  const locations = only(meta, 'iloc');
  if (info === undefined || locations === undefined) return [damaged];
  const items = readItems(bytes, info);
  const spans = readLocations(bytes, locations);
  const helpers = auxiliaryItems(bytes, meta);
  const bytesOf = ({ id }: AvifItem): Buffer =>
    Buffer.concat(spans.filter((s) => s.item === id).map((s) => bytes.subarray(s.start, s.end)));
  const packets = items.filter((item) => item.isXmp && bytesOf(item).toString('utf8') === packet);
  const issues: StructureIssue[] = [
    ...items.filter((item) => !packets.includes(item)).flatMap((item) => itemIssue(item)),
    ...packetIssues(packet, packets.length),
  ];
  const pictures = items.filter((item) => item.type === 'av01' && !helpers.has(item.id));
  if (pictures.length > 1) issues.push({ rule: 'embedded-picture', label: 'second AVIF picture' });
  if (pictures.length === 0) issues.push(damaged);
  for (const item of items) {
    if (item.type === 'av01') issues.push(...obuIssues(bytesOf(item)));
  }
  let end = data.start;
  for (const span of [...spans].sort((one, other) => one.start - other.start)) {
    if (span.start !== end) return [...issues, unusedBytes];
    end = span.end;
  }
  return end === data.end ? issues : [...issues, unusedBytes];
}

const unusedBytes: StructureIssue = {
  rule: 'trailing-bytes',
  label: 'bytes in the AVIF data that no picture uses',
};

function itemIssue(item: AvifItem): readonly StructureIssue[] {
  if (item.type !== 'av01') {
    return [{ rule: 'image-metadata', label: `AVIF item ${shownName(item.type)}` }];
  }
  return item.hasName ? [{ rule: 'image-metadata', label: 'AVIF item name' }] : [];
}

/** Items that another item only uses: transparency. A thumbnail is not among them. */
function auxiliaryItems(bytes: Buffer, meta: readonly Box[]): ReadonlySet<number> {
  const references = only(meta, 'iref');
  const helpers = new Set<number>();
  if (references === undefined) return helpers;
  const isWide = bytes[references.start] !== 0;
  for (const box of boxesIn(bytes, references.start + 4, references.end) ?? []) {
    if (box.type !== 'auxl') continue;
    helpers.add(isWide ? bytes.readUInt32BE(box.start) : bytes.readUInt16BE(box.start));
  }
  return helpers;
}
