import type { RefusedMark } from './document.ts';

/** The names that make a tag of the archive's own; everything else in angle brackets is refused. */
export const COMPONENT_NAMES = ['Work', 'Quote', 'Chapter', 'Note'] as const;

/** A run of text (perhaps of no letters), a tag, or what only looks like one of ours. */
export type TagToken =
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
const WHOLE = `<(/?)(${NAMES})((?:[ \\t\\n]+[A-Za-z_][\\w-]*(?:=(?:${VALUE}))?)*)[ \\t\\n]*/?>`;
const TAG = new RegExp(WHOLE, 'y');
const TAG_LINE = new RegExp(`^(?:${WHOLE}[ \\t]*)+$`);
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
): readonly TagToken[] {
  const pieces: TagToken[] = [];
  let from = 0;
  let line = firstLine;
  const add = (to: number): void => {
    pieces.push({ kind: 'text', text: text.slice(from, to), line });
    line += newlines(text, from, to);
    from = to;
  };
  for (const { index: at } of text.matchAll(/</g)) {
    if (at < from || isEscaped(text, at)) continue;
    OURS.lastIndex = at;
    const ours = OURS.exec(text);
    if (ours === null) continue;
    add(at);
    const [, slash, name] = ours as unknown as readonly [string, string, string];
    const short = text.slice(at, at + LONGEST_TAG);
    TAG.lastIndex = 0;
    const tag = TAG.exec(short);
    const end = tag?.[0].length ?? endOfWrongTag(short);
    const attributes = tag === null ? 'attribute' : attributesIn(tag[3] as string, decode);
    // Of a right one and of a wrong one: `/` stands before its last sign.
    const alone = short[end - 2] === '/';
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
  const line = text.trim();
  return line.length <= LONGEST_TAG && TAG_LINE.test(line);
}

/** An even number of backslashes stand for themselves. */
export function isEscaped(text: string, at: number): boolean {
  let before = at;
  while (text[before - 1] === '\\') before -= 1;
  return (at - before) % 2 === 1;
}

function endOfWrongTag(short: string): number {
  return (/^[^>\n]*>?/.exec(short) as RegExpExecArray)[0].length;
}

function attributesIn(
  text: string,
  decode: (text: string) => string,
): Readonly<Record<string, string>> | RefusedMark {
  const found: [string, string][] = [];
  for (const [, name, value] of text.matchAll(ATTRIBUTE)) {
    if (value === undefined || found.some(([other]) => other === name)) return 'attribute';
    found.push([name as string, decode(value.slice(1, -1))]);
  }
  return Object.fromEntries(found);
}

/** How many lines end in a part of a text. */
export function newlines(text: string, from: number, to: number): number {
  return text.slice(from, to).split('\n').length - 1;
}
