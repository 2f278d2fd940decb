import { stat } from 'node:fs/promises';
import { join } from 'node:path';
import type { Desk } from '#server/desk-context.ts';
import { fileOf, liveTip } from '#repository/repository.ts';
import { addressOf } from '#records/collections.ts';
import type { DraftKey } from '#repository/paths.ts';

/** What the public has of one record at this moment, beside what stands in its form. */
export interface PublicNow {
  /** It is part of what is published; the site may still be being made. */
  readonly published: boolean;
  /** The address of its page, while the served site has one. */
  readonly address?: string | undefined;
  /** What is in the form was changed since, and the public does not see it yet. */
  readonly changed: boolean;
}

/** `path` is the record's file, `draft` the commit of its draft where it has one. */
export async function publicNow(
  desk: Pick<Desk, 'repository' | 'publisher' | 'hidden'>,
  { collection, id }: DraftKey,
  { path, draft }: { readonly path: string; readonly draft: string | undefined },
): Promise<PublicNow> {
  const { repository, publisher, hidden } = desk;
  const live = await fileOf(repository, await liveTip(repository), path);
  const own = draft === undefined ? live : await fileOf(repository, draft, path);
  const published = live !== undefined && !hidden.hides(id);
  const address = addressOf(collection, id);
  const isUp =
    published &&
    address !== undefined &&
    (await stat(join(publisher.site.folder, address, 'index.html')).catch(() => undefined));
  return {
    published,
    address: isUp ? address : undefined,
    changed: own?.blob !== live?.blob,
  };
}
