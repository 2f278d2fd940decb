import type { Subjects } from '#i18n/subjects.ts';

/** No speaker has checked these words. */
export const community: Subjects['community'] = {
  priorities: 'ਤੁਸੀਂ ਕਿਹਾ, ਕੀ ਬਦਲਿਆ',
  prioritiesLead: 'ਇੱਥੋਂ ਦੇ ਲੋਕ ਕੀ ਮੰਗਦੇ ਹਨ, ਅਤੇ NHS, ਕੌਂਸਲ ਅਤੇ ਹੋਰਨਾਂ ਨੇ ਕੀ ਜਵਾਬ ਦਿੱਤਾ।',
  prioritiesAll: 'ਲੋਕ ਜੋ ਕੁਝ ਮੰਗਦੇ ਹਨ',
  answers: 'ਉਨ੍ਹਾਂ ਨੇ ਕੀ ਜਵਾਬ ਦਿੱਤਾ',
  answersWhose: 'ਇਹ ਅਦਾਰੇ ਦੇ ਆਪਣੇ ਸ਼ਬਦ ਹਨ, ਸਾਡੇ ਨਹੀਂ।',
  answeredOn: 'ਜਵਾਬ ਦੀ ਤਾਰੀਖ: {day}',
  answerNone: 'ਇਸ ਦਾ ਜਵਾਬ ਅਜੇ ਕਿਸੇ ਨੇ ਨਹੀਂ ਦਿੱਤਾ।',
  answerStatus: {
    heard: 'ਉਨ੍ਹਾਂ ਨੇ ਸੁਣ ਲਿਆ ਹੈ।',
    planned: 'ਉਹ ਇਹ ਕਰਨਾ ਚਾਹੁੰਦੇ ਹਨ।',
    'under-way': 'ਉਨ੍ਹਾਂ ਨੇ ਕੰਮ ਸ਼ੁਰੂ ਕਰ ਦਿੱਤਾ ਹੈ।',
    done: 'ਉਹ ਕਹਿੰਦੇ ਹਨ ਕਿ ਇਹ ਹੋ ਗਿਆ।',
    cannot: 'ਉਹ ਕਹਿੰਦੇ ਹਨ ਕਿ ਇਹ ਨਹੀਂ ਹੋ ਸਕਦਾ।',
  },
  answerWords: {
    changed: 'ਇਸ ਜਵਾਬ ਤੋਂ ਬਾਅਦ ਮੰਗ ਦੇ ਸ਼ਬਦ ਬਦਲ ਗਏ ਹਨ। ਇਹ ਜਵਾਬ ਉਸ ਵੇਲੇ ਦੇ ਸ਼ਬਦਾਂ ਦਾ ਹੈ।',
    unknown: 'ਅਸੀਂ ਇਹ ਨਹੀਂ ਲਿਖਿਆ ਕਿ ਇਹ ਕਿਹੜੇ ਸ਼ਬਦਾਂ ਦਾ ਜਵਾਬ ਹੈ। ਹੋ ਸਕਦਾ ਹੈ ਉਹ ਉੱਪਰਲੇ ਸ਼ਬਦ ਨਾ ਹੋਣ।',
  },
  answerEarlier: 'ਇਹ ਪਹਿਲਾਂ ਵਾਲੇ ਸ਼ਬਦਾਂ ਦਾ ਜਵਾਬ ਹੈ।',
  behind: 'ਇਸ ਦੇ ਪਿੱਛੇ ਦੀਆਂ ਕਹਾਣੀਆਂ',
  behindThemes: 'ਇਸ ਬਾਰੇ ਹੋਰ',
  assets: 'ਥਾਵਾਂ ਅਤੇ ਗਰੁੱਪ',
  assetsLead: 'ਉਹ ਗਰੁੱਪ, ਥਾਵਾਂ ਅਤੇ ਕੰਮ ਜਿਨ੍ਹਾਂ ਬਾਰੇ ਇੱਥੋਂ ਦੇ ਲੋਕ ਕਹਿੰਦੇ ਹਨ ਕਿ ਉਨ੍ਹਾਂ ਦਾ ਭਲਾ ਹੁੰਦਾ ਹੈ।',
  assetsHere: 'ਇੱਥੋਂ ਦੀਆਂ ਥਾਵਾਂ ਅਤੇ ਗਰੁੱਪ',
  assetsNoTown: 'ਕਿਸੇ ਇੱਕ ਕਸਬੇ ਵਿੱਚ ਨਹੀਂ',
  assetKind: { organisation: 'ਗਰੁੱਪ', space: 'ਥਾਂ', activity: 'ਕਰਨ ਲਈ ਕੁਝ' },
};
