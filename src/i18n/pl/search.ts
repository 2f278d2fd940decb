import type { Subjects } from '#i18n/subjects.ts';

/** No speaker has checked these words. */
export const search: Subjects['search'] = {
  searchLead: 'Wpisz słowo w dowolnym języku.',
  searchLabel: 'Czego szukasz?',
  searchGo: 'Szukaj',
  searchNarrow: 'Pokaż tylko',
  searchAny: 'Wszystko',
  searchLanguage: 'Język',
  searchTheme: 'Temat',
  searchPlace: 'Miejscowość',
  searchKind: 'Rodzaj',
  searchSeries: 'Projekt',
  searchClose: 'Podobne',
  searchOneHint:
    'Wybierz temat albo miejscowość, nie jedno i drugie. Dzięki temu trudniej rozpoznać konkretną osobę.',
  searchNoScript:
    'Szukanie potrzebuje JavaScriptu, a on jest wyłączony. Wszystko możesz znaleźć, przeglądając:',
  searchWorking: 'Szukamy…',
  searchSome: 'Oto, co mamy.',
  searchMany: {
    one: 'Znaleziono {count} pracę.',
    few: 'Znaleziono {count} prace.',
    many: 'Znaleziono {count} prac.',
    other: 'Znaleziono {count} pracy.',
  },
  searchNone: 'Nic nie pasuje. Wpisz inne słowo albo przeglądaj:',
  searchBroken: 'Szukanie teraz nie działa. Nadal możesz przeglądać:',
  searchMore: 'Pokaż więcej',
  searchResults: 'Wyniki',
  searchPages: 'Strony',
};
