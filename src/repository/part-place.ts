import type { HeldContribution } from './archive.ts';

/** A part of a contribution: where its record stands, and the files that go with it. */
export interface PartPlace {
  /** Where it stands in the front matter; absent for the words, which are the body. */
  readonly path?: readonly (string | number)[];
  readonly kind: string;
  /** Its files, but not those that another part has too. */
  readonly files: readonly string[];
  /** The other parts that have a file of it. */
  readonly sharedWith: readonly string[];
}

/** Where a part stands; nothing when there is none with that id. */
export function partPlace(held: HeldContribution, part: string): PartPlace | undefined {
  const { fields } = held;
  const goes = filesOf(held, part);
  if (part === 'words') return { kind: 'words', files: [], sharedWith: [] };
  const photo = fields.photos.findIndex(({ id }) => id === part);
  const found = fields.photos[photo];
  if (found !== undefined) return { path: ['photos', photo], kind: found.kind, ...goes };
  if (fields.voice?.id === part) return { path: ['voice'], kind: 'voice', ...goes };
  const translation = fields.translations.findIndex(({ id }) => id === part);
  if (translation >= 0) return { path: ['translations', translation], kind: 'words', ...goes };
  const more = fields.more.findIndex(({ id }) => id === part);
  return more >= 0 ? { path: ['more', more], kind: 'words', ...goes } : undefined;
}

/** Two photographs may name one file, or one the safe copy of another: what is left must find it. */
function filesOf(held: HeldContribution, part: string): Pick<PartPlace, 'files' | 'sharedWith'> {
  const all = withFiles(held);
  const own = new Set(all.filter(({ id }) => id === part).flatMap(({ files }) => files));
  const others = all.filter(({ id }) => id !== part);
  const kept = new Set(others.flatMap(({ files }) => files));
  return {
    files: [...own].filter((file) => !kept.has(file)),
    sharedWith: others
      .filter(({ files }) => files.some((file) => own.has(file)))
      .map(({ id }) => id),
  };
}

/** Every part that is made of files. */
function withFiles({ fields }: HeldContribution): readonly {
  readonly id: string;
  readonly files: readonly string[];
}[] {
  const { photos, voice } = fields;
  const spoken = [voice?.transcript, voice?.safe?.transcript].filter((file) => file !== undefined);
  return [...photos, ...(voice === undefined ? [] : [voice])].map(({ id, file, safe }) => ({
    id,
    files: [file, ...(safe ? [safe.file] : []), ...(id === voice?.id ? spoken : [])],
  }));
}
