import rss from '@astrojs/rss';
import { releasedArchive } from '#components/released-archive.ts';
import { titleOf } from '#components/story-view.ts';
import { type Interface, interfaceIn } from '#i18n/words.ts';
import { cardOf, titleForReader } from '#release/card.ts';
import type { Story } from '#release/released.ts';
import { originOf } from '#release/sitemap.ts';

const NEWEST = 50;

/**
 * Titles and links only, no words and no pictures (docs/consent.md, T18), and only of pieces whose makers
 * said yes to search: a feed is made to be copied by machines.
 */
export async function GET(): Promise<Response> {
  const { site, stories } = releasedArchive();
  const ui = interfaceIn(site.languages[0] ?? 'en');
  return rss({
    title: site.name,
    description: ui.words.homeTitle,
    site: originOf(site),
    customData: `<language>${ui.lang}</language>`,
    items: stories
      .filter((story) => story.searchable)
      .slice(0, NEWEST)
      .map((story) => ({ title: titlesOf(story, ui), link: `/stories/${story.id}/` })),
  });
}

/** The teller's own title, and after it the one that a reader of the feed can read. */
function titlesOf(story: Story, ui: Interface): string {
  const here = titleForReader(cardOf(story), ui.lang)?.title;
  return [titleOf(story, ui).text, ...(here === undefined ? [] : [here])].join(' · ');
}
