import type { Subjects } from '#i18n/subjects.ts';

/** No speaker has checked these words. */
export const receipts: Subjects['receipts'] = {
  receipt: {
    title: 'Waxa aad haa ku tiri',
    lead: 'Kan hay. Wuxuu muujinayaa waxa aad oggolaatay, iyo sida aad go’aankaaga u beddeli karto.',
    piece: 'Shayga {id}. Waxaa la sameeyey {day}.',
    yes: 'Haa',
    no: 'Maya',
    some: 'Qayb ahaan',
    someMeans: '“Qayb ahaan” waxay ka dhigan tahay: haa qaarkood, maya kuwa kale.',
    blankMeans: 'Meesha aadan ka jawaabin, waxaan u qaadannaa maya.',
    anyExhibition: 'Tani waa bandhig kasta oo bandhigyadayada ka mid ah.',
    onlyExhibitions: 'Bandhigyadan oo keliya: {names}.',
    nameShown: 'Magaca aan muujinno',
    noName: 'Magac la’aan. Waxaad dooratay in aan lagu magacaabin.',
    nameNotChosen: 'Weli lama dooran. Waxba ma muujinno ilaa aad doorato.',
    until: 'Ilaa goorma',
    untilDay: 'Oggolaanshahan wuxuu dhammaanayaa {day}. Ka hor taas mar kale ayaan ku weydiinnaa.',
    untilNotWritten: 'Maalin ugu dambaysa lama qorin. Naga weydii.',
    about: 'Waxa ay tani ku saabsan tahay',
    part: {
      words: 'erayada',
      image: 'sawir',
      voice: 'duubis',
      transcript: 'erayada duubis',
      translation: 'tarjumaad',
      more: 'nooc kale oo erayada ah',
    },
    changed:
      'waa la beddelay tan iyo markii aad aragtay, markaa ma muujinno ilaa aad mar kale haa tiraahdo',
    mind: 'Haddii aad go’aankaaga beddesho',
    code: 'Koodhkaaga',
    codeHelp:
      'Koodhku waqti ayuu badbaadiyaa. Haddii uu kaa lumo, weli weydii: marka hore waan qarinnaa, kadibna waan hubinnaa.',
    scan: 'Kamaradda taleefanka ku beeg astaantan afargeeska ah, ama tag:',
    typeAt: 'Websaydhka kaydka, ka fur bogga “{page}” (/withdraw/) oo koodhkan halkaas ku qor.',
    complain: 'Haddii aadan ku faraxsanayn',
    ico: 'Noo sheeg, siyaabaha kor ku qoran mid kasta. UK waxaad sidoo kale u cabban kartaa Wakiilka Macluumaadka (Information Commissioner): ico.org.uk, 0303 123 1113.',
    thanksAt:
      'Dadku mahadcelin ayay halkan kuugu soo diri karaan. Annaga ayaa marka hore akhrinna:',
    unchecked: 'Qof ku hadla weli erayadan ma hubin. Naga codso inaan kula eegno.',
  },
};
