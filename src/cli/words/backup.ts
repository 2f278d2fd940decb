import { BackupRefused, type WhyBackupRefused } from '#backup/refused.ts';

const WORDS: Readonly<Record<Exclude<WhyBackupRefused['rule'], 'no-recipient'>, string>> = {
  'folder-in-use': 'There is something in that folder. Name a new one. Nothing was written.',
  'recipient-twice': 'One recipient is named twice. Name two different ones. Nothing was written.',
  'too-few-recipients':
    'Name two recipients or more, so that one lost key does not lose the register. Nothing was written.',
  'no-backup-there': 'There is no backup in that folder. Nothing was changed.',
  'not-one-backup':
    'This folder does not hold one whole backup: the file with the log is missing, or there are two. Nothing was changed.',
  'changed-file':
    'A file in this folder is not the one that was written with this backup. Nothing was changed.',
  'newer-version':
    'This backup was made by a newer version of the archive. Update the archive. Nothing was changed.',
  'not-opened':
    'This key does not open every file of the backup, or a file is damaged. Nothing was changed.',
  'no-secret-key': 'The file of the key holds no secret key of age. Nothing was changed.',
  'lists-unreadable': 'The lists in this backup cannot be read. Nothing was changed.',
  'other-archive':
    'This backup is of another archive than the content folder is. Name the right one with --content. Nothing was changed.',
  'other-list-key':
    'The list of what may not come back that is here has another key than the one in the backup. Move it away first. The register is back; the lists and media are not.',
};

/** Why a backup was not written, or not put back; passes on what is no such refusal. */
export function backupRefusedWords(error: unknown): string {
  if (!(error instanceof BackupRefused)) throw error;
  const { why } = error;
  return why.rule === 'no-recipient'
    ? `Recipient ${why.place} is not a recipient of age: it begins with "age1". Never give the secret key here. Nothing was written.`
    : WORDS[why.rule];
}
