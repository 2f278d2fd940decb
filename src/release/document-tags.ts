import type { RefusedMark } from './document.ts';

/** The names that make a tag of the archive's own; everything else in angle brackets is refused. */
export const COMPONENT_NAMES = ['Work', 'Quote', 'Chapter', 'Note'] as const;

/** A run of text, a tag, or what only looks like one of ours. */
export type Piece =
  | { readonly kind: 'text'; readonly text: string; readonly line: number }
  | {
      readonly kind: 'tag';
      readonly name: string;
      readonly closes: boolean;
      readonly alone: boolean;
      readonly attributes: Readonly<Record<string, string>> | RefusedMark;
      readonly line: number;
    };

const NAMES = COMPONENT_NAMES.join('|');
const OURS = new RegExp(`<(/?)(${NAMES})(?=[\\s/>{]|$)`, 'y');
const VALUE = '"[^"]*"|\'[^\']*\'';
const TAG = new RegExp(
  `<(/?)(${NAMES})((?:[ \\t\\n]+[A-Za-z_][\\w-]*(?:=(?:${VALUE}))?)*)[ \\t\\n]*(/?)>`,
  'y',
);
const ATTRIBUTE = new RegExp(`([A-Za-z_][\\w-]*)(?:=(${VALUE}))?`, 'g');
/** A tag longer than this is none: each is looked at once, so the whole stays linear. */
const LONGEST_TAG = 2000;

/**
 * Cuts a text at the archive's own tags; `decode` turns character references in an attribute into
 * letters. A tag behind a backslash is text. Time grows with the length of the text.
 */
export function splitTags(
  text: string,
  firstLine: number,
  decode: (text: string) => string,
): readonly Piece[] {
  const pieces: Piece[] = [];
  let from = 0;
  let line = firstLine;
  const add = (to: number): void => {
    if (to > from) pieces.push({ kind: 'text', text: text.slice(from, to), line });
    line += newlines(text, from, to);
    from = to;
  };
  for (let at = text.indexOf('<'); at >= 0; at = text.indexOf('<', Math.max(at + 1, from))) {
    if (isEscaped(text, at)) continue;
    OURS.lastIndex = at;
    const ours = OURS.exec(text);
    if (ours === null) continue;
    add(at);
    const [, slash, name = ''] = ours;
    const short = text.slice(at, at + LONGEST_TAG);
    TAG.lastIndex = 0;
    const tag = TAG.exec(short);
    const end = tag === null ? endOfWrongTag(short) : tag[0].length;
    const attributes = tag === null ? 'attribute' : attributesIn(tag[3] ?? '', decode);
    const alone = tag === null ? short[end - 2] === '/' : tag[4] === '/';
    pieces.push({ kind: 'tag', name, closes: slash === '/', alone, attributes, line });
    line += newlines(text, at, at + end);
    from = at + end;
  }
  add(text.length);
  return pieces;
}

/** Does a tag of ours, right or wrong, begin at a place? */
export function isOurTag(text: string, at: number): boolean {
  OURS.lastIndex = at;
  return OURS.test(text);
}

/** Does a text hold nothing but whole tags of ours? */
export function isTagLine(text: string): boolean {
  let at = 0;
  const line = text.trim();
  if (!line.startsWith('<')) return false;
  while (at < line.length) {
    TAG.lastIndex = at;
    const tag = line.length > LONGEST_TAG ? null : TAG.exec(line);
    if (tag === null) return false;
    at += tag[0].length;
    while (line[at] === ' ' || line[at] === '\t') at += 1;
  }
  return true;
}

/** An even number of backslashes stand for themselves. */
export function isEscaped(text: string, at: number): boolean {
  let before = at;
  while (before > 0 && text[before - 1] === '\\') before -= 1;
  return (at - before) % 2 === 1;
}

function endOfWrongTag(short: string): number {
  const end = short.search(/[>\n]/);
  return end < 0 ? short.length : short[end] === '>' ? end + 1 : end;
}

function attributesIn(
  text: string,
  decode: (text: string) => string,
): Readonly<Record<string, string>> | RefusedMark {
  const found: [string, string][] = [];
  for (const [, name = '', value] of text.matchAll(ATTRIBUTE)) {
    if (value === undefined || found.some(([other]) => other === name)) return 'attribute';
    found.push([name, decode(value.slice(1, -1))]);
  }
  return Object.fromEntries(found);
}

/** How many lines end in a part of a text. */
export function newlines(text: string, from: number, to: number): number {
  let count = 0;
  for (let at = from; at < to; at += 1) if (text.charCodeAt(at) === 10) count += 1;
  return count;
}
