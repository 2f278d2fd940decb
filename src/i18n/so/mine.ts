import type { Subjects } from '#i18n/subjects.ts';

/** No speaker has checked these words. */
export const mine: Subjects['mine'] = {
  mine: {
    title: 'Wixii aan wadaagay',
    lead: 'Arag halka uu hadda joogo, go’aankaaga beddel, oo nuqul hay.',
    codeLead: 'Qor koodhka lagu siiyey. Uma baahnid inaad soo gasho.',
    codeNone:
      'Koodh ma lihid? Weydii qof kasta oo halkan ka shaqeeya. Waxan oo dhan way kula samayn karaan.',
    yours: 'Waxyaabahaaga',
    writing: 'Weli wax baad qoraysaa. Qof kale ma arki karo.',
    nothing: 'Weli waxba oo kaaga ah halkan ma yaallaan.',
    leave: 'Halkan jooji',
    leaveText: 'Tan ku riix taleefan aan kaaga ahayn.',

    now: 'Halka uu hadda joogo',
    state: {
      waiting: 'Wuxuu sugayaa in qof akhriyo. Adiga iyo isaga oo keliya ayaa arki kara.',
      'not-sent':
        'Waad beddeshay, welina dib uma aadan dirin. Adiga iyo dadka halkan ka shaqeeya oo keliya ayaa arki kara.',
      'looked-at': 'Qof halkan jooga ayaa eegaya. Adiga iyo isaga oo keliya ayaa arki kara.',
      ready: 'Waa diyaar. Weli dadweynaha uma furna.',
      public: 'Dadweynaha ayuu u furan yahay. Qof kasta wuu arki karaa.',
      later: 'Dadweynaha ayuu u furmi doonaa laga bilaabo {day}.',
      hidden: 'Waa qarsoon yahay. Cidina ma arki karto inta aan websaydhka mar kale samaynayno.',
      held: 'Dadweynaha uma furna. Waan reebnay:',
      down: 'Waa laga saaray. Cidina ma arki karto.',
      'down-on': 'Waxaa laga saaray {day}. Cidina ma arki karto.',
      unreadable: 'Hadda ma akhrin karno. Khaladku waa kayaga, waxba oo ka mid ahna ma lumin.',
    },
    because: {
      stopped: 'Qof halkan jooga ayaa raba inuu mar kale eego. Na weydii.',
      back: 'Oggolaanshihii waa laga noqday.',
      ended: 'Oggolaanshihii wuu dhammaaday. Na weydii haddii aad rabto in mar kale la muujiyo.',
      unread: 'Cidina ma akhriyin oo ma oran waa la muujin karaa.',
      name: 'Weli ma aadan dooran sida aan kuu magacowno.',
      age: 'Da’da ma naqaan, ama waxaan u baahannahay oggolaansho ka yimid qof ilmaha daryeela.',
      others: 'Qof ku jira haa ma oran.',
      use: 'Isticmaalka websaydhka haa looma oran.',
      again:
        'Waa la beddelay kadib markii aad aragtay. Waxaan u baahannahay inaad mar kale haa tiraahdo.',
      described: 'Sawir ayaa sugaya ilaa qof qoro waxa ka muuqda.',
      unsettled: 'Wax weli lama dhammayn. Na weydii.',
    },
    waits:
      'Isbeddel ayaa sugaya in qof akhriyo. Ilaa markaas waxa dadweynuhu arkaan sidooda ayay ahaanayaan.',
    parts: 'Aan la muujin:',
    see: 'U arag sida qof kasta u arko',

    nothingYes: 'Waxba haa looma oran, markaa waxba kama muujinno.',
    others: 'Cidda kale ee la weydiinayo',
    othersLead: 'Qaybtooda waxba lama muujiyo ka hor inta aysan haa oran.',
    othersNone: 'Qof kale kuma jiro, inta aan og nahay.',
    inPicture: 'Qof ku jira sawirka {number}',
    inVoice: 'Qof ku jira duubista',
    inWords: 'Qof ku jira erayada',
    inMaking: 'Qof kula sameeyey',
    answer: {
      'not-asked': 'weli lama weydiin',
      asked: 'linki ayuu haystaa, welina ma jawaabin',
      yes: 'haa ayuu yiri',
      no: 'maya ayuu yiri',
      back: 'wuu ka noqday',
    },

    went: 'Halka sheekadaadu tagtay',
    wentLead: 'Waxa aan og nahay, iyo maalinta.',
    wentNone: 'Weli wax kale kuma jiro.',
    wentSite: 'Websaydhkan wuu ku jiraa tan iyo {day}.',
    wentExhibition: 'Bandhig ayuu ku jiraa:',
    wentFrom: 'laga bilaabo {day}',
    wentUntil: 'ilaa {day}',
    wentPriority: 'Wuxuu taageeraa wax dadka halkan joogaa codsadaan:',
    wentAnswer: 'Jawaab ayaa ka timid {who}, {day}:',
    wentCopy: 'Nuqul ka mid ah ayaa baxday {day}: {use}.',
    wentThanks: 'Qof ayaa kuu mahadceliyey. Waxaan kuu gudbinnay {day}.',
    wentPaper:
      'Waxaa laga yaabaa in wax warqad lagu daabacay oo aan cidina halkan ku qorin. Na weydii.',

    mind: 'Go’aankaaga beddel',
    mindLead: 'Mid dooro. Isla markiiba waa la qariyaa. Uma baahnid inaad sheegto sababta.',

    copy: 'Nuqulkaaga',
    copyLead:
      'Dhammaan wixii aad na siisay, hal fayl: erayadaada, sawirradaada iyo codkaaga, iyo waxa aad haa ku tiri.',
    copyGet: 'Keydi nuqulkayga',
    copyWords: 'erayadayda',
    copyYes: 'waxa-aan-haa-ku-iri',

    change: 'Beddel',
    changeLead:
      'Foomku wuxuu la furmaa wixii aad na siisay. Beddel waxa aad rabto, eeg oo mar kale dir. Qof halkan jooga ayaa akhriya ka hor inta aan la muujin.',
    changeOpen: 'Beddel',
    changeGoOn: 'Sii wad beddelka',
    changeTell:
      'Qof halkan jooga ayaa kula shaqeeyey, markaa mid naga mid ah ayaa beddeli kara. Noo sheeg waxa aad rabto in la beddelo.',

    add: 'Qof kale ma ku jiraa?',
    addLead: 'Noo sheeg meesha. Qaybtaas lama muujiyo ilaa uu haa yiraahdo.',
    addGo: 'Waa in la weydiiyaa',

    ask: 'U samee linki',
    askAgain: 'Samee linki cusub',
    askStop: 'Jooji linkiga',
    askMade: 'Linki hal qof ah',
    askMadeLead:
      'Ha ku beego kamaradda taleefankiisa astaanta afargeeska ah, ama u dir linkiga. Qaybtiisa oo keliya ayuu furaa, hal qof, {days} maalmood. Mar kale kuma tusi karno.',

    asked: 'Tani adiga ma kula hagaagsan tahay?',
    askedLead:
      'Qof ayaa wadaagay wax aad ku jirto. Adiga oo keliya ayaa qaybtaada go’aan ka gaara.',
    askedIn: 'Arag qaybtayda',
    askedInLead: 'Riix badhanka si aad u aragto. In boggan la eego linkigaaga ma isticmaasho.',
    askedNotOpen: 'Linkigani waxba ma furo',
    askedPart: 'Qaybtaada',
    askedWords: 'Erayadan waa lagugu garan karaa.',
    askedVoice: 'Duubistan waa lagaa maqli karaa.',
    askedPicture: 'Sawirkan waa lagugu arki karaa.',
    askedGone: 'Halkan kuma tusi karno. Naga codso inaan ku tusno.',
    askedUses: 'Maxaan ku samayn karnaa?',
    askedExplain: 'Ma rabtaa in qof kuu sharraxo? Marka hore mid naga mid ah weydii.',
    askedSeen: 'Qaybtayda waan arkay ama waan maqlay.',
    askedSend: 'Dir jawaabtayda',
    askedNo: 'Maya, dhammaantiis',
    askedYour: {
      open: 'Ma aadan jawaabin. Qaybtaada waxba lama muujiyo.',
      yes: 'Haa ayaad ku tiri waxa halkan ku calaamadsan. Madhan waa maya.',
      no: 'Maya ayaad tiri. Qaybtaada waxba lama muujiyo.',
      back: 'Oggolaanshahaagii waad ka noqotay. Qaybtaada waxba lama muujiyo.',
    },
    askedDone: 'Mahadsanid. Jawaabtaada waan helnay.',
    askedDoneYes:
      'Qof halkan jooga ayaa dhammaan mar kale akhriya ka hor inta aan qaybtaada la muujin.',
    askedDoneNo: 'Qaybtaada waxba lama muujiyo.',
    askedCode: 'Kani waa koodhkaaga. Isaga ayaad waqti kasta go’aankaaga ku beddeli kartaa.',

    problem: {
      code: 'Koodhkani ma shaqaynayo. Mar kale eeg xaraf kasta.',
      busy: 'Koodhadh badan ayaa laga isku dayayaa meesha aad joogto. Hal daqiiqo sug oo mar kale isku day.',
      unknowable: 'Hadda koodhadhka ma eegi karno. Khaladku waa kayaga. Fadlan na weydii.',
      elsewhere:
        'Tani kama iman boggayaga, markaa waxba lama beddelin. Boggan mar kale fur oo mar kale isku day.',
      'not-seen': 'Fadlan marka hore eeg, oo calaamad geli sanduuqa.',
      'no-age': 'Fadlan sheeg da’daada.',
      unread:
        'Hadda ma furi karno faylasha. Khaladku waa kayaga, waxba ma lumin. Fadlan dhowr daqiiqo ka dib isku day mar kale.',
      'still-writing': 'Weli wax kale ayaad qoraysaa. Marka hore dir, ama tuur.',
      overtaken:
        'Qof kale ayaa isla markan beddelay, markaa waxba lama beddelin. Mar kale isku day.',
    },
  },
};
