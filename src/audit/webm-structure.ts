import { type Element, elementsIn, readUnsigned } from './ebml.ts';
import type { StructureIssue } from './structure-issue.ts';

/**
 * Holds a WebM to one recording: no tags, attachments, chapters, title, date, file names or track
 * names, no picture track, no bytes that no element explains (RFC 9559; RFC 8794). An element that is
 * not named here is refused. Pure; never throws.
 */
export function webmIssues(bytes: Buffer): readonly StructureIssue[] {
  const issues: StructureIssue[] = [];
  walk({ bytes, from: 0, to: bytes.length, allowed: TOP }, issues);
  const names = new Set<string>();
  return issues.filter(({ rule, label }) => {
    const isNew = !names.has(`${rule} ${label}`);
    names.add(`${rule} ${label}`);
    return isNew;
  });
}

/** What an element may hold: further elements, or bytes that a check accepts. */
type Rule = ReadonlyMap<number, Rule> | ((body: Buffer) => boolean);

interface Walk {
  readonly bytes: Buffer;
  readonly from: number;
  readonly to: number;
  readonly allowed: ReadonlyMap<number, Rule>;
}

function walk({ bytes, from, to, allowed }: Walk, issues: StructureIssue[]): void {
  const elements = elementsIn(bytes, from, to);
  if (elements === undefined) {
    issues.push({ rule: 'trailing-bytes', label: 'bytes of the WebM that are no element' });
    return;
  }
  for (const element of elements) {
    const rule = allowed.get(element.id);
    if (rule === undefined) issues.push(refused(element));
    else if (typeof rule === 'function') {
      if (!rule(bytes.subarray(element.start, element.end))) issues.push(refused(element));
    } else walk({ bytes, from: element.start, to: element.end, allowed: rule }, issues);
  }
}

function refused(element: Element): StructureIssue {
  const name = REFUSED_NAMES.get(element.id);
  const label = `WebM ${name ?? `element ${element.id.toString(16)}`}`;
  return { rule: element.id === 0x1941_a469 ? 'embedded-picture' : 'sound-metadata', label };
}

const REFUSED_NAMES: ReadonlyMap<number, string> = new Map([
  [0x1254_c367, 'Tags'],
  [0x1941_a469, 'Attachments'],
  [0x1043_a770, 'Chapters'],
  [0x7ba9, 'Title'],
  [0x4461, 'DateUTC'],
  [0x7384, 'SegmentFilename'],
  [0x73a4, 'SegmentUUID'],
  [0x536e, 'track Name'],
  [0x83, 'track that is not sound'],
  [0xec, 'Void that is not empty'],
]);

const number = (body: Buffer): boolean => body.length <= 8;
const bits32 = (body: Buffer): boolean => body.length <= 4;
const program = (body: Buffer): boolean =>
  body.length <= 64 && /^[\w .+()-]*\0*$/.test(latin(body));
const language = (body: Buffer): boolean =>
  /^[a-zA-Z]{2,3}(?:-[a-zA-Z0-9]{2,8})*\0*$/.test(latin(body));
const codec = (body: Buffer): boolean => /^A_[A-Z0-9_/.]+\0*$/.test(latin(body));
const sound = (body: Buffer): boolean => readUnsigned(body) === 2;
const frames = (body: Buffer): boolean => body.length >= 4;
const zeros = (body: Buffer): boolean => body.every((byte) => byte === 0);
const kind = (body: Buffer): boolean => /^(?:webm|matroska)\0*$/.test(latin(body));
/** RFC 7845, §5.1: nineteen bytes, and for the odd channel mapping two more and one a channel. */
const opusHead = (body: Buffer): boolean => {
  const isOpus = latin(body).startsWith('OpusHead');
  return isOpus && body.length === (body[18] === 0 ? 19 : 21 + (body[9] ?? 0));
};

function latin(body: Buffer): string {
  return body.toString('latin1');
}

const EVERYWHERE: readonly (readonly [number, Rule])[] = [
  [0xec, zeros],
  [0xbf, bits32],
];

function holding(...entries: readonly (readonly [number, Rule])[]): ReadonlyMap<number, Rule> {
  return new Map([...EVERYWHERE, ...entries]);
}

function numbers(...ids: readonly number[]): readonly (readonly [number, Rule])[] {
  return ids.map((id) => [id, number] as const);
}

const HEADER = holding(...numbers(0x4286, 0x42f7, 0x42f2, 0x42f3, 0x4287, 0x4285), [0x4282, kind]);
const SEEK_HEAD = holding([0x4dbb, holding([0x53ab, bits32], ...numbers(0x53ac))]);
const INFO = holding(...numbers(0x2a_d7b1, 0x4489), [0x4d80, program], [0x5741, program]);
const AUDIO = holding(...numbers(0xb5, 0x78b5, 0x9f, 0x6264));
const TRACK = holding(
  ...numbers(
    0xd7,
    0x73c5,
    0xb9,
    0x88,
    0x55aa,
    0x9c,
    0x23_e383,
    0x56aa,
    0x56bb,
    0x6de7,
    0x6df8,
    0xaa,
  ),
  [0x83, sound],
  [0x22_b59c, language],
  [0x22_b59d, language],
  [0x86, codec],
  [0x63a2, opusHead],
  [0xe1, AUDIO],
);
const BLOCK_GROUP = holding([0xa1, frames], ...numbers(0x9b, 0x75a2, 0xfb));
const CLUSTER = holding(...numbers(0xe7, 0xa7, 0xab), [0xa3, frames], [0xa0, BLOCK_GROUP]);
const POSITIONS = holding(...numbers(0xf7, 0xf1, 0xf0, 0xb2, 0x5378));
const CUES = holding([0xbb, holding(...numbers(0xb3), [0xb7, POSITIONS])]);
const SEGMENT = holding(
  [0x114d_9b74, SEEK_HEAD],
  [0x1549_a966, INFO],
  [0x1654_ae6b, holding([0xae, TRACK])],
  [0x1f43_b675, CLUSTER],
  [0x1c53_bb6b, CUES],
);
const TOP: ReadonlyMap<number, Rule> = holding([0x1a45_dfa3, HEADER], [0x1853_8067, SEGMENT]);
