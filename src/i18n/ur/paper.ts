import type { Subjects } from '#i18n/subjects.ts';

/** No speaker has checked these words. */
export const paper: Subjects['paper'] = {
  paper: {
    title: 'اپنی کہانی کاغذ پر سنائیں',
    lead: 'ہاں کے لیے خانے میں ٹک کا نشان لگائیں۔ خالی خانے کا مطلب نہیں ہے۔ غلطی ہو گئی؟ خانے کو کالا کر دیں اور ساتھ لکھ دیں کہ آپ کیا کہنا چاہتے ہیں۔ آپ کسی سے لکھوا بھی سکتے ہیں۔',
    print: 'دونوں رخ A4 کے ایک ہی کاغذ پر چھاپیں، پورے سائز میں (100 %)۔',
    otherLanguages: 'کسی اور زبان میں',
    picturesYes: 'ہاں، وہ اس کاغذ کے ساتھ ہیں',
    soundYes: 'ہاں، یا کوئی مجھے ریکارڈ کرے گا',
    form: 'معلوماتی پرچہ {sheet} · فارم {code}',
    explained: 'جس نے سمجھایا اس کے لیے: کس نے، کیسے اور کس زبان میں؟',
    explainedLine: 'کس زبان میں، اور کس دن؟',
    by: {
      facilitator: 'ٹیم میں سے کسی نے',
      champion: 'چیمپئن نے',
      'support-worker': 'مددگار کارکن نے',
      'somebody-else': 'کسی اور نے',
    },
    how: {
      paper: 'ہاں اس کاغذ پر ہے',
      'in-person': 'ہاں زبانی کہی گئی',
      audio: 'ہاں ریکارڈ کی گئی',
    },
    interpreter: {
      none: 'کوئی ترجمان نہیں',
      professional: 'پیشہ ور ترجمان کے ساتھ',
      trained_peer: 'تربیت یافتہ ساتھی کے ساتھ',
    },
  },
};
