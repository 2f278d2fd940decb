/** Why a backup was not written, or not put back. */
export type WhyBackupRefused =
  | {
      readonly rule:
        | 'folder-in-use'
        | 'recipient-twice'
        /** With one key, losing it is losing everything. */
        | 'too-few-recipients'
        | 'no-backup-there'
        /** The file with the log is missing, or there are two. */
        | 'not-one-backup'
        /** A file is not the one that was written with this backup. */
        | 'changed-file'
        | 'newer-version'
        /** This key does not open every file, or one is damaged. */
        | 'not-opened'
        | 'no-secret-key'
        | 'lists-unreadable'
        | 'other-archive'
        /** The blocklist here has another key; the register is back by then, the rest is not. */
        | 'other-list-key';
    }
  /** Not a recipient of age; the first is 1. */
  | { readonly rule: 'no-recipient'; readonly place: number };

/** Thrown where a backup is not written or not put back; it holds nothing of what is in one. */
export class BackupRefused extends Error {
  readonly why: WhyBackupRefused;
  constructor(why: WhyBackupRefused) {
    super(why.rule);
    this.why = why;
  }
}

/** The rule alone, where there is no more to say. */
export function backupRefused(
  rule: Exclude<WhyBackupRefused, { readonly place: number }>['rule'],
): BackupRefused {
  return new BackupRefused({ rule });
}
