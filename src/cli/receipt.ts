import { chmod, mkdir, writeFile } from 'node:fs/promises';
import { dirname, resolve } from 'node:path';
import type { Day } from '#consent/decision.ts';
import { deskPages } from './desk-pages.ts';
import { receiptPage } from '#server/consent-receipt.ts';
import { receiptText } from '#register/receipt-text.ts';
import { receiptsFor, withFreshCode } from '#register/receipts-for.ts';
import { problemLine } from '#records/problem.ts';
import { readContribution } from '#repository/read-contribution.ts';
import type { Outcome } from './printer.ts';
import { refusedInCheckout, refusedOver } from '#state/private-file.ts';
import { refusedFileWords } from './words/private-file.ts';
import { stateOf } from '#state/state.ts';
import { personIn, refusedWith, withRegister } from './with-register.ts';

export interface ReceiptOptions {
  readonly content: string;
  readonly id: string;
  readonly person?: string | undefined;
  /** A page when its name ends in .html, a text otherwise; without it the text is printed. */
  readonly out?: string | undefined;
  readonly language?: string | undefined;
  readonly day: Day;
}

const NO_ADDRESS =
  'It has no address and no square to scan, because the archive has none yet: write url: https://… into content/settings.yaml and print it again.';

/** A receipt for a person who said yes: a page to print, or a text to send, with a fresh code. */
export async function receipt(input: ReceiptOptions): Promise<Outcome> {
  const refused =
    input.out === undefined
      ? undefined
      : (refusedInCheckout(input.out) ?? (await refusedOver(input.out)));
  if (refused !== undefined) return refusedWith(`${refusedFileWords(refused)} No code was made.`);
  return withRegister(input.content, async (register) => {
    const { contribution: id } = personIn(input.id, input.person ?? 'p1');
    const root = resolve(input.content);
    const { held, problems } = await readContribution({ root, store: stateOf(root).store }, id);
    if (held === undefined || problems.length > 0)
      return { exit: 1, lines: problems.map(problemLine), data: { ok: false, problems } };
    const all = receiptsFor(held, input.day);
    const wanted = input.person ?? (all.length === 1 ? all[0]?.person : undefined);
    const found = all.find(({ person }) => person === wanted);
    if (found === undefined) return whichOne(all.map(({ person }) => person));
    const asPage = input.out !== undefined && /\.html?$/i.test(input.out);
    // Before a code is made: without the pages there is nothing to print it on.
    const pages = asPage ? await deskPages() : undefined;
    const facts = await withFreshCode({ ...input, held, receipt: found, root, register });
    if (input.out === undefined)
      return { exit: 0, lines: [receiptText(facts)], data: { ok: true, text: receiptText(facts) } };
    await mkdir(dirname(resolve(input.out)), { recursive: true, mode: 0o700 });
    await writeFile(input.out, pages ? await receiptPage(pages, facts) : receiptText(facts), {
      mode: 0o600,
    });
    await chmod(input.out, 0o600);
    return {
      exit: 0,
      lines: [
        `The receipt for ${found.person} of ${id} is in ${input.out}. Give it to them, then delete the file: the code in it is kept nowhere else.`,
        ...(facts.settings.url === undefined ? [NO_ADDRESS] : []),
      ],
      data: { ok: true, person: found.person, file: input.out },
    };
  });
}

function whichOne(people: readonly string[]): Outcome {
  return refusedWith(
    people.length === 0
      ? 'Nobody in it has said yes to anything that is open today. No code was made.'
      : `Say for whom with --person: ${people.join(', ')}. No code was made.`,
  );
}
