import type { Subjects } from '#i18n/subjects.ts';

/** No speaker has checked these words. */
export const board: Subjects['board'] = {
  board: {
    title: 'زیرِ کار',
    lead: 'جو لکھا گیا اور ابھی نہیں دکھایا گیا، یا بدلا گیا اور ابھی ویسا نہیں دکھایا گیا۔ جب اگلا کام شروع ہو تو کارڈ آگے لے جائیں۔',
    column: {
      draft: 'مسودے',
      pending_review: 'دیکھے جا رہے ہیں',
      pending_publish: 'دکھانے کے لیے تیار',
    },
    none: 'یہاں کچھ نہیں۔',
    moveTo: 'یہاں لے جائیں: {column}',
    moved: 'اب یہ ”{column}“ میں ہے:',
    stays: 'یہ جہاں تھا وہیں ہے',
    problem: {
      meanwhile: 'کسی نے ابھی اسے کہیں اور رکھا۔ دوبارہ دیکھیں کہ کہاں ہے۔',
      gone: 'یہ اب یہاں نہیں۔ کسی نے اسے مٹا دیا یا دکھا دیا۔',
      'not-allowed': 'ترتیبات کو منتظم آگے لے جاتا ہے۔',
    },
    kind: {
      pages: 'صفحہ',
      responses: 'جواب',
      settings: 'ترتیبات',
    },
  },
};
