import type { Subjects } from '#i18n/subjects.ts';

/** No speaker has checked these words. */
export const board: Subjects['board'] = {
  board: {
    title: 'W toku',
    lead: 'To, co napisano, ale jeszcze nie pokazano, albo zmieniono i nie pokazano w obecnej postaci. Przesuń kartę dalej, gdy zaczyna się następny krok.',
    column: {
      draft: 'Szkice',
      pending_review: 'W trakcie sprawdzania',
      pending_publish: 'Gotowe do pokazania',
    },
    none: 'Nic tu nie ma.',
    moveTo: 'Przesuń do: {column}',
    moved: 'Jest teraz w „{column}”:',
    stays: 'Zostaje tam, gdzie jest',
    problem: {
      meanwhile: 'Ktoś właśnie to przesunął. Popatrz jeszcze raz, gdzie to jest.',
      gone: 'Już tego tu nie ma. Ktoś to usunął albo pokazał.',
      'not-allowed': 'Ustawienia przesuwa osoba zarządzająca.',
    },
    kind: {
      pages: 'Strona',
      responses: 'Odpowiedź',
      settings: 'Ustawienia',
    },
  },
};
