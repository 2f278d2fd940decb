import type { Subjects } from '#i18n/subjects.ts';

/** No speaker has checked these words. */
export const search: Subjects['search'] = {
  searchLead: 'எந்த மொழியிலும் ஒரு சொல்லை எழுதுங்கள்.',
  searchLabel: 'நீங்கள் எதைத் தேடுகிறீர்கள்?',
  searchGo: 'தேடு',
  searchNarrow: 'இதை மட்டும் காட்டு',
  searchAny: 'எல்லாம்',
  searchLanguage: 'மொழி',
  searchTheme: 'கருப்பொருள்',
  searchPlace: 'ஊர்',
  searchKind: 'வகை',
  searchSeries: 'திட்டம்',
  searchClose: 'கிட்டத்தட்டப் பொருந்துபவை',
  searchOneHint:
    'கருப்பொருள் அல்லது ஊரைத் தேர்ந்தெடுங்கள், இரண்டும் வேண்டாம். ஒருவரைத் தனியே கண்டுபிடிக்காமல் இருக்க இது உதவும்.',
  searchNoScript:
    'தேடலுக்கு ஸ்கிரிப்ட் தேவை, அது நிறுத்தப்பட்டுள்ளது. இங்கிருந்து எல்லாவற்றையும் கண்டுபிடிக்கலாம்:',
  searchWorking: 'தேடுகிறது…',
  searchSome: 'நாங்கள் கண்டுபிடித்தவை.',
  searchMany: { one: '{count} படைப்பு கிடைத்தது.', other: '{count} படைப்புகள் கிடைத்தன.' },
  searchNone: 'இதற்கு எதுவும் கிடைக்கவில்லை. வேறு சொல்லை எழுதுங்கள், அல்லது இங்கிருந்து பாருங்கள்:',
  searchBroken: 'தேடல் இப்போது வேலை செய்யவில்லை. நீங்கள் இங்கிருந்து பார்க்கலாம்:',
  searchMore: 'மேலும் காட்டு',
  searchResults: 'கிடைத்தவை',
  searchPages: 'பக்கங்கள்',
};
