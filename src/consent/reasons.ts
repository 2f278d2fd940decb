import type { Reason, Refusal } from './decision.ts';

/** Each reason in plain words, for facilitators; never shown to the public. */
export const REASON_WORDS: Readonly<Record<Reason, string>> = {
  held: 'It is on hold, or nobody has written that it is not.',
  withdrawn: 'It was withdrawn. This person said stop.',
  refused: 'This person said no.',
  revoked: 'The archive stopped it, for safety or for legal reasons.',
  invalidated: 'The consent was not taken properly, so it does not count.',
  expired: 'The permission has run out.',
  'nobody-asked': 'No consent from this person is written down.',
  'not-yet-answered': 'This person has not said yes yet.',
  'not-yet-given': 'The day they said yes is missing, or is still to come.',
  'record-incomplete': 'The consent record does not say which sheet, language or way it was taken.',
  'no-end-date': 'The consent record has no end date.',
  'not-reviewed': 'It has not been checked by a reviewer and cleared.',
  embargoed: 'It is being kept back until a later day.',
  'no-credit': 'Nobody has written how they want to be named.',
  'age-not-known': 'The consent record does not say if this person is an adult.',
  'no-assent': 'The young person’s own agreement is not written down.',
  'no-guardian': 'The agreement of the child’s guardian is not written down.',
  'reconsent-due': 'This young person has come to an age at which they are asked again.',
  'capacity-in-doubt': 'It is not clear that this person could decide about this.',
  'not-granted': 'They did not say yes to this use of this kind of thing.',
  'exhibition-not-named': 'They did not say yes to this exhibition.',
  'not-the-version-approved':
    'It is not the version approved: it has changed since they approved it, or they have not seen it yet.',
  'no-safe-copy': 'Only a checked safe copy may be shown, and there is none.',
  'said-no-elsewhere':
    'The same file stands in another place too, and somebody in it, or who made it, said no there.',
  'no-description': 'There is no description yet, for people who cannot see it.',
  'depends-on-a-closed-part': 'It comes from a part that may not be shown.',
  'does-not-stand-alone': 'It may only be shown with the words, and they may not be shown.',
  'nothing-to-show': 'There is nothing in it that may be shown.',
};

/** What to do next about each reason, for facilitators. `{person}` is the opaque id, where it is about one. */
export const NEXT_STEP: Readonly<Record<Reason, string>> = {
  held: 'Find out why. When it is safe, write that it is not on hold.',
  withdrawn: 'Leave it down. If they say yes again, it is a new piece.',
  refused: 'Leave it down.',
  revoked: 'Leave it down.',
  invalidated: 'Ask {person} again, in the right way, and write a new record.',
  expired: 'Ask {person} if they want it shown for longer, and write a new record.',
  'nobody-asked': 'Ask {person}, and write down what they say.',
  'not-yet-answered': 'Ask {person}, or wait for their answer.',
  'not-yet-given': 'Write the day they said yes, or wait for it.',
  'record-incomplete': 'Write down the sheet, the language and the way it was taken.',
  'no-end-date': 'Ask {person} until when, and write it down.',
  'not-reviewed': 'Have it checked by a reviewer.',
  embargoed: 'Wait for the day.',
  'no-credit': 'Ask {person} how they want to be named, and write it down.',
  'age-not-known': 'Find out if {person} is an adult, and write it down.',
  'no-assent': 'Ask {person} themselves, and write it down.',
  'no-guardian': 'Ask the guardian too, and write it down.',
  'reconsent-due': 'Ask {person} again now that they are older, and write a new record.',
  'capacity-in-doubt': 'Speak with whoever leads on safeguarding.',
  'not-granted': 'Ask {person} about this use, or leave it out.',
  'exhibition-not-named': 'Ask {person} about this exhibition, or leave it out.',
  'not-the-version-approved': 'Show it to {person} again, then approve it.',
  'no-safe-copy': 'Make a safe copy and have it checked, or leave it out.',
  'said-no-elsewhere': 'Leave it out. "check" says where else the file is.',
  'no-description': 'Write what can be seen in it, or that it is only a decoration.',
  'depends-on-a-closed-part': 'See why the other part is closed.',
  'does-not-stand-alone': 'See why the words are closed.',
  'nothing-to-show': 'Add something to it.',
};

/** A refusal in plain words, with what to do next: for facilitators, never for the public. */
export function refusalWords({ reason, person }: Refusal): string {
  const next = NEXT_STEP[reason].replace('{person}', person ?? 'this person');
  return `${REASON_WORDS[reason]} ${next}`;
}

/** Each thing to say once, in the order it was found. */
export function refusalsInWords(refusals: readonly Refusal[]): readonly string[] {
  return [...new Set(refusals.map(refusalWords))];
}
