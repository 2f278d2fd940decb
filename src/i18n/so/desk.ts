import type { Subjects } from '#i18n/subjects.ts';

/** No speaker has checked these words. */
export const desk: Subjects['desk'] = {
  calendar: {
    name: 'Maalmaha kaydka',
    ends: 'Oggolaanshaha {person} wuu dhammaanayaa: {id}',
    askAgain: 'Mar kale weydii {person}: {id}',
    opens: 'Laga bilaabo maanta waa la muujin karaa: {id}',
    leaves: 'Wuxuu ka baxayaa bandhigga {exhibition}: {work}',
  },
  daily: {
    title: 'Kaydka maanta',
    day: 'London waa {day}.',
    site: 'Websaydhka',
    builtFor: 'Websaydhka dadku arkaan waa kan {day}.',
    stale: {
      unreadable: 'Lama garan karo goorta websaydhka la sameeyey. U sheeg cidda ilaalisa.',
      'from-the-future':
        'Websaydhku wuxuu leeyahay waxaa la sameeyey maalin aan weli iman. Hubi saacadda kombiyuutarkan.',
      'too-old':
        'Websaydhku aad buu u duug yahay. Wixii hadda laga saari lahaa ayaa weli ku jiri kara. U sheeg cidda ilaalisa.',
      'another-day':
        'Websaydhka waxaa la sameeyey maalin dhammaatay. U sheeg cidda ilaalisa haddii ay sidaas ahaato.',
    },
    making: {
      idle: 'Hadda waxba lama samaynayo.',
      working: 'Hadda websaydh cusub ayaa la samaynayaa.',
      failed:
        'Isku daygii ugu dambeeyey ee websaydhka lagu samaynayey ma guulaysan. Kii hore ayaa taagan. Iskiis ayuu mar kale isku dayaa.',
    },
    waiting: 'Waxa adiga kaa sugaya inaad eegto',
    noneWaiting: 'Wax hubin sugaya ma jiraan.',
    waits: { one: 'Wuxuu sugayey {count} maalin.', other: 'Wuxuu sugayey {count} maalmood.' },
    waitsToday: 'Wuxuu sugayey wax ka yar maalin.',
    missingTitle: 'Weli maqan:',
    missing: {
      unreadable: 'lama akhrin karo sida uu yahay',
      unasked: {
        one: 'in la weydiiyo {count} qof oo ku jira',
        other: 'in la weydiiyo {count} qof oo ku jira',
      },
      unanswered: {
        one: 'jawaabta {count} qof oo la weydiiyey',
        other: 'jawaabta {count} qof oo la weydiiyey',
      },
      descriptions: {
        one: 'waxa ka muuqda sawirka {pictures}',
        other: 'waxa ka muuqda sawirrada {pictures}',
      },
      transcript: 'erayada duubista',
      yes: 'oggolaansho wax uun ah',
      credit: 'magaca ay rabaan in lagu muujiyo',
      review: 'qof hubiya oo haa yiraahda',
    },
    down: 'La saaray, lamana dhammayn',
    downNow:
      'Waa qarsoon yahay tan iyo {moment}. Websaydhka waxaa la samaynayaa isagoo aan ku jirin.',
    downHeld: 'Waa la joojiyey tan iyo {moment}. Sidaas ayuu ahaanayaa ilaa qof eego.',
    support: 'Khadadka caawimaadda ee mar kale la hubinayo',
    supportLead: 'Wac, oo maalinta qor. Lambar aan meelna geyn wuu dhibaa.',
    supportNever: 'weli cidina ma hubin',
    supportSettings: 'Fur dejinta',
    supportAsk: 'Maamule ayaa beddeli kara.',
    careCount: {
      one: '{count} wax oo dadka loo qabto',
      other: '{count} wax oo dadka loo qabto',
    },
    mend: 'Sax',
    soon: 'Waxa dhowaan dhammaada, furma ama la saaro',
    noneSoon: {
      one: '{count} maalin ee soo socota waxba ma jiraan.',
      other: '{count} maalmood ee soo socda waxba ma jiraan.',
    },
    changed: 'Ma aha nuqulkii la oggolaaday',
    noneChanged: 'Wax walba waa sidii loo oggolaaday.',
    undescribed: 'Sawirro aan sharraxaad lahayn',
    undescribedLead: 'Lama muujiyo ilaa qof qoro waxa ka muuqda.',
    copies: 'Nuqullada dad kale haystaan',
    copiesLead:
      'Wax ku jira lama isticmaali karo mar dambe. Qofka haysta weydii inuu burburiyo, oo badhanka riix marka uu yidhaahdo waa la sameeyey.',
    copiesDone: 'Waa la burburiyey',
    copiesNobody: 'cidina ma qorin cidda haysata',
    copiesOne: 'nuqul {use}, oo ah {day}:',
    gaps: 'Meelo bannaan oo bandhigyada ah',
    gapsLead: 'Akhristayaashu meel bannaan ma arkaan. Wax kale geli, ama sadarka ka saar.',
    noGaps: 'Bandhig meel bannaan leh ma jiro.',
    unreadable: 'Kaydka lama akhrin karo. Tan marka hore sax:',
    calendar: 'Maalmaha oo fayl kalandar ah',
    calendarHow:
      'Si aad u gelisid kalandarkaaga, weydii cidda kaydka ilaalisa ciwaanka kalandarka.',
    editor: 'Qor, hubi oo daabac',
  },
  desk: {
    signInFirstTitle: 'Fadlan marka hore soo gal',
    signInFirst:
      'Fur linkigaaga gelitaanka, kadib ciwaankan ku soo noqo. Linki cusub ayaa la muujiyaa mar kasta oo kaydka la bilaabo.',
    signInToTake:
      'Marka hore fur linkigaaga gelitaanka, kadib boggan ku soo noqo. Waxba lama beddelin.',
    onTelephone:
      'Haddii qof taleefanka ku sugayo: cidda kaydka ilaalisa waxay ku saari kartaa amarka “archive withdraw”.',
    fault:
      'Wax baa kaydka ka khaldamay, waxaad codsatayna waa laga yaabaa inaan la samayn. Erayadaadu weli halkan ayay joogaan: eeg in la sameeyey, oo mar kale isku day.',
    elsewhereTitle: 'Tani kama iman bogga miiska shaqada',
    elsewhere: 'Waxba lama beddelin. Bogga mar kale fur oo mar kale isku day.',
    notDoneTitle: 'Tan lama samayn karin',
    notHereTitle: 'Shaygani halkan ma joogo',
    notHere: 'Waa laga yaabaa in hore loo saaray. Waxba lama beddelin.',
    allPieces: 'Dhammaan waxyaabaha',
    takeTitle: 'Shay ka saar',
    takeLead:
      'Qof soo waca, soo qora ama kuu sheega dartiis. Uma baahnid inaad weydiiso sababta. Dooro shayga; mar kale ayaa lagu weydiinayaa.',
    find: 'Ku raadi cinwaanka ama aqoonsiga',
    findGo: 'Raadi',
    noneFits: 'Shay ku habboon ma jiro.',
    moreFit: {
      one: '{count} kale. Kor ku qor qayb cinwaanka ama aqoonsiga ka mid ah.',
      other: '{count} kale. Kor ku qor qayb cinwaanka ama aqoonsiga ka mid ah.',
    },
    takeDown: 'Ka saar',
    takeDownMeans:
      'Isla markiiba waa la qariyaa, meel kasta oo websaydhkan ah. Kadib websaydhka mar kale ayaa la sameeyaa isagoo aan ku jirin.',
    less: 'Ama wax ka yar',
    takeLess: 'Kan oo keliya ka saar',
  },
};
