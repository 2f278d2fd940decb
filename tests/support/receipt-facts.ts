import type { ReceiptFacts } from '#register/receipt-facts.ts';
import { receiptOf } from '#register/receipt.ts';
import { cleared, TODAY, yes } from './contribution-facts.ts';

/** What a receipt is written from: words and pictures on the site, words in one exhibition. */
export function receiptFacts(change: Partial<ReceiptFacts> = {}): ReceiptFacts {
  const grants = { web: ['words', 'photo'], exhibition: ['words'] } as const;
  const facts = cleared({ consents: [yes({ grants, exhibitions: ['spring'] })] });
  const receipt = receiptOf({ facts, person: 'p1', day: TODAY });
  if (receipt === undefined) throw new Error('There is no receipt to test with.');
  return {
    receipt,
    id: 'bread01',
    code: 'K7QF2-9M4XT',
    settings: {
      name: 'An archive',
      url: 'https://archive.example/',
      contacts: [
        { label: { en: 'Call us', ur: 'فون کریں' }, kind: 'phone', value: '020 7946 0000' },
        { label: { en: 'Come by' }, kind: 'place', value: 'The library' },
      ],
    },
    language: 'en',
    exhibitions: new Map([['spring', 'Spring on our street']]),
    thanks: false,
    ...change,
  };
}
