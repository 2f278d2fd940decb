import { refusedCharacter } from '#records/text-rules.ts';

/** What the register will not do. */
export type WhyRegisterRefused =
  /** A text holds a character that no text may hold; `code` is how it is written: `U+000B`. */
  | { readonly rule: 'character'; readonly field: string; readonly code: string }
  /** A backup goes into an empty register only, and only with its log whole. */
  | { readonly rule: 'not-empty' | 'log-not-whole' };

/** Thrown where the register does not do it; it holds nothing of the register. */
export class RegisterRefused extends Error {
  readonly why: WhyRegisterRefused;
  constructor(why: WhyRegisterRefused) {
    super(why.rule);
    this.why = why;
  }
}

/** Refuses a record of which some text holds a character that no text may hold, and names the field. */
export function refuseCharacters(record: object, within = ''): void {
  for (const [key, value] of Object.entries(record)) {
    const field = `${within}${key}`;
    if (typeof value === 'object' && value !== null) refuseCharacters(value, `${field}.`);
    const found = typeof value === 'string' ? refusedCharacter(value) : undefined;
    if (found !== undefined)
      throw new RegisterRefused({ rule: 'character', field, code: found.code });
  }
}
