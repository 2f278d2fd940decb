import type { Subjects } from '#i18n/subjects.ts';

/** No speaker has checked these words. */
export const board: Subjects['board'] = {
  board: {
    title: 'ચાલુ કામ',
    lead: 'જે લખ્યું છે અને હજી બતાવ્યું નથી, કે બદલ્યું છે અને હજી અત્યારે છે તેવું બતાવ્યું નથી. આગલું પગલું શરૂ થાય ત્યારે કાર્ડ આગળ ખસેડો.',
    column: {
      draft: 'મુસદ્દા',
      pending_review: 'તપાસાય છે',
      pending_publish: 'બતાવવા માટે તૈયાર',
    },
    none: 'અહીં કશું નથી.',
    moveTo: 'અહીં ખસેડો: {column}',
    moved: 'તે હવે “{column}”માં છે:',
    stays: 'તે જ્યાં છે ત્યાં જ રહે છે',
    problem: {
      meanwhile: 'કોઈએ તેને હમણાં જ ખસેડ્યું. તે ક્યાં છે તે ફરી જુઓ.',
      gone: 'તે હવે અહીં નથી. કોઈએ તેને ભૂંસી નાખ્યું, કે બતાવ્યું.',
      'not-allowed': 'સેટિંગ વહીવટદાર ખસેડે છે.',
    },
    kind: { pages: 'પાનું', responses: 'જવાબ', settings: 'સેટિંગ' },
  },
};
