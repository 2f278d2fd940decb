import { type Interface, interfaceIn } from '#i18n/words.ts';
import { addressIn, FIXED_PAGES, pageName } from '#release/addresses.ts';
import type { Asset, Term } from '#release/released.ts';
import type { SearchablePage } from '#search/find-pages.ts';
import type { ReleasedArchive } from './released-archive.ts';
import { inLanguage } from './story-view.ts';

/**
 * The pages that are no piece, as search finds them: what facilitators and the interface call them, in every
 * language that they wrote, and nothing of a piece.
 */
export function searchablePages(archive: ReleasedArchive, ui: string): readonly SearchablePage[] {
  const shown = interfaceIn(ui);
  const { words } = shown;
  const { site, exhibitions, pages, assets } = archive;
  return [
    ...listed(archive, shown, 'themes', words.searchTheme, 'theme'),
    ...listed(archive, shown, 'places', words.searchPlace, 'place'),
    ...listed(archive, shown, 'series', words.searchSeries, 'series'),
    ...site.priorities.map((priority) =>
      named(shown, priority, `/priorities/${priority.id}/`, words.priorities),
    ),
    ...exhibitions.map(({ id, title, summary, language }) => ({
      ...{ url: `/exhibitions/${id}/`, title, language, about: words.exhibitions },
      lines: [title, summary ?? ''].filter(Boolean).map((text) => ({ text, language })),
    })),
    ...assets.map((asset) => named(shown, asset, `/assets/#${asset.id}`, words.assets)),
    ...pages.map(({ id, title, language }) => ({
      ...{ url: `/${pageName({ id })}/`, title, language, about: site.name },
      lines: [{ text: title, language }],
    })),
    ...ownOnes(shown, site),
  ].map((page) => ({ ...page, url: addressIn(page.url, ui, site) }));
}

/** Themes, towns and projects that have pieces; a theme is also what residents and institutions call it. */
function listed(
  { listings, terms }: ReleasedArchive,
  ui: Interface,
  facet: 'themes' | 'places' | 'series',
  about: string,
  filter: string,
): readonly SearchablePage[] {
  return listings.flatMap(({ facet: of, term = '', path }) => {
    const found = of === facet ? terms[facet].get(term) : undefined;
    return found ? [{ ...named(ui, found, path, about), filter: { [filter]: term } }] : [];
  });
}

function named(ui: Interface, term: Term | Asset, url: string, about: string): SearchablePage {
  const title = inLanguage(term.name, ui);
  const more = 'communityWords' in term ? (term.communityWords ?? []) : [];
  const official = 'officialTerms' in term ? (term.officialTerms ?? []) : [];
  return {
    ...{ url, title: title.text, language: title.lang, about },
    lines: [
      ...Object.entries(term.name).map(([language, text]) => ({ text, language })),
      // Residents' words are of any language.
      ...[...more, ...official].map((text) => ({ text, language: '' })),
    ],
  };
}

/** Pages the site has whatever was shared, by their titles. */
function ownOnes(
  { words, lang }: Interface,
  { name, sharing }: Pick<ReleasedArchive['site'], 'name' | 'sharing'>,
): readonly SearchablePage[] {
  const titles = { ...pick(words), ...(sharing && { share: words.share.title }) };
  return Object.entries(titles).map(([page, title]) => ({
    ...{ url: `/${page}/`, title, language: lang, about: name },
    lines: [{ text: title, language: lang }],
  }));
}

function pick(words: Interface['words']): Readonly<Record<string, string>> {
  return Object.fromEntries(FIXED_PAGES.map((page) => [page, words[page]]));
}
