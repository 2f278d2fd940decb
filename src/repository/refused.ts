/** Why the repository did not do what it was asked; nothing was changed. */
export type WhyRepositoryRefused =
  | {
      readonly rule:
        /** A path that is no record's and no folder of records. */
        | 'not-a-place'
        /** A name that no draft can have: of a story it is a random id. */
        | 'not-a-name'
        | 'no-draft'
        /** Not one of `STATUSES`. */
        | 'not-a-status'
        | 'draft-unreadable'
        /** What stands there now cannot be read, so it cannot be changed in a form. */
        | 'record-unreadable';
    }
  /** Somebody saved since the text was opened: the text that stands there now, whole. */
  | { readonly rule: 'stale'; readonly newer: string };

/** Thrown where a record or a draft is not read or not saved. Its message is the rule alone. */
export class RepositoryRefused extends Error {
  readonly why: WhyRepositoryRefused;
  constructor(why: WhyRepositoryRefused) {
    super(why.rule);
    this.why = why;
  }
}

/** The rule alone, where there is no more to say. */
export function repositoryRefusedFor(
  rule: Exclude<WhyRepositoryRefused['rule'], 'stale'>,
): RepositoryRefused {
  return new RepositoryRefused({ rule });
}
