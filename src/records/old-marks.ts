import { readWords } from './marks.ts';

/** Words first shown before this day were drawn as Markdown, which has many more marks. */
export const DRAWN_AS_TYPED_SINCE = '2026-12-01';

/** Is it in this line? `before` is the line above, empty where there is none. */
type InLine = (line: string, before: string) => boolean;

const has =
  (pattern: RegExp): InLine =>
  (line) =>
    pattern.test(line);
const HEADING = /^ {0,3}#{1,6}[ \t]/;
const isEmpty = (line: string): boolean => line.trim() === '';

/**
 * What Markdown made of contributed words and the archive's own marks do not. Where it is doubtful it
 * is found: all that follows is that somebody looks. Each pattern looks at a letter a few times at most.
 */
const OLD_MARKS = {
  'bullet list': has(/^ *[-*+][ \t]+\S/),
  'numbered list': has(/^ *\d{1,9}[.)][ \t]+\S/),
  quotation: has(/^ {0,3}>/),
  'indented code': (line, before) => isEmpty(before) && /^(?: {4}|\t)[ \t]*\S/.test(line),
  'code in backticks': has(/`[^`]+`|^ {0,3}(?:```|~~~)/),
  'heading by underline': (line, before) =>
    !isEmpty(before) && /^ {0,3}(?:=+|-+)[ \t]*$/.test(line),
  'heading in a paragraph': (line, before) =>
    HEADING.test(line) && !isEmpty(before) && !HEADING.test(before),
  'heading behind spaces or before hashes': has(/^ {1,3}#{1,6}[ \t]|^#{1,6}[ \t].*[ \t]#+[ \t]*$/),
  'line across': has(/^ {0,3}(?:(?:-[ \t]*){3,}|(?:_[ \t]*){3,}|(?:\*[ \t]*){3,})$/),
  table: (line, before) => before.includes('|') && /^ *(?:\| *)?:?-[-:| ]*$/.test(line),
  'emphasis by low lines': has(
    /(?:^|[^\p{L}\p{N}_])_{1,3}[^\s_](?:[^_]*[^\s_])?_{1,3}(?![\p{L}\p{N}_])/u,
  ),
  'emphasis inside a word': has(
    /[\p{L}\p{N}]\*{1,3}[^\s*][^*]*\*|\*[^\s*][^*]*\*{1,3}[\p{L}\p{N}]/u,
  ),
  'struck out words': has(/~[^\s~][^~]*~/),
  'link by reference': has(/^ {0,3}\[[^\]]+\]:/),
  'link with a title or to another place': has(
    /\]\((?!https?:\/\/|tel:|mailto:)|\]\([^\s()]*[ \t]+["'(]/i,
  ),
  'address made a link': has(/(?:^|[^(])(?:https?:\/\/|www\.)\S/i),
  picture: has(/!\[/),
  comment: has(/<!--/),
  'letters written as code': has(/&(?:#\d+|#x[0-9a-f]+|[a-z][a-z0-9]*);/i),
  'backslash before a sign': has(/\\[!-/:-@[-`{-~]/),
  'line end by backslash': has(/\\$/),
} as const satisfies Readonly<Record<string, InLine>>;

export type OldMark = keyof typeof OLD_MARKS | 'lines that ran on';

/** The kinds of mark in these words that were drawn and are now shown as they were typed. */
export function oldMarksIn(words: string): readonly OldMark[] {
  const found = new Set<OldMark>();
  let before = '';
  for (const line of words.split(/\r\n|\r|\n/)) {
    for (const [kind, isIn] of Object.entries(OLD_MARKS))
      if (isIn(line, before)) found.add(kind as OldMark);
    before = line;
  }
  const ranOn = readWords(words).some(({ pieces }) => pieces.some(({ kind }) => kind === 'break'));
  return [...found, ...(ranOn ? (['lines that ran on'] as const) : [])];
}
