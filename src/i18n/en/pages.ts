import type { NamedKind, Use } from '#consent/decision.ts';
import type { AnswerStatus, AssetKind } from '#records/lists.ts';

/** The longer words: the first page, consent, changing your mind, support, access, search. */
export const enPages = {
  // First page
  homeTitle: 'Stories from where we live, told by the people who live here',
  homeLead:
    'Words, pictures and voices about health, home and getting by. Each piece is in the teller’s own language. Each one is here because its maker said yes.',
  homeStart: 'Read the stories',
  homeWays: 'Find your way in',
  homeMind: 'You can change your mind',
  homeMindText:
    'If you shared something here, it is still yours. Tell any of us, in any way you like, and it comes down. You do not have to say why.',
  homeMindLink: 'How to take something down',
  homeExhibition: 'On show now',

  // How consent works
  consentLead:
    'We only show what people said yes to. They saw it first. They can change their mind, and it comes down.',
  consentSteps: 'How a piece gets here',
  consentStep: [
    'A person tells their story in their own language. They can write, talk, draw or take photos.',
    'We ask what we may do with it. Each question is asked on its own. A yes to one is never a yes to another.',
    'They read, see or hear the finished piece before anyone else does.',
    'If anyone changes even one letter after that, the piece comes off the site until they say yes again.',
    'Everyone who can be recognised in a photo, a recording or the words is asked too.',
  ],
  consentGrid: 'What we ask',
  consentGridText:
    'Each box is a question of its own. The person puts a mark for yes. An empty box means no. No answer means no.',
  consentUse: 'May we use it…',
  consentUses: {
    web: 'on this website',
    search: 'in the search on this website and in search engines',
    exhibition: 'in an exhibition',
    evidence: 'behind what people here ask for',
    print: 'on paper, such as a booklet',
    social: 'on social media',
    press: 'in newspapers or on the radio',
    teaching: 'for teaching',
    research: 'for researchers',
    deposit: 'to keep in a closed archive',
    ai: 'to train AI',
    'open-licence': 'with a licence that lets anyone copy it',
  } satisfies Readonly<Record<Use, string>>,
  consentKinds: {
    words: 'Words',
    pictures: 'Pictures',
    voice: 'Voice',
  } satisfies Readonly<Record<NamedKind, string>>,
  consentBox: 'yes, or empty',
  consentNames: 'How people are named',
  consentNamesText:
    'Each person chooses: their full name, their first name, a name they make up, the name of a group, or no name. We show just that and nothing more.',
  consentTime: 'How long a yes lasts',
  consentTimeText:
    'A yes has an end date. It is never more than five years away. When it comes, we ask again. With no new yes, the piece comes down that day.',
  consentLimits: 'What we cannot promise',
  consentLimitsText: [
    'We can take a piece off this site. We cannot call back copies that other people made, such as a screenshot or a print.',
    'We ask AI companies not to use your story. We cannot make them obey.',
    'If you need to be sure that no AI ever sees it, ask us to show it on paper or in a room only.',
  ],

  // Changing your mind
  withdrawLead: 'Tell any of us, any way you like. You do not have to say why.',
  withdrawHow: 'How to tell us',
  withdrawHowText:
    'Phone, text, write, or say it to someone you know here. A friend can ask for you. You can use any language.',
  withdrawNoContacts: 'Tell the person who gathered your story, or anyone who works here.',
  withdrawWhat: 'What you can change',
  withdrawWhatList: [
    'Take all of it down.',
    'Take down one part, such as a photo or your voice.',
    'Change how you are named, or take your name off.',
    'Stop one use, such as an exhibition.',
  ],
  withdrawThen: 'What happens then',
  withdrawThenList: [
    'We hide it first and ask questions later. It is hidden within one working day.',
    'Then we take it out of search, lists, exhibitions and our own copies. We finish within 30 days.',
    'We tell you what came down. We also tell you which copies we cannot reach.',
  ],
  withdrawInIt: 'Are you in someone else’s piece?',
  withdrawInItText:
    'You can ask too. If you are in a photo, a recording or the words, tell us in the same way.',
  complainTitle: 'If something is wrong',
  complainText:
    'Tell us if a page is wrong, hurts someone or shows someone who did not say yes. We hide it first, then we look.',
  complainLaw:
    'If you are not happy with our answer, you can also complain to the people who look after data rights. In the UK this is the Information Commissioner’s Office.',

  // Support
  supportLead:
    'Some pieces here may bring up hard feelings. You do not have to carry them alone. These people can help.',
  supportNone: 'There are no help lines listed here yet.',

  // Accessibility
  accessLead: 'We want everyone to be able to read, hear and use this site.',
  accessDo: 'What you can do here',
  accessDoList: [
    'Make the words twice as big. Nothing is lost and nothing runs off the side.',
    'Use the whole site with a keyboard, or with a screen reader.',
    'Read what is said in a recording, if its maker shared the words.',
    'Use the site with no scripts. Only search needs one.',
    'Choose light or dark on your phone or computer. The site follows.',
  ],
  accessNot: 'What does not work yet',
  accessNotList: [
    'Pictures are described only when their maker wrote a description.',
    'No speaker has yet checked the Urdu, Punjabi and Hindi on the buttons and menus.',
    'There is no sign language yet.',
  ],
  accessTell: 'Tell us',
  accessTellText:
    'If something stops you, tell us in any of these ways. Say which page it was. We will try to give you what you need in another form.',
  accessStandard:
    'We test each kind of page against the web standard WCAG 2.2, level AA. People still need to test it with us.',

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
  searchMany: '{count} pieces found.',
  searchNone: 'We found nothing for that. Try another word, or browse:',
  searchBroken: 'Search is not working just now. You can still browse:',
  searchMore: 'Show more',
  searchResults: 'Results',

  // You said, what changed; the community's places and groups
  priorities: 'You said, what changed',
  prioritiesLead:
    'What people here ask for, and what the NHS, the council and others have answered.',
  prioritiesAll: 'All that people ask for',
  answers: 'What they answered',
  answersWhose: 'These are the words of the organisation, not ours.',
  answeredOn: (day: string) => `Answered on ${day}`,
  answerNone: 'Nobody has answered this yet.',
  answerStatus: {
    heard: 'They have heard it.',
    planned: 'They plan to do it.',
    'under-way': 'They have started.',
    done: 'They say it is done.',
    cannot: 'They say they cannot do it.',
  } satisfies Readonly<Record<AnswerStatus, string>>,
  answerWords: {
    changed:
      'The words people ask this in have changed since. This answers the words as they were then.',
    unknown:
      'We did not note which words this answers. They may have been other words than those above.',
  },
  answerEarlier: 'This answers the words as they were before.',
  behind: 'Pieces behind it',
  behindThemes: 'More about this',
  assets: 'Places and groups',
  assetsLead: 'Groups, places and things to do that people here say do them good.',
  assetsHere: 'Places and groups here',
  assetsNoTown: 'In no one town',
  assetKind: {
    organisation: 'Group',
    space: 'Place',
    activity: 'Something to do',
  } satisfies Readonly<Record<AssetKind, string>>,

  // For those who work on the site
  designTitle: 'How this site looks',
  designLead: 'Each part of the site with an example. It is for people who work on it.',
  designColours: 'Colours',
  designContrast: 'The higher the number, the easier it is to read. We need 4.5.',
  designLight: (ratio: string) => `In the light: ${ratio}`,
  designDark: (ratio: string) => `In the dark: ${ratio}`,
  designLetters: 'Letters',
  designPattern: 'Pattern',
  designCards: 'Cards',
  designNote: 'A note before a piece',
  designPicture: 'A picture',
  designPlayer: 'A recording',
  designButtons: 'Buttons and forms',
  designPrint: 'On paper',
  designPrintText:
    'Menus, colours and players are left out. A piece stays with its name and its rights.',
};
