import type { Kind } from '#consent/decision.ts';
import type { Part } from '#consent/grant.ts';
import type { MoreForm } from '#records/contribution.ts';
import type { Contact, Credit, Story } from './released.ts';

/** One part that was let out for one use, as words: of a picture what can be seen in it, of a voice what it says. */
export interface PartForUse {
  readonly part: string;
  readonly kind: Kind;
  readonly form: Exclude<Part['role'], 'more' | 'voice'> | MoreForm;
  /** BCP 47. */
  readonly language: string;
  readonly title?: string | undefined;
  readonly summary?: string | undefined;
  /** As typed (records/README.md, "Marks"); of a transcript the spoken lines. */
  readonly words?: string | undefined;
  /** Of a picture: what can be seen in it, and what stands below it. */
  readonly description?: string | undefined;
  readonly caption?: string | undefined;
  readonly credit?: Credit | undefined;
}

/** One contribution as somebody gets it who may use it for one thing: the open parts, nothing else. */
export interface PieceForUse extends Pick<
  Story,
  'id' | 'kind' | 'told' | 'series' | 'themes' | 'places' | 'contentNotes' | 'licence' | 'example'
> {
  /** Never empty. */
  readonly parts: readonly PartForUse[];
}

/** Whose archive it is and how to reach it, for whoever holds a copy. */
export interface FromWhom {
  readonly name: string;
  readonly contacts: readonly Contact[];
}
