import type { Subjects } from '#i18n/subjects.ts';

/** No speaker has checked these words. */
export const board: Subjects['board'] = {
  board: {
    title: 'Wax socda',
    lead: 'Wixii la qoray oo aan weli la muujin, ama la beddelay oo aan sida ay hadda yihiin loo muujin. Kaarka hore u wad marka tallaabada xigta bilaabanto.',
    column: {
      draft: 'Qabyo',
      pending_review: 'La hubinayo',
      pending_publish: 'U diyaar in la muujiyo',
    },
    none: 'Halkan waxba ma yaallaan.',
    moveTo: 'U wareeji: {column}',
    moved: 'Hadda wuxuu ku jiraa “{column}”:',
    stays: 'Wuxuu joogaa halkii uu ahaa',
    problem: {
      meanwhile: 'Qof ayaa hadda meel kale geeyey. Mar kale eeg halka uu yaal.',
      gone: 'Halkan ma joogo hadda. Qof ayaa tirtiray ama muujiyey.',
      'not-allowed': 'Dejinta maamule ayaa hore u wada.',
    },
    kind: {
      pages: 'Bog',
      responses: 'Jawaab',
      settings: 'Dejinta',
    },
  },
};
