import type { Subjects } from '#i18n/subjects.ts';

/** No speaker has checked these words. */
export const lists: Subjects['lists'] = {
  allStories: 'Dhammaan sheekooyinka',
  newest: 'Waxa halkan ku cusub',
  themes: 'Mawduucyo',
  places: 'Magaalooyin',
  series: 'Mashruucyo',
  kinds: 'Noocyo',
  languages: 'Luqado',
  themesLead: 'Waxa dadku doorteen inay ka hadlaan.',
  placesLead:
    'Halka dadku ku nool yihiin, ama halka sheekadu ka dhacday. Magaalooyin ayaan magacownaa, marnaba jidad ma magacowno.',
  seriesLead: 'Sheekooyin la isla ururiyey.',
  kindsLead: 'Erayo, sawirro iyo cod.',
  languagesLead: 'Luqadda uu qof kasta doortay inuu ku hadlo ama wax ku qoro.',
  alsoCalled: 'Dadka halkan joogaa waxay sidoo kale yiraahdaan:',
  officialTerms: 'NHS iyo golaha deegaanku waxay oran karaan:',
  atLeast: { one: '{count} shay', other: '{count} shay' },
  pageOf: 'Bogga {page} ee {pages}',
  pages: 'Bogagga liiskan',
  newer: 'Ka cusub',
  older: 'Ka hore',
  nothingYet: 'Weli waxba halkan laguma wadaagin.',
  seeAll: 'Arag dhammaan',
  alsoIn: 'Sidoo kale ku qoran {languages}',
  pageIn: 'Luqadda bogga: {language}',

  kind: {
    story: 'Sheeko',
    poem: 'Gabay',
    photograph: 'Sawir',
    sound: 'Cod',
    artwork: 'Farshaxan',
    conversation: 'Wada-hadal',
  },
  kindPlural: {
    story: 'Sheekooyin',
    poem: 'Gabayo',
    photograph: 'Sawirro',
    sound: 'Codad',
    artwork: 'Farshaxan',
    conversation: 'Wada-hadallo',
  },
  untitled: {
    story: 'Sheeko aan magac lahayn',
    poem: 'Gabay aan magac lahayn',
    photograph: 'Sawir aan magac lahayn',
    sound: 'Cod la duubay',
    artwork: 'Farshaxan aan magac lahayn',
    conversation: 'Wada-hadal aan magac lahayn',
  },
};
