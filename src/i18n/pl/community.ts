import type { Subjects } from '#i18n/subjects.ts';

/** No speaker has checked these words. */
export const community: Subjects['community'] = {
  priorities: 'Wasze słowa i co się zmieniło',
  prioritiesLead: 'O co ludzie tu proszą i co odpowiadają NHS, samorząd i inni.',
  prioritiesAll: 'Wszystko, o co ludzie proszą',
  answers: 'Odpowiedzi',
  answersWhose: 'To są słowa tej organizacji, nie nasze.',
  answeredOn: 'Odpowiedź z {day}',
  answerNone: 'Nikt jeszcze na to nie odpowiedział.',
  answerStatus: {
    heard: 'Wiedzą o tym.',
    planned: 'Mają to w planach.',
    'under-way': 'Już zaczęli.',
    done: 'Mówią, że to zrobione.',
    cannot: 'Mówią, że nie mogą tego zrobić.',
  },
  answerWords: {
    changed:
      'Słowa, w których ludzie o to proszą, potem się zmieniły. Ta odpowiedź dotyczy słów z tamtego czasu.',
    unknown: 'Nie zapisaliśmy, na jakie słowa to odpowiedź. Mogły być inne niż te powyżej.',
  },
  answerEarlier: 'Ta odpowiedź dotyczy wcześniejszych słów.',
  behind: 'Prace, które to popierają',
  behindThemes: 'Więcej na ten temat',
  assets: 'Miejsca i grupy',
  assetsLead: 'Grupy, miejsca i zajęcia, które, jak mówią tu ludzie, dobrze im robią.',
  assetsHere: 'Miejsca i grupy tutaj',
  assetsNoTown: 'Nie tylko w jednej miejscowości',
  assetKind: {
    organisation: 'Grupa',
    space: 'Miejsce',
    activity: 'Zajęcia',
  },
};
