import { dateWords } from '#i18n/language.ts';
import { fill } from '#i18n/text.ts';
import { type Interface, interfaceIn } from '#i18n/words.ts';
import type { Choice } from '#withdrawal/choices.ts';
import type { Desk } from './desk-context.ts';
import { escaped } from './escape.ts';
import type { Receipt } from '#withdrawal/withdrawals.ts';

/** How far the one step after hiding is: the whole site made again without the piece. */
export type Rebuild = 'owed' | 'failed' | 'done';

export function rebuildOf({ hidden, publisher }: Desk, id: string): Rebuild {
  if (!hidden.hides(id)) return 'done';
  return publisher.state.state === 'failed' ? 'failed' : 'owed';
}

/**
 * The receipt in one language: what came down, when, what is still owed, and what nobody can call
 * back (consent.md §4.2, W18). Markup for the main part of a page.
 */
export function receiptMarkup(input: {
  readonly receipt: Receipt;
  readonly choice: Choice;
  readonly rebuild: Rebuild;
  readonly language: string;
}): string {
  const { receipt, choice, rebuild } = input;
  const shown = interfaceIn(input.language);
  const { words, lang, dir } = shown;
  const isWhole = choice.group === 'all';
  return `<article class="receipt" lang="${lang}" dir="${dir}">
<div class="page-head"><h1>${words.receiptTitle}</h1><p class="lead">${words.receiptLead}</p></div>
<div class="prose">
<section><h2>${words.receiptWhat}</h2><p>${escaped(choice.said(shown))}</p>
<p>${whenWords(receipt.at, shown)}</p></section>
<section><h2>${words.receiptDown}</h2><ul>${downOf(receipt, shown)
    .map((line) => `<li>${line}</li>`)
    .join('')}</ul>${isWhole ? '' : `<p>${words.receiptMeanwhile}</p>`}</section>
<section><h2>${words.receiptNext}</h2>${owedMarkup(receipt, shown)}${rebuildMarkup(rebuild, shown)}</section>
<section><h2>${words.receiptCannot}</h2><ul>${words.receiptCannotList
    .map((line) => `<li>${line}</li>`)
    .join('')}</ul></section>
<p>${words.receiptThanks}</p>
</div>
</article>`;
}

/** What failed on the way, and is tried again. */
function owedMarkup({ isUnwritten, isUntaken }: Receipt, { words }: Interface): string {
  return [
    ...(isUnwritten ? [`<p data-owed="written">${words.receiptUnwritten}</p>`] : []),
    ...(isUntaken ? [`<p data-owed="taken">${words.receiptUntaken}</p>`] : []),
  ].join('');
}

export function rebuildMarkup(rebuild: Rebuild, { words }: Interface): string {
  const said = { owed: words.receiptOwed, failed: words.receiptFailed, done: words.receiptRebuilt };
  return `<p data-rebuild="${rebuild}">${said[rebuild]}</p>`;
}

function downOf(
  { addresses, files, inSearch }: Receipt,
  { words, lang }: Interface,
): readonly string[] {
  return [
    ...(addresses.length > 0 ? [fill(words.receiptPages, { count: addresses.length }, lang)] : []),
    ...(files > 0 ? [fill(words.receiptFiles, { count: files }, lang)] : []),
    ...(inSearch ? [words.receiptSearch] : []),
    words.receiptElsewhere,
  ];
}

/** The day and the time in London, where the archive is. */
function whenWords(at: string, { words, lang }: Interface): string {
  const time = new Intl.DateTimeFormat('en-GB', {
    timeZone: 'Europe/London',
    dateStyle: 'short',
    timeStyle: 'short',
  });
  const parts = new Map(time.formatToParts(new Date(at)).map(({ type, value }) => [type, value]));
  const day = `${parts.get('year')}-${parts.get('month')}-${parts.get('day')}`;
  return fill(words.receiptWhen, {
    day: dateWords(day, lang),
    time: `${parts.get('hour')}:${parts.get('minute')}`,
  });
}
