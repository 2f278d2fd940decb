/** The desk’s daily page and the calendar of facilitators. */
export const desk = {
  calendar: {
    name: 'Days of the archive',
    ends: 'The consent of {person} ends: {id}',
    askAgain: 'Ask {person} again: {id}',
    opens: 'May be shown from today: {id}',
    leaves: 'Leaves the exhibition {exhibition}: {work}',
  },
  daily: {
    title: 'The archive today',
    day: 'In London it is {day}.',
    site: 'The site',
    builtFor: 'The site that people see is the one for {day}.',
    stale: {
      unreadable: 'Nobody can tell when the site was made. Tell whoever looks after it.',
      'from-the-future':
        'The site says it was made for a day that has not come. Check the clock of this machine.',
      'too-old':
        'The site is too old. What should be down by now may still be there. Tell whoever looks after it.',
      'another-day':
        'The site was made for a day that is over. Tell whoever looks after it if it stays so.',
    },
    making: {
      idle: 'Nothing is being made at the moment.',
      working: 'A new site is being made now.',
      failed:
        'The last try to make the site failed. The old one stands. It is tried again by itself.',
    },
    waiting: 'Waiting for you to look at',
    noneWaiting: 'Nothing waits for a review.',
    waits: { one: 'It waits for {count} day.', other: 'It waits for {count} days.' },
    waitsToday: 'It waits for less than a day.',
    missingTitle: 'Still missing:',
    missing: {
      unreadable: 'it cannot be read as it stands',
      unasked: {
        one: 'asking {count} person who is in it',
        other: 'asking {count} people who are in it',
      },
      unanswered: {
        one: 'an answer from {count} person who was asked',
        other: 'an answer from {count} people who were asked',
      },
      descriptions: {
        one: 'what can be seen in picture {pictures}',
        other: 'what can be seen in pictures {pictures}',
      },
      transcript: 'the words of the recording',
      yes: 'a yes to anything',
      credit: 'how they want to be named',
      review: 'somebody who checks it and says yes',
    },
    down: 'Taken down, and not finished',
    downNow: 'Hidden since {moment}. The site is being made without it.',
    downHeld: 'Stopped since {moment}. It stays so until someone has looked.',
    support: 'Help lines to check again',
    supportLead: 'Ring them, and write down the day. A number that leads nowhere hurts.',
    supportNever: 'nobody has checked it yet',
    supportSettings: 'Open the settings',
    supportAsk: 'An admin can change them.',
    careCount: { one: '{count} thing to do for people', other: '{count} things to do for people' },
    mend: 'Mend it',
    soon: 'What ends, opens or comes down soon',
    noneSoon: {
      one: 'Nothing in the next {count} day.',
      other: 'Nothing in the next {count} days.',
    },
    changed: 'Not the version approved',
    noneChanged: 'Everything is as it was approved.',
    undescribed: 'Pictures without a description',
    undescribedLead: 'They are not shown until somebody writes what can be seen in them.',
    copies: 'Copies that others have',
    copiesLead:
      'Something in them may not be used any more. Ask whoever has one to destroy it, and press the button when they say that it is done.',
    copiesDone: 'It is destroyed',
    copiesNobody: 'nobody wrote down who has it',
    copiesOne: 'a copy {use}, of {day}:',
    gaps: 'Gaps in exhibitions',
    gapsLead: 'Readers see no gap. Put something else there, or take the line out.',
    noGaps: 'No exhibition has a gap.',
    unreadable: 'The archive cannot be read. Mend this first:',
    calendar: 'The days as a calendar file',
    calendarHow:
      'To have them in your own calendar, ask whoever looks after the archive for the calendar address.',
    editor: 'Write, check and publish',
  },
  /** Behind the sign-in: what is said of it, and taking a piece down for somebody who rings. */
  desk: {
    signInFirstTitle: 'Please sign in first',
    signInFirst:
      'Open your sign-in link, then come back to this address. A new link is shown each time the archive is started.',
    signInToTake: 'Open your sign-in link first, then come back to this page. Nothing was changed.',
    onTelephone:
      'If somebody is waiting on the telephone: whoever looks after the archive can take it down with the command “archive withdraw”.',
    fault:
      'Something went wrong in the archive, and what you asked for may not be done. Your words are still here: look whether it was done, and try again.',
    elsewhereTitle: 'This did not come from the desk’s own page',
    elsewhere: 'Nothing was changed. Open the page again and try once more.',
    notDoneTitle: 'This could not be done',
    notHereTitle: 'This piece is not here',
    notHere: 'It may be down already. Nothing was changed.',
    allPieces: 'All pieces',
    takeTitle: 'Take a piece down',
    takeLead:
      'For somebody who rings, writes or tells you. You do not need to ask why. Choose the piece; you are asked once more.',
    find: 'Find it by title or id',
    findGo: 'Find',
    noneFits: 'No piece fits.',
    moreFit: {
      one: '{count} more. Write a part of the title or the id above.',
      other: '{count} more. Write a part of the title or the id above.',
    },
    takeDown: 'Take it down',
    takeDownMeans:
      'It is hidden at once, everywhere on this site. Then the site is made again without it.',
    less: 'Or less than that',
    takeLess: 'Take only this down',
  },
} as const;
