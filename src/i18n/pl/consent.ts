import type { Subjects } from '#i18n/subjects.ts';

/** No speaker has checked these words. */
export const consent: Subjects['consent'] = {
  consentLead:
    'Pokazujemy tylko to, na co ludzie się zgodzili. Najpierw widzą to sami. Mogą zmienić zdanie i wtedy to zdejmujemy.',
  consentSteps: 'Jak praca tu trafia',
  consentStep: [
    'Ktoś opowiada swoją opowieść w swoim języku. Może pisać, mówić, rysować albo robić zdjęcia.',
    'Pytamy, co możemy z tym zrobić. Każde pytanie zadajemy osobno. Zgoda na jedno nigdy nie jest zgodą na drugie.',
    'Ta osoba czyta, ogląda albo słucha gotowej pracy wcześniej niż ktokolwiek inny.',
    'Jeśli potem ktoś zmieni choćby jedną literę, praca znika ze strony internetowej, aż ta osoba znowu się zgodzi.',
    'Pytamy też każdego, kogo można rozpoznać na zdjęciu, w nagraniu albo w słowach.',
  ],
  consentGrid: 'O co pytamy',
  consentGridText:
    'Każde pole to osobne pytanie. Znak w polu oznacza zgodę. Puste pole oznacza „nie”. Brak odpowiedzi oznacza „nie”.',
  consentUse: 'Czy możemy tego użyć…',
  consentUses: {
    web: 'na tej stronie internetowej',
    search: 'w wyszukiwarce na tej stronie i w wyszukiwarkach internetowych',
    exhibition: 'na wystawie',
    evidence: 'na poparcie tego, o co ludzie tu proszą',
    print: 'na papierze, na przykład w broszurze',
    social: 'w mediach społecznościowych',
    press: 'w gazetach lub w radiu',
    teaching: 'do nauczania',
    research: 'dla osób prowadzących badania',
    deposit: 'do przechowania w zamkniętym archiwum',
    ai: 'do uczenia AI',
    'open-licence': 'z licencją, która każdemu pozwala to kopiować',
  },
  consentKinds: {
    words: 'Słowa',
    pictures: 'Obrazy',
    voice: 'Głos',
  },
  consentBox: 'tak albo puste',
  consentNames: 'Jak podpisujemy ludzi',
  consentNamesText:
    'Każda osoba wybiera: imię i nazwisko, samo imię, wymyślone imię, nazwę grupy albo brak podpisu. Pokazujemy dokładnie to i nic więcej.',
  consentTime: 'Jak długo trwa zgoda',
  consentTimeText:
    'Zgoda ma datę końca. Nigdy nie jest to więcej niż pięć lat. Gdy ten dzień nadchodzi, pytamy znowu. Bez nowej zgody zdejmujemy pracę tego samego dnia.',
  consentLimits: 'Czego nie możemy obiecać',
  consentLimitsText: [
    'Możemy zdjąć pracę z tej strony internetowej. Nie możemy odzyskać kopii, które mają inni, na przykład zrzutu ekranu albo wydruku.',
    'Prosimy firmy AI, żeby nie używały twojej opowieści. Nie możemy ich do tego zmusić.',
    'Jeśli musisz mieć pewność, że żadne AI nigdy tego nie zobaczy, poproś nas o pokazanie tego tylko na papierze albo na sali.',
  ],
  markTitle: 'Na co zgodzili się ci, którzy to zrobili',
  markOnly: 'tylko {kinds}',
  markChosen: 'tylko te, które wybrali',
  markNoAi: '„Nie” dla uczenia AI',
  markElse: 'Nic więcej. O każde inne użycie najpierw zapytaj.',
  markHow: 'Jak działa zgoda',

  consentWho: 'Kto decyduje',
  consentWhoText:
    'Decydują ludzie, którzy są w pracy. To ich wybór, a „nie” to dobra odpowiedź. Odmowa niczego innego dla nich nie zmienia: ani zajęć, ani pieniędzy, ani opieki.',
  consentMind: 'Jeśli zmienisz zdanie',
  consentMindText:
    'Powiedz komuś z nas, w dowolny sposób. Nie musisz mówić dlaczego. Ukryjemy to w ciągu jednego dnia roboczego, a skończymy w ciągu 30 dni.',

  ledger: 'Kto decyduje',
  ledgerLead:
    'Decydują ludzie, którzy są w danej pracy. Oto, co robimy, czego nie robimy i jak to wygląda w liczbach.',
  ledgerWho: 'Kto ma głos',
  ledgerWhoList: [
    'Osoba, która zrobiła pracę, mówi, czy ją pokazać, gdzie i z jakim podpisem.',
    'Każdy, kogo można rozpoznać po zdjęciu, głosie albo słowach, ma głos w sprawie tej części.',
    'Ktoś z naszego zespołu najpierw czyta każdą pracę i sprawdza, czy nikomu nie zaszkodzi. Może pracę zatrzymać. Nigdy nie może pokazać pracy bez zgody.',
    'Za każdym razem, gdy powstaje ta strona internetowa, program sprawdza każdą zgodę. Jeśli jakiejś brakuje, tej części nie pokazujemy.',
  ],
  ledgerEdit: 'Co poprawiamy',
  ledgerEditList: [
    'Nie zmieniamy niczyich słów. Jeśli widzimy pomyłkę, pytamy.',
    'Usuwamy ukryte dane ze zdjęć i dźwięku, takie jak miejsce i czas.',
    'Możemy zakryć twarz albo pominąć nazwisko. Osoba, która zrobiła pracę, widzi to pierwsza.',
    'Mówimy, gdy coś jest tłumaczeniem.',
  ],
  ledgerRefuse: 'Czego odmawiamy',
  ledgerRefuseList: [
    'Części bez zgody wszystkich, którzy w niej są.',
    'Słów, które mają ranić ludzi.',
    'Opowieści o zdrowiu kogoś innego, jeśli nikt tej osoby nie zapytał.',
    'Sposobów na zrobienie sobie krzywdy i leków, które mogą zaszkodzić.',
    'Każdego użycia bez zgody osób, które zrobiły pracę, bez względu na to, kto nas prosi.',
  ],
  ledgerCount: 'Jak to wygląda w liczbach',
  ledgerShown: 'Prace pokazywane dzisiaj',
  ledgerLanguages: 'Ich języki',
  ledgerDown: 'Prace zdjęte w roku {year}',
  ledgerFew: 'mniej niż pięć',
  ledgerWhy:
    'Praca znika, gdy ktoś zmienia zdanie albo gdy zgoda się kończy. Nigdy nie mówimy, która to praca ani dlaczego. Nie pokazujemy liczb poniżej pięciu i nie liczymy według miejscowości ani wystaw. Mała liczba mogłaby wskazać konkretną osobę.',
};
