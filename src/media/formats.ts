/**
 * The kinds of media file that come in and that go out: the one table of them (src/media/README.md).
 * Pure, and without an import, so that `astro.config.mjs` reads it too. `audit` keeps a list of its
 * own, because a proof should not lean on what it proves; tests/unit/house/formats.test.ts holds the
 * two equal.
 */
export type MediaKind = 'photo' | 'sound';

/** A kind of file that is taken in. By what bytes it is known is in `sniff.ts`, by its key. */
export interface FormatIn {
  readonly of: MediaKind;
  /** As people call it. */
  readonly name: string;
  /** How names of such files end, without the dot. A name proves nothing: the bytes are asked. */
  readonly endings: readonly string[];
  readonly type: string;
}

/** In the order in which they are named to people. */
export const FORMATS_IN = {
  jpeg: { of: 'photo', name: 'JPEG', endings: ['jpg', 'jpeg'], type: 'image/jpeg' },
  png: { of: 'photo', name: 'PNG', endings: ['png'], type: 'image/png' },
  webp: { of: 'photo', name: 'WebP', endings: ['webp'], type: 'image/webp' },
  avif: { of: 'photo', name: 'AVIF', endings: ['avif'], type: 'image/avif' },
  gif: { of: 'photo', name: 'GIF', endings: ['gif'], type: 'image/gif' },
  tiff: { of: 'photo', name: 'TIFF', endings: ['tif', 'tiff'], type: 'image/tiff' },
  heic: { of: 'photo', name: 'HEIC', endings: ['heic', 'heif'], type: 'image/heic' },
  mp3: { of: 'sound', name: 'MP3', endings: ['mp3'], type: 'audio/mpeg' },
  // Films of phones have the same form: their sound is taken.
  m4a: { of: 'sound', name: 'M4A', endings: ['m4a', 'mp4', '3gp', 'mov'], type: 'audio/mp4' },
  wav: { of: 'sound', name: 'WAV', endings: ['wav'], type: 'audio/wav' },
  ogg: { of: 'sound', name: 'Ogg', endings: ['ogg', 'opus'], type: 'audio/ogg' },
  webm: { of: 'sound', name: 'WebM', endings: ['webm'], type: 'audio/webm' },
  flac: { of: 'sound', name: 'FLAC', endings: ['flac'], type: 'audio/flac' },
  aac: { of: 'sound', name: 'AAC', endings: ['aac'], type: 'audio/aac' },
  amr: { of: 'sound', name: 'AMR', endings: ['amr'], type: 'audio/amr' },
  wma: { of: 'sound', name: 'WMA', endings: ['wma'], type: 'audio/x-ms-wma' },
  aiff: { of: 'sound', name: 'AIFF', endings: ['aif', 'aiff'], type: 'audio/aiff' },
  caf: { of: 'sound', name: 'CAF', endings: ['caf'], type: 'audio/x-caf' },
} as const satisfies Readonly<Record<string, FormatIn>>;

type In = typeof FORMATS_IN;
export type PhotoType = {
  [Name in keyof In]: In[Name]['of'] extends 'photo' ? Name : never;
}[keyof In];
export type SoundType = Exclude<keyof In, PhotoType>;

export const PHOTO_TYPES = inNames('photo') as readonly PhotoType[];
export const SOUND_TYPES = inNames('sound') as readonly SoundType[];

/** A coding in which public copies are made. */
export interface FormatOut {
  readonly of: MediaKind;
  readonly ending: string;
  /** Under which it is listed and sent. */
  readonly type: string;
  /** What a `<source>` says of it. */
  readonly source: string;
}

/** Of each kind the lightest first: a browser takes the first that it knows. */
export const FORMATS_OUT = {
  avif: { of: 'photo', ending: 'avif', type: 'image/avif', source: 'image/avif' },
  jpeg: { of: 'photo', ending: 'jpg', type: 'image/jpeg', source: 'image/jpeg' },
  opus: { of: 'sound', ending: 'webm', type: 'audio/webm', source: 'audio/webm; codecs=opus' },
  mp3: { of: 'sound', ending: 'mp3', type: 'audio/mpeg', source: 'audio/mpeg' },
} as const satisfies Readonly<Record<string, FormatOut>>;

type Out = typeof FORMATS_OUT;
export type PhotoFormat = {
  [Name in keyof Out]: Out[Name]['of'] extends 'photo' ? Name : never;
}[keyof Out];
export type SoundFormat = Exclude<keyof Out, PhotoFormat>;
export type DerivedType = Out[keyof Out]['type'];

export const PHOTO_FORMATS = outNames('photo') as readonly PhotoFormat[];
export const SOUND_FORMATS = outNames('sound') as readonly SoundFormat[];

/** What the desk keeps of a file that comes in, from which the public copies are made later. */
export const MASTER_FORMAT = { photo: 'jpeg', sound: 'opus' } as const satisfies {
  readonly photo: PhotoFormat;
  readonly sound: SoundFormat;
};

/** What every browser knows: it stands behind the others, and for those that know none of them. */
export const FALLBACK_FORMAT = { photo: 'jpeg', sound: 'mp3' } as const satisfies {
  readonly photo: PhotoFormat;
  readonly sound: SoundFormat;
};

const OUT: readonly FormatOut[] = Object.values(FORMATS_OUT);
const ENDING_OF = Object.fromEntries(OUT.map(({ type, ending }) => [type, ending]));

/** How the name of a public copy ends, without the dot. */
export function endingOf(type: DerivedType): string {
  const ending = ENDING_OF[type];
  if (ending === undefined) throw new Error('No copy of this type is made.');
  return ending;
}

/** The type of a public copy by its name; nothing for a file that is none. */
export function derivedTypeOf(file: string): DerivedType | undefined {
  return OUT.find(({ ending }) => file.endsWith(`.${ending}`))?.type as DerivedType | undefined;
}

/** The path of a public copy below `media/`: the id of its piece, and a name made of its own bytes. */
export const MEDIA_NAME = new RegExp(
  `^[a-z0-9]+/[0-9a-f]{20}\\.(?:${OUT.map(({ ending }) => ending).join('|')})$`,
);

/** The type of a contributed file by the end of its name, for showing it at the desk; nothing for others. */
export function typeByEnding(name: string): FormatIn | undefined {
  const ending = /\.([a-z0-9]+)$/i.exec(name)?.[1]?.toLowerCase() ?? '';
  return Object.values<FormatIn>(FORMATS_IN).find(({ endings }) => endings.includes(ending));
}

const OFFERED = { photo: ['image/*'], sound: ['audio/*', 'video/*'] } as const;

/** What a browser offers when one is chosen: by ending as well, because it does not know every type that is taken. */
export function offered(kind: MediaKind): string {
  const endings = Object.values<FormatIn>(FORMATS_IN).flatMap((row) =>
    row.of === kind ? row.endings.map((ending) => `.${ending}`) : [],
  );
  return [...OFFERED[kind], ...endings].join(',');
}

function inNames(of: MediaKind): readonly string[] {
  return Object.entries<FormatIn>(FORMATS_IN).flatMap(([name, row]) =>
    row.of === of ? [name] : [],
  );
}

function outNames(of: MediaKind): readonly string[] {
  return Object.entries<FormatOut>(FORMATS_OUT).flatMap(([name, row]) =>
    row.of === of ? [name] : [],
  );
}
