import type { Subjects } from '#i18n/subjects.ts';

/** No speaker has checked these words. */
export const exhibitions: Subjects['exhibitions'] = {
  exhibitionsLead: 'Waxyaabo ay doorteen oo isku geeyeen dad yaqaan.',
  curatedBy: 'Waxaa isku geeyey',
  openFrom: 'Laga bilaabo {day}',
  openUntil: 'Ilaa {day}',
  openBetween: 'Laga bilaabo {from} ilaa {until}',
  seePiece: 'Arag shayga oo dhan',
  worksHere:
    'Wax kasta oo halkan lagu muujiyey wuxuu u joogaa in qofkii sameeyey uu bandhiggan haa ku yiri.',
};
