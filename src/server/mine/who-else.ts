import type { OtherInIt, OthersAnswer } from '#components/own-piece.ts';
import type { ConsentState } from '#consent/decision.ts';
import { fill } from '#i18n/text.ts';
import type { Interface } from '#i18n/words.ts';
import type { HeldContribution } from '#repository/archive.ts';
import type { Desk } from '#server/desk-context.ts';
import { theirPart } from './their-part.ts';

/** Everybody else who is in a piece, and which of them can be sent a link. */
export function othersOf(
  { access }: Desk,
  held: HeldContribution,
  person: string | undefined,
  shown: Interface,
): readonly OtherInIt[] {
  return othersIn(held, person, shown).map((other) => {
    const { mayAnswer } = theirPart(held, other.person, String);
    const hasLink =
      mayAnswer && access.asked.hasOpen({ contribution: held.id, person: other.person });
    return { ...other, mayAsk: mayAnswer, answer: hasLink ? 'asked' : other.answer };
  });
}

/** Everybody else whose yes is needed, by the opaque ids of the record. */
function othersIn(
  held: HeldContribution,
  person: string | undefined,
  shown: Interface,
): readonly Omit<OtherInIt, 'mayAsk'>[] {
  const { consents } = held.fields;
  const own = consents.filter(({ interest }) => interest === 'contributor');
  const makers = [person, ...own.map((record) => record.person)];
  const ids = new Set(
    consents.map((record) => record.person).filter((each) => !makers.includes(each)),
  );
  return [...ids].flatMap((each) => {
    const records = consents.filter((record) => record.person === each);
    const states = records.map(({ state }) => ANSWERS[state ?? 'unknown']);
    const answer = (['back', 'no', 'not-asked'] as const).find((one) => states.includes(one));
    return [{ person: each, label: whereIn(held, each, shown), answer: answer ?? 'yes' }];
  });
}

const ANSWERS: Readonly<Record<ConsentState, OthersAnswer>> = {
  unknown: 'not-asked',
  requested: 'not-asked',
  deferred: 'not-asked',
  refused: 'no',
  given: 'yes',
  renewed: 'yes',
  expired: 'not-asked',
  withdrawn: 'back',
  revoked: 'no',
  invalidated: 'not-asked',
};

/** Where somebody is in it: in a picture, the recording or the words; or they made it too. */
function whereIn(held: HeldContribution, person: string, { words }: Interface): string {
  const { photos, voice, consents } = held.fields;
  const { mine } = words;
  const picture = photos.findIndex(({ people }) => people.includes(person));
  if (picture >= 0) return fill(mine.inPicture, { number: String(picture + 1) });
  const interests = consents
    .filter((record) => record.person === person)
    .map(({ interest }) => interest);
  if (voice?.people.includes(person) || interests.includes('voice')) return mine.inVoice;
  if (interests.includes('identifiable-in-words')) return mine.inWords;
  return mine.inMaking;
}
