import { createHash } from 'node:crypto';
import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';

/** All the bytes of an answer, and the mark by which a browser can ask whether it has them already. */
export interface WholeBody {
  readonly bytes: Uint8Array;
  /** The media type, with its charset where it is text. */
  readonly type: string;
  /** The same bytes always have the same mark, and other bytes another. */
  readonly mark: string;
}

export function etagOf(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('base64url').slice(0, 22);
}

/** What gets smaller: text. Pictures, sound, letters and the search index are packed already. */
const PACKABLE =
  /^(?:text\/|image\/svg\+xml|application\/(?:wasm|[\w.+-]*(?:json|xml|javascript)))/;
/** Below this, packing costs more than it saves. */
const SMALL = 600;

export const isText = (type: string): boolean =>
  PACKABLE.test(type) && !type.startsWith('application/wasm');

type Encoding = 'br' | 'gzip';
const PACKED = new Map<string, Promise<Uint8Array>>();
/** Files of the program, packed as small as they get (`keepCompressed`): nothing of a piece is in them. */
const PROGRAM = new Map<string, Uint8Array>();
let held = 0;
/** In memory alone, so that nothing of a piece that came down lies packed on a disk; in bytes. */
const MOST_HELD = 48_000_000;

/**
 * Sends bytes packed as the browser takes them, each packed once and known by the mark of what it is
 * made of; or says that the browser has them already. The packed bytes have a mark of their own.
 */
export async function sendBody(request: Request, whole: WholeBody): Promise<Response> {
  const { bytes, type, mark } = whole;
  const mayPack = PACKABLE.test(type) && bytes.byteLength >= SMALL;
  const encoding = mayPack ? encodingFor(request.headers.get('Accept-Encoding') ?? '') : undefined;
  const tag = `"${encoding === undefined ? mark : `${mark}-${encoding}`}"`;
  const headers = new Headers({ ETag: tag });
  if (mayPack) headers.set('Vary', 'Accept-Encoding');
  if (hasAlready(request, mark)) return new Response(null, { status: 304, headers });
  headers.set('Content-Type', type);
  const sent = encoding === undefined ? bytes : await packed(encoding, whole);
  if (encoding !== undefined) headers.set('Content-Encoding', encoding);
  headers.set('Content-Length', String(sent.byteLength));
  const body = request.method === 'HEAD' ? null : new Uint8Array(sent);
  return new Response(body, { status: 200, headers });
}

/** Whether the browser says that it holds these bytes, in whatever packing. */
export function hasAlready({ headers }: Request, mark: string): boolean {
  const asked = headers.get('If-None-Match');
  if (asked === null) return false;
  const marks = asked.split(',').map((each) => each.trim().replace(/^W\//, ''));
  return marks.some((each) => [`"${mark}"`, `"${mark}-br"`, `"${mark}-gzip"`].includes(each));
}

/** The best packing that the browser takes; `q=0` says that it does not take one. */
function encodingFor(accepted: string): Encoding | undefined {
  const taken = accepted
    .toLowerCase()
    .split(',')
    .map((each) => each.split(';').map((part) => part.trim()))
    .filter(([, quality]) => !/^q=0(?:\.0*)?$/.test(quality ?? ''))
    .map(([name]) => name);
  return (['br', 'gzip'] as const).find((each) => taken.includes(each));
}

const asBrotli = promisify(brotliCompress);
const asGzip = promisify(gzip);

async function packed(encoding: Encoding, { bytes, mark }: WholeBody): Promise<Uint8Array> {
  const key = `${mark}-${encoding}`;
  const best = PROGRAM.get(key);
  if (best !== undefined) return best;
  const known = PACKED.get(key);
  if (known !== undefined) {
    // Used last, so kept longest.
    PACKED.delete(key);
    PACKED.set(key, known);
    return known;
  }
  // A page is made small once and sent often; a large file would keep its first reader waiting.
  const quality = bytes.byteLength > 200_000 ? 6 : 9;
  const making =
    encoding === 'br'
      ? asBrotli(bytes, { params: { [constants.BROTLI_PARAM_QUALITY]: quality } })
      : asGzip(bytes, { level: 9 });
  PACKED.set(key, making);
  const made = await making;
  held += made.byteLength;
  for (const [oldest, which] of PACKED) {
    if (held <= MOST_HELD || oldest === key) break;
    PACKED.delete(oldest);
    held -= (await which).byteLength;
  }
  return made;
}

/** From now on a file of the program, known by its mark, is sent in these bytes of brotli. */
export function keepCompressed(mark: string, bytes: Uint8Array): void {
  PROGRAM.set(`${mark}-br`, bytes);
}

/** Forgets every packed copy: something came down, and no copy of it may stay. */
export function forgetCompressed(): void {
  PACKED.clear();
  held = 0;
}
