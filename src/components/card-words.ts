import { listJoins, minutesWords } from '#i18n/language.ts';
import { fill } from '#i18n/text.ts';
import { interfaceIn } from '#i18n/words.ts';
import { addressIn } from '#release/addresses.ts';
import type { Card } from '#release/card.ts';
import type { Site } from '#release/released.ts';
import { type CardWords, wholeMinutes } from './card-tree.ts';
import { languageLabels, termName } from './story-view.ts';

/** What the interface says on these cards, in one of its languages. */
export function cardWords(
  cards: readonly Card[],
  site: Pick<Site, 'places' | 'languages'>,
  ui: string,
): CardWords {
  const shown = interfaceIn(ui);
  const { words, lang, dir } = shown;
  const { kind, untitled, noteShort, alsoIn, pageIn, example, safePicture } = words;
  const [first = ui] = site.languages;
  const towns = new Set(cards.flatMap((card) => card.towns));
  return {
    ...{ kind, untitled, noteShort, alsoIn, pageIn, example, safePicture, lang, dir },
    prefix: addressIn('/', ui, site).slice(0, -1),
    ...{ ui, first },
    joins: listJoins(lang),
    topic: tableOf(
      cards.flatMap(({ topics }) => topics),
      (topic) => words.topic[topic],
    ),
    lengths: tableOf(
      cards.flatMap(({ seconds }) => (seconds === undefined ? [] : [wholeMinutes(seconds)])),
      (minutes) => fill(words.listenMinutes, { minutes: minutesWords(minutes * 60, lang) }),
    ),
    tongues: tableOf(
      cards.flatMap(({ language, also, translations }) => [
        ...[first, language, ...also, ...translations.map((each) => each.language)],
      ]),
      (tag) => languageLabels(tag, shown).own,
    ),
    towns: Object.fromEntries(
      site.places
        .filter(({ id }) => towns.has(id))
        .map((place) => [place.id, termName(place, shown)]),
    ),
  };
}

function tableOf<Key extends string | number, Said>(
  keys: readonly Key[],
  said: (key: Key) => Said,
): Readonly<Record<string, Said>> {
  return Object.fromEntries([...new Set(keys)].map((key) => [key, said(key)]));
}
