/** The page where thanks are sent. */
export const thanks = {
  thanks: {
    title: 'Say thank you',
    lead: 'Your words go to the people who look after this archive. They read them first. Then they pass them on, in a way that is safe.',
    label: 'Your thanks',
    limit: { one: 'Up to {count} letter.', other: 'Up to {count} letters.' },
    private: 'Leave out your name, number and address. The person cannot write back.',
    send: 'Send thanks',
    sentTitle: 'Your thanks are on their way',
    sent: 'We have your words. Someone here reads them first.',
    nothing: 'There was nothing written. Nothing was sent.',
    tooLong: {
      one: 'That was more than {count} letter. Nothing was sent.',
      other: 'That was more than {count} letters. Nothing was sent.',
    },
    tooMany:
      'Many people are sending thanks just now. Nothing was sent. Please try again tomorrow.',
    back: 'Back to the piece',
  },
} as const;
