import type { Subjects } from '#i18n/subjects.ts';

/** No speaker has checked these words. */
export const exhibitions: Subjects['exhibitions'] = {
  exhibitionsLead: 'Prace wybrane i połączone przez ludzi, którzy je znają.',
  curatedBy: 'Wystawę układa',
  openFrom: 'Od {day}',
  openUntil: 'Do {day}',
  openBetween: 'Od {from} do {until}',
  seePiece: 'Zobacz całą pracę',
  worksHere: 'Każda rzecz jest tu dlatego, że osoba, która ją zrobiła, zgodziła się na tę wystawę.',
};
