import { endonym } from '#i18n/language.ts';
import { isChecked } from '#i18n/languages.ts';
import { fill } from '#i18n/text.ts';
import { type ReceiptFacts, receiptWords } from './receipt-facts.ts';

/** A receipt as plain text, to be sent in a message. */
export function receiptText(facts: ReceiptFacts): string {
  const { said, kinds, rows, ...rest } = receiptWords(facts);
  const { words, lang } = said;
  const grid = rows.map(({ words: use, answers }) => {
    const open = kinds.filter(({ kind }) => answers[kind] !== 'no');
    const named = open.map(({ kind, words: name }) =>
      answers[kind] === 'some' ? `${name} (${words.receipt.some})` : name,
    );
    return open.length === 0
      ? `✗ ${use}: ${words.receipt.no}`
      : `✓ ${use}: ${words.receipt.yes} – ${named.join(', ')}`;
  });
  return [
    facts.settings.name,
    words.receipt.title,
    rest.piece,
    '',
    words.consentUse,
    ...grid,
    ...rest.notes,
    '',
    ...(rest.name === undefined ? [] : [`${words.receipt.nameShown}: ${rest.name}`]),
    rest.until,
    `${words.receipt.about}: ${rest.parts.join('; ')}`,
    '',
    words.receipt.mind,
    words.withdrawLead,
    ...(rest.contacts.length === 0 ? [words.withdrawNoContacts] : []),
    ...rest.contacts.map(({ label, value }) => `${label}: ${value}`),
    ...(facts.code === undefined
      ? []
      : [`${words.receipt.code}: ${facts.code}`, words.receipt.codeHelp]),
    rest.withdrawAt ?? fill(words.receipt.typeAt, { page: words.withdraw }),
    '',
    `${words.receipt.complain}: ${words.receipt.ico}`,
    ...(rest.thanksAt === undefined ? [] : ['', words.receipt.thanksAt, rest.thanksAt]),
    ...(isChecked(lang) ? [] : ['', `${endonym(lang)}: ${words.receipt.unchecked}`]),
    '',
  ].join('\n');
}
