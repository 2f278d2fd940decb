import { createHash } from 'node:crypto';
import type { ContributionFields, PhotoFields, VoiceFields } from '#records/contribution.ts';
import type { TermFields } from '#records/lists.ts';
import type { HeldContribution } from './archive.ts';

/** sha256 of canonical JSON with sorted keys, `sha256:<hex>` (docs/content-format.md, "Parts"). */
export function digestOf(value: unknown): string {
  return `sha256:${createHash('sha256').update(canonical(value)).digest('hex')}`;
}

/** JSON with sorted keys and no absent values, so that the order of a record's keys means nothing. */
function canonical(value: unknown): string {
  return JSON.stringify(value, (_key, item: unknown) =>
    item !== null && typeof item === 'object' && !Array.isArray(item)
      ? Object.fromEntries(Object.entries(item).sort(([a], [b]) => (a < b ? -1 : 1)))
      : item,
  );
}

/** `words`: title, summary, body, credit, content notes. */
export function wordsDigest({ fields, body }: HeldContribution): string {
  const { title, summary, credit, content_notes } = fields;
  return digestOf({ title, summary, body, credit, content_notes });
}

/** A photograph: its file, alternative text and caption. */
export function photoDigest({ alt, caption, file }: PhotoFields, held: HeldContribution): string {
  return digestOf({ file: sha256Of(file, held), alt, caption });
}

/**
 * Its safe copy: the file with what stands beside it. One without words of its own is bound to those
 * of the photograph, as it always was, though they are not shown.
 */
export function safePhotoDigest(
  { alt, caption }: PhotoFields,
  safe: NonNullable<PhotoFields['safe']>,
  held: HeldContribution,
): string {
  const file = sha256Of(safe.file, held);
  const own = { alt: safe.alt, caption: safe.caption };
  const hasOwn = own.alt !== undefined || own.caption !== undefined;
  return digestOf(hasOwn ? { file, own } : { file, alt, caption });
}

/** The voice: its file and its transcript. */
export function voiceDigest({ file, transcript }: VoiceFields, held: HeldContribution): string {
  return digestOf({ file: sha256Of(file, held), transcript: sha256Of(transcript, held) });
}

/** Its safe copy: one without a transcript of its own is bound to the voice's, as with photographs. */
export function safeVoiceDigest(
  { transcript }: VoiceFields,
  safe: NonNullable<VoiceFields['safe']>,
  held: HeldContribution,
): string {
  const file = sha256Of(safe.file, held);
  return digestOf(
    safe.transcript === undefined
      ? { file, transcript: sha256Of(transcript, held) }
      : { file, own: { transcript: sha256Of(safe.transcript, held) } },
  );
}

/** Of the bytes of a file that the record names; none where it names none, or the file is gone. */
function sha256Of(name: string | undefined, { media }: HeldContribution): string | undefined {
  return media.get(name ?? '')?.sha256;
}

/** A priority's words, in every language it has: what an answer to it is bound to. */
export function priorityDigest({ name, about }: Pick<TermFields, 'name' | 'about'>): string {
  return digestOf({ name, about });
}

/** A translation: its language, title, summary, words and credit. */
export function translationDigest(part: ContributionFields['translations'][number]): string {
  const { language, title, summary, words, credit } = part;
  return digestOf({ language, title, summary, words, credit });
}

export function moreDigest({ form, language, words }: ContributionFields['more'][number]): string {
  return digestOf({ form, language, words });
}
