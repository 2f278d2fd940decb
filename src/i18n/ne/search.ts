import type { Subjects } from '#i18n/subjects.ts';

/** No speaker has checked these words. */
export const search: Subjects['search'] = {
  searchLead: 'कुनै पनि भाषामा एउटा शब्द लेख्नुहोस्।',
  searchLabel: 'तपाईं के खोज्दै हुनुहुन्छ?',
  searchGo: 'खोज्नुहोस्',
  searchNarrow: 'यो मात्र देखाउनुहोस्',
  searchAny: 'सबै',
  searchLanguage: 'भाषा',
  searchTheme: 'विषय',
  searchPlace: 'सहर',
  searchKind: 'किसिम',
  searchSeries: 'परियोजना',
  searchClose: 'मिल्दोजुल्दो',
  searchOneHint: 'विषय वा सहर छान्नुहोस्, दुवै होइन। यसले कसैलाई छुट्ट्याएर चिनिन दिँदैन।',
  searchNoScript: 'खोजलाई स्क्रिप्ट चाहिन्छ, र स्क्रिप्ट बन्द छ। यहाँबाट सबै भेट्न सक्नुहुन्छ:',
  searchWorking: 'खोज्दै…',
  searchSome: 'हामीले यो भेट्यौँ।',
  searchMany: { one: '{count} रचना भेटियो।', other: '{count} रचना भेटिए।' },
  searchNone: 'त्यसका लागि केही भेटिएन। अर्को शब्द लेख्नुहोस्, वा यहाँबाट हेर्नुहोस्:',
  searchBroken: 'खोज अहिले चलेको छैन। तैपनि यहाँबाट हेर्न सक्नुहुन्छ:',
  searchMore: 'अरू देखाउनुहोस्',
  searchResults: 'भेटिएका',
  searchPages: 'पानाहरू',
};
