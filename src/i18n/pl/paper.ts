import type { Subjects } from '#i18n/subjects.ts';

/** No speaker has checked these words. */
export const paper: Subjects['paper'] = {
  paper: {
    title: 'Podziel się swoją opowieścią na papierze',
    lead: 'Zaznacz pole, jeśli się zgadzasz. Puste pole oznacza „nie”. Pomyłka? Zamaluj pole na czarno i napisz obok, o co chodzi. Możesz poprosić kogoś, żeby pisał za ciebie.',
    print: 'Wydrukuj obie strony na jednej kartce A4, w pełnym rozmiarze (100 %).',
    otherLanguages: 'W innym języku',
    picturesYes: 'Tak, są razem z tą kartką',
    soundYes: 'Tak, albo ktoś mnie nagra',
    form: 'Kartka z informacjami {sheet} · formularz {code}',
    explained: 'Dla osoby, która to wyjaśnia: kto, jak i w jakim języku?',
    explainedLine: 'W jakim języku i którego dnia?',
    by: {
      facilitator: 'ktoś z zespołu',
      champion: 'osoba zbierająca opowieści',
      'support-worker': 'osoba udzielająca wsparcia',
      'somebody-else': 'ktoś inny',
    },
    how: {
      paper: 'zgoda jest na tej kartce',
      'in-person': 'zgoda słowna',
      audio: 'zgoda nagrana',
    },
    interpreter: {
      none: 'bez tłumacza',
      professional: 'z płatnym tłumaczem',
      trained_peer: 'z przeszkoloną osobą ze społeczności',
    },
    photoTitle: 'Masz formularz na papierze?',
    photoLead:
      'Zrób zdjęcie każdej strony. Odczytujemy znaki, które są wyraźne, a ty sprawdzasz każdy z nich. Nie zachowujemy zdjęcia. Nie masz formularza? Po prostu idź dalej.',
    photoAdd: 'Zdjęcie jednej strony albo obu',
    photoSend: 'Odczytaj',
    printEmpty: 'Wydrukuj pusty formularz',
    sideRead: { front: 'Przód jest odczytany.', back: 'Tył jest odczytany.' },
    readMeans:
      'Teraz idź dalej, strona po stronie. Nic się nie liczy, dopóki nie zapiszesz danej strony.',
    fromPhoto:
      'Znaki tutaj odczytano ze zdjęcia. Popatrz na kartkę i popraw to, co się z nią nie zgadza.',
    pleaseLook: 'Nie mogliśmy odczytać tych pól, więc są tu puste. Popatrz na kartkę:',
    explainedTitle: 'Jak zadano pytania?',
    explainedLead:
      'Zachowujemy to, co ta osoba tu robi, bez nazwiska. Niczyje dziecko ani rodzina nie powinny tłumaczyć.',
    explainedBy: 'Kto wyjaśnił, co oznacza zgoda?',
    explainedHow: 'Jak wyrażono zgodę?',
    explainedInterpreter: 'Czy ktoś tłumaczył?',
    explainedLanguage: 'W jakim języku zadano pytania?',
    lookYes: 'Ta osoba to widziała lub słyszała. Tak ma być.',
    printReceipt: 'Wydrukuj potwierdzenie dla tej osoby',
  },
};
