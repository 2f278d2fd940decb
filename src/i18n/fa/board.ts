import type { Subjects } from '#i18n/subjects.ts';

/** No speaker has checked these words. */
export const board: Subjects['board'] = {
  board: {
    title: 'در دست کار',
    lead: 'آنچه نوشته شده و هنوز نشان داده نشده، یا عوض شده و هنوز به شکل الان نشان داده نشده است. وقتی کار بعدی کارت شروع می‌شود، آن را جلو ببرید.',
    column: {
      draft: 'پیش‌نویس‌ها',
      pending_review: 'در حال بررسی',
      pending_publish: 'آماده نشان دادن',
    },
    none: 'اینجا چیزی نیست.',
    moveTo: 'بردن به: {column}',
    moved: 'الان در «{column}» است:',
    stays: 'همان جا که هست می‌ماند',
    problem: {
      meanwhile: 'همین الان کسی آن را جابه‌جا کرد. دوباره ببینید کجاست.',
      gone: 'دیگر اینجا نیست. کسی آن را پاک کرده یا نشان داده است.',
      'not-allowed': 'تنظیمات را مدیر جابه‌جا می‌کند.',
    },
    kind: {
      pages: 'صفحه',
      responses: 'پاسخ',
      settings: 'تنظیمات',
    },
  },
};
