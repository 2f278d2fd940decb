import type { Subjects } from '#i18n/subjects.ts';

/** No speaker has checked these words. */
export const share: Subjects['share'] = {
  share: {
    title: 'Podziel się swoją opowieścią',
    lead: 'Własnymi słowami, własnym głosem albo własnymi obrazami. Ty wybierasz, co możemy z tym zrobić.',
    happens: 'Co się z tym dzieje',
    happensList: [
      'Odpowiadasz na jedno pytanie naraz. Nikt tego nie widzi, zanim wyślesz.',
      'Widzisz, jak to będzie wyglądać. Potem wysyłasz.',
      'Ktoś z nas to czyta. Sprawdzamy, czy to nie zaszkodzi tobie albo komuś innemu.',
      'Pokazujemy tylko to, na co się zgadzasz. Możesz w każdej chwili zmienić zdanie.',
    ],
    begin: 'Zacznij',
    beginForOther: 'Zacznij za kogoś, kto jest z tobą',
    beginForOtherLead:
      'Czy ktoś obok ciebie chce coś opowiedzieć? Czytaj tej osobie każde pytanie. Ona odpowiada, a ty zapisujesz. Kod na końcu należy do niej.',
    goOn: 'Wróć do zaczętej pracy',
    invited:
      'Żeby zacząć, potrzebujesz od nas odnośnika albo kartki. Zapytaj kogoś, kto tu pracuje.',
    codeTitle: 'Masz kod?',
    codeText: 'Z kartki albo z innego telefonu, na którym jest początek.',
    codeGo: 'Dalej tutaj',
    notOpenTitle: 'Ten odnośnik nie otwiera formularza',
    notOpen:
      'Został już użyty, stracił ważność albo został cofnięty. Poproś o nowy osobę, od której go masz.',
    cameIn: 'Wejdź',
    cameInLead: 'Naciśnij przycisk, żeby wejść. Samo otwarcie tej strony nie zużywa odnośnika.',

    spoken: 'Posłuchaj tego pytania',
    step: 'Pytanie {number} z {count}',
    next: 'Zapisz i idź dalej',
    back: 'Wstecz',
    leave: 'Przerwij i wyloguj się',
    leaveText: 'Użyj tego na cudzym telefonie. To, co jest zapisane, zostaje u nas przez 30 dni.',
    kept: 'Zapisano. Żeby pisać dalej na innym telefonie, użyj tego kodu:',
    keptAsk: 'Pokaż mi kod, żeby dokończyć później',
    blankIsNo: 'Możesz zostawić puste. Puste oznacza „nie”.',

    language: 'W jakim języku będziesz opowiadać?',
    words: 'Napisz swoją opowieść',
    wordsLead: 'Pisz tak, jak mówisz. Nie zmieniamy twoich słów. Bez słów? Po prostu idź dalej.',
    wordsTitle: 'Jaki ma mieć tytuł?',
    wordsBody: 'Twoje słowa',
    wordsOpen: 'Nie podawaj nazwisk, adresów ani numerów telefonu innych ludzi.',
    pictures: 'Masz obrazy?',
    picturesLead:
      'Zrób teraz zdjęcie albo wybierz gotowe. Usuwamy miejsce i czas, które telefony w nich ukrywają.',
    picturesMake: 'Zrób zdjęcie',
    picturesAdd: 'Dodaj obraz',
    picturesSend: 'Dodaj',
    picture: 'Obraz {number}',
    removePicture: 'Usuń obraz {number}',
    removeSound: 'Usuń nagranie',
    sending: 'Wysłano {percent}. Możesz poczekać: jeśli połączenie się zerwie, nic nie przepadnie.',
    sendingLabel: 'Ile już wysłano',
    sendingWaits: 'Nie ma połączenia. Samo ruszy dalej.',
    recordStart: 'Zacznij nagrywać',
    recordStop: 'Zatrzymaj',
    recordRuns: 'Trwa nagrywanie. Na koniec naciśnij „Zatrzymaj”.',
    recordDone: 'Posłuchaj. Potem dodaj to albo nagraj jeszcze raz.',
    recordRefused:
      'Nie mamy dostępu do mikrofonu w tym telefonie. Zamiast tego możesz wybrać gotowe nagranie.',
    stillHere: 'To, co zapisano wcześniej, nadal tu jest.',
    whichFile: 'To był plik {number} z {count}.',
    describe: 'Co widać?',
    describeLead:
      'Niektórzy ludzie nie widzą obrazów. Powiedz w kilku słowach, co jest na każdym. Jeśli nie możesz, napiszemy to razem. Obraz poczeka do tego czasu.',
    describeLabel: 'Co widać na obrazie {number}?',
    drawing: 'To mój rysunek, obraz albo inne moje dzieło',
    sound: 'Masz nagranie?',
    soundLead: 'Powiedz lub zaśpiewaj coś albo wybierz nagranie. Niczego nie wycinamy.',
    soundMake: 'Nagraj teraz',
    soundAdd: 'Wybierz nagranie',
    soundSend: 'Dodaj',
    soundHere: 'Twoje nagranie',
    soundReplaces: 'Jest miejsce na jedno nagranie. Nowe zastąpi to.',
    others: 'Czy jest w tym ktoś jeszcze?',
    othersLead:
      'Pomyśl o twarzach, głosach i imionach. Każdą z tych osób też musimy zapytać. Nie masz pewności? Wtedy najpierw pytamy.',
    othersWords: 'Czy po twoich słowach można rozpoznać kogoś innego?',
    othersPicture: 'Czy na obrazie {number} można rozpoznać kogoś innego?',
    othersSound: 'Czy w nagraniu słychać kogoś innego?',
    nobody: 'Nie, nikogo',
    somebody: 'Tak',
    notSure: 'Nie wiem na pewno',
    uses: 'Co możemy z tym zrobić?',
    usesAsk: '{kind}: czy możemy tego użyć {use}?',
    usesLead:
      'Każde pole to osobne pytanie. Zaznacz, jeśli się zgadzasz. Puste pole oznacza „nie”. „Nie” to dobra odpowiedź.',
    credit: 'Jak mamy cię podpisać?',
    creditLead: 'Pokazujemy dokładnie to i nic więcej.',
    creditAs: {
      'full-name': 'Moje imię i nazwisko',
      'first-name': 'Moje imię',
      'chosen-name': 'Imię, które wymyślę',
      collective: 'Nazwa naszej grupy',
      anonymous: 'Bez podpisu',
    },
    creditName: 'Podpis, dokładnie taki, jaki ma być',
    notes: 'Czy może być trudno to czytać albo tego słuchać?',
    notesLead: 'Wtedy najpierw o tym mówimy, żeby ludzie mogli wybrać. Czy mówi o tym:',
    age: 'Ile masz lat?',
    ageLead: 'Jeśli masz mniej niż 18 lat, pytamy też kogoś, kto się tobą opiekuje.',
    ages: {
      adult: '18 lub więcej',
      'young-person': '16 lub 17',
      child: 'Mniej niż 16',
    },
    look: 'Obejrzyj to',
    lookLead: 'Tak zobaczą to inni. Czy tak jest dobrze? Jeśli nie, wróć i to zmień.',
    lookPage: 'Tak będzie wyglądać twoja strona',
    lookRest: 'Tego jeszcze nie widać',
    lookNoPage: 'To nie ma jeszcze strony. Oto, co mamy od ciebie',
    lookGrid: 'Co możemy z tym zrobić',
    lookOthers: 'Jest w tym ktoś jeszcze. Ta część czeka, aż zapytamy tę osobę.',
    lookNothing:
      'Wszędzie jest „nie”, więc nic nie pokażemy. To w porządku. Bezpiecznie to przechowamy.',
    lookDescribe: 'Jeden z obrazów czeka, aż ktoś napisze, co na nim widać.',
    lookYes: 'Obejrzane przeze mnie. Tak ma być.',
    questions: 'Zmień odpowiedź',
    changing: 'Zmieniasz to, co już jest u nas od ciebie.',
    changingLook:
      'Zmieniasz to, co już jest u nas od ciebie. To, co publiczne, zostaje bez zmian, aż ktoś z nas to przeczyta. To, co usuwasz albo czemu mówisz „nie”, znika od razu.',
    send: 'Wyślij',
    sentTitle: 'Dziękujemy. Mamy to.',
    sentLead: 'Ktoś z nas to czyta. Widzicie to tylko ty i ta osoba.',
    changedLead:
      'Ktoś z nas to czyta. Do tego czasu to, co publiczne, zostaje takie jak było, ale bez tego, co usuwasz albo czemu mówisz „nie”.',
    sentCode: 'To jest twój kod. Dzięki niemu możesz w każdej chwili wycofać swoją opowieść.',
    sentKeep: 'Zapisz go albo zrób zdjęcie tej strony. Nie możemy pokazać go drugi raz.',

    throw: 'Wyrzuć wszystko',
    throwTitle: 'Wyrzucić wszystko?',
    throwAsk:
      'Twoje odpowiedzi, obrazy i nagranie z tego formularza znikną, tutaj i na tym telefonie. Nie możemy ich przywrócić.',
    throwAskChange:
      'Zmiany z tego formularza znikną, tutaj i na tym telefonie. To, co było od ciebie wcześniej, zostaje bez zmian.',
    throwYes: 'Tak, wyrzuć wszystko',
    throwNo: 'Nie, zostaw',
    thrownTitle: 'Zniknęło',
    thrown: 'Nic z tego formularza nie zostało, ani tutaj, ani na tym telefonie.',
    thrownChange: 'Zmiany zniknęły. To, co było od ciebie wcześniej, zostaje takie, jak było.',

    problem: {
      'nothing-given': 'Nic tu jeszcze nie ma. Napisz coś albo dodaj obraz lub nagranie.',
      'too-long':
        'To więcej, niż mieści jedna praca. Skróć to. To, co zapisano wcześniej, nadal tu jest.',
      'no-language': 'Wybierz język.',
      'not-explained': 'Podaj, kto to wyjaśnił, jak wyrażono zgodę i w jakim języku.',
      'paper-corners':
        'Nie możemy znaleźć czterech okrągłych znaków w rogach. Połóż kartkę płasko i zrób zdjęcie jeszcze raz, tak żeby było widać wszystkie cztery rogi.',
      'paper-other-form':
        'Ten formularz jest starszy, więc go nie odczytujemy. Popatrz na kartkę i wpisz, co na niej jest.',
      'paper-dark': 'Zdjęcie jest za ciemne. Zrób je jeszcze raz tam, gdzie jest więcej światła.',
      'paper-unsharp': 'Zdjęcie jest nieostre. Trzymaj telefon nieruchomo i zrób je jeszcze raz.',
      'paper-far':
        'Kartka na zdjęciu jest za mała. Podejdź bliżej i zrób je jeszcze raz, tak żeby było widać wszystkie cztery rogi.',
      'no-name': 'Napisz podpis albo wybierz „Bez podpisu”.',
      character:
        'Jest w tym znak, którego nikt nie widzi i którego nie może być w tekście. Usuń słowa wokół niego i wpisz je jeszcze raz.',
      'not-seen': 'Najpierw to obejrzyj i zaznacz pole.',
      changed: 'Zmieniło się to po obejrzeniu, więc tego nie wysłano. Obejrzyj jeszcze raz.',
      overtaken:
        'Ktoś z nas zmienił to po otwarciu formularza, więc nic nie wysłano. Skopiuj swoje słowa, jeśli chcesz je zachować. Potem wyrzuć ten formularz i otwórz go od nowa.',
      'no-code': 'Ten kod nie działa. Sprawdź jeszcze raz każdą literę.',
      'no-file': 'Nic nie przyszło. Wybierz plik i spróbuj jeszcze raz.',
      'file-refused':
        'Nie mogliśmy przyjąć tego pliku. Niczego nie zachowaliśmy. Spróbuj z innym albo zapytaj kogoś z nas.',
      'too-many-pictures':
        'Ta praca jest pełna: nie zmieści więcej obrazów. Usuń jeden, żeby dodać inny.',
      'file-too-large': 'Ten plik jest dla nas za duży. Wyślij mniejszą kopię.',
      'file-damaged':
        'Ten plik jest uszkodzony albo brakuje jego części. Wyślij go jeszcze raz z telefonu, na którym powstał.',
      'not-a-picture': 'Nie możemy otworzyć tego jako obrazu. Wybierz zdjęcie.',
      'not-a-recording':
        'Nie możemy otworzyć tego jako nagrania. Wybierz takie, w którym jest dźwięk.',
      'file-empty': 'Ten plik jest pusty. Wybierz inny.',
      'file-known': 'To już tu jest. Nie musisz tego wysyłać drugi raz.',
      'no-room': 'Nie mamy teraz na to miejsca. Powiedz komuś z nas i spróbuj później.',
      'line-broke': 'Połączenie się zerwało, zanim wszystko przyszło. Spróbuj jeszcze raz.',
      elsewhere:
        'To nie przyszło z naszej strony, więc nic nie zmieniono. Otwórz tę stronę jeszcze raz i spróbuj ponownie.',
      'not-saved':
        'Coś jest nie tak po naszej stronie, więc tego nie zapisano. To, co zapisano wcześniej, nadal tu jest. Spróbuj jeszcze raz.',
    },
  },
};
