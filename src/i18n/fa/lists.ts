import type { Subjects } from '#i18n/subjects.ts';

/** No speaker has checked these words. */
export const lists: Subjects['lists'] = {
  allStories: 'همه داستان‌ها',
  newest: 'تازه‌ها',
  themes: 'موضوع‌ها',
  places: 'شهرها',
  series: 'پروژه‌ها',
  kinds: 'نوع‌ها',
  languages: 'زبان‌ها',
  themesLead: 'آنچه مردم خواسته‌اند درباره‌اش حرف بزنند.',
  placesLead:
    'جایی که مردم زندگی می‌کنند، یا جایی که داستان رخ داده است. نام شهر را می‌گوییم، هرگز نام خیابان را نه.',
  seriesLead: 'داستان‌هایی که با هم جمع شده‌اند.',
  kindsLead: 'متن، تصویر و صدا.',
  languagesLead: 'زبانی که هر کس خواسته به آن حرف بزند یا بنویسد.',
  alsoCalled: 'مردم اینجا این را هم می‌گویند:',
  officialTerms: 'سازمان درمان (NHS) و شهرداری شاید بگویند:',
  atLeast: { one: '{count} اثر', other: '{count} اثر' },
  pageOf: 'صفحه {page} از {pages}',
  pages: 'صفحه‌های این فهرست',
  newer: 'تازه‌تر',
  older: 'قدیمی‌تر',
  nothingYet: 'هنوز چیزی اینجا به اشتراک گذاشته نشده است.',
  seeAll: 'دیدن همه',
  alsoIn: 'به این زبان‌ها هم: {languages}',
  pageIn: 'زبان صفحه: {language}',

  kind: {
    story: 'داستان',
    poem: 'شعر',
    photograph: 'عکس',
    sound: 'صدا',
    artwork: 'اثر هنری',
    conversation: 'گفتگو',
  },
  kindPlural: {
    story: 'داستان‌ها',
    poem: 'شعرها',
    photograph: 'عکس‌ها',
    sound: 'صداها',
    artwork: 'آثار هنری',
    conversation: 'گفتگوها',
  },
  untitled: {
    story: 'یک داستان',
    poem: 'یک شعر',
    photograph: 'یک عکس',
    sound: 'یک صدای ضبط‌شده',
    artwork: 'یک اثر هنری',
    conversation: 'یک گفتگو',
  },
};
