import type { Released, Story } from '#release/released.ts';

/** What each part of the design page shows; a part with nothing to show is left out. */
export interface Examples {
  /** One card of each kind. */
  readonly cards: readonly Released<Story>[];
  readonly note: Released<Story> | undefined;
  readonly picture: Released<Story> | undefined;
  readonly sound: Released<Story> | undefined;
}

/**
 * The one list of examples: pieces that were let out and are nobody's life. Nobody said yes to their
 * story standing as a specimen, so a real one is never taken.
 */
export function examplesFrom(stories: readonly Released<Story>[]): Examples {
  const made = stories.filter(({ example }) => example);
  const kinds = new Map(made.toReversed().map((story) => [story.kind, story]));
  return {
    cards: [...kinds.values()].toReversed(),
    note: made.find(({ contentNotes }) => contentNotes.length > 0),
    picture: made.find(({ images }) => images.length > 0),
    sound: made.find(({ sound }) => sound?.transcript !== undefined),
  };
}
