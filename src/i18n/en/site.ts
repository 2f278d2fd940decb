import type { ContributionKind, MoreForm, Topic } from '#records/contribution.ts';
import { enDaily } from './desk.ts';
import { enDoor } from './door.ts';
import { enPages } from './pages.ts';
import { enTakingDown } from './withdraw.ts';
import { enReceipt } from './receipts.ts';
import { enTrust } from './consent.ts';

/**
 * Every word the site itself says, in English: the reference for the other languages. Written for a
 * reading age of 9 to 11. Texts with a number or a name in them are functions.
 */
export const en = {
  ...enDaily,
  ...enDoor,
  ...enPages,
  ...enTakingDown,
  ...enReceipt,
  ...enTrust,

  // Help beside the field for a contributor's words (records/README.md, "Marks")
  wordsHelp:
    'Exactly as they said or wrote it. Every letter, line and space is shown as you type it. Only a few signs do something. *One star* on each side makes words slanted, and **two stars** make them bold. [words](https://…) makes a link. After an empty line, # and a space begin a heading. To show such a sign as it is, put \\ before it.',

  // The frame of every page
  skipToContent: 'Skip to the main part',
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
  updatedFor: (day: string) => `As it stood on ${day}.`,

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
  atLeast: (count: string) => `${count} pieces`,
  pageOf: (page: string, pages: string) => `Page ${page} of ${pages}`,
  pages: 'Pages of this list',
  newer: 'Newer',
  older: 'Older',
  nothingYet: 'Nothing has been shared here yet.',
  seeAll: 'See all',

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

  // One piece
  example: 'Example',
  exampleMeans: 'We made this piece up to show how the site works. It is nobody’s life.',
  contentNote: 'Before you go on',
  noteAbout: (topics: string) => `This piece talks about ${topics}.`,
  noteShort: (topics: string) => `Talks about ${topics}`,
  skipToEnd: 'Skip to the end',
  topic: {
    bereavement: 'someone dying',
    illness: 'being ill',
    'mental-health': 'mental health',
    suicide: 'suicide',
    'self-harm': 'self-harm',
    abuse: 'abuse',
    violence: 'violence',
    racism: 'racism',
    discrimination: 'being treated unfairly',
    'pregnancy-loss': 'losing a baby in pregnancy',
    addiction: 'addiction',
    poverty: 'not having enough money',
    migration: 'leaving home and moving country',
    'medical-detail': 'medical treatment',
  } satisfies Readonly<Record<Topic, string>>,
  by: 'Shared by',
  anonymous: 'someone who chose not to be named',
  originalIn: (language: string) => `In ${language}, as it was told`,
  translationIn: (language: string) => `In ${language}, translated`,
  translatedBy: 'Translated by',
  listen: 'Listen',
  listenMinutes: (minutes: string) => `Sound, ${minutes}`,
  lasts: (length: string) => `It lasts ${length}.`,
  speed: 'Speed',
  slower: 'Slower',
  normalSpeed: 'Normal',
  faster: 'Faster',
  download: 'Download the sound',
  smallFile: 'Small file',
  commonFile: 'MP3, plays anywhere',
  noPlayer: 'Your browser cannot play this here. You can download it below.',
  transcript: 'The words of the recording',
  transcriptHint: 'Choose a time to hear that part.',
  more: {
    short: 'Short version',
    'short-version': 'Short version',
    'easy-read': 'Easy read',
    'spoken-summary': 'What it is about',
  } satisfies Readonly<Record<MoreForm, string>>,
  safePicture: 'A picture. It was changed so that somebody in it cannot be known.',
  siblings: 'This piece in other languages',
  aboutThis: 'About this piece',
  languageIs: 'Language',
  told: 'Told',
  supportAfter: 'If this brought something up for you',
  supportAll: 'All the help lines',
  call: 'Call',
  textTo: 'Text',
  visit: 'Website',
  checkedOn: (day: string) => `We checked this on ${day}.`,
  copyright: '© the contributor. Shared with permission on this site. Please ask before you copy.',
  licence: 'Licence',
  yourPiece: 'Is this yours, or are you in it?',
  complain: 'Something wrong on this page?',

  // Leaving a page quickly
  exitNow: 'Leave this page now',
  exitHint:
    'Press Shift three times to leave at once. This does not clear your history, so others may see that you were here.',

  // Exhibitions
  exhibitionsLead: 'Pieces chosen and put together by people who know them.',
  curatedBy: 'Put together by',
  openFrom: (day: string) => `From ${day}`,
  openUntil: (day: string) => `Until ${day}`,
  openBetween: (from: string, until: string) => `From ${from} until ${until}`,
  seePiece: 'See the whole piece',
  worksHere: 'Everything shown here is here because its maker said yes to this exhibition.',

  // A piece that is no longer here; an address that never was
  tombstoneTitle: 'This is no longer here',
  tombstone: (name: string) => `People who share with ${name} can change their mind at any time.`,
  otherStories: 'Other stories',
  howWeCare: 'How we look after stories',
  notFoundTitle: 'We cannot find that page',
  notFound: 'The address may have a mistake in it, or the page has moved.',
};

/** Every language has every one of these words. */
export type Words = typeof en;
