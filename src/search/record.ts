import type { Use } from '#consent/decision.ts';
import type { Admission } from '#release/admit.ts';
import { plainText } from '#release/plain-text.ts';
import type { Story } from '#release/released.ts';

/** One entry of the index: an address and the words it is found by. */
export interface SearchRecord {
  readonly url: string;
  readonly content: string;
  readonly meta: Readonly<Record<string, string>>;
  readonly filters: Readonly<Record<string, string[]>>;
}

const SEARCH: Use = 'search';

/**
 * What the index holds of one piece: only parts granted for `search` as well as `web`. Nothing when
 * the page itself may not be found (content-format.md, "search absent means not in Pagefind").
 */
export function searchRecord(admission: Admission, story: Story): SearchRecord | undefined {
  if (!story.searchable) return undefined;
  const { title } = story;
  return {
    url: `/stories/${story.id}/`,
    content: wordsToFind(admission).join('\n') || ' ',
    meta: { lang: story.language, kind: story.kind, ...(title !== undefined && { title }) },
    filters: {
      language: [story.language],
      kind: [story.kind],
      theme: [...story.themes],
      place: [...story.places],
      series: [...story.series],
    },
  };
}

function wordsToFind({ held, open }: Admission): readonly string[] {
  const findable = (part: string): boolean => open.get(part)?.uses.includes(SEARCH) ?? false;
  const { fields, body } = held;
  const texts = [
    ...(findable('words') ? [fields.title, fields.summary, plainText(body)] : []),
    ...fields.photos.filter(({ id }) => findable(id)).flatMap(({ alt, caption }) => [alt, caption]),
    ...fields.translations
      .filter(({ id }) => findable(id))
      .flatMap(({ title, summary, words }) => [title, summary, plainText(words ?? '')]),
    ...fields.more.filter(({ id }) => findable(id)).map(({ words }) => plainText(words)),
  ];
  return texts.filter((text): text is string => text !== undefined && text !== '');
}
