import type { Subjects } from '#i18n/subjects.ts';

/** No speaker has checked these words. */
export const preview: Subjects['preview'] = {
  preview: {
    publishedTitle: 'Horu-arag: sida loo daabacay',
    bandTitle: 'Horu-arag: lama daabicin',
    onlyYou: 'Adiga oo keliya ayaa boggan arki kara, waayo waad soo gashay.',
    notOnSite: 'Websaydhka kuma jiro.',
    asIf: 'Websaydhku sidan ayuu u muujin lahaa haddii la hubiyo oo la oggolaado sida uu hadda yahay.',
    version: {
      saved: 'Waxaad u aragtaa sidii loo keydiyey {day}, {time}.',
      typed: 'Waxaad u aragtaa sida uu hadda foomka ugu jiro. Weli lama keydin.',
      published: 'Waxba lama beddelin tan iyo markii la daabacay.',
    },
    from: 'Waxaa la muujin karaa laga bilaabo {day}, markaa waxaad u aragtaa sida maalintaas.',
    all: 'Waxba oo ku jira lama reebin.',
    some: 'Kani lama muujin lahayn',
    changed: 'Kuwan waxaa laga muujinayaa oo keliya nuqulka la beddelay:',
    nothingTitle: 'Waxba oo kan ah lama muujin lahayn',
    nothing:
      'Websaydhku waxba kama muujin lahayn, xitaa haddii la hubiyo oo la oggolaado sida uu hadda yahay. Waa kan sababta:',
    notReadTitle: 'Kan weli lama muujin karo',
    notRead: 'Wax ku jira ayaa marka hore la saxayaa:',
    allOfIt: 'Dhammaantiis',
    overTitle: 'Horu-araggani halkan ma joogo',
    over: 'Waa laga yaabaa inuu dhammaaday. Mar kale foomka ka fur.',
  },
};
