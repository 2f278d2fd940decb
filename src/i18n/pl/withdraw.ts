import type { Subjects } from '#i18n/subjects.ts';

/** No speaker has checked these words. */
export const withdraw: Subjects['withdraw'] = {
  withdrawLead: 'Powiedz komuś z nas, w dowolny sposób. Nie musisz mówić dlaczego.',
  withdrawHow: 'Jak nam powiedzieć',
  withdrawHowText:
    'Zadzwoń, wyślij SMS, napisz albo powiedz komuś, kogo tu znasz. Może poprosić za ciebie ktoś bliski. Możesz mówić w dowolnym języku.',
  withdrawNoContacts: 'Powiedz osobie, która zebrała twoją opowieść, albo komuś, kto tu pracuje.',
  withdrawWhat: 'Co możesz zmienić',
  withdrawWhatList: [
    'Zdjąć całość.',
    'Zdjąć jedną część, na przykład zdjęcie albo twój głos.',
    'Zmienić swój podpis albo go usunąć.',
    'Zatrzymać jedno użycie, na przykład na wystawie.',
  ],
  withdrawThen: 'Co się wtedy dzieje',
  withdrawThenList: [
    'Najpierw ukrywamy, potem pytamy. Ukryjemy to w ciągu jednego dnia roboczego.',
    'Potem usuwamy to z wyszukiwarki, list, wystaw i naszych własnych kopii. Kończymy w ciągu 30 dni.',
    'Mówimy ci, co zdjęliśmy. Mówimy też, do których kopii nie możemy dotrzeć.',
  ],
  withdrawInIt: 'Jesteś w czyjejś pracy?',
  withdrawInItText:
    'Ty też możesz o to prosić. Jeśli jesteś na zdjęciu, w nagraniu albo w słowach, powiedz nam w ten sam sposób.',
  complainTitle: 'Jeśli coś jest nie tak',
  complainText:
    'Powiedz nam, jeśli na stronie jest błąd, jeśli kogoś rani albo pokazuje kogoś, kto się nie zgodził. Najpierw ukrywamy, potem sprawdzamy.',
  complainLaw:
    'Jeśli nasza odpowiedź ci nie odpowiada, możesz też złożyć skargę do urzędu, który pilnuje praw do danych. W Wielkiej Brytanii jest to Biuro Komisarza ds. Informacji (Information Commissioner’s Office).',

  complainWho: 'Możesz porozmawiać z każdym z nas w te sposoby. Ktoś inny może mówić za ciebie.',
  complainWhen:
    'W ciągu pięciu dni roboczych powiemy ci, że mamy twoją skargę. Odpowiedź dostaniesz w ciągu 30 dni, w twoim języku.',
  complainLawLink: 'Jak złożyć skargę do Biura Komisarza ds. Informacji',

  codeTitle: 'Masz kod?',
  codeLead:
    'Jest na kartce albo w wiadomości, którą masz od nas. Dzięki niemu możesz zdjąć coś tutaj, od razu. Nie musisz się logować ani mówić dlaczego.',
  codeLabel: 'Twój kod',
  codeGo: 'Dalej',
  codeWrongTitle: 'Ten kod nie działa',
  codeWrong:
    'Sprawdź jeszcze raz każdą literę. Jeśli nadal nie działa, zadzwoń do nas albo powiedz komuś, kogo tu znasz. Najpierw ukrywamy, potem pytamy.',
  codeElsewhere:
    'To nie przyszło z naszej strony, więc nic nie zmieniono. Otwórz tę stronę jeszcze raz i spróbuj ponownie.',

  takeTitle: 'Co ma zniknąć?',
  takeLead: 'Wybierz jedno. Ukryjemy to od razu. Potem możesz użyć kodu jeszcze raz.',
  takeAll: 'Całość',
  takeAllMeans: 'Strona, obrazy, dźwięk oraz miejsce w wyszukiwarce i na wystawach.',
  takeMe: 'Usuńcie mnie z tego',
  takeMeMeans:
    'Twoja zgoda się kończy. To, co cię pokazuje albo pozwala cię usłyszeć lub rozpoznać, znika albo jest zakryte. Reszta może zostać.',
  takeParts: 'Tylko jedna część',
  takeUses: 'Tylko przestańcie tego używać…',
  partWords: 'Słowa',
  partPicture: 'Obraz {number}',
  partVoice: 'Nagranie',
  partTranslation: 'Słowa (język: {language})',
  partShort: 'Krótka wersja (język: {language})',
  takeNow: 'Zdejmij to teraz',
  takeOtherWays: 'Jak inaczej nam powiedzieć',
  takeChooseOne: 'Najpierw wybierz jedno z tych. Jeszcze nic nie zmieniono.',

  receiptTitle: 'To jest ukryte',
  receiptLead: 'To jest twoje potwierdzenie. Możesz je zapisać, wydrukować albo zrobić mu zdjęcie.',
  receiptWhat: 'Co zdejmujesz',
  receiptWhen: 'Ukryto {day} o {time}.',
  receiptDown: 'Co zniknęło',
  receiptPages: {
    one: 'Strona tej pracy, pod {count} adresem.',
    few: 'Strona tej pracy, pod {count} adresami.',
    many: 'Strona tej pracy, pod {count} adresami.',
    other: 'Strona tej pracy, pod {count} adresu.',
  },
  receiptFiles: {
    one: 'Pliki z obrazem i dźwiękiem: {count}.',
    few: 'Pliki z obrazem i dźwiękiem: {count}.',
    many: 'Pliki z obrazem i dźwiękiem: {count}.',
    other: 'Pliki z obrazem i dźwiękiem: {count}.',
  },
  receiptSearch: 'Wpis w naszej wyszukiwarce.',
  receiptElsewhere:
    'Każda karta, odnośnik i cytat tej pracy na naszych innych stronach i w kanale nowości.',
  receiptMeanwhile:
    'Wszystko jest ukryte, aż strona internetowa powstanie na nowo. Wtedy wróci to, co zostaje.',
  receiptNext: 'Co się teraz dzieje',
  receiptOwed:
    'Musimy jeszcze zrobić jedną rzecz: zbudować całą stronę internetową na nowo bez tego i sprawdzić każdy plik. Do tego czasu pozostaje to ukryte.',
  receiptFailed:
    'Nie udało się jeszcze zbudować strony internetowej na nowo. Nadal musimy to zrobić. Do tego czasu pozostaje to ukryte, nawet gdy nasz komputer uruchomi się ponownie.',
  receiptRebuilt:
    'Cała strona internetowa powstała na nowo bez tego i każdy plik został sprawdzony.',
  receiptCannot: 'Czego nie możemy odzyskać',
  receiptCannotList: [
    'Tego, co inni zapisali, wydrukowali, skopiowali albo sfotografowali.',
    'Wyszukiwarki internetowe i archiwa internetu mogą to pamiętać przez kilka tygodni.',
    'Książek, plakatów i ulotek, które już są w obiegu.',
    'Naszych kopii zapasowych. Nie są publiczne i z czasem zastępują je nowe.',
  ],
  receiptAlready: 'To jest już zdjęte',
  receiptAlreadyLead: 'Za pomocą tego kodu nie ma już czego zdjąć.',
  receiptThanks: 'Dziękujemy za podzielenie się tym.',

  codeBusyTitle: 'Z twojego miejsca wpisywanych jest wiele kodów',
  codeBusy:
    'Odczekaj minutę i spróbuj jeszcze raz: dobry kod zawsze działa. Jeśli nie możesz czekać, zadzwoń do nas albo powiedz komuś, kogo tu znasz. Najpierw ukrywamy, potem pytamy.',
  codeUnknowableTitle: 'Nie możemy teraz sprawdzić kodów',
  codeUnknowable:
    'To nasza wina, nie twoja. Nic nie zmieniono. Zadzwoń do nas teraz albo powiedz komuś, kogo tu znasz: możemy to ukryć bez kodu. Najpierw ukrywamy, potem pytamy.',
  takeUnread:
    'Nie możemy teraz odczytać, co w tym jest, więc nie możemy pokazać ci części. Nadal możesz usunąć to, co twoje: od razu ukryjemy całość, a to, co należy do innych, wróci później.',

  receiptUnwritten:
    'To jest ukryte. Ale nasz komputer jeszcze nie mógł tego zapisać, bo coś z nim jest nie tak. Próbuje wciąż od nowa, aż się uda. Jeśli jutro znowu to tu zobaczysz, zadzwoń do nas.',
  receiptUntaken:
    'To jest ukryte. Nie usunęliśmy tego jeszcze z naszego magazynu, bo coś jest nie tak z naszym komputerem. Próbuje wciąż od nowa, aż się uda.',
};
