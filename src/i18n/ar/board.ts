import type { Subjects } from '#i18n/subjects.ts';

/** No speaker has checked these words. */
export const board: Subjects['board'] = {
  board: {
    title: 'قيد العمل',
    lead: 'ما كُتب ولم يُعرض بعد، أو غُيّر ولم يُعرض كما هو الآن. انقلوا البطاقة إلى الأمام عندما تبدأ خطوتها التالية.',
    column: {
      draft: 'مسودات',
      pending_review: 'تُراجع الآن',
      pending_publish: 'جاهزة للعرض',
    },
    none: 'لا شيء هنا.',
    moveTo: 'النقل إلى: {column}',
    moved: 'هي الآن في «{column}»:',
    stays: 'تبقى في مكانها',
    problem: {
      meanwhile: 'نقلها شخص قبل لحظة. انظروا مرة أخرى أين هي.',
      gone: 'لم تعد هنا. حذفها شخص أو عرضها.',
      'not-allowed': 'المسؤول هو من ينقل الإعدادات.',
    },
    kind: {
      pages: 'صفحة',
      responses: 'رد',
      settings: 'الإعدادات',
    },
  },
};
