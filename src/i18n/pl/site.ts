import type { Subjects } from '#i18n/subjects.ts';

/** No speaker has checked these words. */
export const site: Subjects['site'] = {
  skipToContent: 'Przejdź do głównej części',
  menu: 'Spis',
  mainMenu: 'Menu główne',
  siteLanguages: 'Język tej strony internetowej',
  stories: 'Opowieści',
  browse: 'Przeglądaj',
  exhibitions: 'Wystawy',
  search: 'Szukaj',
  about: 'O nas',
  home: 'Strona główna',
  consent: 'Jak działa zgoda',
  withdraw: 'Chcesz zmienić zdanie?',
  support: 'Gdzie znaleźć wsparcie',
  accessibility: 'Dostępność',
  feed: 'Kanał nowości',
  footerMenu: 'Więcej o tej stronie internetowej',
  footerPromise:
    'Każda rzecz tutaj pochodzi od kogoś, kto się na to zgodził. Ta osoba może w każdej chwili zmienić zdanie i wtedy to zdejmujemy.',
  updatedFor: 'Stan na {day}.',
  uncheckedHere:
    'Nikt, kto mówi w tym języku, nie sprawdził jeszcze naszych słów. Coś jest nie tak? Prosimy, daj nam znać.',
  untranslatedHere: 'Część tego, co napisaliśmy na tej stronie, nie jest jeszcze w tym języku.',

  exitNow: 'Opuść stronę teraz',
  exitHint:
    'Naciśnij Shift trzy razy, żeby od razu stąd wyjść. To nie czyści historii przeglądarki, więc ktoś może zobaczyć, że ta strona była otwarta.',

  tombstoneTitle: 'Tego już tu nie ma',
  tombstone: '{name}: każdy, kto się tu czymś dzieli, może w każdej chwili zmienić zdanie.',
  otherStories: 'Inne opowieści',
  howWeCare: 'Jak dbamy o opowieści',
  notFoundTitle: 'Nie możemy znaleźć tej strony',
  notFound: 'W adresie może być błąd albo strona jest teraz gdzie indziej.',
};
