import { readFile } from 'node:fs/promises';
import type { Register } from '#register/register.ts';
import { type ReadBackup, readBackup } from '#backup/restore.ts';
import { checkedBeside, putListsBack, putMediaBack } from '#backup/backup-beside.ts';
import { type Outcome, progress } from './printer.ts';
import { refusedInCheckout } from '#state/private-file.ts';
import { backupRefusedWords } from './words/backup.ts';
import { refusedFileWords } from './words/private-file.ts';
import { type State, stateOf } from '#state/state.ts';
import { refusedWith, withRegister } from './with-register.ts';

export interface RestoreInput {
  readonly content: string;
  readonly from: string;
  readonly identity: string;
  /** Another file to put the register into, to look at it; then nothing else is put back. */
  readonly into?: string | undefined;
}

/**
 * Puts a backup back: the register where it is empty, and checks its log; then the lists of what may
 * not come back and of what is hidden; then photographs and recordings. All of the backup is looked at
 * before anything is written, and nothing that is here is written over.
 */
export async function restore(input: RestoreInput): Promise<Outcome> {
  const refused = input.into === undefined ? undefined : refusedInCheckout(input.into);
  if (refused !== undefined)
    return refusedWith(`${refusedFileWords(refused)} Nothing was changed.`);
  const key = await readFile(input.identity, 'utf8').catch(() => undefined);
  if (key === undefined)
    return refusedWith('The file with the secret key could not be read. Nothing was changed.');
  const state = stateOf(input.content);
  return withRegister(
    input.content,
    async (register) => {
      try {
        return await putBack(input, state, register, await readBackup(input.from, key));
      } catch (error) {
        return refusedWith(backupRefusedWords(error));
      }
    },
    input.into,
  );
}

async function putBack(
  { from, into }: RestoreInput,
  state: State,
  register: Register,
  backup: ReadBackup,
): Promise<Outcome> {
  const lists = into === undefined ? checkedBeside(state, backup.beside) : undefined;
  register.takeIn(backup.bundles);
  const counts = register.counts();
  const chain = register.verifyChain();
  const listed = lists && (await putListsBack(state, lists));
  const media =
    into === undefined
      ? await putMediaBack(state, from, backup, progress('photographs and recordings put back'))
      : undefined;
  const other = media?.other ?? [];
  const { missing } = backup;
  return {
    exit: chain.ok && other.length === 0 ? 0 : 1,
    lines: [
      `The register is back: ${counts.persons} people, ${counts.receipts} receipts, ${counts.events} events. ${chain.ok ? 'The log is whole.' : `The log was changed at event ${chain.brokenAt}.`}`,
      ...(listed === undefined
        ? []
        : [
            `The lists are back: ${listed.withdrawn} withdrawals that may not come back, ${listed.hidden} entries of what is hidden.`,
          ]),
      ...(media === undefined ? [] : [mediaLine(media.back, backup)]),
      ...other.map(
        (place) =>
          `${place}: another file is in its place here. It stays; this one was not put back.`,
      ),
      ...(missing > 0
        ? [
            `${missing} of the files it was made with ${missing === 1 ? 'is' : 'are'} not there. That is right if they were destroyed on purpose.`,
          ]
        : []),
      'What was forgotten or withdrawn after this backup was made may be in it again: look at your own list, and run "npm run archive -- forget-person" or "withdraw" for each.',
    ],
    data: { ok: chain.ok && other.length === 0, counts, missing, chain, media: media?.back, other },
  };
}

function mediaLine(back: number, { kept, beside }: ReadBackup): string {
  if (beside === undefined)
    return 'This backup was made before backups held photographs, recordings and lists: those are not in it.';
  return `${back} of ${kept.length} photographs and recordings were put back.`;
}
