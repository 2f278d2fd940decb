import type { PreviewTarget } from '#release/preview.ts';
import { recordPlace } from '#repository/paths.ts';
import { NotDone } from '#server/not-done.ts';
import type { Desk } from '#server/desk-context.ts';
import type { PreviewPlace, ReadyPreview } from '#server/previews.ts';
import type { Visitor } from '#server/sign-in.ts';
import { checkedText, toBeMended } from './check-record.ts';
import { fromEditor, toKeep } from './editor-form.ts';
import { knowingPublished } from './pieces.ts';
import { withPreviewContent } from './preview-content.ts';

/** Everything about a preview lies below this address. */
export const PREVIEWS = '/desk/preview';

/** Draws what was saved last, through the release, for one sign-in; `use` is done while it stands. */
export function previewSaved<T>(
  desk: Desk,
  { mark }: Visitor,
  of: PreviewTarget,
  use: (ready: ReadyPreview, place: PreviewPlace) => Promise<T>,
): Promise<T> {
  const what = `${of.collection}/${of.id}`;
  return desk.previews.renew(
    mark,
    what,
    (place) => makePreview(desk, place, { of, filesBelow: FILES }),
    use,
  );
}

/**
 * Makes a preview of a record as it is being typed, and answers with the address at which it can be looked
 * at. The record is read as a save reads it, and a refusal says the same; nothing is saved.
 */
export async function previewTyped(
  desk: Desk,
  { mark }: Visitor,
  asked: Readonly<Record<string, unknown>>,
): Promise<{ readonly address: string }> {
  const place = recordPlace(asked['path']);
  const of = previewedIn(place);
  const { revision: _made, ...form } = fromEditor(asked['raw']);
  const typed = checkedText(place, toKeep(form, place.path));
  const what = `typed/${of.collection}/${of.id}`;
  return desk.previews.renew(
    mark,
    what,
    (at) => makePreview(desk, at, { of, typed, filesBelow: FILES }),
    async ({ preview }, { key }) => {
      if (preview.kind === 'not-read')
        throw toBeMended('This record has to be mended first.', preview.problems);
      return { address: `${PREVIEWS}/typed/${key}/` };
    },
  );
}

/** The story or exhibition that a place names; nothing else has a page of its own to look at. */
function previewedIn({
  collection,
  id,
}: {
  readonly collection: string;
  readonly id: string;
}): PreviewTarget {
  if (collection === 'stories' || collection === 'exhibitions') return { collection, id };
  throw new NotDone(
    'not-valid',
    'Only a story or an exhibition can be looked at before. Nothing was changed.',
  );
}

/** Where the files of an editor's preview lie. */
const FILES = `${PREVIEWS}/files`;

/** Draws a record as it was saved, or as it is handed in, into a tree; its files are asked for below an address. */
export function makePreview(
  desk: Desk,
  { key, tree }: PreviewPlace,
  {
    of,
    typed,
    filesBelow,
  }: { readonly of: PreviewTarget; readonly typed?: string; readonly filesBelow: string },
): Promise<ReadyPreview> {
  return withPreviewContent(desk, { of, typed }, async ({ content, day, savedAt, isTyped }) => {
    const preview = await desk.commands.preview({
      ...{ content, of, day, folder: tree, mediaAt: `${filesBelow}/${key}` },
      hidden: new Set(desk.hidden.traces.keys()),
      knowOthers: (held) => knowingPublished(desk, held),
    });
    return { of, preview, day, savedAt, isTyped };
  });
}
