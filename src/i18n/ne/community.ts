import type { Subjects } from '#i18n/subjects.ts';

/** No speaker has checked these words. */
export const community: Subjects['community'] = {
  priorities: 'तपाईंले भन्नुभयो, के बदलियो',
  prioritiesLead: 'यहाँका मानिसले के माग्छन्, र NHS, काउन्सिल र अरूले के जवाफ दिए।',
  prioritiesAll: 'मानिसले मागेका सबै कुरा',
  answers: 'उनीहरूले दिएको जवाफ',
  answersWhose: 'यी शब्द त्यस संस्थाका हुन्, हाम्रा होइनन्।',
  answeredOn: '{day} मा जवाफ दिए',
  answerNone: 'यसको जवाफ अहिलेसम्म कसैले दिएको छैन।',
  answerStatus: {
    heard: 'उनीहरूले सुनेका छन्।',
    planned: 'उनीहरू यो गर्ने सोचमा छन्।',
    'under-way': 'उनीहरूले सुरु गरेका छन्।',
    done: 'उनीहरू भन्छन्, यो भइसक्यो।',
    cannot: 'उनीहरू भन्छन्, यो गर्न सक्दैनन्।',
  },
  answerWords: {
    changed: 'मानिसले यो माग्ने शब्द पछि बदलिएका छन्। यो जवाफ त्यतिबेलाका शब्दको हो।',
    unknown: 'यो कुन शब्दको जवाफ हो भनेर हामीले टिपेनौँ। माथिका शब्द नहुन पनि सक्छन्।',
  },
  answerEarlier: 'यो पहिलेका शब्दको जवाफ हो।',
  behind: 'यसको पछाडिका रचना',
  behindThemes: 'यसबारे अरू',
  assets: 'ठाउँ र समूह',
  assetsLead: 'यहाँका मानिसले आफूलाई राम्रो गर्छ भनेका समूह, ठाउँ र काम।',
  assetsHere: 'यहाँका ठाउँ र समूह',
  assetsNoTown: 'कुनै एउटै सहरमा होइन',
  assetKind: { organisation: 'समूह', space: 'ठाउँ', activity: 'गर्न मिल्ने काम' },
};
