import type { Subjects } from '#i18n/subjects.ts';

/** No speaker has checked these words. */
export const site: Subjects['site'] = {
  skipToContent: 'رفتن به بخش اصلی',
  menu: 'فهرست',
  mainMenu: 'فهرست اصلی',
  siteLanguages: 'زبان این سایت',
  stories: 'داستان‌ها',
  browse: 'گشتن',
  exhibitions: 'نمایشگاه‌ها',
  search: 'جستجو',
  about: 'درباره ما',
  home: 'صفحه اول',
  consent: 'رضایت چطور کار می‌کند',
  withdraw: 'نظرتان عوض شده؟',
  support: 'کمک گرفتن',
  accessibility: 'استفاده آسان برای همه',
  feed: 'خبرخوان',
  footerMenu: 'بیشتر درباره این سایت',
  footerPromise:
    'هر چه اینجاست کسی به اشتراک گذاشته که بله گفته است. هر وقت بخواهد می‌تواند نظرش را عوض کند، و ما آن را برمی‌داریم.',
  updatedFor: 'همان‌طور که در {day} بود.',

  exitNow: 'همین حالا از این صفحه بروید',
  exitHint:
    'برای رفتن فوری سه بار Shift را فشار دهید. این کار تاریخچه مرورگر را پاک نمی‌کند، پس شاید دیگران ببینند که اینجا بوده‌اید.',

  tombstoneTitle: 'این دیگر اینجا نیست',
  tombstone:
    'کسانی که در {name} چیزی به اشتراک می‌گذارند هر وقت بخواهند می‌توانند نظرشان را عوض کنند.',
  otherStories: 'داستان‌های دیگر',
  howWeCare: 'چطور از داستان‌ها مراقبت می‌کنیم',
  notFoundTitle: 'این صفحه را پیدا نمی‌کنیم',
  notFound: 'شاید نشانی اشتباهی دارد، یا صفحه جابه‌جا شده است.',
};
