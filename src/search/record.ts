import type { Use } from '#consent/uses.ts';
import type { Admission } from '#release/admit.ts';
import { type Card, cardOf } from '#release/card.ts';
import type { Site, Story } from '#release/released.ts';
import { photoTexts } from '#release/safe-copy.ts';
import { visibleText } from '#release/words.ts';
import type { IndexedLine } from './match.ts';

/** One entry of the index: an address and the words it is found by, as they are written. */
export interface SearchRecord {
  readonly url: string;
  /** The title first, where there is one. */
  readonly lines: readonly IndexedLine[];
  readonly meta: Readonly<Record<string, string>>;
  /** What its card shows among results: parts granted for `search`, like its words. */
  readonly card: Card;
  readonly filters: Readonly<Record<string, string[]>>;
}

const SEARCH: Use = 'search';

/**
 * What the index holds of one piece: only parts granted for `search` as well as `web`. Nothing when
 * the page itself may not be found (docs/content-format.md, "search absent means not in Pagefind").
 */
export function searchRecord(
  admission: Admission,
  story: Story,
  site?: Pick<Site, 'languages'>,
): SearchRecord | undefined {
  if (!story.searchable) return undefined;
  const title = findable(admission, 'words') ? oneLine(story.title) : '';
  return {
    url: `/stories/${story.id}/`,
    lines: linesToFind(admission, title),
    meta: title === '' ? {} : { title },
    card: cardOf(story, (part) => findable(admission, part), site),
    filters: {
      language: [story.language],
      kind: [story.kind],
      theme: [...story.themes],
      place: [...story.places],
      series: [...story.series],
    },
  };
}

function findable({ open }: Admission, part: string): boolean {
  return open.get(part)?.uses.includes(SEARCH) ?? false;
}

function linesToFind(admission: Admission, title: string): readonly IndexedLine[] {
  const { fields, body } = admission.held;
  const own = fields.language;
  const line = (language: string) => (text: string | undefined) => ({
    text: oneLine(text),
    language,
  });
  const granted = ({ id }: { readonly id: string }): boolean => findable(admission, id);
  return [
    ...[title, ...(findable(admission, 'words') ? [fields.summary, visibleText(body)] : [])].map(
      line(own),
    ),
    // Of the copy that is shown: what is said of the other may name somebody.
    ...fields.photos.filter(granted).flatMap((photo) => {
      const { alt, caption } = photoTexts(photo, admission.open.get(photo.id)?.copy ?? 'safe');
      return [alt, caption].map(line(own));
    }),
    ...fields.translations
      .filter(granted)
      .flatMap(({ language, title, summary, words }) =>
        [title, summary, visibleText(words ?? '')].map(line(language)),
      ),
    ...fields.more.filter(granted).map(({ language, words }) => line(language)(visibleText(words))),
  ].filter(({ text }) => text !== '');
}

function oneLine(text = ''): string {
  return text.replace(/\s+/g, ' ').trim();
}
