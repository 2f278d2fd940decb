import type { Subjects } from '#i18n/subjects.ts';

/** No speaker has checked these words. */
export const exhibitions: Subjects['exhibitions'] = {
  exhibitionsLead: 'ਚੁਣੀਆਂ ਹੋਈਆਂ ਚੀਜ਼ਾਂ, ਉਨ੍ਹਾਂ ਲੋਕਾਂ ਵੱਲੋਂ ਜੋੜੀਆਂ ਜੋ ਇਨ੍ਹਾਂ ਨੂੰ ਜਾਣਦੇ ਹਨ।',
  curatedBy: 'ਜੋੜਨ ਵਾਲੇ:',
  openFrom: '{day} ਤੋਂ',
  openUntil: '{day} ਤੱਕ',
  openBetween: '{from} ਤੋਂ {until} ਤੱਕ',
  seePiece: 'ਪੂਰੀ ਚੀਜ਼ ਵੇਖੋ',
  worksHere: 'ਇੱਥੇ ਹਰ ਚੀਜ਼ ਇਸ ਲਈ ਹੈ ਕਿ ਬਣਾਉਣ ਵਾਲੇ ਨੇ ਇਸ ਨੁਮਾਇਸ਼ ਲਈ ਹਾਂ ਕਹੀ।',
};
