import { fill } from '#i18n/text.ts';
import type { Interface } from '#i18n/words.ts';
import type { HeldContribution } from '#repository/archive.ts';

type Said = (shown: Interface) => string;

/** What a part is called on these pages; nothing for what has no name of its own. */
export function partLabel({ fields }: HeldContribution, id: string): Said | undefined {
  if (id === 'words') return ({ words }) => words.partWords;
  if (id === fields.voice?.id) return ({ words }) => words.partVoice;
  const at = fields.photos.findIndex((photo) => photo.id === id);
  return at < 0 ? undefined : ({ words }) => fill(words.partPicture, { number: String(at + 1) });
}
