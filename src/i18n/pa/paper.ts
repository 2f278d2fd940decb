import type { Subjects } from '#i18n/subjects.ts';

/** No speaker has checked these words. */
export const paper: Subjects['paper'] = {
  paper: {
    title: 'ਆਪਣੀ ਕਹਾਣੀ ਕਾਗ਼ਜ਼ ਤੇ ਸਾਂਝੀ ਕਰੋ',
    lead: 'ਹਾਂ ਲਈ ਖ਼ਾਨੇ ਵਿੱਚ ਸਹੀ ਦਾ ਨਿਸ਼ਾਨ ਲਾਓ। ਖ਼ਾਲੀ ਖ਼ਾਨੇ ਦਾ ਮਤਲਬ ਨਾਂਹ ਹੈ। ਗ਼ਲਤੀ ਹੋ ਗਈ? ਖ਼ਾਨੇ ਨੂੰ ਕਾਲਾ ਕਰ ਦਿਓ ਤੇ ਨਾਲ ਲਿਖ ਦਿਓ ਕਿ ਤੁਸੀਂ ਕੀ ਕਹਿਣਾ ਚਾਹੁੰਦੇ ਹੋ। ਤੁਸੀਂ ਕਿਸੇ ਤੋਂ ਲਿਖਵਾ ਵੀ ਸਕਦੇ ਹੋ।',
    print: 'ਦੋਵੇਂ ਪਾਸੇ A4 ਦੇ ਇੱਕੋ ਕਾਗ਼ਜ਼ ਤੇ ਛਾਪੋ, ਪੂਰੇ ਆਕਾਰ ਵਿੱਚ (100 %)।',
    otherLanguages: 'ਕਿਸੇ ਹੋਰ ਭਾਸ਼ਾ ਵਿੱਚ',
    picturesYes: 'ਹਾਂ, ਉਹ ਇਸ ਕਾਗ਼ਜ਼ ਦੇ ਨਾਲ ਹਨ',
    soundYes: 'ਹਾਂ, ਜਾਂ ਕੋਈ ਮੈਨੂੰ ਰਿਕਾਰਡ ਕਰੇਗਾ',
    form: 'ਜਾਣਕਾਰੀ ਪਰਚਾ {sheet} · ਫ਼ਾਰਮ {code}',
    explained: 'ਜਿਸ ਨੇ ਸਮਝਾਇਆ ਉਸ ਲਈ: ਕਿਸ ਨੇ, ਕਿਵੇਂ ਤੇ ਕਿਸ ਭਾਸ਼ਾ ਵਿੱਚ?',
    explainedLine: 'ਕਿਸ ਭਾਸ਼ਾ ਵਿੱਚ, ਤੇ ਕਿਸ ਦਿਨ?',
    by: {
      facilitator: 'ਟੀਮ ਵਿੱਚੋਂ ਕਿਸੇ ਨੇ',
      champion: 'ਚੈਂਪੀਅਨ ਨੇ',
      'support-worker': 'ਮਦਦ ਕਰਨ ਵਾਲੇ ਨੇ',
      'somebody-else': 'ਕਿਸੇ ਹੋਰ ਨੇ',
    },
    how: {
      paper: 'ਹਾਂ ਇਸ ਕਾਗ਼ਜ਼ ਤੇ ਹੈ',
      'in-person': 'ਹਾਂ ਬੋਲ ਕੇ ਕਹੀ ਗਈ',
      audio: 'ਹਾਂ ਰਿਕਾਰਡ ਕੀਤੀ ਗਈ',
    },
    interpreter: {
      none: 'ਕੋਈ ਦੁਭਾਸ਼ੀਆ ਨਹੀਂ',
      professional: 'ਪੇਸ਼ੇਵਰ ਦੁਭਾਸ਼ੀਏ ਨਾਲ',
      trained_peer: 'ਸਿੱਖੇ ਹੋਏ ਸਾਥੀ ਨਾਲ',
    },
  },
};
