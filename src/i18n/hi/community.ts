import type { Subjects } from '#i18n/subjects.ts';

/** No speaker has checked these words. */
export const community: Subjects['community'] = {
  priorities: 'आपने कहा, क्या बदला',
  prioritiesLead: 'यहाँ के लोग क्या माँगते हैं, और NHS, काउंसिल और दूसरों ने क्या जवाब दिया।',
  prioritiesAll: 'लोग जो कुछ माँगते हैं',
  answers: 'उन्होंने क्या जवाब दिया',
  answersWhose: 'ये संस्था के अपने शब्द हैं, हमारे नहीं।',
  answeredOn: 'जवाब की तारीख: {day}',
  answerNone: 'इसका जवाब अभी किसी ने नहीं दिया।',
  answerStatus: {
    heard: 'उन्होंने सुन लिया है।',
    planned: 'वे यह करना चाहते हैं।',
    'under-way': 'उन्होंने काम शुरू कर दिया है।',
    done: 'वे कहते हैं कि यह हो गया।',
    cannot: 'वे कहते हैं कि यह नहीं हो सकता।',
  },
  answerWords: {
    changed: 'इस जवाब के बाद माँग के शब्द बदल गए हैं। यह जवाब उस समय के शब्दों का है।',
    unknown: 'हमने यह नहीं लिखा कि यह किन शब्दों का जवाब है। हो सकता है वे ऊपर वाले शब्द न हों।',
  },
  answerEarlier: 'यह पहले वाले शब्दों का जवाब है।',
  behind: 'इसके पीछे की कहानियाँ',
  behindThemes: 'इसके बारे में और',
  assets: 'जगहें और समूह',
  assetsLead: 'वे समूह, जगहें और काम जिनके बारे में यहाँ के लोग कहते हैं कि उनसे भला होता है।',
  assetsHere: 'यहाँ की जगहें और समूह',
  assetsNoTown: 'किसी एक कस्बे में नहीं',
  assetKind: { organisation: 'समूह', space: 'जगह', activity: 'करने के लिए कुछ' },
};
