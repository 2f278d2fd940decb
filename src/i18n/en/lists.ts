import type { ContributionKind } from '#records/kinds.ts';

/** Lists of pieces, and what a list is by: theme, town, project, kind, language. */
export const lists = {
  // Lists
  allStories: 'All stories',
  newest: 'New here',
  themes: 'Themes',
  places: 'Towns',
  series: 'Projects',
  kinds: 'Kinds',
  languages: 'Languages',
  themesLead: 'What people chose to talk about.',
  placesLead: 'Where people live, or where the story happened. We name towns, never streets.',
  seriesLead: 'Stories that were gathered together.',
  kindsLead: 'Words, pictures and sound.',
  languagesLead: 'The language each person chose to speak or write in.',
  alsoCalled: 'People here also say:',
  officialTerms: 'The NHS and the council may say:',
  atLeast: { one: '{count} piece', other: '{count} pieces' },
  pageOf: 'Page {page} of {pages}',
  pages: 'Pages of this list',
  newer: 'Newer',
  older: 'Older',
  nothingYet: 'Nothing has been shared here yet.',
  seeAll: 'See all',
  alsoIn: 'Also in {languages}',
  pageIn: 'Page in {language}',

  kind: {
    story: 'Story',
    poem: 'Poem',
    photograph: 'Photograph',
    sound: 'Sound',
    artwork: 'Artwork',
    conversation: 'Conversation',
  } satisfies Readonly<Record<ContributionKind, string>>,
  kindPlural: {
    story: 'Stories',
    poem: 'Poems',
    photograph: 'Photographs',
    sound: 'Sound',
    artwork: 'Artwork',
    conversation: 'Conversations',
  } satisfies Readonly<Record<ContributionKind, string>>,
  untitled: {
    story: 'A story',
    poem: 'A poem',
    photograph: 'A photograph',
    sound: 'A sound recording',
    artwork: 'An artwork',
    conversation: 'A conversation',
  } satisfies Readonly<Record<ContributionKind, string>>,
} as const;
