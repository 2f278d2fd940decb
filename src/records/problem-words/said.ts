import type { MediaRule } from '#media/media.ts';

/** The rules of records and of what lies around them; those of media files are that room's own. */
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
  | 'not-translated'
  | 'hard-to-read'
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
  | MediaRule;

/** A problem in words: what happened, in one sentence, and what to do next. */
export interface ProblemWords {
  readonly rule: Rule;
  readonly what: string;
  readonly next: string;
}
