import type { Subjects } from '#i18n/subjects.ts';

/** No speaker has checked these words. */
export const board: Subjects['board'] = {
  board: {
    title: 'चल रहा काम',
    lead: 'जो लिखा गया और अभी दिखाया नहीं गया, या बदला गया और अभी वैसा दिखाया नहीं गया। जब अगला काम शुरू हो तो कार्ड आगे ले जाइए।',
    column: {
      draft: 'मसौदे',
      pending_review: 'देखे जा रहे',
      pending_publish: 'दिखाने के लिए तैयार',
    },
    none: 'यहाँ कुछ नहीं।',
    moveTo: 'यहाँ ले जाइए: {column}',
    moved: 'अब यह “{column}” में है:',
    stays: 'यह जहाँ था वहीं है',
    problem: {
      meanwhile: 'किसी ने अभी इसे कहीं और रखा। फिर देखिए कि कहाँ है।',
      gone: 'यह अब यहाँ नहीं। किसी ने इसे मिटा दिया या दिखा दिया।',
      'not-allowed': 'सेटिंग को प्रबंधक आगे ले जाता है।',
    },
    kind: {
      pages: 'पन्ना',
      responses: 'जवाब',
      settings: 'सेटिंग',
    },
  },
};
