import type { Subjects } from '#i18n/subjects.ts';

/** No speaker has checked these words. */
export const lists: Subjects['lists'] = {
  allStories: 'Wszystkie opowieści',
  newest: 'Nowe',
  themes: 'Tematy',
  places: 'Miejscowości',
  series: 'Projekty',
  kinds: 'Rodzaje',
  languages: 'Języki',
  themesLead: 'O czym ludzie chcieli mówić.',
  placesLead:
    'Gdzie ludzie mieszkają albo gdzie działa się opowieść. Podajemy miejscowości, nigdy ulice.',
  seriesLead: 'Opowieści zebrane razem.',
  kindsLead: 'Słowa, obrazy i dźwięk.',
  languagesLead: 'Język, który każda osoba wybrała, żeby mówić lub pisać.',
  alsoCalled: 'Ludzie tutaj mówią też:',
  officialTerms: 'NHS i samorząd mogą mówić:',
  atLeast: {
    one: '{count} praca',
    few: '{count} prace',
    many: '{count} prac',
    other: '{count} pracy',
  },
  pageOf: 'Strona {page} z {pages}',
  pages: 'Strony tej listy',
  newer: 'Nowsze',
  older: 'Starsze',
  alsoIn: 'Inne języki: {languages}',
  pageIn: 'Język strony: {language}',
  nothingYet: 'Nikt jeszcze niczego tu nie udostępnił.',
  seeAll: 'Zobacz wszystko',

  kind: {
    story: 'Opowieść',
    poem: 'Wiersz',
    photograph: 'Zdjęcie',
    sound: 'Dźwięk',
    artwork: 'Dzieło',
    conversation: 'Rozmowa',
  },
  kindPlural: {
    story: 'Opowieści',
    poem: 'Wiersze',
    photograph: 'Zdjęcia',
    sound: 'Dźwięk',
    artwork: 'Dzieła',
    conversation: 'Rozmowy',
  },
  untitled: {
    story: 'Opowieść bez tytułu',
    poem: 'Wiersz bez tytułu',
    photograph: 'Zdjęcie bez tytułu',
    sound: 'Nagranie dźwięku',
    artwork: 'Dzieło bez tytułu',
    conversation: 'Rozmowa bez tytułu',
  },
};
