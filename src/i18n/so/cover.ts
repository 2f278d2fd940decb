import type { Subjects } from '#i18n/subjects.ts';

/** No speaker has checked these words. */
export const cover: Subjects['cover'] = {
  cover: {
    open: 'Dabool wejiyada sawirka',
    title: 'Samee nuqulka ammaanka ah',
    lead: 'Weji kasta dushiisa ku sawir afargees. Nuqulka, afargeeska hoostiisa waxaa ku jira madow oo keliya. Sawirka laftiisu sidiisa ayuu ahaanayaa.',
    keys: 'Kiiboodhka: fallaaraha ayaa afargeeska dhaqaajiya. Shift iyo fallaaraha ayaa ka dhiga mid ballaaran, cidhiidhi ah, dheer ama gaaban.',
    picture: 'Sawirka iyo afargeesyadiisa',
    add: 'Ku dar afargees',
    box: 'Afargeeska {number}',
    place:
      '{box}: {x} bidixda laga bilaabo, {y} korka laga bilaabo, ballaca {width}, dhererka {height}',
    takeOut: 'Ka saar afargeeska {number}',
    crop: 'Geesaha ka jar',
    frame: 'Inta ka hadhay',
    noCrop: 'Geesaha hay',
    make: 'Samee nuqulka ammaanka ah',
    making: 'Waa la samaynayaa…',
    leave: 'Maya, iska dhaaf',
    check: 'Waa kan. Si fiican u eeg: weli qof ma lagu garan karaa? Kadib riix Keydi.',
    problem: {
      'not-boxes': 'Afargeesyada ma akhrin karin. Waxba lama samayn.',
      outside: 'Afargees ayaa sawirka ka baxsan. Waxba lama samayn.',
      'too-many':
        'Afargeesyo aad u badan ayaa jira. Taa beddelkeeda geesaha jar. Waxba lama samayn.',
      'too-small': 'Afargees aad buu u yar yahay. Ka weynee. Waxba lama samayn.',
      'nothing-hidden': 'Marka hore sawir afargees, ama geesaha jar. Waxba lama samayn.',
      'no-picture': 'Sawirku halkan ma joogo. Marka hore dooro sawir.',
      'not-read': 'Sawirkan lama furi karin. Dooro mid kale. Waxba lama samayn.',
      'no-room': 'Nuqulka meel looma hayo. U sheeg cidda kaydka ilaalisa.',
    },
  },
};
