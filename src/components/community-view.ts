import type { Answer, Asset, Released, Site, Story, Term } from '#release/released.ts';

/** The answers to one priority or one exhibition, newest first. */
export function answersTo(
  answers: readonly Released<Answer>[],
  asked: { readonly priority: string } | { readonly exhibition: string },
): readonly Released<Answer>[] {
  return answers.filter((given) =>
    'priority' in asked
      ? 'priority' in given.answers && given.answers.priority === asked.priority
      : 'exhibition' in given.answers && given.answers.exhibition === asked.exhibition,
  );
}

/**
 * The pieces behind a priority: the newest of its themes. Search engines keep the page, so it shows
 * only pieces whose makers said yes to search (consent.md §2.7).
 */
export function piecesBehind<S extends Story>(
  { themes = [] }: Pick<Term, 'themes'>,
  newestFirst: readonly S[],
  most = 6,
): readonly S[] {
  return newestFirst
    .filter((story) => story.searchable && story.themes.some((theme) => themes.includes(theme)))
    .slice(0, most);
}

/** The community assets town by town; those that name no town come last, under no term. */
export function assetsByTown(
  site: Pick<Site, 'places'>,
  assets: readonly Released<Asset>[],
): readonly { readonly town: Term | undefined; readonly assets: readonly Released<Asset>[] }[] {
  return [
    ...site.places.map((town) => ({
      town,
      assets: assets.filter(({ places }) => places.includes(town.id)),
    })),
    { town: undefined, assets: assets.filter(({ places }) => places.length === 0) },
  ].filter((group) => group.assets.length > 0);
}
