import type { Subjects } from '#i18n/subjects.ts';

/** No speaker has checked these words. */
export const search: Subjects['search'] = {
  searchLead: 'کسی بھی زبان میں کوئی لفظ لکھیں۔',
  searchLabel: 'آپ کیا ڈھونڈ رہے ہیں؟',
  searchGo: 'ڈھونڈیں',
  searchNarrow: 'صرف یہ دکھائیں',
  searchAny: 'سب',
  searchLanguage: 'زبان',
  searchTheme: 'موضوع',
  searchPlace: 'قصبہ',
  searchKind: 'قسم',
  searchSeries: 'منصوبہ',
  searchClose: 'ملتے جلتے نتیجے',
  searchOneHint: 'موضوع یا قصبہ، ایک وقت میں ایک ہی چنیں۔ اس سے کسی کو پہچان لینا مشکل رہتا ہے۔',
  searchNoScript: 'تلاش کے لیے اسکرپٹ چاہیے، اور وہ بند ہے۔ آپ سب کچھ یہاں سے دیکھ سکتے ہیں:',
  searchWorking: 'ڈھونڈ رہے ہیں…',
  searchSome: 'ہمیں یہ ملا۔',
  searchMany: { one: '{count} چیز ملی۔', other: '{count} چیزیں ملیں۔' },
  searchNone: 'اس کے لیے کچھ نہیں ملا۔ کوئی اور لفظ لکھیں، یا یہاں دیکھیں:',
  searchBroken: 'تلاش اس وقت نہیں چل رہی۔ آپ یہاں سے دیکھ سکتے ہیں:',
  searchMore: 'اور دکھائیں',
  searchResults: 'نتیجے',
  searchPages: 'صفحے',
};
