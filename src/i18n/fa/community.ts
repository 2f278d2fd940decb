import type { Subjects } from '#i18n/subjects.ts';

/** No speaker has checked these words. */
export const community: Subjects['community'] = {
  priorities: 'شما گفتید، چه عوض شد',
  prioritiesLead:
    'آنچه مردم اینجا می‌خواهند، و آنچه سازمان درمان (NHS)، شهرداری و دیگران پاسخ داده‌اند.',
  prioritiesAll: 'همه خواسته‌های مردم',
  answers: 'چه پاسخ دادند',
  answersWhose: 'این‌ها حرف‌های آن سازمان است، نه حرف‌های ما.',
  answeredOn: 'پاسخ در {day}',
  answerNone: 'هنوز کسی به این پاسخ نداده است.',
  answerStatus: {
    heard: 'آن را شنیده‌اند.',
    planned: 'قصد دارند انجامش دهند.',
    'under-way': 'شروع کرده‌اند.',
    done: 'می‌گویند انجام شده است.',
    cannot: 'می‌گویند نمی‌توانند انجامش دهند.',
  },
  answerWords: {
    changed: 'متن این خواسته از آن زمان عوض شده است. این پاسخ به متن آن زمان است.',
    unknown: 'ثبت نکرده‌ایم که این پاسخ به کدام متن است. شاید متن دیگری جز متن بالا بوده است.',
  },
  answerEarlier: 'این پاسخ به متن قبلی است.',
  behind: 'آثاری که از این پشتیبانی می‌کنند',
  behindThemes: 'بیشتر درباره این',
  assets: 'جاها و گروه‌ها',
  assetsLead: 'گروه‌ها، جاها و کارهایی که مردم اینجا می‌گویند حالشان را بهتر می‌کند.',
  assetsHere: 'جاها و گروه‌های اینجا',
  assetsNoTown: 'در هیچ شهر مشخصی نیست',
  assetKind: { organisation: 'گروه', space: 'جا', activity: 'کاری برای انجام دادن' },
};
