import type { Subjects } from '#i18n/subjects.ts';

/** No speaker has checked these words. */
export const search: Subjects['search'] = {
  searchLead: 'किसी भी भाषा में एक शब्द लिखें।',
  searchLabel: 'आप क्या ढूँढ रहे हैं?',
  searchGo: 'खोजें',
  searchNarrow: 'सिर्फ़ यह दिखाएँ',
  searchAny: 'सब',
  searchLanguage: 'भाषा',
  searchTheme: 'विषय',
  searchPlace: 'क़स्बा',
  searchKind: 'क़िस्म',
  searchOneHint: 'विषय या क़स्बा चुनें, दोनों नहीं। इससे किसी एक को पहचानना मुश्किल रहता है।',
  searchNoScript: 'खोज को स्क्रिप्ट चाहिए, और स्क्रिप्ट बंद हैं। आप यहाँ से सब कुछ ढूँढ सकते हैं:',
  searchWorking: 'खोज रहे हैं…',
  searchSome: 'हमें यह मिला।',
  searchMany: { one: '{count} चीज़ मिली।', other: '{count} चीज़ें मिलीं।' },
  searchNone: 'इसके लिए कुछ नहीं मिला। कोई और शब्द लिखें, या यहाँ से देखें:',
  searchBroken: 'खोज इस समय नहीं चल रही। आप फिर भी यहाँ से देख सकते हैं:',
  searchMore: 'और दिखाएँ',
  searchResults: 'जो मिला',
  searchPages: 'पन्ने',

  searchSeries: 'परियोजना',
  searchClose: 'मिलते-जुलते नतीजे',
};
