import type { Subjects } from '#i18n/subjects.ts';

/** No speaker has checked these words. */
export const site: Subjects['site'] = {
  skipToContent: 'ਸਿੱਧੇ ਮੁੱਖ ਹਿੱਸੇ ਤੇ ਜਾਓ',
  menu: 'ਮੀਨੂ',
  mainMenu: 'ਮੁੱਖ ਸੂਚੀ',
  siteLanguages: 'ਇਸ ਵੈੱਬਸਾਈਟ ਦੀ ਭਾਸ਼ਾ',
  stories: 'ਕਹਾਣੀਆਂ',
  browse: 'ਸਭ ਵੇਖੋ',
  exhibitions: 'ਨੁਮਾਇਸ਼ਾਂ',
  search: 'ਖੋਜ',
  about: 'ਸਾਡੇ ਬਾਰੇ',
  home: 'ਪਹਿਲਾ ਪੰਨਾ',
  consent: 'ਅਸੀਂ ਇਜਾਜ਼ਤ ਕਿਵੇਂ ਲੈਂਦੇ ਹਾਂ',
  withdraw: 'ਮਨ ਬਦਲ ਗਿਆ?',
  support: 'ਮਦਦ ਲਓ',
  accessibility: 'ਸਭ ਲਈ ਸੌਖ',
  feed: 'ਨਵੀਆਂ ਚੀਜ਼ਾਂ ਦੀ ਫ਼ੀਡ',
  footerMenu: 'ਇਸ ਵੈੱਬਸਾਈਟ ਬਾਰੇ ਹੋਰ',
  footerPromise:
    'ਇੱਥੇ ਜੋ ਕੁਝ ਹੈ, ਕਿਸੇ ਨੇ ਹਾਂ ਕਹਿ ਕੇ ਸਾਂਝਾ ਕੀਤਾ ਹੈ। ਉਹ ਕਦੇ ਵੀ ਆਪਣਾ ਮਨ ਬਦਲ ਸਕਦੇ ਹਨ, ਤੇ ਅਸੀਂ ਉਸ ਨੂੰ ਹਟਾ ਦਿੰਦੇ ਹਾਂ।',
  updatedFor: 'ਇਹ ਪੰਨੇ {day} ਦੇ ਹਿਸਾਬ ਨਾਲ ਹਨ।',
  uncheckedHere: 'ਇਸ ਭਾਸ਼ਾ ਵਿੱਚ ਸਾਡੇ ਸ਼ਬਦ ਹਾਲੇ ਕਿਸੇ ਬੋਲਣ ਵਾਲੇ ਨੇ ਨਹੀਂ ਜਾਂਚੇ। ਕੁਝ ਗ਼ਲਤ ਲੱਗੇ ਤਾਂ ਸਾਨੂੰ ਦੱਸੋ।',
  untranslatedHere: 'ਇਸ ਪੰਨੇ ਤੇ ਸਾਡੀਆਂ ਲਿਖੀਆਂ ਕੁਝ ਗੱਲਾਂ ਹਾਲੇ ਇਸ ਭਾਸ਼ਾ ਵਿੱਚ ਨਹੀਂ ਹਨ।',

  exitNow: 'ਇਹ ਪੰਨਾ ਹੁਣੇ ਛੱਡੋ',
  exitHint:
    'ਝੱਟ ਨਿਕਲਣ ਲਈ ਸ਼ਿਫ਼ਟ ਤਿੰਨ ਵਾਰ ਦਬਾਓ। ਇਸ ਨਾਲ ਤੁਹਾਡੇ ਬ੍ਰਾਊਜ਼ਰ ਦੀ ਹਿਸਟਰੀ ਨਹੀਂ ਮਿਟਦੀ, ਸੋ ਹੋਰ ਲੋਕ ਵੇਖ ਸਕਦੇ ਹਨ ਕਿ ਤੁਸੀਂ ਇੱਥੇ ਆਏ ਸੀ।',

  tombstoneTitle: 'ਇਹ ਹੁਣ ਇੱਥੇ ਨਹੀਂ ਹੈ',
  tombstone: 'ਜੋ ਲੋਕ {name} ਨਾਲ ਕੁਝ ਸਾਂਝਾ ਕਰਦੇ ਹਨ, ਉਹ ਕਦੇ ਵੀ ਆਪਣਾ ਮਨ ਬਦਲ ਸਕਦੇ ਹਨ।',
  otherStories: 'ਹੋਰ ਕਹਾਣੀਆਂ',
  howWeCare: 'ਅਸੀਂ ਕਹਾਣੀਆਂ ਦਾ ਖ਼ਿਆਲ ਕਿਵੇਂ ਰੱਖਦੇ ਹਾਂ',
  notFoundTitle: 'ਇਹ ਪੰਨਾ ਸਾਨੂੰ ਨਹੀਂ ਲੱਭਿਆ',
  notFound: 'ਸ਼ਾਇਦ ਪਤੇ ਵਿੱਚ ਕੋਈ ਗ਼ਲਤੀ ਹੈ, ਜਾਂ ਪੰਨਾ ਕਿਤੇ ਹੋਰ ਚਲਾ ਗਿਆ ਹੈ।',
};
