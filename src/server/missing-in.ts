import type { Missing } from '#components/waiting-view.ts';
import type { ContributionFields } from '#records/contribution.ts';

type Fields = Pick<ContributionFields, 'photos' | 'voice' | 'consents' | 'credit' | 'review'>;

/** What keeps a part of a piece back, in the order of the work: people first, then what is written beside it. */
export function missingIn({ photos, voice, consents, credit, review }: Fields): readonly Missing[] {
  const known = new Set(consents.map(({ person }) => person));
  const shown = [...photos, ...(voice === undefined ? [] : [voice])].flatMap(
    ({ people }) => people,
  );
  const unasked = new Set(shown.filter((person) => !known.has(person)));
  const unanswered = new Set<string>();
  for (const { person, state = 'unknown' } of consents) {
    if (state === 'unknown') unasked.add(person);
    if (state === 'requested' || state === 'deferred') unanswered.add(person);
  }
  const pictures = photos.flatMap(({ alt, decorative }, at) =>
    alt === undefined && decorative !== true ? [at + 1] : [],
  );
  const isGranted = consents.some(({ grants = {} }) => Object.keys(grants).length > 0);
  return [
    ...some(unasked.size > 0, { what: 'unasked', people: unasked.size }),
    ...some(unanswered.size > 0, { what: 'unanswered', people: unanswered.size }),
    ...some(pictures.length > 0, { what: 'descriptions', pictures }),
    ...some(voice !== undefined && voice.transcript === undefined, { what: 'transcript' }),
    ...some(!isGranted, { what: 'yes' }),
    ...some(credit?.as === undefined, { what: 'credit' }),
    ...some(review?.outcome !== 'cleared', { what: 'review' }),
  ];
}

function some(isMissing: boolean, missing: Missing): readonly Missing[] {
  return isMissing ? [missing] : [];
}
