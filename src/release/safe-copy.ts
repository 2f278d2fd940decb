import type { PhotoFields } from '#records/contribution.ts';

/** Which copy of a part is shown. */
export type Copy = 'as-approved' | 'safe';

/**
 * What stands beside a picture: the description and caption of the copy that is shown. Those of the
 * photograph may name whoever the safe copy hides, so they never stand beside it.
 */
export function photoTexts(
  { alt, caption, safe }: PhotoFields,
  copy: Copy,
): { readonly alt?: string | undefined; readonly caption?: string | undefined } {
  return copy === 'safe' ? { alt: safe?.alt, caption: safe?.caption } : { alt, caption };
}

/** Has somebody written what can be seen in it, or that it needs no description? */
export function isDescribed({ alt, decorative }: Pick<PhotoFields, 'alt' | 'decorative'>): boolean {
  return decorative || (alt ?? '').trim() !== '';
}
