import { chmod, readFile, writeFile } from 'node:fs/promises';
import { generateIdentity, identityToRecipient } from 'age-encryption';
import { fileName, writeBackup } from '#register/backup.ts';
import { readBackup } from '#register/restore.ts';
import type { Outcome } from './printer.ts';
import { refusedInCheckout } from './private-file.ts';
import { personIn, refusedWith, withRegister } from './with-register.ts';

/** Writes the register, encrypted, into a fresh folder: a file for each person, one for the log and the keys. */
export function backup(input: {
  readonly content: string;
  readonly out: string;
  readonly recipients: readonly string[];
}): Promise<Outcome> {
  return withRegister(input.content, async (register) => {
    const chain = register.verifyChain();
    if (!chain.ok)
      return refusedWith(
        `The log of the register was changed at event ${chain.brokenAt}. A backup of it could not be put back. Find out who could write to the file, and go back to the last backup. Nothing was written.`,
      );
    const files = await writeBackup({ ...input, bundles: register.bundles() });
    register.note({ event: 'backup-made', actorRole: 'facilitator' });
    return {
      exit: 0,
      lines: [
        `The register is in ${input.out}, in ${files.length} files, for ${input.recipients.length} keys. Any one of the keys opens it.`,
        'Keep it away from this machine. To take one person out of it, run "npm run archive -- forget-person" and destroy the file it names.',
        'A key that gets out cannot be called back: everything that was locked for it must then count as read.',
      ],
      data: { ok: true, out: input.out, files },
    };
  });
}

/** Puts a backup into an empty register, and checks the log. */
export async function restore(input: {
  readonly content: string;
  readonly from: string;
  readonly identity: string;
  /** Another file to put it into. */
  readonly into?: string | undefined;
}): Promise<Outcome> {
  const refused = input.into === undefined ? undefined : refusedInCheckout(input.into);
  if (refused !== undefined) return refusedWith(`${refused} Nothing was changed.`);
  const key = await readFile(input.identity, 'utf8').catch(() => undefined);
  if (key === undefined)
    return refusedWith('The file with the secret key could not be read. Nothing was changed.');
  const work: Parameters<typeof withRegister>[1] = async (register) => {
    const { bundles, missing } = await readBackup(input.from, key);
    register.takeIn(bundles);
    const counts = register.counts();
    const chain = register.verifyChain();
    return {
      exit: chain.ok ? 0 : 1,
      lines: [
        `The register is back: ${counts.persons} people, ${counts.receipts} receipts, ${counts.events} events. The log is whole.`,
        ...(missing > 0
          ? [
              `${missing} of the files it was made with ${missing === 1 ? 'is' : 'are'} not there. That is right if they were destroyed on purpose.`,
            ]
          : []),
        'What was forgotten after this backup was made may be in it again: look at your own list and run "npm run archive -- forget-person" for each.',
      ],
      data: { ok: chain.ok, counts, missing, chain },
    };
  };
  return withRegister(input.content, work, input.into);
}

/** Makes a key for backups: the secret into a file, the recipient to be told to everybody. */
export async function makeKey({ out }: { readonly out: string }): Promise<Outcome> {
  const refused = refusedInCheckout(out);
  if (refused !== undefined) return refusedWith(`${refused} No key was made.`);
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
          : [`In every backup made before now, destroy the file ${fileName(file)}.`]),
      ],
      data: { ok: true, elsewhere, file: file && elsewhere === 0 ? fileName(file) : undefined },
    };
  });
}
