import type { Subjects } from '#i18n/subjects.ts';

/** No speaker has checked these words. */
export const care: Subjects['care'] = {
  care: {
    title: 'Dbanie o ludzi',
    lead: 'Pytaj ludzi, jak się czują, i przekazuj im podziękowania.',
    ask: 'Zapytaj, jak się czują',
    noneToAsk: 'W najbliższych dwóch tygodniach nie ma kogo pytać.',
    person: '{person}, praca: {id}',
    due: 'Zapytaj do {day}.',
    safeWay: 'Bezpieczny sposób kontaktu:',
    noSafeWay: 'Nie zapisano bezpiecznego sposobu kontaktu. Zapytaj kogoś, kto zna tę osobę.',
    safeTime: 'Bezpieczna pora:',
    who: 'Pokaż, kto to jest',
    asked: 'Zapytane',
    thanks: 'Podziękowania, które czekają',
    noThanks: 'Żadne podziękowania nie czekają.',
    thanksFor: 'Dla osoby, która zrobiła {id}. Przyszło {day}.',
    gone: 'Najpierw przekaż słowa w bezpieczny sposób. Po naciśnięciu jednego z przycisków słowa znikną i nikt ich tu już nie przeczyta.',
    passed: 'Przekazane',
    dropped: 'Tego nie należy przekazywać',
    over: 'Nic nie zmieniono. Może ktoś już to zrobił.',
  },
};
