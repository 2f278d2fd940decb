import type { Subjects } from '#i18n/subjects.ts';

/** No speaker has checked these words. */
export const search: Subjects['search'] = {
  searchLead: 'Eray ku qor luqad kasta.',
  searchLabel: 'Maxaad raadinaysaa?',
  searchGo: 'Raadi',
  searchNarrow: 'Muuji oo keliya',
  searchAny: 'Dhammaan',
  searchLanguage: 'Luqad',
  searchTheme: 'Mawduuc',
  searchPlace: 'Magaalo',
  searchKind: 'Nooc',
  searchSeries: 'Mashruuc',
  searchClose: 'Kuwa u dhow',
  searchOneHint:
    'Dooro mawduuc ama magaalo, labada ha wada dooran. Taasi waxay dadka ka ilaalisaa in la garto.',
  searchNoScript:
    'Raadintu waxay u baahan tahay JavaScript, waana daman yahay. Wax walba waad heli kartaa adigoo daalacanaya:',
  searchWorking: 'Waa la raadinayaa…',
  searchSome: 'Waa kan waxa aan helnay.',
  searchMany: { one: '{count} shay ayaa la helay.', other: '{count} shay ayaa la helay.' },
  searchNone: 'Waxba uma helin taas. Isku day eray kale, ama daalaco:',
  searchBroken: 'Raadintu hadda ma shaqaynayso. Weli waad daalacan kartaa:',
  searchMore: 'Muuji wax kale',
  searchResults: 'Natiijooyin',
  searchPages: 'Bogag',
};
