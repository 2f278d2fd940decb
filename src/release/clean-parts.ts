import { cleanPhoto } from '#media/clean-photo.ts';
import { cleanSound } from '#media/clean-sound.ts';
import { PHOTO_FORMATS, type PhotoFormat } from '#media/formats.ts';
import { markedPhoto } from '#media/mark-photo.ts';
import type {
  CleanPhoto,
  CleanSound,
  DerivedFile,
  MediaProblem,
  MediaResult,
} from '#media/media.ts';
import { rightsPacket } from '#media/rights-packet.ts';
import { parseTranscript } from '#media/transcript.ts';
import { mediaProblemAt, type Problem } from '#records/problem.ts';
import type { Admission } from './admit.ts';
import { miningOf } from './ai-choice.ts';
import type { Cue } from '#media/transcript.ts';
import { type CleanMedia, mediaPath } from './to-released-story.ts';

/** A published media file: where the clean copy is now, and where it goes. */
export interface MediaCopy {
  readonly from: string;
  /** Relative to the release tree and to the site, without a slash at the start. */
  readonly to: string;
  readonly sha256: string;
  readonly part: string;
  /** Pictures only: the XMP packet that goes in on the way. */
  readonly notice?: Notice | undefined;
}

interface Notice {
  readonly format: PhotoFormat;
  readonly packet: string;
}

export interface CleanedParts {
  readonly media: CleanMedia;
  readonly copies: readonly MediaCopy[];
  readonly problems: readonly Problem[];
  /** Keys of the cache entries that are in use. */
  readonly keys: readonly string[];
}

/** Where clean copies are kept, and what every picture names as the page on consent. */
export interface CleaningPlace {
  readonly cacheFolder: string;
  /** Where some of them may lie already; read, and never written. */
  readonly madeBefore?: string | undefined;
  /** Absolute address of that page; absent where the site has no address yet. */
  readonly statement?: string | undefined;
}

/** Cleans the open media of one contribution; what is closed is not even opened. */
export async function cleanParts(
  admission: Admission,
  place: CleaningPlace,
): Promise<CleanedParts> {
  const work = new Cleaning(admission, place);
  await work.photos();
  await work.voice();
  return work.done();
}

/** Path of every picture to the XMP packet it carries. */
export function packetsIn(parts: readonly CleanedParts[]): ReadonlyMap<string, string> {
  return new Map(
    parts.flatMap(({ copies }) =>
      copies.flatMap(({ to, notice }) => (notice ? [[to, notice.packet] as const] : [])),
    ),
  );
}

class Cleaning {
  readonly #admission: Admission;
  readonly #cache: Pick<CleaningPlace, 'cacheFolder' | 'madeBefore'>;
  readonly #statement: string | undefined;
  readonly #photos = new Map<string, CleanPhoto>();
  readonly #sounds = new Map<string, CleanSound>();
  readonly #copies: MediaCopy[] = [];
  readonly #problems: Problem[] = [];
  readonly #keys: string[] = [];
  #cues: readonly Cue[] | undefined;

  constructor(admission: Admission, { cacheFolder, madeBefore, statement }: CleaningPlace) {
    this.#admission = admission;
    this.#cache = { cacheFolder, madeBefore };
    this.#statement = statement;
  }

  async photos(): Promise<void> {
    const { held, open } = this.#admission;
    for (const [index, { id, file, safe }] of held.fields.photos.entries()) {
      const path = this.#openFile(id, file, safe?.file);
      if (path === undefined) continue;
      const result = await cleanPhoto({ file: path, ...this.#cache });
      const clean = this.#keep(result, `photos[${index}]`);
      if (clean === undefined) continue;
      const mining = miningOf(open.get(id)?.uses ?? []);
      const packet = rightsPacket({ mining, statement: this.#statement });
      const marked = await markedPhoto(clean, packet);
      this.#photos.set(id, marked);
      for (const format of PHOTO_FORMATS)
        for (const copy of marked.copies[format]) this.#copy(copy, id, { format, packet });
    }
  }

  async voice(): Promise<void> {
    const { held, open } = this.#admission;
    const { voice } = held.fields;
    const path = voice && this.#openFile(voice.id, voice.file, voice.safe?.file);
    if (voice === undefined || path === undefined) return;
    const clean = this.#keep(await cleanSound({ file: path, ...this.#cache }), 'voice');
    if (clean === undefined) return;
    this.#sounds.set(voice.id, clean);
    for (const copy of Object.values(clean.copies)) this.#copy(copy, voice.id);
    const copy = open.get(`${voice.id}-transcript`)?.copy;
    const spoken = copy === 'safe' ? held.safeTranscript : held.transcript;
    if (copy !== undefined && spoken !== undefined) {
      const parsed = parseTranscript(spoken);
      if (parsed.ok) this.#cues = parsed.cues;
      else this.#problem(parsed.problem, `voice${copy === 'safe' ? '.safe' : ''}.transcript`);
    }
  }

  done(): CleanedParts {
    const media: CleanMedia = { photos: this.#photos, sounds: this.#sounds, cues: this.#cues };
    return { media, copies: this.#copies, problems: this.#problems, keys: this.#keys };
  }

  /** The file of the copy that is open: the safe one when that is the answer. */
  #openFile(part: string, file: string, safe: string | undefined): string | undefined {
    const { held, open } = this.#admission;
    const copy = open.get(part)?.copy;
    if (copy === undefined) return undefined;
    return held.media.get(copy === 'safe' ? (safe ?? '') : file)?.path;
  }

  #keep<T>(result: MediaResult<T>, field: string): T | undefined {
    if (!result.ok) {
      this.#problem(result.problem, field);
      return undefined;
    }
    this.#keys.push(result.key);
    return result.value;
  }

  #problem(problem: MediaProblem, field: string): void {
    this.#problems.push(mediaProblemAt({ file: this.#admission.held.file, field }, problem));
  }

  #copy(file: DerivedFile, part: string, notice?: Notice): void {
    const to = mediaPath(this.#admission.held.id, file).slice(1);
    this.#copies.push({ from: file.file, to, sha256: file.sha256, part, notice });
  }
}
