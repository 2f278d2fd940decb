import type { Subjects } from '#i18n/subjects.ts';

/** No speaker has checked these words. */
export const board: Subjects['board'] = {
  board: {
    title: 'चलिरहेको काम',
    lead: 'लेखिएको तर अहिलेसम्म नदेखाइएको, वा बदलिएको तर अहिले जस्तो छ त्यस्तो नदेखाइएको। अर्को काम सुरु हुँदा कार्ड अगाडि सार्नुहोस्।',
    column: {
      draft: 'मस्यौदा',
      pending_review: 'जाँच हुँदै',
      pending_publish: 'देखाउन तयार',
    },
    none: 'यहाँ केही छैन।',
    moveTo: 'यहाँ सार्नुहोस्: {column}',
    moved: 'यो अब “{column}” मा छ:',
    stays: 'यो जहाँ थियो त्यहीँ छ',
    problem: {
      meanwhile: 'कसैले यसलाई भर्खरै सार्‍यो। कहाँ छ फेरि हेर्नुहोस्।',
      gone: 'यो अब यहाँ छैन। कसैले मेटायो, वा देखायो।',
      'not-allowed': 'सेटिङ प्रशासकले सार्छ।',
    },
    kind: { pages: 'पाना', responses: 'जवाफ', settings: 'सेटिङ' },
  },
};
