import type { Subjects } from '#i18n/subjects.ts';

/** No speaker has checked these words. */
export const desk: Subjects['desk'] = {
  calendar: {
    name: 'Dni archiwum',
    ends: 'Kończy się zgoda: {person}, {id}',
    askAgain: 'Zapytaj znowu: {person}, {id}',
    opens: 'Można pokazać od dziś: {id}',
    leaves: 'Schodzi z wystawy {exhibition}: {work}',
  },
  daily: {
    title: 'Archiwum dzisiaj',
    day: 'W Londynie jest {day}.',
    site: 'Strona internetowa',
    builtFor: 'Strona internetowa, którą widzą ludzie, jest z {day}.',
    stale: {
      unreadable:
        'Nie wiadomo, kiedy powstała strona internetowa. Powiedz osobie, która o nią dba.',
      'from-the-future':
        'Strona internetowa ma datę, która jeszcze nie nadeszła. Sprawdź zegar tego komputera.',
      'too-old':
        'Strona internetowa jest za stara. Może na niej być coś, co powinno już zniknąć. Powiedz osobie, która o nią dba.',
      'another-day':
        'Strona internetowa jest z dnia, który już minął. Jeśli tak zostanie, powiedz osobie, która o nią dba.',
    },
    making: {
      idle: 'W tej chwili nic nie powstaje.',
      working: 'Nowa strona internetowa właśnie powstaje.',
      failed:
        'Ostatnia próba zbudowania strony internetowej się nie udała. Stara działa. Następna próba nastąpi sama.',
    },
    waiting: 'Czeka na twoje sprawdzenie',
    noneWaiting: 'Nic nie czeka na sprawdzenie.',
    waits: {
      one: 'Czeka {count} dzień.',
      few: 'Czeka {count} dni.',
      many: 'Czeka {count} dni.',
      other: 'Czeka {count} dnia.',
    },
    waitsToday: 'Czeka krócej niż jeden dzień.',
    missingTitle: 'Jeszcze brakuje:',
    missing: {
      unreadable: 'możliwości odczytania tego w obecnej postaci',
      unasked: {
        one: 'pytania do {count} osoby, która w tym jest',
        few: 'pytania do {count} osób, które w tym są',
        many: 'pytania do {count} osób, które w tym są',
        other: 'pytania do {count} osoby, które w tym są',
      },
      unanswered: {
        one: 'odpowiedzi {count} osoby, którą zapytano',
        few: 'odpowiedzi {count} osób, które zapytano',
        many: 'odpowiedzi {count} osób, które zapytano',
        other: 'odpowiedzi {count} osoby, które zapytano',
      },
      descriptions: {
        one: 'opisu, co widać na obrazie {pictures}',
        few: 'opisu, co widać na obrazach {pictures}',
        many: 'opisu, co widać na obrazach {pictures}',
        other: 'opisu, co widać na obrazach {pictures}',
      },
      credit: 'podpisu, jaki chce mieć ta osoba',
      review: 'kogoś, kto to sprawdzi i dopuści',
      transcript: 'słów z nagrania',
      yes: 'jakiejkolwiek zgody',
    },
    down: 'Zdjęte, ale nieskończone',
    downNow: 'Ukryte od {moment}. Strona internetowa powstaje bez tego.',
    downHeld: 'Zatrzymane od {moment}. Tak zostanie, aż ktoś to sprawdzi.',
    support: 'Numery pomocy do ponownego sprawdzenia',
    supportLead: 'Zadzwoń i zapisz dzień. Numer, który donikąd nie prowadzi, rani.',
    supportNever: 'nikt tego jeszcze nie sprawdził',
    supportSettings: 'Otwórz ustawienia',
    supportAsk: 'Może je zmienić osoba zarządzająca.',
    careCount: {
      one: '{count} rzecz do zrobienia dla ludzi',
      few: '{count} rzeczy do zrobienia dla ludzi',
      many: '{count} rzeczy do zrobienia dla ludzi',
      other: '{count} rzeczy do zrobienia dla ludzi',
    },
    mend: 'Popraw',
    soon: 'Co wkrótce się kończy, otwiera albo znika',
    noneSoon: {
      one: 'Nic w ciągu {count} dnia.',
      few: 'Nic w ciągu {count} dni.',
      many: 'Nic w ciągu {count} dni.',
      other: 'Nic w ciągu {count} dnia.',
    },
    changed: 'Nie ta wersja, którą zatwierdzono',
    noneChanged: 'Wszystko jest takie, jak zatwierdzono.',
    undescribed: 'Obrazy bez opisu',
    undescribedLead: 'Nie są pokazane, dopóki ktoś nie napisze, co na nich widać.',
    copies: 'Kopie, które mają inni',
    copiesLead:
      'Czegoś w nich nie wolno już używać. Poproś osobę, która ją ma, o zniszczenie, i naciśnij przycisk, gdy powie, że to zrobiła.',
    copiesDone: 'Została zniszczona',
    copiesNobody: 'nikt nie zapisał, kto ją ma',
    copiesOne: 'kopia {use}, z {day}:',
    gaps: 'Puste miejsca na wystawach',
    gapsLead: 'Czytelnicy nie widzą pustego miejsca. Wstaw tam coś innego albo usuń linię.',
    noGaps: 'Żadna wystawa nie ma pustego miejsca.',
    unreadable: 'Nie można odczytać archiwum. Najpierw popraw to:',
    calendar: 'Te dni jako plik kalendarza',
    calendarHow:
      'Żeby mieć je we własnym kalendarzu, poproś osobę, która dba o archiwum, o adres kalendarza.',
    editor: 'Pisz, sprawdzaj i publikuj',
  },
  desk: {
    signInFirstTitle: 'Najpierw się zaloguj',
    signInFirst:
      'Otwórz swój odnośnik do wejścia, potem wróć pod ten adres. Nowy odnośnik pokazuje się przy każdym uruchomieniu archiwum.',
    signInToTake:
      'Najpierw otwórz swój odnośnik do wejścia, potem wróć na tę stronę. Nic nie zmieniono.',
    onTelephone:
      'Jeśli ktoś czeka przy telefonie: osoba, która dba o archiwum, może to zdjąć poleceniem „archive withdraw”.',
    fault:
      'Coś poszło nie tak w archiwum, a to, o co prosisz, mogło się nie udać. Twoje słowa nadal tu są: sprawdź, czy to zrobiono, i spróbuj jeszcze raz.',
    elsewhereTitle: 'To nie przyszło ze strony panelu',
    elsewhere: 'Nic nie zmieniono. Otwórz stronę jeszcze raz i spróbuj ponownie.',
    notDoneTitle: 'Tego nie można było zrobić',
    notHereTitle: 'Tej pracy tu nie ma',
    notHere: 'Może jest już zdjęta. Nic nie zmieniono.',
    allPieces: 'Wszystkie prace',
    takeTitle: 'Zdejmij pracę',
    takeLead:
      'Za kogoś, kto dzwoni, pisze albo ci mówi. Nie musisz pytać dlaczego. Wybierz pracę, a zapytamy cię jeszcze raz.',
    find: 'Znajdź po tytule lub numerze',
    findGo: 'Znajdź',
    noneFits: 'Żadna praca nie pasuje.',
    moreFit: {
      one: 'Jeszcze {count}. Wpisz wyżej część tytułu lub numeru.',
      few: 'Jeszcze {count}. Wpisz wyżej część tytułu lub numeru.',
      many: 'Jeszcze {count}. Wpisz wyżej część tytułu lub numeru.',
      other: 'Jeszcze {count}. Wpisz wyżej część tytułu lub numeru.',
    },
    takeDown: 'Zdejmij',
    takeDownMeans:
      'Ukrywamy to od razu, wszędzie na tej stronie internetowej. Potem strona internetowa powstaje na nowo bez tego.',
    less: 'Albo mniej niż to',
    takeLess: 'Zdejmij tylko to',
  },
};
