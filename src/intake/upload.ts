import { randomUUID } from 'node:crypto';
import { createWriteStream } from 'node:fs';
import { chmod, copyFile, link, mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { cleanMasterPhoto, cleanMasterSound } from '#media/clean-master.ts';
import type { MediaNote, MediaProblem } from '#media/media.ts';
import { NOTES } from '#media/problems.ts';
import { MAX_MEGABYTES, MAX_TRANSCRIPT_MEGABYTES } from '#media/recipe.ts';
import { parseTranscript, writeTranscript } from '#media/transcript.ts';
import { readTranscriptText } from '#media/transcript-text.ts';
import { CONTRIBUTION_ID } from '#records/ids.ts';
import { characterProblem } from '#records/text-rules.ts';
import type { Desk } from '#server/desk-context.ts';
import { bytesOf, filesOf, liveTip } from '#repository/git-store.ts';
import { readDraft } from '#repository/drafts.ts';
import { NotDone, type WhyNotDone } from '#repository/not-done.ts';

const KINDS = ['photo', 'sound', 'transcript'] as const;
type Kind = (typeof KINDS)[number];

export interface TakenIn {
  readonly file: string;
  readonly width?: number;
  readonly height?: number;
  readonly seconds?: number;
  /** What was left out of it, in plain words; absent where nothing was. */
  readonly said?: readonly string[];
}

/**
 * Takes a file in: streamed to one side, cleaned, and only then stored, under a name of ours. The
 * file as it came is gone when this returns, whatever it returns (docs/consent.md, A19, A21). `mark` says
 * whose sign-in sent it.
 */
export async function takeIn(desk: Desk, request: Request, mark: string): Promise<TakenIn> {
  const query = new URL(request.url).searchParams;
  const entry = query.get('entry') ?? '';
  const kind = KINDS.find((each) => each === query.get('kind'));
  if (!CONTRIBUTION_ID.test(entry) || kind === undefined)
    throw new NotDone(
      'not-valid',
      'The desk was not told what this file belongs to. Nothing was kept.',
    );
  const work = join(desk.store.scratch, `intake-${randomUUID()}`);
  await mkdir(work, { recursive: true, mode: 0o700 });
  try {
    const file = join(work, 'as-it-came');
    await receive(request, file, kind);
    const clean = await cleaned(kind, file, work);
    const folder = join(desk.media, entry);
    const name = await store(desk, entry, folder, clean);
    desk.uploads.add(entry, name, mark);
    return { file: name, ...clean.facts };
  } finally {
    await rm(work, { recursive: true, force: true });
  }
}

async function receive(request: Request, file: string, kind: Kind): Promise<void> {
  const most = (kind === 'transcript' ? MAX_TRANSCRIPT_MEGABYTES : MAX_MEGABYTES[kind]) * 1e6;
  const tooLarge = new NotDone(
    'too-large',
    `This file is too large: the desk takes up to ${most / 1e6} MB. Send a smaller copy. Nothing was kept.`,
  );
  if (Number(request.headers.get('content-length') ?? 0) > most) throw tooLarge;
  if (request.body === null) throw new NotDone('not-valid', 'No file came. Nothing was kept.');
  let bytes = 0;
  await pipeline(
    Readable.fromWeb(request.body as import('node:stream/web').ReadableStream),
    async function* (chunks: AsyncIterable<Uint8Array>) {
      for await (const chunk of chunks) {
        bytes += chunk.length;
        if (bytes > most) throw tooLarge;
        yield chunk;
      }
    },
    createWriteStream(file),
  );
  if (bytes === 0) throw new NotDone('not-valid', 'This file is empty. Nothing was kept.');
}

interface Clean {
  readonly path: string;
  /** `f` or `v`, and the ending. */
  readonly stem: 'f' | 'v';
  readonly ending: string;
  readonly facts: Omit<TakenIn, 'file'>;
}

async function cleaned(kind: Kind, file: string, work: string): Promise<Clean> {
  const cacheFolder = join(work, 'clean');
  if (kind === 'transcript') return cleanTranscript(file, work);
  if (kind === 'sound') {
    const sound = await cleanMasterSound({ file, cacheFolder });
    if (!sound.ok) throw refused(sound.problem);
    const { seconds, master, notes } = sound.value;
    return {
      path: master.file,
      stem: 'v',
      ending: 'webm',
      facts: { seconds, ...saidOf(notes) },
    };
  }
  const photo = await cleanMasterPhoto({ file, cacheFolder });
  if (!photo.ok) throw refused(photo.problem);
  const { file: path, width, height, notes } = photo.value;
  return { path, stem: 'f', ending: 'jpg', facts: { width, height, ...saidOf(notes) } };
}

function saidOf(notes: readonly MediaNote[]): Pick<TakenIn, 'said'> {
  return notes.length === 0 ? {} : { said: notes.map((note) => NOTES[note]) };
}

async function cleanTranscript(file: string, work: string): Promise<Clean> {
  const text = await readTranscriptText(file);
  if (!text.ok) throw refused(text.problem);
  const character = characterProblem(text.text, { file: 'transcript' });
  if (character !== undefined)
    throw new NotDone(
      'not-valid',
      `${character.field ?? ''} of this transcript: ${character.what} ${character.next} Nothing was kept.`,
    );
  const read = parseTranscript(text.text);
  if (!read.ok) throw refused(read.problem);
  const path = join(work, 'clean.vtt');
  // Written anew from the lines alone: notes, styles and speakers’ names in tags stay behind.
  await writeFile(path, writeTranscript(read.cues));
  return { path, stem: 'v', ending: 'vtt', facts: {} };
}

/** Of what the media room says of a file, what is more than a fault in it. */
const WHY: Readonly<Partial<Record<MediaProblem['rule'], WhyNotDone>>> = {
  'media-too-large': 'too-large',
  'media-type-not-taken': 'not-taken',
};

function refused({ rule, what, next }: MediaProblem): NotDone {
  const kind = WHY[rule] ?? 'not-valid';
  const words = next.replace(/ ?(Nothing was published|The transcript was not used)\./, '');
  return new NotDone(kind, `${what} ${words} Nothing was kept.`);
}

/** Under the next free name, in one step: what is there is never written over. */
async function store(desk: Desk, entry: string, folder: string, clean: Clean): Promise<string> {
  await mkdir(folder, { recursive: true, mode: 0o700 });
  const taken = new Set([...(await namesBeside(desk, entry)), ...(await readdir(folder))]);
  const aside = join(folder, `.${randomUUID()}.new`);
  await copyFile(clean.path, aside);
  await chmod(aside, 0o600);
  try {
    for (let number = 1; ; number += 1) {
      const name = `${clean.stem}${number}.${clean.ending}`;
      if (taken.has(name)) continue;
      const put = await link(aside, join(folder, name)).then(
        () => true,
        (error: NodeJS.ErrnoException) => {
          if (error.code === 'EEXIST') return false;
          throw error;
        },
      );
      if (put) return name;
    }
  } finally {
    await rm(aside, { force: true });
  }
}

async function namesBeside({ store: git }: Desk, entry: string): Promise<readonly string[]> {
  const draft = await readDraft(git, { collection: 'stories', id: entry });
  const commits = [await liveTip(git), ...(draft === undefined ? [] : [draft.tip])];
  const below = `content/stories/${entry}/`;
  const files = await Promise.all(commits.map((commit) => filesOf(git, commit, below)));
  return files.flat().map(({ path }) => path.slice(below.length));
}

const TYPES: Readonly<Record<string, string>> = {
  jpg: 'image/jpeg',
  jpeg: 'image/jpeg',
  png: 'image/png',
  webp: 'image/webp',
  avif: 'image/avif',
  webm: 'audio/webm',
  mp3: 'audio/mpeg',
  m4a: 'audio/mp4',
  ogg: 'audio/ogg',
  wav: 'audio/wav',
  flac: 'audio/flac',
  vtt: 'text/vtt; charset=utf-8',
};

/** A media file of a draft or an entry, for the desk only: from the store, or beside the record in git. */
export async function mediaFile(
  desk: Desk,
  entry: string,
  name: string,
): Promise<{ readonly body: Uint8Array; readonly type: string } | undefined> {
  const type = TYPES[/\.([a-z0-9]+)$/i.exec(name)?.[1]?.toLowerCase() ?? ''];
  if (type === undefined || !CONTRIBUTION_ID.test(entry) || !/^[^./\\][^/\\]*$/.test(name))
    return undefined;
  const stored = await readFile(join(desk.media, entry, name)).catch(() => undefined);
  if (stored !== undefined) return { body: stored, type };
  const draft = await readDraft(desk.store, { collection: 'stories', id: entry });
  const path = `content/stories/${entry}/${name}`;
  const commit = draft?.tip ?? (await liveTip(desk.store));
  const files = await filesOf(desk.store, commit, `content/stories/${entry}/`);
  const file = files.find((each) => each.path === path);
  if (file === undefined) return undefined;
  const body = (await bytesOf(desk.store, [file.blob])).get(file.blob);
  return body && { body, type };
}
