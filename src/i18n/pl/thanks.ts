import type { Subjects } from '#i18n/subjects.ts';

/** No speaker has checked these words. */
export const thanks: Subjects['thanks'] = {
  thanks: {
    title: 'Podziękuj',
    lead: 'Twoje słowa trafią do osób, które dbają o to archiwum. One czytają je pierwsze. Potem przekazują je dalej w bezpieczny sposób.',
    label: 'Twoje podziękowanie',
    limit: {
      one: 'Najwyżej {count} litera.',
      few: 'Najwyżej {count} litery.',
      many: 'Najwyżej {count} liter.',
      other: 'Najwyżej {count} litery.',
    },
    private: 'Nie podawaj nazwiska, numeru ani adresu. Ta osoba nie może odpisać.',
    send: 'Wyślij podziękowanie',
    sentTitle: 'Twoje podziękowanie jest w drodze',
    sent: 'Mamy twoje słowa. Ktoś z nas przeczyta je najpierw.',
    nothing: 'Nic nie było napisane. Nic nie wysłano.',
    tooLong: {
      one: 'To więcej niż {count} litera. Nic nie wysłano.',
      few: 'To więcej niż {count} litery. Nic nie wysłano.',
      many: 'To więcej niż {count} liter. Nic nie wysłano.',
      other: 'To więcej niż {count} litery. Nic nie wysłano.',
    },
    tooMany: 'Wiele osób wysyła teraz podziękowania. Nic nie wysłano. Spróbuj ponownie jutro.',
    back: 'Wróć do pracy',
  },
};
