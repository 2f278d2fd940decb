import { create } from 'qrcode';
import type { ScanSquare } from '#components/printed-receipt.ts';
import type { PrintedReceipt } from '#desk/drawn.ts';
import { fill } from '#i18n/text.ts';
import { type ReceiptFacts, receiptWords } from '#register/receipt-facts.ts';
import { frameOfNothing } from '#release/site-frame.ts';
import type { DrawnPages } from './draw.ts';
import { lettersStyle } from './receipt-letters.ts';

/**
 * A receipt as a page that stands alone: one A4 sheet, no script, nothing from elsewhere
 * (docs/consent.md §3.8). It holds the code, so it goes to the person and is not kept.
 */
export async function receiptPage(
  { draw }: Pick<DrawnPages, 'draw'>,
  facts: ReceiptFacts,
): Promise<string> {
  const { said, ...words } = receiptWords(facts);
  const { code, settings } = facts;
  const { withdrawAt } = words;
  const says: PrintedReceipt = {
    ...words,
    grid: { kinds: words.kinds, rows: words.rows },
    archive: settings.name,
    code: code ?? '',
    typeAt: fill(said.words.receipt.typeAt, { page: said.words.withdraw }),
    square: withdrawAt === undefined ? undefined : squareOf(withdrawAt),
    letters: '',
  };
  const frame = { site: frameOfNothing([said.lang]), ui: said.lang };
  const page = (receipt: PrintedReceipt) => draw('receipt', { frame, says: { receipt } });
  // Drawn once to know which letters it is written with, and again with them.
  const letters = await lettersStyle(await page(says));
  return letters === '' ? page(says) : page({ ...says, letters });
}

/** Modules of white around it, without which a phone does not find it. */
const EDGE = 4;

/** An address as a square to scan. */
export function squareOf(address: string): ScanSquare {
  const { modules } = create(address, { errorCorrectionLevel: 'M' });
  const { size, data } = modules;
  const path = [...data].flatMap((isBlack, at) =>
    isBlack ? [`M${(at % size) + EDGE} ${Math.floor(at / size) + EDGE}h1v1h-1z`] : [],
  );
  return { size: size + 2 * EDGE, path: path.join('') };
}
