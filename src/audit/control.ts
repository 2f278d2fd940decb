import type { Finding } from './findings.ts';

/** One thing planted to see whether the audit finds it. */
export interface Control {
  readonly name: string;
  /** Where it is planted, relative to the folder. */
  readonly file: string;
  readonly bytes: Buffer;
  /** The XMP packet the audit is told to expect in it. */
  readonly packet?: string;
  /** What must be found in that file. None at all means that the file must pass. */
  readonly mustFind: readonly Pick<Finding, 'rule' | 'label'>[];
}
