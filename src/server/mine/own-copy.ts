import { downloadZip } from 'client-zip';
import type { Interface } from '#i18n/words.ts';
import type { PersonIn } from '#register/people.ts';
import { receiptText } from '#register/receipt-text.ts';
import { receiptsFor } from '#register/receipts-for.ts';
import type { HeldContribution } from '#repository/archive.ts';
import type { Desk } from '#server/desk-context.ts';
import { keptNowhere } from '#server/kept-nowhere.ts';
import { cleanCopyOf, storedFiles } from './own-files.ts';
import { latestOf, pieceNow } from './piece-now.ts';

interface InZip {
  readonly name: string;
  readonly input: string | Uint8Array<ArrayBuffer>;
}

/**
 * All that a maker gave, as one file to keep: their words as they typed them, pictures and sound as the
 * clean copies that are held, and what they said yes to in words. Sent as it is gathered, one file in memory
 * at a time; kept by no browser beside the file itself. Nothing where there is no such piece; `unread` where the
 * media store does not answer: a copy that lacks its files would look whole.
 */
export async function ownCopy(
  desk: Desk,
  own: PersonIn,
  shown: Interface,
): Promise<Response | 'unread' | undefined> {
  const files = await storedFiles(desk, own.contribution);
  const now = await pieceNow(desk, own.contribution);
  const held = latestOf(now);
  if (files === 'unread' || (held === undefined && now.isUnread)) return 'unread';
  if (held === undefined) return undefined;
  const answer = downloadZip(filesOfCopy(desk, held, own, shown));
  const headers = {
    'Content-Type': 'application/zip',
    'Content-Disposition': `attachment; filename="${held.id}.zip"`,
  };
  return keptNowhere(new Response(answer.body, { headers }));
}

async function* filesOfCopy(
  desk: Desk,
  held: HeldContribution,
  own: PersonIn,
  shown: Interface,
): AsyncGenerator<InZip> {
  const { mine } = shown.words;
  yield { name: `${mine.copyWords}.txt`, input: wordsOf(held) };
  const receipt = receiptsFor(held, desk.today()).find(({ person }) => person === own.person);
  const yes =
    receipt === undefined
      ? `${mine.nothingYes}\n`
      : receiptText({
          ...{ receipt, id: held.id, settings: { name: '', contacts: [] }, language: shown.lang },
          ...{ code: undefined, exhibitions: new Map(), thanks: false },
        });
  yield { name: `${mine.copyYes}.txt`, input: yes };
  for (const name of held.media.keys()) {
    const copy = await cleanCopyOf(desk, held.id, name);
    if (copy === undefined) continue;
    const stem = name.replace(/\.[^.]*$/, '');
    yield { name: `${stem}.${copy.ending}`, input: new Uint8Array(copy.body) };
  }
}

/** The title, the words letter for letter, and whatever else was written of it, each set off by a line. */
function wordsOf({ fields, body }: HeldContribution): string {
  const { title, summary, photos, translations, more } = fields;
  const blocks = [
    ...[title, body, summary],
    ...photos.flatMap(({ alt, caption }) => [alt, caption]),
    ...translations.flatMap((each) => [each.title, each.summary, each.words]),
    ...more.map(({ words }) => words),
  ];
  return blocks.filter((block) => block !== undefined && block !== '').join('\n\n');
}
