import type { Subjects } from '#i18n/subjects.ts';

/** No speaker has checked these words. */
export const search: Subjects['search'] = {
  searchLead: 'یک کلمه به هر زبانی بنویسید.',
  searchLabel: 'دنبال چه می‌گردید؟',
  searchGo: 'جستجو',
  searchNarrow: 'فقط این‌ها',
  searchAny: 'همه',
  searchLanguage: 'زبان',
  searchTheme: 'موضوع',
  searchPlace: 'شهر',
  searchKind: 'نوع',
  searchSeries: 'پروژه',
  searchClose: 'نتیجه‌های نزدیک',
  searchOneHint: 'یک موضوع یا یک شهر را انتخاب کنید، نه هر دو. این کمک می‌کند که کسی شناخته نشود.',
  searchNoScript:
    'جستجو به اسکریپت نیاز دارد، و اسکریپت‌ها خاموش است. با گشتن می‌توانید همه چیز را پیدا کنید:',
  searchWorking: 'در حال جستجو…',
  searchSome: 'این چیزی است که پیدا کردیم.',
  searchMany: { one: '{count} اثر پیدا شد.', other: '{count} اثر پیدا شد.' },
  searchNone: 'برای این چیزی پیدا نکردیم. کلمه دیگری را امتحان کنید، یا بگردید:',
  searchBroken: 'جستجو الان کار نمی‌کند. هنوز می‌توانید بگردید:',
  searchMore: 'نشان دادن بیشتر',
  searchResults: 'نتیجه‌ها',
  searchPages: 'صفحه‌ها',
};
