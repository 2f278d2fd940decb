import { open, readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { getMimeType } from 'hono/utils/mime';
import { derivedTypeOf } from '#media/formats.ts';
import { plainPath } from './piece-address.ts';
import { hasAlready, isText, etagOf, sendBody, type WholeBody } from './compressed-body.ts';

/** A file of the built folder, found by its address. */
export interface SiteFile {
  readonly file: string;
  readonly type: string;
  readonly size: number;
  /** When it was written, milliseconds. */
  readonly at: number;
}

/** Host rules are for hosts, not for readers. */
const NOT_FOR_READERS = /^\/+_(?:headers|redirects)$/;

/** The file at an address, or nothing: what leads out of the folder is not there. */
export async function findFile(folder: string, pathname: string): Promise<SiteFile | undefined> {
  const path = plainPath(pathname);
  const isOdd =
    path.includes('\0') || path.split('/').some((step) => step === '..' || step === '.');
  if (isOdd || NOT_FOR_READERS.test(path)) return undefined;
  const named = join(folder, path);
  for (const file of [named, join(named, 'index.html')]) {
    const found = await stat(file).catch(() => undefined);
    if (found?.isFile() !== true || (file === named && path.endsWith('/'))) continue;
    const type = derivedTypeOf(file) ?? getMimeType(file) ?? 'application/octet-stream';
    return { file, type, size: found.size, at: found.mtimeMs };
  }
  return undefined;
}

/** Text is looked through and packed as a whole; of the rest, pieces can be asked for. */
export async function sendFile(request: Request, found: SiteFile): Promise<Response> {
  if (isText(found.type) || found.type === 'application/wasm')
    return sendBody(request, await wholeOf(found));
  return sendPiece(request, found);
}

export async function wholeOf({ file, type }: SiteFile): Promise<WholeBody> {
  const bytes = await readFile(file);
  return { bytes, type, mark: etagOf(bytes) };
}

/** Larger files are known by their size and time: reading them through costs more than sending them. */
const MARKED_BY_CONTENT = 4_000_000;
/** Marks of files that did not change, so that a picture is not read twice to send it once. */
const marks = new Map<string, string>();
const MOST_MARKS = 20_000;

async function markOfFile({ file, size, at }: SiteFile): Promise<string> {
  const key = `${file} ${size} ${at}`;
  const known = marks.get(key);
  if (known !== undefined) return known;
  const mark =
    size > MARKED_BY_CONTENT
      ? `${size.toString(36)}-${Math.round(at).toString(36)}`
      : etagOf(await readFile(file));
  if (marks.size >= MOST_MARKS) marks.clear();
  marks.set(key, mark);
  return mark;
}

/** A file as it lies, or the one piece of it that was asked for, so that sound can be played from anywhere. */
async function sendPiece(request: Request, found: SiteFile): Promise<Response> {
  const { file, type, size } = found;
  const mark = await markOfFile(found);
  const headers = new Headers({ ETag: `"${mark}"`, 'Accept-Ranges': 'bytes' });
  if (hasAlready(request, mark)) return new Response(null, { status: 304, headers });
  headers.set('Content-Type', type);
  const asked = rangeIn(request, mark, size);
  if (asked === 'none') {
    headers.set('Content-Range', `bytes */${size}`);
    headers.delete('Content-Type');
    return new Response(null, { status: 416, headers });
  }
  const { from, to } = asked ?? { from: 0, to: size - 1 };
  headers.set('Content-Length', String(Math.max(0, to - from + 1)));
  if (asked !== undefined) headers.set('Content-Range', `bytes ${from}-${to}/${size}`);
  const isEmpty = request.method === 'HEAD' || size === 0;
  // Opened before anything is answered: a file may go at this moment, and an answer that breaks tells of it.
  const opened = isEmpty ? undefined : await open(file);
  const stream = opened && Readable.toWeb(opened.createReadStream({ start: from, end: to }));
  return new Response((stream ?? null) as ReadableStream | null, {
    status: asked === undefined ? 200 : 206,
    headers,
  });
}

interface Range {
  readonly from: number;
  readonly to: number;
}

/** One piece; of several, or of a file that changed since, all of it is sent. `none`: there is no such piece. */
function rangeIn({ headers }: Request, mark: string, size: number): Range | 'none' | undefined {
  const asked = /^bytes=(\d*)-(\d*)$/.exec(headers.get('Range')?.trim() ?? '');
  const condition = headers.get('If-Range');
  if (asked === null || (condition !== null && condition !== `"${mark}"`)) return undefined;
  const [, first = '', last = ''] = asked;
  if (first === '' && last === '') return undefined;
  const from = first === '' ? Math.max(0, size - Number(last)) : Number(first);
  const to = first === '' || last === '' ? size - 1 : Math.min(Number(last), size - 1);
  if (first !== '' && last !== '' && Number(last) < Number(first)) return undefined;
  return from > to || (first === '' && Number(last) === 0) ? 'none' : { from, to };
}
