import type { Subjects } from '#i18n/subjects.ts';

/** No speaker has checked these words. */
export const review: Subjects['review'] = {
  reviewQuestions: {
    people:
      'Qof kale ma ku magacaaban yahay ama ma lagu aqoonsan karaa: qaraabo, dhakhtar, shaqo-bixiye, ilmo?',
    health: 'Ma ka hadlaysaa caafimaadka qof kale?',
    abuse:
      'Ma ka hadlaysaa xadgudub, guur qasab ah, ama dhib sharaf loo geystay? Laba qof ha eegaan, mid bulshada ka mid ah.',
    migration:
      'Ma ka hadlaysaa socdaal ama magangalyo qof, ama shaqo aan warqado lahayn? Laba qof ha eegaan.',
    crime: 'Ma ka hadlaysaa dembi, ama kiis hadda maxkamad hor yaal?',
    belonging: 'Ma ka hadlaysaa diinta, qabiilka, jinsiga ama lab-dheddigga qof, hadda ama hore?',
    method: 'Ma sheegaysaa si qof isku dhaawaco ama isku dilo? Taas waa laga saaraa.',
    cure: 'Ma ka hadlaysaa daawo dhib keeni karta?',
    blame: 'Ma qof ayay xumaan ka sheegaysaa oo aan laga yaabo inay run tahay?',
    place:
      'Ma la arki karaa halka qof ku nool yahay, aado ama wax ku barto: guri, dharka dugsiga, caado maalinle ah?',
    small: 'Kooxdu ma u yar tahay in erayo kooban hal qof tilmaamaan?',
    against:
      'Qaraabo, lammaane hore, mulkiile guri, shaqo-bixiye, sarkaal ama wariye ma u adeegsan karaa cid ka dhan ah?',
    changed: 'Noloshu ma is beddeshay tan iyo markii la sheegay?',
    danger:
      'Qof hadda khatar ma ku jiraa? U sheeg cidda badbaadada u xilsaaran, oo halkan waxba ha ka qorin.',
  },
};
