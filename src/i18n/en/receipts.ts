import type { PartRole } from '#consent/grant.ts';

/** The receipt of a person who said yes. */
export const receipts = {
  receipt: {
    title: 'What you said yes to',
    lead: 'Keep this. It shows what you agreed, and how to change your mind.',
    piece: 'Piece {id}. Made on {day}.',
    yes: 'Yes',
    no: 'No',
    some: 'In part',
    someMeans: '“In part” means: yes for some of them, no for others.',
    blankMeans: 'Where you did not answer, we take it as no.',
    anyExhibition: 'This is for any of our exhibitions.',
    onlyExhibitions: 'Only for these exhibitions: {names}.',
    nameShown: 'The name we show',
    noName: 'No name. You chose not to be named.',
    nameNotChosen: 'Not chosen yet. We show nothing until you choose.',
    until: 'Until when',
    untilDay: 'On {day} this yes ends. We ask you again before then.',
    untilNotWritten: 'No last day is written down. Ask us about it.',
    about: 'What this is about',
    part: {
      words: 'the words',
      image: 'a picture',
      voice: 'a recording',
      transcript: 'the words of a recording',
      translation: 'a translation',
      more: 'another version of the words',
    } satisfies Readonly<Record<PartRole, string>>,
    changed: 'changed since you saw it, so we do not show it until you say yes again',
    mind: 'If you change your mind',
    code: 'Your code',
    codeHelp: 'The code saves time. If you lose it, ask anyway: we hide first and check later.',
    scan: 'Point the camera of a phone at this square, or go to:',
    typeAt:
      'On the archive’s website, open the page “{page}” (/withdraw/) and type this code there.',
    complain: 'If you are not happy',
    ico: 'Tell us, in any of the ways above. In the UK you can also complain to the Information Commissioner: ico.org.uk, 0303 123 1113.',
    thanksAt: 'People can send you thanks here. We read it first:',
    unchecked: 'No speaker has checked these words yet. Ask us to go through them with you.',
  },
} as const;
