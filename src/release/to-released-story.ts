import type { Use } from '#consent/uses.ts';
import { FALLBACK_FORMAT, FORMATS_OUT, PHOTO_FORMATS, SOUND_FORMATS } from '#media/formats.ts';
import type { CleanPhoto, CleanSound, DerivedFile } from '#media/media.ts';
import type { Cue } from '#media/transcript.ts';
import type { Admission } from './admit.ts';
import { grantedUsesOf } from './granted-uses.ts';
import { photoTexts } from './safe-copy.ts';
import type {
  Credit,
  MediaFile,
  Released,
  ReleasedImage,
  ReleasedMore,
  ReleasedSound,
  ReleasedTranslation,
  Sibling,
  Story,
} from './released.ts';

/** The clean copies of one contribution's open parts, by part id. */
export interface CleanMedia {
  readonly photos: ReadonlyMap<string, CleanPhoto>;
  readonly sounds: ReadonlyMap<string, CleanSound>;
  /** The cues of the open transcript. */
  readonly cues?: readonly Cue[] | undefined;
  /** What stands before `/media/…` in the addresses of these files; nothing on the site. */
  readonly at?: string | undefined;
}

/** The file in the release tree that holds the words of one part. */
export function wordsFileOf(id: string, part: string): string {
  return `contributions/${id}/${part}.md`;
}

/** The address of one clean copy: an opaque id and a name made of its own bytes, nothing else. */
export function mediaPath(id: string, { name }: DerivedFile): string {
  return `/media/${id}/${name}`;
}

/**
 * Builds what the site is given from the parts that are open, and from nothing else. The only maker
 * of a released story.
 */
export function toReleasedStory(
  admission: Admission,
  media: CleanMedia,
  siblings: readonly Sibling[],
): Released<Story> {
  const { held, open, withWords, searchable } = admission;
  const { id, fields, body } = held;
  const credit = creditOf(fields.credit);
  const story: Story = {
    id,
    kind: fields.kind,
    language: fields.language,
    ...(withWords && { title: fields.title, summary: fields.summary, credit }),
    wordsFile: withWords && body.trim() !== '' ? wordsFileOf(id, 'words') : undefined,
    told: fields.told,
    // What it is about says what the words say, so it falls with them (docs/consent.md §3.2).
    series: withWords ? fields.series : [],
    themes: withWords ? fields.themes : [],
    places: withWords ? fields.places : [],
    contentNotes: withWords
      ? fields.content_notes.map(({ topic, words }) => ({ topic, words }))
      : [],
    images: imagesOf(admission, media),
    sound: soundOf(admission, media),
    translations: translationsOf(admission),
    more: moreOf(admission),
    siblings,
    publishedOn: fields.published_on,
    uses: grantedUsesOf(open.values()),
    searchable,
    openToAi: everyPartIsFor(admission, 'ai'),
    openLicence: everyPartIsFor(admission, 'open-licence'),
    example: fields.example,
    thanks: open.size > 0 && saysYesToThanks(fields.consents),
    licence: licenceOf(admission),
  };
  return story as Released<Story>;
}

/** Nothing is open unless each contributor's own yes stands, so what they said of thanks stands too. */
function saysYesToThanks(consents: Admission['held']['fields']['consents']): boolean {
  return consents.some(({ interest, thanks }) => interest === 'contributor' && thanks === true);
}

function everyPartIsFor({ open }: Admission, use: Use): boolean {
  return open.size > 0 && [...open.values()].every(({ uses }) => uses.includes(use));
}

/** Who is named with a licence is named as the credit is: with the words, and with nothing else. */
function licenceOf({ held, open, withWords }: Admission): Story['licence'] {
  const { licence } = held.fields;
  if (licence === undefined || open.size === 0) return undefined;
  const { name, url } = licence;
  return withWords ? licence : { name, url };
}

/** The exact words to show, or none: an anonymous maker's name goes nowhere. */
function creditOf(
  credit: { as?: Credit['as'] | undefined; name?: string | undefined } | undefined,
): Credit | undefined {
  if (credit?.as === undefined) return undefined;
  return credit.as === 'anonymous' ? { as: 'anonymous' } : { as: credit.as, name: credit.name };
}

function imagesOf({ held, open }: Admission, { photos, at }: CleanMedia): readonly ReleasedImage[] {
  return held.fields.photos.flatMap((photo) => {
    const { id, kind } = photo;
    const clean = photos.get(id);
    const part = open.get(id);
    if (part === undefined || clean === undefined) return [];
    const { alt = '', caption } = photoTexts(photo, part.copy);
    return [
      {
        ...{ part: id, kind, alt, caption },
        saysSafe: part.copy === 'safe' && alt.trim() === '',
        sources: PHOTO_FORMATS.filter((format) => format !== FALLBACK_FORMAT.photo).map((format) =>
          clean.copies[format].map((file) => mediaFile(held.id, file, format, at)),
        ),
        fallback: mediaFile(
          held.id,
          clean.copies[FALLBACK_FORMAT.photo][0],
          FALLBACK_FORMAT.photo,
          at,
        ),
        openToAi: part.uses.includes('ai'),
      },
    ];
  });
}

function soundOf(
  { held, open }: Admission,
  { sounds, cues, at }: CleanMedia,
): ReleasedSound | undefined {
  const voice = [...open.values()].find(({ part }) => part.role === 'voice');
  if (voice === undefined) return undefined;
  const { id } = voice.part;
  const clean = sounds.get(id);
  if (clean === undefined) return undefined;
  return {
    part: id,
    seconds: clean.seconds,
    peaks: clean.peaks,
    sources: SOUND_FORMATS.filter((format) => format !== FALLBACK_FORMAT.sound).map((format) =>
      mediaFile(held.id, clean.copies[format], format, at),
    ),
    fallback: mediaFile(held.id, clean.copies[FALLBACK_FORMAT.sound], FALLBACK_FORMAT.sound, at),
    openToAi: voice.uses.includes('ai'),
    transcript: open.has(`${id}-transcript`) ? cues : undefined,
  };
}

function mediaFile(
  id: string,
  file: DerivedFile,
  format: keyof typeof FORMATS_OUT,
  at = '',
): MediaFile {
  const { bytes, width, height } = file;
  const { source: type } = FORMATS_OUT[format];
  return { path: `${at}${mediaPath(id, file)}`, type, bytes, width, height };
}

function translationsOf({ held, open }: Admission): readonly ReleasedTranslation[] {
  return held.fields.translations
    .filter(({ id }) => open.has(id))
    .map(({ id, language, title, summary, credit }) => ({
      part: id,
      language,
      title,
      summary,
      wordsFile: wordsFileOf(held.id, id),
      credit: creditOf(credit),
    }));
}

function moreOf({ held, open }: Admission): readonly ReleasedMore[] {
  return held.fields.more
    .filter(({ id }) => open.has(id))
    .map(({ id, form, language }) => ({
      part: id,
      form,
      language,
      wordsFile: wordsFileOf(held.id, id),
    }));
}
