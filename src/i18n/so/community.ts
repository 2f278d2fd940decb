import type { Subjects } from '#i18n/subjects.ts';

/** No speaker has checked these words. */
export const community: Subjects['community'] = {
  priorities: 'Wixii aad tiraahdeen, wixii is beddelay',
  prioritiesLead:
    'Waxa dadka halkan joogaa codsadaan, iyo waxa NHS, golaha deegaanka iyo kuwa kale ka jawaabeen.',
  prioritiesAll: 'Dhammaan waxa dadku codsadaan',
  answers: 'Waxa ay ka jawaabeen',
  answersWhose: 'Kuwani waa erayada ururka, ma aha kuweenna.',
  answeredOn: 'Waxaa laga jawaabay {day}',
  answerNone: 'Weli cidina kama jawaabin.',
  answerStatus: {
    heard: 'Way maqleen.',
    planned: 'Waxay qorshaynayaan inay sameeyaan.',
    'under-way': 'Way bilaabeen.',
    done: 'Waxay leeyihiin waa la dhammeeyey.',
    cannot: 'Waxay leeyihiin ma samayn karaan.',
  },
  answerWords: {
    changed:
      'Erayada dadku tan ku codsadaan intaas kadib way is beddeleen. Jawaabtani waxay ku socotaa erayadii markaas jiray.',
    unknown:
      'Ma aannu qorin erayada ay jawaabtani ku socoto. Waxay ahaan karaan erayo ka duwan kuwa kor ku qoran.',
  },
  answerEarlier: 'Tani waxay ka jawaabaysaa erayadii hore.',
  behind: 'Waxyaabaha taageeraya',
  behindThemes: 'Wax kale oo arrintan ku saabsan',
  assets: 'Goobo iyo kooxo',
  assetsLead:
    'Kooxo, goobo iyo waxyaabo la qabto oo dadka halkan joogaa yiraahdeen way u roon yihiin.',
  assetsHere: 'Goobaha iyo kooxaha halkan ku yaal',
  assetsNoTown: 'Magaalo keliya kuma koobna',
  assetKind: {
    organisation: 'Koox',
    space: 'Goob',
    activity: 'Wax la qabto',
  },
};
