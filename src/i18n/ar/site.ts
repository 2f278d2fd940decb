import type { Subjects } from '#i18n/subjects.ts';

/** No speaker has checked these words. */
export const site: Subjects['site'] = {
  skipToContent: 'الانتقال إلى الجزء الرئيسي',
  menu: 'القائمة',
  mainMenu: 'القائمة الرئيسية',
  siteLanguages: 'لغة هذا الموقع',
  stories: 'القصص',
  browse: 'تصفّح',
  exhibitions: 'المعارض',
  search: 'البحث',
  about: 'عن الموقع',
  home: 'الصفحة الأولى',
  consent: 'كيف تعمل الموافقة',
  withdraw: 'هل غيّرتم رأيكم؟',
  support: 'الحصول على دعم',
  accessibility: 'سهولة الاستخدام للجميع',
  feed: 'خلاصة الأخبار',
  footerMenu: 'المزيد عن هذا الموقع',
  footerPromise:
    'كل ما هنا شاركه شخص وافق على ذلك. ويمكنه أن يغيّر رأيه في أي وقت، فنزيله من الموقع.',
  updatedFor: 'كما كان يوم {day}.',
  uncheckedHere: 'لم يراجع متحدث كلماتنا بهذه اللغة بعد. هل هناك خطأ؟ من فضلكم أخبرونا.',
  untranslatedHere: 'بعض ما كتبناه في هذه الصفحة ليس بهذه اللغة بعد.',

  exitNow: 'غادروا هذه الصفحة الآن',
  exitHint:
    'اضغطوا Shift ثلاث مرات لتغادروا فورًا. هذا لا يمحو سجل المتصفح، فقد يرى آخرون أنكم كنتم هنا.',

  tombstoneTitle: 'هذه لم تعد هنا',
  tombstone: 'من يشاركون في {name} يمكنهم أن يغيّروا رأيهم في أي وقت.',
  otherStories: 'قصص أخرى',
  howWeCare: 'كيف نعتني بالقصص',
  notFoundTitle: 'لا نجد هذه الصفحة',
  notFound: 'ربما في العنوان خطأ، أو نُقلت الصفحة.',
};
