import type { Subjects } from '#i18n/subjects.ts';

/** No speaker has checked these words. */
export const exhibitions: Subjects['exhibitions'] = {
  exhibitionsLead: 'مشاركات اختارها وجمعها أشخاص يعرفونها.',
  curatedBy: 'جمعها',
  openFrom: 'من {day}',
  openUntil: 'حتى {day}',
  openBetween: 'من {from} حتى {until}',
  seePiece: 'رؤية المشاركة كاملة',
  worksHere: 'كل ما يُعرض هنا موجود لأن صاحبه وافق على هذا المعرض.',
};
