import type { Subjects } from '#i18n/subjects.ts';

/** No speaker has checked these words. */
export const receipts: Subjects['receipts'] = {
  receipt: {
    title: 'Twoje zgody',
    lead: 'Zachowaj to. Tu widać, na co jest twoja zgoda i jak zmienić zdanie.',
    piece: 'Praca {id}. Potwierdzenie z {day}.',
    yes: 'Tak',
    no: 'Nie',
    some: 'Częściowo',
    someMeans: '„Częściowo” znaczy: „tak” dla niektórych, „nie” dla innych.',
    blankMeans: 'Brak odpowiedzi rozumiemy jako „nie”.',
    anyExhibition: 'To dotyczy każdej z naszych wystaw.',
    onlyExhibitions: 'Tylko na te wystawy: {names}.',
    nameShown: 'Podpis, który pokazujemy',
    noName: 'Bez podpisu. To twój wybór.',
    nameNotChosen: 'Jeszcze nie wybrano. Nic nie pokażemy, dopóki nie wybierzesz.',
    until: 'Do kiedy',
    untilDay: 'Ta zgoda kończy się {day}. Wcześniej zapytamy cię znowu.',
    untilNotWritten: 'Nie zapisano ostatniego dnia. Zapytaj nas o to.',
    about: 'Czego to dotyczy',
    part: {
      words: 'słowa',
      image: 'obraz',
      voice: 'nagranie',
      transcript: 'słowa z nagrania',
      translation: 'tłumaczenie',
      more: 'inna wersja słów',
    },
    changed: 'zmieniono, odkąd to znasz, więc nie pokazujemy tego, dopóki znowu się nie zgodzisz',
    mind: 'Jeśli zmienisz zdanie',
    code: 'Twój kod',
    codeHelp:
      'Kod oszczędza czas. Jeśli go zgubisz, i tak poproś: najpierw ukrywamy, potem sprawdzamy.',
    scan: 'Skieruj aparat telefonu na ten kwadrat albo wejdź na:',
    typeAt:
      'Na stronie internetowej archiwum otwórz stronę „{page}” (/withdraw/) i wpisz tam ten kod.',
    complain: 'Jeśli coś ci się nie podoba',
    ico: 'Powiedz nam w jeden z powyższych sposobów. W Wielkiej Brytanii możesz też złożyć skargę do Komisarza ds. Informacji (Information Commissioner): ico.org.uk, 0303 123 1113.',
    thanksAt: 'Tu ludzie mogą ci podziękować. My czytamy to pierwsi:',
    unchecked:
      'Nikt, kto mówi w tym języku, nie sprawdził jeszcze tych słów. Poproś nas, a przejdziemy przez nie razem.',
  },
};
