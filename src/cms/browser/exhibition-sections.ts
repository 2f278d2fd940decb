/** One thing in an exhibition, as it is moved about. */
export type ExhibitionItem =
  | { readonly key: number; readonly kind: 'words' | 'note'; readonly text: string }
  | { readonly key: number; readonly kind: 'work'; readonly id: string; readonly part?: string }
  | { readonly key: number; readonly kind: 'quote'; readonly id: string; readonly text: string };

/** A chapter, or what stands outside of chapters, which has no title. */
export interface Section {
  readonly key: number;
  readonly title?: string;
  readonly items: readonly ExhibitionItem[];
}

let last = 0;
export const newKey = (): number => {
  last += 1;
  return last;
};

const CHAPTER = /^<Chapter title="([^"]*)">[ \t]*\n([\s\S]*?)^<\/Chapter>[ \t]*$/gm;
const ITEM =
  /^<Work id="([^"]*)"(?: part="([^"]*)")?[ \t]*\/>[ \t]*$|^<Quote id="([^"]*)">([\s\S]*?)<\/Quote>[ \t]*$|^<Note>([\s\S]*?)<\/Note>[ \t]*$/gm;

/**
 * The text of an exhibition as what hangs in it. What it does not know stays in the words it stands in,
 * and a text that would not come back the same is one piece of words, so that nothing is ever lost.
 */
export function sectionsOf(text: string): readonly Section[] {
  const sections: Section[] = [];
  let from = 0;
  const outside = (to: number): void => {
    const items = itemsOf(text.slice(from, to));
    if (items.length > 0) sections.push({ key: newKey(), items });
  };
  for (const match of text.matchAll(CHAPTER)) {
    outside(match.index);
    const [whole, title = '', inner = ''] = match;
    sections.push({ key: newKey(), title, items: itemsOf(inner) });
    from = match.index + whole.length;
  }
  outside(text.length);
  if (squeezed(textOf(sections)) === squeezed(text)) return sections;
  return [{ key: newKey(), items: [{ key: newKey(), kind: 'words', text: text.trim() }] }];
}

function itemsOf(text: string): readonly ExhibitionItem[] {
  const items: ExhibitionItem[] = [];
  let from = 0;
  const words = (to: number): void => {
    const said = text.slice(from, to).replace(/^\s*\n|\s+$/g, '');
    if (said.trim() !== '') items.push({ key: newKey(), kind: 'words', text: said });
  };
  for (const match of text.matchAll(ITEM)) {
    words(match.index);
    items.push(itemOf(match));
    from = match.index + match[0].length;
  }
  words(text.length);
  return items;
}

function itemOf([, work, part, quoted, said, note]: RegExpMatchArray): ExhibitionItem {
  const key = newKey();
  if (work !== undefined)
    return part === undefined
      ? { key, kind: 'work', id: work }
      : { key, kind: 'work', id: work, part };
  if (quoted !== undefined) return { key, kind: 'quote', id: quoted, text: said ?? '' };
  return { key, kind: 'note', text: note ?? '' };
}

/** What hangs in an exhibition as its text. */
export function textOf(sections: readonly Section[]): string {
  const texts = sections.map(({ title, items }) => {
    const inner = items.map(itemText).join('\n\n');
    return title === undefined
      ? inner
      : `<Chapter title="${inQuotes(title)}">\n\n${inner}${inner === '' ? '' : '\n\n'}</Chapter>`;
  });
  return `${texts.filter((text) => text !== '').join('\n\n')}\n`;
}

function itemText(item: ExhibitionItem): string {
  switch (item.kind) {
    case 'words':
      return item.text;
    case 'note':
      return `<Note>${item.text}</Note>`;
    case 'quote':
      return `<Quote id="${inQuotes(item.id)}">${item.text}</Quote>`;
    case 'work': {
      const part = item.part ? ` part="${inQuotes(item.part)}"` : '';
      return `<Work id="${inQuotes(item.id)}"${part} />`;
    }
  }
}

/** An attribute cannot hold its own quotation mark: a curly one says the same. */
function inQuotes(text: string): string {
  return text.replaceAll('"', '”');
}

function squeezed(text: string): string {
  return text.replace(/\s+/g, ' ').trim();
}

/** Where something is: in which section, and at which place in it. */
export interface Place {
  readonly section: number;
  readonly at: number;
}

export function itemPlace(sections: readonly Section[], key: number): Place | undefined {
  for (const [section, { items }] of sections.entries()) {
    const at = items.findIndex((item) => item.key === key);
    if (at >= 0) return { section, at };
  }
  return undefined;
}

/** Without one thing. */
export function without(sections: readonly Section[], key: number): readonly Section[] {
  return sections.map((section) => ({
    ...section,
    items: section.items.filter((item) => item.key !== key),
  }));
}

/** With one thing put at a place; a place past the end is the end. */
export function withItem(
  sections: readonly Section[],
  item: ExhibitionItem,
  { section, at }: Place,
): readonly Section[] {
  return sections.map((each, index) =>
    index === section ? { ...each, items: each.items.toSpliced(at, 0, item) } : each,
  );
}

/** One step up or down, and on into the next chapter where this one ends. */
export function stepped(sections: readonly Section[], key: number, by: -1 | 1): readonly Section[] {
  const place = itemPlace(sections, key);
  const item = place && sections[place.section]?.items[place.at];
  if (place === undefined || item === undefined) return sections;
  const { section, at } = place;
  const length = sections[section]?.items.length ?? 0;
  const inside = at + by >= 0 && at + by < length;
  const next = inside ? section : section + by;
  if (next < 0 || next >= sections.length) return sections;
  const to = inside ? at + by : by < 0 ? (sections[next]?.items.length ?? 0) : 0;
  return withItem(without(sections, key), item, { section: next, at: to });
}
