import type { Subjects } from '#i18n/subjects.ts';

/** No speaker has checked these words. */
export const share: Subjects['share'] = {
  share: {
    title: 'Sheekadaada la wadaag',
    lead: 'Erayadaada, codkaaga ama sawirradaada. Adiga ayaa doorta waxa aan ku samayn karno.',
    happens: 'Waxa ku dhaca',
    happensList: [
      'Mar kasta hal su’aal ayaad ka jawaabaysaa. Cidina ma arko ka hor intaadan dirin.',
      'Waxaad u arkaysaa sida ay u ekaan doonto. Kadibna waad dirtaa.',
      'Qof halkan jooga ayaa akhriya. Waxaan eegnaa wax dhibi kara adiga ama qof kale.',
      'Waxaan muujinnaa oo keliya wixii aad haa ku tiri. Waqti kasta go’aankaaga waad beddeli kartaa.',
    ],
    begin: 'Bilow',
    beginForOther: 'U bilow qof kula jooga',
    beginForOtherLead:
      'Qof kula jooga ma rabaa inuu wax sheego? U akhri su’aal kasta. Isaga ayaa jawaaba, adiguna waad qortaa. Koodhka ugu dambayntana isaga ayaa leh.',
    goOn: 'Sii wad wixii aad bilowday',
    invited:
      'Si aad u bilowdo, waxaad u baahan tahay linki ama warqad yar oo mid naga mid ah ka timid. Weydii qof kasta oo halkan ka shaqeeya.',
    codeTitle: 'Ma haysataa koodh?',
    codeText: 'Mid ku qoran warqad yar, ama ka yimid taleefan kale oo aad ka bilowday.',
    codeGo: 'Halkan ka sii wad',
    notOpenTitle: 'Linkigani ma furo foomka',
    notOpen:
      'Waa la isticmaalay, waa dhacay, ama waa laga noqday. Qofkii ku siiyey weydii mid cusub.',
    cameIn: 'Soo gal',
    cameInLead: 'Riix badhanka si aad u soo gasho. In boggan la eego linkigaaga ma isticmaasho.',

    spoken: 'Dhegayso su’aashan',
    step: 'Su’aasha {number} ee {count}',
    next: 'Keydi oo sii wad',
    back: 'Dib u noqo',
    leave: 'Halkan jooji oo ka bax',
    leaveText:
      'Tan ku isticmaal taleefan aan kaaga ahayn. Wixii aad keydisay 30 maalmood ayay nala joogayaan.',
    kept: 'Waa la keydiyey. Si aad taleefan kale uga sii waddo, isticmaal koodhkan:',
    keptAsk: 'I tus koodh aan mar dambe ku sii wado',
    blankIsNo: 'Waad ka tegi kartaa isagoo madhan. Madhan waa maya.',

    language: 'Luqaddee ayaad isticmaalaysaa?',
    words: 'Qor sheekadaada',
    wordsLead:
      'U qor sidii aad u sheegi lahayd. Erayadaada ma beddelno. Erayo ma lihid? Iska sii wad.',
    wordsTitle: 'Maxaa lagu magacaabayaa?',
    wordsBody: 'Erayadaada',
    wordsOpen: 'Ka reeb magacyada, cinwaannada iyo lambarrada taleefanka ee dadka kale.',
    pictures: 'Ma haysaa sawirro?',
    picturesLead:
      'Hadda sawir qaad, ama qaar dooro. Waxaan ka saarnaa meesha iyo waqtiga ay taleefannadu ku qariyaan.',
    picturesMake: 'Sawir qaad',
    picturesAdd: 'Sawir ku dar',
    picturesSend: 'Ku dar',
    picture: 'Sawirka {number}',
    removePicture: 'Ka saar sawirka {number}',
    removeSound: 'Ka saar duubista',
    sending: '{percent} waa la diray. Waad sugi kartaa: haddii khadku go’o, waxba ma lumaan.',
    sendingLabel: 'Inta la diray',
    sendingWaits: 'Khadku waa go’an yahay. Iskiis ayuu u sii wadayaa.',
    recordStart: 'Bilow duubista',
    recordStop: 'Jooji',
    recordRuns: 'Waa la duubayaa. Riix jooji marka aad dhammayso.',
    recordDone: 'Dhegayso. Kadib ku dar, ama mar kale duub.',
    recordRefused:
      'Nalooma oggola makarafoonka taleefankan. Taa beddelkeeda waxaad dooran kartaa duubis.',
    stillHere: 'Wixii aad hore u keydisay weli halkan ayay joogaan.',
    whichFile: 'Wuxuu ahaa faylka {number} ee {count}.',
    describe: 'Maxaa ka muuqda?',
    describeLead:
      'Dadka qaarkood sawirrada ma arki karaan. Dhowr eray ku sheeg waxa mid kasta ku jira. Haddii aadan karin, annaga ayaa kula qorayna. Sawirku ilaa markaas wuu sugayaa.',
    describeLabel: 'Maxaa ka muuqda sawirka {number}?',
    drawing: 'Anigaa kan sawiray, rinjiyeeyey ama sameeyey',
    sound: 'Ma haysaa duubis?',
    soundLead: 'Ku dheh ama ku qaad, ama dooro duubis. Waxba kama jarno.',
    soundMake: 'Hadda duub',
    soundAdd: 'Dooro duubis',
    soundSend: 'Ku dar',
    soundHere: 'Duubistaada',
    soundReplaces: 'Hal duubis oo keliya ayaa meel u ah. Mid cusub ayaa tan beddelaysa.',
    others: 'Qof kale ma ku jiraa?',
    othersLead:
      'Ka fikir wejiyada, codadka iyo magacyada. Mid kastana waa inaan weydiinnaa. Ma hubtid? Markaa marka hore ayaan weydiinnaa.',
    othersWords: 'Qof kale ma lagu garan karaa erayadaada?',
    othersPicture: 'Qof kale ma lagu garan karaa sawirka {number}?',
    othersSound: 'Qof kale ma laga maqli karaa duubista?',
    nobody: 'Maya, cidna',
    somebody: 'Haa',
    notSure: 'Ma hubo',
    uses: 'Maxaan ku samayn karnaa?',
    usesAsk: '{kind}: ma isticmaali karnaa {use}?',
    usesLead:
      'Sanduuq kasta waa su’aal gooni ah. Calaamad geli si aad haa u tiraahdo. Sanduuq madhani waa maya. Mayana waa jawaab wanaagsan.',
    credit: 'Sideen kuu magacownaa?',
    creditLead: 'Taas oo keliya ayaan muujinnaa, wax ka badan ma muujinno.',
    creditAs: {
      'full-name': 'Magacayga oo buuxa',
      'first-name': 'Magacayga koowaad',
      'chosen-name': 'Magac aan samaystay',
      collective: 'Magaca kooxdayada',
      anonymous: 'Magac la’aan',
    },
    creditName: 'Magaca, sida uu u qornaan lahaa oo sax ah',
    notes: 'Ma noqon karaa mid adag in la akhriyo ama la maqlo?',
    notesLead: 'Markaa marka hore ayaan sheegnaa, si dadku u doortaan. Ma ka hadlayaa…',
    age: 'Immisa jir baad tahay?',
    ageLead: 'Haddii aad 18 ka yar tahay, waxaan sidoo kale weydiinnaa qof ku daryeela.',
    ages: {
      adult: '18 ama ka weyn',
      'young-person': '16 ama 17',
      child: 'Ka yar 16',
    },
    look: 'Eeg',
    lookLead:
      'Sidan ayay dadka kale ugu muuqan doontaa. Ma sax baa? Haddii kale, dib u noqo oo beddel.',
    lookPage: 'Sidan ayuu boggaagu u ekaan doonaa',
    lookRest: 'Kani weli ma muuqdo',
    lookNoPage: 'Weli bog ma leh. Waa kan wixii aad na siisay',
    lookGrid: 'Waxa aan ku samayn karno',
    lookOthers: 'Qof kale ayaa ku jira. Qaybtaasi way sugaysaa ilaa aan weydiinno.',
    lookNothing:
      'Wax walba maya ayaad ku tiri, markaa waxba ma muujin doonno. Waa caadi. Si ammaan ah ayaan u haynaa.',
    lookDescribe: 'Sawir ayaa sugaya ilaa qof qoro waxa ka muuqda.',
    lookYes: 'Waan arkay, sidanna waa inay ahaato.',
    questions: 'Beddel jawaab',
    changing: 'Waxaad beddelaysaa wixii aad hore u wadaagtay.',
    changingLook:
      'Waxaad beddelaysaa wixii aad hore u wadaagtay. Waxa dadweynuhu arkaan sidooda ayay ahaanayaan ilaa qof halkan joogaa tan akhriyo. Wixii aad ka saartay ama maya ku tiri isla markiiba way baxayaan.',
    send: 'Dir',
    sentTitle: 'Mahadsanid. Waan helnay.',
    sentLead: 'Qof halkan jooga ayaa akhriya. Adiga iyo isaga oo keliya ayaa arki kara.',
    changedLead:
      'Qof halkan jooga ayaa akhriya. Ilaa markaas waxa dadweynuhu arkaan sidoodii ayay ahaanayaan, iyadoo aan lahayn wixii aad ka saartay ama maya ku tiri.',
    sentCode: 'Kani waa koodhkaaga. Isaga ayaad waqti kasta sheekadaada kaga noqon kartaa.',
    sentKeep: 'Qor ama sawir ka qaad boggan. Mar kale kuma tusi karno.',

    throw: 'Dhammaan tuur',
    throwTitle: 'Dhammaan ma tuurtaa?',
    throwAsk:
      'Jawaabahaaga, sawirradaada iyo duubistaada foomkan ku jira way tagayaan, halkan iyo taleefankan. Ma soo celin karno.',
    throwAskChange:
      'Wixii aad foomkan ku beddeshay way tagayaan, halkan iyo taleefankan. Wixii aad hore u wadaagtay sidooda ayay ahaanayaan.',
    throwYes: 'Haa, dhammaan tuur',
    throwNo: 'Maya, hay',
    thrownTitle: 'Way tagtay',
    thrown: 'Foomkan waxba kama hadhin, halkan ama taleefankan.',
    thrownChange:
      'Wixii aad beddeshay way tageen. Wixii aad hore u wadaagtay sidoodii ayay yihiin.',

    problem: {
      'nothing-given': 'Weli waxba halkan ma yaallaan. Wax qor, ama ku dar sawir ama duubis.',
      'too-long':
        'Taasi way ka badnayd inta hal shay qaadi karo. Fadlan ka soo gaabi. Wixii aad hore u keydisay weli halkan ayay joogaan.',
      'no-language': 'Fadlan dooro luqad.',
      'not-explained': 'Fadlan sheeg cidda sharraxday, sida ay haa u yiraahdeen, iyo luqadda.',
      'paper-corners':
        'Ma heli karin afarta calaamadood ee wareegsan ee geesaha. Warqadda si siman u dhig oo sawirka mar kale qaad, afarta geesba ha ku jiraan.',
      'paper-other-form':
        'Foomkani waa mid hore, markaa ma akhrinno. Warqadda eeg oo qor waxa ku qoran.',
      'paper-dark': 'Sawirku aad buu u madow yahay. Mar kale ka qaad meel iftiin leh.',
      'paper-unsharp': 'Sawirku ma cadda. Taleefanka si deggan u hay oo mar kale qaad.',
      'paper-far':
        'Warqaddu aad bay ugu yar tahay sawirka. U soo dhowow oo mar kale qaad, afarta geesba ha ku jiraan.',
      'no-name': 'Fadlan qor magaca, ama dooro “Magac la’aan”.',
      character:
        'Waxaa ku jira calaamad aan cidina arki karin oo aan qoraal qaadi karin. Erayada ku wareegsan tirtir oo mar kale qor.',
      'not-seen': 'Fadlan marka hore eeg, oo calaamad geli sanduuqa.',
      changed: 'Way is beddeshay kadib markii aad eegtay, markaa lama dirin. Fadlan mar kale eeg.',
      overtaken:
        'Qof halkan jooga ayaa beddelay kadib markii aad furtay, markaa lama dirin. Erayadaada nuqul ka qaado haddii aad rabto inaad hayso. Kadib foomkan tuur oo mar kale fur.',
      'no-code': 'Koodhkani ma shaqaynayo. Mar kale eeg xaraf kasta.',
      'no-file': 'Waxba ma iman. Fadlan dooro fayl oo mar kale isku day.',
      'file-refused':
        'Faylkan ma qaadi karin. Waxba lama hayn. Fadlan isku day mid kale, ama mid naga mid ah weydii.',
      'too-many-pictures':
        'Shaygani waa buuxaa: sawirro kale ma qaadi karo. Mid ka saar si aad mid kale ugu darto.',
      'file-too-large': 'Faylkani aad buu noogu weyn yahay. Fadlan dir nuqul ka yar.',
      'file-damaged':
        'Faylkani waa dhaawacan yahay, ama qayb baa ka maqan. Fadlan mar kale ka dir taleefankii sameeyey.',
      'not-a-picture': 'Kan sawir ahaan uma furi karno. Fadlan dooro sawir.',
      'not-a-recording': 'Kan duubis ahaan uma furi karno. Fadlan dooro mid cod leh.',
      'file-empty': 'Faylkani waa madhan yahay. Fadlan dooro mid kale.',
      'file-known': 'Kani hore ayuu halkan u yaal. Uma baahnid inaad mar kale dirto.',
      'no-room':
        'Hadda meel aan dhigno ma hayno. Fadlan mid naga mid ah u sheeg, oo mar dambe isku day.',
      'line-broke': 'Khadku wuu go’ay intaysan dhammaan iman. Fadlan mar kale isku day.',
      elsewhere:
        'Tani kama iman boggayaga, markaa waxba lama beddelin. Boggan mar kale fur oo mar kale isku day.',
      'not-saved':
        'Wax baa dhinacayaga ka khaldan, markaa tan lama keydin. Wixii aad hore u keydisay weli halkan ayay joogaan. Fadlan mar kale isku day.',
    },
  },
};
