import { type DefaultTreeAdapterTypes, parse } from 'parse5';

/** A text without some pieces, and whether one of them is still named in it. */
export interface Without {
  readonly text: string;
  readonly named: boolean;
}

type Node = DefaultTreeAdapterTypes.Node;
type Element = DefaultTreeAdapterTypes.Element;
type Range = readonly [from: number, to: number];

/**
 * A page, feed or sitemap without every mention of some contributions, by id. In a page a mention is
 * the element with `data-piece` of that id, and whatever in the head names it; a part with
 * `data-with-pieces` goes when no piece is left in it. What is not cut stays byte for byte. When a
 * piece is still named afterwards the caller must not show the text (docs/consent.md §4, W4 and W5).
 */
export function withoutPieces(
  kind: 'html' | 'xml' | 'other',
  text: string,
  ids: readonly string[],
): Without {
  if (!ids.some((id) => isNamed(text, id))) return { text, named: false };
  const cut = { html: htmlWithout, xml: xmlWithout, other: (same: string) => same }[kind];
  const left = cut(text, ids);
  return { text: left, named: ids.some((id) => isNamed(left, id)) };
}

/**
 * Does a text name a contribution? An id with a digit is looked for as a word; one of letters only
 * may be an ordinary word, so it counts where it is an address or a mark.
 */
export function isNamed(text: string, id: string): boolean {
  if (!/^[a-z0-9]+$/.test(id)) return true;
  const word = /\d/.test(id)
    ? `(?<![a-z0-9])${id}(?![a-z0-9])`
    : `(?:(?:stories|media)[\\\\/]+|data-piece=["']?)${id}(?![a-z0-9])`;
  return new RegExp(word, 'i').test(plain(text));
}

/** Addresses may be written in another way: `%6f` and `&#x6f;` are letters too. */
function plain(text: string): string {
  const letter = (_: string, code: string) => String.fromCodePoint(Number.parseInt(code, 16));
  return text
    .replace(/%([2-7][0-9a-f])/gi, letter)
    .replace(/&#x0*([2-7][0-9a-f]);?/gi, letter)
    .replace(/&#0*(\d{2,3});?/g, (_, code: string) => String.fromCodePoint(Number(code)));
}

function htmlWithout(html: string, ids: readonly string[]): string {
  const ranges: Range[] = [];
  const gone = (element: Element): boolean =>
    ids.includes(attributeOf(element, 'data-piece') ?? '') || namedInHead(element, html, ids);
  const visit = (node: Node): void => {
    if (isElement(node) && (gone(node) || leftEmpty(node, ids))) {
      const { sourceCodeLocation: at } = node;
      if (at) ranges.push([at.startOffset, at.endOffset]);
      return;
    }
    for (const child of childrenOf(node)) visit(child);
  };
  visit(parse(html, { sourceCodeLocationInfo: true }));
  return cutOut(html, ranges);
}

const HEAD_ELEMENTS = new Set(['link', 'meta', 'script']);

/** Links to other versions, structured data and the like: nothing there is read by a person. */
function namedInHead(element: Element, html: string, ids: readonly string[]): boolean {
  const { tagName, sourceCodeLocation: at } = element;
  if (!HEAD_ELEMENTS.has(tagName) || !at) return false;
  const own = html.slice(at.startOffset, at.endOffset);
  return ids.some((id) => isNamed(own, id));
}

/** A part that is only there for the pieces in it, and has none left. */
function leftEmpty(element: Element, ids: readonly string[]): boolean {
  if (attributeOf(element, 'data-with-pieces') === undefined) return false;
  const pieces = piecesIn(element);
  return pieces.length > 0 && pieces.every((id) => ids.includes(id));
}

function piecesIn(node: Node): readonly string[] {
  const own = isElement(node) ? attributeOf(node, 'data-piece') : undefined;
  return [...(own === undefined ? [] : [own]), ...childrenOf(node).flatMap(piecesIn)];
}

/** An entry of a feed or an address of a sitemap goes as a whole. */
function xmlWithout(xml: string, ids: readonly string[]): string {
  return xml.replace(/\s*<(item|entry|url)\b[^>]*>[\s\S]*?<\/\1>/g, (entry) =>
    ids.some((id) => isNamed(entry, id)) ? '' : entry,
  );
}

function cutOut(text: string, ranges: readonly Range[]): string {
  let left = '';
  let at = 0;
  for (const [from, to] of [...ranges].sort(([one], [other]) => one - other)) {
    if (from > at) left += text.slice(at, from);
    at = Math.max(at, to);
  }
  return left + text.slice(at);
}

function isElement(node: Node): node is Element {
  return 'tagName' in node;
}

function childrenOf(node: Node): readonly Node[] {
  if ('content' in node) return node.content.childNodes;
  return 'childNodes' in node ? node.childNodes : [];
}

function attributeOf({ attrs }: Element, name: string): string | undefined {
  return attrs.find((each) => each.name === name)?.value;
}
