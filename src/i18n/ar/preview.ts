import type { Subjects } from '#i18n/subjects.ts';

/** No speaker has checked these words. */
export const preview: Subjects['preview'] = {
  preview: {
    publishedTitle: 'معاينة: كما هي منشورة',
    bandTitle: 'معاينة: غير منشورة',
    onlyYou: 'أنتم وحدكم ترون هذه الصفحة، لأنكم سجّلتم الدخول.',
    notOnSite: 'ليست على الموقع.',
    asIf: 'هذا ما سيعرضه الموقع إذا رُوجعت وأُجيزت كما هي الآن.',
    version: {
      saved: 'ترونها كما حُفظت يوم {day} الساعة {time}.',
      typed: 'ترونها كما هي في الاستمارة الآن. لم تُحفظ بعد.',
      published: 'لم يتغيّر شيء منذ نشرها.',
    },
    from: 'يجوز عرضها من {day}، لذلك ترونها كما في ذلك اليوم.',
    all: 'لا شيء منها محجوب.',
    some: 'هذا لن يُعرض',
    changed: 'من هذه تُعرض فقط النسخة المعدّلة:',
    nothingTitle: 'لن يُعرض شيء منها',
    nothing: 'لن يعرض الموقع شيئًا منها، حتى لو رُوجعت وأُجيزت كما هي الآن. والسبب:',
    notReadTitle: 'لا يمكن عرض هذه بعد',
    notRead: 'يجب تصحيح شيء فيها أولًا:',
    allOfIt: 'كلها',
    overTitle: 'هذه المعاينة ليست هنا',
    over: 'ربما انتهت. افتحوها من جديد من الاستمارة.',
  },
};
