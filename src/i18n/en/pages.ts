/** The first page, support, accessibility, and the page for those who work on the site. */
export const pages = {
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
  accessUnchecked: 'No speaker has yet checked the {languages} on the buttons and menus.',
  accessNotList: [
    'Pictures are described only when their maker wrote a description.',
    'There is no sign language yet.',
  ],
  accessTell: 'Tell us',
  accessTellText:
    'If something stops you, tell us in any of these ways. Say which page it was. We will try to give you what you need in another form.',
  accessStandard:
    'We test each kind of page against the web standard WCAG 2.2, level AA. People still need to test it with us.',

  // For those who work on the site
  designTitle: 'How this site looks',
  designLead: 'Each part of the site with an example. It is for people who work on it.',
  designColours: 'Colours',
  designContrast: 'The higher the number, the easier it is to read. We need 4.5.',
  designLight: 'In the light: {ratio}',
  designDark: 'In the dark: {ratio}',
  designLetters: 'Letters',
  designPattern: 'Pattern',
  designCards: 'Cards',
  designNote: 'A note before a piece',
  designPicture: 'A picture',
  designPlayer: 'A recording',
  designButtons: 'Buttons and forms',
  designDrawn: 'What one person sees',
  designPrint: 'On paper',
  designPrintText:
    'Menus, colours and players are left out. A piece stays with its name and its rights.',
} as const;
