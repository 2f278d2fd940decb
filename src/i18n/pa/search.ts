import type { Subjects } from '#i18n/subjects.ts';

/** No speaker has checked these words. */
export const search: Subjects['search'] = {
  searchLead: 'ਕਿਸੇ ਵੀ ਭਾਸ਼ਾ ਵਿੱਚ ਇੱਕ ਸ਼ਬਦ ਲਿਖੋ।',
  searchLabel: 'ਤੁਸੀਂ ਕੀ ਲੱਭ ਰਹੇ ਹੋ?',
  searchGo: 'ਖੋਜੋ',
  searchNarrow: 'ਸਿਰਫ਼ ਇਹ ਵਿਖਾਓ',
  searchAny: 'ਸਭ',
  searchLanguage: 'ਭਾਸ਼ਾ',
  searchTheme: 'ਵਿਸ਼ਾ',
  searchPlace: 'ਕਸਬਾ',
  searchKind: 'ਕਿਸਮ',
  searchOneHint: 'ਵਿਸ਼ਾ ਜਾਂ ਕਸਬਾ ਚੁਣੋ, ਦੋਵੇਂ ਨਹੀਂ। ਇਸ ਨਾਲ ਕਿਸੇ ਇੱਕ ਬੰਦੇ ਨੂੰ ਪਛਾਣਨਾ ਔਖਾ ਰਹਿੰਦਾ ਹੈ।',
  searchNoScript: 'ਖੋਜ ਨੂੰ ਸਕ੍ਰਿਪਟ ਚਾਹੀਦੀ ਹੈ, ਤੇ ਸਕ੍ਰਿਪਟਾਂ ਬੰਦ ਹਨ। ਤੁਸੀਂ ਇੱਥੋਂ ਸਭ ਕੁਝ ਲੱਭ ਸਕਦੇ ਹੋ:',
  searchWorking: 'ਖੋਜ ਰਹੇ ਹਾਂ…',
  searchSome: 'ਸਾਨੂੰ ਇਹ ਲੱਭਿਆ।',
  searchMany: { one: '{count} ਚੀਜ਼ ਲੱਭੀ।', other: '{count} ਚੀਜ਼ਾਂ ਲੱਭੀਆਂ।' },
  searchNone: 'ਇਸ ਲਈ ਕੁਝ ਨਹੀਂ ਲੱਭਿਆ। ਕੋਈ ਹੋਰ ਸ਼ਬਦ ਲਿਖੋ, ਜਾਂ ਇੱਥੋਂ ਵੇਖੋ:',
  searchBroken: 'ਖੋਜ ਇਸ ਵੇਲੇ ਨਹੀਂ ਚੱਲ ਰਹੀ। ਤੁਸੀਂ ਫਿਰ ਵੀ ਇੱਥੋਂ ਵੇਖ ਸਕਦੇ ਹੋ:',
  searchMore: 'ਹੋਰ ਵਿਖਾਓ',
  searchResults: 'ਜੋ ਲੱਭਿਆ',
  searchPages: 'ਸਫ਼ੇ',

  searchSeries: 'ਪ੍ਰੋਜੈਕਟ',
  searchClose: 'ਮਿਲਦੇ-ਜੁਲਦੇ ਨਤੀਜੇ',
};
