import { MAX_MEGABYTES } from '#media/recipe.ts';
import { type Client, UNKNOWN_CLIENT } from './client-address.ts';
import { kindOf, placesOf } from '#state/fault.ts';
import { faultAnswer, refusedAnswer } from '#server/plain-page.ts';

/** What the server says to whoever runs it: ids, fields and rules, never content. */
export type Report = (line: string) => void;

interface DoorInput {
  readonly answer: (request: Request, asker: Client) => Promise<Response>;
  /** Whether a request carries a sign-in that is good: only then is a long body read. */
  readonly isSignedIn: (request: Request) => Promise<boolean>;
  readonly report: Report;
  /** Report places in the program with each fault, for the screen of whoever runs it. */
  readonly debug?: boolean | undefined;
}

/** What a body may weigh, in bytes, and how long it may take to come, in milliseconds. */
export interface BodyLimit {
  readonly bytes: number;
  readonly ms: number;
}

/** The largest form is thanks: 500 letters of four bytes, each written as twelve signs. */
const FORM: BodyLimit = { bytes: 16_000, ms: 20_000 };
/** The desk sends a whole text in one call. */
const TEXT: BodyLimit = { bytes: 8_000_000, ms: 120_000 };
/** The largest file that is taken, over a slow line; it is passed on as it comes and never held. */
const FILE: BodyLimit = {
  bytes: Math.max(...Object.values(MAX_MEGABYTES)) * 1e6 + 1,
  ms: 3_600_000,
};
/** Nobody's body takes longer than this, so a server may close what does. */
export const LONGEST_BODY_MS = FILE.ms;

/** Browsers stop at about as much, and no address of ours is near it. */
const LONGEST_ADDRESS = 4_000;
const METHODS = ['GET', 'HEAD', 'POST'];

/**
 * The one way in: methods and addresses that nobody here answers are refused, a body is measured and
 * timed before anybody reads it, and what goes wrong inside is told in plain words and reported
 * without any content. Also who is refused costs no more than a form.
 */
export function frontDoor({ answer, isSignedIn, report, debug = false }: DoorInput) {
  return async (request: Request, asker: Client = UNKNOWN_CLIENT): Promise<Response> => {
    try {
      const path = new URL(request.url).pathname;
      if (request.url.length > LONGEST_ADDRESS) return refusedAnswer('address-too-long', path);
      if (!METHODS.includes(request.method)) return refusedAnswer('method', path);
      if (request.method !== 'POST')
        return bringsBody(request) ? refusedAnswer('too-much', path) : await answer(request, asker);
      const limit = limitOf(path, await isSignedIn(request));
      const read = await within(request, limit, limit === FILE);
      return typeof read === 'string' ? refusedAnswer(read, path) : await answer(read, asker);
    } catch (error) {
      if (error instanceof TooMuch) return refusedAnswer(error.rule, pathOf(request));
      report(`An answer failed: ${request.method} ${areaOf(pathOf(request))}: ${kindOf(error)}`);
      if (debug) for (const place of placesOf(error)) report(place);
      return faultAnswer(pathOf(request));
    }
  };
}

function bringsBody({ headers }: Request): boolean {
  return headers.has('Transfer-Encoding') || Number(headers.get('Content-Length') ?? 0) > 0;
}

/** Where files come in: from the desk, and from the form of people without an account. */
const TAKES_FILES = /^\/(?:api\/media|share\/files\/[a-z]+\/?|share\/uploads(?:\/[\w-]*)?)$/;
/** Is an address one to which somebody who writes on the form sends files? */
export const isForFiles = (path: string): boolean =>
  path.startsWith('/share/') && TAKES_FILES.test(path);

function limitOf(path: string, isSignedIn: boolean): BodyLimit {
  if (!isSignedIn || !/^\/(?:api|share)\//.test(path)) return FORM;
  return TAKES_FILES.test(path) ? FILE : TEXT;
}

type Rule = 'too-much' | 'too-slow';

class TooMuch extends Error {
  readonly rule: Rule;
  constructor(rule: Rule) {
    super(rule);
    this.rule = rule;
  }
}

/** The request with its body read, or passed on as it comes; or why it was not taken. */
async function within(
  request: Request,
  limit: BodyLimit,
  isPassedOn: boolean,
): Promise<Request | Rule> {
  if (Number(request.headers.get('Content-Length') ?? 0) > limit.bytes) return 'too-much';
  if (request.body === null) return request;
  const { method, headers, url } = request;
  const measured = measuredBody(request.body, limit);
  // Node asks for `duplex`; the types of a browser do not know it.
  const passedOn = { method, headers, body: measured, duplex: 'half' };
  if (isPassedOn) return new Request(url, passedOn);
  const chunks: Uint8Array[] = [];
  for await (const chunk of measured) chunks.push(chunk);
  return new Request(url, { method, headers, body: Buffer.concat(chunks) });
}

/** The body, which ends with an error when it is too long or takes too long. */
function measuredBody(
  body: ReadableStream<Uint8Array>,
  { bytes, ms }: BodyLimit,
): ReadableStream<Uint8Array<ArrayBuffer>> {
  const reader = body.getReader();
  let left = bytes;
  let isLate = false;
  const stop = (rule: Rule): never => {
    void reader.cancel().catch(() => undefined);
    throw new TooMuch(rule);
  };
  // Ends the wait for what comes next. A race of each piece against one promise would keep every piece in memory.
  const timer = setTimeout(() => {
    isLate = true;
    void reader.cancel().catch(() => undefined);
  }, ms);
  timer.unref();
  return new ReadableStream({
    async pull(controller) {
      const next = await reader.read();
      if (isLate) return stop('too-slow');
      left -= next.value?.byteLength ?? 0;
      if (left < 0) return stop('too-much');
      if (next.value !== undefined) controller.enqueue(new Uint8Array(next.value));
      if (!next.done) return;
      clearTimeout(timer);
      controller.close();
    },
    cancel: (reason) => {
      clearTimeout(timer);
      return reader.cancel(reason);
    },
  });
}

function pathOf({ url }: Request): string {
  try {
    return new URL(url).pathname;
  } catch {
    return '/';
  }
}

/** The first step of an address: what comes behind it may be a code, an id or somebody's words. */
function areaOf(path: string): string {
  return /^\/[a-z-]{1,20}(?=\/|$)/.exec(path)?.[0] ?? '/';
}
