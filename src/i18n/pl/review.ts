import type { Subjects } from '#i18n/subjects.ts';

/** No speaker has checked these words. */
export const review: Subjects['review'] = {
  reviewQuestions: {
    people:
      'Czy ktoś inny jest w tym nazwany albo da się go poznać: krewny, lekarz, pracodawca, dziecko?',
    health: 'Czy mówi to o zdrowiu kogoś innego?',
    abuse:
      'Czy mówi to o znęcaniu się, wymuszonym małżeństwie albo krzywdzie w imię honoru? Patrzą dwie osoby, jedna z tej społeczności.',
    migration:
      'Czy mówi to o czyjejś imigracji lub azylu albo o pracy bez papierów? Patrzą dwie osoby.',
    crime: 'Czy mówi to o przestępstwie albo o sprawie, która jest teraz w sądzie?',
    belonging: 'Czy mówi to o czyjejś wierze, kaście, seksualności lub płci, teraz albo kiedyś?',
    method: 'Czy podaje sposób, jak zrobić sobie krzywdę albo się zabić? To się usuwa.',
    cure: 'Czy mówi to o leczeniu, które może zaszkodzić?',
    blame: 'Czy mówi o kimś źle, a może to nieprawda?',
    place: 'Czy widać, gdzie ktoś mieszka, chodzi albo się uczy: dom, mundurek, stała droga?',
    small: 'Czy grupa jest tak mała, że kilka słów wskazuje jedną osobę?',
    against:
      'Czy krewny, były partner, właściciel mieszkania, pracodawca, urzędnik lub dziennikarz może użyć tego przeciw komuś?',
    changed: 'Czy od czasu opowiedzenia życie się zmieniło?',
    danger:
      'Czy ktoś jest teraz w niebezpieczeństwie? Powiedz osobie, która odpowiada za ochronę, i nic o tym tu nie pisz.',
  },
};
