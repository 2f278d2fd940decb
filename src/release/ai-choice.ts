import type { Use } from '#consent/uses.ts';
import type { Mining } from '#media/rights-packet.ts';
import { addressIn } from './addresses.ts';
import type { Site, Story } from './released.ts';
import { storyLanguages } from './story-pages.ts';

/**
 * What one part says to machines, from the uses it is granted for (docs/consent.md §2.7): reserved, unless
 * `ai` was granted for it; `search` lets search engines alone keep it.
 */
export function miningOf(uses: readonly Use[]): Mining {
  if (uses.includes('ai')) return 'allowed';
  return uses.includes('search') ? 'search-only' : 'prohibited';
}

/**
 * Addresses whose makers said yes to `ai`, and no others: a page only when every part shown on it was
 * granted, because a page is read whole; a picture or recording by itself. Pages in each
 * language they are in.
 */
export function openToAi(
  stories: readonly Story[],
  site: Pick<Site, 'languages'>,
): { readonly pages: readonly string[]; readonly media: readonly string[] } {
  const pages = stories
    .filter((story) => story.openToAi)
    .flatMap((story) =>
      storyLanguages(story, site).map((language) =>
        addressIn(`/stories/${story.id}/`, language, site),
      ),
    );
  const media = stories.flatMap(({ images, sound }) => [
    ...images
      .filter((image) => image.openToAi)
      .flatMap(({ sources, fallback }) => [...sources.flat(), fallback].map(({ path }) => path)),
    ...(sound?.openToAi ? [...sound.sources, sound.fallback].map(({ path }) => path) : []),
  ]);
  return { pages, media };
}
