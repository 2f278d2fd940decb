import { z } from 'astro/zod';

/**
 * A folder to import: `manifest.json` with one entry for each file (docs/content-format.md, "Commands").
 * Loose, because it is written by others; what is used of it is checked.
 */
const entry = z.object({
  path: z.string().min(1),
  kind: z.string().min(1),
  lang: z.string().nullish(),
  story_id: z.string().nullish(),
  title: z.string().nullish(),
  text_by: z.string().nullish(),
  illustration_by: z.string().nullish(),
  translation_by: z.string().nullish(),
  creator: z.string().nullish(),
  licence: z.string().nullish(),
  transcript: z.string().nullish(),
  /** Of an illustration: what can be seen in it, in the language of its story. */
  alt: z.string().nullish(),
});
export type ManifestEntry = z.infer<typeof entry>;

export const importManifest = z.object({ entries: z.array(entry) });

/** An entry, and where it stands in the list, from 0 as in the file. */
export type NumberedEntry = ManifestEntry & { readonly at: number };

/** A piece to be made: one story or one clip, with the media that go with it. */
export interface PieceToImport {
  readonly source: NumberedEntry;
  readonly illustrations: readonly NumberedEntry[];
}

/**
 * Each story and each clip becomes a contribution of its own. Pictures go to every language version
 * of their story. Kinds that show people or are test input only never become contributions.
 */
export function piecesOf(listed: readonly ManifestEntry[]): readonly PieceToImport[] {
  const entries = listed.map((each, at): NumberedEntry => ({ ...each, at }));
  const pictures = new Map<string, NumberedEntry[]>();
  for (const picture of entries.filter(({ kind }) => kind === 'illustration')) {
    const id = picture.story_id ?? '';
    pictures.set(id, [...(pictures.get(id) ?? []), picture]);
  }
  return entries
    .filter(({ kind }) => kind === 'story' || kind === 'speech')
    .map((source) => ({
      source,
      illustrations:
        source.kind === 'story' && source.story_id ? (pictures.get(source.story_id) ?? []) : [],
    }));
}
