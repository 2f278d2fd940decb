import type { Card } from '#release/card.ts';

/** A card that says little, for what is not about cards; `fields` take the place of its own. */
export function anyCard(fields: Partial<Card> = {}): Card {
  return {
    ...{ id: 'any001', kind: 'story', language: 'en', topics: [], towns: [], translations: [] },
    ...{ also: [], speaks: true, example: false, pages: ['en', 'ur', 'pa'] },
    ...fields,
  };
}
