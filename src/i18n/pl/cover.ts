import type { Subjects } from '#i18n/subjects.ts';

/** No speaker has checked these words. */
export const cover: Subjects['cover'] = {
  cover: {
    open: 'Zakryj twarze na obrazie',
    title: 'Zrób bezpieczną kopię',
    lead: 'Narysuj prostokąt na każdej twarzy. W kopii pod prostokątem jest tylko czerń. Sam obraz zostaje bez zmian.',
    keys: 'Na klawiaturze: strzałki przesuwają prostokąt. Shift i strzałki robią go szerszym, węższym, wyższym albo niższym.',
    picture: 'Obraz z prostokątami',
    add: 'Dodaj prostokąt',
    box: 'Prostokąt {number}',
    place: '{box}: {x} od lewej, {y} od góry, szerokość {width}, wysokość {height}',
    takeOut: 'Usuń prostokąt {number}',
    crop: 'Obetnij brzegi',
    frame: 'Co z niego zostaje',
    noCrop: 'Zostaw brzegi',
    make: 'Zrób bezpieczną kopię',
    making: 'Kopia powstaje…',
    leave: 'Nie, zostaw to',
    check:
      'Oto kopia. Popatrz dokładnie: czy można jeszcze kogoś rozpoznać? Potem naciśnij Zapisz.',
    problem: {
      'not-boxes': 'Nie mogliśmy odczytać prostokątów. Nic nie zrobiono.',
      outside: 'Prostokąt jest poza obrazem. Nic nie zrobiono.',
      'too-many': 'Prostokątów jest za dużo. Zamiast tego obetnij brzegi. Nic nie zrobiono.',
      'too-small': 'Prostokąt jest za mały. Powiększ go. Nic nie zrobiono.',
      'nothing-hidden': 'Najpierw narysuj prostokąt albo obetnij brzegi. Nic nie zrobiono.',
      'no-picture': 'Obrazu tu nie ma. Najpierw wybierz obraz.',
      'not-read': 'Nie udało się otworzyć tego obrazu. Wybierz inny. Nic nie zrobiono.',
      'no-room': 'Nie ma już miejsca na kopię. Powiedz osobie, która dba o archiwum.',
    },
  },
};
