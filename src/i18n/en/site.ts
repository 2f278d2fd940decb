/** The frame of every page, leaving quickly, and what is no longer here. */
export const site = {
  // The frame of every page
  skipToContent: 'Skip to the main part',
  menu: 'Menu',
  mainMenu: 'Main menu',
  siteLanguages: 'Language of this site',
  stories: 'Stories',
  browse: 'Browse',
  exhibitions: 'Exhibitions',
  search: 'Search',
  about: 'About',
  home: 'Home',
  consent: 'How consent works',
  withdraw: 'Changed your mind?',
  support: 'Get support',
  accessibility: 'Accessibility',
  feed: 'News feed',
  footerMenu: 'More about this site',
  footerPromise:
    'Everything here was shared by someone who said yes. They can change their mind at any time, and it comes down.',
  updatedFor: 'As it stood on {day}.',
  uncheckedHere:
    'No speaker has checked our words in this language yet. Is something wrong? Please tell us.',
  untranslatedHere: 'Some of what we wrote on this page is not in this language yet.',

  // Leaving a page quickly
  exitNow: 'Leave this page now',
  exitHint:
    'Press Shift three times to leave at once. This does not clear your history, so others may see that you were here.',

  // A piece that is no longer here; an address that never was
  tombstoneTitle: 'This is no longer here',
  tombstone: 'People who share with {name} can change their mind at any time.',
  otherStories: 'Other stories',
  howWeCare: 'How we look after stories',
  notFoundTitle: 'We cannot find that page',
  notFound: 'The address may have a mistake in it, or the page has moved.',
} as const;
