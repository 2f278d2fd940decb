import type { Subjects } from '#i18n/subjects.ts';

/** No speaker has checked these words. */
export const exhibitions: Subjects['exhibitions'] = {
  exhibitionsLead: 'آثاری که کسانی که آن‌ها را می‌شناسند انتخاب کرده و کنار هم گذاشته‌اند.',
  curatedBy: 'گردآوری از',
  openFrom: 'از {day}',
  openUntil: 'تا {day}',
  openBetween: 'از {from} تا {until}',
  seePiece: 'دیدن همه اثر',
  worksHere: 'هر چه اینجا نشان داده می‌شود برای این است که صاحبش به این نمایشگاه بله گفته است.',
};
