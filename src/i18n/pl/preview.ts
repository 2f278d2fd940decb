import type { Subjects } from '#i18n/subjects.ts';

/** No speaker has checked these words. */
export const preview: Subjects['preview'] = {
  preview: {
    publishedTitle: 'Podgląd: tak, jak jest opublikowane',
    bandTitle: 'Podgląd: nieopublikowane',
    onlyYou: 'Tę stronę widzisz tylko ty, bo jesteś w panelu.',
    notOnSite: 'Nie ma tego na stronie internetowej.',
    asIf: 'Tak pokazałaby to strona internetowa, gdyby to sprawdzono i zatwierdzono w obecnej postaci.',
    version: {
      saved: 'Widzisz to tak, jak zapisano {day} o {time}.',
      typed: 'Widzisz to tak, jak jest teraz w formularzu. Jeszcze tego nie zapisano.',
      published: 'Od publikacji nic nie zmieniono.',
    },
    from: 'Można to pokazać od {day}, więc widzisz to jak w tym dniu.',
    all: 'Niczego tu nie zatrzymano.',
    some: 'Tego by nie pokazano',
    changed: 'Z tego pokazana jest tylko zmieniona kopia:',
    nothingTitle: 'Nic z tego nie byłoby pokazane',
    nothing:
      'Strona internetowa nie pokazałaby z tego nic, nawet gdyby to sprawdzono i zatwierdzono w obecnej postaci. Oto dlaczego:',
    notReadTitle: 'Tego jeszcze nie można pokazać',
    notRead: 'Najpierw trzeba coś w tym poprawić:',
    allOfIt: 'Całość',
    overTitle: 'Tego podglądu tu nie ma',
    over: 'Może już się skończył. Otwórz go jeszcze raz z formularza.',
  },
};
