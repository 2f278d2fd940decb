import { type DefaultTreeAdapterTypes, parse } from 'parse5';

/** The attributes of every element of this kind in a page, as a browser reads it. */
export function elementsIn(html: string, tag: string): readonly Record<string, string>[] {
  const found: Record<string, string>[] = [];
  const look = (node: DefaultTreeAdapterTypes.Node): void => {
    if ('tagName' in node && node.tagName === tag)
      found.push(Object.fromEntries(node.attrs.map(({ name, value }) => [name, value])));
    if ('childNodes' in node) node.childNodes.forEach(look);
  };
  look(parse(html));
  return found;
}
