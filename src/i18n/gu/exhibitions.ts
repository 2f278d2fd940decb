import type { Subjects } from '#i18n/subjects.ts';

/** No speaker has checked these words. */
export const exhibitions: Subjects['exhibitions'] = {
  exhibitionsLead: 'રચનાઓ, જેને ઓળખનારા લોકોએ પસંદ કરીને સાથે મૂકી છે.',
  curatedBy: 'સાથે મૂકનાર:',
  openFrom: '{day}થી',
  openUntil: '{day} સુધી',
  openBetween: '{from}થી {until} સુધી',
  seePiece: 'આખી રચના જુઓ',
  worksHere: 'અહીં બતાવેલું બધું એટલે અહીં છે કે તેના બનાવનારે આ પ્રદર્શનની હા પાડી છે.',
};
