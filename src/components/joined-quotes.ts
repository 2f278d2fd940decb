import type { DrawnBlock } from '#release/document-html.ts';

/** Quotations of one piece that stand one after another: one, with all that is said in it as HTML. */
export interface JoinedQuote {
  readonly quote: string;
  readonly passages: readonly string[];
}

/** What is drawn one after another, with quotations of the same piece joined: a translation to its original. */
export function joinedQuotes(drawn: readonly DrawnBlock[]): readonly (DrawnBlock | JoinedQuote)[] {
  const joined: (DrawnBlock | JoinedQuote)[] = [];
  for (const each of drawn) {
    if (!('component' in each) || each.component.name !== 'Quote') {
      joined.push(each);
      continue;
    }
    const passage = htmlOf(each.inside);
    const { id = '' } = each.component.attributes;
    const before = joined.at(-1);
    if (before && 'quote' in before && before.quote === id)
      joined.splice(-1, 1, { quote: id, passages: [...before.passages, passage] });
    else joined.push({ quote: id, passages: [passage] });
  }
  return joined;
}

function htmlOf(blocks: readonly DrawnBlock[]): string {
  return blocks
    .map((each) => {
      if ('html' in each) return each.html;
      return 'tag' in each
        ? `<${each.tag}>${htmlOf(each.inside)}</${each.tag}>`
        : htmlOf(each.inside);
    })
    .join('');
}
