import { isTagLine } from './document-tags.ts';

/** A line of a document, without the marks of what it stands in. */
export interface Line {
  readonly text: string;
  /** Of the whole text, from 1. */
  readonly number: number;
}

/** Three backticks or more, or three `~`, around what is shown as it is typed. */
export const CODE_FENCE = /^ *(`{3,}(?=[^`]*$)|~{3,})/;
const RULE = /^ {0,3}(?:(?:\*[ \t]*){3,}|(?:-[ \t]*){3,}|(?:_[ \t]*){3,})$/;
const MARKER = /^( *)([-*+]|\d{1,9}[.)])(?:( +)(?=\S)|[ \t]*$)/;

/** Does a line begin something other than a paragraph, or than more of the one before it? */
export function startsBlock(text: string, inParagraph: boolean): boolean {
  if (/^ *(?:#{1,6}(?:[ \t]|$)|>)/.test(text)) return true;
  if (CODE_FENCE.test(text) || RULE.test(text) || isTagLine(text)) return true;
  const marker = MARKER.exec(text);
  if (marker === null) return false;
  return !inParagraph || (marker[3] !== undefined && /^(?:\D|1.)$/.test(marker[2] as string));
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
    else if (goesOn(inside.at(-1), line)) inside.push(line);
    else break;
  }
  return inside.length === 0 ? undefined : { lines: inside, next };
}

/** A line without the mark goes on with the paragraph before it, unless anything else can begin there. */
function goesOn(last: Line | undefined, line: Line): boolean {
  if (last === undefined || line.text.trim() === '') return false;
  // What stands in a quotation or a list itself ends with a paragraph in most cases.
  const before = last.text.replace(/^ *(?:>|[-*+] |\d{1,9}[.)] )+/, '');
  return before.trim() !== '' && !startsBlock(before, true) && !startsBlock(line.text, false);
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
  const begin = lines[at] as Line;
  const first = markerOf(begin.text);
  if (first === undefined) return undefined;
  let marker = first;
  let item = [{ ...begin, text: begin.text.slice(first.width) }];
  const items = [item];
  let next = at + 1;
  let loose = false;
  let blank = false;
  for (; next < lines.length; next += 1) {
    const line = lines[next] as Line;
    if (line.text.trim() === '') {
      item.push({ ...line, text: '' });
      blank = true;
      continue;
    }
    const indent = line.text.length - line.text.trimStart().length;
    const found = markerOf(line.text);
    if (indent >= marker.width) {
      item.push({ ...line, text: line.text.slice(marker.width) });
    } else if (found?.kind === first.kind) {
      marker = found;
      item = [{ ...line, text: line.text.slice(found.width) }];
      items.push(item);
    } else if (!blank && goesOn(item.at(-1), line)) {
      item.push(line);
    } else break;
    loose ||= blank;
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
  const [, indent, sign, space] = found as unknown as readonly [string, string, string, string?];
  const gap = space === undefined || space.length > 4 ? 1 : space.length;
  return {
    kind: sign.slice(-1),
    start: /\d/.test(sign) ? Number.parseInt(sign, 10) : undefined,
    width: indent.length + sign.length + gap,
  };
}

/** The cells of a row of a table. */
export function cellsOf(row: string): readonly string[] {
  return row
    .trim()
    .replace(/^\||(?<!\\)\|$/g, '')
    .split(/(?<!\\)\|/)
    .map((cell) => cell.trim().replaceAll('\\|', '|'));
}
