import type { Subjects } from '#i18n/subjects.ts';

/** No speaker has checked these words. */
export const site: Subjects['site'] = {
  skipToContent: 'U gudub qaybta ugu weyn',
  menu: 'Liis',
  mainMenu: 'Liiska ugu weyn',
  siteLanguages: 'Luqadda websaydhkan',
  stories: 'Sheekooyin',
  browse: 'Daalaco',
  exhibitions: 'Bandhigyo',
  search: 'Raadi',
  about: 'Nagu saabsan',
  home: 'Bogga hore',
  consent: 'Sida oggolaanshuhu u shaqeeyo',
  withdraw: 'Ma beddeshay go’aankaaga?',
  support: 'Hel taageero',
  accessibility: 'Fududaynta isticmaalka',
  feed: 'Wararka cusub',
  footerMenu: 'Wax dheeraad ah oo websaydhkan ku saabsan',
  footerPromise:
    'Wax kasta oo halkan yaal waxaa la wadaagay qof haa yiri. Waqti kasta go’aankiisa wuu beddeli karaa, markaasna waa laga saaraa.',
  updatedFor: 'Sida ay ahayd {day}.',
  uncheckedHere:
    'Weli qof ku hadla luqaddan ma hubin erayadayada. Wax ma qaldan yihiin? Fadlan noo sheeg.',
  untranslatedHere: 'Qaar ka mid ah waxa aan bogga ku qornay weli kuma qorna luqaddan.',

  exitNow: 'Bogga hadda ka bax',
  exitHint:
    'Saddex jeer riix Shift si aad isla markiiba uga baxdo. Taasi ma tirtirto taariikhda browserkaaga, markaa dad kale ayaa arki kara inaad halkan joogtay.',

  tombstoneTitle: 'Kani halkan ma joogo hadda',
  tombstone: 'Dadka wax la wadaaga {name} waqti kasta go’aankooda way beddeli karaan.',
  otherStories: 'Sheekooyin kale',
  howWeCare: 'Sida aan sheekooyinka u ilaalino',
  notFoundTitle: 'Boggaas ma heli karno',
  notFound: 'Ciwaanka ayaa khalad ku jiri kara, ama bogga ayaa meel kale loo raray.',
};
