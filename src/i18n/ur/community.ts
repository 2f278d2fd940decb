import type { Subjects } from '#i18n/subjects.ts';

/** No speaker has checked these words. */
export const community: Subjects['community'] = {
  // You said, what changed; the community's places and groups
  priorities: 'آپ نے کہا، کیا بدلا',
  prioritiesLead: 'یہاں کے لوگ کیا مانگتے ہیں، اور این ایچ ایس، کونسل اور دوسروں نے کیا جواب دیا۔',
  prioritiesAll: 'لوگ جو کچھ مانگتے ہیں',
  answers: 'انہوں نے کیا جواب دیا',
  answersWhose: 'یہ ادارے کے اپنے الفاظ ہیں، ہمارے نہیں۔',
  answeredOn: 'جواب کی تاریخ: {day}',
  answerNone: 'اس کا جواب ابھی کسی نے نہیں دیا۔',
  answerStatus: {
    heard: 'انہوں نے سن لیا ہے۔',
    planned: 'وہ یہ کرنا چاہتے ہیں۔',
    'under-way': 'انہوں نے کام شروع کر دیا ہے۔',
    done: 'وہ کہتے ہیں کہ یہ ہو گیا۔',
    cannot: 'وہ کہتے ہیں کہ یہ نہیں ہو سکتا۔',
  },
  answerWords: {
    changed: 'اس جواب کے بعد مانگ کے الفاظ بدل گئے ہیں۔ یہ جواب اُس وقت کے الفاظ کا ہے۔',
    unknown: 'ہم نے یہ نہیں لکھا کہ یہ کن الفاظ کا جواب ہے۔ ہو سکتا ہے وہ اوپر والے الفاظ نہ ہوں۔',
  },
  answerEarlier: 'یہ پہلے والے الفاظ کا جواب ہے۔',
  behind: 'اس کے پیچھے کی کہانیاں',
  behindThemes: 'اس بارے میں اور',
  assets: 'جگہیں اور گروپ',
  assetsLead: 'وہ گروپ، جگہیں اور سرگرمیاں جن سے یہاں کے لوگ کہتے ہیں کہ انہیں فائدہ ہوتا ہے۔',
  assetsHere: 'یہاں کی جگہیں اور گروپ',
  assetsNoTown: 'کسی ایک قصبے میں نہیں',
  assetKind: { organisation: 'گروپ', space: 'جگہ', activity: 'سرگرمی' },
};
