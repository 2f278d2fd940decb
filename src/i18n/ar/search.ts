import type { Subjects } from '#i18n/subjects.ts';

/** No speaker has checked these words. */
export const search: Subjects['search'] = {
  searchLead: 'اكتبوا كلمة بأي لغة.',
  searchLabel: 'عمّ تبحثون؟',
  searchGo: 'بحث',
  searchNarrow: 'عرض هذا فقط',
  searchAny: 'الكل',
  searchLanguage: 'اللغة',
  searchTheme: 'الموضوع',
  searchPlace: 'البلدة',
  searchKind: 'النوع',
  searchSeries: 'المشروع',
  searchClose: 'نتائج قريبة',
  searchOneHint: 'اختاروا موضوعًا أو بلدة، لا الاثنين. هذا يساعد على ألا يُعرف أحد.',
  searchNoScript:
    'يحتاج البحث إلى برنامج صفحة، وهذه البرامج متوقفة. يمكنكم أن تجدوا كل شيء بالتصفّح:',
  searchWorking: 'جارٍ البحث…',
  searchSome: 'هذا ما وجدناه.',
  searchMany: {
    zero: 'لم نجد مشاركات.',
    one: 'وجدنا مشاركة واحدة.',
    two: 'وجدنا مشاركتين.',
    few: 'وجدنا {count} مشاركات.',
    many: 'وجدنا {count} مشاركة.',
    other: 'وجدنا {count} مشاركة.',
  },
  searchNone: 'لم نجد شيئًا لهذا. جرّبوا كلمة أخرى، أو تصفّحوا:',
  searchBroken: 'البحث لا يعمل الآن. ما زال بإمكانكم التصفّح:',
  searchMore: 'عرض المزيد',
  searchResults: 'النتائج',
  searchPages: 'الصفحات',
};
