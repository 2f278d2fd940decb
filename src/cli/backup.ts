import { existsSync } from 'node:fs';
import { chmod, writeFile } from 'node:fs/promises';
import { generateIdentity, identityToRecipient } from 'age-encryption';
import { sealedName, writeBackup } from '#backup/backup.ts';
import { besideOf, mediaToKeep } from '#backup/backup-beside.ts';
import { type Outcome, progress } from './printer.ts';
import { refusedInCheckout } from '#state/private-file.ts';
import { backupRefusedWords } from './words/backup.ts';
import { refusedFileWords } from './words/private-file.ts';
import { stateOf } from '#state/state.ts';
import { noContent, personIn, refusedWith, withRegister } from './with-register.ts';

/**
 * Writes all that is in no repository, encrypted, into a fresh folder: the register, a file for each
 * person and one for the log, the keys and the lists; and every photograph and recording of the store.
 */
export async function backup(input: {
  readonly content: string;
  readonly out: string;
  readonly recipients: readonly string[];
}): Promise<Outcome> {
  // Its lists are kept for each archive: those of a folder that is not there would be empty.
  if (!existsSync(input.content)) return refusedWith(noContent(input.content));
  return withRegister(input.content, async (register) => {
    const chain = register.verifyChain();
    if (!chain.ok)
      return refusedWith(
        `The log of the register was changed at event ${chain.brokenAt}. A backup of it could not be put back. Find out who could write to the file, and go back to the last backup. Nothing was written.`,
      );
    const state = stateOf(input.content);
    const keep = await mediaToKeep(state.store, register.secret('fingerprints'));
    const files = await writeBackup({
      ...{ ...input, keep, bundles: register.bundles(), beside: await besideOf(state) },
      onProgress: progress('photographs and recordings'),
    }).catch(backupRefusedWords);
    if (typeof files === 'string') return refusedWith(files);
    register.note({ event: 'backup-made', actorRole: 'facilitator' });
    return {
      exit: 0,
      lines: [
        `The register is in ${input.out}, in ${files.length} files, for ${input.recipients.length} keys. Any one of the keys opens it.`,
        `With it: ${keep.length} photographs and recordings, and the lists of what may not come back and of what is hidden. What is in git is not in it: keep a copy of that repository too.`,
        'Keep it away from this machine. To take one person out of it, run "npm run archive -- forget-person" and destroy the file it names.',
        'A key that gets out cannot be called back: everything that was locked for it must then count as read.',
      ],
      data: { ok: true, out: input.out, files, media: keep.length },
    };
  });
}

/** Makes a key for backups: the secret into a file, the recipient to be told to everybody. */
export async function makeKey({ out }: { readonly out: string }): Promise<Outcome> {
  const refused = refusedInCheckout(out);
  if (refused !== undefined) return refusedWith(`${refusedFileWords(refused)} No key was made.`);
  const identity = await generateIdentity();
  const recipient = await identityToRecipient(identity);
  try {
    await writeFile(out, `# recipient: ${recipient}\n${identity}\n`, { flag: 'wx', mode: 0o600 });
    await chmod(out, 0o600);
  } catch {
    return refusedWith(`The file ${out} is there already, or cannot be written. No key was made.`);
  }
  return {
    exit: 0,
    lines: [
      recipient,
      `The secret half is in ${out}. Keep it off this machine, in a sealed place; whoever has it can read every backup.`,
    ],
    data: { ok: true, recipient, file: out },
  };
}

/** Takes out of the register who a person in a contribution is. */
export function forgetPerson(input: {
  readonly content: string;
  readonly id: string;
  readonly person: string;
  readonly everywhere: boolean;
}): Promise<Outcome> {
  return withRegister(input.content, (register) => {
    const of = personIn(input.id, input.person);
    const { found, elsewhere, file } = register.forgetPerson({
      ...of,
      everywhere: input.everywhere,
    });
    if (!found)
      return refusedWith(
        'The register knows nobody by that name in that contribution. Nothing was changed.',
      );
    return {
      exit: 0,
      lines: [
        `${input.person} of ${input.id} is forgotten. The log keeps that this was done; the code on their receipt still works.`,
        ...(elsewhere > 0
          ? [
              `They are in ${elsewhere} other contribution${elsewhere === 1 ? '' : 's'}, so their contact is still kept. Say --everywhere to forget all of it.`,
            ]
          : []),
        ...(file === undefined || elsewhere > 0
          ? []
          : [`In every backup made before now, destroy the file ${sealedName(file)}.`]),
      ],
      data: { ok: true, elsewhere, file: file && elsewhere === 0 ? sealedName(file) : undefined },
    };
  });
}
