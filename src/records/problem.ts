/**
 * One thing that is wrong, told so that a facilitator can mend it. It names the file, the field and
 * the rule, and never what stands in the field (docs/consent.md, T40, A41).
 */
export interface Problem {
  readonly file: string;
  readonly field?: string | undefined;
  readonly rule: Rule;
  /** What happened, in one sentence. */
  readonly what: string;
  /** What to do next. */
  readonly next: string;
}

export type Rule =
  | 'unreadable'
  | 'not-yaml'
  | 'no-front-matter'
  | 'unknown-key'
  | 'unknown-value'
  | 'missing'
  | 'wrong-type'
  | 'not-allowed'
  | 'refused-character'
  | 'too-much'
  | 'unknown-file'
  | 'no-address'
  | 'no-interface-words'
  | 'file-missing'
  | 'lists-missing'
  | 'does-not-exist'
  | 'duplicate-id'
  | 'withdrawn-but-present'
  | 'withdrawn-before'
  | 'not-an-id'
  | 'symbolic-link'
  | 'not-written'
  | 'mdx-not-allowed'
  | 'quote-not-exact'
  | 'media-unreadable'
  | 'media-empty'
  | 'media-type-not-taken'
  | 'media-other-kind'
  | 'media-coding-not-taken'
  | 'media-no-sound'
  | 'media-film-without-sound'
  | 'media-cut-not-followed'
  | 'media-too-large'
  | 'media-took-too-long';

/** One line for a person: file, field, rule, what happened, what to do. */
export function problemLine({ file, field, rule, what, next }: Problem): string {
  return `${file}${field ? ` · ${field}` : ''} · ${rule}: ${what} ${next}`;
}
