import type { BucketPlace } from '#media/bucket.ts';
import { mediaBucket } from '#media/bucket-store.ts';
import { type MediaStore, mediaFolder } from '#media/store.ts';
import { Fault } from '#records/fault.ts';

/**
 * What says where photographs and recordings lie. It is said to the machine alone: content that comes
 * from somebody else must not send them to another place, and a key must never be in it.
 */
const SETTINGS = {
  endpoint: 'ARCHIVE_MEDIA_ENDPOINT',
  bucket: 'ARCHIVE_MEDIA_BUCKET',
  region: 'ARCHIVE_MEDIA_REGION',
  prefix: 'ARCHIVE_MEDIA_PREFIX',
  keyId: 'ARCHIVE_MEDIA_KEY_ID',
  secret: 'ARCHIVE_MEDIA_SECRET',
} as const satisfies Record<keyof BucketPlace, string>;

type Setting = keyof typeof SETTINGS;

/** What each has to look like. An address is asked with the key, so only a server of this machine goes without TLS. */
const FORMS: Readonly<Record<Setting, RegExp>> = {
  endpoint: /^(?:https:\/\/[\w.:[\]-]+|http:\/\/(?:localhost|127\.0\.0\.1|\[::1\])(?::\d+)?)$/,
  bucket: /^[a-z0-9][a-z0-9.-]{1,61}[a-z0-9]$/,
  region: /^[a-z0-9-]{1,40}$/,
  prefix: /^(?:[\w-]+\/)*$/,
  keyId: /^\S+$/,
  secret: /^\S+$/,
};

const UNSAID: Readonly<Partial<Record<Setting, string>>> = { region: 'us-east-1', prefix: '' };

/**
 * The media store of a machine: a bucket where its environment names one, a folder where it says nothing.
 * A bucket that is half named is a fault, so that nothing is ever put into the folder in its place.
 *
 * @param places `folder`: where files lie without a bucket; `brought`: where they are read with one.
 */
export function mediaStoreOf(
  env: Readonly<Record<string, string | undefined>>,
  places: { readonly folder: string; readonly brought: string },
): MediaStore {
  const settings = Object.keys(SETTINGS) as Setting[];
  if (settings.every((each) => !env[SETTINGS[each]])) return mediaFolder(places.folder);
  const said = (setting: Setting): string => {
    const value = env[SETTINGS[setting]] || UNSAID[setting];
    if (value === undefined || !FORMS[setting].test(value))
      throw new Fault('media-place-malformed', { setting: SETTINGS[setting] });
    return value;
  };
  const place = Object.fromEntries(settings.map((each) => [each, said(each)]));
  return mediaBucket(place as Record<Setting, string>, places.brought);
}
