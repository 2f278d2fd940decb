import type { Subjects } from '#i18n/subjects.ts';

/** No speaker has checked these words. */
export const community: Subjects['community'] = {
  priorities: 'قلتم، فماذا تغيّر',
  prioritiesLead: 'ما يطلبه الناس هنا، وبماذا ردّت خدمة الصحة الوطنية (NHS) والبلدية وغيرهما.',
  prioritiesAll: 'كل ما يطلبه الناس',
  answers: 'بماذا ردّوا',
  answersWhose: 'هذه كلمات الجهة، وليست كلماتنا.',
  answeredOn: 'جاء الرد يوم {day}',
  answerNone: 'لم يردّ أحد على هذا بعد.',
  answerStatus: {
    heard: 'سمعوا الطلب.',
    planned: 'ينوون أن يفعلوا ذلك.',
    'under-way': 'بدؤوا.',
    done: 'يقولون إنه تمّ.',
    cannot: 'يقولون إنهم لا يستطيعون.',
  },
  answerWords: {
    changed: 'الكلمات التي يطلب بها الناس هذا تغيّرت منذ ذلك الوقت. هذا رد على الكلمات كما كانت.',
    unknown: 'لم نسجّل على أي كلمات كان هذا الرد. ربما كانت غير الكلمات التي فوق.',
  },
  answerEarlier: 'هذا رد على الكلمات كما كانت من قبل.',
  behind: 'المشاركات التي تدعم هذا',
  behindThemes: 'المزيد عن هذا',
  assets: 'أماكن ومجموعات',
  assetsLead: 'مجموعات وأماكن وأنشطة يقول الناس هنا إنها تفيدهم.',
  assetsHere: 'أماكن ومجموعات هنا',
  assetsNoTown: 'ليست في بلدة واحدة',
  assetKind: { organisation: 'مجموعة', space: 'مكان', activity: 'نشاط' },
};
