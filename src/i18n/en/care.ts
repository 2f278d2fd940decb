/** Looking after tellers: whom to ask how they are, and thanks that wait. */
export const care = {
  /** Care for tellers: whom to ask how they are, and thanks that wait. */
  care: {
    title: 'Looking after people',
    lead: 'Ask people how they are, and pass on the thanks that came for them.',
    ask: 'Ask how they are',
    noneToAsk: 'There is nobody to ask in the next two weeks.',
    person: '{person}, who made {id}',
    due: 'Ask them by {day}.',
    safeWay: 'The safe way to reach them:',
    noSafeWay: 'No safe way to reach them is written down. Ask whoever knows them.',
    safeTime: 'The safe time:',
    who: 'Show who they are',
    asked: 'I have asked them',
    thanks: 'Thanks that wait',
    noThanks: 'No thanks wait.',
    thanksFor: 'For whoever made {id}. It came on {day}.',
    gone: 'Pass the words on first, in a safe way. When you press one of the buttons the words go, and nobody can read them here again.',
    passed: 'I have passed it on',
    dropped: 'It should not be passed on',
    over: 'Nothing was changed. Somebody may have done this already.',
  },
} as const;
