import type { Subjects } from '#i18n/subjects.ts';

/** No speaker has checked these words. */
export const community: Subjects['community'] = {
  priorities: 'તમે કહ્યું, શું બદલાયું',
  prioritiesLead: 'અહીંના લોકો શું માગે છે, અને NHS, કાઉન્સિલ અને બીજાઓએ શું જવાબ આપ્યો છે.',
  prioritiesAll: 'લોકો જે માગે છે તે બધું',
  answers: 'તેમણે શું જવાબ આપ્યો',
  answersWhose: 'આ શબ્દો એ સંસ્થાના છે, અમારા નથી.',
  answeredOn: '{day}ના રોજ જવાબ આપ્યો',
  answerNone: 'હજી કોઈએ આનો જવાબ આપ્યો નથી.',
  answerStatus: {
    heard: 'તેમણે સાંભળ્યું છે.',
    planned: 'તેઓ આ કરવાનું વિચારે છે.',
    'under-way': 'તેમણે શરૂ કર્યું છે.',
    done: 'તેઓ કહે છે કે આ થઈ ગયું છે.',
    cannot: 'તેઓ કહે છે કે તેઓ આ કરી શકતા નથી.',
  },
  answerWords: {
    changed: 'લોકો જે શબ્દોમાં આ માગે છે તે પછીથી બદલાયા છે. આ જવાબ ત્યારના શબ્દોનો છે.',
    unknown: 'આ જવાબ કયા શબ્દોનો છે તે અમે નોંધ્યું નથી. કદાચ તે ઉપરના શબ્દો ન પણ હોય.',
  },
  answerEarlier: 'આ જવાબ પહેલાંના શબ્દોનો છે.',
  behind: 'આની પાછળની રચનાઓ',
  behindThemes: 'આના વિશે વધુ',
  assets: 'જગ્યાઓ અને જૂથો',
  assetsLead: 'એવાં જૂથ, જગ્યાઓ અને કામ, જેનાથી અહીંના લોકો કહે છે કે તેમને સારું લાગે છે.',
  assetsHere: 'અહીંની જગ્યાઓ અને જૂથો',
  assetsNoTown: 'કોઈ એક શહેરમાં નહીં',
  assetKind: { organisation: 'જૂથ', space: 'જગ્યા', activity: 'કંઈક કરવાનું' },
};
