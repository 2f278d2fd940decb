import type { Subjects } from '#i18n/subjects.ts';

/** No speaker has checked these words. */
export const exhibitions: Subjects['exhibitions'] = {
  exhibitionsLead: 'रचना चिन्ने मानिसले छानेर सँगै राखेका।',
  curatedBy: 'सँगै राख्ने:',
  openFrom: '{day} देखि',
  openUntil: '{day} सम्म',
  openBetween: '{from} देखि {until} सम्म',
  seePiece: 'पूरा रचना हेर्नुहोस्',
  worksHere: 'यहाँ देखाइएको हरेक कुरा बनाउनेले यो प्रदर्शनीलाई हुन्छ भनेर यहाँ छ।',
};
