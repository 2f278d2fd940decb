import { isTagLine } from './document-tags.ts';

/** A line of a document, without the marks of what it stands in. */
export interface Line {
  readonly text: string;
  /** Of the whole text, from 1. */
  readonly number: number;
}

const RULE = /^ {0,3}(?:(?:\*[ \t]*){3,}|(?:-[ \t]*){3,}|(?:_[ \t]*){3,})$/;
const MARKER = /^( *)([-*+]|\d{1,9}[.)])(?:( +)(?=\S)|[ \t]*$)/;

/** Does a line begin something other than a paragraph, or than more of the one before it? */
export function startsBlock(text: string, inParagraph: boolean): boolean {
  if (/^ *(?:#{1,6}(?:[ \t]|$)|>|~{3,}|`{3,}[^`]*$)/.test(text) || RULE.test(text)) return true;
  if (isTagLine(text)) return true;
  const marker = MARKER.exec(text);
  if (marker === null) return false;
  return !inParagraph || (marker[3] !== undefined && /^(?:[-*+]|1[.)])$/.test(marker[2] ?? ''));
}

/** The lines of a quotation that begins here, without their `>`. */
export function quotationAt(
  lines: readonly Line[],
  at: number,
): { readonly lines: readonly Line[]; readonly next: number } | undefined {
  const inside: Line[] = [];
  let next = at;
  for (; next < lines.length; next += 1) {
    const line = lines[next] as Line;
    const quoted = /^ *>/.exec(line.text)?.[0];
    if (quoted !== undefined)
      inside.push({ ...line, text: line.text.slice(quoted.length).replace(/^ /, '') });
    else if (inside.length > 0 && goesOn(inside.at(-1), line)) inside.push(line);
    else break;
  }
  return inside.length === 0 ? undefined : { lines: inside, next };
}

/** A line without the mark goes on with the paragraph before it. */
function goesOn(last: Line | undefined, line: Line): boolean {
  const before = last?.text ?? '';
  return before.trim() !== '' && isProse(before) && isProse(line.text, true);
}

function isProse(text: string, inParagraph = false): boolean {
  if (text.trim() === '') return false;
  // What stands in a quotation or a list itself ends with a paragraph in most cases.
  const inner = text.replace(/^ *(?:>|[-*+] |\d{1,9}[.)] )+/, '');
  return inParagraph ? !startsBlock(text, true) : !startsBlock(inner, true);
}

/** A list that begins here: the lines of each item, without their marks. */
export function listAt(
  lines: readonly Line[],
  at: number,
):
  | {
      readonly start?: number | undefined;
      readonly loose: boolean;
      readonly items: readonly (readonly Line[])[];
      readonly next: number;
    }
  | undefined {
  const first = markerOf(lines[at]?.text ?? '');
  if (first === undefined) return undefined;
  const items: Line[][] = [];
  let marker = first;
  let next = at;
  let loose = false;
  let blank = false;
  for (; next < lines.length; next += 1) {
    const line = lines[next] as Line;
    const item = items.at(-1);
    const indent = line.text.length - line.text.trimStart().length;
    if (line.text.trim() === '') {
      item?.push({ ...line, text: '' });
      blank = true;
      continue;
    }
    const found = item !== undefined && indent >= marker.width ? undefined : markerOf(line.text);
    if (found !== undefined && found.kind === first.kind && !RULE.test(line.text)) {
      loose ||= blank && item !== undefined;
      marker = found;
      items.push([{ ...line, text: line.text.slice(Math.min(found.width, line.text.length)) }]);
    } else if (item !== undefined && indent >= marker.width) {
      loose ||= blank;
      item.push({ ...line, text: line.text.slice(marker.width) });
    } else if (item !== undefined && !blank && goesOn(item.at(-1), line)) {
      item.push({ ...line, text: line.text.trimStart() });
    } else break;
    blank = false;
  }
  return { start: first.start, loose, items, next };
}

interface Marker {
  /** `-`, `*` or `+`, or what stands behind a number: another one begins another list. */
  readonly kind: string;
  readonly start?: number | undefined;
  /** How far the words of the item are from the start of the line. */
  readonly width: number;
}

function markerOf(text: string): Marker | undefined {
  if (RULE.test(text)) return undefined;
  const found = MARKER.exec(text);
  if (found === null) return undefined;
  const [, indent = '', sign = '', space = ' '] = found;
  const number = /^\d+/.exec(sign)?.[0];
  const gap = space.length > 4 ? 1 : space.length;
  return {
    kind: sign.slice(-1),
    ...(number === undefined ? {} : { start: Number(number) }),
    width: indent.length + sign.length + gap,
  };
}

/** The cells of a row of a table. */
export function cellsOf(row: string): readonly string[] {
  const cells = row
    .trim()
    .replace(/^\|/, '')
    .split(/(?<!\\)\|/);
  if (cells.at(-1)?.trim() === '' && cells.length > 1) cells.pop();
  return cells.map((cell) => cell.trim().replaceAll('\\|', '|'));
}
