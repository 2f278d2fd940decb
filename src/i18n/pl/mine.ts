import type { Subjects } from '#i18n/subjects.ts';

/** No speaker has checked these words. */
export const mine: Subjects['mine'] = {
  mine: {
    title: 'Co jest tu ode mnie',
    lead: 'Zobacz, gdzie to teraz jest, zmień zdanie i zachowaj kopię.',
    codeLead: 'Wpisz kod, który masz od nas. Nie musisz się logować.',
    codeNone: 'Nie masz kodu? Zapytaj kogoś, kto tu pracuje. Zrobicie to wszystko razem.',
    yours: 'Twoje prace',
    writing: 'Jedna praca nie jest jeszcze wysłana. Nikt inny jej nie widzi.',
    nothing: 'Nie ma tu jeszcze nic od ciebie.',
    leave: 'Zakończ tutaj',
    leaveText: 'Naciśnij to na cudzym telefonie.',

    now: 'Gdzie to teraz jest',
    state: {
      waiting: 'Czeka, aż ktoś to przeczyta. Widzicie to tylko ty i ta osoba.',
      'not-sent':
        'Twoja zmiana nie została jeszcze wysłana ponownie. Widzicie ją tylko ty i osoby, które tu pracują.',
      'looked-at': 'Ktoś z nas to ogląda. Widzicie to tylko ty i ta osoba.',
      ready: 'Jest gotowe. Nie jest jeszcze publiczne.',
      public: 'Jest publiczne. Każdy może to zobaczyć.',
      later: 'Będzie publiczne od {day}.',
      hidden: 'Jest ukryte. Nikt nie może tego zobaczyć, gdy budujemy stronę internetową na nowo.',
      held: 'Nie jest publiczne. Zatrzymujemy to:',
      down: 'Zostało zdjęte. Nikt nie może tego zobaczyć.',
      'down-on': 'Zostało zdjęte {day}. Nikt nie może tego zobaczyć.',
      unreadable: 'Nie możemy teraz tego odczytać. To nasza wina i nic z tego nie przepadło.',
    },
    because: {
      stopped: 'Ktoś z nas chce to jeszcze raz obejrzeć. Zapytaj nas.',
      back: 'Zgoda na to została cofnięta.',
      ended: 'Zgoda na to się skończyła. Zapytaj nas, jeśli chcesz, żeby znowu było to widać.',
      unread: 'Nikt jeszcze tego nie przeczytał i nie powiedział, że można to pokazać.',
      name: 'Nie ma jeszcze wyboru, jak cię podpisujemy.',
      age: 'Nie znamy wieku albo potrzebujemy zgody osoby, która opiekuje się dzieckiem.',
      others: 'Ktoś, kto w tym jest, nie wyraził zgody.',
      use: 'Nie ma zgody na stronę internetową.',
      again: 'Praca zmieniła się po obejrzeniu. Potrzebujemy twojej zgody jeszcze raz.',
      described: 'Jeden z obrazów czeka, aż ktoś napisze, co na nim widać.',
      unsettled: 'Coś nie jest jeszcze ustalone. Zapytaj nas.',
    },
    waits: 'Zmiana czeka, aż ktoś ją przeczyta. To, co publiczne, zostaje do tego czasu bez zmian.',
    parts: 'Niepokazane:',
    see: 'Zobacz to tak, jak widzą wszyscy',

    nothingYes: 'Nie ma zgody na nic, więc nic z tego nie pokazujemy.',
    others: 'Kogo jeszcze trzeba zapytać',
    othersLead: 'Nic z ich części nie jest pokazane, zanim się zgodzą.',
    othersNone: 'O ile wiemy, nie ma w tym nikogo innego.',
    inPicture: 'Ktoś na obrazie {number}',
    inVoice: 'Ktoś w nagraniu',
    inWords: 'Ktoś w słowach',
    inMaking: 'Ktoś, z kim to powstało',
    answer: {
      'not-asked': 'jeszcze bez pytania',
      asked: 'ma odnośnik, ale jeszcze nie odpowiada',
      yes: 'zgadza się',
      no: 'nie zgadza się',
      back: 'zgoda cofnięta',
    },

    went: 'Dokąd trafiła twoja opowieść',
    wentLead: 'To, o czym wiemy, z datą.',
    wentNone: 'Nie ma jej jeszcze nigdzie indziej.',
    wentSite: 'Na tej stronie internetowej od {day}.',
    wentExhibition: 'Na wystawie:',
    wentFrom: 'od {day}',
    wentUntil: 'do {day}',
    wentPriority: 'Na poparcie tego, o co ludzie tu proszą:',
    wentAnswer: 'Odpowiedź: {who}, {day}:',
    wentCopy: 'Kopia wyszła {day}: {use}.',
    wentThanks: 'Ktoś ci podziękował. Przekazaliśmy ci to {day}.',
    wentPaper:
      'Coś mogło zostać wydrukowane na papierze, a nikt tego tutaj nie zapisał. Zapytaj nas.',

    mind: 'Zmień zdanie',
    mindLead: 'Wybierz jedno. Ukryjemy to od razu. Nie musisz mówić dlaczego.',

    copy: 'Twoja własna kopia',
    copyLead:
      'Wszystko, co mamy od ciebie, w jednym pliku: twoje słowa, obrazy i dźwięk oraz twoje zgody.',
    copyGet: 'Zapisz moją kopię',
    copyWords: 'moje-słowa',
    copyYes: 'moje-zgody',

    change: 'Zmień to',
    changeLead:
      'Formularz otwiera się z tym, co mamy od ciebie. Zmień, co chcesz, obejrzyj to i wyślij jeszcze raz. Ktoś z nas przeczyta to, zanim to pokażemy.',
    changeOpen: 'Zmień to',
    changeGoOn: 'Zmieniaj dalej',
    changeTell:
      'Ktoś z nas pracował nad tym z tobą, więc zmienić to musi ktoś z nas. Powiedz nam, co chcesz zmienić.',

    add: 'Czy jest w tym ktoś jeszcze?',
    addLead: 'Powiedz nam gdzie. Ta część nie będzie pokazana, dopóki ta osoba się nie zgodzi.',
    addGo: 'Trzeba zapytać tę osobę',

    ask: 'Zrób odnośnik dla tej osoby',
    askAgain: 'Zrób nowy odnośnik',
    askStop: 'Zatrzymaj odnośnik',
    askMade: 'Odnośnik dla jednej osoby',
    askMadeLead:
      'Niech ta osoba skieruje aparat telefonu na kwadrat, albo wyślij jej odnośnik. Otwiera on tylko jej część, dla jednej osoby, przez tyle dni: {days}. Nie możemy pokazać go drugi raz.',

    asked: 'Czy to w porządku dla ciebie?',
    askedLead: 'Ktoś udostępnił coś, w czym jesteś. O swojej części decydujesz tylko ty.',
    askedIn: 'Zobacz moją część',
    askedInLead:
      'Naciśnij przycisk, żeby ją zobaczyć. Samo otwarcie tej strony nie zużywa odnośnika.',
    askedNotOpen: 'Ten odnośnik niczego nie otwiera',
    askedPart: 'Twoja część',
    askedWords: 'Można cię rozpoznać po tych słowach.',
    askedVoice: 'Słychać cię w tym nagraniu.',
    askedPicture: 'Widać cię na tym obrazie.',
    askedGone: 'Nie możemy ci tego tutaj pokazać. Poproś, a ci to pokażemy.',
    askedUses: 'Co możemy z tym zrobić?',
    askedExplain: 'Chcesz, żeby ktoś ci to wyjaśnił? Najpierw zapytaj kogoś z nas.',
    askedSeen: 'Moja część jest obejrzana lub odsłuchana przeze mnie.',
    askedSend: 'Wyślij moją odpowiedź',
    askedNo: '„Nie” na wszystko',
    askedYour: {
      open: 'Nie ma jeszcze twojej odpowiedzi. Nic z twojej części nie jest pokazane.',
      yes: 'Jest twoja zgoda na to, co tu zaznaczono. Puste oznacza „nie”.',
      no: 'Twoja odpowiedź to „nie”. Nic z twojej części nie jest pokazane.',
      back: 'Twoja zgoda jest cofnięta. Nic z twojej części nie jest pokazane.',
    },
    askedDone: 'Dziękujemy. Mamy twoją odpowiedź.',
    askedDoneYes: 'Ktoś z nas przeczyta wszystko jeszcze raz, zanim pokażemy twoją część.',
    askedDoneNo: 'Nic z twojej części nie jest pokazane.',
    askedCode: 'To jest twój kod. Dzięki niemu możesz w każdej chwili zmienić zdanie.',

    problem: {
      code: 'Ten kod nie działa. Sprawdź jeszcze raz każdą literę.',
      busy: 'Z twojego miejsca wpisywanych jest wiele kodów. Odczekaj minutę i spróbuj jeszcze raz.',
      unknowable: 'Nie możemy teraz sprawdzić kodów. To nasza wina. Zapytaj nas.',
      elsewhere:
        'To nie przyszło z naszej strony, więc nic nie zmieniono. Otwórz tę stronę jeszcze raz i spróbuj ponownie.',
      'not-seen': 'Najpierw to obejrzyj i zaznacz pole.',
      unread:
        'Nie możemy teraz otworzyć tych plików. To nasza wina i nic nie przepadło. Spróbuj ponownie za kilka minut.',
      'no-age': 'Podaj, ile masz lat.',
      'still-writing': 'Inna praca nie jest jeszcze wysłana. Najpierw ją wyślij albo wyrzuć.',
      overtaken: 'Ktoś inny zmienił to w tej chwili, więc nic nie zmieniono. Spróbuj jeszcze raz.',
    },
  },
};
