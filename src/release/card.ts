import type { Topic } from '#records/contribution.ts';
import type { ContributionKind } from '#records/kinds.ts';
import type { MediaFile, ReleasedImage, Site, Story } from './released.ts';
import { storyLanguages } from './story-pages.ts';

/** What a card shows of a piece, in lists and among results: nothing of the interface is in it. */
export interface Card {
  readonly id: string;
  readonly kind: ContributionKind;
  /** BCP 47, of the teller's own words. */
  readonly language: string;
  readonly title?: string | undefined;
  readonly summary?: string | undefined;
  /** Topics of the content notes, each once; said before anything else. */
  readonly topics: readonly Topic[];
  readonly picture?: CardPicture | undefined;
  /** Ids of towns. */
  readonly towns: readonly string[];
  readonly seconds?: number | undefined;
  /** Titles in other languages, each of a translation that was let out. */
  readonly translations: readonly CardTranslation[];
  /** The languages it can be read in besides its own. */
  readonly also: readonly string[];
  /** There is something to read or hear in its language. */
  readonly speaks: boolean;
  readonly example: boolean;
  /** Interface languages in which it has a page; absent: the first of the site alone. */
  readonly pages?: readonly string[] | undefined;
}

/** The smallest copy in each coding. */
export interface CardPicture extends Pick<ReleasedImage, 'alt' | 'saysSafe'> {
  readonly sources: readonly CardCopy[];
  readonly fallback: CardCopy;
}
export type CardCopy = Pick<MediaFile, 'path' | 'type' | 'width' | 'height'>;

export interface CardTranslation {
  readonly language: string;
  readonly title?: string | undefined;
  readonly summary?: string | undefined;
}

/**
 * The card of a piece. `shows` says of each part whether it may stand there, `words` among them: all that is
 * on the site may, unless a list is made for a narrower use. Without the `site` its card leads to the page that is always there.
 */
export function cardOf(
  story: Story,
  shows: (part: string) => boolean = (part) => mayStandInList(story, part),
  site?: Pick<Site, 'languages'>,
): Card {
  const image = story.images.find(({ part }) => shows(part));
  const sound = story.sound && shows(story.sound.part) ? story.sound : undefined;
  const translations = story.translations.filter(({ part }) => shows(part));
  const own = shows('words');
  const siblings = story.siblings.filter(({ id }) => shows(id));
  const also = [...translations, ...siblings].map(({ language }) => language);
  return {
    id: story.id,
    kind: story.kind,
    language: story.language,
    ...(own && { title: story.title, summary: story.summary }),
    topics: [...new Set(story.contentNotes.map(({ topic }) => topic))],
    picture: image && pictureOf(image),
    towns: own ? story.places : [],
    seconds: sound?.seconds,
    translations: translations.map(({ language, title, summary }) => ({
      language,
      title,
      summary,
    })),
    also: [...new Set(also)].filter((language) => language !== story.language),
    speaks: (own && (story.title ?? story.wordsFile) !== undefined) || sound !== undefined,
    example: story.example,
    pages: site && storyLanguages(story, site),
  };
}

/**
 * Lists may be kept by search engines when all their pieces said yes to search; a translation whose makers
 * did not say it stands in no list of such pieces.
 */
export function mayStandInList({ searchable, translations, uses }: Story, part: string): boolean {
  const isTranslation = translations.some((translation) => translation.part === part);
  return !isTranslation || !searchable || (uses.words?.includes('search') ?? false);
}

function pictureOf({ sources, fallback, alt, saysSafe }: ReleasedImage): CardPicture {
  return {
    ...{ alt, saysSafe },
    sources: sources.flatMap((copies) => copies.slice(0, 1).map(copyOf)),
    fallback: copyOf(fallback),
  };
}

function copyOf({ path, type, width, height }: CardCopy): CardCopy {
  return { path, type, width, height };
}

/**
 * The translated title that stands under the teller's own: in the reader's language, else in English, as the
 * words of facilitators do; none where the teller's own is the first of these.
 */
export function titleForReader(
  { language, translations }: Pick<Card, 'language' | 'translations'>,
  reader: string,
): CardTranslation | undefined {
  for (const wanted of [reader, 'en']) {
    if (language === wanted) return undefined;
    const found = translations.find((each) => each.language === wanted);
    if (found?.title !== undefined) return found;
  }
  return undefined;
}
