import type { ReadableStream as NodeStream } from 'node:stream/web';
import { setTimeout } from 'node:timers/promises';
import { AwsClient } from 'aws4fetch';
import { readAnswer, type Row } from './bucket-answer.ts';
import { BucketError } from './bucket-error.ts';
import { putFile } from './put-file.ts';

/** A private bucket of an S3 server, and the key to it. Only its owner ever asks it for anything. */
export interface BucketPlace {
  /** Scheme and host, e.g. `https://s3.eu-west-2.example.org`; buckets are named in the path. */
  readonly endpoint: string;
  readonly bucket: string;
  readonly region: string;
  /** Before every name: empty, or ending in `/`. */
  readonly prefix: string;
  readonly keyId: string;
  readonly secret: string;
}

/** An object as a listing tells it. Size in bytes, `cameAt` in milliseconds. */
export interface BucketObject {
  readonly key: string;
  readonly size: number;
  readonly cameAt: number;
  readonly etag: string;
}

/** One version of an object, or the mark that it was deleted. */
export interface ObjectVersion {
  readonly key: string;
  readonly version: string;
}

const MOST_TRIES = 4;
/** In milliseconds, doubled each time. */
const WAIT = 50;
/** What to sign with where the body is not hashed by aws4fetch: nothing is in it. */
const NOTHING = 'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855';

/** The few requests of the S3 protocol that the store needs, signed by aws4fetch. */
export class Bucket {
  readonly #place: BucketPlace;
  readonly #client: AwsClient;

  constructor(place: BucketPlace) {
    this.#place = place;
    this.#client = new AwsClient({
      accessKeyId: place.keyId,
      secretAccessKey: place.secret,
      region: place.region,
      service: 's3',
      retries: MOST_TRIES - 1,
    });
  }

  /** Every object whose key begins so, in the order of keys. */
  async objects(prefix: string): Promise<readonly BucketObject[]> {
    const { rows } = await this.#list({ prefix }, ['Contents']);
    return rows.map((row) => ({
      key: row['Key'] ?? '',
      size: Number(row['Size']),
      cameAt: Date.parse(row['LastModified'] ?? ''),
      etag: row['ETag'] ?? '',
    }));
  }

  /** What follows the prefix up to the next `/`, once each. */
  async foldersIn(prefix: string): Promise<readonly string[]> {
    const { rows } = await this.#list({ prefix, delimiter: '/' }, ['CommonPrefixes']);
    return rows.map((row) => (row['Prefix'] ?? '').slice(prefix.length, -1));
  }

  /** Sends a file as it lies on the disk, never whole in memory. False where the key is taken. */
  async put(key: string, from: string, sha256: string): Promise<boolean> {
    const headers = { 'X-Amz-Content-Sha256': sha256, 'x-amz-meta-sha256': sha256 };
    let status = await this.#send(key, from, { ...headers, 'If-None-Match': '*' });
    // A server that does not know the condition: the caller has looked before.
    if (status === 501) status = await this.#send(key, from, headers);
    if (status === 412 || status === 409) return false;
    if (status !== 200) throw new BucketError('refused', status);
    return true;
  }

  /** The bytes of an object as they come, with what its putter said they are. */
  async get(key: string) {
    const answer = await this.#ask(this.#address(key), {});
    if (answer.status !== 200 || answer.body === null)
      throw new BucketError('refused', answer.status);
    return { body: answer.body as NodeStream, sha256: answer.headers.get('x-amz-meta-sha256') };
  }

  /** Deletes an object, or one version of it. Nothing happens where there is none. */
  async remove(key: string, version?: string): Promise<void> {
    const address = this.#address(key, version === undefined ? {} : { versionId: version });
    const { status } = await this.#ask(address, { method: 'DELETE' });
    if (status === 204 || status === 200) return;
    throw new BucketError(version === undefined ? 'refused' : 'versions-stay', status);
  }

  /**
   * Older versions and marks of deletion below a prefix; none where the server keeps no versions.
   * One that does not say whether it keeps them is taken to keep them.
   */
  async versions(prefix: string): Promise<readonly ObjectVersion[]> {
    const asked = await this.#ask(this.#address('', { versioning: '' }), {});
    if (asked.status === 501) return [];
    if (asked.status !== 200) throw new BucketError('versions-stay', asked.status);
    const { said } = readAnswer(await textOf(asked), []);
    if (said['Status'] === undefined) return [];
    const rows = await this.#list({ versions: '', prefix }, ['Version', 'DeleteMarker']);
    return rows.rows.map((row) => ({ key: row['Key'] ?? '', version: row['VersionId'] ?? '' }));
  }

  /** Does it show this object to somebody without a key? Asked without one. */
  async showsToAnybody(key: string): Promise<boolean> {
    try {
      const { status, body } = await fetch(this.#address(key), { redirect: 'manual' });
      await body?.cancel();
      if (status === 401 || status === 403) return false;
      if (status === 200) return true;
      throw new BucketError('refused', status);
    } catch (error) {
      throw error instanceof BucketError ? error : new BucketError('no-answer', 0, error);
    }
  }

  async #list(query: Readonly<Record<string, string>>, wanted: readonly string[]) {
    const rows: Row[] = [];
    let next: Readonly<Record<string, string>> =
      'versions' in query ? query : { ...query, 'list-type': '2' };
    for (;;) {
      const answer = await this.#ask(this.#address('', { ...next, 'encoding-type': 'url' }), {});
      if (answer.status !== 200) throw new BucketError('refused', answer.status);
      const page = readAnswer(await textOf(answer), wanted);
      rows.push(...page.rows);
      if (page.said['IsTruncated'] !== 'true') return { rows };
      next = { ...next, ...whereItGoesOn(page.said) };
    }
  }

  /** Sent again where the server is busy, as aws4fetch does for the rest. */
  async #send(key: string, from: string, headers: Readonly<Record<string, string>>) {
    for (let tries = 1; ; tries += 1) {
      const signed = await this.#client.sign(this.#address(key), { method: 'PUT', headers });
      const status = await putFile(signed, from).catch((error: unknown) => {
        throw new BucketError('no-answer', 0, error);
      });
      const isBusy = status === 429 || (status >= 500 && status !== 501);
      if (!isBusy || tries === MOST_TRIES) return status;
      await setTimeout(WAIT * 2 ** tries);
    }
  }

  #address(key: string, query: Readonly<Record<string, string>> = {}): string {
    const { endpoint, bucket } = this.#place;
    const path = [bucket, ...(key === '' ? [] : key.split('/'))].map(encodeURIComponent).join('/');
    const asked = new URLSearchParams(query).toString().replaceAll('+', '%20');
    return `${endpoint}/${path}${asked === '' ? '' : `?${asked}`}`;
  }

  async #ask(address: string, init: RequestInit): Promise<Response> {
    const headers = { 'X-Amz-Content-Sha256': NOTHING, ...init.headers };
    try {
      return await this.#client.fetch(address, { redirect: 'manual', ...init, headers });
    } catch (error) {
      throw new BucketError('no-answer', 0, error);
    }
  }
}

async function textOf(answer: Response): Promise<string> {
  try {
    return await answer.text();
  } catch (error) {
    throw new BucketError('no-answer', 0, error);
  }
}

/** The names by which the next page of a listing is asked for, as the page before says them. */
function whereItGoesOn(said: Row): Readonly<Record<string, string>> {
  const next = {
    'continuation-token': said['NextContinuationToken'],
    'key-marker': said['NextKeyMarker'],
    'version-id-marker': said['NextVersionIdMarker'],
  };
  const known = Object.entries(next).filter((each): each is [string, string] => Boolean(each[1]));
  if (known.length === 0) throw new BucketError('refused');
  return Object.fromEntries(known);
}
