import type { Subjects } from '#i18n/subjects.ts';

/** No speaker has checked these words. */
export const site: Subjects['site'] = {
  skipToContent: 'सीधे मुख्य हिस्से पर जाएँ',
  menu: 'मेन्यू',
  mainMenu: 'मुख्य सूची',
  siteLanguages: 'इस वेबसाइट की भाषा',
  stories: 'कहानियाँ',
  browse: 'सब देखें',
  exhibitions: 'प्रदर्शनियाँ',
  search: 'खोज',
  about: 'हमारे बारे में',
  home: 'पहला पन्ना',
  consent: 'हम इजाज़त कैसे लेते हैं',
  withdraw: 'मन बदल गया?',
  support: 'मदद लें',
  accessibility: 'सबके लिए आसानी',
  feed: 'नई चीज़ों की फ़ीड',
  footerMenu: 'इस वेबसाइट के बारे में और',
  footerPromise:
    'यहाँ जो कुछ है, किसी ने हाँ कहकर साझा किया है। वे कभी भी अपना मन बदल सकते हैं, और हम उसे हटा देते हैं।',
  updatedFor: 'ये पन्ने {day} के हिसाब से हैं।',
  uncheckedHere: 'इस भाषा में हमारे शब्द अभी किसी बोलने वाले ने नहीं जाँचे। कुछ ग़लत लगे तो हमें बताएँ।',
  untranslatedHere: 'इस पन्ने पर हमारी लिखी कुछ बातें अभी इस भाषा में नहीं हैं।',

  exitNow: 'यह पन्ना अभी छोड़ें',
  exitHint:
    'झट निकलने के लिए शिफ़्ट तीन बार दबाएँ। इससे आपके ब्राउज़र की हिस्ट्री नहीं मिटती, यानी दूसरे देख सकते हैं कि आप यहाँ आए थे।',

  tombstoneTitle: 'यह अब यहाँ नहीं है',
  tombstone: 'जो लोग {name} के साथ कुछ साझा करते हैं, वे कभी भी अपना मन बदल सकते हैं।',
  otherStories: 'दूसरी कहानियाँ',
  howWeCare: 'हम कहानियों का ख़याल कैसे रखते हैं',
  notFoundTitle: 'यह पन्ना हमें नहीं मिला',
  notFound: 'शायद पते में कोई ग़लती है, या पन्ना कहीं और चला गया है।',
};
