import type { Subjects } from '#i18n/subjects.ts';

/** No speaker has checked these words. */
export const consent: Subjects['consent'] = {
  consentLead:
    'Waxaan muujinnaa oo keliya wixii dadku haa ku yiraahdeen. Iyaga ayaa marka hore arkay. Go’aankooda way beddeli karaan, markaasna waa laga saaraa.',
  consentSteps: 'Sida shay halkan ku yimaaddo',
  consentStep: [
    'Qof ayaa sheekadiisa ku sheega luqaddiisa. Wuu qori karaa, wuu hadli karaa, wax buu sawiri karaa ama sawirro buu qaadi karaa.',
    'Waxaan weydiinnaa waxa aan ku samayn karno. Su’aal kasta gooni ayaa loo weydiiyaa. Haa mid la yiraahdo marnaba ma aha haa mid kale.',
    'Qofku wuxuu akhriyaa, arkaa ama maqlaa shayga dhammaaday ka hor dadka kale oo dhan.',
    'Haddii intaas kadib qof uu beddelo xitaa hal xaraf, shaygu websaydhka wuu ka baxaa ilaa qofku mar kale haa yiraahdo.',
    'Qof kasta oo lagu garan karo sawir, duubis ama erayada isagana waa la weydiiyaa.',
  ],
  consentGrid: 'Waxa aan weydiinno',
  consentGridText:
    'Sanduuq kasta waa su’aal gooni ah. Qofku calaamad ayuu geliyaa si uu haa u yiraahdo. Sanduuq madhani waa maya. Jawaab la’aani waa maya.',
  consentUse: 'Ma isticmaali karnaa…',
  consentUses: {
    web: 'websaydhkan dushiisa',
    search: 'raadinta websaydhkan iyo matoorrada raadinta dhexdooda',
    exhibition: 'bandhig dhexdiis',
    evidence: 'si loo taageero waxa dadka halkan joogaa codsadaan',
    print: 'warqad dusheed, sida buug-yare',
    social: 'baraha bulshada dhexdooda',
    press: 'wargeysyada ama raadiyaha dhexdooda',
    teaching: 'si wax loogu baro',
    research: 'si cilmi-baarayaashu u isticmaalaan',
    deposit: 'si loogu hayo kayd xiran',
    ai: 'si AI loogu tababaro',
    'open-licence': 'iyadoo leh ruqsad qof kasta u oggolaata inuu koobiyeeyo',
  },
  consentKinds: {
    words: 'Erayo',
    pictures: 'Sawirro',
    voice: 'Cod',
  },
  consentBox: 'haa, ama madhan',
  consentNames: 'Sida dadka loo magacaabo',
  consentNamesText:
    'Qof kastaa wuu doortaa: magaciisa oo buuxa, magaciisa koowaad, magac uu isagu samaystay, magaca koox, ama magac la’aan. Taas oo keliya ayaan muujinnaa, wax ka badan ma muujinno.',
  consentTime: 'Inta oggolaanshuhu jiro',
  consentTimeText:
    'Oggolaansho kasta wuxuu leeyahay maalin uu ku dhammaado. Marnaba kama badna shan sano. Marka maalintaasi timaaddo, mar kale ayaan weydiinnaa. Haddii aan oggolaansho cusub la helin, shayga maalintaas ayaa laga saaraa.',
  consentLimits: 'Waxa aan ballan qaadi karin',
  consentLimitsText: [
    'Shay waan ka saari karnaa websaydhkan. Ma soo celin karno nuqullada ay dad kale sameeyeen, sida sawirka shaashadda ama warqad la daabacay.',
    'Shirkadaha AI waxaan ka codsannaa inaysan isticmaalin sheekadaada. Kuma qasbi karno inay na maqlaan.',
    'Haddii aad rabto inaad hubto inuusan AI marnaba arkin, naga codso inaan ku muujinno warqad ama qol oo keliya.',
  ],
  markTitle: 'Waxa dadkii sameeyey haa ku yiraahdeen',
  markOnly: '{kinds} oo keliya',
  markChosen: 'kuwa ay doorteen oo keliya',
  markNoAi: 'Maya tababarka AI',
  markElse: 'Wax kale maya. Isticmaal kasta oo kale, marka hore weydii.',
  markHow: 'Sida oggolaanshuhu u shaqeeyo',

  consentWho: 'Cidda go’aanka leh',
  consentWhoText:
    'Dadka shayga ku jira ayaa go’aanka leh. Iyaga ayay doorashadu u taal, mayana waa jawaab wanaagsan. Haddii ay maya yiraahdaan, wax kale oo iyaga khuseeya isma beddelo: fasal, lacag ama daryeelkooda midna.',
  consentMind: 'Haddii aad go’aankaaga beddesho',
  consentMindText:
    'Mid naga mid ah u sheeg, si kasta oo aad rabto. Uma baahnid inaad sheegto sababta. Waxaan ku qarinnaa hal maalin oo shaqo gudaheed, waxaanna ku dhammaynaa 30 maalmood gudahood.',

  ledger: 'Cidda go’aanka leh',
  ledgerLead:
    'Dadka shay kasta ku jira ayaa go’aanka leh. Waa kan waxa aan samayno, waxa aan samayn, iyo isugeynta.',
  ledgerWho: 'Cidda ra’yi leh',
  ledgerWhoList: [
    'Qofka shay sameeyey ayaa sheega in la muujiyo, meesha lagu muujiyo, iyo magaca la saaro.',
    'Qof kasta oo lagu garan karo sawir, cod ama erayada ra’yi ayuu ku leeyahay qaybtaas.',
    'Mid kooxdayada ka mid ah ayaa shay kasta marka hore akhriya oo eega wax qof dhibi kara. Shay wuu reebi karaa. Marnaba ma muujin karo shay aan oggolaansho lahayn.',
    'Mar kasta oo websaydhkan la sameeyo, barnaamij ayaa hubiya oggolaansho kasta. Haddii mid maqan yahay, qaybtaas dibadda ayay ku hadhaysaa.',
  ],
  ledgerEdit: 'Waxa aan wax ka beddelno',
  ledgerEditList: [
    'Erayada qofna ma beddelno. Haddii aan khalad aragno, waan weydiinnaa.',
    'Xogta qarsoon waxaan ka saarnaa sawirrada iyo codka, sida meesha iyo waqtiga.',
    'Waxaan dabooli karnaa weji ama ka reebi karnaa magac. Qofkii sameeyey ayaa marka hore arka.',
    'Waan sheegnaa marka wax tarjumaad yihiin.',
  ],
  ledgerRefuse: 'Waxa aan diidno',
  ledgerRefuseList: [
    'Qayb aan oggolaansho ka haysan qof kasta oo ku jira.',
    'Erayo loogu talagalay in dadka lagu dhaawaco.',
    'Sheeko ku saabsan caafimaadka qof kale, haddii qofkaas aan la weydiin.',
    'Siyaabaha qof isku dhaawaco, iyo daawooyin dhib keeni kara.',
    'Isticmaal kasta oo dadkii sameeyey aysan haa ku oran, cid kasta oo na weydiisata.',
  ],
  ledgerCount: 'Isugeynta',
  ledgerShown: 'Waxyaabaha maanta la muujiyo',
  ledgerLanguages: 'Luqadaha ay ku jiraan',
  ledgerDown: 'Waxyaabihii laga saaray {year}',
  ledgerFew: 'in ka yar shan',
  ledgerWhy:
    'Shay waa laga saaraa marka qof go’aankiisa beddelo ama marka oggolaanshuhu dhammaado. Marnaba ma sheegno kee, ama sababta. Lambar shan ka yar ma muujinno, mana tirinno magaalo ahaan ama bandhig ahaan. Lambar yari qof ayuu tilmaami karaa.',
};
