import { deskPages } from '#cli/desk-pages.ts';
import type { ReceiptFacts } from '#register/receipt-facts.ts';
import { receiptPage as drawn } from '#server/consent-receipt.ts';

/** A receipt as it is printed, by the pages of this version of the program. */
export async function receiptPage(facts: ReceiptFacts): Promise<string> {
  return drawn(await deskPages(), facts);
}
