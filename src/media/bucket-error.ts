/** What a bucket did instead of what was asked. Codes alone: an answer of a server is never repeated. */
export type BucketTrouble =
  /** Nobody was there, or the line broke. */
  | 'no-answer'
  /** It said no, or what it said was not understood. */
  | 'refused'
  /** What came is not what was put there. */
  | 'damaged'
  /** It shows files to people without a key. */
  | 'public'
  /** Older versions of a deleted file are still there. */
  | 'versions-stay';

/** A bucket did not do what was asked. It never means that a file is not there. */
export class BucketError extends Error {
  override readonly name = 'BucketError';
  readonly trouble: BucketTrouble;
  /** The status of the answer; 0 where there was none. */
  readonly status: number;
  constructor(trouble: BucketTrouble, status = 0, cause?: unknown) {
    super(trouble, cause === undefined ? {} : { cause });
    this.trouble = trouble;
    this.status = status;
  }
}
