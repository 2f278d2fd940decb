import type { Subjects } from '#i18n/subjects.ts';

/** No speaker has checked these words. */
export const door: Subjects['door'] = {
  beingMadeTitle: 'Ta strona powstaje od nowa',
  beingMadeText: 'Wróć za kilka minut.',
  faultTitle: 'Coś poszło nie tak po naszej stronie',
  fault:
    'To nie twoja wina, a to, o co prosisz, mogło się nie udać. Spróbuj ponownie za kilka minut. Jeśli coś trzeba zdjąć już teraz, zadzwoń do nas albo powiedz komuś, kogo tu znasz.',
  tooMuch:
    'To więcej, niż możemy przyjąć, więc nic nie zrobiono. Wyślij mniej i spróbuj jeszcze raz.',
  tooSlow: 'To szło za długo, więc nic nie zrobiono. Spróbuj jeszcze raz.',
  refusedTitle: 'Tego nie zrobiono',
  notAsked: 'Ten adres nie przyjmuje tego, co wysłano. Nic nie zmieniono.',

  signInTitle: 'Wejdź do panelu',
  signInLead:
    'Naciśnij przycisk, żeby wejść. Twój odnośnik działa raz i tylko przez krótki czas. Samo otwarcie tej strony go nie zużywa.',
  signInGo: 'Wejdź',
  signInUsedTitle: 'Ten odnośnik nie otwiera panelu',
  signInUsed:
    'Odnośnik do wejścia działa raz, przez piętnaście minut. Poproś o nowy osobę, która dba o archiwum: pokazuje się on przy każdym uruchomieniu archiwum.',
};
