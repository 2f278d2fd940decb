/** The board of what is in progress at the desk. */
export const board = {
  board: {
    title: 'In progress',
    lead: 'What is written and not shown yet, or changed and not shown as it is now. Move a card on when its next step begins.',
    column: {
      draft: 'Drafts',
      pending_review: 'Being checked',
      pending_publish: 'Ready to show',
    },
    none: 'Nothing is here.',
    moveTo: 'Move to: {column}',
    moved: 'It stands in “{column}” now:',
    stays: 'It stays where it is',
    problem: {
      meanwhile: 'Somebody moved it just now. Look again where it stands.',
      gone: 'It is not here any more. Somebody deleted it, or showed it.',
      'not-allowed': 'An admin moves the settings.',
    },
    kind: {
      pages: 'Page',
      responses: 'Answer',
      settings: 'Settings',
    },
  },
} as const;
