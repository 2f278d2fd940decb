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
    soon: 'What ends, opens or comes down soon',
    noneSoon: {
      one: 'Nothing in the next {count} day.',
      other: 'Nothing in the next {count} days.',
    },
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
} as const;
