import type { Subjects } from '#i18n/subjects.ts';

/** No speaker has checked these words. */
export const exhibitions: Subjects['exhibitions'] = {
  exhibitionsLead: 'படைப்புகளை அறிந்தவர்கள் தேர்ந்தெடுத்து ஒன்றாக வைத்தவை.',
  curatedBy: 'ஒன்றாக வைத்தவர்:',
  openFrom: '{day} முதல்',
  openUntil: '{day} வரை',
  openBetween: '{from} முதல் {until} வரை',
  seePiece: 'முழுப் படைப்பையும் பார்',
  worksHere: 'இங்கே காட்டப்படும் ஒவ்வொன்றும், படைத்தவர் இந்தக் கண்காட்சிக்கு ஆம் சொன்னதால் இங்கே உள்ளது.',
};
