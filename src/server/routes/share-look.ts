import { interfaceIn } from '#i18n/words.ts';
import { changedRecord } from '#intake/contribution/changed-record.ts';
import { type RecordContext, toRecord } from '#intake/contribution/to-record.ts';
import { kindOf } from '#state/fault.ts';
import type { Preview } from '#release/preview.ts';
import { makePreview } from '#server/cms/preview.ts';
import { sheetInSettings } from '#server/frame-in-settings.ts';
import { type AsSeen, asSeen } from '#server/send-contribution.ts';
import type { LookedAt } from '#server/share-view.ts';
import { type Open, stepPage, type StepSays } from './share-pages.ts';

/** Where the files of these previews lie, for the sign-in that each was made for. */
export const LOOK_FILES = '/share/preview';

/** What would be sent at this moment; nothing where what it changes is not there any more. */
export async function seenNow({
  desk,
  given,
  shown,
  id,
  change,
}: Open): Promise<AsSeen | undefined> {
  const context: RecordContext = {
    day: desk.today(),
    sheet: await sheetInSettings(desk.repository),
    asked: given.explained?.language ?? shown.lang,
    untitled: (kind) => interfaceIn(given.language ?? shown.lang).words.untitled[kind],
  };
  if (change === undefined) return asSeen(desk, id, toRecord(given, context));
  const { before, opened } = change;
  return before && asSeen(desk, id, changedRecord(before, given, { ...context, seed: opened }));
}

/**
 * The last page: the piece as its page will be, drawn through the release as the editor's preview is, and
 * what of it does not show. Where it cannot be drawn, all of it stands there as it was given.
 */
export async function lookPage(open: Open, says: StepSays = {}, status = 200): Promise<Response> {
  const { desk, visitor, id } = open;
  const seen = await seenNow(open);
  if (seen === undefined) return stepPage(open, { problem: 'overtaken' }, 409);
  const { text: typed, digest } = seen;
  const of = { collection: 'stories', id } as const;
  try {
    return await desk.previews.renew(
      visitor.mark,
      `share/${id}`,
      (place) => makePreview(desk, place, { of, typed, filesBelow: LOOK_FILES }),
      ({ preview }, { tree }) => {
        const looked: LookedAt = { digest, id, shown: shownIn(preview) };
        return stepPage(open, { ...says, looked, tree: looked.shown && tree }, status);
      },
    );
  } catch (error) {
    desk.report(`stories/${id}: its page could not be drawn for its maker (${kindOf(error)}).`);
    return stepPage(open, { ...says, looked: { digest, id } }, status);
  }
}

/** The parts that its page shows; nothing where it has no page. */
export function shownIn(preview: Preview): ReadonlySet<string> | undefined {
  if (preview.kind !== 'shown') return undefined;
  const open = preview.parts.filter(({ decision }) => decision.verdict === 'release');
  return new Set(open.map(({ id }) => id));
}
