import type { Subjects } from '#i18n/subjects.ts';

/** No speaker has checked these words. */
export const exhibitions: Subjects['exhibitions'] = {
  exhibitionsLead: 'چنی ہوئی چیزیں، ان لوگوں کے ہاتھوں ترتیب دی ہوئی جو انہیں جانتے ہیں۔',
  curatedBy: 'ترتیب دینے والے',
  openFrom: '{day} سے',
  openUntil: '{day} تک',
  openBetween: '{from} سے {until} تک',
  seePiece: 'پوری چیز دیکھیں',
  worksHere: 'یہاں ہر چیز اس لیے ہے کہ اسے بنانے والے نے اس نمائش کے لیے ہاں کہی۔',
};
