import type { Cover } from '#media/cover.ts';
import { words } from './words.ts';

/** Somebody signed in. */
export interface SignedIn {
  readonly login: string;
  readonly name: string;
  readonly role: string;
}

/** What may be shown of one contribution, and why the rest may not. */
export interface Check {
  /** What the public has of it at this moment, whatever stands in the form. */
  readonly live?: {
    readonly published: boolean;
    readonly address?: string;
    readonly changed: boolean;
    /** What may be shown of the version that is published, where that is another one. */
    readonly parts?: Check['parts'];
  };
  readonly outcome: string;
  /** Why nothing of it may be shown, in words. */
  readonly reasons: readonly string[];
  readonly parts: readonly {
    readonly part: string;
    readonly decision: string;
    readonly reasons: readonly string[];
  }[];
}

export interface PublisherState {
  readonly state: string;
  readonly since?: string;
  readonly problems?: readonly unknown[];
}

/** Asks the server. A refusal becomes an error whose message is fit to be read. */
async function ask<T>(path: string, init?: RequestInit): Promise<T> {
  const answer = await fetch(path, init).catch(() => undefined);
  if (answer === undefined) throw new Error(words.noConnection);
  const body = (await answer.json().catch(() => ({}))) as {
    error?: string;
    problems?: readonly string[];
    told?: readonly unknown[];
    line?: number;
  };
  if (answer.ok) return body as T;
  const said = answer.status === 401 ? words.signedOut : (body.error ?? words.serverTrouble);
  const { problems = [], told = [], line } = body;
  // What has to be put right in a record; `problem-labels.ts` says it. Of a transcript: in which line, from 1.
  throw Object.assign(new Error(said), { problems, told, line });
}

const post = <T>(path: string, body: unknown = {}): Promise<T> =>
  ask<T>(path, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json; charset=utf-8' },
    body: JSON.stringify(body),
  });

export const whoAmI = (): Promise<SignedIn> => ask('/api/me');
/** The number of a new piece of whoever writes their own. */
export const newNumber = async (): Promise<string> =>
  (await post<{ id: string }>('/api/own/number')).id;
export const signOut = (): Promise<unknown> => post('/api/logout');
export const approve = (
  id: string,
): Promise<{ approved: number; receipts?: readonly { person: string; href: string }[] }> =>
  post('/api/approve', { id });
export const publishing = (): Promise<PublisherState> => ask('/api/publishing');
export const checkStory = (collection: string, slug: string): Promise<Check> =>
  post('/api/check', { collection, slug });
/** Where a record can be looked at as it is being typed; nothing of it is saved. */
export const previewTyped = (path: string, raw: string): Promise<{ readonly address: string }> =>
  post('/api/preview', { path, raw });
/** What consent allows of a story, in sentences of one language. */
export interface Decided {
  readonly lang: string;
  readonly dir: 'ltr' | 'rtl';
  readonly title: string;
  readonly now: readonly string[];
  /** Once the archive's own steps are done, where one of them is in the way. */
  readonly later: readonly string[];
  readonly laterTitle: string;
  readonly also: readonly string[];
  readonly alsoTitle: string;
}
/** What may be shown of a story as it is being typed; nothing of it is saved. */
export const decideTyped = (asked: {
  readonly path: string;
  readonly raw: string;
  readonly language: string;
}): Promise<Decided> => post('/api/decide', asked);
/** Whether a record of a collection is there by this name already, published or as a draft. */
export const isTaken = async (collection: string, name: string): Promise<boolean> =>
  (await post<{ taken: boolean }>('/api/taken', { collection, name })).taken;
/** A published piece, and what of it may hang in an exhibition. */
export interface ExhibitionPiece {
  readonly id: string;
  readonly title: string;
  readonly lang: string;
  readonly dir: 'ltr' | 'rtl';
  readonly kind: string;
  readonly told: Pick<Decided, 'lang' | 'dir' | 'now' | 'also' | 'alsoTitle'>;
  readonly choices: readonly {
    readonly part?: string;
    readonly words: string;
    readonly why: readonly string[];
  }[];
}
export const piecesForExhibition = (
  wall:
    | { readonly exhibition: string; readonly opens: string; readonly language: string }
    | { readonly use: 'evidence'; readonly language: string },
): Promise<{ readonly pieces: readonly ExhibitionPiece[] }> => post('/api/pieces', wall);
export const withdraw = (what: {
  readonly id: string;
  readonly part?: string;
  readonly use?: string;
}): Promise<{ hidden: readonly string[] }> => post('/api/withdraw', what);

/**
 * Sends a file as it is, however long it takes, and tells how far it is. `fetch` cannot say how much
 * of a body has gone, so this uses the older request.
 */
export function uploadFile(input: {
  readonly entry: string;
  readonly kind: string;
  readonly file: File;
  readonly onProgress: (share: number) => void;
}): Promise<{ readonly file: string; readonly said: readonly string[] }> {
  const { entry, kind, file, onProgress } = input;
  return new Promise((done, fail) => {
    const request = new XMLHttpRequest();
    const address = new URLSearchParams({ entry, kind });
    request.open('POST', `/api/media?${address}`);
    request.setRequestHeader('Content-Type', file.type || 'application/octet-stream');
    request.responseType = 'json';
    request.upload.onprogress = ({ loaded, total }) => onProgress(total > 0 ? loaded / total : 0);
    request.onerror = () => fail(new Error(words.noConnection));
    request.onload = () => {
      const answer = (request.response ?? {}) as {
        file?: string;
        error?: string;
        said?: readonly string[];
      };
      if (request.status < 300 && answer.file) {
        done({ file: answer.file, said: answer.said ?? [] });
      } else fail(new Error(answer.error ?? words.serverTrouble));
    };
    request.send(file);
  });
}

/** Has the server cover and cut a picture; what it refuses it says in this language. */
export const askSafeCopy = ({
  language,
  ...asked
}: {
  readonly entry: string;
  readonly file: string;
  readonly cover: Cover;
  readonly language: string;
}): Promise<{ readonly file: string }> =>
  post(`/api/safe-copy?${new URLSearchParams({ lang: language })}`, asked);

/** A line of a transcript; times in whole milliseconds. */
export interface KeptCue {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}
export const fetchCues = (
  entry: string,
  file: string,
): Promise<{ readonly cues: readonly KeptCue[] }> =>
  ask(`/api/transcript/${encodeURIComponent(entry)}/${encodeURIComponent(file)}`);
/** Keeps lines as a transcript of its own; what the server refuses it says in this language. */
export const sendTranscript = ({
  language,
  ...asked
}: {
  readonly entry: string;
  readonly cues: readonly KeptCue[];
  readonly language: string;
}): Promise<{ readonly file: string }> =>
  post(`/api/transcript?${new URLSearchParams({ lang: language })}`, asked);

/** The address, in this window alone, of a recording that was fetched whole. */
export async function fetchSound(entry: string, file: string): Promise<string> {
  const answer = await fetch(mediaAddress(entry, file));
  if (!answer.ok) throw new Error(words.noPreview);
  return URL.createObjectURL(await answer.blob());
}

export const mediaAddress = (entry: string, file: string): string =>
  `/api/media/${encodeURIComponent(entry)}/${encodeURIComponent(file)}`;
