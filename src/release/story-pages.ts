import type { Site, Story } from './released.ts';

/** The most pages that one piece has, so that copies do not multiply the work of each build. */
export const PAGES_PER_PIECE = 3;

/** What of a piece says who can read it: its language, what was let out beside it, and whether it has words. */
export type StoryTongues = Pick<Story, 'id' | 'language' | 'translations' | 'more' | 'wordsFile'>;

/**
 * The interface languages in which a piece has a page of its own, in the order of the settings: the one
 * function that decides. The first language always has one; it is the address that lists, feeds, search
 * engines and papers know. Then come the languages its readers can read it in: its own, and those of what
 * was let out beside it. A piece without words, which a reader of any language may look at or listen to,
 * fills up what is left. Never more than PAGES_PER_PIECE; an archive of so few languages has a page in each.
 * What is hidden never asks: withdrawal hides a piece at its address in any language at all.
 */
export function storyLanguages(
  story: StoryTongues,
  { languages }: Pick<Site, 'languages'>,
): readonly string[] {
  const told = [story.language, ...[...story.translations, ...story.more].map(languageOf)];
  const readable = told.flatMap((tag) =>
    languages.filter((each) => readsAs(each) === readsAs(tag)),
  );
  const fillers = story.wordsFile === undefined ? languages : [];
  const everyone = languages.length <= PAGES_PER_PIECE ? languages : [];
  const wanted = [...languages.slice(0, 1), ...readable, ...fillers, ...everyone];
  const chosen = new Set([...new Set(wanted)].slice(0, PAGES_PER_PIECE));
  return languages.filter((language) => chosen.has(language));
}

/** The language of the page that a reader of `ui` is led to: their own if it is there, else the first. */
export function storyPageFor(
  story: StoryTongues,
  ui: string,
  site: Pick<Site, 'languages'>,
): string {
  const [first = ui] = site.languages;
  return storyLanguages(story, site).includes(ui) ? ui : first;
}

function languageOf({ language }: { readonly language: string }): string {
  return language;
}

/** Asked for each link to each piece, of the few tags that an archive has. */
const READS_AS = new Map<string, string>();

/** Language and script of a tag: who reads `en` reads `en-GB`, who reads `pa` need not read `pa-Arab`. */
function readsAs(tag: string): string {
  const known = READS_AS.get(tag);
  if (known !== undefined) return known;
  const { language, script = '' } = localeOf(tag) ?? { language: tag };
  READS_AS.set(tag, `${language}-${script}`);
  return `${language}-${script}`;
}

function localeOf(tag: string): Intl.Locale | undefined {
  try {
    return new Intl.Locale(tag).maximize();
  } catch {
    return undefined;
  }
}

/** Ids whose address says "no longer here": never one that is shown. */
export function tombstonesNotShown(
  site: Pick<Site, 'tombstones'>,
  stories: readonly Pick<Story, 'id'>[],
): readonly string[] {
  const shown = new Set(stories.map((story) => story.id));
  return site.tombstones.filter((id) => !shown.has(id));
}
