import type { Subjects } from '#i18n/subjects.ts';

/** No speaker has checked these words. */
export const door: Subjects['door'] = {
  beingMadeTitle: 'Boggan mar kale ayaa la samaynayaa',
  beingMadeText: 'Fadlan dhowr daqiiqo kadib soo noqo.',
  faultTitle: 'Wax baa dhinacayaga ka khaldamay',
  fault:
    'Khaladku kaaga ma aha, waxaad codsatayna waa laga yaabaa inaan la samayn. Fadlan dhowr daqiiqo kadib mar kale isku day. Haddii ay tahay in wax hadda laga saaro, na soo wac, ama u sheeg qof kasta oo aad halkan ka taqaan.',
  tooMuch:
    'Kani waa ka badan yahay inta aan qaadi karno, markaa waxba lama samayn. Wax ka yar dir, oo mar kale isku day.',
  tooSlow: 'Kani aad buu u daahay, markaa waxba lama samayn. Fadlan mar kale isku day.',
  refusedTitle: 'Tan lama samayn',
  notAsked: 'Ciwaankani ma qaato waxa la soo diray. Waxba lama beddelin.',

  signInTitle: 'Gal miiska shaqada',
  signInLead:
    'Riix badhanka si aad u gasho. Linkigaagu hal mar ayuu shaqeeyaa, waqti gaaban oo keliya. In boggan la eego ma isticmaasho.',
  signInGo: 'Gal',
  signInUsedTitle: 'Linkigani ma furo miiska shaqada',
  signInUsed:
    'Linkiga gelitaanku hal mar ayuu shaqeeyaa, shan iyo toban daqiiqo. Weydii cidda kaydka ilaalisa mid cusub: mar kasta oo kaydka la bilaabo ayaa la muujiyaa.',
};
