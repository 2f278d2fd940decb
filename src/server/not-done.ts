/** Why the desk did not do what it was asked. */
export type WhyNotDone =
  | 'not-signed-in'
  | 'not-allowed'
  | 'not-there'
  /** Somebody else changed it meanwhile. */
  | 'conflict'
  | 'too-large'
  /** A kind of file that is not taken. */
  | 'not-taken'
  /** The disk is full. */
  | 'no-room'
  | 'not-valid';

/** What was asked for was not done and nothing was changed: why, in plain words for a facilitator. */
export class NotDone extends Error {
  readonly kind: WhyNotDone;
  readonly more: Readonly<Record<string, unknown>>;
  constructor(kind: WhyNotDone, words: string, more: Readonly<Record<string, unknown>> = {}) {
    super(words);
    this.kind = kind;
    this.more = more;
  }
}
