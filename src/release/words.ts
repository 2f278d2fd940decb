import { escapeHtml } from './escape-html.ts';
import type { LineSegment } from '#records/mark-edit.ts';
import { type TextBlock, readWords, visibleText } from '#records/marks.ts';

export { visibleText };

/**
 * Draws contributed words as HTML without changing a letter of them (docs/consent.md T7, T8, A22). What
 * is a mark is said in `records/`; here it becomes an element, and all else is text.
 *
 * Lines are parted by `<br>` and not by the style sheet alone, so that they hold in a reading view
 * and for a screen reader; spaces are held by `white-space` on what holds the words. Headings begin
 * at `top`, under those of the page around them, and skip no level.
 */
export function wordsToHtml(words: string, top: 2 | 3 | 4 = 2): string {
  const blocks = readWords(words);
  const levels = blocks.filter(({ level }) => level > 0).map(({ level }) => level);
  const highest = levels.reduce((least, level) => Math.min(least, level), 6);
  let previous = top - 1;
  return blocks
    .map((block) => {
      if (block.level === 0) return drawn(block, 'p');
      previous = Math.min(block.level - highest + top, previous + 1, 6);
      return drawn(block, `h${previous}`);
    })
    .join('\n');
}

function drawn({ breaks, pieces }: TextBlock, element: string): string {
  return `<${element}>${'<br>'.repeat(Math.max(0, breaks - 2))}${pieces.map(drawnPiece).join('')}</${element}>`;
}

const ELEMENTS = { emphasis: 'em', strong: 'strong', link: 'a' } as const;

function drawnPiece(piece: LineSegment): string {
  if (piece.kind === 'text') return escapeHtml(piece.text);
  if (piece.kind === 'break') return '<br>';
  if (piece.kind === 'close') return `</${ELEMENTS[piece.mark]}>`;
  return piece.mark === 'link'
    ? `<a href="${escapeHtml(piece.url)}">`
    : `<${ELEMENTS[piece.mark]}>`;
}

/**
 * Words as they were typed and, where they hold marks, as they are copied from a page: the address of
 * a link stands no more between its words and the next. Who looks for words looks for both.
 */
export function typedAndSeen(words = ''): readonly string[] {
  const seen = visibleText(words);
  return seen === words.trim() ? [words] : [words, seen];
}

/** Draws letters that hold no marks, such as a quotation, with their lines and the gaps between them. */
export function linesToHtml(letters: string): string {
  const lines = letters.split(/\r\n|\r|\n/).map(escapeHtml);
  return `<p>${lines.join('<br>')}</p>`;
}

/**
 * Where a text says exactly these words: the place in it, from and to, as UTF-16 offsets. Line ends
 * and spaces count as one space, and the two Unicode forms of a letter as one letter.
 */
export function placeOfQuote(
  quoted: string,
  text: string,
): { readonly from: number; readonly to: number } | undefined {
  const wanted = evened(quoted).words.trim();
  if (wanted === '') return undefined;
  const { words, starts } = evened(text);
  const at = words.indexOf(wanted);
  if (at === -1) return undefined;
  const last = starts[at + wanted.length - 1] ?? 0;
  const to = starts.find((start) => start > last) ?? text.length;
  return { from: starts[at] ?? 0, to };
}

/** A text with its spaces and Unicode forms made even; for each letter where it began. */
function evened(text: string): { readonly words: string; readonly starts: readonly number[] } {
  const starts: number[] = [];
  let words = '';
  for (const { segment, index } of GRAPHEMES.segment(text)) {
    const even = /^\s+$/u.test(segment) ? ' ' : segment.normalize('NFC');
    if (even === ' ' && words.endsWith(' ')) continue;
    words += even;
    for (let unit = 0; unit < even.length; unit += 1) starts.push(index);
  }
  return { words, starts };
}

const GRAPHEMES = new Intl.Segmenter('und');
