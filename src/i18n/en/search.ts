/** The search page. */
export const search = {
  // Search
  searchLead: 'Type a word in any language.',
  searchLabel: 'What are you looking for?',
  searchGo: 'Search',
  searchNarrow: 'Show only',
  searchAny: 'All',
  searchLanguage: 'Language',
  searchTheme: 'Theme',
  searchPlace: 'Town',
  searchKind: 'Kind',
  searchSeries: 'Project',
  searchClose: 'Close matches',
  searchOneHint:
    'Choose a theme or a town, not both. This helps keep people from being picked out.',
  searchNoScript:
    'Search needs a script, and scripts are off. You can find everything by browsing:',
  searchWorking: 'Searching…',
  searchSome: 'Here is what we found.',
  searchMany: { one: '{count} piece found.', other: '{count} pieces found.' },
  searchNone: 'We found nothing for that. Try another word, or browse:',
  searchBroken: 'Search is not working just now. You can still browse:',
  searchMore: 'Show more',
  searchResults: 'Results',
  searchPages: 'Pages',
} as const;
