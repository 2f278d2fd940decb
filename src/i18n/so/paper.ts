import type { Subjects } from '#i18n/subjects.ts';

/** No speaker has checked these words. */
export const paper: Subjects['paper'] = {
  paper: {
    title: 'Sheekadaada warqad ku wadaag',
    lead: 'Sanduuqa calaamad geli si aad haa u tiraahdo. Sanduuq madhani waa maya. Ma khaldantay? Sanduuqa madoobee oo dhinaciisa ku qor waxa aad ula jeeddo. Qof ayaad ka codsan kartaa inuu kuu qoro.',
    print: 'Labada dhinac ku daabac hal warqad A4 ah, cabbirkeeda oo buuxa (100 %).',
    otherLanguages: 'Luqad kale',
    picturesYes: 'Haa, waxay la socdaan warqaddan',
    soundYes: 'Haa, ama qof ayaa i duubi doona',
    form: 'Warqadda macluumaadka {sheet} · foomka {code}',
    explained: 'Qofkii sharraxay: kuma, sidee, iyo luqaddee?',
    explainedLine: 'Luqaddee, iyo maalintee?',
    by: {
      facilitator: 'mid kooxda ka mid ah',
      champion: 'safiir bulsho',
      'support-worker': 'shaqaale taageero',
      'somebody-else': 'qof kale',
    },
    how: {
      paper: 'oggolaanshuhu wuxuu ku qoran yahay warqaddan',
      'in-person': 'oggolaanshaha afka ayaa laga bixiyey',
      audio: 'oggolaanshaha waa la duubay',
    },
    interpreter: {
      none: 'turjumaan la’aan',
      professional: 'turjumaan lacag la siiyo',
      trained_peer: 'saaxiib tababaran',
    },
    photoTitle: 'Foomka ma ku haysataa warqad?',
    photoLead:
      'Dhinac kasta sawir ka qaad. Waxaan akhrinnaa calaamadaha cad, adiguna mid kasta waad eegtaa. Sawirka ma haynno. Foom ma lihid? Iska sii wad.',
    photoAdd: 'Sawir hal dhinac ah, ama labadaba',
    photoSend: 'Akhri',
    printEmpty: 'Daabac foom madhan',
    sideRead: { front: 'Dhinaca hore waa la akhriyey.', back: 'Dhinaca dambe waa la akhriyey.' },
    readMeans: 'Hadda bog bog u sii wad. Waxba lama tiriyo ka hor intaadan boggooda keydin.',
    fromPhoto:
      'Calaamadaha halkan waxaa laga akhriyey sawirka. Warqadda eeg, oo sax wixii aan sidaas ku qornayn.',
    pleaseLook:
      'Sanduuqyadan ma akhrin karin, markaa halkan way ku madhan yihiin. Fadlan warqadda eeg:',
    explainedTitle: 'Sidee loo weydiiyey?',
    explainedLead:
      'Waxaan haynaa waxa qofkaasi halkan ka qabto, magac ma haynno. Ilmaha ama qoyska qofka waa inuusan turjumin.',
    explainedBy: 'Kuma ayaa sharraxay waxa haa ka dhigan tahay?',
    explainedHow: 'Sidee bay haa u yiraahdeen?',
    explainedInterpreter: 'Qof ma turjumay?',
    explainedLanguage: 'Luqaddee lagu weydiiyey?',
    lookYes: 'Way arkeen ama way maqleen, sidanna waa inay ahaato.',
    printReceipt: 'Rasiidhka u daabac',
  },
};
