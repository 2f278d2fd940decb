import type { Subjects } from '#i18n/subjects.ts';

/** No speaker has checked these words. */
export const site: Subjects['site'] = {
  skipToContent: 'سیدھے اصل حصے پر جائیں',
  menu: 'فہرست',
  mainMenu: 'مرکزی فہرست',
  siteLanguages: 'اس ویب سائٹ کی زبان',
  stories: 'کہانیاں',
  browse: 'سب دیکھیں',
  exhibitions: 'نمائشیں',
  search: 'تلاش',
  about: 'ہمارے بارے میں',
  home: 'پہلا صفحہ',
  consent: 'اجازت کیسے لی جاتی ہے',
  withdraw: 'ارادہ بدل گیا؟',
  support: 'مدد حاصل کریں',
  accessibility: 'سب کے لیے رسائی',
  feed: 'نئی چیزوں کی فیڈ',
  footerMenu: 'اس ویب سائٹ کے بارے میں مزید',
  footerPromise:
    'یہاں جو کچھ ہے، کسی نے اپنی مرضی سے دیا ہے۔ وہ کبھی بھی اپنا ارادہ بدل سکتے ہیں، اور ہم اسے ہٹا دیتے ہیں۔',
  updatedFor: 'یہ صفحات {day} کے مطابق ہیں۔',
  uncheckedHere:
    'اس زبان میں ہمارے الفاظ ابھی کسی بولنے والے نے نہیں جانچے۔ کچھ غلط لگے تو ہمیں بتائیں۔',
  untranslatedHere: 'اس صفحے پر ہماری لکھی کچھ باتیں ابھی اس زبان میں نہیں ہیں۔',

  exitNow: 'یہ صفحہ فوراً چھوڑیں',
  exitHint:
    'فوراً نکلنے کے لیے شفٹ تین بار دبائیں۔ اس سے آپ کے براؤزر کی ہسٹری نہیں مٹتی، یعنی دوسرے دیکھ سکتے ہیں کہ آپ یہاں آئے تھے۔',

  tombstoneTitle: 'یہ اب یہاں نہیں ہے',
  tombstone: 'جو لوگ {name} کو کچھ دیتے ہیں، وہ کبھی بھی اپنا ارادہ بدل سکتے ہیں۔',
  otherStories: 'دوسری کہانیاں',
  howWeCare: 'ہم کہانیوں کا خیال کیسے رکھتے ہیں',
  notFoundTitle: 'یہ صفحہ ہمیں نہیں ملا',
  notFound: 'شاید پتے میں کوئی غلطی ہے، یا صفحہ کہیں اور چلا گیا ہے۔',
};
