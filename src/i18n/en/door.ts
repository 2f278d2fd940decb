/** What the server says at its door: signing in, what it does not take, and what went wrong. */
export const door = {
  beingMadeTitle: 'This page is being made again',
  beingMadeText: 'Please come back in a few minutes.',
  faultTitle: 'Something went wrong on our side',
  fault:
    'It is not your fault, and what you asked for may not be done. Please try again in a few minutes. If something has to come down now, ring us, or tell anyone you know here.',
  tooMuch: 'This is more than we can take, so nothing was done. Send less, and try once more.',
  tooSlow: 'This took too long to arrive, so nothing was done. Please try once more.',
  refusedTitle: 'This was not done',
  notAsked: 'This address does not take what was sent. Nothing was changed.',

  signInTitle: 'Sign in to the desk',
  signInLead:
    'Press the button to go in. Your link works once, and only for a short time. Looking at this page does not use it up.',
  signInGo: 'Go in',
  signInUsedTitle: 'This link does not open the desk',
  signInUsed:
    'A sign-in link works once, for fifteen minutes. Ask whoever looks after the archive for a new one: it is shown each time the archive is started.',
} as const;
