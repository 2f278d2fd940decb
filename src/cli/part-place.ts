import type { HeldContribution } from '#release/archive.ts';

/** A part of a contribution: where its record stands, and the files that go with it. */
export interface PartPlace {
  /** Where it stands in the front matter; absent for the words, which are the body. */
  readonly path?: readonly (string | number)[];
  readonly kind: string;
  readonly files: readonly string[];
}

/** Where a part stands; nothing when there is none with that id. */
export function placeOf({ fields }: HeldContribution, part: string): PartPlace | undefined {
  if (part === 'words') return { kind: 'words', files: [] };
  const photo = fields.photos.findIndex(({ id }) => id === part);
  const found = fields.photos[photo];
  if (found !== undefined) {
    return {
      path: ['photos', photo],
      kind: found.kind,
      files: [found.file, ...(found.safe ? [found.safe.file] : [])],
    };
  }
  if (fields.voice?.id === part) {
    const { file, transcript, safe } = fields.voice;
    return {
      path: ['voice'],
      kind: 'voice',
      files: [file, ...(transcript ? [transcript] : []), ...(safe ? [safe.file] : [])],
    };
  }
  const translation = fields.translations.findIndex(({ id }) => id === part);
  if (translation >= 0) return { path: ['translations', translation], kind: 'words', files: [] };
  const more = fields.more.findIndex(({ id }) => id === part);
  return more >= 0 ? { path: ['more', more], kind: 'words', files: [] } : undefined;
}
