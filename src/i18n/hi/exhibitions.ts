import type { Subjects } from '#i18n/subjects.ts';

/** No speaker has checked these words. */
export const exhibitions: Subjects['exhibitions'] = {
  exhibitionsLead: 'चुनी हुई चीज़ें, उन लोगों ने जोड़ीं जो इन्हें जानते हैं।',
  curatedBy: 'जोड़ने वाले:',
  openFrom: '{day} से',
  openUntil: '{day} तक',
  openBetween: '{from} से {until} तक',
  seePiece: 'पूरी चीज़ देखें',
  worksHere: 'यहाँ हर चीज़ इसलिए है कि बनाने वाले ने इस प्रदर्शनी के लिए हाँ कही।',
};
