/** What the desk's daily page and the calendar say to facilitators, in English. */
export const enDaily = {
  calendar: {
    name: 'Days of the archive',
    ends: (id: string, person: string) => `The consent of ${person} ends: ${id}`,
    askAgain: (id: string, person: string) => `Ask ${person} again: ${id}`,
    opens: (id: string) => `May be shown from today: ${id}`,
    leaves: (exhibition: string, work: string) => `Leaves the exhibition ${exhibition}: ${work}`,
  },
  daily: {
    title: 'The archive today',
    day: (day: string) => `In London it is ${day}.`,
    site: 'The site',
    builtFor: (day: string) => `The site that people see is the one for ${day}.`,
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
    soon: 'What ends, opens or comes down soon',
    noneSoon: (days: string) => `Nothing in the next ${days} days.`,
    changed: 'Not the version approved',
    noneChanged: 'Everything is as it was approved.',
    undescribed: 'Pictures without a description',
    undescribedLead: 'They are not shown until somebody writes what can be seen in them.',
    gaps: 'Gaps in exhibitions',
    gapsLead: 'Readers see no gap. Put something else there, or take the line out.',
    noGaps: 'No exhibition has a gap.',
    unreadable: 'The archive cannot be read. Mend this first:',
    calendar: 'The days as a calendar file',
    calendarHow:
      'To have them in your own calendar, ask whoever looks after the archive for the calendar address.',
    editor: 'Write, check and publish',
  },
  /** Care for tellers: whom to ask how they are, and thanks that wait. */
  care: {
    title: 'Looking after people',
    lead: 'Ask people how they are, and pass on the thanks that came for them.',
    ask: 'Ask how they are',
    noneToAsk: 'There is nobody to ask in the next two weeks.',
    person: (person: string, id: string) => `${person}, who made ${id}`,
    due: (day: string) => `Ask them by ${day}.`,
    safeWay: 'The safe way to reach them:',
    noSafeWay: 'No safe way to reach them is written down. Ask whoever knows them.',
    safeTime: 'The safe time:',
    who: 'Show who they are',
    asked: 'I have asked them',
    thanks: 'Thanks that wait',
    noThanks: 'No thanks wait.',
    thanksFor: (id: string, day: string) => `For whoever made ${id}. It came on ${day}.`,
    gone: 'Pass the words on first, in a safe way. When you press one of the buttons the words go, and nobody can read them here again.',
    passed: 'I have passed it on',
    dropped: 'It should not be passed on',
    over: 'Nothing was changed. Somebody may have done this already.',
  },
};
