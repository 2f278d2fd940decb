import { type DefaultTreeAdapterTypes, parseFragment } from 'parse5';

type Node = DefaultTreeAdapterTypes.ChildNode;

/** What a reader meets of drawn words: the letters, a line end for each `<br>`, an empty line between blocks. */
export function shownWords(html: string): string {
  return parseFragment(html)
    .childNodes.filter((node) => !(node.nodeName === '#text' && /^\n*$/.test(letters(node))))
    .map(letters)
    .join('\n\n');
}

function letters(node: Node): string {
  if ('value' in node) return node.value;
  if (node.nodeName === 'br') return '\n';
  return 'childNodes' in node ? node.childNodes.map(letters).join('') : '';
}

/** The names of all elements in drawn words. */
export function elementsIn(html: string): readonly string[] {
  const found: string[] = [];
  const look = (node: Node): void => {
    if ('tagName' in node) found.push(node.tagName);
    if ('childNodes' in node) node.childNodes.forEach(look);
  };
  parseFragment(html).childNodes.forEach(look);
  return found;
}

/** Typed words as they must be shown where they hold no mark: their lines, without empty ones around them. */
export function asTyped(words: string): string {
  return words
    .replace(/\r\n?/g, '\n')
    .replace(/^[ \t]+$/gm, '')
    .replace(/^\n+|\n+$/g, '');
}
