import type { Block } from '#release/document.ts';
import { parseDocument } from '#release/document-blocks.ts';
import { type DrawnBlock, drawBlocks } from '#release/document-html.ts';

/** What a page draws of a document, as one text; a component as `{Name attributes|what stands in it}`. */
export function drawnText(written: string): string {
  return drawnWall(parseDocument(written));
}

/** The same of blocks that were read and cut before. */
export function drawnWall(blocks: readonly Block[]): string {
  return textOf(drawBlocks(blocks));
}

function textOf(drawn: readonly DrawnBlock[]): string {
  return drawn.map(pieceText).join('');
}

function pieceText(piece: DrawnBlock): string {
  if ('html' in piece) return piece.html;
  const inside = textOf(piece.inside);
  if ('tag' in piece) {
    const start = piece.start === undefined ? '' : ` start="${piece.start}"`;
    return `<${piece.tag}${start}>${inside}</${piece.tag}>`;
  }
  const given = Object.entries(piece.component.attributes).map(
    ([key, value]) => ` ${key}=${value}`,
  );
  return `{${piece.component.name}${given.join('')}|${inside}}`;
}
