import type { Subjects } from '#i18n/subjects.ts';

/** No speaker has checked these words. */
export const search: Subjects['search'] = {
  searchLead: 'કોઈ પણ ભાષામાં એક શબ્દ લખો.',
  searchLabel: 'તમે શું શોધો છો?',
  searchGo: 'શોધો',
  searchNarrow: 'ફક્ત આ બતાવો',
  searchAny: 'બધું',
  searchLanguage: 'ભાષા',
  searchTheme: 'વિષય',
  searchPlace: 'શહેર',
  searchKind: 'પ્રકાર',
  searchSeries: 'પ્રોજેક્ટ',
  searchClose: 'મળતું આવે એવું',
  searchOneHint: 'વિષય કે શહેર પસંદ કરો, બંને નહીં. આથી કોઈ એક વ્યક્તિ ઓળખાઈ ન જાય તેમાં મદદ મળે છે.',
  searchNoScript: 'શોધને સ્ક્રિપ્ટ જોઈએ, અને સ્ક્રિપ્ટ બંધ છે. તમે અહીંથી બધું શોધી શકો છો:',
  searchWorking: 'શોધીએ છીએ…',
  searchSome: 'અમને આ મળ્યું.',
  searchMany: { one: '{count} રચના મળી.', other: '{count} રચનાઓ મળી.' },
  searchNone: 'તેના માટે કશું મળ્યું નહીં. બીજો શબ્દ લખો, કે અહીંથી જુઓ:',
  searchBroken: 'શોધ અત્યારે ચાલતી નથી. તમે તો પણ અહીંથી જોઈ શકો છો:',
  searchMore: 'વધુ બતાવો',
  searchResults: 'જે મળ્યું',
  searchPages: 'પાનાં',
};
