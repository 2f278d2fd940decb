/** What the server says at its door: signing in, what it does not take, and what went wrong inside. */
export const enDoor = {
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

  codeBusyTitle: 'Many codes are being tried from where you are',
  codeBusy:
    'Wait a minute and try again: a right code always works. If you cannot wait, ring us, or tell anyone you know here. We hide it first and ask later.',
  codeUnknowableTitle: 'We cannot look at codes just now',
  codeUnknowable:
    'The fault is ours, not yours. Nothing was changed. Ring us now, or tell anyone you know here: we can hide it without a code. We hide it first and ask later.',
  takeUnread:
    'We cannot read what is in it just now, so we cannot show you its parts. You can still take out what is yours: all of it is hidden at once, and what belongs to others comes back later.',

  receiptUnwritten:
    'It is hidden. But our computer could not write that down yet, because something is wrong with it. It tries again and again until it can. If you see it here again tomorrow, ring us.',
  receiptUntaken:
    'It is hidden. We have not taken it out of our store yet, because something is wrong with our computer. It tries again and again until it is done.',
};
