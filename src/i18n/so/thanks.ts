import type { Subjects } from '#i18n/subjects.ts';

/** No speaker has checked these words. */
export const thanks: Subjects['thanks'] = {
  thanks: {
    title: 'Mahad celi',
    lead: 'Erayadaadu waxay u tagaan dadka kaydkan ilaaliya. Iyagaa marka hore akhriya. Kadibna si ammaan ah ayay u gudbiyaan.',
    label: 'Mahadcelintaada',
    limit: { one: 'Ilaa {count} xaraf.', other: 'Ilaa {count} xaraf.' },
    private:
      'Ha ku qorin magacaaga, lambarkaaga iyo cinwaanka gurigaaga. Qofku jawaab kuuma soo qori karo.',
    send: 'Dir mahadcelinta',
    sentTitle: 'Mahadcelintaadu way socotaa',
    sent: 'Erayadaada waan helnay. Qof halkan jooga ayaa marka hore akhriya.',
    nothing: 'Waxba lama qorin. Waxba lama dirin.',
    tooLong: {
      one: 'Taasi way ka badnayd {count} xaraf. Waxba lama dirin.',
      other: 'Taasi way ka badnayd {count} xaraf. Waxba lama dirin.',
    },
    tooMany:
      'Dad badan ayaa hadda mahadcelin diraya. Waxba lama dirin. Fadlan berri mar kale isku day.',
    back: 'Ku noqo shayga',
  },
};
