import type { Subjects } from '#i18n/subjects.ts';

/** No speaker has checked these words. */
export const care: Subjects['care'] = {
  care: {
    title: 'Daryeelka dadka',
    lead: 'Dadka weydii sida ay yihiin, una gudbi mahadcelinta loo soo diray.',
    ask: 'Weydii sida ay yihiin',
    noneToAsk: 'Labada toddobaad ee soo socda cid la weydiiyo ma jirto.',
    person: '{person}, oo sameeyey {id}',
    due: 'Weydii ugu dambayn {day}.',
    safeWay: 'Sida ammaanka ah ee lagula xiriiro:',
    noSafeWay: 'Si ammaan ah oo lagula xiriiro lama qorin. Weydii cidda taqaan.',
    safeTime: 'Waqtiga ammaanka ah:',
    who: 'Muuji cidda ay yihiin',
    asked: 'Waan weydiiyey',
    thanks: 'Mahadcelin sugaysa',
    noThanks: 'Mahadcelin sugaysa ma jirto.',
    thanksFor: 'Waxay u socotaa cidda samaysay {id}. Waxay timid {day}.',
    gone: 'Marka hore erayada si ammaan ah u gudbi. Marka aad badhamada mid riixdo erayadu way tagayaan, oo cidina halkan mar kale kama akhriyi karto.',
    passed: 'Waan gudbiyey',
    dropped: 'Waa inaan la gudbin',
    over: 'Waxba lama beddelin. Qof kale ayaa laga yaabaa inuu hore u sameeyey.',
  },
};
