import type { Subjects } from '#i18n/subjects.ts';

/** No speaker has checked these words. */
export const board: Subjects['board'] = {
  board: {
    title: 'ਚੱਲ ਰਿਹਾ ਕੰਮ',
    lead: 'ਜੋ ਲਿਖਿਆ ਗਿਆ ਤੇ ਹਾਲੇ ਵਿਖਾਇਆ ਨਹੀਂ ਗਿਆ, ਜਾਂ ਬਦਲਿਆ ਗਿਆ ਤੇ ਹਾਲੇ ਉਵੇਂ ਵਿਖਾਇਆ ਨਹੀਂ ਗਿਆ। ਜਦੋਂ ਅਗਲਾ ਕੰਮ ਸ਼ੁਰੂ ਹੋਵੇ ਤਾਂ ਕਾਰਡ ਅੱਗੇ ਲੈ ਜਾਓ।',
    column: {
      draft: 'ਖਰੜੇ',
      pending_review: 'ਵੇਖੇ ਜਾ ਰਹੇ',
      pending_publish: 'ਵਿਖਾਉਣ ਲਈ ਤਿਆਰ',
    },
    none: 'ਇੱਥੇ ਕੁਝ ਨਹੀਂ।',
    moveTo: 'ਇੱਥੇ ਲੈ ਜਾਓ: {column}',
    moved: 'ਹੁਣ ਇਹ “{column}” ਵਿੱਚ ਹੈ:',
    stays: 'ਇਹ ਜਿੱਥੇ ਸੀ ਉੱਥੇ ਹੀ ਹੈ',
    problem: {
      meanwhile: 'ਕਿਸੇ ਨੇ ਹੁਣੇ ਇਸ ਨੂੰ ਹੋਰ ਥਾਂ ਰੱਖਿਆ। ਫਿਰ ਵੇਖੋ ਕਿ ਕਿੱਥੇ ਹੈ।',
      gone: 'ਇਹ ਹੁਣ ਇੱਥੇ ਨਹੀਂ। ਕਿਸੇ ਨੇ ਇਸ ਨੂੰ ਮਿਟਾ ਦਿੱਤਾ ਜਾਂ ਵਿਖਾ ਦਿੱਤਾ।',
      'not-allowed': 'ਸੈਟਿੰਗਾਂ ਨੂੰ ਪ੍ਰਬੰਧਕ ਅੱਗੇ ਲੈ ਜਾਂਦਾ ਹੈ।',
    },
    kind: {
      pages: 'ਸਫ਼ਾ',
      responses: 'ਜਵਾਬ',
      settings: 'ਸੈਟਿੰਗਾਂ',
    },
  },
};
