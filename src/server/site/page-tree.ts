import { type DefaultTreeAdapterTypes, defaultTreeAdapter, html, parse, serialize } from 'parse5';
import type { CardNode } from '#components/card-tree.ts';

type Node = DefaultTreeAdapterTypes.ChildNode | DefaultTreeAdapterTypes.Document;
type Element = DefaultTreeAdapterTypes.Element;

/** A drawn page that is changed before it is sent: what is put into it is escaped when it is written. */
export class PageTree {
  readonly #document: DefaultTreeAdapterTypes.Document;

  constructor(text: string) {
    this.#document = parse(text);
  }

  text(): string {
    return serialize(this.#document);
  }

  language(): string {
    return attribute(this.#root(), 'lang') ?? 'en';
  }

  /** An attribute of the whole page. */
  setRoot(name: string, value: string): void {
    const root = this.#root();
    if (root) put(root, name, value);
  }

  /** A `data-` attribute of the element with an id. */
  dataOf(id: string, name: string): string | undefined {
    return attribute(this.#byId(id), `data-${name}`);
  }

  setAttribute(id: string, name: string, value: string): void {
    const found = this.#byId(id);
    if (found) put(found, name, value);
  }

  removeAttribute(id: string, name: string): void {
    const found = this.#byId(id);
    if (found) found.attrs = found.attrs.filter((each) => each.name !== name);
  }

  setText(id: string, text: string): void {
    const found = this.#byId(id);
    if (!found) return;
    found.childNodes = [];
    defaultTreeAdapter.insertText(found, text);
  }

  /** Chooses the option of a list that has this value. */
  choose(id: string, value: string): void {
    const found = this.#byId(id);
    const option = found && within(found).find((each) => attribute(each, 'value') === value);
    if (option && value !== '') put(option, 'selected', '');
  }

  /** Puts elements at the end of the first `tag` that has the id, or stands in what has it. */
  append(id: string, tag: string, nodes: readonly CardNode[]): void {
    const found = this.#byId(id);
    const into = found && [found, ...within(found)].find(({ tagName }) => tagName === tag);
    if (into) for (const node of nodes) defaultTreeAdapter.appendChild(into, made(node));
  }

  removeAll(tag: string): void {
    for (const each of this.#elements().filter(({ tagName }) => tagName === tag))
      defaultTreeAdapter.detachNode(each);
  }

  #root(): Element | undefined {
    return this.#elements().find(({ tagName }) => tagName === 'html');
  }

  #byId(id: string): Element | undefined {
    return this.#elements().find((each) => attribute(each, 'id') === id);
  }

  #elements(): readonly Element[] {
    return within(this.#document);
  }
}

function within(node: Node): readonly Element[] {
  if (!('childNodes' in node)) return [];
  return node.childNodes.flatMap((child) =>
    'tagName' in child ? [child, ...within(child)] : within(child),
  );
}

function attribute(element: Element | undefined, name: string): string | undefined {
  return element?.attrs.find((each) => each.name === name)?.value;
}

function put(element: Element, name: string, value: string): void {
  element.attrs = [...element.attrs.filter((each) => each.name !== name), { name, value }];
}

function made({ tag, attributes, children }: CardNode): Element {
  const attrs = Object.entries(attributes).flatMap(([name, value]) =>
    value === undefined ? [] : [{ name, value: String(value) }],
  );
  const element = defaultTreeAdapter.createElement(tag, html.NS.HTML, attrs);
  for (const child of children)
    if (typeof child === 'string') defaultTreeAdapter.insertText(element, child);
    else defaultTreeAdapter.appendChild(element, made(child));
  return element;
}
