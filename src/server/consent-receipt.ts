import { isChecked } from '#i18n/languages.ts';
import { fill } from '#i18n/text.ts';
import { createHash } from 'node:crypto';
import { toString as qrCode } from 'qrcode';
import type { Answer } from '#register/receipt.ts';
import { escaped } from './escape.ts';
import {
  type Contact,
  type ReceiptFacts,
  type ReceiptWords,
  receiptWords,
} from '#register/receipt-facts.ts';
import { lettersStyle } from './receipt-letters.ts';
import { RECEIPT_STYLE } from './receipt-style.ts';

/** What a receipt may load: nothing but its own styles, and the letters that stand in them. */
export function receiptPolicy(page: string): string {
  const styles = [...page.matchAll(/<style>([\s\S]*?)<\/style>/g)].map(([, style = '']) => {
    return `'sha256-${createHash('sha256').update(style).digest('base64')}'`;
  });
  return `default-src 'none'; style-src ${styles.join(' ')}; font-src data:; base-uri 'none'; form-action 'none'`;
}

/**
 * A receipt as a page that stands alone: one A4 sheet, no script, nothing from elsewhere
 * (docs/consent.md §3.8). It holds the code, so it goes to the person and is not kept.
 */
export async function receiptPage(facts: ReceiptFacts): Promise<string> {
  const words = receiptWords(facts);
  const { said } = words;
  const { receipt: says } = said.words;
  const name = escaped(facts.settings.name);
  const main = await mainPart(facts, words);
  const letters = await lettersStyle(`${facts.settings.name}${main}`);
  const styles = [RECEIPT_STYLE, ...(letters === '' ? [] : [letters])]
    .map((style) => `<style>${style}</style>`)
    .join('\n');
  return `<!doctype html>
<html lang="${said.lang}" dir="${said.dir}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${receiptPolicy(styles)}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="referrer" content="no-referrer">
<meta name="robots" content="noindex">
<title>${escaped(says.title)} – ${name}</title>
${styles}
</head>
<body>
<main>
<p>${name}</p>
${main}
</main>
</body>
</html>
`;
}

async function mainPart(facts: ReceiptFacts, words: ReceiptWords): Promise<string> {
  const { said } = words;
  const { receipt: says } = said.words;
  return `<h1>${escaped(says.title)}</h1>
<p>${escaped(says.lead)}</p>
<p>${escaped(words.piece)}</p>
${gridTable(words)}
${words.notes.map((note) => `<p>${escaped(note)}</p>`).join('\n')}
${words.name === undefined ? '' : `<h2>${escaped(says.nameShown)}</h2>\n<p><bdi>${escaped(words.name)}</bdi></p>`}
<h2>${escaped(says.until)}</h2>
<p>${escaped(words.until)}</p>
<h2>${escaped(says.about)}</h2>
<ul>
${words.parts.map((part) => `<li>${escaped(part)}</li>`).join('\n')}
</ul>
<h2>${escaped(says.mind)}</h2>
<p>${escaped(said.words.withdrawLead)}</p>
${contactList(words)}
${await door(facts, words)}
<h2>${escaped(says.complain)}</h2>
<p>${escaped(says.ico)}</p>
${words.thanksAt === undefined ? '' : `<p>${escaped(says.thanksAt)} <bdi dir="ltr">${escaped(words.thanksAt)}</bdi></p>`}
${isChecked(said.lang) ? '' : `<p>${escaped(says.unchecked)} <bdi lang="en" dir="ltr">No speaker has checked this page yet.</bdi></p>`}`;
}

/**
 * A tick, half a disc, a cross. Beside the word, because a mark is not read aloud and a word is not
 * seen at a glance; drawn, because a printer's machine may have no letter for them.
 */
const MARKS: Readonly<Record<Answer, string>> = {
  yes: 'M1 5.5 4 9 9 1',
  some: 'M5 1a4 4 0 0 0 0 8zM5 1a4 4 0 0 1 0 8',
  no: 'M1 1 9 9M9 1 1 9',
};

function gridTable({ said, kinds, rows }: ReceiptWords): string {
  const { words } = said;
  const heads = kinds.map((kind) => `<th scope="col">${escaped(kind.words)}</th>`).join('');
  const lines = rows.map(({ words: use, answers }) => {
    const squares = kinds.map(({ kind }) => {
      const answer = answers[kind];
      return `<td class="${answer}"><svg class="mark" viewBox="0 0 10 10" aria-hidden="true"><path d="${MARKS[answer]}"/></svg> ${escaped(words.receipt[answer])}</td>`;
    });
    return `<tr><th scope="row">${escaped(use)}</th>${squares.join('')}</tr>`;
  });
  return `<table>
<caption>${escaped(words.consentUse)}</caption>
<thead><tr><td></td>${heads}</tr></thead>
<tbody>
${lines.join('\n')}
</tbody>
</table>`;
}

function contactList({ said, contacts }: ReceiptWords): string {
  if (contacts.length === 0) return `<p>${escaped(said.words.withdrawNoContacts)}</p>`;
  const items = contacts.map(
    (contact) => `<li><bdi>${escaped(contact.label)}</bdi>: ${reach(contact)}</li>`,
  );
  return `<ul>\n${items.join('\n')}\n</ul>`;
}

function reach({ kind, value }: Contact): string {
  const shown = `<bdi${kind === 'place' ? '' : ' dir="ltr"'}>${escaped(value)}</bdi>`;
  const number = value.replace(/[^+\d]/g, '');
  switch (kind) {
    case 'phone':
      return `<a href="tel:${number}">${shown}</a>`;
    case 'text':
      return `<a href="sms:${number}">${shown}</a>`;
    case 'email':
      return `<a href="mailto:${escaped(encodeURI(value))}">${shown}</a>`;
    case 'link':
    case 'place':
      return shown;
  }
}

async function door(facts: ReceiptFacts, { said, withdrawAt }: ReceiptWords): Promise<string> {
  const { receipt: says } = said.words;
  const code = `<h2>${escaped(says.code)}</h2>
<p class="code" dir="ltr">${escaped(facts.code)}</p>
<p>${escaped(says.codeHelp)}</p>`;
  if (withdrawAt === undefined)
    return `<div class="door"><div>${code}
<p>${escaped(fill(says.typeAt, { page: said.words.withdraw }))}</p></div></div>`;
  const svg = await qrCode(withdrawAt, { type: 'svg', margin: 4, errorCorrectionLevel: 'M' });
  const named = svg
    .trim()
    .replace('<svg ', `<svg class="qr" role="img" aria-label="${escaped(says.code)}" `);
  return `<div class="door">
<div>${code}</div>
<div>${named}
<p>${escaped(says.scan)} <bdi dir="ltr">${escaped(withdrawAt)}</bdi></p></div>
</div>`;
}
