import type { Subjects } from '#i18n/subjects.ts';

/** No speaker has checked these words. */
export const editor: Subjects['editor'] = {
  editor: {
    title: 'Pisz na dużym ekranie',
    lead: 'Wszystkie pytania na jednej stronie. Na telefonie łatwiej jest z jednym pytaniem na stronie.',
    mine: 'Co piszę',
    create: 'Napisz coś nowego',
    toForm: 'Jedno pytanie na stronie',
    noScript:
      'Ta strona potrzebuje JavaScriptu. Formularz z jednym pytaniem na stronie go nie potrzebuje.',
    opening: 'Otwieranie…',
    nothing: 'Nic tu jeszcze nie ma.',
    number: 'Numer tej pracy',
    pictureOthers: 'Czy na tym obrazie można rozpoznać kogoś innego?',
    save: 'Zapisz',
    saving: 'Zapisywanie…',
    saved: 'Zapisano',
    unsaved: 'Jeszcze nie zapisano',
    writing: 'Jeszcze w pisaniu',
    sent: 'Wysłane, czeka',
    change: 'Zmienianie…',
    lookFirst:
      'Najpierw to zapisz. Potem to obejrzysz i wyślesz. Osoby, które tu pracują, widzą to, co zapisano.',
    lookAndSend: 'Obejrzyj i wyślij',
    remove: 'Usuń',
    removing: 'Usuwanie…',
    removeAsk: 'Usunąć to? Nie da się tego przywrócić.',
    removed: 'Usunięto.',
    leaveAsk: 'Opuścić tę stronę? To, czego nie zapisano, przepadnie.',
    keptAsk: 'To urządzenie zachowało tekst, którego nie zapisano. Użyć go?',
    saveFirst: 'Najpierw to zapisz.',
    missing: 'Czegoś jeszcze brakuje. Poszukaj czerwonych słów, potem zapisz.',
    needed: 'potrzebne',
    add: 'Dodaj',
    open: 'Otwórz',
    close: 'Zamknij',
    move: 'Przesuń w górę lub w dół',
    notDone: 'Tego nie zrobiono. Nic nie przepadło.',
    another: 'Wybierz inne',
    takeOut: 'Wyjmij',
    arrived: 'Jest tutaj. Naciśnij Zapisz, żeby to zachować.',
    sending: 'Wysyłanie… {percent}',
    noShow: 'Tego pliku nie można tu jeszcze pokazać. Jest bezpiecznie przechowany.',
    signedOut:
      'Nastąpiło wylogowanie. Zostaw tę stronę otwartą, wejdź znowu w innym oknie, potem zapisz.',
    noLine: 'Nie mogliśmy połączyć się z archiwum. Twoje słowa nadal tu są. Spróbuj za chwilę.',
    wentWrong:
      'Coś poszło nie tak. Wczytaj tę stronę jeszcze raz. Jeśli to się powtórzy, powiedz komuś z nas.',
    problem: {
      'not-here': 'Tego tu nie ma.',
      'not-allowed': 'Nie możesz tego zrobić. Nic nie zmieniono.',
      'not-answers':
        'Jest w tym coś, o czym nie możesz tu decydować. Nic nie zapisano. Wczytaj tę stronę jeszcze raz.',
      'changed-here':
        'Ktoś inny zmienił to po otwarciu, więc nic nie zapisano. Skopiuj swoje słowa, otwórz to jeszcze raz i wklej je.',
      'send-by-looking': 'Najpierw to obejrzyj. Stamtąd to wyślesz.',
      'sent-stays':
        'To jest już wysłane, więc nie można tego tu usunąć. Swoim kodem możesz to w każdej chwili wycofać.',
      'somebody-in-it':
        'Według twojej odpowiedzi jest w tym ktoś jeszcze. Żeby to zmienić, zapytaj kogoś z nas. Nic nie zapisano.',
      older:
        'Żeby podać wyższy wiek niż za pierwszym razem, zapytaj kogoś z nas. Nic nie zapisano.',
      'no-maker': 'Ktoś z nas zmienił, kto to zrobił. Zapytaj kogoś z nas. Nic nie zapisano.',
      'not-your-file': 'Jeden z plików nie pochodzi stąd. Dodaj go jeszcze raz, potem zapisz.',
    },
  },
};
