import type { Subjects } from '#i18n/subjects.ts';

/** No speaker has checked these words. */
export const pages: Subjects['pages'] = {
  homeTitle: 'Opowieści stąd, gdzie mieszkamy, od ludzi, którzy tu mieszkają',
  homeLead:
    'Słowa, obrazy i głosy o zdrowiu, domu i codziennym życiu. Każda praca jest w języku osoby, która opowiada. Każda jest tu dlatego, że ta osoba się zgodziła.',
  homeStart: 'Czytaj opowieści',
  homeWays: 'Od czego zacząć',
  homeMind: 'Możesz zmienić zdanie',
  homeMindText:
    'Jeśli jest tu coś twojego, to nadal należy do ciebie. Powiedz komuś z nas, w dowolny sposób, a zdejmiemy to. Nie musisz mówić dlaczego.',
  homeMindLink: 'Jak coś zdjąć',
  homeExhibition: 'Teraz na wystawie',

  supportLead:
    'Niektóre prace mogą wywołać trudne uczucia. Nie musisz radzić sobie z nimi w samotności. Te osoby mogą pomóc.',
  supportNone: 'Nie ma tu jeszcze numerów pomocy.',

  accessLead: 'Chcemy, żeby każdy mógł czytać, słuchać i korzystać z tej strony internetowej.',
  accessDo: 'Co możesz tu zrobić',
  accessDoList: [
    'Powiększ słowa dwa razy. Nic nie zginie i nic nie wyjdzie poza brzeg.',
    'Korzystaj z całości za pomocą klawiatury albo czytnika ekranu.',
    'Przeczytaj, co mówi nagranie, jeśli osoba, która je zrobiła, udostępniła słowa.',
    'Korzystaj ze strony internetowej bez skryptów. Tylko szukanie ich potrzebuje.',
    'Wybierz jasny lub ciemny wygląd w telefonie albo komputerze. Nasza strona internetowa się dostosuje.',
  ],
  accessNot: 'Co jeszcze nie działa',
  accessUnchecked:
    'Słów na przyciskach i w menu nie sprawdził jeszcze nikt, kto mówi w tych językach: {languages}.',
  accessNotList: [
    'Obrazy są opisane tylko wtedy, gdy osoba, która je zrobiła, napisała opis.',
    'Nie ma jeszcze języka migowego.',
  ],
  accessTell: 'Powiedz nam',
  accessTellText:
    'Jeśli coś ci przeszkadza, powiedz nam w jeden z tych sposobów. Napisz, która to strona. Postaramy się dać ci to, czego potrzebujesz, w innej postaci.',
  accessStandard:
    'Każdy rodzaj strony sprawdzamy według standardu WCAG 2.2, poziom AA. Ludzie muszą ją jeszcze sprawdzić razem z nami.',

  designTitle: 'Jak wygląda ta strona internetowa',
  designLead: 'Każda część strony internetowej z przykładem. To dla osób, które nad nią pracują.',
  designColours: 'Kolory',
  designContrast: 'Im wyższa liczba, tym łatwiej czytać. Potrzebujemy 4,5.',
  designLight: 'W jasnym: {ratio}',
  designDark: 'W ciemnym: {ratio}',
  designLetters: 'Litery',
  designPattern: 'Wzór',
  designCards: 'Karty',
  designNote: 'Ostrzeżenie przed pracą',
  designPicture: 'Obraz',
  designPlayer: 'Nagranie',
  designButtons: 'Przyciski i formularze',
  designDrawn: 'Co widzi jedna osoba',
  designPrint: 'Na papierze',
  designPrintText:
    'Menu, kolory i odtwarzacze są pominięte. Przy pracy zostaje jej podpis i jej prawa.',
};
