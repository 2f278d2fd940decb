import type { Answer, Asset, Priority, Released, Site, Story, Term } from '#release/released.ts';

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
 * The pieces behind a priority, each with those parts of it alone that were granted for that: a card
 * shows no title, picture or sound whose makers did not say yes to `evidence`.
 */
export function piecesBehind<S extends Story>(
  { pieces }: Pick<Priority, 'pieces'>,
  byId: ReadonlyMap<string, S>,
): readonly S[] {
  return pieces.flatMap(({ id, parts }) => {
    const story = byId.get(id);
    return story === undefined ? [] : [onlyParts(story, new Set(parts))];
  });
}

function onlyParts<S extends Story>(story: S, parts: ReadonlySet<string>): S {
  const { images, sound, translations } = story;
  return {
    ...story,
    ...(!parts.has('words') && {
      ...{ title: undefined, summary: undefined, credit: undefined, wordsFile: undefined },
      ...{ contentNotes: [], series: [], themes: [], places: [] },
    }),
    // Of pieces that others made nothing is said here.
    siblings: [],
    translations: translations.filter(({ part }) => parts.has(part)),
    images: images.filter(({ part }) => parts.has(part)),
    sound: sound !== undefined && parts.has(sound.part) ? sound : undefined,
  };
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
