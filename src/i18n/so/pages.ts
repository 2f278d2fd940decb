import type { Subjects } from '#i18n/subjects.ts';

/** No speaker has checked these words. */
export const pages: Subjects['pages'] = {
  homeTitle: 'Sheekooyin ka yimid meesha aan ku nool nahay, oo ay sheegeen dadka ku nool',
  homeLead:
    'Erayo, sawirro iyo codad ku saabsan caafimaadka, guriga iyo nolol maalmeedka. Mid kasta wuxuu ku qoran yahay luqadda qofka sheegay. Mid kasta wuxuu halkan u joogaa in qofkii sameeyey haa yiri.',
  homeStart: 'Akhri sheekooyinka',
  homeWays: 'Siyaabaha aad ku geli karto',
  homeMind: 'Go’aankaaga waad beddeli kartaa',
  homeMindText:
    'Haddii aad wax halkan ku wadaagtay, weli adigaa iska leh. Mid naga mid ah u sheeg si kasta oo aad rabto, waana laga saarayaa. Uma baahnid inaad sheegto sababta.',
  homeMindLink: 'Sida wax looga saaro',
  homeExhibition: 'Hadda la soo bandhigay',

  supportLead:
    'Waxyaabaha halkan qaarkood waxay kicin karaan dareen adag. Uma baahnid inaad keligaa qaaddo. Dadkani way ku caawin karaan.',
  supportNone: 'Weli khadad caawimaad halkan kuma qorna.',

  accessLead:
    'Waxaan rabnaa in qof kastaa akhriyi karo, maqli karo oo isticmaali karo websaydhkan.',
  accessDo: 'Waxa aad halkan ka samayn karto',
  accessDoList: [
    'Erayada laba jeer ka weynee. Waxba ma lumaan, waxna dhinaca kama baxaan.',
    'Websaydhka oo dhan ku isticmaal kiiboodh, ama akhriyaha shaashadda.',
    'Akhri waxa duubista laga yiri, haddii qofkii sameeyey erayada wadaagay.',
    'Websaydhka isticmaal JavaScript la’aan. Raadinta oo keliya ayaa u baahan.',
    'Taleefankaaga ama kombiyuutarkaaga ka dooro iftiin ama madow. Websaydhku wuu raacayaa.',
  ],
  accessNot: 'Waxa aan weli shaqayn',
  accessUnchecked: 'Weli qof ku hadla ma hubin {languages} ee badhamada iyo liisaska ku qoran.',
  accessNotList: [
    'Sawirrada waxaa la sharraxaa oo keliya marka qofkii sameeyey qoro sharraxaad.',
    'Luqadda dhegoolayaashu weli ma jirto.',
  ],
  accessTell: 'Noo sheeg',
  accessTellText:
    'Haddii wax ku hor istaagaan, siyaabahan mid kasta noogu sheeg. Sheeg bogga ay ahayd. Waxaan isku dayi doonnaa inaan waxa aad u baahan tahay kuugu siino qaab kale.',
  accessStandard:
    'Nooc kasta oo bog ah waxaan ku tijaabinnaa heerka websaydhka WCAG 2.2, heerka AA. Weli dad ayaa u baahan inay nala tijaabiyaan.',

  designTitle: 'Sida websaydhkani u eg yahay',
  designLead: 'Qayb kasta oo websaydhka ah iyo tusaale. Waxaa loogu talagalay dadka ka shaqeeya.',
  designColours: 'Midabbo',
  designContrast:
    'Lambarku mar kasta oo uu weynaado, akhrisku wuu fududaadaa. Waxaan u baahannahay 4.5.',
  designLight: 'Iftiinka: {ratio}',
  designDark: 'Mugdiga: {ratio}',
  designLetters: 'Xarfo',
  designPattern: 'Naqshad',
  designCards: 'Kaararka',
  designNote: 'Digniin ka hor shay',
  designPicture: 'Hal sawir',
  designPlayer: 'Duubis',
  designButtons: 'Badhamo iyo foomam',
  designDrawn: 'Waxa hal qof arko',
  designPrint: 'Warqad ahaan',
  designPrintText:
    'Liisaska, midabbada iyo daarayaasha waa laga reebaa. Shaygu wuxuu la joogaa magaciisa iyo xuquuqdiisa.',
};
