import type { Subjects } from '#i18n/subjects.ts';

/** No speaker has checked these words. */
export const withdraw: Subjects['withdraw'] = {
  withdrawLead:
    'Mid naga mid ah u sheeg, si kasta oo aad rabto. Uma baahnid inaad sheegto sababta.',
  withdrawHow: 'Sida aad noogu sheegi karto',
  withdrawHowText:
    'Soo wac, farriin soo dir, qor, ama u sheeg qof aad halkan ka taqaan. Saaxiib ayaa kuu weydiin kara. Luqad kasta waad isticmaali kartaa.',
  withdrawNoContacts: 'U sheeg qofkii sheekadaada kaa qaaday, ama qof kasta oo halkan ka shaqeeya.',
  withdrawWhat: 'Waxa aad beddeli karto',
  withdrawWhatList: [
    'Dhammaantiis ka saar.',
    'Hal qayb ka saar, sida sawir ama codkaaga.',
    'Beddel sida laguu magacaabo, ama magacaaga ka saar.',
    'Jooji hal isticmaal, sida bandhig.',
  ],
  withdrawThen: 'Waxa markaas dhaca',
  withdrawThenList: [
    'Marka hore waan qarinnaa, kadibna waan weydiinnaa. Waxaa lagu qariyaa hal maalin oo shaqo gudaheed.',
    'Kadib waxaan ka saarnaa raadinta, liisaska, bandhigyada iyo nuqulladayada. Waxaan ku dhammaynaa 30 maalmood gudahood.',
    'Waxaan kuu sheegnaa waxa laga saaray. Waxaan sidoo kale kuu sheegnaa nuqullada aan gaari karin.',
  ],
  withdrawInIt: 'Ma ku jirtaa shay qof kale leeyahay?',
  withdrawInItText:
    'Adiguna waad codsan kartaa. Haddii aad ku jirto sawir, duubis ama erayada, si la mid ah noogu sheeg.',
  complainTitle: 'Haddii wax khaldan yihiin',
  complainText:
    'Noo sheeg haddii bog khaldan yahay, qof dhaawaco ama muujiyo qof aan haa oran. Marka hore waan qarinnaa, kadibna waan eegnaa.',
  complainLaw:
    'Haddii aadan ku faraxsanayn jawaabtayada, waxaad sidoo kale u cabban kartaa dadka ilaaliya xuquuqda xogta. UK gudaheeda waa Xafiiska Wakiilka Macluumaadka (Information Commissioner).',

  complainWho: 'Mid naga mid ah ayaad siyaabahan kula hadli kartaa. Qof kale ayaa kuu hadli kara.',
  complainWhen:
    'Shan maalmood oo shaqo gudahood ayaan kuugu sheegnaa inaan helnay. Jawaabtayada waxaad ku helaysaa 30 maalmood gudahood, luqaddaada.',
  complainLawLink: 'Sida loogu cabto Xafiiska Wakiilka Macluumaadka',

  codeTitle: 'Ma haysataa koodh?',
  codeLead:
    'Wuxuu ku qoran yahay warqadda ama farriinta lagu siiyey. Isaga ayaad halkan wax kaga saari kartaa, hadda. Uma baahnid inaad soo gasho, mana sheegaysid sababta.',
  codeLabel: 'Koodhkaaga',
  codeGo: 'Sii wad',
  codeWrongTitle: 'Koodhkani ma shaqaynayo',
  codeWrong:
    'Mar kale eeg xaraf kasta. Haddii uu weli shaqayn waayo, na soo wac, ama u sheeg qof kasta oo aad halkan ka taqaan. Marka hore waan qarinnaa, kadibna waan weydiinnaa.',
  codeElsewhere:
    'Tani kama iman boggayaga, markaa waxba lama beddelin. Boggan mar kale fur oo mar kale isku day.',

  takeTitle: 'Maxaa laga saarayaa?',
  takeLead:
    'Mid dooro. Isla markiiba waa la qariyaa. Koodhkaaga mar kale ayaad u isticmaali kartaa wax kale.',
  takeAll: 'Dhammaantiis',
  takeAllMeans: 'Bogga, sawirrada, codka, iyo meesha uu kaga jiro raadinta iyo bandhigyada.',
  takeMe: 'Aniga iga saar',
  takeMeMeans:
    'Oggolaanshahaagu wuu dhammaanayaa. Wax kasta oo ku muujiya, ama lagu maqlo ama lagu garan karo, waa laga saaraa ama waa la daboolaa. Inta kale way joogi kartaa.',
  takeParts: 'Hal qayb oo keliya',
  takeUses: 'Kaliya jooji isticmaalkiisa…',
  partWords: 'Erayada',
  partPicture: 'Sawirka {number}',
  partVoice: 'Duubista',
  partTranslation: 'Erayada {language}',
  partShort: 'Nooca gaaban ee {language}',
  takeNow: 'Hadda ka saar',
  takeOtherWays: 'Siyaabo kale oo aad noogu sheegi karto',
  takeChooseOne: 'Marka hore kuwan mid ka dooro. Weli waxba lama beddelin.',

  receiptTitle: 'Waa la qariyey',
  receiptLead:
    'Kani waa rasiidhkaaga. Waad keydin kartaa, waad daabici kartaa ama sawir baad ka qaadi kartaa.',
  receiptWhat: 'Waxa aad ka saartay',
  receiptWhen: 'Waxaa la qariyey {day}, {time}.',
  receiptDown: 'Waxa laga saaray',
  receiptPages: {
    one: 'Boggiisa, {count} ciwaan.',
    other: 'Boggiisa, {count} ciwaan.',
  },
  receiptFiles: {
    one: 'Faylashiisa sawirka iyo codka: {count}.',
    other: 'Faylashiisa sawirka iyo codka: {count}.',
  },
  receiptSearch: 'Meeshii uu kaga jiray raadintayada.',
  receiptElsewhere:
    'Kaar, linki iyo xigasho kasta oo isaga ah oo ku jiray bogaggayada kale iyo wararka cusub.',
  receiptMeanwhile:
    'Dhammaantiis waa qarsoon yahay ilaa websaydhka mar kale la sameeyo. Kadib wixii aad dhaaftay wuu soo noqonayaa.',
  receiptNext: 'Waxa hadda dhacaya',
  receiptOwed:
    'Hal tallaabo ayaad weli nagu leedahay: inaan websaydhka oo dhan mar kale samayno isagoo aan ku jirin oo aan fayl kasta hubinno. Wuu qarsoonaanayaa ilaa taas la dhammeeyo.',
  receiptFailed:
    'Websaydhka weli mar kale lama samayn karin. Tallaabadaas weli waad nagu leedahay. Wuu qarsoonaanayaa ilaa la dhammeeyo, xitaa haddii kombiyuutarkayaga mar kale la bilaabo.',
  receiptRebuilt:
    'Websaydhka oo dhan mar kale ayaa la sameeyey isagoo aan ku jirin, fayl kastana waa la hubiyey.',
  receiptCannot: 'Waxa aan soo celin karin',
  receiptCannotList: [
    'Wixii dad kale keydiyeen, daabaceen, koobiyeeyeen ama sawir ka qaadeen.',
    'Matoorrada raadinta iyo kaydadka internetka ayaa laga yaabaa inay dhowr toddobaad xusuustaan.',
    'Buugaagta, boodhadhka iyo waraaqaha hore u baxay.',
    'Nuqullada ammaanka ee aan haysanno. Dadweynaha uma furna, waqti kadibna waa la beddelaa.',
  ],
  receiptAlready: 'Hore ayaa looga saaray',
  receiptAlreadyLead: 'Wax kale oo koodhkan laga saaro ma hadhin.',
  receiptThanks: 'Waad ku mahadsan tahay inaad wadaagtay.',

  codeBusyTitle: 'Koodhadh badan ayaa laga isku dayayaa meesha aad joogto',
  codeBusy:
    'Hal daqiiqo sug oo mar kale isku day: koodhka saxda ahi mar walba wuu shaqeeyaa. Haddii aadan sugi karin, na soo wac, ama u sheeg qof kasta oo aad halkan ka taqaan. Marka hore waan qarinnaa, kadibna waan weydiinnaa.',
  codeUnknowableTitle: 'Hadda koodhadhka ma eegi karno',
  codeUnknowable:
    'Khaladku waa kayaga, kaaga ma aha. Waxba lama beddelin. Hadda na soo wac, ama u sheeg qof kasta oo aad halkan ka taqaan: koodh la’aan ayaan ku qarin karnaa. Marka hore waan qarinnaa, kadibna waan weydiinnaa.',
  takeUnread:
    'Hadda ma akhrin karno waxa ku jira, markaa qaybihiisa ma ku tusi karno. Weli waxaaga waad ka saari kartaa: dhammaantiis isla markiiba waa la qariyaa, waxa dadka kale leeyihiinna gadaal ayay ka soo noqdaan.',

  receiptUnwritten:
    'Waa la qariyey. Laakiin kombiyuutarkayagu weli taas ma qori karin, waayo wax baa ka khaldan. Marar badan ayuu isku dayaa ilaa uu ka qoro. Haddii aad berri halkan mar kale ku aragto, na soo wac.',
  receiptUntaken:
    'Waa la qariyey. Weli kama saarin bakhaarkayaga, waayo wax baa kombiyuutarkayaga ka khaldan. Marar badan ayuu isku dayaa ilaa la dhammeeyo.',
};
