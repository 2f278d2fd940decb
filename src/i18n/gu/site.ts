import type { Subjects } from '#i18n/subjects.ts';

/** No speaker has checked these words. */
export const site: Subjects['site'] = {
  skipToContent: 'સીધા મુખ્ય ભાગ પર જાઓ',
  menu: 'મેનુ',
  mainMenu: 'મુખ્ય યાદી',
  siteLanguages: 'આ વેબસાઇટની ભાષા',
  stories: 'વાતો',
  browse: 'ફરીને જુઓ',
  exhibitions: 'પ્રદર્શનો',
  search: 'શોધ',
  about: 'અમારા વિશે',
  home: 'પહેલું પાનું',
  consent: 'અમે પરવાનગી કેવી રીતે લઈએ છીએ',
  withdraw: 'મન બદલાયું?',
  support: 'મદદ મેળવો',
  accessibility: 'બધા માટે સરળ',
  feed: 'નવા સમાચારની ફીડ',
  footerMenu: 'આ વેબસાઇટ વિશે વધુ',
  footerPromise: 'અહીં જે કંઈ છે તે હા પાડનાર કોઈએ શેર કર્યું છે. તેઓ ગમે ત્યારે મન બદલી શકે છે, અને તે હટી જાય છે.',
  updatedFor: '{day}ના રોજ હતું તે પ્રમાણે.',
  uncheckedHere: 'આ ભાષામાં અમારા શબ્દો હજી કોઈ બોલનારે તપાસ્યા નથી. કંઈ ખોટું લાગે તો અમને કહો.',
  untranslatedHere: 'આ પાના પર અમે લખેલું કેટલુંક હજી આ ભાષામાં નથી.',
  exitNow: 'આ પાનું અત્યારે જ છોડો',
  exitHint:
    'તરત નીકળવા માટે શિફ્ટ ત્રણ વાર દબાવો. આનાથી તમારી હિસ્ટ્રી ભૂંસાતી નથી, એટલે બીજા જોઈ શકે છે કે તમે અહીં આવ્યા હતા.',
  tombstoneTitle: 'આ હવે અહીં નથી',
  tombstone: '{name} સાથે જે લોકો કંઈક શેર કરે છે તેઓ ગમે ત્યારે મન બદલી શકે છે.',
  otherStories: 'બીજી વાતો',
  howWeCare: 'અમે વાતોની સંભાળ કેવી રીતે રાખીએ છીએ',
  notFoundTitle: 'આ પાનું અમને મળતું નથી',
  notFound: 'કદાચ સરનામામાં ભૂલ છે, કે પાનું બીજે ગયું છે.',
};
