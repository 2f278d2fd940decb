import type { Subjects } from '#i18n/subjects.ts';

/** No speaker has checked these words. */
export const paper: Subjects['paper'] = {
  paper: {
    title: 'अपनी कहानी काग़ज़ पर साझा करें',
    lead: 'हाँ के लिए ख़ाने में सही का निशान लगाएँ। ख़ाली ख़ाने का मतलब नहीं है। ग़लती हो गई? ख़ाने को काला कर दें और साथ में लिख दें कि आप क्या कहना चाहते हैं। आप किसी से लिखवा भी सकते हैं।',
    print: 'दोनों तरफ़ A4 के एक ही काग़ज़ पर छापें, पूरे आकार में (100 %)।',
    otherLanguages: 'किसी और भाषा में',
    picturesYes: 'हाँ, वे इस काग़ज़ के साथ हैं',
    soundYes: 'हाँ, या कोई मुझे रिकॉर्ड करेगा',
    form: 'जानकारी पर्चा {sheet} · फ़ॉर्म {code}',
    explained: 'जिसने समझाया उसके लिए: किसने, कैसे और किस भाषा में?',
    explainedLine: 'किस भाषा में, और किस दिन?',
    by: {
      facilitator: 'टीम में से किसी ने',
      champion: 'चैंपियन ने',
      'support-worker': 'मदद करने वाले ने',
      'somebody-else': 'किसी और ने',
    },
    how: {
      paper: 'हाँ इस काग़ज़ पर है',
      'in-person': 'हाँ बोलकर कही गई',
      audio: 'हाँ रिकॉर्ड की गई',
    },
    interpreter: {
      none: 'कोई दुभाषिया नहीं',
      professional: 'पेशेवर दुभाषिए के साथ',
      trained_peer: 'सीखे हुए साथी के साथ',
    },
  },
};
